"""From what was observed up to a day to the rates of a unit: pooled tables, months, its own pace drawn to its parents'."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from directives.forecast import beginnings, life_table, seasons, shrinking, tallies
from directives.forecast.life_table import LifeTable
from directives.forecast.months import MONTHS, Months
from directives.forecast.passing import Rates
from directives.forecast.spells import Spell, as_at
from directives.forecast.tallies import Tally

# Ways to the stages ahead are drawn to the parent's as if so many cases had been seen.
WAYS_CASES = 5.0

Lines = Mapping[int, Sequence[int]]


@dataclass(frozen=True)
class Fitted:
    """What the observations up to ``on`` say of all units at once.

    ``lines`` lead from each cell to the units above it, the topmost first; ``stages`` are those before the goal.
    """

    on: int
    stages: int
    tables: tuple[LifeTable, ...]
    months: tuple[tuple[float, ...], ...]
    begin_months: tuple[float, ...]
    units: Mapping[int, Tally]
    prior_cases: tuple[float, ...]
    standing: tuple[Spell, ...]
    still: frozenset[int]


def fit(spells: Sequence[Spell], lines: Lines, stages: int, on: int) -> Fitted:
    """Read the spells as they were known on a day; nothing that happened later has any influence."""
    known, calendar = as_at(spells, on), Months()
    tables, season, still = _pooled(known, calendar, stages, on)
    serial = range(on // 366 * MONTHS, (on // 365 + 2) * MONTHS)
    factors = [seasons.by_serial(each, serial, still) for each in season]
    units = tallies.rolled_up(tallies.by_cell(known, tables, factors, calendar, on), lines, stages)
    began = [day for cell in {line[0] for line in lines.values()} & set(units) for day in units[cell].began]
    return Fitted(
        on,
        stages,
        tuple(tables),
        tuple(tuple(row) for row in season),
        tuple(beginnings.season(began, calendar, on)),
        units,
        tuple(_prior_cases(units, lines)),
        tuple(spell for spell in known if spell.left is None),
        still,
    )


def _pooled(
    known: Sequence[Spell], calendar: Months, stages: int, on: int
) -> tuple[list[LifeTable], list[list[float]], frozenset[int]]:
    """Return the life tables and seasons of all units together, the months that stood still left out of both."""
    tables = life_table.tables(known, stages, on)
    monthly = tallies.by_month(known, tables, calendar, on)
    still = seasons.standstills(monthly, seasons.factors(monthly))
    if not still:
        return tables, seasons.factors(monthly), still
    tables = life_table.tables(known, stages, on, still)
    monthly = tallies.by_month(known, tables, calendar, on)
    return tables, seasons.factors(monthly, still), still


def rates(fitted: Fitted, line: Sequence[int]) -> Rates:
    """Return the rates of the last unit of ``line``: those of the first, drawn on step by step by what each unit below shows."""
    pace, lost = [1.0] * fitted.stages, 1.0
    ways = [dict.fromkeys(range(stage + 1, fitted.stages + 1), 0.0) for stage in range(fitted.stages)]
    for stage, seen in enumerate(ways):
        seen[stage + 1] = 1.0
    for depth, unit in enumerate(line):
        tally = fitted.units.get(unit) or Tally.empty(fitted.stages)
        cases = fitted.prior_cases[depth] if depth < len(fitted.prior_cases) else shrinking.PRIOR_CASES
        pace = [
            shrinking.ratio(tally.went[stage], tally.expected[stage], pace[stage], cases)
            for stage in range(fitted.stages)
        ]
        lost = shrinking.ratio(tally.lost, tally.lost_expected, lost, cases)
        ways = [_ways(tally, stage, above) for stage, above in enumerate(ways)]
    told = tuple(tuple((to, share) for to, share in seen.items() if share > 0.001) for seen in ways)
    return Rates(fitted.tables, tuple(pace), lost, fitted.months, told)


def beginning(fitted: Fitted, unit: int, first: int, last: int) -> list[tuple[int, float]]:
    """Return how many people are expected to enter the first stage in ``unit``, for the middle of each week of a period."""
    tally = fitted.units.get(unit)
    if tally is None:
        return []
    return beginnings.coming(tally.began, fitted.begin_months, fitted.on, first, last)


def ended(fitted: Fitted, unit: int, since: int) -> int:
    """Return how many reached the goal in ``unit`` from the day ``since`` on."""
    tally = fitted.units.get(unit)
    return sum(day >= since for day in tally.ended) if tally else 0


def _prior_cases(units: Mapping[int, Tally], lines: Lines) -> list[float]:
    """For each depth how many cases the parent's pace weighs, by how much siblings differ from it in the same stage."""
    parents: dict[int, dict[int, int]] = {}
    for line in lines.values():
        for depth, unit in enumerate(line):
            parents.setdefault(depth, {})[unit] = line[depth - 1] if depth else unit
    return [
        shrinking.prior_cases(_beside_parents(units, pairs)) if depth else shrinking.PRIOR_CASES
        for depth, pairs in sorted(parents.items())
    ]


def _beside_parents(units: Mapping[int, Tally], parents: Mapping[int, int]) -> list[tuple[float, float]]:
    """Observed, and expected by the parent's pace, of each unit and stage."""
    pairs = []
    for unit, parent in parents.items():
        if unit not in units or parent not in units:
            continue
        own, above = units[unit], units[parent]
        for stage in range(len(own.went)):
            if above.expected[stage] > 0:
                pace = above.went[stage] / above.expected[stage]
                pairs.append((own.went[stage], own.expected[stage] * pace))
    return pairs


def _ways(tally: Tally, stage: int, above: Mapping[int, float]) -> dict[int, float]:
    seen = [tally.ways.get((stage, to), 0.0) for to in above]
    return dict(zip(above, shrinking.shares(seen, list(above.values()), WAYS_CASES), strict=True))
