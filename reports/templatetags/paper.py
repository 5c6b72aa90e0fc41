"""Words and shapes of a report that screen and paper share; numbers are printed by organizations.formats."""

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import count, groupby
from operator import attrgetter
from string import Formatter

from django import template

from organizations.formats import DASH, number_vn, percent_vn
from reports import charts, editions, large
from reports.document import (
    Annexe,
    Chart,
    Column,
    Figure,
    Letterhead,
    Name,
    Paragraph,
    Report,
    Row,
    RowKind,
    Section,
    Shape,
    Signature,
    Table,
)

register = template.Library()

# Left for the registry's pen; no-break spaces, because ordinary ones collapse.
BLANK = "\N{NO-BREAK SPACE}" * 6
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
ONE_LINE = 24
_DAYS = re.compile(r"\b(ngày|năm|tháng|quý) ([0-9IV])")
# A name is cut before one of these words, so that compounds such as "CƠ QUAN" stay whole.
PART_STARTS = frozenset(("BAN", "CÁC", "ĐẢNG", "ĐẶC", "HUYỆN", "KHỐI", "PHƯỜNG", "THÀNH", "TỈNH", "TRƯỜNG", "XÃ"))


@dataclass(frozen=True)
class Head:
    """A cell of a table's head with the columns and rows it spans."""

    label: str
    colspan: int = 1
    rowspan: int = 1


@dataclass(frozen=True)
class Cell:
    """A printed figure; ``mark`` is the number of the note under the table that says why there is no figure."""

    text: str
    numeric: bool
    mark: int = 0
    href: str = ""


@dataclass(frozen=True)
class Part:
    """A stretch of a paragraph: plain words, or a printed figure with the list behind it."""

    text: str
    href: str = ""


@register.filter
def parts(paragraph: Paragraph) -> tuple[Part, ...]:
    """A paragraph as stretches of words and figures: whole numbers as numbers, decimals as percentages."""
    found: list[Part] = []
    for words, token, _, _ in Formatter().parse(paragraph.words):
        found += [Part(words)] if words else []
        found += [_told(paragraph.figures[token])] if token else []
    return tuple(found)


def _told(figure: Figure) -> Part:
    return Part(percent_vn(figure.value) if isinstance(figure.value, Decimal) else number_vn(figure.value), figure.href)


@register.filter
def labelled(annexe: Annexe, name: Name) -> list[tuple[str, str]]:
    """The facts of a name, each with its head."""
    return list(zip(annexe.heads, name.facts, strict=True))


@register.filter
def is_funnel(chart: Chart) -> bool:
    """Say whether a drawing is a funnel, which paper draws in few lines."""
    return isinstance(chart.drawing, charts.Funnel)


@register.filter
def drawn_beside(report: Report) -> tuple[tuple[Chart, ...], ...]:
    """The drawings of a report in columns beside each other: the way through the stages in one of its own."""
    drawn = [chart for section in report.sections for chart in section.charts]
    columns = (tuple(each for each in drawn if is_funnel(each) is way) for way in (False, True))
    return tuple(column for column in columns if column)


@register.filter
def laddered(chart: Chart) -> charts.Ladder:
    """A funnel as paper draws it."""
    return charts.ladder(chart.drawing)


@register.filter
def whole_days(text: str) -> str:
    """Words in which no line breaks between "ngày", "năm" or "tháng" and the figures after it."""
    return _DAYS.sub("\\1\N{NO-BREAK SPACE}\\2", text)


@register.filter
def layout_notes(report: Report) -> tuple[str, ...]:
    """What the control slip says of the guide by which a report is laid out."""
    return editions.notes(report.letterhead.issued_on or report.as_at)


@register.filter
def how_many(annexe: Annexe) -> str:
    """How many people a list names, or where the names of a longer one stand, and who is not named."""
    if annexe.note.startswith(large.LISTED):
        return annexe.note
    return f"{large.LISTED} {number_vn(len(annexe.names))} người. {annexe.note}".strip()


@register.filter
def number_line(letterhead: Letterhead) -> str:
    """The number and sign of a document ("Số 259-BC/ĐUK"); room for the number while the registry gave none."""
    return f"Số {_number(letterhead)}"


@register.filter
def date_line(report: Report) -> str:
    """Place and date under the title of the Party; day and month blank while the report is not issued."""
    return ", ".join(filter(None, (report.letterhead.place, _day_in_words(report))))


@register.filter
def attached_to(report: Report) -> str:
    """The line under the title of an annexe that names the document it belongs to."""
    head = report.letterhead
    return f"(Kèm theo {head.kind.capitalize()} số {_number(head)}, {_day_in_words(report)})"


@register.filter
def balanced(text: str) -> tuple[str, ...]:
    """The lines of a name in the letterhead: one if it is short, else two of nearly the same length."""
    words = text.split()
    if len(text) <= ONE_LINE or len(words) < 2:
        return (text,)
    cuts = [cut for cut in range(1, len(words)) if words[cut].upper() in PART_STARTS] or range(1, len(words))
    halves = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in cuts]
    return min(halves, key=lambda half: (max(map(len, half)), len(half[0])))


@register.filter
def roman(number: int) -> str:
    """A section's number, 1 to 15, in Roman figures."""
    return ROMAN[number - 1]


@register.filter
def recipient_lines(signature: Signature) -> tuple[str, ...]:
    """The recipients as a list of the Party prints them: a dash before each, the last one with a full stop."""
    names = [name.strip().lstrip("-").strip().rstrip(".,;") for name in signature.recipients]
    ends = [","] * (len(names) - 1) + ["."]
    return tuple(f"- {name}{end}" for name, end in zip(names, ends, strict=False))


@register.filter
def wide_tables(report: Report) -> tuple[Table, ...]:
    """The tables too wide for an upright page; paper prints them after the signature, as an annexe."""
    return tuple(table for section in report.sections for table in section.tables if table.wide)


@register.filter
def wide_numbers(section: Section) -> str:
    """The numbers of a section's tables that stand in the annexe, as its text refers to them."""
    return ", ".join(str(table.number) for table in section.tables if table.wide)


@register.filter
def head_rows(table: Table) -> tuple[tuple[Head, ...], ...]:
    """The rows of a table's head: one, or two when neighbouring columns share a head."""
    groups = [(name, tuple(columns)) for name, columns in groupby(table.columns, key=attrgetter("group"))]
    depth = 2 if any(name for name, _ in groups) else 1
    top = [Head(table.row_head, rowspan=depth)]
    for name, columns in groups:
        top += [Head(name, colspan=len(columns))] if name else [Head(column.label, rowspan=depth) for column in columns]
    below = tuple(Head(column.label) for name, columns in groups if name for column in columns)
    return (tuple(top), below) if below else (tuple(top),)


@register.filter
def head_depth(table: Table) -> int:
    """How many rows the head of a table has."""
    return len(head_rows(table))


@register.filter
def notes(table: Table) -> tuple[str, ...]:
    """Why figures are missing: each reason once, in the order of the marks beside the dashes."""
    pairs = (pair for row in table.rows for pair in zip(row.figures, table.columns, strict=True))
    return tuple(dict.fromkeys(figure.words for figure, column in pairs if _is_noted(figure, column)))


@register.filter
def meanings(table: Table) -> tuple[Column, ...]:
    """The columns that say in words what they count, for the key under a table on screen."""
    return tuple(column for column in table.columns if column.meaning)


@register.filter
def printed_rows(table: Table) -> tuple[tuple[Row, tuple[Cell, ...]], ...]:
    """Each row with its figures as they are printed; ValueError when a row has not as many figures as columns."""
    reasons = notes(table)
    return tuple((row, _cells(row, table, reasons)) for row in table.rows)


@register.filter
def numbered_rows(table: Table) -> tuple[tuple[int, Row, tuple[Cell, ...]], ...]:
    """The printed rows, each with its place among the items; rows of groups and sums have 0."""
    items = count(1)
    return tuple((next(items) if row.kind == RowKind.ITEM else 0, row, cells) for row, cells in printed_rows(table))


def printed(figure: Figure, column: Column) -> str:
    """A figure in the shape of its column; a dash, or in a column of text the reason, where there is no value."""
    if figure.value is None:
        return (figure.words if column.shape == Shape.TEXT else "") or DASH
    if isinstance(figure.value, str) or column.shape == Shape.TEXT:
        return str(figure.value)
    return percent_vn(figure.value) if column.shape == Shape.PERCENT else number_vn(figure.value)


def _number(letterhead: Letterhead) -> str:
    number = letterhead.number or BLANK
    return f"{number}-{letterhead.sign}" if letterhead.sign else number


def _cells(row: Row, table: Table, reasons: tuple[str, ...]) -> tuple[Cell, ...]:
    return tuple(_cell(*pair, reasons) for pair in zip(row.figures, table.columns, strict=True))


def _cell(figure: Figure, column: Column, reasons: tuple[str, ...]) -> Cell:
    mark = reasons.index(figure.words) + 1 if _is_noted(figure, column) else 0
    return Cell(printed(figure, column), column.shape != Shape.TEXT, mark, figure.href)


def _is_noted(figure: Figure, column: Column) -> bool:
    # A sentence does not fit in a column of numbers: it stands once under the table.
    return figure.value is None and bool(figure.words) and column.shape != Shape.TEXT


def _day_in_words(report: Report) -> str:
    issued = report.letterhead.issued_on
    if issued is None:
        return f"ngày{BLANK}tháng{BLANK}năm{BLANK}"
    # Only January and February get a zero: the rule guards against a figure put before them.
    month = f"{issued.month:02d}" if issued.month <= 2 else str(issued.month)
    return f"ngày {issued.day:02d} tháng {month} năm {issued.year}"
