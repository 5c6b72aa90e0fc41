"""Reads which dossiers are on their way to cells of a reach, and which have left them: name, stage and letter, nothing more."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from candidates.enums import PaperKind
from candidates.models import Dossier, Transfer
from organizations import tree
from organizations.access import Reach
from organizations.enums import CELL_KINDS, Deed
from organizations.formats import date_vn
from organizations.models import UnitVersion


@dataclass(frozen=True)
class Moved:
    """One transfer of a dossier that one sees: where from, where to, by which letter, and what became of it."""

    row: Transfer
    origin: str
    target: str
    letter: str
    outcome: str


def coming(own: Reach, on: date) -> QuerySet[Transfer]:
    """Return the transfers on their way to cells of a reach on a day, the oldest first."""
    arriving = Transfer.objects.under_way().filter(sent_on__lte=on, to_unit__in=own.units(Deed.SEE_DOSSIERS))
    return _named(arriving, on).order_by("sent_on", "pk")


def waiting(own: Reach, on: date) -> list[Moved]:
    """Return what waits for a person to receive it: in the cells where nobody stands nearer."""
    return [moved(each) for each in coming(own, on).filter(to_unit__in=own.nearest_units(Deed.ADD_CANDIDATE))]


def gone(own: Reach, on: date) -> QuerySet[Transfer]:
    """Return the transfers out of cells of a reach up to a day, also of dossiers that lie elsewhere now, the newest first."""
    left = Transfer.objects.filter(sent_on__lte=on, from_unit__in=own.units(Deed.SEE_DOSSIERS))
    return _named(left, on).order_by("-sent_on", "-pk")


def visible(own: Reach) -> QuerySet[Transfer]:
    """Return the transfers to cells of a reach, whose people may receive or refuse them."""
    arriving = Transfer.objects.filter(to_unit__in=own.units(Deed.SEE_DOSSIERS))
    return arriving.select_related("dossier__person", "dossier__unit", "from_unit", "to_unit")


def of(dossier: Dossier, on: date) -> list[Moved]:
    """Return the transfers of a dossier as known on a day, the newest first; names the units of that day."""
    return [moved(each) for each in _named(dossier.transfers.filter(sent_on__lte=on), on).order_by("-sent_on", "-pk")]


def moved(row: Transfer) -> Moved:
    """Return how a transfer reads; the row knows the names of its units (``coming``, ``gone``)."""
    number = f" số {row.number}" if row.number else ""
    letter = f"{PaperKind(row.letter).label}{number}" if row.letter else "không có giấy tờ kèm theo"
    return Moved(row, row.origin or "", row.place or row.target or "", letter, _outcome(row))


def cells(on: date) -> QuerySet[UnitVersion]:
    """Return every cell of a day, with ``above``, the name of the unit directly over it: where a dossier may be sent."""
    found = UnitVersion.objects.on(on).filter(kind__in=CELL_KINDS)
    return found.annotate(above=tree.name_on(on, "parent")).select_related("unit").order_by("unit__code")


def _named(found: QuerySet[Transfer], on: date) -> QuerySet[Transfer]:
    origin, target = tree.name_on(on, "from_unit"), tree.name_on(on, "to_unit")
    return found.select_related("dossier__person").annotate(origin=origin, target=target)


def _outcome(row: Transfer) -> str:
    if row.place:
        return "Ra ngoài nơi hệ thống theo dõi"
    if row.received_on:
        return f"Đã tiếp nhận ngày {date_vn(row.received_on)}"
    if row.refused_on:
        return f"Không tiếp nhận ngày {date_vn(row.refused_on)}: {row.refuse_reason}"
    return "Chờ nơi đến tiếp nhận"
