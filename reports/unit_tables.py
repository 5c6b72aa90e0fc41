"""Tables of party units × statistics cells: each column is one cell counted for all rows at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from candidates import statistics
from candidates.enums import Group
from candidates.statistics import Cell
from organizations.formats import percentage
from organizations.models import Unit, UnitVersion
from reports import meanings
from reports.document import Column, Figure, Row, RowKind, Shape
from reports.links import behind


@dataclass(frozen=True)
class Block:
    """A row before it is counted: the units that it takes together; ``key`` is the unit's id, or below 0 for several."""

    key: int
    label: str
    units: tuple[Unit, ...]
    kind: RowKind = RowKind.ITEM
    href: str = ""

    @property
    def several(self) -> bool:
        """Say whether the row takes units together, so that a person of two of them counts once."""
        return self.key < 0


@dataclass(frozen=True)
class CountColumn:
    """A column of people: its head and the cell, whose units are replaced by those of each row."""

    column: Column
    cell: Cell

    def counts(self, blocks: Sequence[Block]) -> dict[int, int]:
        """Count the cell for every row: one query for single units, one for those taken together."""
        single = [block.key for block in blocks if not block.several]
        return statistics.by_unit(self.cell, single) | self.together(blocks)

    def together(self, blocks: Sequence[Block]) -> dict[int, int]:
        """Count the cell for the rows that take units together, in one query."""
        grouped = {block.key: [unit.pk for unit in block.units] for block in blocks if block.several}
        return statistics.by_group(self.cell, grouped)

    def figure(self, block: Block, counts: Mapping[int, int]) -> Figure:
        """The number of one row, with the list behind it."""
        return Figure(counts.get(block.key, 0), href=behind(replace(self.cell, units=block.units)))


@dataclass(frozen=True)
class ValueColumn:
    """A column of known values per unit id, such as members or quotas; ``words`` say why a unit has none.

    Units taken together have a value when all of them have one, or, for figures that may be silent, when any has one.
    """

    column: Column
    values: Mapping[int, int]
    words: str
    partial: bool = False

    def counts(self, blocks: Sequence[Block]) -> dict[int, int]:
        """The known values, and the sums of those taken together."""
        return dict(self.values) | {block.key: value for block in blocks if (value := self._sum(block)) is not None}

    def figure(self, block: Block, counts: Mapping[int, int]) -> Figure:
        """The value of one row, or why there is none."""
        return Figure(counts.get(block.key), words="" if block.key in counts else self.words)

    def _sum(self, block: Block) -> int | None:
        if not block.several:
            return None
        known = [self.values[unit.pk] for unit in block.units if unit.pk in self.values]
        complete = len(known) == len(block.units) or (self.partial and known)
        return sum(known) if complete else None


@dataclass(frozen=True)
class TextColumn:
    """A column of words per unit id; ``words`` stand where a unit has none."""

    column: Column
    values: Mapping[int, str]
    words: str = ""

    def figure(self, block: Block) -> Figure:
        """The words of one row; none for rows that take units together."""
        return Figure(self.values.get(block.key, "" if block.kind != RowKind.ITEM else self.words))


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


AnyColumn = CountColumn | ValueColumn | TextColumn | RatioColumn | MissingColumn
Counted = dict[str, dict[int, int]]


def rows(blocks: Sequence[Block], columns: Sequence[AnyColumn]) -> tuple[Row, ...]:
    """Return one row per block; each counts its units anew, so that nobody is counted twice in a sum."""
    counted = _counted_together(blocks, columns) | {
        column.column.key: column.counts(blocks) for column in columns if isinstance(column, ValueColumn)
    }
    return tuple(
        Row(block.label, tuple(_figure(column, block, counted) for column in columns), block.kind, block.href)
        for block in blocks
    )


def blocks(versions: Sequence[UnitVersion], total: UnitVersion) -> list[Block]:
    """Return a row for each unit, and the last one for the whole unit."""
    items = [Block(version.unit_id, version.name, (version.unit,)) for version in versions]
    return [*items, Block(total.unit_id, "Cộng", (total.unit,), RowKind.TOTAL)]


def heads(columns: Sequence[AnyColumn]) -> tuple[Column, ...]:
    """Return the heads of the columns; each says what it counts, in its own words or in those of what is counted."""
    by_key = {column.column.key: column.column for column in columns}
    return tuple(meanings.given(_head(column), _meant(column, by_key)) for column in columns)


def _head(column: AnyColumn) -> Column:
    if isinstance(column, RatioColumn):
        return meanings.divided(column.column, column.part, column.whole)
    return column.column


def _meant(column: AnyColumn, by_key: Mapping[str, Column]) -> str:
    match column:
        case CountColumn():
            return meanings.of_people(column.cell)
        case RatioColumn():
            return meanings.of_share(by_key[column.part], by_key[column.whole])
        case MissingColumn():
            return meanings.of_rest(by_key[column.whole], tuple(by_key[each] for each in column.parts))
    return ""


def narrowed(cell: Cell, *groups: Group) -> Cell:
    """Return the cell of those of its people who belong to all of ``groups``."""
    return replace(cell, among=replace(cell.among, groups=(*cell.among.groups, *groups)))


def percent_column(key: str, label: str, group: str = "") -> Column:
    """Return the head of a column of percentages."""
    return Column(key, label, Shape.PERCENT, group)


def _counted_together(blocks: Sequence[Block], columns: Sequence[AnyColumn]) -> Counted:
    """The people of every column: one query for single units, and one for each column where rows take units together."""
    counting = [column for column in columns if isinstance(column, CountColumn)]
    single = [block.key for block in blocks if not block.several]
    grids = statistics.grid([column.cell for column in counting], single)
    return {column.column.key: counts | column.together(blocks) for column, counts in zip(counting, grids, strict=True)}


def _figure(column: AnyColumn, block: Block, counted: Counted) -> Figure:
    match column:
        case RatioColumn():
            return Figure(percentage(_of(counted, column.part, block) or 0, _of(counted, column.whole, block)))
        case MissingColumn():
            return Figure(_missing(column, block, counted))
        case TextColumn():
            return column.figure(block)
    return column.figure(block, counted[column.column.key])


def _missing(column: MissingColumn, block: Block, counted: Counted) -> int | None:
    whole = _of(counted, column.whole, block)
    found = sum(_of(counted, part, block) or 0 for part in column.parts)
    return None if whole is None else max(0, whole - found)


def _of(counted: Counted, key: str, block: Block) -> int | None:
    return counted[key].get(block.key)
