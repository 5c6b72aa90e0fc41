"""Whom a document reached: the units that its addressees name, those that have received it, counted in SQL."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Value

from directives import obligations
from directives.models import Addressee, Delivery, Directive
from directives.obligations import DONE, LEFT
from organizations.models import Unit


@dataclass(frozen=True)
class Tally:
    """How many of the units that one sees an addressee names, and how many of them have received the document."""

    total: int = 0
    received: int = 0

    @property
    def left(self) -> int:
        """How many have not."""
        return self.total - self.received


@dataclass(frozen=True)
class Line:
    """A unit to which a document is sent, and when it received it; None where nobody said so."""

    unit: Unit
    name: str
    delivery: Delivery | None


def addressees(directive: Directive) -> list[Addressee]:
    """Return the addressees that name units, in their order."""
    return [each for each in directive.addressees.select_related("unit") if each.unit_id]


def units(named: Sequence[Addressee], on: date) -> QuerySet[Unit]:
    """Return the units that addressees name, as the tree stands on a day."""
    concerned = Q(pk__in=[])
    for each in named:
        concerned |= Q(pk__in=obligations.meant_units(each, on).values("pk"))
    return Unit.objects.filter(concerned)


def narrowed(directive: Directive, found: QuerySet[Unit], only: str, on: date) -> QuerySet[Unit]:
    """Return those of ``found`` that have received a document by a day, or have not, or all."""
    received = _has_received(directive, on)
    return {DONE: found.filter(received), LEFT: found.filter(~received)}.get(only, found)


def tallies(directive: Directive, named: Sequence[Addressee], on: date, seen: QuerySet[Unit]) -> list[Tally]:
    """Count, for each addressee, its units among ``seen``: one query for any number of addressees."""
    if not named:
        return []
    singly = [_counted(place, directive, each, on, seen) for place, each in enumerate(named)]
    counted = {row.pop("place"): Tally(**row) for row in singly[0].union(*singly[1:], all=True)}
    return [counted.get(place, Tally()) for place in range(len(named))]


def whole(directive: Directive, named: Sequence[Addressee], on: date, seen: QuerySet[Unit]) -> Tally:
    """Count the units of all addressees together, each once."""
    received = _has_received(directive, on)
    found = units(named, on).filter(pk__in=seen.values("pk"))
    return Tally(**found.aggregate(total=Count("pk"), received=Count("pk", filter=received)))


def lines(directive: Directive, found: Sequence[Unit], on: date) -> list[Line]:
    """Return each of ``found`` (annotated with its ``name``) with its delivery by a day, in one query for any number."""
    told = Delivery.objects.filter(directive=directive, unit__in=found, on__lte=on).select_related("by")
    by_unit = {each.unit_id: each for each in told}
    return [Line(unit, unit.name or unit.code, by_unit.get(unit.pk)) for unit in found]


def standing(directive: Directive, unit: Unit) -> Delivery | None:
    """Return when a unit received a document, whenever that was; None where nobody said so."""
    return Delivery.objects.filter(directive=directive, unit=unit).select_related("by").first()


def unreceived(directives: Sequence[Directive], on: date, within: QuerySet[Unit]) -> list[int]:
    """Count, for each of some documents, its units ``within`` that have not received it by a day: one query for all.

    The addressees of the documents may have been fetched along.
    """
    counts = [_left(place, each, on, within) for place, each in enumerate(directives)]
    if not counts:
        return []
    found = {row["place"]: row["left"] for row in (counts[0].union(*counts[1:], all=True) if counts[1:] else counts[0])}
    return [found.get(place, 0) for place in range(len(directives))]


def _left(place: int, directive: Directive, on: date, within: QuerySet[Unit]) -> QuerySet:
    named = [each for each in directive.addressees.all() if each.unit_id]
    left = units(named, on).filter(~_has_received(directive, on), pk__in=within.order_by().values("pk"))
    return left.order_by().values(place=Value(place)).annotate(left=Count("pk"))


def _has_received(directive: Directive, on: date) -> Exists:
    return Exists(Delivery.objects.filter(directive=directive, unit=OuterRef("pk"), on__lte=on))


def _counted(place: int, directive: Directive, each: Addressee, on: date, seen: QuerySet[Unit]) -> QuerySet:
    received = _has_received(directive, on)
    bound = obligations.meant_units(each, on).filter(pk__in=seen.order_by().values("pk"))
    rows = bound.order_by().values(place=Value(place))
    return rows.annotate(total=Count("pk"), received=Count("pk", filter=received))
