"""Days by which something is due: months that end on their own day, working days without weekends and holidays."""

import calendar
from collections.abc import Set
from dataclasses import dataclass
from datetime import date, timedelta

_SATURDAY = 5


@dataclass(frozen=True)
class Calendar:
    """When offices work: Monday to Friday but for the days ``off`` (holidays, compensatory and swapped days), and on the
    days ``worked`` instead of them (Labour Code 2019, art. 112, and the yearly announcements).
    """

    off: Set[date] = frozenset()
    worked: Set[date] = frozenset()

    def works(self, day: date) -> bool:
        """Say whether offices work on ``day``."""
        return day in self.worked or (day.weekday() < _SATURDAY and day not in self.off)

    def after(self, day: date, count: int) -> date:
        """Return the ``count``-th working day after ``day``, which itself is not counted."""
        while count > 0:
            day += timedelta(days=1)
            count -= self.works(day)
        return day


def add_months(day: date, months: int) -> date:
    """Return the same day ``months`` later, or the last day of that month where it has no such day."""
    place = day.year * 12 + day.month - 1 + months
    year, month = divmod(place, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def months_between(earlier: date, later: date) -> int:
    """Count months as the age rule does: by month and year, whatever the day."""
    return (later.year - earlier.year) * 12 + later.month - earlier.month


def probation_end(ceremony_on: date, months: int) -> date:
    """Return the day on which probation is over and official membership begins (Charter, art. 5)."""
    return add_months(ceremony_on, months)
