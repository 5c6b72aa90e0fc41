"""What a signed-in person must settle before any other page opens: a temporary password, a second factor that is demanded."""

from django.http import HttpRequest

from organizations import clock
from organizations.access import SECOND_FACTOR, Reach

CHANGE_PASSWORD, SET_UP = "account_change_password", "mfa_activate_totp"


def first_needed(request: HttpRequest, own: Reach) -> str | None:
    """Return the name of the page that comes before all others; None when nothing stands in the way."""
    if request.user.password_is_temporary:
        return CHANGE_PASSWORD
    return SET_UP if own.owes_second_factor and not clock.is_story(request) else None


def second_factor_demanded(request: HttpRequest, own: Reach) -> bool:
    """A role of the second factor demands it in a real installation; in a demo story it is free."""
    return any(post.role in SECOND_FACTOR for post in own.posts) and not clock.is_story(request)
