"""The chance that a candidate reaches the goal in time: from stage to stage, week by week, until the period ends."""

import math
from dataclasses import dataclass, field
from datetime import date

from directives.forecast.life_table import LONGEST, LifeTable
from directives.forecast.spells import WEEK

# A stage that fewer of a unit's candidates pass is not told of.
SELDOM = 0.2


@dataclass(frozen=True)
class Rates:
    """How candidates of one unit go on: life tables, factors of its pace and losses, of months, ways to the stages ahead.

    ``ways[s]`` are pairs of a stage ahead and the share that goes there from ``s``; the goal is the stage ``len(tables)``.
    """

    tables: tuple[LifeTable, ...]
    pace: tuple[float, ...]
    lost: float
    months: tuple[tuple[float, ...], ...]
    ways: tuple[tuple[tuple[int, float], ...], ...]

    @property
    def goal(self) -> int:
        """The number of the stage to be reached."""
        return len(self.tables)

    def passed(self) -> list[int]:
        """The stages that candidates of the unit pass, from the second on."""
        likely = {0: 1.0}
        for stage, ways in enumerate(self.ways):
            for to, share in ways:
                likely[to] = likely.get(to, 0.0) + likely.get(stage, 0.0) * share
        return [stage for stage in range(1, self.goal) if likely.get(stage, 0.0) >= SELDOM]

    def without_losses(self) -> "Rates":
        """The same, as if nobody left the way."""
        return Rates(self.tables, self.pace, 0.0, self.months, self.ways)


@dataclass
class Passing:
    """Chances to reach the goal between the day ``on`` and the last day ``until``, both inclusive of their evening."""

    rates: Rates
    on: int
    until: int
    _reached: list[list[float]] = field(default_factory=list)
    _months: list[int] = field(default_factory=list)
    _hazards: list[tuple[list[float], list[float]]] = field(default_factory=list)
    _known: dict[tuple[int, int, int], float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._hazards = [
            ([-math.log1p(-rate) for rate in table.go], [-math.log1p(-rate) for rate in table.lost])
            for table in self.rates.tables
        ]
        whole = (self.until - self.on - WEEK / 2) / WEEK
        weeks = max(0, math.floor(whole) + 1)
        self._months = [date.fromordinal(self.on + WEEK * week).month - 1 for week in range(weeks + 1)]
        last = [1.0] * weeks + [min(1.0, max(0.0, whole - weeks + 1))]
        self._reached = [[] for _ in range(self.rates.goal)] + [last]
        for stage in reversed(range(self.rates.goal)):
            self._reached[stage] = [self._chance(stage, 0, week) for week in range(weeks + 1)]

    def entering(self, stage: int, day: int) -> float:
        """The chance of somebody who enters ``stage`` on a day; 0 after the period."""
        if day > self.until:
            return 0.0
        if stage >= self.rates.goal:
            return 1.0
        place = min(max(0.0, (day - self.on) / WEEK), len(self._months) - 1.0)
        before, after = math.floor(place), math.ceil(place)
        row = self._reached[stage]
        return row[before] + (row[after] - row[before]) * (place - before)

    def standing(self, stage: int, weeks: int, rests: int = 0) -> float:
        """The chance of somebody who has stood in ``stage`` for so many weeks and rests so many more before going on."""
        key = stage, min(weeks, LONGEST), min(rests, len(self._months))
        if key not in self._known:
            self._known[key] = self._chance(*key)
        return self._known[key]

    def _chance(self, stage: int, weeks: int, week: int) -> float:
        """Walk the weeks of a stay: who went on so far, times their chance from there."""
        (go, lost), pace, losing = self._hazards[stage], self.rates.pace[stage], self.rates.lost
        season, ahead = self.rates.months[stage], self._ahead(stage)
        there, found = 1.0, 0.0
        for later in range(week, len(self._months)):
            place = min(weeks + later - week, LONGEST)
            going = go[place] * pace * season[self._months[later]]
            ending = going + lost[place] * losing
            if ending > 0:
                stays = math.exp(-ending)
                found += there * (1 - stays) * going / ending * ahead[later]
                there *= stays
        return found

    def _ahead(self, stage: int) -> list[float]:
        """For each week the chance of somebody who goes on from ``stage`` then."""
        ways = self.rates.ways[stage]
        if len(ways) == 1:
            return self._reached[ways[0][0]]
        rows = [(self._reached[to], share) for to, share in ways]
        return [sum(row[week] * share for row, share in rows) for week in range(len(self._months))]
