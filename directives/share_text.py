"""Shares as people type and paste them: a number, a range, the lines of a table; and what their sum lacks, in words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from organizations.formats import number_vn, plain, tidy

MOST = 100_000
_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d+"
_SHARE = re.compile(rf"^({_NUMBER})(?:\s*[-–]\s*({_NUMBER}))?$")
_LAST_NUMBER = re.compile(rf"^(.*?[^\s:;|-])\s*[:;|]?\s+((?:{_NUMBER})(?:\s*[-–]\s*(?:{_NUMBER}))?)$")
UNREADABLE = "không phải là số; hãy ghi số nguyên (38) hoặc khoảng (01-02)"


@dataclass(frozen=True)
class Share:
    """What one unit is given; ``high`` is the upper end of a range."""

    low: int
    high: int | None = None

    @property
    def most(self) -> int:
        """The most that it may come to."""
        return self.low if self.high is None else self.high


class Unreadable(ValueError):
    """What was typed is no share; the words say why."""


def parse(text: str) -> Share | None:
    """Read 38, 1.240 or 01-02; None for an empty cell; Unreadable for anything else."""
    text = tidy(text)
    if not text:
        return None
    found = _SHARE.match(text)
    if not found:
        raise Unreadable(f"“{text}” {UNREADABLE}")
    low, high = (int(part.replace(".", "")) if part else None for part in found.groups())
    if max(low, high or 0) > MOST:
        raise Unreadable(f"“{text}” quá lớn; hãy kiểm tra lại")
    if high is not None and high <= low:
        raise Unreadable(f"“{text}”: số sau của khoảng phải lớn hơn số trước")
    return Share(low, high)


def as_typed(low: int, high: int | None = None) -> str:
    """Write a share the way ``parse`` reads it."""
    return str(low) if high is None else f"{low:02d}-{high:02d}"


@dataclass(frozen=True)
class Sum:
    """The shares of one target added up; ``whole`` is what is to be shared out, None where that is not known."""

    low: int
    high: int
    whole: int | None

    @property
    def difference(self) -> int | None:
        """How many too many (positive) or too few (negative); 0 where a range may still come to the whole."""
        if self.whole is None:
            return None
        if self.low > self.whole:
            return self.low - self.whole
        return min(0, self.high - self.whole)

    @property
    def words(self) -> str:
        """The difference in words: "vượt 45", "còn thiếu 12", "vừa đủ"."""
        if self.difference is None:
            return "chưa biết tổng phải giao"
        if not self.difference:
            return "vừa đủ"
        return (
            f"vượt {number_vn(self.difference)}" if self.difference > 0 else f"còn thiếu {number_vn(-self.difference)}"
        )

    @property
    def total(self) -> str:
        """The sum itself."""
        return number_vn(self.low) if self.low == self.high else f"{number_vn(self.low)}–{number_vn(self.high)}"


def add_up(shares: list[Share], whole: int | None) -> Sum:
    """Add shares up against what is to be shared out."""
    return Sum(sum(each.low for each in shares), sum(each.most for each in shares), whole)


@dataclass(frozen=True)
class Pasted:
    """What could be read of pasted lines, unit key → texts by column, and a sentence for each line that could not."""

    cells: dict[int, dict[int, str]]
    wrong: tuple[str, ...]


def tabbed(text: str) -> str:
    """Put a tab before the number at the end of a typed line that has none: "Chi bộ Một: 3", "Chi bộ Một 01-02"."""
    return "\n".join(line if "\t" in line else _LAST_NUMBER.sub(r"\1\t\2", tidy(line)) for line in text.splitlines())


def read_lines(text: str, units: Mapping[str, int], columns: Mapping[str, int]) -> Pasted:
    """Read a table: a line for each unit, by its code or name, then numbers; a first line with heads says which is which.

    ``units``: plain code or name → key, 0 where two units bear the name. ``columns``: plain head → key of the target; without
    heads the last cell of a line is the number of the only column.
    """
    heads, cells, wrong, rows = None, {}, [], text.splitlines()
    for number, line in enumerate(rows, start=1):
        parts = [tidy(part) for part in line.split("\t")]
        if not any(parts):
            continue
        if heads is None and (found := _heads(parts, columns)):
            heads = found
            continue
        read = _read_line(parts, units, heads or _plain_heads(parts, columns))
        if isinstance(read, str):
            wrong.append(f"Dòng {number}: {read}")
        elif read:
            cells[read[0]] = read[1]
    return Pasted(cells, tuple(wrong))


def _heads(parts: list[str], columns: Mapping[str, int]) -> dict[int, int] | None:
    found = {place: columns[plain(part)] for place, part in enumerate(parts) if plain(part) in columns}
    return found or None


def _plain_heads(parts: list[str], columns: Mapping[str, int]) -> dict[int, int]:
    filled = [place for place, part in enumerate(parts) if part]
    return {filled[-1]: next(iter(columns.values()))} if len(columns) == 1 and len(filled) > 1 else {}


def _read_line(parts: list[str], units: Mapping[str, int], heads: dict[int, int]) -> tuple | str:
    """The unit of a line and its numbers, or why it cannot be read; nothing for a line of sums."""
    named = [part for place, part in enumerate(parts) if part and place not in heads]
    if not heads:
        return f"“{' '.join(filter(None, parts))}” không có đủ hai cột: mã hoặc tên đơn vị, rồi số."
    key = next((units[plain(part)] for part in named if plain(part) in units), None)
    if key is None:
        if any(plain(part) in ("tong", "cong", "tong cong") for part in named):
            return ()
        return f"không có đơn vị nào là “{' '.join(named)}”; hãy ghi đúng mã hoặc tên."
    if key == 0:
        return f"có hơn một đơn vị tên “{' '.join(named)}”; hãy ghi mã."
    numbers = {target: parts[place] for place, target in heads.items() if place < len(parts)}
    for text in numbers.values():
        try:
            parse(text)
        except Unreadable as error:
            return f"{error}."
    return key, numbers
