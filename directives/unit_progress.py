"""How far a target that counts party organisations or receipts is met as at a day, with the organisations behind its number."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet

from directives import goals, target_periods, unit_measures
from directives.enums import UNIT_MEASURES
from directives.goals import Goal
from directives.models import Target
from directives.unit_measures import Units
from organizations.formats import percentage
from organizations.models import Unit


@dataclass(frozen=True)
class UnitProgress:
    """One target of units as at a day: what was reached out of what could be, against the goal."""

    target: Target
    on: date
    asked: Goal
    units: Units

    @property
    def percent(self) -> Decimal | None:
        """Reached in percent of the goal."""
        return percentage(self.units.reached, self.asked.low)

    @property
    def share(self) -> Decimal | None:
        """Reached in percent of those that could."""
        return percentage(self.units.reached, self.units.could)

    @property
    def thing(self) -> str:
        """What is counted, in words."""
        return goals.thing_of(self.target.measure)


def targets_on(units: QuerySet[Unit], on: date) -> QuerySet[Target]:
    """Return the targets of units that bind one of ``units`` in the year of a day."""
    in_years = Q(first_year__lte=on.year) & (Q(last_year__isnull=True) | Q(last_year__gte=on.year))
    found = Target.objects.filter(in_years, unit__in=units, measure__in=UNIT_MEASURES).order_by("pk")
    return found.select_related("directive__document", "clause__document", "unit", "confirmed_by")


def of_target(target: Target, on: date) -> UnitProgress:
    """Count one target in its own unit as at the end of a day."""
    days = target_periods.gone(target, on)
    units = unit_measures.count(target.measure, target.unit, days, on) if days else Units(0, 0)
    return UnitProgress(target, on, goals.of(target, target.unit, on), units)
