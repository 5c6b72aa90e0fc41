"""The one edge that reads the clock: the real day, and the day as at which a person looks."""

from datetime import date, datetime

from django.http import HttpRequest
from django.utils import timezone

from organizations.models import Installation

SESSION_KEY = "as_at"


def real_today() -> date:
    """Return today's date in Vietnam; reach always goes by it."""
    return timezone.localdate()


def now() -> datetime:
    """Return this moment, for what is kept for hours and not for a business day."""
    return timezone.now()


def today(request: HttpRequest) -> date:
    """Return the "xem tại ngày" of this person, else the story's own date, else the real day.

    It sets date defaults, the check for future dates and the due lists; it is read once per request.
    """
    if not hasattr(request, "as_at"):
        request.as_at = _chosen(request) or default_day(request)
    return request.as_at


def default_day(request: HttpRequest) -> date:
    """Return the day from which this installation looks while nobody chose another."""
    return _story(request) or real_today()


def look_from_default(request: HttpRequest) -> None:
    """Look from the default day again."""
    request.session.pop(SESSION_KEY, None)


def is_story(request: HttpRequest) -> bool:
    """Say whether this installation holds a demo story."""
    return _story(request) is not None


def story_date() -> date | None:
    """Return the date from which a loaded demo story is seen; None in a real installation."""
    return Installation.objects.values_list("as_at", flat=True).first()


def _story(request: HttpRequest) -> date | None:
    if not hasattr(request, "story_date"):
        request.story_date = story_date()
    return request.story_date


def _chosen(request: HttpRequest) -> date | None:
    value = request.session.get(SESSION_KEY)
    return date.fromisoformat(value) if value else None
