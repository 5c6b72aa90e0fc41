"""The part on duties of the year: who was bound, what was done and when; and which documents were made known."""

from collections.abc import Iterator, Sequence
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
from reports import duty_lists
from reports.asked import Asked
from reports.document import Column, Figure, Paragraph, Row, Section, Shape, Table
from reports.unit_lists import UnitList

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
    Column("exempt", "Được miễn"),
)


@dataclass(frozen=True)
class Duty:
    """A round of a duty in the year: what the unit said of it where it is bound itself, and how many under it have done it."""

    round: Round
    said: Line | None
    below: Tally


def sections(asked: Asked) -> tuple[Section, ...]:
    """Return the part on duties and the one on documents made known; where nothing was asked it says so."""
    found, on = _duties(asked), asked.on
    known = [each for each in found if each.round.obligation.kind == ObligationKind.MAKE_KNOWN]
    others = [each for each in found if each not in known]
    counted = f"Theo báo cáo của từng đơn vị đến hết ngày {date_vn(on)}; quá hạn chỉ tính khi văn bản ghi ngày."
    return (
        _section(
            "NHIỆM VỤ", "Nhiệm vụ được giao trong năm", others, counted, "Trong năm chưa giao nhiệm vụ nào khác.", asked
        ),
        _section(
            "QUÁN TRIỆT VĂN BẢN",
            "Văn bản đã phổ biến",
            known,
            counted,
            "Trong năm chưa văn bản nào phải phổ biến.",
            asked,
        ),
    )


def lists(asked: Asked) -> Iterator[UnitList]:
    """Yield the lists of units behind the numbers of both parts."""
    for each in _duties(asked):
        yield from duty_lists.of(each.round, _below(asked))


def _section(heading: str, title: str, found: Sequence[Duty], counted: str, nothing: str, asked: Asked) -> Section:
    if not found:
        return Section(heading, (Paragraph(nothing),))
    rows = tuple(_row(each, asked) for each in found)
    return Section(heading, tables=(Table(1, title, "Nội dung", COLUMNS, rows, counted, wide=True),))


def _duties(asked: Asked) -> list[Duty]:
    """The rounds of the year that bind the unit or units under it, by their term: two queries of counts, then what it said."""
    version, on = asked.version, asked.on
    begun = _begun(version, on, asked.own)
    rounds = [each for duty in begun for each in obligations.rounds(duty, on) if _in_year(each, on)]
    rounds.sort(key=lambda each: (each.obligation.pk, each.due_on or date.max))
    itself = Unit.objects.filter(pk=version.unit_id)
    own, under = (obligations.tally(rounds, on, units) for units in (itself, _below(asked)))
    return [
        Duty(each, _said(each, version, on) if mine.total else None, theirs)
        for each, mine, theirs in zip(rounds, own, under, strict=True)
        if mine.total or theirs.total
    ]


def _below(asked: Asked) -> QuerySet[Unit]:
    return tree.descendants([asked.unit], asked.on).exclude(pk=asked.unit.pk)


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


def _row(found: Duty, asked: Asked) -> Row:
    duty, below = found.round.obligation, found.below
    counted = duty_lists.figures(found.round, below, _below(asked), asked) if below.total else {}
    what = _subject(duty) if duty.subject else duty.words
    return Row(
        f"{what} ({found.round.words})" if found.round.part else what,
        (
            Figure(str(duty.clause)),
            Figure(date_vn(found.round.due_on) if found.round.due_on else "văn bản không ghi"),
            Figure(_own(found.said)),
            *(counted.get(key, Figure(None)) for key in ("bound", "done", "left", "exempt")),
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
