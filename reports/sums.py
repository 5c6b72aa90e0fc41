"""Which numbers of a table a spreadsheet may compute itself: sums of item rows, percentages of two columns.

Pure: a formula is given only where it yields the very number of the report. A person of two rows counts once in a sum, so such a
sum stays the counted number.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

from reports.document import Figure, Row, RowKind, Shape, Table


def formula(table: Table, line: int, place: int, first: int) -> str:
    """Return the formula of the figure in row ``line``, column ``place``; the table's rows begin in row ``first`` of the sheet.

    Empty where the figure is no sum and no ratio of what stands beside it; the label of a row stands in the column before.
    """
    row, column = table.rows[line], table.columns[place]
    if column.shape == Shape.PERCENT:
        return _ratio(table, row, row.figures[place], column.part, column.whole, first + line)
    if row.kind == RowKind.ITEM or not isinstance(row.figures[place].value, int):
        return ""
    lines = list(_summed(table.rows, line))
    values = [table.rows[each].figures[place].value or 0 for each in lines]
    if not lines or not all(isinstance(each, int) for each in values) or sum(values) != row.figures[place].value:
        return ""
    ranges = (xl_range(first + start, place + 1, first + stop, place + 1) for start, stop in _runs(lines))
    return f"=SUM({','.join(ranges)})"


def counted_once(table: Table, line: int, place: int) -> bool:
    """Say whether the figure stands in a row of sums and is less than the sum of its rows: somebody is in several of them."""
    row = table.rows[line]
    lines = [] if row.kind == RowKind.ITEM else list(_summed(table.rows, line))
    values = [table.rows[each].figures[place].value or 0 for each in lines]
    own = row.figures[place].value
    return isinstance(own, int) and all(isinstance(each, int) for each in values) and own < sum(values)


def _summed(rows: Sequence[Row], line: int) -> Iterator[int]:
    """The item rows that a row of sums adds up: of a group those up to the next head, of a total all before it."""
    if rows[line].kind == RowKind.TOTAL:
        yield from (each for each in range(line) if rows[each].kind == RowKind.ITEM)
        return
    for each in range(line + 1, len(rows)):
        if rows[each].kind != RowKind.ITEM:
            return
        yield each


def _runs(lines: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring rows as ranges."""
    start = lines[0]
    for before, after in zip(lines, [*lines[1:], None], strict=True):
        if after != before + 1:
            yield start, before
            start = after


def _ratio(table: Table, row: Row, figure: Figure, part: str, whole: str, line: int) -> str:
    places = {column.key: place for place, column in enumerate(table.columns)}
    if part not in places or whole not in places:
        return ""
    over, under = row.figures[places[part]].value or 0, row.figures[places[whole]].value
    if not (isinstance(over, int) and isinstance(under, int) and under and isinstance(figure.value, Decimal)):
        return ""
    if Decimal(over) * 100 / Decimal(under) != figure.value:
        return ""
    return f"={xl_rowcol_to_cell(line, places[part] + 1)}/{xl_rowcol_to_cell(line, places[whole] + 1)}"
