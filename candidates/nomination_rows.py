"""A nomination as a list shows it: how it stood at the end of a day, and only what the viewer may know of it.

Whoever reaches the nomination sees the person, the cell, the days and the outcome. The reason of a return and the dossier
are for those who see the dossiers of the cell.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from candidates.enums import Answer, Stage, Way
from candidates.models import Nomination, StageEntry
from organizations import tree
from organizations.access import Reach
from organizations.enums import Deed

# What an organisation is told of the way of somebody whom a cell took up.
_TOLD = {
    Stage.DECIDED: ("Đã có quyết định kết nạp", "done"),
    Stage.ADMITTED: ("Đã kết nạp", "done"),
    Stage.REMOVED: ("Đã đưa ra khỏi danh sách", ""),
    Stage.WITHDRAWN: ("Đã thôi xem xét", ""),
    Stage.MOVED_OUT: ("Đã chuyển đi nơi khác", ""),
    Stage.ANNULLED: ("Quyết định kết nạp đã bị hủy", ""),
}


@dataclass(frozen=True)
class Row:
    """A nomination as at a day; ``on`` is the day of its outcome, ``reason``, ``note`` and ``dossier`` are "" where hidden."""

    pk: int
    name: str
    birth_year: int
    organisation: str
    cell: str
    found_at: str
    number: str
    nominated_on: date
    asked_until: date | None
    outcome: str
    state: str
    on: date | None
    lateness: str
    reason: str
    note: str
    dossier: str
    may_answer: bool
    may_correct: bool


def described(found: QuerySet[Nomination], own: Reach, on: date) -> QuerySet[Nomination]:
    """Annotate nominations with what ``row`` needs: names as on a day, how far the person went, what the viewer may see."""
    entries = StageEntry.objects.filter(dossier=OuterRef("dossier"), on__lte=on, stage__in=_TOLD).order_by("-position")
    begun = StageEntry.objects.filter(dossier=OuterRef("dossier"), on__lte=on, stage=OuterRef("told"), way=Way.STEP)
    return found.select_related("person", "dossier").annotate(
        organisation_name=tree.name_on(on, "organisation"),
        cell_name=tree.name_on(on, "cell"),
        told=entries.values("stage")[:1],
        told_on=begun.order_by("-position").values("on")[:1],
        is_open=_covers(own, Deed.SEE_DOSSIERS, "cell"),
        dossier_is_open=_covers(own, Deed.SEE_DOSSIERS, "dossier__unit"),
        is_theirs=_covers(own, Deed.ANSWER_NOMINATION, "cell"),
    )


def row(nomination: Nomination, on: date) -> Row:
    """Return a nomination of ``described`` as it stood at the end of ``on``."""
    answered = is_answered(nomination, on)
    outcome, state, day = _outcome(nomination, answered)
    return Row(
        pk=nomination.pk,
        name=nomination.person.full_name,
        birth_year=nomination.person.birth_year,
        organisation=nomination.organisation_name or "",
        cell=nomination.cell_name or "",
        found_at=nomination.found_at,
        number=nomination.number,
        nominated_on=nomination.nominated_on,
        asked_until=nomination.answer_by,
        outcome=outcome,
        state=state,
        on=day,
        lateness=lateness(nomination, on),
        **_of_the_cell(nomination, answered),
        may_answer=nomination.is_theirs and nomination.answer == Answer.WAITING,
        may_correct=nomination.is_theirs and answered,
    )


def is_answered(nomination: Nomination, on: date) -> bool:
    """Say whether the cell had answered by the end of a day."""
    return nomination.answered_on is not None and nomination.answered_on <= on


def lateness(nomination: Nomination, on: date) -> str:
    """Say by how much the day until which the organisation asked for an answer has passed; no rule makes it a term."""
    if nomination.answer_by is None:
        return ""
    answered = is_answered(nomination, on)
    days = ((nomination.answered_on if answered else on) - nomination.answer_by).days
    if days <= 0:
        return ""
    return f"trả lời sau ngày đề nghị {days} ngày" if answered else f"đã qua {days} ngày"


def _covers(own: Reach, deed: Deed, reference: str) -> Exists:
    return Exists(own.units(deed).filter(pk=OuterRef(reference)))


def _of_the_cell(nomination: Nomination, answered: bool) -> dict[str, str]:
    """What only those read who see the dossiers of the cell."""
    returned = answered and nomination.is_open and nomination.answer == Answer.RETURNED
    leads_on = answered and nomination.is_open and nomination.dossier_is_open
    return {
        "reason": nomination.get_return_reason_display() if returned else "",
        "note": nomination.return_note if returned else "",
        "dossier": nomination.dossier.code if leads_on else "",
    }


def _outcome(nomination: Nomination, answered: bool) -> tuple[str, str, date | None]:
    if not answered:
        return "Chưa trả lời", "waiting", None
    if nomination.answer == Answer.RETURNED:
        return "Đã trả lại", "", nomination.answered_on
    if nomination.told is None:
        return "Đang xem xét", "waiting", None
    return *_TOLD[Stage(nomination.told)], nomination.told_on
