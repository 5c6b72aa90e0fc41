"""How far a target is met as at a day, counted from the dossiers; nothing is typed."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet

from candidates import statistics
from candidates.enums import EARLIER, SUBMITTED, Stage
from candidates.statistics import Cell
from directives import allocations, goals, measures
from directives.enums import ORGANISATION_MEASURES, UNIT_MEASURES
from directives.goals import Goal
from directives.models import Target
from organizations import tree
from organizations.declared import Base
from organizations.formats import percentage
from organizations.models import Unit
from organizations.models.dated import valid_on
from organizations.periods import Period, year, year_to_date


@dataclass(frozen=True)
class Counted:
    """A number of people, and the cell that counted it."""

    people: int
    cell: Cell


@dataclass(frozen=True)
class Progress:
    """One target in one unit as at a day.

    ``goal`` is in people, None where no document sets one for this unit or its base is not complete; ``same_period`` is
    None where no records of last year exist. ``exact`` is the percentage of the base before rounding.
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
    earlier: Counted
    asked: Goal | None = None

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
    def elapsed(self) -> Decimal:
        """Share of the target's period that is gone at the end of ``on``, in percent."""
        return percentage((self.on - self.period.start).days + 1, (self.period.stop - self.period.start).days)


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


def of_target(target: Target, unit: Unit, on: date) -> Progress:
    """Count one target in ``unit`` as at the end of the day ``on``."""
    asked = goals.of(target, unit, on)
    own = unit.pk == target.unit_id
    held = measures.cell(target.measure, (unit,), year_to_date(on), on)
    actual, same_period, recorded, *on_the_way = _counted(held, *_last_year(held, target), *on_the_way_cells(held))
    decided, submitted, earlier = on_the_way
    return Progress(
        target=target,
        unit=unit,
        on=on,
        period=year(on.year),
        base=asked.base,
        exact=asked.exact if own else None,
        goal=asked.low if own else allocated(target, unit, on),
        actual=actual,
        same_period=same_period if recorded.people else None,
        decided=decided,
        submitted=submitted,
        earlier=earlier,
        asked=asked if own else None,
    )


def on_the_way_cells(held: Cell) -> tuple[Cell, Cell, Cell]:
    """Return the stocks decided, submitted and in preparation beside what is held; nobody stands in two of them.

    Where "admitted" is counted by the decision, those decided are held already.
    """
    decided = () if Stage.DECIDED in held.stages else (Stage.DECIDED,)
    return tuple(replace(held, stages=stages, period=None) for stages in (decided, SUBMITTED, EARLIER))


def allocated(target: Target, unit: Unit, on: date) -> int | None:
    """Return what a document gave to ``unit`` for the period of a day, by the version in force then; None where none did."""
    given = allocations.given(target, unit, on)
    return given.people if given else None


def _last_year(held: Cell, target: Target) -> tuple[Cell, Cell]:
    """The same period of last year, and all that the target's own unit had recorded by its end."""
    before = replace(held, period=held.period.a_year_earlier())
    return before, statistics.ever(replace(before, units=(target.unit,)))


def _counted(*cells: Cell) -> list[Counted]:
    return [Counted(people, cell) for people, cell in zip(statistics.counts(cells), cells, strict=True)]
