"""Which organisations still have to set a target of their own, as a letter asks of them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet, Value

from directives import obligations, organisation_progress, register
from directives.enums import ORGANISATION_BOUNDS, ObligationKind
from directives.models import Obligation
from organizations import tree
from organizations.access import Reach
from organizations.models import Unit


@dataclass(frozen=True)
class Unset:
    """An organisation that a duty binds to set targets, and that has none in force on the day."""

    obligation: Obligation
    code: str
    name: str
    may_set: bool


def asked(on: date, own: Reach | None = None) -> QuerySet[Obligation]:
    """Return the duties of a day by which organisations set their own targets, of documents that a person may know of."""
    begun = Obligation.objects.filter(kind=ObligationKind.TARGETS, bound__in=ORGANISATION_BOUNDS, from_on__lte=on)
    return register.of_known(begun, own).select_related("directive__document", "clause__document").order_by("pk")


def unset(seen: QuerySet[Unit], settable: QuerySet[Unit], on: date, own: Reach | None = None) -> list[Unset]:
    """Return the organisations among ``seen`` without a target for the day, by duty and code; one query for all duties."""
    duties = list(asked(on, own))
    if not duties:
        return []
    singly = [_without(place, duty, seen, on) for place, duty in enumerate(duties)]
    found = list(singly[0].union(*singly[1:], all=True).order_by("place", "code"))
    may = set(settable.filter(code__in=[row["code"] for row in found]).values_list("code", flat=True))
    return [Unset(duties[row["place"]], row["code"], row["name"] or row["code"], row["code"] in may) for row in found]


def _without(place: int, duty: Obligation, seen: QuerySet[Unit], on: date) -> QuerySet:
    bound = obligations.bound_units(duty, on).filter(pk__in=seen.order_by().values("pk"))
    have = organisation_progress.targets_on(bound, on).filter(directive=duty.directive_id).order_by().values("unit")
    return bound.exclude(pk__in=have).order_by().values("code", place=Value(place), name=tree.name_on(on, "pk"))
