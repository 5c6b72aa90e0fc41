"""Reads the catalogue of papers: what is in force on a day, and for people how sure it is."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from candidates.enums import WAY, PaperKind, Stage
from candidates.models import PaperForm
from candidates.rules.sources import Source


def in_force(on: date) -> list[PaperForm]:
    """Return the papers of the catalogue on a day, in its own order; empty before the first edition."""
    return list(rows().on(on))


def rows() -> QuerySet[PaperForm]:
    """Return every row that no correction took back, with its document and who confirmed it."""
    return PaperForm.objects.select_related("document", "confirmed_by").order_by("valid_from", "pk")


def by_step(found: Iterable[PaperForm]) -> list[tuple[Stage | None, list[PaperForm]]]:
    """Return the papers by the step that needs them, in the order of the procedure; those that no step needs last."""
    needed = {stage: [row for row in found if row.needed_for == stage] for stage in WAY}
    groups = [(stage, held) for stage, held in needed.items() if held]
    loose = [row for row in found if not row.needed_for]
    return [*groups, *([(None, loose)] if loose else [])]


def source(row: PaperForm) -> Source:
    """Return what a row cites, marked where nobody confirmed it."""
    return Source(row.document.short, f"mẫu {row.code}" if row.code else "", row.confirmed_by_id is not None)


def history(row: PaperForm) -> QuerySet[PaperForm]:
    """Return every row that was ever stored of a paper in an edition, the newest first."""
    of_paper = PaperForm.ever.filter(edition=row.edition, kind=row.kind)
    return of_paper.select_related("document", "confirmed_by").order_by("-pk")


def name_of(kind: str, found: Iterable[PaperForm]) -> str:
    """Name a kind of paper as the catalogue does where it has it."""
    return next((row.name for row in found if row.kind == kind), PaperKind(kind).label)
