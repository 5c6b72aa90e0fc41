"""The part on duties of the year: who was bound, what was done and when; and which documents were made known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from directives import obligations, receipts, register
from directives.enums import ObligationKind
from directives.models import Obligation
from directives.obligations import Round, State, Tally
from directives.receipts import Line
from organizations import tree
from organizations.access import Reach
from organizations.formats import date_vn
from organizations.models import Unit, UnitVersion
from reports.document import Column, Figure, Paragraph, Row, Section, Shape, Table

WORDS = {
    State.WAITING: "chưa đến hạn",
    State.LATE: "quá hạn, chưa báo",
    State.NO_TERM: "chưa báo; văn bản không ghi hạn",
    State.RETURNED: "cấp trên trả lại để làm lại",
    State.EXEMPT: "được miễn",
    State.ENDED: "nhiệm vụ đã kết thúc, chưa báo",
}
COLUMNS = (
    Column("source", "Văn bản, điểm", Shape.TEXT),
    Column("due", "Hạn", Shape.TEXT),
    Column("own", "Đơn vị thực hiện", Shape.TEXT),
    Column("bound", "Đơn vị trực thuộc phải làm"),
    Column("done", "Đã báo"),
    Column("left", "Chưa báo"),
)


@dataclass(frozen=True)
class Asked:
    """A round of a duty in the year: what the unit said of it where it is bound itself, and how many under it have done it."""

    round: Round
    said: Line | None
    below: Tally


def sections(version: UnitVersion, on: date, own: Reach | None) -> tuple[Section, ...]:
    """Return the part on duties and the one on documents made known; where nothing was asked it says so."""
    found = _asked(version, on, own)
    known = [each for each in found if each.round.obligation.kind == ObligationKind.MAKE_KNOWN]
    others = [each for each in found if each not in known]
    counted = f"Theo báo cáo của từng đơn vị đến hết ngày {date_vn(on)}; quá hạn chỉ tính khi văn bản ghi ngày."
    return (
        _section("NHIỆM VỤ", "Nhiệm vụ được giao trong năm", others, counted, "Trong năm chưa giao nhiệm vụ nào khác."),
        _section(
            "QUÁN TRIỆT VĂN BẢN", "Văn bản đã phổ biến", known, counted, "Trong năm chưa văn bản nào phải phổ biến."
        ),
    )


def _section(heading: str, title: str, found: Sequence[Asked], counted: str, nothing: str) -> Section:
    if not found:
        return Section(heading, (Paragraph(nothing),))
    rows = tuple(_row(each) for each in found)
    return Section(heading, tables=(Table(1, title, "Nội dung", COLUMNS, rows, counted, wide=True),))


def _asked(version: UnitVersion, on: date, own: Reach | None) -> list[Asked]:
    """The rounds of the year that bind the unit or units under it: two queries of counts, then what the unit said of each."""
    rounds = [each for duty in _begun(version, on, own) for each in obligations.rounds(duty, on) if _in_year(each, on)]
    itself = Unit.objects.filter(pk=version.unit_id)
    below = tree.descendants([version.unit], on).exclude(pk=version.unit_id)
    own, under = (obligations.tally(rounds, on, units) for units in (itself, below))
    return [
        Asked(each, _said(each, version, on) if mine.total else None, theirs)
        for each, mine, theirs in zip(rounds, own, under, strict=True)
        if mine.total or theirs.total
    ]


def _begun(version: UnitVersion, on: date, own: Reach | None) -> QuerySet[Obligation]:
    """The duties that name the unit, one above it or under it, begun by the day, of documents that one may know of."""
    lines = tree.ancestors(version.unit, on) | tree.descendants([version.unit], on)
    found = register.of_known(Obligation.objects.filter(obligations.set_to(lines), from_on__lte=on), own)
    return (
        found.select_related("directive__document", "clause__document", "subject", "unit")
        .prefetch_related("bindings")
        .order_by("pk")
    )


def _in_year(asked: Round, on: date) -> bool:
    """A round of the year: a yearly one of it, else one that began in it or is due in it."""
    if asked.year:
        return asked.year == on.year
    due = asked.due_on
    return asked.obligation.from_on.year == on.year or (due is not None and due.year == on.year)


def _said(asked: Round, version: UnitVersion, on: date) -> Line:
    unit = version.unit
    unit.name = version.name
    return receipts.lines(asked, on, [unit])[0]


def _row(asked: Asked) -> Row:
    duty, below = asked.round.obligation, asked.below
    bound = (below.total, below.done, below.left) if below.total else (None, None, None)
    what = _subject(duty) if duty.subject else duty.words
    return Row(
        f"{what} ({asked.round.words})" if asked.round.part else what,
        (
            Figure(str(duty.clause)),
            Figure(date_vn(asked.round.due_on) if asked.round.due_on else "văn bản không ghi"),
            Figure(_own(asked.said)),
            *(Figure(number) for number in bound),
        ),
        href=obligations.address(duty),
    )


def _subject(duty: Obligation) -> str:
    """The document to be made known; one with a degree of secrecy is named on no sheet."""
    return "một văn bản có độ mật" if duty.subject.is_secret else duty.subject.citation


def _own(said: Line | None) -> str:
    if said is None:
        return "không thuộc đối tượng"
    if said.on:
        return f"{date_vn(said.on)}{', sau hạn' if said.after_due else ''}"
    return WORDS[said.state]
