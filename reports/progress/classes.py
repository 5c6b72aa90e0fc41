"""The part on classes, and table 3: each class of both kinds, and who of its graduates was admitted when."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from candidates import statistics
from candidates.among import Among
from candidates.enums import BEFORE_DECISION, ClassKind, ClassState, ClassTie, Stage
from candidates.models import TrainingClass
from candidates.statistics import Cell
from organizations import tree
from organizations.formats import date_vn, number_vn
from organizations.models import UnitVersion
from organizations.periods import year, year_to_date
from reports.document import Column, Figure, Paragraph, Row, Section, Shape, Table
from reports.links import behind

KINDS = (ClassKind.AWARENESS, ClassKind.NEW_MEMBERS)
YEARS_BACK = 1
NOT_ADMITTED = (*BEFORE_DECISION, Stage.DECIDED, Stage.REMOVED)


def sections(version: UnitVersion, on: date, counted: str) -> tuple[Section, ...]:
    """Return the part on the classes of a unit and the units under it planned or held since last year; none without any."""
    found = list(_classes(version, on))
    if not found:
        return ()
    table = Table(
        number=3,
        title="Các lớp bồi dưỡng và kết quả kết nạp của học viên",
        row_head="Lớp",
        columns=_heads(on),
        rows=_rows(found, version, on),
        counted=f"{counted} Sắp hết hạn: giấy chứng nhận hết giá trị trong 180 ngày tới.",
        wide=True,
    )
    return (Section("LỚP BỒI DƯỠNG", (_words(found, on),), tables=(table,)),)


def _classes(version: UnitVersion, on: date):
    here = TrainingClass.objects.filter(unit__in=tree.descendants([version.unit], on), kind__in=KINDS)
    recent = here.filter(planned_for__gte=date(on.year - YEARS_BACK, 1, 1), planned_for__lte=date(on.year, 12, 31))
    return recent.order_by("kind", "planned_for", "pk")


def _words(found: Sequence[TrainingClass], on: date) -> Paragraph:
    """How many classes of each kind the plan of the year has, and how many were held."""
    told = []
    for kind in KINDS:
        planned = [each for each in found if each.kind == kind and each.planned_for.year == on.year]
        held = [each for each in planned if _held(each, on)]
        told.append(f"{kind.label.lower()}: kế hoạch {number_vn(len(planned))}, đã mở {number_vn(len(held))}")
    return Paragraph(f"Năm {on.year}, {'; '.join(told)}.")


def _held(each: TrainingClass, on: date) -> bool:
    return each.state in (ClassState.OPENED, ClassState.CLOSED) and each.starts_on is not None and each.starts_on <= on


def _heads(on: date) -> tuple[Column, ...]:
    admitted = "Đã kết nạp"
    return (
        Column("planned", "Kế hoạch", Shape.TEXT),
        Column("held", "Đã mở", Shape.TEXT),
        Column("students", "Học viên"),
        Column("certified", "Được cấp giấy chứng nhận"),
        Column("before", f"Năm {on.year - 1}", group=admitted),
        Column("now", f"Năm {on.year}", group=admitted),
        Column("not_admitted", "Chưa kết nạp"),
        Column("near_expiry", "Sắp hết hạn"),
    )


def _rows(found: Sequence[TrainingClass], version: UnitVersion, on: date) -> tuple[Row, ...]:
    columns = [_counted([cell(each) for each in found]) for cell in _cells(version, on)]
    return tuple(
        Row(each.name, (Figure(_month(each)), Figure(_days(each, on)), *(column[place] for column in columns)))
        for place, each in enumerate(found)
    )


def _cells(version: UnitVersion, on: date) -> list:
    """One function per counted column: from a class to its cell."""
    whole = Cell((version.unit,), tuple(Stage), on)
    last, this = year(on.year - 1), year_to_date(on)
    admitted = (statistics.admitted_stage(on),)
    stocks = ((tuple(Stage), ClassTie.ENROLLED), (tuple(Stage), ClassTie.CERTIFIED))
    flows = (replace(whole, stages=admitted, period=period) for period in (last, this))
    waits = ((NOT_ADMITTED, ClassTie.CERTIFIED), (NOT_ADMITTED, ClassTie.NEAR_EXPIRY))
    made = [(replace(whole, stages=stages), tie) for stages, tie in stocks]
    made += [(flow, ClassTie.CERTIFIED) for flow in flows]
    made += [(replace(whole, stages=stages), tie) for stages, tie in waits]
    return [_of_class(cell, tie) for cell, tie in made]


def _of_class(cell: Cell, tie: ClassTie):
    return lambda each: replace(cell, among=Among(training=each.pk, class_tie=tie))


def _counted(cells: list[Cell]) -> list[Figure]:
    return [Figure(count, href=behind(cell)) for count, cell in zip(statistics.counts(cells), cells, strict=True)]


def _month(each: TrainingClass) -> str:
    return f"tháng {each.planned_for.month}/{each.planned_for.year}"


def _days(each: TrainingClass, on: date) -> str:
    """The days on which it was held, as known on ``on``."""
    if not _held(each, on):
        return "không mở" if each.state == ClassState.CANCELLED else "chưa mở"
    ended = each.ends_on if each.ends_on and each.ends_on <= on else None
    return f"{date_vn(each.starts_on)} – {date_vn(ended)}" if ended else f"từ {date_vn(each.starts_on)}"
