"""What may stand against a move: each guard returns all its reasons as sentences that name the other thing and its date."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from candidates import assessment, holds, papers_gate
from candidates.enums import HoldKind, Stage, Way
from candidates.levels import Line
from candidates.models import Dossier, Paper, StageEntry
from candidates.moves import Move
from candidates.rules.criteria import Moment
from candidates.rules.verdict import Answer, Verdict
from organizations.errors import Refused
from organizations.formats import date_vn


@dataclass(frozen=True)
class Step:
    """What a person says of a move: its day, the paper's number, issuer and keeper, the receipt, the reason of an exit, and the
    paper by which it is entered for somebody else; ``override`` is why it is made against criteria that nobody confirmed,
    ``seen`` names those that the person had before them when giving the reason (rules, comma-separated).
    """

    on: date
    number: str = ""
    issuer: str = ""
    kept_at: str = ""
    received_on: date | None = None
    exit_reason: str = ""
    note: str = ""
    basis: str = ""
    override: str = ""
    seen: str = ""


class CriteriaStand(Refused):
    """A refusal because of criteria that nobody confirmed; ``rules`` names them, so that they can be shown and then passed by."""

    def __init__(self, *sentences: str, rules: frozenset[str]) -> None:
        super().__init__(*sentences)
        self.rules = rules


@dataclass(frozen=True)
class Case:
    """A move under judgement: the dossier, its stage in force, the move, what was said, and the day one looks from."""

    dossier: Dossier
    current: StageEntry
    move: Move
    step: Step
    today: date
    known_line: Line | None = None

    @cached_property
    def verdicts(self) -> list[Verdict]:
        """What the criteria say of the move on its day, judged once."""
        return verdicts(self.dossier, self.move, self.step.on, self.today)

    @cached_property
    def line(self) -> Line:
        """The main line of the dossier on the day of the move."""
        return self.known_line or Line(self.dossier, self.step.on)


# The steps at which criteria are asked.
MOMENTS: dict[Stage, Moment] = {
    Stage.PROPOSED: Moment.PROPOSAL,
    Stage.DECIDED: Moment.DECISION,
    Stage.REVIEWED: Moment.RECOGNITION,
    Stage.OFFICIAL: Moment.RECOGNITION,
    Stage.STRUCK_OFF: Moment.STRIKING_OFF,
}

# Why a dossier waits, in words that everybody may read: what a conclusion is awaited about is for those with the deed.
HELD: dict[str, str] = {
    HoldKind.RETURNED: "Hồ sơ được trả về để bổ sung",
    HoldKind.PAUSED: "Hồ sơ tạm dừng",
    HoldKind.POLITICAL: "Hồ sơ chờ kết luận của cấp có thẩm quyền",
    HoldKind.REPORTED_UP: "Kết quả biểu quyết đã báo cáo cấp trên",
    HoldKind.REMEDY: "Hồ sơ đang được khắc phục thủ tục",
}

Guard = Callable[[Case], Iterator[str]]


def looked_at_from_before(case: Case) -> Iterator[str]:
    """A dossier whose last step lies after the day one looks from can only be read."""
    if case.current.on > case.today:
        yield (
            f"Hồ sơ đã có bước ghi sau ngày đang xem ({date_vn(case.today)}). Muốn ghi tiếp, hãy chọn “xem tại ngày” muộn hơn."
        )


def in_the_future(case: Case) -> Iterator[str]:
    """No step and no receipt is recorded before it happened."""
    for label, day in ((case.move.day, case.step.on), ("Ngày nhận quyết định", case.step.received_on)):
        if day and day > case.today:
            yield f"{label} {date_vn(day)} chưa đến (đang xem tại ngày {date_vn(case.today)}); hãy kiểm tra lại ngày."


def before_the_last_step(case: Case) -> Iterator[str]:
    """A step does not happen before the one it follows."""
    if case.step.on < begun(case.current):
        yield (
            f"{case.move.day} {date_vn(case.step.on)} trước bước “{case.current.get_stage_display()}” "
            f"ngày {date_vn(begun(case.current))}; bước sau không thể trước bước trước."
        )


def not_on_its_line(case: Case) -> Iterator[str]:
    """A step forward leaves out no committee that stands above the cell; none goes to a committee that does not."""
    against = case.line.against if case.move.way == Way.STEP else case.line.against_place
    if sentence := against(Stage(case.current.stage), case.move.to):
        yield sentence


def held(case: Case) -> Iterator[str]:
    """While a dossier waits beside its stage it takes no step forward; it may still leave, or be made again by order."""
    if case.move.is_exit or case.move.way != Way.STEP:
        return
    for hold in (each for each in case.dossier.holds.all() if each.ended_on is None):
        yield f"{HELD[hold.kind]} từ ngày {date_vn(hold.begun_on)}; hãy kết thúc việc đó trước khi ghi bước tiếp."
    for hold in (
        each for each in case.dossier.holds.all() if each.ended_on and each.begun_on < case.step.on < each.ended_on
    ):
        yield (
            f"Ngày {date_vn(case.step.on)} nằm trong thời gian {HELD[hold.kind].lower()} ({date_vn(hold.begun_on)} – "
            f"{date_vn(hold.ended_on)}). Hãy kiểm tra lại ngày của bước, hoặc đính chính việc đó trước."
        )


def concluded_against(case: Case) -> Iterator[str]:
    """After a conclusion that the political standard is not met there is no step forward."""
    if not case.move.is_exit and case.move.way == Way.STEP:
        yield from holds.concluded_against(case.dossier)


def under_way(case: Case) -> Iterator[str]:
    """A dossier that was sent to another unit goes on there, once it is received."""
    for sent in (each for each in case.dossier.transfers.all() if each.is_under_way):
        yield f"Hồ sơ đã được giới thiệu chuyển đi ngày {date_vn(sent.sent_on)}; nơi đến phải tiếp nhận rồi mới ghi bước tiếp."


def receipt_before_issue(case: Case) -> Iterator[str]:
    """A decision is not received before it was signed."""
    received = case.step.received_on
    if received and received < case.step.on:
        yield f"Ngày nhận {date_vn(received)} trước ngày ký quyết định {date_vn(case.step.on)}."


def number_missing(case: Case) -> Iterator[str]:
    """Some papers are nothing without their number."""
    if case.move.needs_number and not case.step.number:
        yield f"Cần số của “{case.move.paper.label}”; hãy nhập số ghi trên giấy tờ."


def number_used(case: Case) -> Iterator[str]:
    """One number of one issuer in one year is one paper."""
    if not (case.move.needs_number and case.step.number):
        return
    same = Paper.objects.filter(kind=case.move.paper, number__iexact=case.step.number, issuer__iexact=case.step.issuer)
    other = (
        same.filter(issued_on__year=case.step.on.year).exclude(dossier=case.dossier).select_related("dossier").first()
    )
    if other:
        yield (
            f"Số {other.number} ngày {date_vn(other.issued_on)} đã ghi cho hồ sơ khác ({other.dossier.code}). "
            "Hãy kiểm tra lại số; nếu do nơi khác ban hành thì ghi rõ nơi ban hành."
        )


def reason_missing(case: Case) -> Iterator[str]:
    """Nobody leaves the list without a coded reason."""
    if case.move.to == Stage.REMOVED and not case.step.exit_reason:
        yield "Cần chọn lý do đưa ra khỏi danh sách."
    if case.move.to == Stage.ANNULLED and not case.step.note.strip():
        yield "Cần ghi lý do hủy quyết định vào ô “Ghi chú”: báo cáo năm nêu lý do này."


def criteria_not_met(case: Case) -> Iterator[str]:
    """No step that a criterion rules out on its day; where nobody confirmed the criterion, a person may go on with a reason."""
    passed_by = set(case.step.seen.split(",")) if case.step.override else set()
    for verdict in case.verdicts:
        if verdict.answer == Answer.NOT_MET and (verdict.is_firm or verdict.rule not in passed_by):
            yield f"{verdict.sentence} {_cited(verdict)}".rstrip()


def unconfirmed(verdicts: Iterable[Verdict]) -> frozenset[str]:
    """Return the rules that are not met by a text which nobody confirmed."""
    return frozenset(each.rule for each in verdicts if each.answer == Answer.NOT_MET and not each.is_firm)


def _cited(verdict: Verdict) -> str:
    return f"(Theo {verdict.source.words}.)" if verdict.source else ""


def verdicts(dossier: Dossier, move: Move, on: date, today: date) -> list[Verdict]:
    """Return what the criteria say of a move on a day (of a proposal, a decision, a recognition), then what its papers lack."""
    if move.way != Way.STEP:
        return []
    moment = MOMENTS.get(move.to)
    criteria = assessment.at(moment, dossier, on, known_by=max(on, today)) if moment else []
    return [*criteria, *papers_gate.verdicts(dossier, move, on, criteria)]


GUARDS: tuple[Guard, ...] = (
    looked_at_from_before,
    in_the_future,
    before_the_last_step,
    held,
    concluded_against,
    under_way,
    not_on_its_line,
    receipt_before_issue,
    number_missing,
    number_used,
    reason_missing,
    criteria_not_met,
)
# What can be said before anything was typed: these do not depend on the day, the number or the reason of the step.
BEFOREHAND: tuple[Guard, ...] = (held, concluded_against, under_way, not_on_its_line, criteria_not_met)


def against_receipt(entry: StageEntry, on: date, today: date) -> list[str]:
    """Return every reason against recording ``on`` as the day on which the decision of ``entry`` was received."""
    if entry.stage != Stage.DECIDED:
        return ["Chỉ ghi ngày nhận quyết định khi hồ sơ đã có quyết định và chưa tổ chức lễ kết nạp."]
    against = []
    if (decision := entry.brought) and decision.received_on:
        against.append(f"Đã ghi ngày nhận quyết định {date_vn(decision.received_on)}.")
    if on > today:
        against.append(f"Ngày nhận {date_vn(on)} chưa đến (đang xem tại ngày {date_vn(today)}).")
    signed = decision.issued_on if decision else entry.on
    if on < signed:
        against.append(f"Ngày nhận {date_vn(on)} trước ngày ký quyết định {date_vn(signed)}.")
    return against


def against_correction(entry: StageEntry, reason: str, today: date) -> list[str]:
    """Return every reason against taking back the step of ``entry``."""
    against = []
    if not entry.from_stage:
        against.append("Bước đầu tiên không đính chính ở đây; nếu thêm nhầm người, hãy đưa ra khỏi danh sách.")
    if entry.on > today:
        against.append(f"Bước này ghi sau ngày đang xem ({date_vn(today)}); hãy chọn “xem tại ngày” muộn hơn.")
    if not reason.strip():
        against.append("Cần ghi lý do đính chính.")
    return against


def begun(entry: StageEntry) -> date:
    """Return the day after which the next step comes; recognition counts from an earlier day than that of its decision."""
    if entry.stage != Stage.OFFICIAL:
        return entry.on
    return entry.brought.issued_on if entry.brought else entry.on


def reasons(case: Case, guards: tuple[Guard, ...] = GUARDS) -> list[str]:
    """Return every reason against a move; empty when it may be made."""
    return [reason for guard in guards for reason in guard(case)]
