"""The day from which a command looks, as somebody types it."""

from datetime import date

from django.core.management.base import CommandError

from organizations import clock
from organizations.inputs import parse_date

HELP = "ngày, ví dụ 31/5/2021 hoặc 2021-05-31; mặc định là hôm nay"


def day(text: str | None) -> date:
    """Return the day typed, or today where none was; raises CommandError for what is no day."""
    if not text:
        return clock.story_date() or clock.real_today()
    try:
        return parse_date(text)
    except ValueError as error:
        raise CommandError(
            f"“{text}” không phải là một ngày có trong lịch; hãy ghi như 31/5/2021 hoặc 2021-05-31."
        ) from error
