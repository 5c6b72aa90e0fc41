"""The heading: kind, number, place and day of issue, subject, issuer."""

import re
from dataclasses import dataclass
from datetime import date

from . import dates, kinds
from .letter import Field, Span
from .source import Source
from .zones import Zones, cells, is_caps, is_rule, title_at

_NUMBER = re.compile(rf"số\s*[:.]?\s*({kinds.NUMBER})")
_ALONE = re.compile(rf"\s*({kinds.NUMBER})\s*")
_BLANK = re.compile(rf"số\s*[:.]?\s*({kinds.BLANK_NUMBER})")
_PLACE = r"[\s*(]*([^\W\d_][^\d,;:()\n\t]{1,45}?)\s*,\s*"
_DAY = re.compile(rf"{_PLACE}(?:ngày\s+)?({dates.DAY})")
_BLANK_DAY = re.compile(rf"{_PLACE}ngày[\s\d.…_]*(?:tháng|/)[\s\d.…_]*(?:(?:năm|/)[\s.…_]*(\d{{4}})?)?")
_SUBJECT = re.compile(r"\(?\s*(?:v/v|về việc|về)[\s:]")
_PARTY = "dang cong san viet nam"
_NATION = ("cong hoa xa hoi", "doc lap - tu do", "doc lap-tu do")
_ABOUT_US = re.compile(r"(?:của|do)\s+")
_ORGANS = r"(?:ban|bo chinh tri|thuong truc|thuong vu|dang uy|tinh uy|thanh uy|huyen uy|thi uy|quan uy|chi uy|van phong)"
_BODIES = re.compile(
    r"(?:dang (?:bo|uy)|tinh (?:uy|doan)|huyen (?:uy|doan)|thanh (?:uy|doan)|thi (?:uy|doan)|quan uy|ban |bch |chi (?:bo|uy)|"
    r"van phong|uy ban|hoi |doan |mat tran|cong doan|so |truong |cong ty|trung tam|tong cong ty|lien doan|dang doan|btv |benh vien)"
)
# Such a body is a body of the one above it.
_OF_ABOVE = re.compile(
    r"(?:ban (?:to chuc|tuyen giao|dan van|xay dung dang|thuong vu|chap hanh|noi chinh)|van phong|uy ban kiem tra|"
    r"ban tuyen giao va dan van|trung tam chinh tri|ban xay dung dang)"
)
_SPEAKS = re.compile(
    r"(?:ban thường vụ|ban chấp hành|thường trực|ban tổ chức|ban tuyên giáo|ban dân vận|ban xây dựng đảng|văn phòng|đảng ủy|"
    r"tỉnh ủy|thành ủy|huyện ủy|thị ủy|chi ủy|ủy ban kiểm tra)(?:[^,.;:()\"\n]{0,80}?)"
    r"\s(?=(?:yêu cầu|đề nghị|quyết định|kết luận|ban hành|thông báo|hướng dẫn|thông tin|xây dựng kế hoạch|chỉ đạo|giao|triển khai)\b)"
)


@dataclass(frozen=True)
class Head:
    """The fields of a heading; ``year`` is the year it names even where the day is blank."""

    kind: Field | None
    number: Field | None
    place: Field | None
    issued_on: date | None
    issued_span: Span | None
    subject: Field | None
    year: int | None


def read(source: Source, zones: Zones) -> Head:
    """Read the heading; what does not stand there is None."""
    number, blank = _number(source, zones)
    titled = next((cell for cell in zones.head if title_at(source, cell)), None)
    place, issued, span, year = _place_and_day(source, zones)
    return Head(
        kind=_kind(source, zones, titled, number, blank),
        number=number,
        place=place,
        issued_on=issued,
        issued_span=span,
        subject=_subject(source, zones, titled),
        year=year,
    )


def _number(source: Source, zones: Zones) -> tuple[Field | None, Span | None]:
    """The number, and the place of one whose figure was left blank."""
    for cell in zones.head:
        found = _NUMBER.search(source.low, cell.start, cell.stop) or _ALONE.fullmatch(source.low, cell.start, cell.stop)
        if found:
            return Field(kinds.tidy_number(source.text[slice(*found.span(1))]), Span(*found.span(1))), None
    for cell in zones.head:
        if found := _BLANK.search(source.low, cell.start, cell.stop):
            return None, Span(*found.span(1))
    return None, None


def _kind(source: Source, zones: Zones, titled: Span | None, number: Field | None, blank: Span | None) -> Field | None:
    if titled:
        words = title_at(source, titled)
        return Field(kinds.OF_HEADING[words], Span(titled.start, titled.start + len(words)))
    if number and (kind := kinds.of_number(number.value)):
        return Field(kind, number.span)
    if blank and (kind := kinds.of_number(source.low[blank.start : blank.stop])):
        return Field(kind, blank)
    if zones.greeting:
        return Field("letter", Span(zones.greeting[0].start, zones.greeting[-1].stop))
    return None


def _place_and_day(source: Source, zones: Zones) -> tuple[Field | None, date | None, Span | None, int | None]:
    for cell in zones.head:
        if found := _DAY.match(source.low, cell.start, cell.stop):
            day = dates.read(found[2])
            return _place(source, found), day, Span(*found.span(2)) if day else None, day.year if day else None
    for cell in zones.head:
        if found := _BLANK_DAY.match(source.low, cell.start, cell.stop):
            return _place(source, found), None, None, int(found[2]) if found[2] else None
    return None, None, None, None


def _place(source: Source, found: re.Match) -> Field | None:
    words = source.words(*found.span(1))
    return Field(words, Span(*found.span(1))) if words[:1].isupper() else None


def _subject(source: Source, zones: Zones, titled: Span | None) -> Field | None:
    """The lines after the name of the kind, or those that begin with "V/v"."""
    if titled:
        begun = titled.start + len(title_at(source, titled))
        rest = Span(begun, titled.stop)
        return _joined(source, _until_other(source, zones, titled, [rest] if _said(source, rest) else []))
    for cell in zones.head:
        if _SUBJECT.match(source.low, cell.start, cell.stop):
            return _joined(source, _until_other(source, zones, cell, [cell]))
    return _under_number(source, zones)


def _under_number(source: Source, zones: Zones) -> Field | None:
    """The lines right under the number of a letter that writes no "V/v"."""
    for place, cell in enumerate(zones.head[:-1]):
        if _NUMBER.search(source.low, cell.start, cell.stop) or _BLANK.search(source.low, cell.start, cell.stop):
            below = zones.head[place + 1]
            near = below.start > cell.stop and source.text.count("\n", cell.stop, below.start) == 1
            if near and not _is_other(source, below) and not is_caps(source, below):
                return _joined(source, _until_other(source, zones, below, [below]))
    return None


def _until_other(source: Source, zones: Zones, first: Span, taken: list[Span]) -> list[Span]:
    """The cells after the first one that go on with the subject."""
    above = first
    for cell in zones.head[zones.head.index(first) + 1 :]:
        gap = source.text.count("\n", above.stop, cell.start) if cell.start > above.stop else 9
        if is_rule(source, cell) and not taken:
            continue
        if _is_other(source, cell) or (taken and (gap > 2 or (gap > 1 and not _runs_on(source, cell)))):
            break
        if taken and is_caps(source, cell) and not is_caps(source, taken[-1]):
            break
        if is_caps(source, cell) and re.match(rf"{_ORGANS}\b", source.bare[cell.start : cell.stop]):
            break
        taken.append(cell)
        above = cell
    return taken


def _runs_on(source: Source, cell: Span) -> bool:
    return source.text[cell.start : cell.stop].lstrip("*_ ")[:1].islower()


def _is_other(source: Source, cell: Span) -> bool:
    bare = source.bare[cell.start : cell.stop].strip()
    if is_rule(source, cell) or _PARTY in bare or bare.startswith(_NATION):
        return True
    dated = _DAY.match(source.low, cell.start, cell.stop) or _BLANK_DAY.match(source.low, cell.start, cell.stop)
    return bool(dated or _NUMBER.match(source.low, cell.start, cell.stop) or _BLANK.match(source.low, cell.start))


def _said(source: Source, span: Span) -> bool:
    return bool(source.words(span.start, span.stop).strip(" -:"))


def _joined(source: Source, taken: list[Span]) -> Field | None:
    if not taken:
        return None
    words = " ".join(source.words(cell.start, cell.stop) for cell in taken).strip(" -:\"“”().;")
    return Field(words, Span(taken[0].start, taken[-1].stop)) if words else None


def issuer(source: Source, zones: Zones, head: Head, signed_as: str) -> Field | None:
    """Who issued it: the body of the heading, else the one named after the kind, else the one that speaks in the text."""
    return _of_heading(source, zones) or _of_title(source, head) or _of_text(source, zones, signed_as)


def _of_heading(source: Source, zones: Zones) -> Field | None:
    bodies: list[Span] = []
    for cell in zones.head:
        bare = source.bare[cell.start : cell.stop].strip()
        if title_at(source, cell) or _NUMBER.search(source.low, cell.start, cell.stop):
            break
        if is_rule(source, cell) or _PARTY in bare or bare.startswith(_NATION) or not is_caps(source, cell):
            continue
        if _BODIES.match(source.bare, _begin(source, cell)) or not bodies:
            bodies.append(cell)
        else:
            bodies[-1] = Span(bodies[-1].start, cell.stop)
    named = [each for each in bodies if _BODIES.match(source.bare, _begin(source, each))]
    return _with_above(source, named) if named else None


def _with_above(source: Source, named: list[Span]) -> Field:
    last = named[-1]
    words = source.words(last.start, last.stop)
    if len(named) > 1 and _OF_ABOVE.fullmatch(source.bare[last.start : last.stop].strip()):
        words = f"{words} {source.words(named[-2].start, named[-2].stop)}"
        return Field(words, Span(named[-2].start, last.stop))
    return Field(words, last)


def _begin(source: Source, cell: Span) -> int:
    words = source.low[cell.start : cell.stop]
    return cell.start + len(words) - len(words.lstrip())


def _of_title(source: Source, head: Head) -> Field | None:
    """ "KẾT LUẬN CỦA THƯỜNG TRỰC TỈNH ỦY về …": the words in capitals after "của"."""
    if head.subject is None:
        return None
    span = head.subject.span
    for found in _ABOUT_US.finditer(source.low, span.start, span.stop):
        caps = re.match(r"[A-ZĐÀ-Ỹ][A-ZĐÀ-Ỹ\s\-]{5,}(?![a-zà-ỹ])", source.text[found.end() : span.stop])
        if caps and re.match(_ORGANS, source.bare[found.end() :]):
            line = caps[0].split("\n")[0].rstrip()
            return Field(_sentence_case(line), Span(found.end(), found.end() + len(line)))
    return None


def _of_text(source: Source, zones: Zones, signed_as: str) -> Field | None:
    """Who asks, decides or tells in the body; where the signature names a body, that body."""
    wanted = _wanted(signed_as)
    found = [
        Span(match.start(), match.start() + len(match[0].rstrip()))
        for row in zones.body
        for match in _SPEAKS.finditer(source.low, row.start, row.stop)
        if source.low.startswith(wanted, match.start()) and source.text[match.start()].isupper()
    ]
    longest = max(found, key=lambda span: span.stop - span.start, default=None)
    return Field(source.words(longest.start, longest.stop), longest) if longest else None


def _wanted(signed_as: str) -> tuple[str, ...]:
    low = signed_as.lower()
    if "thường vụ" in low or "btv" in low:
        return ("ban thường vụ",)
    if "trưởng ban" in low:
        return ("ban ",)
    return ("ban ", "thường trực", "đảng ủy", "tỉnh ủy", "thành ủy", "huyện ủy", "thị ủy", "chi ủy", "ủy ban", "văn phòng")


_SMALL = frozenset("thường tổ chức vụ trực hành kiểm tra".split())


def _sentence_case(caps: str) -> str:
    """Write a body's name in capitals as offices write it: Thường trực Tỉnh ủy, Ban Thường vụ Đảng ủy."""
    table = {"tỉnh ủy": "Tỉnh ủy", "đảng ủy": "Đảng ủy", "huyện ủy": "Huyện ủy", "thành ủy": "Thành ủy", "thị ủy": "Thị ủy",
             "thường vụ": "Thường vụ", "tổ chức": "Tổ chức", "tuyên giáo": "Tuyên giáo", "dân vận": "Dân vận",
             "chấp hành": "Chấp hành"}  # fmt: skip
    low = Source(caps).low
    for words, written in table.items():
        low = low.replace(words, written)
    return low[:1].upper() + low[1:]


def cells_of(source: Source, rows: list[Span]) -> list[Span]:
    """The cells of several lines, line by line."""
    return [cell for row in rows for cell in cells(source, row)]
