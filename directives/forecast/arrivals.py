"""How many come newly: the pace of the last two years with the months of the year, and how far off that was in past years."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from directives.forecast import errors
from directives.forecast.beginnings import LOOKED_BACK, coming, season
from directives.forecast.counting import Expected, Outlook, outlook
from directives.forecast.errors import LEAST_ENDED, YEAR, YEARS, Missed, Spread
from directives.forecast.months import Months
from directives.forecast.spells import WEEK


@dataclass(frozen=True)
class Arrived:
    """The days on which some came: by unit, each with all that came under it, and those of the whole."""

    by_unit: Mapping[int, Sequence[int]]
    whole: Sequence[int]


def expected(arrived: Arrived, unit: int, on: int, until: int) -> float:
    """Return how many are expected to come to a unit after a day and up to another, by what was known on the first."""
    return _expected(arrived.by_unit.get(unit, ()), *_pace(arrived.whole, on), on, until)


def spread(arrived: Arrived, units: Iterable[int], on: int, until: int) -> Spread:
    """Return how far off such forecasts were for ``units`` in past years; a period longer than a year by its first year."""
    length, units = min(until - on, YEAR), list(units)
    return errors.spread(
        each for years in range(1, YEARS + 1) for each in _missed(arrived, units, on - years * YEAR, length, years)
    )


def foreseen(arrived: Arrived, unit: int, on: int, until: int, already: int, goal: int | None, how: Spread) -> Outlook:
    """Return how many there will be at the end, with those who came already."""
    return outlook((), expected(arrived, unit, on, until), already, goal, how.value, how.freedom)


def _missed(arrived: Arrived, units: Sequence[int], on: int, length: int, years: int) -> list[Missed]:
    """What was expected on a day beside what came; none where too little was known, or for less than a year."""
    before = [day for day in arrived.whole if day <= on]
    if len(before) < LEAST_ENDED or on - min(before) < YEAR:
        return []
    found, pace = [], _pace(before, on)
    for unit in units:
        days = arrived.by_unit.get(unit, ())
        if mean := _expected(days, *pace, on, on + length):
            found.append(Missed(years, Expected(mean, mean, mean), sum(on < day <= on + length for day in days)))
    return found


def _pace(whole: Sequence[int], on: int) -> tuple[list[float], int]:
    """The months of the whole, and over how many weeks those who came are counted: no longer than records reach back."""
    known = [day for day in whole if day <= on]
    return season(known, Months(), on), max(1, min(LOOKED_BACK, (on - min(known, default=on)) // WEEK))


def _expected(days: Sequence[int], months: Sequence[float], weeks: int, on: int, until: int) -> float:
    known = [day for day in days if day <= on]
    return sum(many for _, many in coming(known, months, on, on + 1, until, weeks)) if known else 0.0
