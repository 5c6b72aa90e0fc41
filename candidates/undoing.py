"""The one way to take something back: one deed, one check that nothing was built on it; what was taken back stays on record."""

from datetime import date

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Now

from candidates import actions, holds, instead, moves, recording, seats, side_rows
from candidates.enums import ActKind, AgendaResult, BatchKind, Stage
from candidates.models import (
    Act,
    AgendaItem,
    Ballot,
    Batch,
    Dossier,
    Enrolment,
    GivenTask,
    Helper,
    HelperRemark,
    Hold,
    Paper,
    Person,
    StageEntry,
    Transfer,
)
from organizations.access import Reach
from organizations.acting import current
from organizations.enums import Deed
from organizations.errors import NotAllowed, Refused
from organizations.formats import date_vn, tidy

BEYOND = "Có hồ sơ ngoài phạm vi của đồng chí đã có việc ghi sau nên không hủy cùng được; hãy hỏi Ban Tổ chức cấp trên."


def against(act: Act, today: date) -> list[str]:
    """Return every reason why an act cannot be taken back now: it was already, or something was done after it."""
    if not Act.objects.filter(pk=act.pk).exists():
        return [f"“{act.words}” đã được hủy trước đó; hãy tải lại trang."]
    later = Act.objects.filter(dossier=act.dossier_id, pk__gt=act.pk).order_by("pk").first()
    if later:
        return [
            f"Hồ sơ {act.dossier.code} đã có việc ghi sau: “{later.words}” ngày {date_vn(later.on)}. Hãy hủy việc đó trước."
        ]
    if act.on > today:
        return [f"Việc này ghi sau ngày đang xem ({date_vn(today)}); hãy chọn “xem tại ngày” muộn hơn."]
    return []


def may(own: Reach, act: Act) -> bool:
    """Say whether a person may take an act back: whoever owns its deed there, or enters it for the owner.

    Certificates of a class are taken back by whoever runs it as well: they were issued there.
    """
    if act.batch and act.batch.kind == BatchKind.CERTIFICATES and own.covers(Deed.RUN_CLASSES, act.batch.unit):
        return True
    unit = side_rows.where(act)
    return own.covers(Deed.CORRECT_STEP, unit) and _seat(own, act).covers(deed_of(own, act), unit)


def deed_of(own: Reach, act: Act) -> Deed:
    """Return the deed by which a person may take an act back: the owner's, else that of whoever enters it for the owner."""
    deed = Deed(act.deed)
    return moves.SUBSTITUTES[deed] if instead.needs_basis(_seat(own, act), side_rows.where(act), deed) else deed


def what(act: Act) -> list[str]:
    """Return what taking an act back would take back, a sentence for each row that it wrote."""
    found = [
        f"Bước “{entry.get_stage_display()}” ngày {date_vn(entry.on)} thôi được tính; hồ sơ trở về bước "
        f"“{Stage(entry.from_stage).label}”."
        for entry in act.entries.order_by("-position")
    ]
    papers = Paper.objects.filter(Q(entry__act=act) | Q(act=act)).distinct()
    found += [f"{paper} thôi được tính." for paper in papers]
    found += [f"Biểu quyết: {vote} tán thành thôi được tính." for vote in act.ballots.all()]
    found += [f"{holds.OPENLY[hold.kind]} từ ngày {date_vn(hold.begun_on)} thôi được tính." for hold in act.holds.all()]
    found += [
        f"{holds.OPENLY[hold.kind]} từ ngày {date_vn(hold.begun_on)} lại tiếp tục." for hold in act.releases.all()
    ]
    found += [f"Chuyển đơn vị ngày {date_vn(sent.sent_on)} thôi được tính." for sent in act.transfers.all()]
    found += [f"Tiếp nhận ngày {date_vn(sent.received_on)} thôi được tính." for sent in act.arrivals.all()]
    found += [f"Phân công {helper} giúp đỡ thôi được tính." for helper in act.helpers.all()]
    found += [f"Nhiệm vụ “{task}” thôi được tính." for task in act.given_tasks.all()]
    return found + [f"Nhận xét của {remark.helper} thôi được tính." for remark in act.remarks.all()]


def undo(act: Act, reason: str, *, own: Reach, today: date, version: int, basis: str = "") -> None:
    """Take back an act inside ``acting``: its rows stay on record and count no more, what they replaced stands again."""
    dossier = act.dossier
    current()
    Person.objects.select_for_update().get(pk=dossier.person_id)
    actions.check_version(dossier, version)
    _check(act, reason, own, today, basis)
    instead.note(basis)
    _take_back(act, tidy(reason))


def undo_batch(batch: Batch, reason: str, *, own: Reach, today: date, basis: str = "") -> int:
    """Take back everything that was made together, or nothing: one thing that was built on stops all; return how many."""
    current()
    acts = list(batch.acts.select_related("dossier__unit", "dossier__person", "batch__unit").order_by("pk"))
    if not acts:
        raise Refused("Các việc này đã được hủy trước đó; hãy tải lại trang.")
    actions.hold(act.dossier_id for act in acts)
    if found := against_batch(batch, own, today):
        raise Refused(*found)
    for act in reversed(acts):
        _check(act, reason, own, today, basis)
        _take_back(act, tidy(reason))
    instead.note(basis)
    return len(acts)


def against_batch(batch: Batch, own: Reach, today: date) -> list[str]:
    """Return every reason why what was made together cannot be taken back now: all or nothing.

    Of a dossier outside the reach nothing is told but that it went on; whoever runs a class knows its students by name.
    """
    found = []
    for act in batch.acts.select_related("dossier__unit", "dossier__person").order_by("pk"):
        sentences = against(act, today)
        found += (
            sentences if not sentences or own.covers(Deed.SEE_DOSSIERS, act.dossier.unit) else [_beyond(batch, act)]
        )
    return list(dict.fromkeys(found))


def shown(batch: Batch, own: Reach) -> list[Act]:
    """Return what was made together about dossiers of the reach."""
    found = batch.acts.filter(dossier__unit__in=own.units(Deed.SEE_DOSSIERS))
    return list(found.select_related("dossier__person", "dossier__unit"))


def _beyond(batch: Batch, act: Act) -> str:
    if batch.kind != BatchKind.CERTIFICATES:
        return BEYOND
    return f"Hồ sơ của {act.dossier.person.full_name} đã có việc ghi sau khi cấp giấy chứng nhận nên không hủy cả đợt cấp được."


def take_back_entry(dossier: Dossier, entry: StageEntry, reason: str) -> None:
    """Mark a step as taken back and let the one before it stand again, inside ``acting``; the checks are the caller's."""
    by = current().by
    marks = {"cancelled_by": by, "cancelled_at": Now(), "cancel_reason": tidy(reason)}
    StageEntry.objects.filter(pk=entry.pk).update(**marks)
    Paper.objects.filter(entry=entry).update(void=True)
    before = dossier.entries.order_by("-position").first()
    _stand_again(before)
    values = {"stage": before.stage, "unit": before.unit_id}
    Dossier.objects.filter(pk=dossier.pk).update(**values, version=F("version") + 1, updated_at=Now())


def _check(act: Act, reason: str, own: Reach, today: date, basis: str) -> None:
    if found := against(act, today):
        raise Refused(*found)
    if not reason.strip():
        raise Refused("Cần ghi lý do hủy, đính chính.")
    if not may(own, act):
        raise NotAllowed(f"“{act.words}” không thuộc phần việc của đồng chí nên đồng chí không hủy được.")
    instead.check_basis(own, act.dossier.unit, basis, Deed(act.deed))


def _take_back(act: Act, reason: str) -> None:
    """Take back every row that the act wrote, the newest first."""
    for entry in act.entries.order_by("-position"):
        take_back_entry(act.dossier, entry, reason)
    for model in (Ballot, GivenTask, HelperRemark):
        model.objects.filter(act=act).update(void=True)
    _take_back_helpers(act)
    _take_back_papers(act)
    Hold.objects.filter(act=act).update(void=True)
    _reopen(Hold.objects.filter(end_act=act))
    side_rows.take_back(act)
    Transfer.objects.filter(act=act).update(void=True)
    Transfer.objects.filter(receive_act=act).update(received_on=None, received_by=None, receive_act=None)
    if act.kind not in (ActKind.STEP, ActKind.RECEIVE):
        Dossier.objects.filter(pk=act.dossier_id).update(version=F("version") + 1, updated_at=Now())
    _let_wait_again(act, reason)
    by = current().by
    Act.objects.filter(pk=act.pk).update(undone_by=by, undone_at=Now(), undo_reason=reason)


def _let_wait_again(act: Act, reason: str) -> None:
    """Let a meeting that had recorded the act record it anew: the dossier as it stands now is the one it looks at."""
    version = Dossier.objects.values_list("version", flat=True).get(pk=act.dossier_id)
    words = f"Kết quả đã ghi được hủy: {reason}"
    AgendaItem.objects.filter(act=act).update(act=None, result=AgendaResult.SKIPPED, words=words, version=version)


def _take_back_helpers(act: Act) -> None:
    """Void the assignments of an act; whoever they had ended goes on helping."""
    for helper in Helper.objects.filter(act=act):
        Helper.objects.filter(pk=helper.pk).update(void=True)
        recording.let_go_on(helper)


def _take_back_papers(act: Act) -> None:
    """Void the papers of an act that came without a step; a certificate is on its roster no more."""
    papers = Paper.ever.filter(Q(act=act) | Q(entry__act=act))
    Enrolment.objects.filter(certificate__in=papers).update(certificate=None)
    Paper.objects.filter(act=act).update(void=True)


def _reopen(ended: QuerySet[Hold]) -> None:
    """Let side tracks go on that an act had ended."""
    ended.update(ended_on=None, outcome="", end_number="", end_note="", ended_by=None, end_act=None)


def _stand_again(before: StageEntry) -> None:
    """Let an entry stand again; those before it end with whatever followed them: recognition may have cut them short."""
    StageEntry.objects.filter(pk=before.pk).update(until=None)
    begins = before.on
    for entry in StageEntry.objects.filter(dossier=before.dossier_id, position__lt=before.position).order_by(
        "-position"
    ):
        if entry.until != (ended := max(entry.on, begins)):
            StageEntry.objects.filter(pk=entry.pk).update(until=ended)
        begins = min(begins, entry.on)


def _seat(own: Reach, act: Act) -> Reach:
    """A step of the grassroots committee is not taken back by a section below it."""
    if act.deed != Deed.MOVE_AS_COMMITTEE or act.kind != ActKind.STEP:
        return own
    appraised = act.entries.filter(stage=Stage.APPRAISED).exists()
    return own if appraised else own.without(seats.BELOW_COMMITTEE)
