"""The cell answers a nomination: takes it up, or returns it; an answer given wrongly is taken back."""

from datetime import date

from django.db.models import F, QuerySet

from candidates import actions, instead, nominees
from candidates.enums import FINAL, Answer, Stage
from candidates.models import Dossier, Nomination, Person, StageEntry
from organizations.access import Reach, check_may
from organizations.acting import current
from organizations.enums import Deed
from organizations.errors import Conflict, Refused
from organizations.formats import date_vn

OPEN_ELSEWHERE = (
    "Người này đang có một hồ sơ chưa kết thúc: hãy gắn giới thiệu với hồ sơ đó. Nếu không thấy hồ sơ để gắn thì chi bộ khác "
    "đang theo dõi: hãy trả lại, lý do “Không thuộc phạm vi chi bộ theo dõi”."
)


def linkable(nomination: Nomination, own: Reach) -> QuerySet[Dossier]:
    """Return the dossiers to which an acceptance may be tied, where the viewer may edit dossiers.

    The person's own open one, else open ones of the same name and year of birth.
    """
    person = nomination.person
    reached = Dossier.objects.in_units(own.units(Deed.EDIT_CANDIDATE)).open().select_related("person")
    if _has_open(person):
        return reached.filter(person=person)
    alike = reached.filter(person__name_key=person.name_key, person__birth_year=person.birth_year)
    return alike.order_by("pk")


def accept(
    nomination: Nomination,
    on: date,
    *,
    dossier: Dossier | None,
    own: Reach,
    today: date,
    version: int,
    basis: str = "",
) -> Dossier:
    """Take a nomination up inside ``acting``: open a dossier at nguồn, or tie it to ``dossier`` whose person it then names."""
    row = _claimed(nomination, own, version)
    instead.check_basis(own, row.cell, basis)
    _check_answer(row, on, today)
    if dossier:
        _check_link(row, dossier, on, own)
        instead.note(basis)
        nominees.merge(row, dossier.person_id)
    elif _has_open(row.person):
        raise Refused(OPEN_ELSEWHERE)
    taken = dossier or actions.open_dossier(row.person, row.cell, {}, on=on, own=own, today=today, basis=basis)
    _write(row, person=taken.person_id, answer=Answer.ACCEPTED, answered_on=on, dossier=taken)
    return taken


def send_back(
    nomination: Nomination,
    on: date,
    reason: str,
    note: str,
    *,
    own: Reach,
    today: date,
    version: int,
    basis: str = "",
) -> None:
    """Return a nomination to the organisation inside ``acting``, with a coded reason."""
    row = _claimed(nomination, own, version)
    instead.check_basis(own, row.cell, basis)
    _check_answer(row, on, today)
    instead.note(basis)
    _write(row, answer=Answer.RETURNED, answered_on=on, return_reason=reason, return_note=note)


def take_back(nomination: Nomination, *, own: Reach, today: date, version: int) -> None:
    """Correct an answer given wrongly, inside ``acting`` which names the reason: the nomination waits again.

    Whom a link made one person are two again. A dossier that the answer opened stays at nguồn. Refused once it moved on.
    """
    row = _claimed(nomination, own, version)
    if row.answer == Answer.WAITING:
        raise Refused("Giới thiệu này chưa được trả lời, không có gì để đính chính.")
    if row.answered_on > today:
        raise Refused(f"Câu trả lời ghi ngày {date_vn(row.answered_on)}, sau ngày đang xem ({date_vn(today)}).")
    if row.answer == Answer.ACCEPTED:
        _check_nothing_built(row)
    person = nominees.part(row) if row.answer == Answer.ACCEPTED else row.person_id
    blank = {"answered_on": None, "dossier": None, "return_reason": "", "return_note": ""}
    _write(row, person=person, answer=Answer.WAITING, **blank)


def _claimed(nomination: Nomination, own: Reach, version: int) -> Nomination:
    """The nomination and its person locked for this act; Conflict when it is no longer as the person saw it.

    The person comes first: a link that hands further nominations over to somebody else holds their person, too.
    """
    check_may(own, Deed.ANSWER_NOMINATION, nomination.cell)
    nominees.hold(nomination.person_id)
    row = Nomination.objects.select_for_update().get(pk=nomination.pk)
    if (row.version, row.person_id) != (version, nomination.person_id):
        context = row.events.order_by("-pgh_id").values_list("pgh_context__metadata", flat=True).first() or {}
        raise Conflict(
            f"Giới thiệu đã được {context.get('name', 'người khác')} thay đổi trong lúc đồng chí nhập: hiện "
            f"“{row.get_answer_display()}”. Hãy xem lại; nếu vẫn cần thì gửi lại.",
            row.version,
        )
    return row


def _check_answer(row: Nomination, on: date, today: date) -> None:
    if row.answer != Answer.WAITING:
        raise Refused(
            f"Giới thiệu này đã được trả lời ngày {date_vn(row.answered_on)}: “{row.get_answer_display()}”. Nếu trả lời nhầm, "
            "hãy đính chính câu trả lời trước."
        )
    if on > today:
        raise Refused(f"Ngày trả lời {date_vn(on)} chưa đến (đang xem tại ngày {date_vn(today)}).")
    if on < row.nominated_on:
        raise Refused(f"Ngày trả lời {date_vn(on)} trước ngày giới thiệu {date_vn(row.nominated_on)}.")


def _check_link(row: Nomination, dossier: Dossier, on: date, own: Reach) -> None:
    if not linkable(row, own).filter(pk=dossier.pk).exists():
        raise Refused("Không gắn được với hồ sơ này: hồ sơ đã kết thúc, hoặc của người khác tên, khác năm sinh.")
    entries = StageEntry.objects.filter(dossier=dossier)
    if first := entries.filter(position=1, on__gt=on).first():
        raise Refused(f"Hồ sơ {dossier.code} lập ngày {date_vn(first.on)}, sau ngày trả lời {date_vn(on)}.")
    if decided := entries.filter(stage=Stage.DECIDED, on__lt=row.nominated_on).first():
        raise Refused(
            f"Hồ sơ {dossier.code} đã có quyết định kết nạp ngày {date_vn(decided.on)}, trước ngày giới thiệu; không tính là do "
            "tổ chức giới thiệu."
        )


def _check_nothing_built(row: Nomination) -> None:
    later = StageEntry.objects.filter(dossier=row.dossier_id, on__gte=row.answered_on, position__gt=1).first()
    if later:
        raise Refused(
            f"Hồ sơ {row.dossier.code} đã đi tiếp: “{later.get_stage_display()}” ngày {date_vn(later.on)}. Muốn đính chính câu "
            "trả lời, hãy đính chính các bước đó trước."
        )


def _has_open(person: Person) -> bool:
    return person.dossiers.exclude(stage__in=FINAL).exists()


def _write(row: Nomination, *, person: int | None = None, **values: object) -> None:
    by = current().by if values["answer"] != Answer.WAITING else None
    values |= {"person": person or row.person_id, "answered_by": by, "version": F("version") + 1}
    Nomination.objects.filter(pk=row.pk).update(**values)
