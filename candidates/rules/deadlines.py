"""Days by which something is due: months that end on their own day, working days without weekends and holidays."""

import calendar
from collections.abc import Set
from datetime import date, timedelta

_SATURDAY = 5


def add_months(day: date, months: int) -> date:
    """Return the same day ``months`` later, or the last day of that month where it has no such day."""
    place = day.year * 12 + day.month - 1 + months
    year, month = divmod(place, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def months_between(earlier: date, later: date) -> int:
    """Count months as the age rule does: by month and year, whatever the day."""
    return (later.year - earlier.year) * 12 + later.month - earlier.month


def is_working_day(day: date, holidays: Set[date]) -> bool:
    """Say whether offices work on ``day``: Monday to Friday, not a public holiday or its compensatory day."""
    return day.weekday() < _SATURDAY and day not in holidays


def working_days_after(day: date, count: int, holidays: Set[date]) -> date:
    """Return the ``count``-th working day after ``day``, which itself is not counted."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day, holidays)
    return day


def probation_end(ceremony_on: date, months: int) -> date:
    """Return the day on which probation is over and official membership begins (Charter, art. 5)."""
    return add_months(ceremony_on, months)
