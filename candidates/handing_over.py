"""Writes the hand-over book: a line for a dossier received or given away, and taking a mistaken line back.

All run inside ``acting`` and need Deed.KEEP_HANDOVER of a post at or above the unit of the dossier. A line is never rewritten:
a mistaken one is void, keeps its number, and the reason stays in the audit trail.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from candidates import handovers, recording
from candidates.enums import Direction, PaperKind
from candidates.models import Dossier, Handover, Person
from organizations import turns
from organizations.access import Reach, check_may
from organizations.acting import acting, current
from organizations.enums import Deed
from organizations.errors import NotAllowed, Refused
from organizations.formats import date_vn, tidy
from organizations.models import Unit


@dataclass(frozen=True)
class Line:
    """What is said of one hand-over: the book, which way, the day, the other side, who signed, which papers."""

    unit: Unit
    direction: Direction
    on: date
    counterpart: str
    signed_by: str
    kinds: tuple[PaperKind, ...] = ()
    count: int | None = None
    note: str = ""


def record(dossier: Dossier, said: Line, *, own: Reach, today: date) -> Handover:
    """Write a line, numbered next in its book of the year.

    Refused for a day that has not come or lies before the line before it, and for a dossier that the book shows elsewhere.
    """
    _hold(dossier, own)
    if said.unit not in handovers.keepers(own, dossier):
        raise NotAllowed("Đồng chí không ghi sổ giao nhận của tổ chức đảng này.")
    recording.check_day("Ngày giao nhận", said.on, today)
    _check_order(dossier, said)
    turns.take("handover", said.unit.pk, said.on.year)
    return Handover.objects.create(
        dossier=dossier,
        unit=said.unit,
        year=said.on.year,
        number=_next_number(said.unit, said.on.year),
        direction=said.direction,
        on=said.on,
        counterpart=tidy(said.counterpart),
        signed_by=tidy(said.signed_by),
        kinds=list(said.kinds),
        count=len(said.kinds) if said.count is None else said.count,
        note=tidy(said.note),
        by=current().by,
    )


def take_back(line: Handover, reason: str, *, own: Reach) -> None:
    """Mark a mistaken line as void; only the newest line about a dossier, so that what follows stays true."""
    _hold(line.dossier, own)
    if line.unit not in handovers.keepers(own, line.dossier):
        raise NotAllowed("Đồng chí không ghi sổ giao nhận của tổ chức đảng này.")
    if not reason.strip():
        raise Refused("Cần ghi lý do đính chính.")
    newest = Handover.objects.filter(dossier=line.dossier_id).first()
    if newest and newest.pk != line.pk:
        raise Refused(
            f"Sau dòng {line} đã ghi dòng {newest} ngày {date_vn(newest.on)} cho hồ sơ này; hãy đính chính dòng đó trước."
        )
    act = current()
    with acting(act.by, act.deed, tidy(reason)):
        if not Handover.ever.filter(pk=line.pk, void=False).update(void=True):
            raise Refused("Dòng này đã được đính chính trước đó; hãy tải lại trang.")


def _hold(dossier: Dossier, own: Reach) -> None:
    """Check the deed, and let lines about one dossier come one after the other."""
    current()
    check_may(own, Deed.KEEP_HANDOVER, dossier.unit)
    Person.objects.select_for_update().get(pk=dossier.person_id)


def _check_order(dossier: Dossier, said: Line) -> None:
    """A dossier is given away from where it lies, and received where it does not lie yet."""
    last = Handover.objects.filter(dossier=dossier).select_related("unit").first()
    if last and said.on < last.on:
        raise Refused(
            f"Ngày giao nhận {date_vn(said.on)} trước dòng {last} ngày {date_vn(last.on)} của hồ sơ này; hãy kiểm tra lại ngày."
        )
    is_here = bool(last) and last.unit_id == said.unit.pk and last.direction == Direction.RECEIVED
    if said.direction == Direction.RECEIVED and is_here:
        raise Refused(
            f"Hồ sơ đã nhận từ {last.counterpart} ngày {date_vn(last.on)} (dòng {last}) và chưa giao lại; không ghi nhận lần nữa."
        )
    if said.direction == Direction.GIVEN and not is_here:
        raise Refused(
            "Sổ này chưa ghi đang giữ hồ sơ"
            + (f": dòng mới nhất là {last} ngày {date_vn(last.on)}" if last else "")
            + ". Hãy ghi nhận hồ sơ trước khi ghi giao."
        )


def _next_number(unit: Unit, year: int) -> int:
    """Numbers run on over lines that were taken back."""
    used = Handover.ever.filter(unit=unit, year=year).aggregate(most=Max("number"))["most"]
    return (used or 0) + 1
