"""The ready parts of a report: sentences with figures, tables of units, tables of lines that compare two periods."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from organizations import tree
from organizations.enums import GRASSROOTS_KINDS, UnitKind
from organizations.formats import date_vn, percentage
from organizations.models import UnitVersion
from organizations.periods import Period
from reports import unit_tables
from reports.asked import Asked, filled
from reports.document import Column, Figure, Paragraph, Row, RowKind, Shape, Table
from reports.layout import Facts
from reports.measured import People, counted, is_known, told
from reports.unit_tables import AnyColumn, CountColumn, MissingColumn, RatioColumn

NO_LAST_YEAR = "chưa có số liệu cùng kỳ"


@dataclass(frozen=True)
class Sentence:
    """A paragraph whose figures are measures; ``words`` may also name tokens of what is asked.

    ``if_any`` names a figure without whose people nothing is said; a figure of last year of which nothing is known takes the
    sentence with it, and ``otherwise`` stands in its place.
    """

    words: str
    people: Mapping[str, People] = field(default_factory=dict)
    if_any: str = ""
    otherwise: str = ""

    def __call__(self, facts: Facts) -> Iterator[Paragraph]:
        """Yield the paragraph."""
        figures = told(self.people, facts.asked)
        said = len(figures) == len(self.people) and (not self.if_any or figures[self.if_any].value)
        if said:
            yield Paragraph(filled(self.words, facts.asked), figures)
        elif self.otherwise:
            yield Paragraph(filled(self.otherwise, facts.asked))


def subordinates(asked: Asked) -> list[UnitVersion]:
    """The cells of a grassroots organisation; the grassroots organisations of a higher unit; a cell stands for itself."""
    if asked.version.kind in GRASSROOTS_KINDS:
        return list(tree.children(asked.unit, asked.on)) or [asked.version]
    return list(tree.grassroots(asked.unit, asked.on)) or [asked.version]


def children(asked: Asked) -> list[UnitVersion]:
    """The units directly under the one that is asked about; a unit with none stands for itself."""
    return list(tree.children(asked.unit, asked.on)) or [asked.version]


def committees(asked: Asked) -> list[UnitVersion]:
    """The rows of a report of a province: the units right under it; of any other unit its subordinates."""
    return children(asked) if asked.version.kind == UnitKind.PROVINCE else subordinates(asked)


@dataclass(frozen=True)
class Count:
    """A column that counts people in each row."""

    key: str
    label: str
    people: People
    group: str = ""
    meaning: str = ""

    def made(self, asked: Asked) -> AnyColumn | None:
        """The column as the tables of units count it; None where nothing is known of its year."""
        if not is_known(self.people, asked):
            return None
        return CountColumn(
            Column(self.key, self.label, group=self.group, meaning=self.meaning), self.people.cell(asked)
        )


@dataclass(frozen=True)
class Share:
    """A column that gives one column in percent of another; left out with either of them."""

    key: str
    label: str
    part: str
    whole: str
    group: str = ""

    def made(self, asked: Asked) -> AnyColumn:
        """The column."""
        return RatioColumn(Column(self.key, self.label, Shape.PERCENT, self.group), self.part, self.whole)


@dataclass(frozen=True)
class Read:
    """A column of known values, read by ``of`` from what is asked and the keys of the units in the rows."""

    of: Callable[[Asked, Sequence[int]], AnyColumn]

    def made_for(self, asked: Asked, ids: Sequence[int]) -> AnyColumn:
        """The column."""
        return self.of(asked, ids)


@dataclass(frozen=True)
class UnitTable:
    """A table with a row for each unit that ``rows`` finds and a last one for the whole, each counted anew.

    ``only`` leaves out rows by their figures (by column key); a table without rows is left out.
    """

    title: str
    columns: tuple[Count | Share | Read, ...]
    rows: Callable[[Asked], list[UnitVersion]] = committees
    row_head: str = "Đơn vị"
    counted: str = ""
    wide: bool = True
    only: Callable[[Mapping[str, Figure]], bool] | None = None

    def __call__(self, facts: Facts) -> Iterator[Table]:
        """Yield the table."""
        asked = facts.asked
        bodies = self.rows(asked)
        columns = self._columns(asked, [*(body.unit_id for body in bodies), asked.unit.pk])
        blocks = unit_tables.blocks(bodies, asked.version)
        rows = unit_tables.rows(blocks[:-1] if bodies == [asked.version] else blocks, columns)
        rows = self._kept(rows, columns)
        if rows:
            heads = unit_tables.heads(columns)
            yield Table(
                0, filled(self.title, asked), self.row_head, heads, rows, filled(self.counted, asked), self.wide
            )

    def _columns(self, asked: Asked, ids: list[int]) -> list[AnyColumn]:
        made = [each.made_for(asked, ids) if isinstance(each, Read) else each.made(asked) for each in self.columns]
        found = [column for column in made if column is not None]
        keys = {column.column.key for column in found}
        return [column for column in found if _needs(column) <= keys]

    def _kept(self, rows: tuple[Row, ...], columns: Sequence[AnyColumn]) -> tuple[Row, ...]:
        if self.only is None:
            return rows
        keys = [column.column.key for column in columns]
        return tuple(
            row for row in rows if row.kind != RowKind.TOTAL and self.only(dict(zip(keys, row.figures, strict=True)))
        )


NO_RECORDS = "Không nêu những năm trước khi có số liệu."


def since_records(rows: Sequence[Row]) -> tuple[tuple[Row, ...], str]:
    """Return the rows of years from the first one with any figure on, and the sentence that says so where some were left out."""
    first = next((place for place, row in enumerate(rows) if any(each.value for each in row.figures)), len(rows))
    return tuple(rows[first:]), NO_RECORDS if first else ""


def _needs(column: AnyColumn) -> set[str]:
    match column:
        case RatioColumn():
            return {column.part, column.whole}
        case MissingColumn():
            return {column.whole, *column.parts}
    return set()


@dataclass(frozen=True)
class Line:
    """A row that compares the period with the same one of last year; without ``people`` it is a heading of those below."""

    label: str
    people: People | None = None
    kind: RowKind = RowKind.ITEM


# A row of its own: its label and its two figures, from what is asked.
OwnLine = Callable[[Asked], tuple[str, Figure, Figure]]


@dataclass(frozen=True)
class LineTable:
    """A table of lines: this period, the same period of last year, and the one in percent of the other (Biểu 2-BTCTW)."""

    title: str
    lines: tuple[Line | OwnLine, ...]
    row_head: str = "Tiêu chí"
    counted: str = ""
    labels: tuple[str, str, str] = ("Kỳ này", "Cùng kỳ năm trước", "% so với cùng kỳ")

    def __call__(self, facts: Facts) -> Iterator[Table]:
        """Yield the table."""
        asked = facts.asked
        lines = [each for each in self.lines if isinstance(each, Line) and each.people]
        now = dict(zip(lines, counted([each.people for each in lines], asked), strict=True))
        before = dict(zip(lines, counted([each.people.a_year_earlier() for each in lines], asked), strict=True))
        rows = tuple(_line(each, asked, now.get(each), before.get(each)) for each in self.lines)
        yield Table(0, filled(self.title, asked), self.row_head, self._heads(asked), rows, filled(self.counted, asked))

    def _heads(self, asked: Asked) -> tuple[Column, ...]:
        now, before, percent = self.labels
        return (
            Column("now", now, meaning=f"Số của từng dòng {_days(asked.period)}."),
            Column("before", before, meaning=f"Số của từng dòng {_days(asked.before)}."),
            Column(
                "percent",
                percent,
                Shape.PERCENT,
                meaning=f"“{now}” bằng bao nhiêu % của “{before}”.",
                part="now",
                whole="before",
            ),
        )


def _days(period: Period) -> str:
    return f"từ ngày {date_vn(period.start)} đến ngày {date_vn(period.last_day)}"


def _line(line: Line | OwnLine, asked: Asked, now: Figure | None, before: Figure | None) -> Row:
    if not isinstance(line, Line):
        label, now, before = line(asked)
        return Row(label, (now, before, _compared(now, before)))
    if line.people is None:
        return Row(line.label, (Figure(""), Figure(""), Figure("")), RowKind.GROUP)
    before = before or Figure(None, words=NO_LAST_YEAR)
    return Row(line.label, (now, before, _compared(now, before)), line.kind)


def _compared(now: Figure, before: Figure) -> Figure:
    """This period in percent of the same one of last year; empty where either is unknown or last year had nobody."""
    if not (isinstance(now.value, int) and isinstance(before.value, int) and before.value):
        return Figure(None)
    return Figure(percentage(now.value, before.value))
