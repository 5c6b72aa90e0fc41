"""Lists and single dossiers, all starting from a reach."""

from collections.abc import Collection
from datetime import date

from django.db.models import OuterRef, Prefetch, Q, QuerySet, Value
from django.db.models.functions import Coalesce, Concat

from candidates import agenda, firmness, holds, lateness
from candidates.models import Dossier, StageEntry
from candidates.statistics import Cell, people
from organizations import tree
from organizations.access import Reach
from organizations.enums import Deed
from organizations.models import Unit

# The rules that set the days of a step, each with its document.
RULES = ("due_rule__document", "due_from", "extension_rule__document", "ends_rule__document")


def dossiers(own: Reach, deed: Deed = Deed.SEE_DOSSIERS) -> QuerySet[Dossier]:
    """Return the dossiers that a person reaches by ``deed`` today."""
    return Dossier.objects.in_units(own.units(deed)).select_related("person", "unit")


def listed(cell: Cell, own: Reach) -> QuerySet[StageEntry]:
    """Return one row per person of a cell whose dossier lies in the reach today.

    Each row is the stage in force on the day one looks from, with the unit's name on that day, and the meeting for which the
    dossier waits (``waits_for``). Who was counted in a unit of the reach but has left it since is not named: ``beyond`` says how
    many they are.
    """
    found = (
        holds.annotated(StageEntry.objects.standing(cell.on), cell.on)
        .filter(dossier__in=within(people(cell), own))
        .select_related("dossier__person")
        .prefetch_related(*(Prefetch(name, firmness.rules()) for name in lateness.RULES))
        .annotate(unit_name=tree.name_on(cell.on))
    )
    return agenda.with_waiting(found)


def within(found: QuerySet[Dossier], own: Reach) -> QuerySet[Dossier]:
    """Return those of ``found`` whose dossiers the person reaches today."""
    return found.filter(unit__in=own.units(Deed.SEE_DOSSIERS))


def units_to_choose(own: Reach, on: date, asked: Collection[str]) -> QuerySet[Unit]:
    """Return the units that a list may be narrowed to, with their names on a day, by code.

    Of those that exist no longer only what is ``asked`` for (codes as an address has them), by the last name: numbers of past
    days are about them.
    """
    codes = [code for code in asked if code.isprintable()]
    ended = Concat(tree.last_name("pk"), Value(" (đã kết thúc)"))
    named = own.units_ever(Deed.SEE_DOSSIERS).annotate(now=tree.name_on(on, "pk"), name=Coalesce("now", ended))
    return named.filter(Q(now__isnull=False) | Q(code__in=codes)).order_by("code")


def beyond(cell: Cell, own: Reach) -> int:
    """Return how many people a cell counts whose dossiers lie outside the reach today."""
    return people(cell).exclude(unit__in=own.units(Deed.SEE_DOSSIERS)).count()


def in_full(own: Reach) -> QuerySet[Dossier]:
    """Return the dossiers of a reach with all their steps, each with its paper, who recorded it, the unit's name then.

    ``history`` holds the steps, the oldest first, those that a correction took back among them, marked by ``cancelled_at``;
    ``above`` holds what lies above the unit, for ``Reach.know``.
    """
    steps = StageEntry.ever.select_related("by", "paper", "cancelled_by", *RULES)
    named = steps.order_by("position").annotate(unit_name=tree.name_on(OuterRef("on")))
    return dossiers(own).annotate(above=own.above()).prefetch_related(Prefetch("entries", named, to_attr="history"))
