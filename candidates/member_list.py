"""The list that the national member database gives: pasted, or a file; read line by line into number, name and date.

The heading row is found by its words, in any order of columns; columns that nobody asked for are left aside and named.
"""

import csv
import io
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from organizations.errors import Refused
from organizations.formats import plain, tidy
from organizations.inputs import parse_date

MOST_ROWS = 20_000
MOST_CHARACTERS = 2_000_000
# How far down the heading row may stand, under titles.
_TITLE_ROWS = 20
_EXCEL_ZERO = date(1899, 12, 30)
_SERIAL = re.compile(r"^[2-7]\d{4}$")
_HOUR = re.compile(r"[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$")
_LONGEST = {"name": 200, "number": 120}


class Column(StrEnum):
    """The columns that are read."""

    NUMBER = "số quyết định"
    NAME = "họ và tên"
    DAY = "ngày quyết định"


_HEADINGS = {
    Column.NUMBER: ("so quyet dinh", "so qd", "so quyet dinh ket nap", "so qd ket nap", "quyet dinh so", "so van ban", "so"),
    Column.NAME: ("ho va ten", "ho ten", "ho va ten khai sinh", "ho ten khai sinh", "ho va ten dang vien", "ho ten dang vien",
                  "dang vien"),
    Column.DAY: ("ngay quyet dinh", "ngay qd", "ngay quyet dinh ket nap", "ngay qd ket nap", "ngay ban hanh", "ngay ky", "ngay"),
}  # fmt: skip


@dataclass(frozen=True)
class Listed:
    """A line of the list that could be read; ``line`` is its place in what was sent."""

    line: int
    number: str
    name: str
    on: date


@dataclass(frozen=True)
class Unreadable:
    """A line that could not be read, and why."""

    line: int
    text: str
    words: str


@dataclass(frozen=True)
class MemberList:
    """What was read, what could not be, and the columns left aside."""

    rows: tuple[Listed, ...]
    unreadable: tuple[Unreadable, ...]
    ignored: tuple[str, ...]


def read(text: str) -> MemberList:
    """Read a pasted list; Refused where there is no heading row or nothing under it."""
    if len(text) > MOST_CHARACTERS:
        raise Refused("Danh sách quá dài; hãy đối chiếu từng phần, ví dụ từng tháng.")
    lines = _cells(text)
    top, places = _heading(lines)
    below = [(number, row) for number, row in lines[top + 1 :] if any(row)]
    if not below:
        raise Refused("Dưới dòng tiêu đề không có dòng nào. Hãy dán cả danh sách.")
    if len(below) > MOST_ROWS:
        raise Refused("Danh sách có quá 20.000 dòng; hãy đối chiếu từng phần, ví dụ từng tháng.")
    found = [_line(number, row, places) for number, row in below]
    return MemberList(
        tuple(each for each in found if isinstance(each, Listed)),
        tuple(each for each in found if isinstance(each, Unreadable)),
        tuple(words for place, words in enumerate(lines[top][1]) if words and place not in places.values()),
    )


def _cells(text: str) -> list[tuple[int, list[str]]]:
    """Rows of tidy cells with their line numbers, parted by tab, semicolon or comma: whichever the heading row has most of."""
    reader = csv.reader(io.StringIO(text.replace("\x00", ""), newline=""), delimiter=_separator(text))
    try:
        return [(reader.line_num, [tidy(cell) for cell in row]) for row in reader]
    except csv.Error as error:
        raise Refused("Không tách được cột của danh sách này; hãy chép thẳng từ bảng tính rồi dán lại.") from error


def _separator(text: str) -> str:
    """Tab, semicolon or comma: the one with which a heading row is found, else a tab."""
    first = text.splitlines()[:_TITLE_ROWS]
    return next((mark for mark in "\t;," if any(len(_places(line.split(mark))) == len(Column) for line in first)), "\t")


def _heading(lines: list[tuple[int, list[str]]]) -> tuple[int, dict[Column, int]]:
    best: dict[Column, int] = {}
    for place, (_, row) in enumerate(lines[:_TITLE_ROWS]):
        if len(found := _places(row)) == len(Column):
            return place, found
        best = max(best, found, key=len)
    missing = ", ".join(f"“{column}”" for column in Column if column not in best)
    raise Refused(
        f"Không thấy dòng tiêu đề có cột {missing}. Dòng tiêu đề cần đủ ba cột: số quyết định, họ và tên, ngày quyết định; "
        "thứ tự nào cũng được."
    )


def _places(row: list[str]) -> dict[Column, int]:
    """Where each column stands; of two that fit, the one whose words are listed first."""
    words = [plain(cell).strip('" .:*') for cell in row]
    places = {}
    for column, headings in _HEADINGS.items():
        if known := [words.index(each) for each in headings if each in words]:
            places[column] = known[0]
    return places


def _line(number: int, row: list[str], places: dict[Column, int]) -> Listed | Unreadable:
    said = {column: row[place] if place < len(row) else "" for column, place in places.items()}
    text = " · ".join(cell for cell in row if cell)[:400]
    name, decided = said[Column.NAME], said[Column.NUMBER]
    if not name:
        return Unreadable(number, text, "Thiếu họ và tên.")
    if len(name) > _LONGEST["name"] or len(decided) > _LONGEST["number"]:
        return Unreadable(number, text, "Họ tên hoặc số quyết định quá dài; có thể dòng này bị lệch cột.")
    try:
        return Listed(number, decided, name, _day(said[Column.DAY]))
    except (ValueError, OverflowError):
        what = (
            f"“{said[Column.DAY]}” không phải là một ngày có trong lịch"
            if said[Column.DAY]
            else "Thiếu ngày quyết định"
        )
        return Unreadable(number, text, f"{what}; cần ngày/tháng/năm, ví dụ 05/8/2023.")


def _day(text: str) -> date:
    """A day as people or a spreadsheet write it; a bare number of five digits is a day as Excel counts them."""
    bare = _HOUR.sub("", text)
    if _SERIAL.match(bare):
        return _EXCEL_ZERO + timedelta(days=int(bare))
    return parse_date(bare)
