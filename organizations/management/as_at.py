"""The days of a command, as somebody types them: the day it looks from, the days of a period."""

from datetime import date

from django.core.management.base import CommandError

from organizations import clock
from organizations.inputs import parse_date

FORMS = "ví dụ 31/5/2021 hoặc 2021-05-31"
HELP = f"ngày, {FORMS}; mặc định là hôm nay"


def today() -> date:
    """Return the day of the loaded story, else the real one."""
    return clock.story_date() or clock.real_today()


def read(text: str | date) -> date:
    """Return the day typed, or given by a caller in Python; raises CommandError for what is no day."""
    if isinstance(text, date):
        return text
    try:
        return parse_date(text)
    except ValueError as error:
        raise CommandError(
            f"“{text}” không phải là một ngày có trong lịch; hãy ghi như 31/5/2021 hoặc 2021-05-31."
        ) from error


def typed(text: str | date | None) -> date | None:
    """Return the day typed, None where none was; raises CommandError for what is no day."""
    return read(text) if text else None


def day(text: str | date | None) -> date:
    """Return the day typed, or today where none was; raises CommandError for what is no day."""
    return typed(text) or today()
