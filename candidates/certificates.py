"""Certificates of a class before they are issued: who gets which number, and what that does to each dossier."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef
from django.db.models.functions import Lower

from candidates import guards, issuers, moves, numbering, rosters, terms
from candidates.enums import CLASS_PAPERS, FINAL, PROBATION, ClassKind, ClassState, Stage
from candidates.guards import Case, Step
from candidates.models import Enrolment, Paper, StageEntry, TrainingClass
from candidates.moves import Move
from candidates.terms import Due
from organizations.access import Reach
from organizations.enums import Deed
from organizations.formats import date_vn

TRAINING = moves.find(Stage.SYMPATHISER, Stage.TRAINED)
# What can be said of many people at once; numbers are looked up together.
_GUARDS = (guards.looked_at_from_before, guards.in_the_future, guards.before_the_last_step)
NOT_CLOSED = "Lớp chưa bế giảng; hãy ghi bế giảng trước khi cấp giấy chứng nhận."
NO_PAPER = "Hội nghị không cấp giấy chứng nhận."


@dataclass(frozen=True)
class Series:
    """What a person says of the certificates of a class: the shape of the numbers, the day and the issuer."""

    pattern: str
    first: str
    skipped: frozenset[int]
    issued_on: date
    issuer: str = ""


@dataclass(frozen=True)
class Line:
    """One student: the number they get, the move where there is one, and what stands against a certificate."""

    enrolment: Enrolment
    entry: StageEntry
    number: str = ""
    move: Move | None = None
    against: tuple[str, ...] = ()


@dataclass(frozen=True)
class Preview:
    """What issuing would do, line by line, and what stands against the whole of it."""

    lines: tuple[Line, ...]
    against: tuple[str, ...]
    expiry: Due | None
    issuer: str

    @property
    def expires_on(self) -> date | None:
        """The first day on which the certificates count no more."""
        return self.expiry.on if self.expiry else None

    @property
    def issued(self) -> tuple[Line, ...]:
        """The lines of those who get a certificate."""
        return tuple(line for line in self.lines if not line.against)


def preview(training: TrainingClass, said: Series, own: Reach, today: date) -> Preview:
    """Return what issuing certificates would do now; the issuer in force where none was typed."""
    issuer = said.issuer or issuer_of(training, said.issued_on)
    lines = _numbered([_line(training, *pair, said, today) for pair in _students(training, own, today)], said)
    against = [*_against(training, said.issued_on, today)]
    against += [] if issuer else [issuers.unknown_words(said.issued_on)]
    against += _used(training, lines, issuer, said.issued_on, own)
    expiry = terms.expiry(CLASS_PAPERS[training.kind], said.issued_on)
    return Preview(tuple(lines), tuple(against), expiry, issuer)


def issuer_of(training: TrainingClass, on: date) -> str:
    """Return who issues certificates of a class on a day; empty where nobody is known to."""
    found = issuers.in_force(training.unit, on)
    return found.name if found else ""


def _students(training: TrainingClass, own: Reach, today: date) -> list[tuple[Enrolment, StageEntry]]:
    """Those who passed and have no certificate yet, each with the open entry of the dossier."""
    waiting = list(rosters.uncertified(training, own, today).prefetch_related("dossier__holds", "dossier__transfers"))
    entries = StageEntry.objects.filter(dossier__in=[each.dossier_id for each in waiting], until__isnull=True)
    by_dossier = {entry.dossier_id: entry for entry in entries}
    return [(each, by_dossier[each.dossier_id]) for each in waiting]


def _line(training: TrainingClass, enrolment: Enrolment, entry: StageEntry, said: Series, today: date) -> Line:
    case = Case(enrolment.dossier, entry, TRAINING, Step(on=said.issued_on), today)
    if training.kind == ClassKind.NEW_MEMBERS:
        return Line(enrolment, entry, against=tuple(_against_new_member(case)))
    if entry.stage == Stage.SYMPATHISER:
        return Line(enrolment, entry, move=TRAINING, against=tuple(guards.reasons(case, _GUARDS)))
    return Line(enrolment, entry, against=tuple(_against_paper(case)))


def _against_new_member(case: Case) -> list[str]:
    if case.current.stage not in PROBATION:
        return [f"Hồ sơ đang ở bước “{case.current.get_stage_display()}”, không còn là đảng viên dự bị."]
    return guards.reasons(case, _GUARDS)


def _against_paper(case: Case) -> list[str]:
    """Only the paper is recorded: it changes no stage, but a dossier that has ended takes none."""
    if case.current.stage in FINAL:
        return [f"Hồ sơ đã kết thúc ở bước “{case.current.get_stage_display()}”."]
    return guards.reasons(case, (guards.looked_at_from_before, guards.in_the_future))


def _numbered(lines: list[Line], said: Series) -> list[Line]:
    """Numbers go to those who get a certificate, in the order of the roster; nobody else takes one up."""
    numbers = numbering.in_order(said.pattern, said.first, said.skipped)
    return [line if line.against else _with_number(line, next(numbers)) for line in lines]


def _with_number(line: Line, number: str) -> Line:
    return Line(line.enrolment, line.entry, number, line.move)


def _against(training: TrainingClass, on: date, today: date) -> list[str]:
    """What stands against issuing any certificate of a class on a day."""
    if training.kind not in CLASS_PAPERS:
        return [NO_PAPER]
    if training.state != ClassState.CLOSED:
        return [NOT_CLOSED]
    against = []
    if on < training.ends_on:
        against.append(f"Ngày cấp {date_vn(on)} trước ngày bế giảng {date_vn(training.ends_on)}; hãy kiểm tra lại.")
    if on > today:
        against.append(f"Ngày cấp {date_vn(on)} chưa đến (đang xem tại ngày {date_vn(today)}).")
    return against


def _used(training: TrainingClass, lines: list[Line], issuer: str, on: date, own: Reach) -> list[str]:
    """One sentence for each number that the same issuer gave out in the same year; people out of reach are not named."""
    numbers = [line.number.lower() for line in lines if line.number]
    kind = CLASS_PAPERS.get(training.kind, "")
    found = Paper.objects.filter(kind=kind, issuer__iexact=issuer, issued_on__year=on.year)
    same = found.annotate(plain=Lower("number")).filter(plain__in=numbers)
    named = Exists(own.units(Deed.SEE_CLASSES).filter(pk=OuterRef("dossier__unit")))
    return [_used_words(paper) for paper in same.select_related("dossier__person").annotate(named=named)]


def _used_words(paper: Paper) -> str:
    whom = paper.dossier.person.full_name if paper.named else "người khác"
    return (
        f"Số {paper.number} ngày {date_vn(paper.issued_on)} đã cấp cho {whom}; "
        "hãy ghi số này vào mục bỏ qua, hoặc kiểm tra lại số đầu tiên."
    )
