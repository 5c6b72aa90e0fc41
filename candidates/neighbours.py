"""Who comes before and after a dossier in the list from which one came."""

from dataclasses import dataclass

from django.db.models import Count, Max, QuerySet, Window
from django.db.models.functions import Lag, Lead, RowNumber

from candidates.models import StageEntry


@dataclass(frozen=True)
class Neighbours:
    """The place of a dossier in a list, from 1, and how many there are; the codes before and after it, "" at the ends."""

    place: int
    total: int
    before: str
    after: str


def of(rows: QuerySet[StageEntry], code: str) -> Neighbours | None:
    """Return the neighbours of the dossier ``code`` among ordered ``rows`` of a list; None where the list does not hold it."""
    order = list(rows.query.order_by)
    placed = rows.prefetch_related(None).annotate(
        # The code once more as a window: a plain condition on it would hold before the neighbours are looked up.
        here=Window(Max("dossier__code"), partition_by=["pk"]),
        place=Window(RowNumber(), order_by=order),
        total=Window(Count("pk")),
        before=Window(Lag("dossier__code"), order_by=order),
        after=Window(Lead("dossier__code"), order_by=order),
    )
    found = placed.filter(here=code).values_list("place", "total", "before", "after").first()
    return Neighbours(found[0], found[1], found[2] or "", found[3] or "") if found else None
