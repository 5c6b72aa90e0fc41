"""Prints a report as a workbook: a sheet for each table with the same numbers, one of names, one that explains them.

Number formats are written the way of the file format ("#,##0"): a program in Vietnamese shows 1.669 and 83,5 %. Sums and
percentages are formulas where they yield the report's own number (reports/sums.py), with that number stored beside them.
"""

import io
from collections.abc import Iterator
from decimal import Decimal
from string import Formatter

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from organizations.formats import date_vn, number_vn, percent_vn
from reports import sums
from reports.document import Annexe, Column, Figure, Paragraph, Report, Row, RowKind, Shape, Table

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FIRST = 2  # the sheet's row in which those of a table begin
_LABEL_WIDTH, _TEXT_WIDTH, _COUNT_WIDTH, _WORDS_WIDTH = 44, 100, 12, 28
_A4, _MARGIN = 9, 0.6
_NUMBERS = {Shape.COUNT: "#,##0", Shape.PERCENT: "0.0%", Shape.TEXT: "@"}
COUNTED_ONCE = "Số đếm được, nhỏ hơn tổng các dòng: người thuộc nhiều dòng chỉ tính một lần."
RECORDED = "Ghi nhận của từng dòng, không đếm người."
NAMES = "Danh sách"


class Styles:
    """The formats of a workbook, each made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.title = book.add_format({"bold": True, "font_size": 13})
        self.head = book.add_format(
            {"bold": True, "text_wrap": True, "border": 1, "valign": "vcenter", "align": "center"}
        )
        self.strong = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self.plain = book.add_format({"text_wrap": True, "valign": "top"})
        self.note = book.add_format({"italic": True})
        self._cells = {
            (shape, kind): book.add_format(
                {"num_format": number, "border": 1, "bold": kind != RowKind.ITEM, "valign": "top"}
                | ({"text_wrap": True} if shape == Shape.TEXT else {})
            )
            for shape, number in _NUMBERS.items()
            for kind in RowKind
        }

    def cell(self, shape: Shape, kind: RowKind = RowKind.ITEM) -> Format:
        """The format of a figure of this shape in a row of this kind."""
        return self._cells[shape, kind]


def workbook(report: Report) -> bytes:
    """Return the workbook of a report; what a report does not know is an empty cell, never 0."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False}) as book:
        styles = Styles(book)
        for table in (table for section in report.sections for table in section.tables):
            _table(_sheet(book, f"Bảng {table.number}"), table, styles)
        if report.annexe:
            _names(_sheet(book, NAMES), report.annexe, styles)
        _explained(_sheet(book, "Cách tính"), report, styles)
    return made.getvalue()


def _sheet(book: xlsxwriter.Workbook, name: str) -> Worksheet:
    """A sheet that prints on A4, lying, as wide as the page, with its number below."""
    page = book.add_worksheet(name)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.set_margins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    page.set_footer("&C&P/&N")
    return page


def _table(page: Worksheet, table: Table, styles: Styles) -> None:
    page.write_string(0, 0, f"Bảng {table.number}. {table.title}", styles.title)
    _heads(page, [table.row_head, *(_head(column) for column in table.columns)], styles)
    for line, row in enumerate(table.rows):
        page.write_string(FIRST + line, 0, row.label, styles.cell(Shape.TEXT, row.kind))
        for place, column in enumerate(table.columns):
            _write(page, table, line, place, styles.cell(column.shape, row.kind))
    page.write_string(FIRST + len(table.rows) + 1, 0, table.counted, styles.note)
    page.set_column(0, 0, _LABEL_WIDTH)
    for place, column in enumerate(table.columns, start=1):
        page.set_column(place, place, _WORDS_WIDTH if column.shape == Shape.TEXT else _COUNT_WIDTH)
    page.freeze_panes(FIRST, 1)
    if last := _last_to_filter(table.rows):
        page.autofilter(FIRST - 1, 0, FIRST + last - 1, len(table.columns))


def _heads(page: Worksheet, heads: list[str], styles: Styles) -> None:
    for place, label in enumerate(heads):
        page.write_string(FIRST - 1, place, label, styles.head)
    page.repeat_rows(FIRST - 1)


def _head(column: Column) -> str:
    return f"{column.group}: {column.label}" if column.group else column.label


def _last_to_filter(rows: tuple[Row, ...]) -> int:
    """How many rows a filter takes in: the sums at the end stay under them."""
    return max((line for line, row in enumerate(rows, start=1) if row.kind != RowKind.TOTAL), default=0)


def _write(page: Worksheet, table: Table, line: int, place: int, style: Format) -> None:
    """Text as text, so that no program reads a formula into it; a formula only where it yields the number."""
    figure, at = table.rows[line].figures[place], (FIRST + line, place + 1)
    if figure.value is None:
        page.write_blank(*at, None, style)
    elif isinstance(figure.value, str):
        page.write_string(*at, figure.value, style)
    elif found := sums.formula(table, line, place, FIRST):
        page.write_formula(*at, found, style, _value(figure))
    else:
        page.write_number(*at, _value(figure), style)
        if sums.counted_once(table, line, place):
            page.write_comment(*at, COUNTED_ONCE)


def _value(figure: Figure) -> float:
    """A percentage as the number that its format shows in percent."""
    return float(figure.value / 100 if isinstance(figure.value, Decimal) else figure.value)


def _names(page: Worksheet, annexe: Annexe, styles: Styles) -> None:
    page.write_string(0, 0, annexe.title, styles.title)
    heads = ["TT", "Họ và tên", "Ngày sinh", "Đơn vị", *annexe.heads]
    _heads(page, heads, styles)
    for line, name in enumerate(annexe.names, start=FIRST):
        page.write_number(line, 0, name.order, styles.cell(Shape.COUNT))
        for place, words in enumerate((name.full_name, name.birth, name.unit, *name.facts), start=1):
            page.write_string(line, place, words, styles.cell(Shape.TEXT))
    if annexe.note:
        page.write_string(FIRST + len(annexe.names) + 1, 0, annexe.note, styles.note)
    for place, width in enumerate((6, 30, 12, _LABEL_WIDTH, *(18 for _ in annexe.heads))):
        page.set_column(place, place, width)
    page.freeze_panes(FIRST, 2)
    page.autofilter(FIRST - 1, 0, FIRST + max(len(annexe.names) - 1, 0), len(heads) - 1)


def _explained(page: Worksheet, report: Report, styles: Styles) -> None:
    """What the report is, its sentences, and under each table what is counted and what each of its columns means."""
    for line, (name, words) in enumerate(_lines(report)):
        page.write_string(line, 0, name, styles.strong if name else styles.plain)
        page.write_string(line, 1, words, styles.plain)
    page.set_column(0, 0, _LABEL_WIDTH)
    page.set_column(1, 1, _TEXT_WIDTH)


def _lines(report: Report) -> Iterator[tuple[str, str]]:
    head = report.letterhead
    yield head.issuer, f"{head.kind.capitalize()} {head.subject}, số liệu đến hết ngày {date_vn(report.as_at)}"
    yield from (("", _said(paragraph)) for paragraph in report.opening)
    for section in report.sections:
        yield section.heading, ""
        yield from (("", _said(paragraph)) for paragraph in section.paragraphs)
        for table in section.tables:
            yield f"Bảng {table.number}", f"{table.title}. {table.counted}"
            yield from ((_head(column), column.meaning or RECORDED) for column in table.columns)


def _said(paragraph: Paragraph) -> str:
    """A paragraph with its figures in their places."""
    parts = Formatter().parse(paragraph.words)
    return "".join(words + (_number(paragraph.figures[token]) if token else "") for words, token, _, _ in parts)


def _number(figure: Figure) -> str:
    return percent_vn(figure.value) if isinstance(figure.value, Decimal) else number_vn(figure.value)
