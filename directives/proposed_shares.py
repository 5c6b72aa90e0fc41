"""A table of units and numbers in a read letter: each of its columns is one target, its rows are shares of that target.

The target is the one that a sentence gives for the same number, else the table's own total; where the letter names no total
the number stays empty. A row whose name fits exactly one unit becomes a line of the shares, the others are listed.
"""

from collections import defaultdict
from dataclasses import dataclass, replace

from directives import share_text
from directives.reading import Letter, Quota
from directives.recognised import Known

_FEWEST = 2


@dataclass(frozen=True)
class Carried:
    """A quota of the letter, and the rows of the table that share it out: the name in each row and its number as typed."""

    quota: Quota
    rows: tuple[tuple[str, str], ...] = ()
    column: str = ""


def carried(letter: Letter) -> list[Carried]:
    """The quotas of a letter, those of the rows of a table under the one that they share out."""
    tables, rest = _tables(letter)
    shared: dict[Quota, list[Quota]] = {}
    for cells, totals in tables:
        whole = sum(quota.value for quota in cells)
        told = next((each for each in rest if each not in shared and _is_whole_of(each, cells[0], whole)), None)
        total = told or _own(totals[-1] if totals else replace(cells[0], value=None, value_max=None))
        shared[total] = cells
        rest += [] if told else [total]
    ordered = sorted(rest, key=lambda quota: quota.span.start)
    return [_carried(each, shared.get(each, [])) for each in ordered]


def row(found: Carried, known: Known) -> dict:
    """What a line of a target shows of the table: the shares of units that are known, and the names of the others."""
    named = [(words, typed, known.listed(words)) for words, typed in found.rows]
    keys = [version.unit_id for _, _, version in named if version]
    lines = [f"{version.name}\t{typed}" for _, typed, version in named if version and keys.count(version.unit_id) == 1]
    others = [f"{words} ({typed})" for words, typed, version in named if not version or keys.count(version.unit_id) > 1]
    return {"shares": "\n".join(lines), "unmatched": others, "matched": len(lines)} if found.rows else {}


def _carried(quota: Quota, cells: list[Quota]) -> Carried:
    rows = tuple((each.unit_words, _typed(each)) for each in cells)
    return Carried(quota, rows, cells[0].column if cells else "")


def _tables(letter: Letter) -> tuple[list[tuple[list[Quota], list[Quota]]], list[Quota]]:
    """The columns of people in tables, each with its rows and its totals; and all other quotas."""
    columns: defaultdict[tuple, list[Quota]] = defaultdict(list)
    for quota in letter.targets:
        if quota.column and quota.unit == "people":
            columns[quota.column, quota.measure, quota.period].append(quota)
    split = [([q for q in each if not q.is_total], [q for q in each if q.is_total]) for each in columns.values()]
    tables = [(cells, totals) for cells, totals in split if len(cells) >= _FEWEST]
    taken = {id(quota) for cells, totals in tables for quota in [*cells, *totals]}
    return tables, [quota for quota in letter.targets if id(quota) not in taken]


def _is_whole_of(quota: Quota, cell: Quota, whole: object) -> bool:
    """Whether a sentence gives the number to which the rows of a column add up."""
    return not quota.column and quota.unit == "people" and quota.measure == cell.measure and quota.value == whole


def _own(quota: Quota) -> Quota:
    """The total of a table as a target of whoever speaks."""
    return replace(quota, unit_words="", is_total=False)


def _typed(quota: Quota) -> str:
    high = None if quota.value_max is None else int(quota.value_max)
    return share_text.as_typed(int(quota.value), high)
