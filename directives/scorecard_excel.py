"""The scorecard as a workbook: the same numbers as the page, and a sheet that explains every column and state."""

import io

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from directives import scorecard_words as words
from directives.scorecard import AnyMet, Foretold, Row, Scorecard
from directives.unit_progress import UnitProgress
from organizations.formats import date_vn, rounded

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
COUNTED = ("Đã đạt", "Chỉ tiêu", "%", "Đang làm", "Còn thiếu", "Nguồn", "Tình trạng")
FORETOLD = ("Dự báo: thấp", "giữa", "cao", "Khả năng đạt, %", "Bằng lời")
COLUMNS = COUNTED + FORETOLD
FIRST = ("Mã", "Đơn vị")
_NAME_WIDTH, _STATE_WIDTH = 44, 24


def workbook(card: Scorecard) -> bytes:
    """Return the workbook of a scorecard, its rows in the order given."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        head = book.add_format({"bold": True, "text_wrap": True, "border": 1, "valign": "top"})
        strong = book.add_format({"bold": True})
        _numbers(book.add_worksheet("Chỉ tiêu"), card, head, strong)
        _explained(book.add_worksheet("Cách tính"), card, head, book.add_format({"text_wrap": True, "valign": "top"}))
    return made.getvalue()


def _numbers(page: Worksheet, card: Scorecard, head: Format, strong: Format) -> None:
    page.write_string(0, 0, f"Bảng theo dõi chỉ tiêu, {card.version.name}, đến hết ngày {date_vn(card.on)}", strong)
    for place, label in enumerate(FIRST):
        page.write_string(2, place, label, head)
    for number, column in enumerate(card.columns):
        first = len(FIRST) + number * len(COLUMNS)
        page.merge_range(1, first, 1, first + len(COLUMNS) - 1, column.label, head)
        for place, label in enumerate(COLUMNS, start=first):
            page.write_string(2, place, label, head)
        for place in (first + len(COUNTED) - 1, first + len(COLUMNS) - 1):
            page.set_column(place, place, _STATE_WIDTH)
    for line, row in enumerate((*card.rows, *((card.total,) if card.total else ())), start=3):
        _row(page, line, row, strong if row is card.total else None)
    page.set_column(0, 0, 14)
    page.set_column(1, 1, _NAME_WIDTH)
    page.freeze_panes(3, len(FIRST))


def _row(page: Worksheet, line: int, row: Row, style: Format | None) -> None:
    page.write_string(line, 0, row.unit.code, style)
    page.write_string(line, 1, row.name, style)
    for number, (met, told) in enumerate(row.pairs):
        both = (*values(met), *foretold(told))
        for place, value in enumerate(both, start=len(FIRST) + number * len(COLUMNS)):
            if value is None:
                page.write_blank(line, place, None, style)
            elif isinstance(value, str):
                page.write_string(line, place, value, style)
            else:
                page.write_number(line, place, value, style)


def values(met: AnyMet | None) -> tuple[int | float | str | None, ...]:
    """Return one target of one unit in the order of COUNTED; what is not known is empty, never 0."""
    if met is None:
        return (None,) * len(COUNTED)
    counts_units = isinstance(met, UnitProgress)
    return (
        met.units.reached if counts_units else met.actual.people,
        met.goal,
        None if met.percent is None else float(rounded(met.percent)),
        None if counts_units or not met.left else met.on_the_way.people,
        met.missing,
        met.sources_left,
        met.standing.words,
    )


def foretold(told: Foretold | None) -> tuple[int | str | None, ...]:
    """Return the forecast of one target of one unit in the order of FORETOLD; where there is none, why."""
    if told is None:
        return (None,) * len(FORETOLD)
    if told.forecast.outlook is None:
        return (None, None, None, None, told.forecast.reason)
    found, likely = told.forecast.outlook, told.likely
    return (found.low, found.mid, found.high, likely and likely.percent, likely and likely.words)


def _explained(page: Worksheet, card: Scorecard, head: Format, plain: Format) -> None:
    lines = [(words.counted(card), ""), (words.NOT_RANKED, ""), ("", "")]
    targets = [(column.label, _document(column)) for column in card.columns]
    states = [(standing.words, meaning) for standing, meaning in words.states()]
    lines += [("Chỉ tiêu", "Văn bản"), *targets, ("", ""), ("Cột", "Ý nghĩa"), *words.MEANINGS]
    lines += [("", ""), ("Tình trạng", "Ý nghĩa"), *states]
    for line, (name, meaning) in enumerate(lines):
        page.write_string(line, 0, name, head if meaning in ("Văn bản", "Ý nghĩa") else plain)
        page.write_string(line, 1, meaning, head if meaning in ("Văn bản", "Ý nghĩa") else plain)
    page.set_column(0, 0, _NAME_WIDTH)
    page.set_column(1, 1, 90)


def _document(column) -> str:
    return str(column.target.clause) if column.target else "Chỉ tiêu giao riêng cho từng đơn vị"
