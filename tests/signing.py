"""Browsers of the tests: signed in, with the second factor that roles may demand, looking from the day of the tests."""

from datetime import date

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client

from organizations import clock, second_factor
from organizations.models import User

TODAY = date(2021, 5, 31)
# The key of everybody's second factor, as their telephone has it.
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def signed_in(user: User) -> Client:
    """Return a browser in which ``user`` is signed in, with the second factor that roles may demand, and looks from TODAY."""
    switch_on_second_factor(user)
    client = Client()
    client.force_login(user)
    session = client.session
    session[clock.SESSION_KEY] = TODAY.isoformat()
    session.save()
    return client


def switch_on_second_factor(user: User) -> None:
    """Let ``user`` have the second factor with SECRET, and spare codes."""
    if not second_factor.is_on(user):
        TOTP.activate(user, SECRET)
        RecoveryCodes.activate(user)


def code(secret: str = SECRET) -> str:
    """Return the code that the telephone shows now."""
    _, now, _ = totp.yield_hotp_counters_from_time()
    return totp.format_hotp_value(totp.hotp_value(secret, now))
