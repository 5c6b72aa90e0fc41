"""The part on socio-political organisations, and table 4: youth union, trade union and others that the unit follows."""

from collections.abc import Iterator, Sequence
from datetime import date

from candidates import statistics
from candidates.among import Among
from candidates.enums import BEFORE_DECISION
from candidates.nominated import Nominated
from candidates.statistics import Cell
from organizations import declared, tree
from organizations.enums import FigureKind, UnitKind
from organizations.models import Oversight, UnitVersion
from organizations.periods import year_to_date
from reports import phrases, tie_tables
from reports.associations.lines import Association, Line
from reports.counted import figures
from reports.document import Column, Paragraph, Shape, Table
from reports.layout import Content
from reports.tie_tables import DeclaredColumn, NominatedColumn, PeopleColumn, ShareColumn

# The words of each number, and what is said of nobody.
WORDS = {
    "introduced": (
        "đã giới thiệu {introduced} đoàn viên, hội viên ưu tú",
        "chưa giới thiệu được đoàn viên, hội viên ưu tú",
    ),
    "admitted": (
        "{admitted} đoàn viên, hội viên được kết nạp vào Đảng",
        "chưa có đoàn viên, hội viên được kết nạp vào Đảng",
    ),
    "sources": (
        "{sources} đoàn viên, hội viên đang trong nguồn, được bồi dưỡng, xem xét",
        "chưa có đoàn viên, hội viên trong nguồn",
    ),
}


def part(version: UnitVersion, on: date, counted: str) -> Iterator[Content]:
    """Yield the results of the socio-political organisations that a unit itself follows; nothing without any."""
    lines = _lines(version, on)
    if not lines:
        return
    whole = Line("Số người", tuple(member for each in lines for member in each.members))
    columns = _columns(version, on, lines, whole)
    yield _words(columns)
    yield Table(
        number=0,
        title="Kết quả của các tổ chức đoàn thể",
        row_head="Tổ chức",
        columns=tie_tables.heads(columns),
        rows=tie_tables.rows(lines, whole, columns),
        counted=f"{counted} Số đoàn viên do tổ chức báo; người thuộc hai tổ chức tính ở mỗi tổ chức (cộng lượt).",
    )


def _words(columns: Sequence[tie_tables.AnyColumn]) -> Paragraph:
    """Who was introduced and admitted of all organisations together, each person once."""
    cells = {each.column.key: each.cell for each in columns if isinstance(each, PeopleColumn | NominatedColumn)}
    counted = figures(cells)
    said = phrases.together(*(phrases.some(token, counted[token], *words) for token, words in WORDS.items()))
    return Paragraph(f"Các tổ chức đoàn thể {said.words}.", said.figures)


def _lines(version: UnitVersion, on: date) -> list[Line]:
    """One row per organisation; a row takes its branches with it."""
    followed = Oversight.objects.on(on).filter(unit=version.unit).values("organisation")
    kept = UnitVersion.objects.on(on).filter(kind=UnitKind.SOCIO_POLITICAL, unit__in=followed).select_related("unit")
    return [_line(each, on) for each in kept.order_by("unit__code")]


def _line(each: UnitVersion, on: date) -> Line:
    below = UnitVersion.objects.on(on).filter(unit__in=tree.descendants([each.unit], on)).select_related("unit")
    return Line(each.name, tuple(Association(row.unit, row.name, None) for row in below.order_by("unit__code")))


def _columns(version: UnitVersion, on: date, lines: list[Line], whole: Line) -> list[tie_tables.AnyColumn]:
    among, top = Among(whole.organisations), (version.unit,)
    ids = [each.organisations[0].pk for each in lines]  # the organisation itself: its declaration takes its branches in
    members = declared.figures_by_unit(ids, FigureKind.ORGANISATION_MEMBERS, on, on)
    admitted = Cell(top, (statistics.admitted_stage(on),), on, year_to_date(on), among=among)
    return [
        DeclaredColumn(Column("members", "Đoàn viên, hội viên"), members, "chưa báo"),
        PeopleColumn(Column("sources", "Trong nguồn"), Cell(top, BEFORE_DECISION, on, among=among)),
        NominatedColumn(
            Column("introduced", "Đã giới thiệu"), Nominated(whole.organisations, on, period=year_to_date(on))
        ),
        PeopleColumn(Column("admitted", "Đã kết nạp"), admitted),
        ShareColumn(Column("share", "% so với đoàn viên", Shape.PERCENT), "admitted", "members"),
    ]
