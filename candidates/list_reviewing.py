"""Writes a cell's review of its list: everything of one meeting in one transaction, and undone as a whole.

All run inside ``acting``. One thing that cannot be recorded stops the whole, with the name of the person: the cell decided
about all of them at one meeting.
"""

from dataclasses import dataclass
from datetime import date

from candidates import actions, acts, list_reviews, recording, stages, undoing
from candidates.enums import ActKind, BatchKind, Reviewed, Stage
from candidates.guards import Step
from candidates.instead import check_basis
from candidates.models import Act, Batch, Dossier, GivenTask, Helper, HelperRemark, ListReview, ReviewedLine
from candidates.recording import check_day
from organizations import turns
from organizations.access import Reach, check_may
from organizations.acting import current
from organizations.enums import Deed
from organizations.errors import DomainError, PeriodLocked, Refused
from organizations.formats import date_vn, tidy
from organizations.models import Unit

TARGETS = {Reviewed.ADD: Stage.SYMPATHISER, Reviewed.DROP: Stage.REMOVED}


@dataclass(frozen=True)
class RowSaid:
    """What the cell says of one person, as that dossier stood in ``version``."""

    dossier: int
    version: int
    said: Reviewed = Reviewed.KEEP
    reason: str = ""
    note: str = ""
    helper: str = ""
    task: str = ""
    remark: str = ""

    @property
    def records(self) -> bool:
        """Say whether anything is recorded beside the stage."""
        return bool(self.helper or self.task or self.remark)


@dataclass(frozen=True)
class Said:
    """What the cell says at one meeting."""

    held_on: date
    number: str
    rows: tuple[RowSaid, ...]
    basis: str = ""


class Outdated(Refused):
    """Dossiers changed since they were read; ``versions`` are those that stand now, by dossier."""

    def __init__(self, *sentences: str, versions: dict[int, int]) -> None:
        super().__init__(*sentences)
        self.versions = versions


def review(unit: Unit, said: Said, *, own: Reach, today: date) -> ListReview:
    """Record a review of the list of a cell; Refused as a whole, naming each person of whom something cannot be recorded."""
    by = current().by
    check_may(own, list_reviews.deed_of(own, unit), unit)
    check_basis(own, unit, said.basis)
    check_day("Ngày họp chi bộ", said.held_on, today)
    turns.take("list_review", unit.pk)
    _check_new(unit, said.held_on)
    dossiers = _held(unit, said)
    batch = acts.begin_batch(BatchKind.REVIEW, unit, said.held_on, f"Rà soát danh sách, {len(dossiers)} người")
    known = {"unit": unit, "held_on": said.held_on, "number": said.number, "basis": said.basis, "by": by}
    made, wrong = ListReview.objects.create(**known, batch=batch), []
    for row in said.rows:
        dossier = dossiers[row.dossier]
        try:
            act = _recorded(dossier, row, said, batch, own, today)
            ReviewedLine.objects.create(review=made, dossier=dossier, said=row.said, act=act)
        except PeriodLocked:
            # Of the whole review: its form asks for the reason once.
            raise
        except DomainError as error:
            wrong += [f"{dossier.person.full_name}: {sentence}" for sentence in error.sentences]
    if wrong:
        raise Refused(*wrong)
    return made


def undo(made: ListReview, reason: str, *, own: Reach, today: date, basis: str = "") -> None:
    """Take a review back with everything that it wrote, all or nothing."""
    current()
    check_may(own, list_reviews.deed_of(own, made.unit), made.unit)
    check_basis(own, made.unit, basis)
    if not reason.strip():
        raise Refused("Cần ghi lý do hủy, đính chính.")
    if made.batch.acts.exists():
        undoing.undo_batch(made.batch, reason, own=own, today=today, basis=basis)
    if not ListReview.objects.filter(pk=made.pk).update(void=True):
        raise Refused("Lần rà soát này đã được hủy trước đó; hãy tải lại trang.")


def _check_new(unit: Unit, on: date) -> None:
    if found := ListReview.objects.filter(unit=unit, held_on=on).first():
        raise Refused(
            f"Lần rà soát tại cuộc họp ngày {date_vn(on)} đã được ghi ({found.lines.count()} người). Nếu ghi nhầm, hãy hủy lần "
            "rà soát đó rồi ghi lại."
        )


def _held(unit: Unit, said: Said) -> dict[int, Dossier]:
    """The dossiers of a review, held, still on the list of the cell and as they were read."""
    keys = [row.dossier for row in said.rows]
    actions.hold(keys)
    found = Dossier.objects.filter(pk__in=keys, unit=unit)
    dossiers = {each.pk: each for each in found.select_related("person", "unit").order_by("pk")}
    if not dossiers or len(dossiers) < len(keys):
        raise Refused("Danh sách của chi bộ đã thay đổi; hãy tải lại trang rồi rà soát lại.")
    stale = [dossiers[row.dossier] for row in said.rows if dossiers[row.dossier].version != row.version]
    if stale:
        sentences = (f"{each.person.full_name}: {actions.faster(each).sentences[0]}" for each in stale)
        raise Outdated(*sentences, versions={each.pk: each.version for each in stale})
    return dossiers


def _recorded(dossier: Dossier, row: RowSaid, said: Said, batch: Batch, own: Reach, today: date) -> Act | None:
    """Make the step, then record what stands beside it; None where the person stays as they are."""
    act = _moved(dossier, row, said, batch, own, today)
    if act is None and not row.records:
        return None
    if act is None:
        actions.touch(dossier, row.version)
        words = "Rà soát danh sách: ghi người giúp đỡ, nhiệm vụ, nhận xét"
        act = acts.begin(dossier, ActKind.RECORD, words, said.held_on, deed=Deed.MOVE_AS_CELL, batch=batch)
    if row.said == Reviewed.DROP and (row.helper or row.task):
        raise Refused("Người đưa ra khỏi danh sách thì không phân công giúp đỡ, không giao nhiệm vụ; hãy bỏ trống.")
    _write(dossier, row, said, act, own, today)
    return act


def _moved(dossier: Dossier, row: RowSaid, said: Said, batch: Batch, own: Reach, today: date) -> Act | None:
    if row.said == Reviewed.KEEP:
        return None
    step = Step(on=said.held_on, number=said.number, exit_reason=row.reason, note=row.note, basis=said.basis)
    if row.said == Reviewed.DROP:
        step = Step(on=said.held_on, exit_reason=row.reason, note=row.note, basis=said.basis)
    known = {"own": own, "today": today, "version": row.version, "batch": batch}
    return stages.move(dossier, TARGETS[row.said], step, **known).act


def _write(dossier: Dossier, row: RowSaid, said: Said, act: Act, own: Reach, today: date) -> None:
    """Record helper, task and remark under the act, so that they are undone with it."""
    known = {"own": own, "today": today}
    if row.helper:
        resolution = f"Biên bản họp chi bộ số {said.number}" if said.number else ""
        given = {"name": row.helper, "valid_from": said.held_on, "resolution": resolution}
        _under(act, recording.assign_helper(dossier, given, **known))
    if row.task:
        _under(act, recording.give_task(dossier, {"words": tidy(row.task), "given_on": said.held_on}, **known))
    if row.remark:
        remarks = {"helper": _helper_of(dossier, said.held_on), "on": said.held_on, "words": row.remark}
        _under(act, recording.remark(dossier, remarks, **known))


def _helper_of(dossier: Dossier, on: date) -> str:
    """The name of whoever helps on the day; one newly assigned that day has taken over."""
    found = dossier.helpers.on(on).first()
    if found is None:
        raise Refused("Chưa phân công đảng viên giúp đỡ nên chưa có ai nhận xét; hãy ghi người giúp đỡ.")
    return found.name


def _under(act: Act, made: Helper | GivenTask | HelperRemark) -> None:
    type(made).objects.filter(pk=made.pk).update(act=act)
