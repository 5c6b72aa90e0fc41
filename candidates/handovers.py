"""Reads the hand-over book: the lines within a reach, where a dossier on paper is, which dossiers a unit holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from candidates.enums import Direction, PaperKind
from candidates.models import Dossier, Handover
from organizations import tree
from organizations.access import Reach
from organizations.enums import Deed
from organizations.formats import date_vn
from organizations.models import Unit


@dataclass(frozen=True)
class Place:
    """Where the paper dossier lies by the newest line of any book, in words; ``line`` is None where nothing was recorded."""

    words: str
    line: Handover | None = None


def lines(own: Reach, on: date) -> QuerySet[Handover]:
    """Return the lines about dossiers of the reach up to a day, the newest first, each with the name of its unit that day."""
    found = Handover.objects.filter(dossier__unit__in=own.units(Deed.SEE_DOSSIERS), on__lte=on)
    named = found.select_related("dossier__person", "unit", "by").annotate(unit_name=tree.name_on(OuterRef("on")))
    return named.order_by("-on", "-pk")


def of(dossier: Dossier, on: date) -> list[Handover]:
    """Return the lines about one dossier up to a day, the newest first."""
    found = Handover.objects.filter(dossier=dossier, on__lte=on).select_related("unit", "by")
    return list(found.annotate(unit_name=tree.name_on(OuterRef("on"))).order_by("-on", "-pk"))


def place(found: list[Handover]) -> Place:
    """Say where a dossier lies by its lines (the newest first)."""
    if not found:
        return Place("Chưa ghi giao nhận lần nào.")
    line = found[0]
    day = date_vn(line.on)
    if line.direction == Direction.RECEIVED:
        return Place(f"Đang ở {line.unit_name or line.unit.code}, nhận từ {line.counterpart} ngày {day}.", line)
    return Place(f"Đã giao cho {line.counterpart} ngày {day}, theo sổ của {line.unit_name or line.unit.code}.", line)


def held(found: QuerySet[Handover], on: date) -> QuerySet[Handover]:
    """Narrow lines to those by which a unit holds a dossier on a day: received, and nothing recorded of it since."""
    after = Q(on__gt=OuterRef("on")) | Q(on=OuterRef("on"), pk__gt=OuterRef("pk"))
    since = Handover.objects.filter(after, dossier=OuterRef("dossier"), on__lte=on)
    return found.filter(~Exists(since), direction=Direction.RECEIVED)


def books(own: Reach, on: date) -> QuerySet[Unit]:
    """Return the units whose books have a line about a dossier of the reach, with their names on a day."""
    kept = Handover.objects.filter(dossier__unit__in=own.units(Deed.SEE_DOSSIERS)).values("unit")
    return Unit.objects.filter(pk__in=kept).annotate(name=tree.name_on(on, "pk")).order_by("code")


def keepers(own: Reach, dossier: Dossier) -> list[Unit]:
    """Return the units in whose book the person may write about a dossier: those of their posts at or above its unit."""
    roots = {unit.pk: unit for unit in own.roots(Deed.KEEP_HANDOVER)}
    above = tree.ancestors(dossier.unit, own.on).filter(pk__in=roots).annotate(name=tree.name_on(own.on, "pk"))
    return list(above.order_by("code"))


def kinds_words(kinds: Iterable[str]) -> list[str]:
    """Name the papers of a line."""
    return [PaperKind(kind).label for kind in kinds]
