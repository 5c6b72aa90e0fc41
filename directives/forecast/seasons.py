"""Months in which steps are made more often than the time since the last one explains, and months in which all stood still."""

from collections.abc import Iterable, Mapping, Sequence

from directives.forecast.months import MONTHS
from directives.forecast.shrinking import ratio
from directives.forecast.tallies import Monthly, of_year

# A month is drawn to the year as if so many cases of the year's pace had been seen in it.
PRIOR_CASES = 8.0
LEAST, MOST = 0.1, 5.0
# A month stood still in which less than this share of the steps was made that the season let expect, of so many at least.
STANDSTILL, STANDSTILL_CASES = 0.6, 15.0


def factors(monthly: Sequence[Monthly], still: Iterable[int] = ()) -> list[list[float]]:
    """Return for each stage the factor of each month of the year, January first."""
    still = frozenset(still)
    return [
        [_within(ratio(went, expected, 1.0, PRIOR_CASES)) for went, expected in of_year(each, still)]
        for each in monthly
    ]


def standstills(monthly: Sequence[Monthly], season: Sequence[Sequence[float]]) -> frozenset[int]:
    """Return the serial months in which all stages together stood still, beyond what the season explains."""
    went: dict[int, float] = {}
    expected: dict[int, float] = {}
    for each, factor in zip(monthly, season, strict=True):
        for month, count in each.expected.items():
            expected[month] = expected.get(month, 0.0) + count * factor[month % MONTHS]
        for month, count in each.went.items():
            went[month] = went.get(month, 0.0) + count
    return frozenset(
        month
        for month, count in expected.items()
        if count >= STANDSTILL_CASES and went.get(month, 0.0) < STANDSTILL * count
    )


def by_serial(season: Sequence[float], months: Iterable[int], still: Iterable[int]) -> Mapping[int, float]:
    """Return the factor of each serial month: 0 for those that do not count."""
    still = frozenset(still)
    return {month: 0.0 if month in still else season[month % MONTHS] for month in months}


def of_beginnings(began: Sequence[float], weeks: float) -> list[float]:
    """Return the factor of each month for how many people begin, from those who began; each month was looked at equally long."""
    whole = sum(began)
    if not whole or not weeks:
        return [1.0] * MONTHS
    return [_within(ratio(count, whole / MONTHS, 1.0, PRIOR_CASES)) for count in began]


def _within(factor: float) -> float:
    return min(MOST, max(LEAST, factor))
