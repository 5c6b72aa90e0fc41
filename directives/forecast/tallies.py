"""What happened beside what the pooled life tables led to expect, by month and by unit: the ground of seasons and of pace."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from directives.forecast.life_table import LONGEST, LifeTable, weight
from directives.forecast.months import MONTHS, Months
from directives.forecast.spells import CUT, LOST, Spell

ByMonth = dict[int, float]


@dataclass
class Monthly:
    """Of one stage: how many went on, and how many were expected to, by serial month."""

    went: ByMonth = field(default_factory=dict)
    expected: ByMonth = field(default_factory=dict)


@dataclass
class Tally:
    """Of one cell or unit: went on and was expected to, by stage; lost in any stage; where those who went on went.

    ``began`` are the days on which somebody entered the first stage, ``ended`` those on which somebody reached the goal.
    """

    went: list[float]
    expected: list[float]
    lost: float = 0.0
    lost_expected: float = 0.0
    ways: dict[tuple[int, int], float] = field(default_factory=dict)
    began: list[int] = field(default_factory=list)
    ended: list[int] = field(default_factory=list)

    @classmethod
    def empty(cls, stages: int) -> "Tally":
        """Nothing observed yet."""
        return cls([0.0] * stages, [0.0] * stages)

    def add(self, other: "Tally") -> None:
        """Take in what was observed in a cell below."""
        self.went = list(map(float.__add__, self.went, other.went))
        self.expected = list(map(float.__add__, self.expected, other.expected))
        self.lost += other.lost
        self.lost_expected += other.lost_expected
        for way, count in other.ways.items():
            self.ways[way] = self.ways.get(way, 0.0) + count
        self.began += other.began
        self.ended += other.ended


def by_month(spells: Iterable[Spell], tables: Sequence[LifeTable], months: Months, on: int) -> list[Monthly]:
    """Return for each stage what happened in each month, all units together."""
    found = [Monthly() for _ in tables]
    go = [_summed(table.go) for table in tables]
    for spell in spells:
        stage, heavy = spell.stage, weight(spell, on)
        expected, summed = found[stage].expected, go[stage]
        for month, start, stop in months.pieces(spell.entered, _at_risk(spell, on)):
            expected[month] = expected.get(month, 0.0) + heavy * (summed[stop] - summed[start])
        if _went(spell):
            month = months.of(spell.left)[0]
            found[stage].went[month] = found[stage].went.get(month, 0.0) + heavy
    return found


def by_cell(
    spells: Iterable[Spell],
    tables: Sequence[LifeTable],
    factors: Sequence[Mapping[int, float]],
    months: Months,
    on: int,
) -> dict[int, Tally]:
    """Return the tally of each cell; ``factors`` say for each stage how much of what is expected falls to a serial month."""
    go, lost = ([_summed(getattr(table, name)) for table in tables] for name in ("go", "lost"))
    found: dict[int, Tally] = {}
    for spell in spells:
        tally = found.get(spell.cell)
        if tally is None:
            tally = found[spell.cell] = Tally.empty(len(tables))
        stage, heavy, weeks = spell.stage, weight(spell, on), _at_risk(spell, on)
        summed, factor = go[stage], factors[stage]
        tally.expected[stage] += heavy * sum(
            (summed[stop] - summed[start]) * factor.get(month, 1.0)
            for month, start, stop in months.pieces(spell.entered, weeks)
        )
        tally.lost_expected += heavy * lost[stage][weeks]
        _note(tally, spell, heavy, factor, months)
    return found


def rolled_up(cells: Mapping[int, Tally], lines: Mapping[int, Sequence[int]], stages: int) -> dict[int, Tally]:
    """Return the tally of each unit on the ``lines`` (cell → units above it and itself), with all that is under it."""
    found: dict[int, Tally] = {}
    for cell, tally in cells.items():
        for unit in lines.get(cell, ()):
            if unit not in found:
                found[unit] = Tally.empty(stages)
            found[unit].add(tally)
    return found


def of_year(monthly: Monthly, still: Iterable[int]) -> list[tuple[float, float]]:
    """Add up the months of the same name, those ``still`` left out: went and expected, January first."""
    sums = [[0.0, 0.0] for _ in range(MONTHS)]
    for place, counts in enumerate((monthly.went, monthly.expected)):
        for month, count in counts.items():
            if month not in still:
                sums[month % MONTHS][place] += count
    return [(went, expected) for went, expected in sums]


def _note(tally: Tally, spell: Spell, heavy: float, factor: Mapping[int, float], months: Months) -> None:
    """Note how a spell began and ended; going on in a month that does not count (factor 0) tells nothing of the pace."""
    if spell.stage == 0:
        tally.began.append(spell.entered)
    if spell.to == LOST:
        tally.lost += heavy
    elif _went(spell):
        if factor.get(months.of(spell.left)[0], 1.0) > 0:
            tally.went[spell.stage] += heavy
        way = spell.stage, spell.to
        tally.ways[way] = tally.ways.get(way, 0.0) + heavy
        if spell.to >= len(tally.went):
            tally.ended.append(spell.left)


def _went(spell: Spell) -> bool:
    return spell.to is not None and spell.to not in (LOST, CUT)


def _at_risk(spell: Spell, on: int) -> int:
    """Weeks in which the spell could have ended: that of its end among them."""
    return min(spell.weeks(on), LONGEST) + (spell.left is not None and spell.to != CUT)


def _summed(rates: Sequence[float]) -> list[float]:
    return [0.0, *accumulate(rates)]
