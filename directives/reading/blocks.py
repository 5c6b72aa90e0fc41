"""Paragraphs with their list marks, sentences, and the clauses of a sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .letter import Span
from .patterns import loose
from .source import Source

# The mark before a paragraph and how deep it stands; the first that fits counts. Matched in small letters.
_MARKS = (
    (loose(r"(?:điều|phần) (?:\d+|[ivx]+|thứ \w+)\s*[.:)\-]?\s*"), 0),
    (loose(r"[ivx]{1,5}\s?[.)\-]+\s*(?=\S)|(?!v/v)[ivx]{1,5}/\s*(?=\S{2})"), 1),
    (loose(r"\(?\d{1,2}\.\d{1,2}\.\d{1,2}[.)\-:/]* "), 4),
    (loose(r"\(?\d{1,2}\.\d{1,2}[.)\-:/]* (?=\D|\d{1,4}(?:\s*%| [^\W\d]))"), 3),
    (loose(r"\(\d{1,2}\)\s*(?=[^\d\s%])"), 4),
    (loose(r"(?:khoản |mục )?\(?\d{1,2}(?:\s?[.)\-:/]+\s*(?=[^\d\s%])|[.)/]+ (?=\d{1,4}(?:\s*%| [^\W\d])))"), 2),
    (
        loose(
            r"(?:thứ )?(?:nhất|một|hai|ba|bốn|tư|năm|sáu|bảy|tám)(?: là)\s*[,:]\s*|thứ (?:nhất|hai|ba|tư|năm|sáu|"
            r"bảy|tám)\s*[,:]\s*"
        ),
        2,
    ),
    (loose(r"\(?[a-zđ](?:\d)?[.)]+ "), 5),
    (loose(r"[-•>]+\s*(?=\S)"), 6),
    (loose(r"[+]\s*(?=\S)"), 7),
)
UNMARKED, _ROMAN, _LETTER = 9, 1, 5
_EMPHASIS = loose(r"\s*")
# A full stop after these ends no sentence.
_SHORT = loose(r"(?:\b(?:tp|tx|tt|đ/c|ths|ts|gs|pgs|st|vd|tm|kt|tl|q|p|mr|tw|t/m|k/t)|\b[a-zđ]|\d)$")
_END = loose(r"[.!?…]+[\"')\]]*(?=\s|$)|\./[.\-]?|/[.\-](?=\s|$)")
_PARTS = loose(r"[;] |,? (?=(?:tuy nhiên|nhưng|song),?\s)")


@dataclass(frozen=True)
class Block:
    """A paragraph: its place, where its words begin after the mark, and how deep its mark stands."""

    start: int
    begin: int
    stop: int
    level: int

    @property
    def marked(self) -> bool:
        """Whether it has a mark."""
        return self.level < UNMARKED


def lines(source: Source) -> Iterator[Span]:
    """The lines that hold something, without the white space around them."""
    at = 0
    for line in source.low.split("\n"):
        words = line.strip(" ") if "\t" in line.strip() else line.strip()
        if words:
            start = at + line.index(words)
            yield Span(start, start + len(words))
        at += len(line) + 1


def block(source: Source, line: Span) -> Block:
    """Read the mark of a line."""
    start = line.start + len(_EMPHASIS.match(source.low, line.start, line.stop)[0])
    for pattern, level in _MARKS:
        found = pattern.match(source.low, start, line.stop)
        if found and (level not in (_ROMAN, _LETTER) or source.text[start].isupper() == (level == _ROMAN)):
            return Block(start, found.end(), line.stop, level)
        if found and level == _LETTER:
            return Block(start, found.end(), line.stop, 0)
    return Block(start, start, line.stop, UNMARKED)


def sentences(source: Source, start: int, stop: int) -> list[Span]:
    """The sentences of a stretch, without the white space around them."""
    found, begun = [], start
    for end in _END.finditer(source.low, start, stop):
        if end.group()[0] == "." and not end.group().startswith("./") and _is_short(source, begun, end):
            continue
        found.append(_trimmed(source, begun, end.end()))
        begun = end.end()
    found.append(_trimmed(source, begun, stop))
    return [span for span in found if span.stop - span.start > 1 and _has_letter(source, span)]


def parts(source: Source, span: Span) -> list[Span]:
    """The parts of a sentence between semicolons, or before and after a "but"."""
    found, begun = [], span.start
    for cut in _PARTS.finditer(source.low, span.start, span.stop):
        if source.low.count("(", begun, cut.start()) > source.low.count(")", begun, cut.start()):
            continue
        found.append(_trimmed(source, begun, cut.start()))
        begun = cut.end()
    return [each for each in [*found, _trimmed(source, begun, span.stop)] if each.stop > each.start]


def _is_short(source: Source, begun: int, end: re.Match) -> bool:
    """A stop after an abbreviation or between figures, with a small letter or a figure after it."""
    after = source.text[end.end() :].lstrip()[:1]
    if after.islower():
        return True
    before = _SHORT.search(source.low, begun, end.start())
    return bool(before) and (not before.group().isdigit()) and end.group() == "."


def _has_letter(source: Source, span: Span) -> bool:
    return any(char.isalpha() for char in source.low[span.start : span.stop])


def _trimmed(source: Source, start: int, stop: int) -> Span:
    words = source.low[start:stop]
    return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
