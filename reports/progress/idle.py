"""The section on units that admitted nobody: causes before names, and "no sources" only where sources were once recorded."""

from collections.abc import Iterator
from dataclasses import replace

from candidates import statistics
from candidates.enums import BEFORE_DECISION, EARLIER, SUBMITTED, Stage
from candidates.statistics import Cell
from directives import sources
from directives.sources import Sources
from organizations.formats import number_vn
from organizations.models import UnitVersion
from reports.document import Column, Figure, Paragraph, Row, Shape, Table
from reports.layout import Content
from reports.progress.told import Told
from reports.unit_tables import Block, CountColumn

FAR = (*EARLIER, *SUBMITTED, Stage.DECIDED)
NOT_TOLD = "chưa báo"


def part(found: Told) -> Iterator[Content]:
    """Yield who of the units admitted nobody in the year to date, and their table.

    Nothing where there is a single unit: the result itself says whether it admitted anybody.
    """
    item, bodies = found.item, found.bodies
    if len(bodies) == 1:
        return
    active = statistics.by_unit(item.actual.cell, [body.unit_id for body in bodies])
    idle = [body for body in bodies if not active.get(body.unit_id)]
    rows = _rows(idle, item.actual.cell)
    states = [row.figures[2].value for row in rows]
    yield Paragraph(
        f"Có {number_vn(len(idle))} trên {number_vn(len(bodies))} đơn vị chưa kết nạp được đảng viên trong năm"
        f"{_by_state(states)}."
    )
    if rows:
        yield _table(rows, found.counted)


def _table(rows: tuple[Row, ...], counted: str) -> Table:
    return Table(
        number=0,
        title="Đơn vị chưa kết nạp được đảng viên",
        row_head="Đơn vị",
        columns=(
            Column(
                "left", "Người trong nguồn, đang xem xét", meaning="Chưa có quyết định kết nạp, cuối ngày lập báo cáo."
            ),
            Column("far", "Đã lập hồ sơ trở lên", meaning="Trong đó từ bước lập hồ sơ đến khi có quyết định, chưa lễ."),
            Column("state", "Tình trạng", Shape.TEXT),
            Column("reason", "Nguyên nhân", Shape.TEXT),
        ),
        rows=rows,
        counted=counted,
    )


def _by_state(states: list[str]) -> str:
    counted = [(state, states.count(state)) for state in Sources if state in states]
    return (
        "; trong đó " + ", ".join(f"{number_vn(count)} đơn vị {state}" for state, count in counted) if counted else ""
    )


def _rows(idle: list[UnitVersion], held: Cell) -> tuple[Row, ...]:
    found = [Block(body.unit_id, body.name, (body.unit,)) for body in idle]
    left = CountColumn(Column("left", ""), replace(held, stages=BEFORE_DECISION, period=None))
    far = CountColumn(Column("far", ""), replace(held, stages=FAR, period=None))
    lefts, fars = left.counts(found), far.counts(found)
    recorded = statistics.by_unit(statistics.ever(replace(held, stages=tuple(Stage))), [block.key for block in found])
    return tuple(
        Row(block.label, (left.figure(block, lefts), far.figure(block, fars), Figure(state.value), Figure(NOT_TOLD)))
        for block in found
        for state in [sources.state(lefts.get(block.key, 0) + fars.get(block.key, 0), recorded.get(block.key, 0))]
    )
