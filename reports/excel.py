"""Prints a report as a workbook: a sheet for each table with the same numbers, and one that explains them."""

import io
from collections.abc import Iterator
from decimal import Decimal
from string import Formatter

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from organizations.formats import date_vn, number_vn, percent_vn, rounded
from reports.document import Figure, Paragraph, Report, RowKind, Table

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LABEL_WIDTH, _TEXT_WIDTH = 44, 100


def workbook(report: Report) -> bytes:
    """Return the workbook of a report; what a report does not know is an empty cell, never 0."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        head = book.add_format({"bold": True, "text_wrap": True, "border": 1, "valign": "top"})
        styles = {RowKind.ITEM: None, RowKind.GROUP: book.add_format({"bold": True}), RowKind.TOTAL: head}
        for table in (table for section in report.sections for table in section.tables):
            _table(book.add_worksheet(f"Bảng {table.number}"), table, head, styles)
        _explained(book.add_worksheet("Cách tính"), report, head, book.add_format({"text_wrap": True, "valign": "top"}))
    return made.getvalue()


def _table(page: Worksheet, table: Table, head: Format, styles: dict[RowKind, Format | None]) -> None:
    page.write_string(0, 0, f"Bảng {table.number}. {table.title}")
    for place, label in enumerate([table.row_head, *(_head(column.group, column.label) for column in table.columns)]):
        page.write_string(1, place, label, head)
    for line, row in enumerate(table.rows, start=2):
        page.write_string(line, 0, row.label, styles[row.kind])
        for place, figure in enumerate(row.figures, start=1):
            _write(page, line, place, figure, styles[row.kind])
    page.set_column(0, 0, _LABEL_WIDTH)
    page.freeze_panes(2, 1)


def _head(group: str, label: str) -> str:
    return f"{group}: {label}" if group else label


def _write(page: Worksheet, line: int, place: int, figure: Figure, style: Format | None) -> None:
    """Text as text, so that no program reads a formula into it; percentages rounded as the paper prints them."""
    if figure.value is None:
        page.write_blank(line, place, None, style)
    elif isinstance(figure.value, str):
        page.write_string(line, place, figure.value, style)
    else:
        value = rounded(figure.value) if isinstance(figure.value, Decimal) else figure.value
        page.write_number(line, place, float(value), style)


def _explained(page: Worksheet, report: Report, head: Format, plain: Format) -> None:
    """What the report is, its sentences, and under each table what is counted and what its columns mean."""
    for line, (name, words) in enumerate(_lines(report)):
        page.write_string(line, 0, name, head if name else plain)
        page.write_string(line, 1, words, plain)
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
            yield f"Bảng {table.number}", table.counted
            yield from ((column.label, column.meaning) for column in table.columns if column.meaning)


def _said(paragraph: Paragraph) -> str:
    """A paragraph with its figures in their places."""
    parts = Formatter().parse(paragraph.words)
    return "".join(words + (_number(paragraph.figures[token]) if token else "") for words, token, _, _ in parts)


def _number(figure: Figure) -> str:
    return percent_vn(figure.value) if isinstance(figure.value, Decimal) else number_vn(figure.value)
