"""The grid of shares as an Excel workbook that can be filled in and sent back."""

import io

import xlsxwriter

from directives import share_grid
from directives.share_grid import Grid, Row
from organizations.formats import date_vn

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_WIDTHS = (18, 44, 16, 14, 14, 14)


def workbook(grid: Grid) -> bytes:
    """Return the workbook: a row for each unit; what the unit is given stands as text, a range as 01-02."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        page = book.add_worksheet("Phân bổ chỉ tiêu")
        bold = book.add_format({"bold": True, "text_wrap": True, "border": 1, "valign": "top"})
        plain = book.add_format({"num_format": "@"})
        for place, words in enumerate(_heads(grid)):
            page.write_string(0, place, words, bold)
            page.set_column(place, place, _WIDTHS[min(place, len(_WIDTHS) - 1)])
        for number, row in enumerate(grid.rows, start=1):
            _write(page, number, row, plain)
        page.freeze_panes(1, 2)
    return made.getvalue()


def _heads(grid: Grid) -> list[str]:
    known = [
        "Mã",
        "Đơn vị",
        f"Đảng viên {date_vn(grid.base_on)}",
        "Cùng kỳ năm trước",
        "Nguồn hiện có",
        "Giao năm trước",
    ]
    return [*known, *(share_grid.head(column.target) for column in grid.columns)]


def _write(page: xlsxwriter.worksheet.Worksheet, number: int, row: Row, plain: object) -> None:
    page.write_string(number, 0, row.unit.code)
    page.write_string(number, 1, row.name)
    for place, value in enumerate((row.size, row.last_year, row.sources), start=2):
        if value is not None:
            page.write_number(number, place, value)
    page.write_string(number, 5, row.given_before, plain)
    for place, box in enumerate(row.boxes, start=6):
        page.write_string(number, place, box.text, plain)
