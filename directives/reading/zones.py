"""The parts of a letter: the heading, the lines after "Kính gửi", the body with annexes, the receivers and the signature."""

import re
from dataclasses import dataclass, field

from .blocks import UNMARKED, block, lines
from .kinds import NUMBER, OF_HEADING
from .letter import Span
from .patterns import loose
from .source import Source

_COLUMN = loose(r"\t+|(?<!số)(?<!số:)(?<!ngày)(?<!tháng)(?<!năm)(?<!\s)\s{5,}(?=\S)(?![-/.]\s*[a-zđ]{2,4}\s*[-/])")
_GREETING = loose(r"kinh (?:gui|trinh)\s*:?")
_STARTERS = loose(
    r"[-•]?\s*(?:can cu|thuc hien|xet |xet de nghi|de |nham |theo |thoi gian qua|trong |ngay \d|sau khi|"
    r"tiep tuc |hien nay|"
    r"qua |thi hanh |trien khai |chap hanh |nam \d{4},|tren co so|duoc su |vua qua|"
    r"ban thuong vu .{5,200}(?:yeu cau|ban hanh))"
)
_GROUNDS = loose(r"[-•]?\s*(?:can cu|xet de nghi) \S")
_TITLES = (
    r"bi thu|pho bi thu|truong ban|pho truong ban|chanh van phong|pho chanh van phong|chu tich|pho chu tich|giam doc|"
    r"pho giam doc|hieu truong|pho hieu truong|truong phong|pho truong phong|chu nhiem|pho chu nhiem|"
    r"uy vien|tong giam doc"
)
TITLE = loose(rf"(?:{_TITLES})(?: (?:thuong truc|chuyen trach))?")
SIGNED = loose(rf"(?:[tk][/.]?\s?[mlt][.\s/]\s*\S|(?:q\.\s*)?(?:{_TITLES})(?:\s|$))")
_RECEIVERS = loose(r"n\s?oi (?:nhan|gui)\s*:?")
_ANNEX = loose(r"\(?(?:phu luc|bieu |bang |danh muc|danh sach|phan bo|phan khai|chi tieu|kem theo)")
_ALONE, _LETTER = loose(rf"\s*(?:số\s*[:.]?\s*)?(?:{NUMBER})"), 5
_RULE = loose(r"[\s*\-_=.~oO]+")
# A line of the heading is shorter; a sentence of the body ends.
_SENTENCE = 85


@dataclass
class Zones:
    """Places of the parts; heading and end are cells, the left column before the right one."""

    head: list[Span] = field(default_factory=list)
    greeting: list[Span] = field(default_factory=list)
    body: list[Span] = field(default_factory=list)
    tail: list[Span] = field(default_factory=list)


def split(source: Source) -> Zones:
    """Find the parts of a text; one that is no letter is all body."""
    zones, rows = Zones(), list(lines(source))
    begun = _greeting_or_body(source, rows)
    head, rest = rows[:begun], rows[begun:]
    rest = _take_greeting(source, rest, zones)
    end = next((place for place, row in enumerate(rest) if _ends_body(source, row)), len(rest))
    after = next((place for place in range(end + 1, len(rest)) if _is_annex(source, rest[place])), len(rest))
    zones.head = columns(source, head)
    zones.body = rest[:end] + rest[after:]
    zones.tail = columns(source, rest[end:after])
    return zones


def columns(source: Source, rows: list[Span]) -> list[Span]:
    """The cells of lines set in columns: all of the left one, then all of the right one."""
    found = [cells(source, row) for row in rows]
    left = [row[0] for row in found if row]
    return left + [cell for row in found for cell in row[1:]]


def cells(source: Source, row: Span) -> list[Span]:
    """The cells of one line."""
    found, begun = [], row.start
    for gap in _COLUMN.finditer(source.low, row.start, row.stop):
        found.append(Span(begun, gap.start()))
        begun = gap.end()
    return [each for each in [*found, Span(begun, row.stop)] if source.low[each.start : each.stop].strip()]


def is_rule(source: Source, cell: Span) -> bool:
    """Whether a line only divides."""
    return bool(_RULE.fullmatch(source.text, cell.start, cell.stop))


def is_caps(source: Source, cell: Span) -> bool:
    """Whether a line is in capitals."""
    return source.text[cell.start : cell.stop].isupper()


def title_at(source: Source, cell: Span) -> str:
    """Return the kind whose name stands in capitals at the beginning of a line, without marks; empty where none does."""
    bare = source.bare[cell.start : cell.stop]
    for words in OF_HEADING:
        whole = bare.startswith(words) and not bare[len(words) : len(words) + 1].isalpha()
        if whole and source.text[cell.start : cell.start + len(words)].isupper():
            return words
    return ""


def _greeting_or_body(source: Source, rows: list[Span]) -> int:
    titled = 0
    for place, row in enumerate(rows):
        cell = cells(source, row)[0] if cells(source, row) else row
        if any(_GREETING.match(source.bare, each.start) for each in cells(source, row)):
            return place
        if titled and _opens_section(source, row):
            return place
        if title_at(source, cell) or is_caps(source, cell):
            titled = place
        elif _is_body(source, row, place - titled, place):
            return place
    return len(rows)


def _opens_section(source: Source, row: Span) -> bool:
    """Whether a heading of a section stands here: "I. MỤC TIÊU"."""
    return block(source, row).level <= _LETTER and not _ALONE.match(source.low, row.start, row.stop)


def _is_body(source: Source, row: Span, after_title: int, place: int) -> bool:
    length = row.stop - row.start
    if _STARTERS.match(source.bare, row.start) and length > 60:
        return True
    if _GROUNDS.match(source.bare, row.start):
        return True
    found = block(source, row)
    if found.level < UNMARKED and place and not is_rule(source, row):
        return "\t" in source.text[row.start : row.stop] or found.level <= 5 or length > _SENTENCE
    ends = source.text[row.start : row.stop].rstrip("*_ ")[-1:] in ".;:,"
    if length > _SENTENCE and (ends or after_title > 3 or length > 3 * _SENTENCE):
        return True
    return ends and length > 40 and after_title > 3


def _take_greeting(source: Source, rows: list[Span], zones: Zones) -> list[Span]:
    """Take the lines after the greeting off ``rows``: those with a dash, and those that go on with one."""
    opening = [each for each in cells(source, rows[0]) if _GREETING.match(source.bare, each.start)] if rows else []
    if not opening:
        return rows
    greeting = _GREETING.match(source.bare, opening[0].start)
    first = Span(greeting.end(), rows[0].stop)
    taken = [first] if source.low[first.start : first.stop].strip() else []
    place = 1
    while place < len(rows) and _goes_on(source, taken, rows[place]):
        taken.append(rows[place])
        place += 1
    zones.greeting = taken
    return rows[place:]


def _goes_on(source: Source, taken: list[Span], row: Span) -> bool:
    if _STARTERS.match(source.bare, row.start) and row.stop - row.start > 60:
        return False
    if not taken or re.match(r"[-•+]", source.low[row.start :]):
        return row.stop - row.start < 3 * _SENTENCE
    above = source.low[taken[-1].start : taken[-1].stop].rstrip()
    near = source.text.count("\n", taken[-1].stop, row.start) < 2
    return near and above[-1:] not in ".;:" and row.stop - row.start < _SENTENCE


def _ends_body(source: Source, row: Span) -> bool:
    found = cells(source, row)
    if len(found) > 2 or row.stop - row.start > 160:
        return False
    return any(_RECEIVERS.match(source.bare, _first(source, each)) or is_signature(source, each) for each in found)


def is_signature(source: Source, cell: Span) -> bool:
    """Whether a line says as what somebody signs."""
    start = _first(source, cell)
    return bool(SIGNED.match(source.bare, start)) and is_caps(source, cell) and cell.stop - start < 80


def _first(source: Source, cell: Span) -> int:
    words = source.low[cell.start : cell.stop]
    return cell.start + len(words) - len(words.lstrip())


def _is_annex(source: Source, row: Span) -> bool:
    if source.text.count("\t", row.start, row.stop) >= 2 or source.text.count("|", row.start, row.stop) >= 3:
        return True
    return bool(_ANNEX.match(source.bare, row.start)) and source.low[row.start] not in "-•"
