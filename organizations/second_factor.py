"""The second factor of a person: whether it is switched on, and how it is taken off."""

from allauth.mfa.models import Authenticator

from organizations.models import User


def is_on(user: User) -> bool:
    """Say whether ``user`` signs in with a code besides the password."""
    return Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists()


def take_off(user: User) -> bool:
    """Remove the app and the spare codes of ``user``; say whether there was anything to remove."""
    removed, _ = Authenticator.objects.filter(user=user).delete()
    return bool(removed)
