"""Measures that count party organisations or receipts, not people: which ones reached it, out of which.

Each keeps the units behind its two numbers, so that a page can list them; nobody without sources is held to account.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Subquery

from candidates import statistics
from candidates.enums import MAIN_LINE
from candidates.statistics import Cell
from directives import obligations
from directives.enums import Measure, ObligationKind
from directives.models import Obligation
from organizations import tree
from organizations.enums import PARTY_KINDS, Sector
from organizations.models import Unit, UnitAncestry, UnitVersion
from organizations.models.dated import valid_on
from organizations.periods import Period

ENTERPRISES = (Sector.STATE_ENTERPRISE, Sector.NON_STATE_ENTERPRISE)


@dataclass(frozen=True)
class Units:
    """Units that reached what a measure asks, out of those that could.

    ``without`` had no sources and are not counted. Of documents made known, a unit counts once for each document: ``reached``
    and ``could`` are then numbers of receipts.
    """

    reached: int
    could: int
    met: tuple[UnitVersion, ...] = ()
    left: tuple[UnitVersion, ...] = ()
    without: tuple[UnitVersion, ...] = ()


def count(measure: Measure, unit: Unit, period: Period, on: date) -> Units:
    """Count a measure of units in and under ``unit`` within a period, as at a day."""
    return _COUNTS[Measure(measure)](unit, period, on)


def _admitting(unit: Unit, period: Period, on: date) -> Units:
    """Grassroots organisations with sources: those that have somebody on the way on the day, or admitted somebody."""
    bodies = list(tree.grassroots(unit, on))
    keys = [each.unit_id for each in bodies]
    stage = statistics.admitted_stage(on)
    sources = statistics.by_unit(Cell((unit,), MAIN_LINE[: MAIN_LINE.index(stage)], on), keys)
    admitted = statistics.by_unit(Cell((unit,), (stage,), on, period), keys)
    met = tuple(each for each in bodies if admitted.get(each.unit_id))
    left = tuple(each for each in bodies if not admitted.get(each.unit_id) and sources.get(each.unit_id))
    without = tuple(each for each in bodies if each not in met and each not in left)
    return Units(len(met), len(met) + len(left), met, left, without)


def _founded(unit: Unit, period: Period, on: date) -> Units:
    """Party organisations in enterprises whose first version began in the period, under ``unit`` on that day."""
    first = UnitVersion.objects.filter(unit=OuterRef("unit")).order_by("valid_from").values("valid_from")[:1]
    begun = UnitVersion.objects.filter(kind__in=PARTY_KINDS, sector__in=ENTERPRISES, valid_from=Subquery(first))
    within = begun.filter(valid_from__gte=period.start, valid_from__lt=period.stop, valid_from__lte=on)
    under = UnitAncestry.objects.filter(valid_on(OuterRef("valid_from")), ancestor=unit, unit=OuterRef("unit"))
    found = tuple(within.filter(Exists(under)).select_related("unit").order_by("unit__code"))
    return Units(len(found), len(found), found)


def _made_known(unit: Unit, period: Period, on: date) -> Units:
    """Receipts of the duties to make a document known that began in the period, by the bound units in and under ``unit``."""
    begun = Obligation.objects.filter(
        kind=ObligationKind.MAKE_KNOWN, from_on__gte=period.start, from_on__lt=period.stop
    )
    asked = [each for duty in begun.order_by("pk") for each in obligations.rounds(duty, on)[:1]]
    tallies = obligations.tally(asked, on, tree.descendants([unit], on))
    return Units(sum(each.done for each in tallies), sum(each.total for each in tallies))


_COUNTS: dict[Measure, Callable[[Unit, Period, date], Units]] = {
    Measure.UNITS_ADMITTING: _admitting,
    Measure.UNITS_FOUNDED: _founded,
    Measure.MADE_KNOWN: _made_known,
}
