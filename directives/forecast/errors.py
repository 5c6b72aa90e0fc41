"""How far forecasts made in earlier years were off, as one could know it on the day: the ground of the width of an interval."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from directives.forecast import model, reaching
from directives.forecast.counting import Expected
from directives.forecast.model import Fitted, Lines
from directives.forecast.spells import Spell

# What is assumed before any year could be checked: the whole pace of a year differs by about a third, known as from three years.
PRIOR_SPREAD, PRIOR_YEARS = 0.35, 3.0
LEAST_SPREAD = 0.05
YEAR, YEARS = 365, 3
# A year is checked from the day on which this many people had reached the goal at least.
LEAST_ENDED = 30


@dataclass(frozen=True)
class Spread:
    """By how much the whole pace of a period may differ, on the log scale, and from how many years that is known."""

    value: float
    freedom: float


@dataclass(frozen=True)
class Missed:
    """A forecast made ``years`` ago and what came of it, counted from the day on which it was made."""

    years: int
    expected: Expected
    actual: int


def past(
    spells: Sequence[Spell],
    lines: Lines,
    stages: int,
    on: int,
    until: int,
    depth: int,
    fits: dict[int, Fitted] | None = None,
) -> list[Missed]:
    """Make the forecast from ``on`` to ``until`` as it would have been made in past years, for all units so deep in the tree.

    A period longer than a year is checked over its first year. ``fits`` keeps what was fitted, for another depth.
    """
    length, fits = min(until - on, YEAR), {} if fits is None else fits
    found = []
    for years in range(1, YEARS + 1):
        day = on - years * YEAR
        if day not in fits:
            fits[day] = model.fit(spells, lines, stages, day)
        found += _checked(fits[day], spells, lines, length, years, depth)
    return found


def spread(missed: Iterable[Missed]) -> Spread:
    """Return the spread that explains by how much more forecasts missed than chance alone lets them, with what was assumed."""
    missed = list(missed)
    years = len({each.years for each in missed})
    slopes = sum(each.expected.slope**2 for each in missed)
    more = sum((each.actual - each.expected.mean) ** 2 - each.expected.variance for each in missed)
    seen = max(0.0, more / slopes) if slopes > 0 else 0.0
    whole = PRIOR_YEARS + years
    variance = (PRIOR_YEARS * PRIOR_SPREAD**2 + years * seen) / whole
    return Spread(max(LEAST_SPREAD, math.sqrt(variance)), whole)


def _checked(
    fitted: Fitted, spells: Sequence[Spell], lines: Lines, length: int, years: int, depth: int
) -> Iterator[Missed]:
    """The forecasts that would have been made on a day beside what came of them; none where too little was known."""
    on = fitted.on
    tops = {line[0] for line in lines.values()}
    if sum(len(tally.ended) for unit, tally in fitted.units.items() if unit in tops) < LEAST_ENDED:
        return
    standing = by_unit(fitted.standing, lines)
    came = _came(spells, lines, fitted.stages, on, on + length)
    for unit, line in units_of(lines, depth).items():
        if standing.get(unit):
            found = reaching.ahead(fitted, line, standing[unit], on + length)
            yield Missed(years, found.expected, came.get(unit, 0))


def units_of(lines: Lines, depth: int) -> Mapping[int, Sequence[int]]:
    """Return the line that ends with each unit so deep in the tree."""
    return {line[depth]: line[: depth + 1] for line in lines.values() if len(line) > depth}


def by_unit(standing: Iterable[Spell], lines: Lines) -> dict[int, list[Spell]]:
    """Return the spells that last, by each unit on the line of their cell."""
    found: dict[int, list[Spell]] = {}
    for spell in standing:
        for unit in lines.get(spell.cell, ()):
            found.setdefault(unit, []).append(spell)
    return found


def _came(spells: Iterable[Spell], lines: Lines, stages: int, after: int, until: int) -> dict[int, int]:
    """How many reached the goal after one day and up to another, by unit."""
    found: dict[int, int] = {}
    for spell in spells:
        if spell.to == stages and spell.left is not None and after < spell.left <= until:
            for unit in lines.get(spell.cell, ()):
                found[unit] = found.get(unit, 0) + 1
    return found
