"""The heading: kind, number, place and day of issue, subject, issuer."""

import re
from dataclasses import dataclass
from datetime import date

from . import dates, kinds
from .letter import Field, Span
from .patterns import loose
from .source import Source
from .zones import Zones, is_caps, is_rule, title_at

NUMBER = loose(rf"số\s*[:.]?\s*({kinds.NUMBER}|{kinds.SPACED_NUMBER})")
_ALONE = loose(rf"\s*({kinds.NUMBER})\s*")
_BLANK = loose(rf"số\s*[:.]?\s*({kinds.BLANK_NUMBER})")
_PLACE = r"[\s*(]*([^\W\d_][^\d,;:()\n\t]{1,45}?)\s*,\s*"
_DAY = loose(rf"{_PLACE}(?:ngày )?({dates.DAY})")
_BLANK_DAY = loose(rf"{_PLACE}ngày[\s\d.…_]*(?:tháng|/)[\s\d.…_]*(?:(?:năm|/)[\s.…_]*(\d{{4}})?)?")
_SUBJECT = loose(r"[(\"]?\s*(?:v/v|về việc|về)[\s:]")
_SUBJECT_ON = loose(r"[(\"]?\s*(?:v/v|về việc|về|tại|nhằm)[\s:]")
_OF_BODY = loose(r"cua (?:ban|bo chinh tri|thuong truc|dang uy|tinh uy|thanh uy|huyen uy|thi uy)[^,.;]{0,80}?\s(?=ve )")
_SORT = loose(r"(?: (?:chuyen de|lien tich|ca biet))?")
PARTY = "dang cong san viet nam"
NATION = ("cong hoa xa hoi", "doc lap - tu do", "doc lap-tu do")
ORGANS = loose(
    r"(?:ban|bo chinh tri|thuong truc|thuong vu|dang uy|tinh uy|thanh uy|huyen uy|thi uy|quan uy|chi uy|"
    r"van phong)\b"
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
        found = NUMBER.search(source.low, cell.start, cell.stop) or _ALONE.fullmatch(source.low, cell.start, cell.stop)
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
        begun = _SORT.match(source.bare, begun, titled.stop).end()
        rest = Span(begun, titled.stop)
        taken = _until_other(source, zones, titled, [rest] if _said(source, rest) else [])
        return _joined(source, _without_body(source, taken))
    for cell in zones.head:
        if _SUBJECT.match(source.low, cell.start, cell.stop):
            return _joined(source, _until_other(source, zones, cell, [cell]))
    return _under_number(source, zones)


def _without_body(source: Source, taken: list[Span]) -> list[Span]:
    """The subject after "của Ban Thường vụ Tỉnh ủy", which only says whose it is."""
    if not taken:
        return taken
    first, last = taken[0], taken[-1]
    begun = _OF_BODY.match(source.bare, first.start, last.stop)
    rest = [cell for cell in taken if begun and cell.stop > begun.end()]
    return [Span(max(begun.end(), rest[0].start), rest[0].stop), *rest[1:]] if rest else taken


def _under_number(source: Source, zones: Zones) -> Field | None:
    """The lines right under the number of a letter that writes no "V/v"."""
    for place, cell in enumerate(zones.head[:-1]):
        if NUMBER.search(source.low, cell.start, cell.stop) or _BLANK.search(source.low, cell.start, cell.stop):
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
        if (
            taken
            and is_caps(source, cell) != is_caps(source, taken[-1])
            and not _SUBJECT_ON.match(source.low, cell.start)
        ):
            break
        if is_caps(source, cell) and ORGANS.match(source.bare, cell.start, cell.stop):
            break
        taken.append(cell)
        above = cell
    return taken


def _runs_on(source: Source, cell: Span) -> bool:
    return source.text[cell.start : cell.stop].lstrip("*_ ")[:1].islower()


def _is_other(source: Source, cell: Span) -> bool:
    bare = source.bare[cell.start : cell.stop].strip()
    if is_rule(source, cell) or PARTY in bare or bare.startswith(NATION):
        return True
    dated = _DAY.match(source.low, cell.start, cell.stop) or _BLANK_DAY.match(source.low, cell.start, cell.stop)
    return bool(dated or NUMBER.match(source.low, cell.start, cell.stop) or _BLANK.match(source.low, cell.start))


def _said(source: Source, span: Span) -> bool:
    return bool(source.words(span.start, span.stop).strip(" -:"))


def _joined(source: Source, taken: list[Span]) -> Field | None:
    if not taken:
        return None
    words = " ".join(source.words(cell.start, cell.stop) for cell in taken).strip(' -:"“”().;')
    return Field(words, Span(taken[0].start, taken[-1].stop)) if words else None
