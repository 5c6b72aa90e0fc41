"""What a column counts, in words, where its definition says nothing: read from the cell that is counted."""

from dataclasses import replace

from candidates import lists, nominated
from candidates.nominated import Nominated
from candidates.statistics import Cell
from reports.document import Column


def given(column: Column, words: str) -> Column:
    """Return a column with its meaning; what its definition says stays."""
    return column if column.meaning or not words else replace(column, meaning=words)


def divided(column: Column, part: str, whole: str) -> Column:
    """Return a column of percentages with the keys of the columns that it divides."""
    return replace(column, part=part, whole=whole)


def of_people(cell: Cell) -> str:
    """Say what a column of people counts."""
    return f"{lists.in_words(cell)}." if cell.stages else ""


def of_tied(cell: Cell | Nominated) -> str:
    """Say what a column counts whose rows are organisations: each row its own."""
    if isinstance(cell, Nominated):
        return f"{nominated.in_words(cell).rpartition(';')[0]}; do hội, đoàn thể của từng dòng giới thiệu."
    words = lists.in_words(replace(cell, among=replace(cell.among, organisations=())))
    return f"{words}; {cell.among.tie.label} hội, đoàn thể của từng dòng."


def of_share(part: Column, whole: Column) -> str:
    """Say of what a percentage is taken."""
    return f"“{_named(part)}” bằng bao nhiêu % của “{_named(whole)}”; để trống khi không có gì để so."


def of_rest(whole: Column, parts: tuple[Column, ...]) -> str:
    """Say what is left of what."""
    taken = ", ".join(f"“{_named(each)}”" for each in parts)
    return f"“{_named(whole)}” trừ {taken}; không nhỏ hơn 0."


def _named(column: Column) -> str:
    return f"{column.group} – {column.label}" if column.group else column.label
