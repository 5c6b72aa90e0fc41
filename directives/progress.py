"""How far a target is met as at a day, counted from the dossiers; nothing is typed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from django.db.models import Q, QuerySet

from candidates import statistics
from candidates.enums import BEING_VERIFIED, EARLIER, SUBMITTED, Stage
from candidates.statistics import Cell, Reading
from directives import allocations, goals, measures, target_periods
from directives.allocations import Given
from directives.enums import ORGANISATION_MEASURES, UNIT_MEASURES, Measure
from directives.goals import Goal
from directives.models import Target
from organizations import declared, periods, tree
from organizations.declared import Base, Expected
from organizations.formats import percentage
from organizations.models import Unit
from organizations.models.dated import valid_on
from organizations.periods import Period, inclusive, same_day


@dataclass(frozen=True)
class Counted:
    """A number of people, and the cell that counted it."""

    people: int
    cell: Cell


@dataclass(frozen=True)
class Progress:
    """One target in one unit as at a day.

    ``goal`` is in people, None where no document sets one for this unit or its base is not complete; ``same_period`` is
    None where no records of last year exist, or the period is longer than a year. ``exact`` is the percentage of the base
    before rounding. ``verified`` stands among ``earlier``. ``asked`` is how the number of the unit's own target comes about,
    ``given`` what a document gave to a unit below.
    """

    target: Target
    unit: Unit
    on: date
    period: Period
    base: Base | None
    exact: Decimal | None
    goal: int | None
    actual: Counted
    same_period: Counted | None
    decided: Counted
    submitted: Counted
    verified: Counted
    earlier: Counted
    asked: Goal | None = None
    given: Given | None = None

    @property
    def percent(self) -> Decimal | None:
        """Actual in percent of the goal."""
        return percentage(self.actual.people, self.goal)

    @property
    def percent_of_same_period(self) -> Decimal | None:
        """Actual in percent of the same period of last year; None where there is nothing to compare with."""
        return percentage(self.actual.people, self.same_period.people if self.same_period else None)

    @property
    def left(self) -> int | None:
        """People still to admit; 0 once the goal is reached."""
        return None if self.goal is None else max(0, self.goal - self.actual.people)

    @property
    def behind(self) -> bool | None:
        """Whether less of the goal is reached than of the period is gone; None without a goal."""
        return None if self.percent is None else self.percent < self.elapsed

    @property
    def unit_name(self) -> str:
        """The unit's name on the day."""
        version = tree.version(self.unit, self.on)
        return version.name if version else self.unit.code

    @property
    def missing(self) -> int | None:
        """People still to find: what is left after those decided, submitted and in preparation."""
        on_the_way = self.decided.people + self.submitted.people + self.earlier.people
        return None if self.goal is None else max(0, self.goal - self.actual.people - on_the_way)

    @property
    def period_words(self) -> str:
        """What the period is called: "năm 2021", "quý II năm 2021", "nhiệm kỳ 01/8/2020 – 31/7/2025"."""
        return target_periods.called(self.target, self.on)

    @property
    def compares(self) -> bool:
        """Say whether last year has a same period to compare with: a longer period would overlap its own."""
        return not _is_longer_than_a_year(self.period)

    @property
    def tells_of_all(self) -> bool:
        """Say whether all admissions count, of which units tell what they expect."""
        return self.target.measure == Measure.ADMITTED

    @cached_property
    def declared(self) -> Expected | None:
        """What units themselves expect in the quarters left, asked for when it is told; None where none of them spoke."""
        return expected(self.target, (self.unit,), self.on).get(self.unit.pk)

    @property
    def elapsed(self) -> Decimal:
        """Share of the target's period that is gone at the end of ``on``, in percent."""
        return elapsed(self.period, self.on)


def targets_on(units: QuerySet[Unit], on: date) -> QuerySet[Target]:
    """Return the targets that bind one of the party ``units`` in the year of ``on``, with what they cite."""
    in_years = Q(first_year__lte=on.year) & (Q(last_year__isnull=True) | Q(last_year__gte=on.year))
    found = (
        Target.objects.filter(in_years, unit__in=units)
        .exclude(measure__in=ORGANISATION_MEASURES | UNIT_MEASURES)
        .order_by("pk")
    )
    return found.select_related("directive__document", "clause__document", "unit", "confirmed_by")


def binding(unit: Unit, on: date) -> QuerySet[Target]:
    """Return the targets set to ``unit`` or to a unit above it for the year of ``on``, the unit's own first."""
    lines = Q(unit__below__unit=unit) & valid_on(on, "unit__below__")
    return targets_on(tree.ancestors(unit, on), on).filter(lines).order_by("unit__below__depth", "pk")


def of_target(target: Target, unit: Unit, on: date, reading: Reading = Reading.THEN) -> Progress:
    """Count one target in ``unit`` as at the end of the day ``on``."""
    asked = goals.of(target, unit, on)
    own, whole = unit.pk == target.unit_id, target_periods.whole(target, on)
    held = cell_of(target, (unit,), on, reading)
    before, recorded = _last_year(target, held, on)
    actual, same_period, recorded, *on_the_way = _counted(held, before, recorded, *on_the_way_cells(held))
    decided, submitted, verified, earlier = on_the_way
    given = None if own else allocations.given(target, unit, on)
    return Progress(
        target=target,
        unit=unit,
        on=on,
        period=whole,
        base=asked.base,
        exact=asked.exact if own else None,
        goal=asked.low if own else (given.people if given else None),
        actual=actual,
        same_period=same_period if recorded.people else None,
        decided=decided,
        submitted=submitted,
        verified=verified,
        earlier=earlier,
        asked=asked if own else None,
        given=given,
    )


def cell_of(target: Target, units: tuple[Unit, ...], on: date, reading: Reading = Reading.THEN) -> Cell:
    """Return the cell that counts ``target`` in ``units`` within the part of its period that is gone; nobody before it begins."""
    days = target_periods.gone(target, on)
    found = replace(measures.cell(target.measure, units, days or inclusive(on, on), on), reading=reading)
    return found if days else replace(found, stages=(), period=None)


def on_the_way_cells(held: Cell) -> tuple[Cell, Cell, Cell, Cell]:
    """Return the stocks decided, submitted, being verified and in preparation beside what is held.

    Those being verified stand among those in preparation; nobody else stands in two of them. Where "admitted" is counted by
    the decision, those decided are held already; nobody is on the way to anything but admission.
    """
    if not is_of_admission(held):
        return (replace(held, stages=(), period=None),) * 4
    decided = () if Stage.DECIDED in held.stages else (Stage.DECIDED,)
    ways = (decided, SUBMITTED, BEING_VERIFIED, EARLIER)
    return tuple(replace(held, stages=stages, period=None) for stages in ways)


def is_of_admission(held: Cell) -> bool:
    """Say whether a cell counts those admitted within a period, by the ceremony or by the decision."""
    return held.period is not None and not {Stage.ADMITTED, Stage.DECIDED}.isdisjoint(held.stages)


def expected(target: Target, units: Iterable[Unit], on: date) -> dict[int, Expected]:
    """Return per unit what units themselves expect in the quarters left of the period; they tell of all admissions alone."""
    if target.measure != Measure.ADMITTED:
        return {}
    quarters = periods.quarters_left(target_periods.whole(target, on), on)
    return declared.expected_under([unit.pk for unit in units], quarters, on)


def elapsed(whole: Period, on: date) -> Decimal:
    """Return the share of a period that is gone at the end of a day, in percent: from 0 to 100."""
    days = (whole.stop - whole.start).days
    return percentage(min(days, max(0, (on - whole.start).days + 1)), days)


def _last_year(target: Target, held: Cell, on: date) -> tuple[Cell, Cell]:
    """The same period of last year, and all that the target's own unit had recorded by its end.

    A period that is longer than a year would overlap its own last year: it is compared with nothing.
    """
    days, whole = target_periods.gone(target, on), target_periods.whole(target, on)
    if days is None or _is_longer_than_a_year(whole):
        nobody = replace(held, stages=(), period=None)
        return nobody, nobody
    before = days.a_year_earlier()
    ever = Period(date.min, before.stop)
    return _within(target, held, before), _within(target, replace(held, units=(target.unit,)), ever)


def _is_longer_than_a_year(whole: Period) -> bool:
    return whole.stop > same_day(whole.start, whole.start.year + 1)


def _within(target: Target, held: Cell, days: Period) -> Cell:
    """The cell of a target within other days; where it is no flow, its measure says how."""
    if held.period is not None:
        return replace(held, period=days)
    return replace(measures.cell(target.measure, held.units, days, held.on), reading=held.reading)


def _counted(*cells: Cell) -> list[Counted]:
    return [Counted(people, cell) for people, cell in zip(statistics.counts(cells), cells, strict=True)]
