"""The cells of a report's tables as figures that its text may name. Pure.

A token names a cell by the place of its table in the definition, the label of its row and the key of its column, so that it finds
the cell again when it was counted anew, when rows were added, or when another table falls silent. Rows of a table that are called
alike have no token: once one of them is renamed it would name the other's figure.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from organizations.formats import plain
from reports.asked import NO_BRACES
from reports.document import Column, Figure, Report, Row, RowKind, Shape, Table

_MANY = re.compile(r" \([\d.]+ đơn vị\)$")


@dataclass(frozen=True)
class Cell:
    """A cell: its token, the keys of its row and its column within all tables, its name as the page writes it, its figure."""

    token: str
    row: str
    column: str
    name: str
    figure: Figure


@dataclass(frozen=True)
class Grid:
    """A table to choose a cell from: its title, its rows and its columns, each by key and in words."""

    title: str
    rows: tuple[tuple[str, str], ...]
    columns: tuple[tuple[str, str], ...]


def of(report: Report) -> Mapping[str, Cell]:
    """Return the cells that hold a number, by their tokens; of two columns that are called alike the second says so."""
    found: dict[str, Cell] = {}
    taken: dict[str, int] = {}
    for table in tables(report):
        for cell in _cells(table):
            taken[cell.name] = taken.get(cell.name, 0) + 1
            again = f"{cell.name} ({taken[cell.name]})" if taken[cell.name] > 1 else cell.name
            found[cell.token] = replace(cell, name=again)
    return found


def grids(report: Report) -> Iterator[Grid]:
    """Yield the tables as lists of rows and columns to choose from."""
    for table in tables(report):
        rows = tuple((_key(table, row_key), row.label) for row_key, row in _rows(table))
        columns = tuple((_key(table, each.key), _head(each)) for each in table.columns if each.shape != Shape.TEXT)
        if rows and columns:
            yield Grid(f"Bảng {table.number}. {table.title}", rows, columns)


def tables(report: Report) -> Iterator[Table]:
    """Yield the tables of a report that have a place in its definition."""
    return (table for section in report.sections for table in section.tables if table.key)


def _cells(table: Table) -> Iterator[Cell]:
    for key, row in _rows(table):
        for column, figure in zip(table.columns, row.figures, strict=True):
            if column.shape != Shape.TEXT:
                token = f"{table.key}/{key}/{column.key}"
                name = f"bảng {table.number}: {row.label}: {_head(column)}".translate(NO_BRACES)
                yield Cell(token, _key(table, key), _key(table, column.key), name, _figure(figure, column))


def _rows(table: Table) -> Iterator[tuple[str, Row]]:
    """The rows by keys made of their labels, without those that are called alike: later nobody could say which is meant."""
    keys = [_row_key(row) for row in table.rows]
    taken = Counter(keys)
    return ((key, row) for key, row in zip(keys, table.rows, strict=True) if taken[key] == 1)


def _row_key(row: Row) -> str:
    """The key of a row: its label, without how many units a group holds just now."""
    key = re.sub(r"[^a-z0-9]+", "-", plain(_MANY.sub("", row.label))).strip("-") or row.kind.value
    return f"{key}~{RowKind(row.kind).value}" if row.kind != RowKind.ITEM else key


def _figure(figure: Figure, column: Column) -> Figure:
    """The figure as a sentence prints it: a decimal is a percentage there, a whole number none."""
    if figure.value is None or isinstance(figure.value, str):
        return replace(figure, value=None)
    value = Decimal(figure.value) if column.shape == Shape.PERCENT else int(figure.value)
    return replace(figure, value=value)


def _head(column: Column) -> str:
    return f"{column.group} – {column.label}" if column.group else column.label


def _key(table: Table, key: str) -> str:
    return f"{table.key}/{key}"
