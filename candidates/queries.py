"""Lists and single dossiers, all starting from a reach."""

from datetime import date

from django.db.models import QuerySet

from candidates.models import Dossier, StageEntry
from candidates.statistics import Cell, people
from organizations import tree
from organizations.access import Reach
from organizations.enums import Deed


def dossiers(own: Reach, deed: Deed = Deed.SEE_DOSSIERS) -> QuerySet[Dossier]:
    """Return the dossiers that a person reaches by ``deed`` today."""
    return Dossier.objects.in_units(own.units(deed)).select_related("person", "unit")


def listed(cell: Cell) -> QuerySet[StageEntry]:
    """Return one row per person of a cell: the stage in force on the day one looks from, with the unit's name then."""
    return (
        StageEntry.objects.standing(cell.on)
        .filter(dossier__in=people(cell))
        .select_related("dossier__person", "due_rule")
        .annotate(unit_name=tree.name_on(cell.on))
    )


def history(dossier: Dossier, on: date) -> list[StageEntry]:
    """Return the steps of a dossier up to a day, the oldest first, with papers, people and the units' names then."""
    return list(
        dossier.entries.filter(on__lte=on)
        .select_related("by", "paper", "due_rule__document")
        .annotate(unit_name=tree.name_on(on))
        .order_by("position")
    )
