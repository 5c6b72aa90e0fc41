"""The period of a target: which days count for it on a day, and how much of them is gone."""

from collections.abc import Callable
from datetime import date

from directives.models import Target
from organizations.periods import Period, inclusive, same_day, year


def period_of(target: Target, on: date) -> Period:
    """Return the year, half-year, quarter or term of ``target`` that holds ``on``; outside its term, the term itself."""
    return _WHOLE[str(target.period)](target, on)


def to_date(whole: Period, on: date) -> Period:
    """Return the days of a period up to and including ``on``; before it begins, its first day alone."""
    return inclusive(whole.start, max(whole.start, min(on, whole.last_day)))


def is_compared(whole: Period) -> bool:
    """Say whether a period has a "same period of last year": one that is longer than a year would overlap itself."""
    return whole.stop <= same_day(whole.start, whole.start.year + 1)


def _parts_of_year(months: int) -> Callable[[Target, date], Period]:
    """The part of the year of so many months that holds a day."""

    def part(_: Target, on: date) -> Period:
        first = (on.month - 1) // months * months + 1
        after = first + months
        return Period(date(on.year, first, 1), date(on.year + after // 13, (after - 1) % 12 + 1, 1))

    return part


def _term(target: Target, on: date) -> Period:
    if target.term_start is None:
        return year(on.year)
    return Period(target.term_start, target.term_stop)


_WHOLE: dict[str, Callable[[Target, date], Period]] = {
    "year": _parts_of_year(12),
    "half": _parts_of_year(6),
    "quarter": _parts_of_year(3),
    "term": _term,
}
