"""Replies that wait for the superior's word, over a reach."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from directives import keepers, obligations
from directives.models import Fulfilment, Ruling
from directives.rounds import Round
from organizations import tree
from organizations.access import Reach


@dataclass(frozen=True)
class Unjudged:
    """A reply with the round and the name of the unit."""

    said: Fulfilment
    asked: Round
    name: str


def waiting(own: Reach, on: date) -> QuerySet[Fulfilment]:
    """Return the replies, to duties that the person is the nearest to follow, of which nobody said anything by a day."""
    spoken = Ruling.objects.filter(fulfilment=OuterRef("pk"), on__lte=on)
    duties = keepers.kept(own, nearest=True).filter(needs_accepting=True).values("pk")
    found = Fulfilment.ever.filter(obligations.standing(on), ~Exists(spoken), obligation__in=duties)
    named = found.annotate(name=tree.name_on(on)).select_related("obligation__directive__document", "unit", "by")
    return named.order_by("on", "pk")


def shown(rows: Iterable[Fulfilment]) -> list[Unjudged]:
    """Return replies as a page lists them."""
    return [Unjudged(row, Round(row.obligation, row.year, row.part), row.name or row.unit.code) for row in rows]
