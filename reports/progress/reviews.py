"""The part on sources, and table 2: what each unit reviewed and reported; counted from dossiers is only what says so."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from candidates import statistics
from candidates.enums import BEFORE_DECISION, Group
from directives import obligations, register
from directives.enums import ObligationKind
from directives.models import Obligation
from directives.progress import Progress
from organizations import declared, periods, tree
from organizations.access import Reach
from organizations.declared import Statement
from organizations.enums import GRASSROOTS_KINDS, STUCK_FIGURES, FigureKind
from organizations.formats import date_vn
from organizations.models import UnitVersion
from reports import overview, unit_tables
from reports.asked import Asked
from reports.document import Chart, Column, Figure, Paragraph, Shape, Table
from reports.layout import Content
from reports.links import behind
from reports.progress import idle, told
from reports.progress.told import Told
from reports.unit_lists import UnitList
from reports.unit_tables import AnyColumn, CountColumn, TextColumn, ValueColumn

SILENT = "đơn vị chưa báo rà soát"
FUNNEL = "Số người ở từng bước; số đưa ra khỏi danh sách tính từ đầu năm"
DECLARED = "Số quần chúng, đủ điều kiện, vướng, dự kiến do đơn vị báo, mới nhất đến ngày lập báo cáo."


def part(found: Told) -> Iterator[Content]:
    """Yield the sentence on sources, the funnel, and table 2."""
    item, bodies = found.item, found.bodies
    waiting = replace(item.actual.cell, stages=BEFORE_DECISION, period=None)
    people = Figure(statistics.count(waiting), href=behind(waiting))
    declared_words, declared_figures = _expected_words(found)
    yield Paragraph(
        f"Đến ngày {date_vn(item.on)} có {{people}} người đang trong nguồn hoặc đang được xem xét. {declared_words}",
        {"people": people} | declared_figures,
    )
    yield Chart("reports/charts/funnel.svg.html", overview.stage_funnel(item.actual.cell), FUNNEL)
    yield _table(item, found.version, bodies, found.asked.own)


def expected(ids: Sequence[int], on: date) -> dict[int, int]:
    """Return per unit what it declared to admit in the quarters not ended before ``on``; silent units are left out."""
    found: dict[int, int] = {}
    for end in quarters_left(on):
        for unit, value in declared.expected_by_unit(ids, end, on).items():
            found[unit] = found.get(unit, 0) + value
    return found


def quarters_left(on: date) -> tuple[date, ...]:
    """Return the last days of the quarters of the year that have not ended with ``on``."""
    return periods.quarters_left(periods.year(on.year), on)


def _expected_words(found: Told) -> tuple[str, dict[str, Figure]]:
    said = expected([body.unit_id for body in found.bodies], found.on)
    if not said:
        who = "Các đơn vị" if len(found.bodies) > 1 else "Đơn vị"
        return f"{who} chưa báo số dự kiến kết nạp đến cuối năm.", {}
    words = "{told} trên {units} đơn vị đã báo dự kiến kết nạp đến cuối năm, cộng {sum} người (số do đơn vị báo)."
    return words, {
        "told": TOLD.of(len(said), found.asked),
        "units": idle.UNITS.of(len(found.bodies), found.asked),
        "sum": Figure(sum(said.values())),
    }


def _who_expects(asked: Asked) -> list[UnitVersion]:
    bodies = told.told(asked).bodies
    said = expected([body.unit_id for body in bodies], asked.on)
    return [body for body in bodies if body.unit_id in said]


TOLD = UnitList("bao-du-kien", "Đơn vị đã báo dự kiến kết nạp đến cuối năm, đến ngày {on}", _who_expects)


def _table(item: Progress, version: UnitVersion, bodies: Sequence[UnitVersion], own: Reach | None) -> Table:
    columns = _columns(item, [*(body.unit_id for body in bodies), version.unit_id])
    return Table(
        number=0,
        title="Rà soát nguồn và dự kiến kết nạp của từng đơn vị",
        row_head="Đơn vị",
        columns=unit_tables.heads(columns),
        rows=unit_tables.rows(_blocks(bodies, version), columns),
        counted=f"{DECLARED} Đã học lớp: đếm từ hồ sơ, giấy chứng nhận còn giá trị.{_due_words(version, item.on, own)}",
        wide=True,
    )


def _due_words(version: UnitVersion, on: date, own: Reach | None) -> str:
    """The day by which a letter asks for the review, where one of this year does."""
    above = obligations.set_to(tree.ancestors(version.unit, on))
    asked = register.of_known(Obligation.objects.filter(above, kind=ObligationKind.REVIEW), own)
    begun = (
        asked.filter(from_on__lte=on, due_on__year=on.year).select_related("clause__document").order_by("due_on").last()
    )
    return f" Hạn báo rà soát: {date_vn(begun.due_on)} ({begun.clause})." if begun else ""


def _blocks(bodies: Sequence[UnitVersion], version: UnitVersion) -> list[unit_tables.Block]:
    """One row per unit; the last row adds up what was declared, unless the whole is what declares."""
    *items, total = unit_tables.blocks(bodies, version)
    if version.kind in GRASSROOTS_KINDS:
        return [*items, total]
    return [*items, replace(total, key=-1, units=tuple(body.unit for body in bodies))]


def _columns(item: Progress, ids: list[int]) -> list[AnyColumn]:
    on = item.on
    certified = unit_tables.narrowed(replace(item.actual.cell, stages=BEFORE_DECISION, period=None), Group.CERTIFIED)
    said = declared.reviews_by_unit(ids, declared.half_year_before(on), on)
    return [
        _told(Column(FigureKind.NON_PARTY, "Quần chúng hiện có"), said),
        _told(Column(FigureKind.UNION_MEMBERS, "Trong đó đoàn viên"), said),
        CountColumn(Column("certified", "Đã học lớp"), certified),
        _told(Column(FigureKind.QUALIFIED, "Đủ điều kiện"), said),
        *(_told(Column(kind, kind.label, group="Vướng mắc"), said) for kind in STUCK_FIGURES),
        *(_quarter(end, ids, on) for end in quarters_left(on)),
        TextColumn(Column("reported", "Báo ngày", Shape.TEXT), _days(said), "chưa báo"),
    ]


def _told(column: Column, said: dict[int, Statement]) -> ValueColumn:
    kind = FigureKind(column.key)
    values = {unit: each.values[kind] for unit, each in said.items() if kind in each.values}
    return ValueColumn(column, values, SILENT, partial=True)


def _quarter(end: date, ids: list[int], on: date) -> ValueColumn:
    head = Column(f"q{end.month}", f"Quý {end.month // 3}", group="Dự kiến kết nạp")
    return ValueColumn(head, declared.expected_by_unit(ids, end, on), SILENT, partial=True)


def _days(said: dict[int, Statement]) -> dict[int, str]:
    return {unit: date_vn(each.said_on) for unit, each in said.items()}
