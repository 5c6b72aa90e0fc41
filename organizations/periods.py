"""Periods of days: stored half-open, spoken inclusively."""

from dataclasses import dataclass
from datetime import date, timedelta

# Nothing was recorded before it, and the addresses of lists know no earlier day.
EARLIEST = date(1900, 1, 1)


@dataclass(frozen=True)
class Period:
    """The days from ``start`` up to, but not including, ``stop``."""

    start: date
    stop: date

    def __post_init__(self) -> None:
        if self.stop <= self.start:
            raise ValueError(f"A period must hold at least one day: {self.start} to {self.stop}")

    @property
    def last_day(self) -> date:
        """The last day that belongs to the period."""
        return self.stop - timedelta(days=1)

    def a_year_earlier(self) -> "Period":
        """The same period of last year: both bounds move by one year, the exclusive one as it is stored.

        29 February alone has no such period; it is compared with 28 February.
        """
        start, stop = (same_day(bound, bound.year - 1) for bound in (self.start, self.stop))
        return Period(min(start, stop - timedelta(days=1)), stop)


def same_day(day: date, year: int) -> date:
    """Return ``day`` in another year; 29 February becomes 1 March, so that a bound never swallows a day."""
    if (day.month, day.day) == (2, 29) and not _is_leap(year):
        return date(year, 3, 1)
    return day.replace(year=year)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def inclusive(first: date, last: date) -> Period:
    """Return the period that people write as "from first to last"."""
    return Period(first, last + timedelta(days=1))


def year(number: int) -> Period:
    """Return the calendar year ``number``."""
    return Period(date(number, 1, 1), date(number + 1, 1, 1))


def year_to_date(on: date) -> Period:
    """Return the days of the year of ``on`` up to and including ``on``."""
    return inclusive(date(on.year, 1, 1), on)


def month_last_day(year: int, month: int) -> date:
    """Return the last day of a month."""
    after = date(year + 1, 1, 1) if month == 12 else date(year, month + 1, 1)
    return after - timedelta(days=1)


def quarter_last_day(year: int, quarter: int) -> date:
    """Return the last day of quarter 1 to 4 of a year."""
    return month_last_day(year, quarter * 3)


def quarters_left(whole: Period, on: date) -> tuple[date, ...]:
    """Return the last days of the quarters that end within ``whole`` and have not ended with ``on``."""
    years = range(whole.start.year, whole.last_day.year + 1)
    ends = (quarter_last_day(number, quarter) for number in years for quarter in (1, 2, 3, 4))
    return tuple(end for end in ends if whole.start <= end < whole.stop and end > on)
