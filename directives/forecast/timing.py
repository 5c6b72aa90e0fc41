"""By when a candidate must pass a stage to count, and how many more are needed there."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from directives.forecast.passing import Passing

# So far back from the end of a period it is looked for the latest day.
LOOKED_BACK = 3 * 365
HALF = 0.5
# Where fewer than this share of newcomers would still be in time, asking for more of them helps nobody.
WORTH_IT = 0.2


@dataclass(frozen=True)
class Latest:
    """The last day on which somebody who enters ``stage`` and does not leave the way is in time in half of all cases.

    None where even the longest time looked at is too short.
    """

    stage: int
    day: int | None


@dataclass(frozen=True)
class Needed:
    """So many more people who enter ``stage`` on ``day`` let the expected number reach the goal."""

    stage: int
    day: int
    people: int
    chance: float


def latest(passing: Passing, stages: Iterable[int]) -> list[Latest]:
    """Return the latest day of each stage; ``passing`` begins long before the end and knows no losses."""
    return [Latest(stage, _last_day(passing, stage)) for stage in stages]


def needed(passing: Passing, gap: float, days: Iterable[Latest], on: int) -> list[Needed]:
    """Return how many more people close ``gap``, entering each stage on its latest day, or tomorrow where that has passed."""
    found = []
    for each in days:
        day = max(each.day or 0, on + 1)
        chance = passing.entering(each.stage, day)
        if gap > 0 and chance >= WORTH_IT:
            found.append(Needed(each.stage, day, math.ceil(gap / chance - 1e-9), chance))
    return found


def _last_day(passing: Passing, stage: int) -> int | None:
    """Later is never better: halve the span in which the day must lie."""
    first, last = passing.on, passing.until
    if passing.entering(stage, first) < HALF:
        return None
    while first < last:
        middle = (first + last + 1) // 2
        first, last = (middle, last) if passing.entering(stage, middle) >= HALF else (first, middle - 1)
    return first
