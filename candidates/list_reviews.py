"""Reads the cells' reviews of their lists: whom a cell looks at, when each cell last did, what a review said."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, OuterRef, Prefetch, Q, QuerySet, Subquery

from candidates import instead
from candidates.enums import Stage
from candidates.models import Helper, HelperRemark, ListReview, ReviewedLine, StageEntry
from organizations import tree
from organizations.access import Reach
from organizations.enums import CELL_KINDS, Deed
from organizations.models import Unit, UnitVersion

LISTED = (Stage.SOURCE, Stage.SYMPATHISER)


@dataclass(frozen=True)
class Cell:
    """A cell with the day of its last review, how many are on its list, and whether the person reviews it."""

    unit: UnitVersion
    last_on: date | None
    sources: int
    sympathisers: int
    may_review: bool


def cells(own: Reach, on: date) -> list[Cell]:
    """Return the cells of a reach with somebody on their list or a review, those never or longest ago reviewed first."""
    reached = own.units(Deed.SEE_DOSSIERS)
    versions = list(UnitVersion.objects.on(on).filter(unit__in=reached, kind__in=CELL_KINDS).select_related("unit"))
    last, counts, able = _last(reached, on), _counts(reached, on), reviewable(own)
    rows = [
        Cell(each, last.get(each.unit_id), *counts.get(each.unit_id, (0, 0)), each.unit_id in able) for each in versions
    ]
    told = [row for row in rows if row.sources or row.sympathisers or row.last_on]
    return sorted(told, key=lambda row: (row.last_on or date.min, row.unit.unit.code))


def reviewable(own: Reach) -> set[int]:
    """Return the units whose list a person reviews: as the cell's own, or entering it for the cell."""
    deeds = [deed for deed in (Deed.MOVE_AS_CELL, Deed.ENTER_FOR_CELL) if own.grants(deed)]
    return {pk for deed in deeds for pk in own.units(deed).values_list("pk", flat=True)}


def deed_of(own: Reach, unit: Unit) -> Deed:
    """Return the deed by which a person reviews the list of a cell."""
    return Deed.ENTER_FOR_CELL if instead.needs_basis(own, unit) else Deed.MOVE_AS_CELL


def people(unit: Unit, on: date) -> QuerySet[StageEntry]:
    """Return whom a cell looks at: everybody open on its list, sources first; each with helper, last remark, last review."""
    listed = StageEntry.objects.filter(unit=unit, stage__in=LISTED, until__isnull=True, on__lte=on)
    reviewed = ReviewedLine.objects.filter(dossier=OuterRef("dossier"), review__void=False, review__held_on__lte=on)
    return (
        listed.select_related("dossier__person", "dossier__unit")
        .prefetch_related(
            Prefetch("dossier__helpers", Helper.objects.on(on), to_attr="helping"),
            Prefetch("dossier__helper_remarks", HelperRemark.objects.filter(on__lte=on).order_by("-on", "-pk")),
        )
        .annotate(reviewed_on=Subquery(reviewed.order_by("-review__held_on").values("review__held_on")[:1]))
        .order_by("stage", "dossier__person__name_key", "pk")
    )


def visible(own: Reach, on: date) -> QuerySet[ListReview]:
    """Return the reviews of the cells that a person sees, with the cell's name."""
    found = ListReview.objects.filter(unit__in=own.units(Deed.SEE_DOSSIERS), held_on__lte=on)
    return found.select_related("unit", "batch", "by").annotate(unit_name=tree.name_on(on))


def lines(review: ListReview, own: Reach) -> QuerySet[ReviewedLine]:
    """Return what a review said of each person whose dossier is in reach."""
    found = review.lines.filter(dossier__unit__in=own.units(Deed.SEE_DOSSIERS))
    records = ("act__entries", "act__helpers", "act__given_tasks", "act__remarks")
    return found.select_related("dossier__person", "act").prefetch_related(*records).order_by("said", "pk")


def _last(reached: QuerySet[Unit], on: date) -> dict[int, date]:
    found = ListReview.objects.filter(unit__in=reached, held_on__lte=on).order_by()
    return dict(found.values_list("unit").annotate(Max("held_on")))


def _counts(reached: QuerySet[Unit], on: date) -> dict[int, tuple[int, int]]:
    standing = StageEntry.objects.standing(on).filter(unit__in=reached).order_by()
    each = {stage.value: Count("pk", filter=Q(stage=stage)) for stage in LISTED}
    return {
        row["unit"]: tuple(row[stage.value] for stage in LISTED) for row in standing.values("unit").annotate(**each)
    }
