"""The calendar in months: in which month a day lies, and which weeks of a spell fall into which month."""

from collections.abc import Iterator
from datetime import date

from directives.forecast.spells import WEEK

MONTHS = 12


class Months:
    """Serial months (year × 12 + month, January 0) of days; remembers what it was asked."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[int, int]] = {}

    def of(self, day: int) -> tuple[int, int]:
        """Return the serial month of a day and the first day of the next month."""
        found = self._known.get(day)
        if found is None:
            told = date.fromordinal(day)
            serial = told.year * MONTHS + told.month - 1
            found = self._known[day] = serial, first_day(serial + 1)
        return found

    def pieces(self, entered: int, weeks: int) -> Iterator[tuple[int, int, int]]:
        """Cut the weeks 0 up to, not including, ``weeks`` of a spell by month: serial month, first week, week after the last."""
        week = 0
        while week < weeks:
            month, following = self.of(entered + WEEK * week)
            stop = min(weeks, -(-(following - entered) // WEEK))
            yield month, week, stop
            week = stop


def first_day(serial: int) -> int:
    """Return the first day of a serial month."""
    return date(serial // MONTHS, serial % MONTHS + 1, 1).toordinal()
