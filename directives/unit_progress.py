"""How far targets that count party organisations or receipts are met as at a day, with the organisations behind each number.

Counted for many units in as many queries as for one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet
from django.urls import reverse

from candidates.statistics import Reading
from directives import allocations, goals, progress, target_periods, unit_measures
from directives.allocations import Given
from directives.enums import MEMBER_BASES, UNIT_MEASURES, Comparison, Measure, NumberKind
from directives.goals import Goal
from directives.models import Target
from directives.standing import Mark, Standing
from directives.unit_measures import Units
from organizations.declared import Base
from organizations.formats import percentage
from organizations.models import Unit
from organizations.periods import Period


@dataclass(frozen=True)
class UnitProgress:
    """One target of units in one unit as at a day: what was reached out of what could be, against the goal.

    ``asked`` is how the number of the unit's own target comes about, ``given`` what a document gave to a unit below.
    """

    target: Target
    unit: Unit
    on: date
    period: Period
    goal: int | None
    units: Units
    asked: Goal | None = None
    given: Given | None = None

    @property
    def percent(self) -> Decimal | None:
        """Reached in percent of the goal."""
        return percentage(self.units.reached, self.goal)

    @property
    def share(self) -> Decimal | None:
        """Reached in percent of those that could; None where nobody can be named beforehand."""
        return percentage(self.units.reached, self.units.could)

    @property
    def missing(self) -> int | None:
        """How many are left of the goal; None without one."""
        return None if self.goal is None else max(0, self.goal - self.units.reached)

    @property
    def elapsed(self) -> Decimal:
        """Share of the period that is gone, in percent."""
        return progress.elapsed(self.period, self.on)

    @property
    def standing(self) -> Standing:
        """How the unit stands to its target; where nobody could reach it, it is not late."""
        if self.target.number_kind == NumberKind.NONE:
            return Standing(Mark.ASPIRATION)
        if self.target.comparison == Comparison.AT_MOST:
            return Standing.within(self.goal, self.units.reached)
        if self.units.could == 0:
            return Standing(Mark.NO_SOURCES if self._lacks_sources else Mark.NOBODY, self.missing)
        return Standing.of(self.goal, self.units.reached, self.missing, self.elapsed, None)

    @property
    def _lacks_sources(self) -> bool:
        return self.target.measure == Measure.UNITS_ADMITTING and bool(self.units.without)

    @property
    def sources_left(self) -> int | None:
        """How many organisations are left that could still reach it; None where they cannot be named."""
        return None if self.units.is_open else len(self.units.left)

    @property
    def thing(self) -> str:
        """What is counted, in words."""
        return goals.thing_of(self.target.measure)

    @property
    def href(self) -> str:
        """The page that names the organisations behind the numbers."""
        return f"{reverse('directives:target_units', args=[self.target.pk])}?don_vi={self.unit.code}"


def targets_on(units: QuerySet[Unit], on: date) -> QuerySet[Target]:
    """Return the targets of units that bind one of ``units`` in the year of a day."""
    in_years = Q(first_year__lte=on.year) & (Q(last_year__isnull=True) | Q(last_year__gte=on.year))
    found = Target.objects.filter(in_years, unit__in=units, measure__in=UNIT_MEASURES).order_by("pk")
    return found.select_related("directive__document", "clause__document", "unit", "confirmed_by")


def of_target(target: Target, on: date, unit: Unit | None = None, reading: Reading = Reading.THEN) -> UnitProgress:
    """Count one target in a unit, its own unless another is named, as at the end of a day."""
    unit = unit or target.unit
    (found,) = of_units([{unit.pk: target}], [unit], on, reading)
    return found.get(unit.pk) or _progress(target, unit, on, Units(), None, None)


def of_units(
    columns: Sequence[Mapping[int, Target]], units: Sequence[Unit], on: date, reading: Reading = Reading.THEN
) -> list[dict[int, UnitProgress]]:
    """Return for each column (unit id → the target asked of it) how far each of ``units`` has met it.

    Left out are units of which a column asks nothing, and those in and under which there is nobody whom the measure concerns.
    """
    targets = {target.pk: target for asked in columns for target in asked.values()}
    if not targets:
        return [{} for _ in columns]
    days = {key: (target.measure, target_periods.gone(target, on)) for key, target in targets.items()}
    counted = {each: _counted(*each, units, on, reading) for each in set(days.values())}
    shares = allocations.by_unit(targets.values(), [unit.pk for unit in units], on)
    return [_column(asked, units, on, counted, days, shares) for asked in columns]


def _column(
    asked: Mapping[int, Target],
    units: Sequence[Unit],
    on: date,
    counted: Mapping[tuple, Mapping[int, Units]],
    days: Mapping[int, tuple],
    shares: Mapping[tuple[int, int], Given],
) -> dict[int, UnitProgress]:
    """One column; a unit to which a number was set stands in it even where there is nobody whom the measure concerns yet."""
    found = {}
    for unit in units:
        target = asked.get(unit.pk)
        if target is None:
            continue
        reached, given = counted[days[target.pk]].get(unit.pk), shares.get((target.pk, unit.pk))
        if reached or given or target.unit_id == unit.pk:
            reached = reached or Units()
            found[unit.pk] = _progress(target, unit, on, reached, given, _asked(target, unit, reached, on))
    return found


def _counted(
    measure: Measure, days: Period | None, units: Sequence[Unit], on: date, reading: Reading
) -> dict[int, Units]:
    return (
        unit_measures.by_unit(measure, units, days, on, reading)
        if days
        else {unit.pk: Units(is_open=True) for unit in units}
    )


def _progress(
    target: Target, unit: Unit, on: date, found: Units, given: Given | None, asked: Goal | None
) -> UnitProgress:
    goal = asked.low if asked else (given.people if given else None)
    period = target_periods.whole(target, on)
    return UnitProgress(target, unit, on, period, goal, found, asked, None if asked else given)


def _asked(target: Target, unit: Unit, found: Units, on: date) -> Goal | None:
    """What the target comes to for its own unit; a base of organisations was counted already."""
    if target.unit_id != unit.pk:
        return None
    if target.base in MEMBER_BASES:
        return goals.of(target, unit, on)
    return goals.by_base(target, Base(found.could, ()), on)
