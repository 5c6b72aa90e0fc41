"""The section on units that admitted nobody: causes before names, and "no sources" only where sources were once recorded."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from candidates import statistics
from candidates.enums import BEFORE_DECISION, EARLIER, SUBMITTED, Stage
from candidates.statistics import Cell
from directives import sources
from directives.sources import Sources
from organizations import declared
from organizations.declared import Statement
from organizations.enums import STUCK_FIGURES
from organizations.formats import number_vn
from organizations.models import UnitVersion
from organizations.periods import year_to_date
from reports import phrases
from reports.asked import Asked
from reports.document import Column, Figure, Paragraph, Row, Shape, Table
from reports.layout import Content
from reports.progress import told
from reports.progress.told import Told
from reports.unit_lists import UnitList
from reports.unit_tables import Block, CountColumn

NOT_TOLD = "chưa báo"
REASONS = (
    "Nguyên nhân: chỗ vướng của nhiều người nhất theo số đơn vị báo khi rà soát nguồn, mới nhất đến ngày lập báo cáo."
)
COLUMNS = (
    Column("left", "Trong nguồn, đang xem xét", meaning="Chưa có quyết định kết nạp, cuối ngày lập báo cáo."),
    Column("far", "Trong đó đã lập hồ sơ", meaning="Từ bước lập hồ sơ trở đi, chưa có quyết định."),
    Column("decided", "Có quyết định, chưa lễ", meaning="Đã có quyết định kết nạp, chưa tổ chức lễ."),
    Column("state", "Tình trạng", Shape.TEXT),
    Column("reason", "Nguyên nhân (đơn vị báo)", Shape.TEXT),
)


@dataclass(frozen=True)
class Idle:
    """A unit without an admission in the year to date: its row of counted figures, and what its sources are."""

    body: UnitVersion
    figures: tuple[Figure, ...]
    state: Sources


def part(found: Told) -> Iterator[Content]:
    """Yield who of the units admitted nobody in the year to date, and their table.

    Nothing where there is a single unit: the result itself says whether it admitted anybody.
    """
    if len(found.bodies) == 1:
        return
    idle = of_report(found)
    yield _words(idle, found)
    if idle:
        said = declared.reviews_by_unit(
            [each.body.unit_id for each in idle], declared.half_year_before(found.on), found.on
        )
        yield Table(
            number=0,
            title="Đơn vị chưa kết nạp được đảng viên",
            row_head="Đơn vị",
            columns=COLUMNS,
            rows=tuple(_row(each, said) for each in idle),
            counted=f"{found.counted} {REASONS}",
            wide=True,
        )


def of_report(found: Told) -> list[Idle]:
    """Return the units of the report that admitted nobody in the year to date, in the order of its rows."""
    held = _of_year(found)
    active = statistics.by_unit(held, [body.unit_id for body in found.bodies])
    idle = [body for body in found.bodies if not active.get(body.unit_id)]
    blocks = [Block(body.unit_id, body.name, (body.unit,)) for body in idle]
    columns = [
        CountColumn(column, replace(held, stages=stages, period=None))
        for column, stages in zip(COLUMNS, (BEFORE_DECISION, (*EARLIER, *SUBMITTED), (Stage.DECIDED,)), strict=False)
    ]
    counts = [column.counts(blocks) for column in columns]
    recorded = statistics.by_unit(_ever(held), [block.key for block in blocks])
    return [
        Idle(
            body,
            tuple(column.figure(block, counted) for column, counted in zip(columns, counts, strict=True)),
            sources.state(counts[0].get(block.key, 0) + counts[2].get(block.key, 0), recorded.get(block.key, 0)),
        )
        for body, block in zip(idle, blocks, strict=True)
    ]


def _of_year(found: Told) -> Cell:
    """Who was admitted in the year to date, whatever half or quarter the target names."""
    return replace(
        statistics.admitted((found.asked.unit,), year_to_date(found.on), found.on), reading=found.asked.reading
    )


def _ever(held: Cell) -> Cell:
    """Anybody of whom any step was recorded up to the end of the report."""
    return statistics.ever(replace(held, stages=tuple(Stage)))


def _row(each: Idle, said: Mapping[int, Statement]) -> Row:
    return Row(each.body.name, (*each.figures, Figure(each.state.value), Figure(_reason(said.get(each.body.unit_id)))))


def _reason(said: Statement | None) -> str:
    """Where most of its people are stuck, as the unit says; that it did not tell is said, never guessed."""
    if said is None:
        return NOT_TOLD
    most = max(STUCK_FIGURES, key=lambda kind: said.values.get(kind) or 0)
    count = said.values.get(most)
    return f"{phrases.inside(most.label)} ({number_vn(count)} người)" if count else "không nêu vướng mắc"


def _words(idle: Sequence[Idle], found: Told) -> Paragraph:
    """How many units admitted nobody, and how many of them still have sources."""
    counts = {state: sum(each.state == state for each in idle) for state in Sources}
    shown = {state: f"state{place}" for place, state in enumerate(Sources) if counts[state]}
    parts = ", ".join(f"{{{token}}} đơn vị {state}" for state, token in shown.items())
    words = f"Có {{idle}} trên {{units}} đơn vị chưa kết nạp được đảng viên trong năm{f'; trong đó {parts}' if parts else ''}."
    figures = {"idle": IDLE.of(len(idle), found.asked), "units": UNITS.of(len(found.bodies), found.asked)}
    return Paragraph(
        words, figures | {token: IN_STATE[state].of(counts[state], found.asked) for state, token in shown.items()}
    )


def _in_state(state: Sources) -> UnitList:
    def find(asked: Asked) -> list[UnitVersion]:
        return [each.body for each in of_report(told.told(asked)) if each.state == state]

    return UnitList(
        f"nguon-{tuple(Sources).index(state) + 1}",
        f"Đơn vị chưa kết nạp được đảng viên, {state}, đến ngày {{on}}",
        find,
    )


UNITS = UnitList("don-vi", "Đơn vị của báo cáo, đến ngày {on}", lambda asked: told.told(asked).bodies)
IDLE = UnitList(
    "chua-ket-nap",
    "Đơn vị chưa kết nạp được đảng viên trong năm, đến ngày {on}",
    lambda asked: [each.body for each in of_report(told.told(asked))],
)
IN_STATE = {state: _in_state(state) for state in Sources}
LISTS = (UNITS, IDLE, *IN_STATE.values())
