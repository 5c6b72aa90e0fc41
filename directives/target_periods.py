"""Which days a target is about: the year, half, quarter or term that holds a day, and how much of it is gone."""

from datetime import date

from directives.models import Target
from organizations.periods import Period, inclusive

# How many months a part of the year has, by the kind of period.
_MONTHS = {"year": 12, "half": 6, "quarter": 3}


def whole(target: Target, on: date) -> Period:
    """Return the year, half-year, quarter or term of ``target`` that holds ``on``; outside its term, the term itself."""
    if target.term_start is not None:
        return Period(target.term_start, target.term_stop)
    months = _MONTHS.get(str(target.period), 12)
    first = (on.month - 1) // months * months + 1
    after = first + months
    return Period(date(on.year, first, 1), date(on.year + after // 13, (after - 1) % 12 + 1, 1))


def gone(target: Target, on: date) -> Period | None:
    """Return the part of the target's period up to and including ``on``; None before it begins."""
    found = whole(target, on)
    return None if on < found.start else inclusive(found.start, min(on, found.last_day))
