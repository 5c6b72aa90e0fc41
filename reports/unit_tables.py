"""Tables of units × statistics cells: each column is one cell counted for all units in one query."""

from dataclasses import dataclass, replace
from datetime import date

from candidates import statistics
from candidates.statistics import Cell
from organizations.formats import date_vn, percentage
from organizations.models import Unit, UnitVersion
from reports.document import Column, Figure, Row, RowKind, Shape
from reports.links import behind


@dataclass(frozen=True)
class CountColumn:
    """A column of people: its head and the cell, whose units are replaced by those of each row."""

    column: Column
    cell: Cell

    def counts(self, units: list[Unit]) -> dict[int, int]:
        """Count the cell for every unit."""
        return statistics.by_unit(self.cell, [unit.pk for unit in units])

    def figure(self, unit: Unit, counts: dict[int, int]) -> Figure:
        """The number of one unit, with the list behind it."""
        return Figure(counts.get(unit.pk, 0), href=behind(replace(self.cell, units=(unit,))))


@dataclass(frozen=True)
class ValueColumn:
    """A column of known values per unit id, such as members or quotas; ``words`` say why a unit has none."""

    column: Column
    values: dict[int, int]
    words: str

    def counts(self, units: list[Unit]) -> dict[int, int]:
        """The known values."""
        return self.values

    def figure(self, unit: Unit, counts: dict[int, int]) -> Figure:
        """The value of one unit, or why there is none."""
        return Figure(counts.get(unit.pk), words="" if unit.pk in counts else self.words)


@dataclass(frozen=True)
class RatioColumn:
    """A column that gives one column in percent of another; empty where there is nothing to compare with."""

    column: Column
    part: str
    whole: str


@dataclass(frozen=True)
class MissingColumn:
    """A column that gives what is left of ``whole`` after all ``parts``, never below 0."""

    column: Column
    whole: str
    parts: tuple[str, ...]


AnyColumn = CountColumn | ValueColumn | RatioColumn | MissingColumn
Counted = dict[str, dict[int, int]]


def rows(versions: list[UnitVersion], total: UnitVersion, columns: list[AnyColumn]) -> tuple[Row, ...]:
    """Return one row per unit and a total row that counts the whole unit anew, so that nobody is counted twice."""
    units = [version.unit for version in [*versions, total]]
    counted = {
        column.column.key: column.counts(units) for column in columns if isinstance(column, CountColumn | ValueColumn)
    }
    items = [_row(version, RowKind.ITEM, columns, counted) for version in versions]
    return (*items, _row(total, RowKind.TOTAL, columns, counted))


def heads(columns: list[AnyColumn]) -> tuple[Column, ...]:
    """Return the heads of the columns."""
    return tuple(column.column for column in columns)


def percent_column(key: str, label: str, group: str = "") -> Column:
    """Return the head of a column of percentages."""
    return Column(key, label, Shape.PERCENT, group)


def as_at_words(on: date, reading: statistics.Reading, basis: str) -> str:
    """Return the line under a table: what counts as admitted, as at which day, which reading of units."""
    words = {statistics.Reading.THEN: "đơn vị tại thời điểm đó", statistics.Reading.NOW: "đơn vị hiện nay"}
    return f"Kết nạp tính theo {basis}; số liệu đến hết ngày {date_vn(on)}; tính theo {words[reading]}."


def _row(version: UnitVersion, kind: RowKind, columns: list[AnyColumn], counted: Counted) -> Row:
    label = "Cộng" if kind == RowKind.TOTAL else version.name
    return Row(label, tuple(_figure(column, version.unit, counted) for column in columns), kind)


def _figure(column: AnyColumn, unit: Unit, counted: Counted) -> Figure:
    match column:
        case RatioColumn():
            return Figure(percentage(_of(counted, column.part, unit) or 0, _of(counted, column.whole, unit)))
        case MissingColumn():
            return Figure(_missing(column, unit, counted))
    return column.figure(unit, counted[column.column.key])


def _missing(column: MissingColumn, unit: Unit, counted: Counted) -> int | None:
    whole = _of(counted, column.whole, unit)
    found = sum(_of(counted, part, unit) or 0 for part in column.parts)
    return None if whole is None else max(0, whole - found)


def _of(counted: Counted, key: str, unit: Unit) -> int | None:
    return counted[key].get(unit.pk)
