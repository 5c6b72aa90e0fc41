"""Units that admitted nobody, parted by whether they still have sources; nobody is ranked."""

from collections.abc import Iterator

from candidates import statistics
from candidates.enums import Stage
from directives import sources
from reports.asked import Asked
from reports.catalogue.words import ADMITTED, AWAITING_CEREMONY, BY_BOARD, IN_SOURCE
from reports.comparing import Causes, stuck_now
from reports.document import Paragraph
from reports.layout import Body, Content, Definition, Facts, Head, Section, Span
from reports.measured import People, When
from reports.parts import Count, Sentence, UnitTable, committees
from reports.unit_lists import UnitList

EVER = People(tuple(Stage), When.EVER)
STATES = {
    sources.Sources.LEFT: ("con-nguon", "Đơn vị còn nguồn chưa kết nạp được {period}"),
    sources.Sources.NONE_LEFT: ("het-nguon", "Đơn vị không còn nguồn {period}"),
    sources.Sources.NOTHING_ENTERED: ("chua-nhap", "Đơn vị chưa nhập hồ sơ nào đến ngày {on}"),
}


def _units(state: sources.Sources) -> UnitList:
    def find(asked: Asked) -> list:
        return [body for body in committees(asked) if _states(asked).get(body.unit_id) == state]

    return UnitList(*STATES[state], find)


def _states(asked: Asked) -> dict[int, sources.Sources]:
    """The state of each unit without an admission in the period, by its key."""
    ids = [body.unit_id for body in committees(asked)]
    admitted, left, waiting, ever = (
        statistics.by_unit(each.cell(asked), ids) for each in (ADMITTED, IN_SOURCE, AWAITING_CEREMONY, EVER)
    )
    idle = (unit for unit in ids if not admitted.get(unit))
    return {unit: sources.state(left.get(unit, 0) + waiting.get(unit, 0), ever.get(unit, 0)) for unit in idle}


def _summary(found: Facts) -> Iterator[Content]:
    told = {list_.key.replace("-", "_"): list_.figure(found.asked) for list_ in UNIT_LISTS}
    if not any(figure.value for figure in told.values()):
        yield Paragraph("Mọi đơn vị đều đã kết nạp được đảng viên trong kỳ.")
        return
    words = (
        "Trong các đơn vị chưa kết nạp được đảng viên, {con_nguon} đơn vị còn nguồn, {het_nguon} đơn vị không còn nguồn theo hồ "
        "sơ đã nhập, {chua_nhap} đơn vị chưa nhập hồ sơ nào nên chưa đủ căn cứ để nói."
    )
    yield Paragraph(words, told)


UNIT_LISTS = tuple(map(_units, STATES))
COLUMNS = (Count("held", "Kết nạp", ADMITTED), Count("left", "Người trong nguồn", IN_SOURCE))
NAMED = (*COLUMNS, Count("decided", "Có quyết định, chưa lễ", AWAITING_CEREMONY), Count("ever", "Đã từng nhập", EVER))
TITLE = "Đơn vị chưa kết nạp được đảng viên"
STUCK = Causes("Nguyên nhân hồ sơ chưa đi tiếp, theo các chỗ vướng đã ghi:", stuck_now, whole=IN_SOURCE.cell)

DEFINITION = Definition(
    code="chua-ket-nap",
    name="Đơn vị chưa kết nạp được đảng viên hoặc không còn nguồn",
    answers="Đơn vị nào chưa kết nạp được ai trong kỳ, còn bao nhiêu nguồn; không xếp hạng.",
    head=Head("đơn vị chưa kết nạp được đảng viên {period}", body=Body.BOARD),
    opening=(Sentence("Từ ngày {from} đến ngày {to}, {unit} kết nạp {held} đảng viên.", {"held": ADMITTED}), _summary),
    sections=(Section(TITLE, (STUCK, UnitTable(TITLE, NAMED, wide=False, only=lambda row: not row["held"].value))),),
    signed=BY_BOARD,
    notes=lambda found: ("“Không còn nguồn” là suy từ hồ sơ đã nhập; đơn vị chưa xác nhận.",),
    unit_lists=UNIT_LISTS,
    span=Span.ANY,
)
