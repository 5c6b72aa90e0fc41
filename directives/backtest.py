"""Tries the forecast on years that are over: from days in each of them, with what was known then alone, beside two naive ways."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from candidates import statistics
from candidates.enums import Stage
from candidates.statistics import Cell
from directives import observing
from directives.forecast import reaching
from directives.foreseen import LEAST_ENDED, LEAST_ENDED_ABOVE, LEAST_UNDER_WAY, YEARS
from directives.observing import Asked, Observed
from organizations import tree
from organizations.enums import PARTY_KINDS
from organizations.models import Unit, UnitVersion
from organizations.periods import Period, inclusive, year

# From which days of a year it is tried.
ORIGINS = ((3, 31), (6, 30), (9, 30))


@dataclass(frozen=True)
class Tried:
    """One forecast of a whole year's admissions and what they were; the two naive ways beside it.

    ``last_year``: what was reached, and for the rest of the year as many as in the same days of the year before.
    ``straight_line``: what was reached, as fast until the end.
    """

    unit: str
    origin: date
    actual: int
    low: int
    mid: int
    high: int
    last_year: int
    straight_line: int

    @property
    def covered(self) -> bool:
        """Say whether the year ended within the interval."""
        return self.low <= self.actual <= self.high


@dataclass(frozen=True)
class Summary:
    """How good the forecasts were: the share within the interval in percent, mean error in people and in percent of what came."""

    origins: int
    coverage: float
    mae: float
    mae_last_year: float
    mae_straight_line: float
    mape: float
    mape_last_year: float
    mape_straight_line: float


def topmost() -> Unit | None:
    """Return the party organisation above all others; None in an empty installation."""
    tops = UnitVersion.objects.filter(parent=None, kind__in=PARTY_KINDS).order_by("unit__code")
    found = tops.select_related("unit").first()
    return found.unit if found else None


def run(top: Unit, years: Iterable[int]) -> list[Tried]:
    """Try ``top`` and the party organisations directly under it in each of the years."""
    return [each for number in years for origin in ORIGINS for each in _from(top, date(number, *origin))]


def summary(tried: Sequence[Tried]) -> Summary:
    """Sum up; percent are of all that came, so that a unit with few people does not weigh as much as a large one."""
    came = sum(each.actual for each in tried)
    off = {
        name: sum(abs(getattr(each, name) - each.actual) for each in tried)
        for name in ("mid", "last_year", "straight_line")
    }
    mean = {name: round(value / len(tried), 2) for name, value in off.items()}
    share = {name: round(100 * value / came, 1) for name, value in off.items()}
    return Summary(
        origins=len(tried),
        coverage=round(100 * sum(each.covered for each in tried) / len(tried), 1),
        mae=mean["mid"],
        mae_last_year=mean["last_year"],
        mae_straight_line=mean["straight_line"],
        mape=share["mid"],
        mape_last_year=share["last_year"],
        mape_straight_line=share["straight_line"],
    )


def _from(top: Unit, origin: date) -> Iterator[Tried]:
    units = [top, *(version.unit for version in tree.children(top, origin) if version.kind in PARTY_KINDS)]
    whole = year(origin.year)
    observed = observing.observe(Asked(tree.path(top, origin)[0].unit, Stage.ADMITTED, origin, whole.last_day))
    counts = _counts(units, origin, whole)
    for unit, came in zip(units, counts, strict=True):
        if _large_enough(observed, unit):
            yield _tried(observed, unit, origin, came)


def _large_enough(observed: Observed, unit: Unit) -> bool:
    return (
        len(observed.standing.get(unit.pk, ())) >= LEAST_UNDER_WAY
        and observed.ended(unit, YEARS) >= LEAST_ENDED
        and observed.ended(observed.asked.top, YEARS) >= LEAST_ENDED_ABOVE
    )


def _tried(observed: Observed, unit: Unit, origin: date, came: tuple[int, int, int, int]) -> Tried:
    already, actual, before, before_by_then = came
    spread = observed.spread(unit)
    found = reaching.outlook(observed.ahead(unit), already, None, spread.value, spread.freedom)
    gone = (origin - date(origin.year, 1, 1)).days + 1
    return Tried(
        unit=unit.code,
        origin=origin,
        actual=actual,
        low=found.low,
        mid=found.mid,
        high=found.high,
        last_year=already + before - before_by_then,
        straight_line=round(already * (year(origin.year).stop - year(origin.year).start).days / gone),
    )


def _counts(units: Sequence[Unit], origin: date, whole: Period) -> list[tuple[int, int, int, int]]:
    """Of each unit: admitted so far, in the whole year, in the year before, in it up to the same day."""
    so_far = inclusive(whole.start, origin)
    periods = (so_far, whole, whole.a_year_earlier(), so_far.a_year_earlier())
    last = whole.last_day
    cells = [Cell((unit,), (Stage.ADMITTED,), last) for unit in units]
    found = statistics.counts([replace(cell, period=period) for cell in cells for period in periods])
    return [tuple(found[place : place + 4]) for place in range(0, len(found), 4)]
