"""How likely a stage ends in its n-th week, by going on or by being lost: a life table over weeks, pooled over broad bins."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from directives.forecast.months import first_day
from directives.forecast.spells import CUT, LOST, WEEK, Spell

# First weeks of the bins; where fewer events than LEAST fall into one, it is joined with the next.
BINS = (0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 17, 20, 23, 26, 30, 35, 40, 46, 52, 60, 70, 80, 92, 104, 130, 156)
LONGEST = 208
LEAST = 8.0
MOST = 0.97
# What was observed counts half after so many days: how people go on changes with the years.
HALF_LIFE = 730


@dataclass(frozen=True)
class LifeTable:
    """Chances per week of a stage, place n for the n-th week; the last place holds for all later ones."""

    go: tuple[float, ...]
    lost: tuple[float, ...]


def weight(spell: Spell, on: int) -> float:
    """How much a spell still tells on a day: one that lasts fully, one that ended long ago little."""
    return 1.0 if spell.left is None else 0.5 ** ((on - spell.left) / HALF_LIFE)


def tables(spells: Iterable[Spell], stages: int, on: int, still: Iterable[int] = ()) -> list[LifeTable]:
    """Return the life table of each stage below ``stages``; what lies in the serial months ``still`` is not looked at."""
    left, gone, lost, aside = (_grid(stages) for _ in range(4))
    periods = [(first_day(month), first_day(month + 1)) for month in sorted(still)]
    for spell in spells:
        weeks, heavy = min(spell.weeks(on), LONGEST), weight(spell, on)
        ended = spell.left is not None and spell.to != CUT
        left[spell.stage][weeks + ended] += heavy
        seen = _set_aside(aside[spell.stage], spell, weeks + ended, heavy, periods)
        if ended and seen:
            (lost if spell.to == LOST else gone)[spell.stage][weeks] += heavy
    return [_table(left[stage], aside[stage], gone[stage], lost[stage]) for stage in range(stages)]


def _grid(stages: int) -> list[list[float]]:
    return [[0.0] * (LONGEST + 2) for _ in range(stages)]


def _set_aside(aside: list[float], spell: Spell, weeks: int, heavy: float, periods: Sequence[tuple[int, int]]) -> bool:
    """Note the weeks of a spell that lie in the periods; say whether its last week lies outside them."""
    seen = True
    for start, stop in periods:
        first = max(0, -((spell.entered - start) // WEEK))
        after = min(weeks, -((spell.entered - stop) // WEEK))
        if first < after:
            aside[first] += heavy
            aside[after] -= heavy
            seen = seen and after < weeks
    return seen


def _table(left: Sequence[float], aside: Sequence[float], gone: Sequence[float], lost: Sequence[float]) -> LifeTable:
    """``left[n]`` were at risk before week n and no longer in it; ``aside`` tells where some begin and cease to be left out."""
    whole, passed = sum(left), list(accumulate(left))
    at_risk = [max(0.0, whole - out - off) for out, off in zip(passed, accumulate(aside), strict=True)][: LONGEST + 1]
    return LifeTable(_smoothed(gone, at_risk), _smoothed(lost, at_risk))


def _smoothed(events: Sequence[float], at_risk: Sequence[float]) -> tuple[float, ...]:
    """One rate for each bin with enough events; what is left at the end joins the last one."""
    bins: list[list[float]] = [[0, 0.0, 0.0]]
    for start, stop in zip(BINS, (*BINS[1:], LONGEST + 1), strict=True):
        if bins[-1][1] >= LEAST:
            bins.append([start, 0.0, 0.0])
        bins[-1][1] += sum(events[start:stop])
        bins[-1][2] += sum(at_risk[start:stop])
    if len(bins) > 1 and bins[-1][1] < LEAST:
        _, more, longer = bins.pop()
        bins[-1][1] += more
        bins[-1][2] += longer
    return tuple(_spread(bins))


def _spread(bins: list[list[float]]) -> list[float]:
    rates: list[float] = []
    for place, (start, events, at_risk) in enumerate(bins):
        stop = int(bins[place + 1][0]) if place + 1 < len(bins) else LONGEST + 1
        rates += [min(MOST, events / at_risk) if at_risk > 0 else 0.0] * (stop - int(start))
    return rates
