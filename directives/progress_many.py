"""How far many units have met targets, as at a day, in as many queries for 124 units as for one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from candidates import statistics
from candidates.enums import BEFORE_DECISION, Stage
from candidates.statistics import Cell, Reading
from directives import allocations, goals, progress, sources, target_periods
from directives.enums import MEMBER_BASES, Comparison, NumberKind
from directives.models import Target
from directives.progress import Counted
from directives.sources import Sources
from directives.standing import Mark, Standing
from organizations import declared
from organizations.formats import percentage
from organizations.models import Unit
from organizations.periods import Period

Asked = Mapping[int, Target]


@dataclass(frozen=True)
class Met:
    """One target in one of many units as at a day.

    ``goal`` is None where no document sets one for this unit, or its base is not complete. ``on_the_way`` are those decided,
    submitted and in preparation; ``left`` are all who stand before the decision, None where the measure admits nobody.
    """

    target: Target
    unit: Unit
    on: date
    period: Period
    goal: int | None
    actual: Counted
    on_the_way: Counted
    left: Counted | None
    sources: Sources | None

    @property
    def percent(self) -> Decimal | None:
        """Actual in percent of the goal."""
        return percentage(self.actual.people, self.goal)

    @property
    def missing(self) -> int | None:
        """People still to find: what is left of the goal after those on the way."""
        return None if self.goal is None else max(0, self.goal - self.actual.people - self.on_the_way.people)

    @property
    def sources_left(self) -> int | None:
        """People before the decision; None where the measure admits nobody."""
        return self.left.people if self.left else None

    @property
    def elapsed(self) -> Decimal:
        """Share of the period that is gone, in percent."""
        return progress.elapsed(self.period, self.on)

    @property
    def standing(self) -> Standing:
        """How the unit stands to its target: never by the percentage alone."""
        if self.target.number_kind == NumberKind.NONE:
            return Standing(Mark.ASPIRATION)
        if self.target.comparison == Comparison.AT_MOST:
            return Standing.within(self.goal, self.actual.people)
        return Standing.of(self.goal, self.actual.people, self.missing, self.elapsed, self.sources)


def of_units(
    columns: Sequence[Asked], units: Sequence[Unit], on: date, reading: Reading = Reading.THEN
) -> list[dict[int, Met]]:
    """Return for each column (unit id → the target asked of it) how far each of ``units`` has met it.

    Units of which a column asks nothing are left out of it.
    """
    targets = {target.pk: target for asked in columns for target in asked.values()}
    cells = {key: _cells(target, on, reading) for key, target in targets.items()}
    counted = _count({cell for each in cells.values() for cell in each}, units)
    shares = allocations.by_unit(targets.values(), [unit.pk for unit in units], on)
    bases = _bases(targets, units, on)
    return [
        {
            unit.pk: _met(
                asked[unit.pk],
                unit,
                on,
                _goal(asked[unit.pk], unit, on, shares, bases),
                _numbers(cells[asked[unit.pk].pk], unit, counted),
            )
            for unit in units
            if unit.pk in asked
        }
        for asked in columns
    ]


def _cells(target: Target, on: date, reading: Reading) -> tuple[Cell, Cell, Cell, Cell]:
    """What is held, on the way, left before the decision, and ever recorded; the units are filled in for each row."""
    held = progress.cell_of(target, (), on, reading)
    decided, submitted, _, earlier = progress.on_the_way_cells(held)
    way = replace(decided, stages=(*decided.stages, *submitted.stages, *earlier.stages))
    admits = progress.is_of_admission(held)
    left = replace(held, stages=BEFORE_DECISION if admits else (), period=None)
    ever = replace(held, stages=tuple(Stage), period=Period(date.min, held.period.stop)) if admits else left
    return held, way, left, ever


def _count(cells: set[Cell], units: Sequence[Unit]) -> dict[Cell, dict[int, int]]:
    asked = [cell for cell in cells if cell.stages]
    return dict(zip(asked, statistics.grid(asked, [unit.pk for unit in units]), strict=True))


def _numbers(cells: tuple[Cell, ...], unit: Unit, counted: dict[Cell, dict[int, int]]) -> list[Counted]:
    return [Counted(counted.get(cell, {}).get(unit.pk, 0), replace(cell, units=(unit,))) for cell in cells]


def _met(target: Target, unit: Unit, on: date, goal: int | None, numbers: list[Counted]) -> Met:
    held, way, left, ever = numbers
    admits = bool(left.cell.stages)
    state = sources.state(left.people + way.people, ever.people) if admits else None
    period = target_periods.whole(target, on)
    return Met(target, unit, on, period, goal, held, way, left if admits else None, state)


def _goal(target: Target, unit: Unit, on: date, shares: dict, bases: dict) -> int | None:
    """The target's own number where it was set to this very unit, else the share that a document gave to it."""
    if target.unit_id == unit.pk:
        return goals.by_base(target, bases.get(target.pk), on).low
    given = shares.get((target.pk, unit.pk))
    return given.people if given else None


def _bases(targets: Mapping[int, Target], units: Sequence[Unit], on: date) -> dict[int, declared.Base]:
    """Target id → the members that it is a percentage of, of those set to one of the units themselves."""
    here, by_day = {unit.pk for unit in units}, defaultdict(list)
    for target in (each for each in targets.values() if each.unit_id in here and each.base in MEMBER_BASES):
        by_day[goals.base_day(target, target_periods.whole(target, on))].append(target)
    found = {}
    for day, several in by_day.items():
        bases = declared.bases_under([target.unit_id for target in several], day) if day else {}
        found |= {target.pk: bases[target.unit_id] for target in several if target.unit_id in bases}
    return found
