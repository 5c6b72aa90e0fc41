"""A cell as the address of its list, and in words: the one way from a number to the people behind it."""

from urllib.parse import urlencode

from candidates.enums import OPEN, Stage
from candidates.statistics import Cell, DueState, Reading
from organizations.formats import date_vn

READING_WORDS = {Reading.THEN: "theo đơn vị khi đó", Reading.NOW: "theo đơn vị hiện nay"}

DUE_WORDS = {
    DueState.OVERDUE: "quá hạn bước tiếp theo",
    DueState.SOON: "sắp đến hạn bước tiếp theo",
    DueState.CHECK: "đã qua một hạn chưa ai xác nhận",
}


def query(cell: Cell) -> str:
    """Return the query string under which the list of dossiers shows exactly the people of ``cell``."""
    pairs = [("tai_ngay", cell.on.isoformat())]
    pairs += [("don_vi", unit.code) for unit in cell.units]
    pairs += [("vao_buoc" if cell.period else "buoc", stage.value) for stage in cell.stages]
    pairs += [("tu_buoc", stage.value) for stage in cell.from_stages]
    if cell.period:
        pairs += [("tu", cell.period.start.isoformat()), ("den", cell.period.last_day.isoformat())]
    if cell.reading != Reading.THEN:
        pairs.append(("cach_tinh", cell.reading.value))
    if cell.due:
        pairs.append(("han", cell.due.value))
    return urlencode(pairs)


def in_words(cell: Cell) -> str:
    """Say what a cell counts."""
    reading = READING_WORDS[cell.reading]
    if cell.period:
        first, last = date_vn(cell.period.start), date_vn(cell.period.last_day)
        return f"Vào bước {_stages(cell.stages)} từ {first} đến {last}, {reading}"
    due = f"{DUE_WORDS[cell.due]}, " if cell.due else ""
    standing = "đang theo dõi" if cell.stages == OPEN else f"đang ở bước {_stages(cell.stages)}"
    words = f"{due}{standing} cuối ngày {date_vn(cell.on)}, {reading}"
    return f"{words[0].upper()}{words[1:]}"


def _stages(stages: tuple[Stage, ...]) -> str:
    return ", ".join(f"“{stage.label}”" for stage in stages)
