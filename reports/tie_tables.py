"""Tables whose rows are groups of organisations: each figure is one cell, and the foot tells turns from people.

A person of two organisations stands in both rows: *cộng lượt* adds the rows up, *số người* counts all organisations at once,
*trừ trùng* is the difference (reports-outline.md, situation 13).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from candidates import nominated, statistics
from candidates.nominated import Nominated
from candidates.statistics import Cell
from organizations.formats import percentage
from organizations.models import Unit
from reports import meanings
from reports.document import Column, Figure, Row, RowKind
from reports.links import behind

TURNS, OVERLAP, PEOPLE = "Cộng lượt", "Trừ trùng", "Số người"
DECLARED = "Số do hội, đoàn thể báo, mới nhất đến ngày lập báo cáo; nơi chưa báo để trống."


class Line(Protocol):
    """A row of such a table: what it is called and which organisations it takes together."""

    @property
    def label(self) -> str:
        """The words at the head of the row."""

    @property
    def organisations(self) -> tuple[Unit, ...]:
        """The organisations that it takes together; never none."""


@dataclass(frozen=True)
class PeopleColumn:
    """People tied to the organisations of a row: the cell's ``among`` takes each row's organisations."""

    column: Column
    cell: Cell

    def of(self, organisations: tuple[Unit, ...], at_least: int = 1) -> Cell:
        """The cell of one row."""
        return replace(self.cell, among=replace(self.cell.among, organisations=organisations, at_least=at_least))

    def overlap(self, organisations: tuple[Unit, ...]) -> Cell:
        """The cell of those who are tied to several of the organisations."""
        return self.of(organisations, at_least=2)

    def count(self, cells: Sequence[Cell]) -> list[int]:
        """Count the cells of a column in one query."""
        return statistics.counts(cells)


@dataclass(frozen=True)
class NominatedColumn:
    """People nominated by the organisations of a row."""

    column: Column
    cell: Nominated

    def of(self, organisations: tuple[Unit, ...]) -> Nominated:
        """The cell of one row."""
        return replace(self.cell, organisations=organisations)

    def overlap(self, organisations: tuple[Unit, ...]) -> Nominated:
        """Nobody: nominations are not narrowed to persons named by several; the number opens no list."""
        return self.of(())

    def count(self, cells: Sequence[Nominated]) -> list[int]:
        """Count the cells of a column in one query."""
        return nominated.counts(cells)


@dataclass(frozen=True)
class DeclaredColumn:
    """What each organisation declared, by its id; ``words`` stand where it was silent. Declared numbers know no overlap."""

    column: Column
    values: Mapping[int, int]
    words: str

    def figures(self, lines: Sequence[Line]) -> tuple[Figure, ...]:
        """The declared values, and their sum as turns."""
        found = [self._sum(line) for line in lines]
        known = [value for value in found if value is not None]
        items = (Figure(value, words="" if value is not None else self.words) for value in found)
        return (*items, Figure(sum(known) if known else None), Figure(None), Figure(None))

    def _sum(self, line: Line) -> int | None:
        known = [self.values[unit.pk] for unit in line.organisations if unit.pk in self.values]
        return sum(known) if known else None


@dataclass(frozen=True)
class ShareColumn:
    """One column in percent of another; empty where there is nothing to compare with."""

    column: Column
    part: str
    whole: str


AnyColumn = PeopleColumn | NominatedColumn | DeclaredColumn | ShareColumn
Figures = dict[str, tuple[Figure, ...]]


def rows(lines: Sequence[Line], whole: Line, columns: Sequence[AnyColumn]) -> tuple[Row, ...]:
    """Return one row per line, then turns, overlap and people."""
    places = range(len(lines) + 3)
    counted: Figures = {each.column.key: _figures(each, lines, whole) for each in columns if _counts(each)}
    for each in columns:
        if isinstance(each, ShareColumn):
            counted[each.column.key] = tuple(_share(each, counted, place) for place in places)
    labels = [*(line.label for line in lines), TURNS, OVERLAP, PEOPLE]
    return tuple(
        Row(labels[place], tuple(counted[each.column.key][place] for each in columns), _kind(place, len(lines)))
        for place in places
    )


def heads(columns: Sequence[AnyColumn]) -> tuple[Column, ...]:
    """Return the heads of the columns; each says what it counts, in its own words or in those of what is counted."""
    by_key = {column.column.key: column.column for column in columns}
    return tuple(meanings.given(_head(column), _meant(column, by_key)) for column in columns)


def _head(column: AnyColumn) -> Column:
    if isinstance(column, ShareColumn):
        return meanings.divided(column.column, column.part, column.whole)
    return column.column


def _meant(column: AnyColumn, by_key: Mapping[str, Column]) -> str:
    match column:
        case PeopleColumn() | NominatedColumn():
            return meanings.of_tied(column.cell)
        case ShareColumn():
            return meanings.of_share(by_key[column.part], by_key[column.whole])
        case DeclaredColumn():
            return DECLARED
    return ""


def _figures(column: AnyColumn, lines: Sequence[Line], whole: Line) -> tuple[Figure, ...]:
    """The figures of a column from its first row to its foot."""
    if isinstance(column, DeclaredColumn):
        return column.figures(lines)
    cells = [*(column.of(line.organisations) for line in [*lines, whole]), column.overlap(whole.organisations)]
    *items, people, twice = (
        Figure(count, href=behind(cell)) for count, cell in zip(column.count(cells), cells, strict=True)
    )
    turns = sum(item.value for item in items)
    return (*items, _if_exact(turns, people), _if_exact(turns - people.value, twice), people)


def _if_exact(value: int, listed: Figure) -> Figure:
    """A number reckoned from the rows opens a list only where that list holds exactly as many people."""
    return Figure(value, href=listed.href if listed.value == value else "")


def _share(column: ShareColumn, counted: Figures, place: int) -> Figure:
    part, whole = counted[column.part][place], counted[column.whole][place]
    return Figure(percentage(part.value or 0, whole.value))


def _kind(place: int, lines: int) -> RowKind:
    return RowKind.ITEM if place < lines else RowKind.TOTAL


def _counts(column: AnyColumn) -> bool:
    return not isinstance(column, ShareColumn)
