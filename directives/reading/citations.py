"""Documents that a letter cites: by kind and number, by kind and day, or by the congress or plenum that passed them."""

import re
from datetime import date

from . import dates, kinds
from .blocks import sentences
from .letter import Cited, Span
from .patterns import loose
from .source import Source

_KINDS = "|".join(sorted(kinds.OF_WORDS, key=len, reverse=True))
_DATED = rf"\s*[,(]?\s*(?:ra )?(?:ngày )({dates.DAY})"
_NUMBERED = loose(
    rf"(?:(?P<kind>{_KINDS}|nghị định|thông tư|"
    rf"luật) )?(?:số\s*[:.]?\s*)?(?P<number>{kinds.NUMBER})(?:{_DATED}|\s*,?\s*({dates.SHORT}))?"
)
_DAY_ONLY = loose(
    rf"(?P<kind>{_KINDS}) (?P<name>(?:(?!trước|chậm|đến|hết|xong|trong|gửi|nộp)[^,.;:()\n]){{0,60}}?)(?:{_DATED})"
)
_CONGRESS = loose(
    r"(?P<kind>nghị quyết|kết luận|chương trình hành động) (?:của )?(?P<name>(?:đại hội|"
    r"hội nghị) [^.;:\"()\n]{3,180}?"
    r"(?:lần thứ [\wivx]+(?:,?\s*(?:nhiệm kỳ|khóa) (?:\d{4}\s*-\s*\d{4}|[ivx]+))?|khóa [ivx]+|"
    r"nhiệm kỳ \d{4}\s*-\s*\d{4}|toàn quốc \w+ \w+ [ivx]+))"
)
_PLENUM = loose(r"(?P<kind>nghị quyết|kết luận) (?P<name>trung ương \d+(?:\s*,?\s*khóa [ivx]+|\s*\(khóa [ivx]+\)))")
_CHARTER = loose(r"(?P<name>điều lệ đảng(?: cộng sản việt nam)?)\b")
_DAY = loose(dates.DAY)


def read(source: Source, stretches: list[Span], own: str | None) -> tuple[Cited, ...]:
    """Find the documents that stretches of a letter cite, each once; ``own`` is the letter's number."""
    found: dict[tuple, Cited] = {}
    for stretch in stretches:
        for span in sentences(source, stretch.start, stretch.stop):
            for cited in _of(source, span):
                if cited.number is None or cited.number != own:
                    _keep(found, cited)
    return tuple(sorted(found.values(), key=lambda each: each.span.start))


def _keep(found: dict[tuple, Cited], cited: Cited) -> None:
    """Keep one of those with the same number, the one with a day."""
    if cited.kind == kinds.CHARTER and any(each.kind == kinds.CHARTER for each in found.values()):
        return
    key = (cited.kind, cited.number or cited.name.lower(), cited.number is None and cited.issued_on)
    known = found.get(key)
    if known is None or (known.issued_on is None and cited.issued_on):
        found[key] = cited


def _of(source: Source, sentence: Span) -> list[Cited]:
    start, stop = sentence.start, sentence.stop
    taken = [_numbered(source, sentence, match) for match in _NUMBERED.finditer(source.low, start, stop)]
    for pattern in (_CONGRESS, _PLENUM, _CHARTER, _DAY_ONLY):
        for match in pattern.finditer(source.low, start, stop):
            if pattern is _DAY_ONLY and match["kind"] == "báo cáo":
                continue
            if not any(_overlap(each.span, match) for each in taken):
                taken.append(_named(source, sentence, match))
    return taken


def _numbered(source: Source, sentence: Span, match: re.Match) -> Cited:
    number = kinds.tidy_number(source.text[slice(*match.span("number"))])
    kind = kinds.OF_WORDS.get(match["kind"] or "") or kinds.of_number(number)
    return _cited(source, sentence, match, kind, number, "")


def _named(source: Source, sentence: Span, match: re.Match) -> Cited:
    groups = match.groupdict()
    kind = kinds.OF_WORDS[groups["kind"]] if "kind" in groups else kinds.CHARTER
    return _cited(source, sentence, match, kind, None, source.words(*match.span("name")))


def _cited(source: Source, sentence: Span, match: re.Match, kind: str | None, number: str | None, name: str) -> Cited:
    day = next((read for text in match.groups() if text and (read := _day(text))), None)
    return Cited(kind, number, day, name, source.text[sentence.start : sentence.stop], Span(*match.span()))


def _day(text: str) -> date | None:
    return dates.read(text) if _DAY.fullmatch(text) else None


def _overlap(span: Span, match: re.Match) -> bool:
    return span.start < match.end() and match.start() < span.stop
