"""What a forecast is worked out from: the stays of dossiers, read once for all units under one top, and what was fitted."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from django.core.cache import cache

from candidates import durations
from candidates.among import EVERYBODY, Among
from candidates.durations import Stay
from candidates.enums import EXITS, MAIN_LINE, Stage
from directives.forecast import errors, model, reaching
from directives.forecast.errors import Spread
from directives.forecast.model import Fitted
from directives.forecast.reaching import Ahead
from directives.forecast.spells import CUT, LOST, Spell
from organizations.models import Unit

# Counted up whenever the method changes, so that nothing worked out by an older one is shown.
EDITION = 1
# For so many seconds what past years taught about a day is not worked out again.
KEPT_FOR = 24 * 3600


@dataclass(frozen=True)
class Asked:
    """What is asked: who reaches ``goal`` in or under ``top`` until the evening of ``until``, seen from the evening of ``on``."""

    top: Unit
    goal: Stage
    on: date
    until: date
    narrowed: Among = EVERYBODY


@dataclass(frozen=True)
class Observed:
    """What was read and fitted for a question; ``lines`` lead from ``top`` down to each unit."""

    asked: Asked
    spells: Sequence[Spell]
    lines: dict[int, tuple[int, ...]]
    cells: dict[int, tuple[int, ...]]
    fitted: Fitted
    standing: dict[int, list[Spell]]
    _spreads: dict[int, Spread] = field(default_factory=dict)
    _fits: dict[int, Fitted] = field(default_factory=dict)

    def ahead(self, unit: Unit) -> Ahead:
        """Return what lies ahead of a unit at or under the top."""
        until = self.asked.until.toordinal()
        return reaching.ahead(self.fitted, self.lines[unit.pk], self.standing.get(unit.pk, ()), until)

    def spread(self, unit: Unit) -> Spread:
        """Return how far off such forecasts were in past years, for units as deep in the tree as this one."""
        depth = len(self.lines[unit.pk]) - 1
        if depth not in self._spreads:
            key = _spread_key(self.asked, depth)
            self._spreads[depth] = cache.get(key) or self._tried(depth)
            cache.set(key, self._spreads[depth], KEPT_FOR)
        return self._spreads[depth]

    def _tried(self, depth: int) -> Spread:
        on, until = self.asked.on.toordinal(), self.asked.until.toordinal()
        known = self.spells, self.cells, self.fitted.stages
        return errors.spread(errors.past(*known, on, until, depth, self._fits))

    def ended(self, unit: Unit, years: int) -> int:
        """Return how many reached the goal in a unit within so many years before the day."""
        return model.ended(self.fitted, unit.pk, self.asked.on.replace(day=1).toordinal() - 365 * years)


def _spread_key(asked: Asked, depth: int) -> str:
    """What the forecasts of past years depend on; a step of today changes nothing about them, so that it is not part of it."""
    told = (EDITION, asked.top.pk, asked.goal, asked.on, asked.until, depth, asked.narrowed)
    return f"forecast-spread:{sha256(repr(told).encode()).hexdigest()}"


def observe(asked: Asked) -> Observed:
    """Read the stays as known on the day, and fit the model to them."""
    lines = durations.lines(asked.top, asked.on)
    goal = MAIN_LINE.index(asked.goal)
    spells = [_spell(stay, goal) for stay in durations.stays(asked.top, asked.goal, asked.on, asked.narrowed)]
    cells = {spell.cell: lines[spell.cell] for spell in spells}
    fitted = model.fit(spells, cells, goal, asked.on.toordinal())
    return Observed(asked, spells, lines, cells, fitted, errors.by_unit(fitted.standing, cells))


def _spell(stay: Stay, goal: int) -> Spell:
    stage = MAIN_LINE.index(stay.stage)
    rests = stay.rests_until.toordinal() if stay.rests_until else 0
    if stay.left is None:
        return Spell(stay.cell, stage, stay.entered.toordinal(), None, None, rests)
    return Spell(stay.cell, stage, stay.entered.toordinal(), stay.left.toordinal(), _ended_in(stay.to, stage, goal))


def _ended_in(to: Stage, stage: int, goal: int) -> int:
    """Going back by order tells neither of going on nor of being lost."""
    if to in EXITS:
        return LOST
    place = min(MAIN_LINE.index(to), goal)
    return place if place > stage else CUT
