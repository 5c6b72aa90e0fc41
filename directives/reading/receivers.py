"""Whom a letter addresses, and who signed it as what."""

import re

from .letter import Addressee, Field, Span
from .patterns import loose
from .source import Source
from .zones import TITLE, Zones, is_caps, is_rule, is_signature

_MARK = loose(r"\s*[-•+:]+\s*")
_RECEIVERS = loose(r"n\s?oi (?:nhan|gui)\s*:?")
_ARCHIVE = loose(r"luu\b")
_AS_ABOVE = loose(r"nhu (?:tren|kinh gui|kinh trinh|dieu \d)")
_AS_CLAUSE = loose(r"như điều (\d+)")
_BOUND = loose(r"điều \d+\s*[.:]\s*\**\s*([^.;\n]{5,300}?) (?:chịu trách nhiệm|có trách nhiệm|căn cứ)")
_GIVEN = loose(r"\bcho (các\s[^.;:(\n]{3,200}?)(?=\s*(?:\(|như sau|với\s|,?\s*cụ thể|[.;:]))")
_TO_KNOW = loose(r"\((?:de )?(?:bao cao|b/c|bc|biet|theo doi)|\bde (?:bao cao|b/c)")
_UNSIGNED = loose(r"\(?\s*(?:da ky|ky ten|dong dau|ky, dong dau)|\(ky")
_RANK = loose(
    r"^(?:(?:(?:Thượng|Đại|Trung|Thiếu) (?:tá|tướng|úy)|Pgs|PGS|GS|Gs|TS|Ts|ThS|Ths|BS|CN|KS|CKI{1,2}|NGƯT|NGND)[.,]?\s*)+"
)
_NAME = loose(
    r"[A-ZĐÀ-Ỹ][a-zđà-ỹ]*(?:['’-][A-ZĐÀ-Ỹ]?[a-zđà-ỹ]*)?(?: [A-ZĐÀ-Ỹ][a-zđà-ỹ]*(?:['’-][A-ZĐÀ-Ỹ]?[a-zđà-ỹ]*)?){1,5}"
)


def addressees(source: Source, zones: Zones) -> tuple[Addressee, ...]:
    """Those of the greeting, else those who get the letter; who gets it besides the greeting only gets to know."""
    greeted = [_addressee(source, span, True) for span in _items(source, zones.greeting)]
    receiving = _items(source, _listed(source, zones))
    listed = [_received(source, span, not greeted) for span in receiving]
    named = [] if greeted else [each for span in receiving if (each := _as_clause(source, zones, span))]
    return tuple(each for each in [*greeted, *named, *listed] if each is not None and each.words)


def _as_clause(source: Source, zones: Zones, span: Span) -> Addressee | None:
    """ "Như Điều 3": whom that clause binds."""
    asked = _AS_CLAUSE.match(source.low[span.start : span.stop].strip())
    for row in zones.body if asked else ():
        if loose(rf"\s*điều {asked[1]}\b").match(source.low, row.start, row.stop):
            found = _BOUND.search(source.low, row.start, row.stop) or _GIVEN.search(source.low, row.start, row.stop)
            return _addressee(source, Span(*found.span(1)), True) if found else None
    return None


def signature(source: Source, zones: Zones) -> tuple[Field | None, Field | None]:
    """The signer and as what; None where the text does not say."""
    titles = [cell for cell in zones.tail if is_signature(source, cell)]
    if not titles:
        return None, None
    places = [zones.tail.index(cell) for cell in titles]
    first, last = places[0], places[0]
    while last + 1 < len(zones.tail) and _goes_on(source, zones.tail[last + 1]):
        last += 1
    taken = zones.tail[first : last + 1]
    words = ", ".join(source.words(cell.start, cell.stop).strip(" ,") for cell in taken)
    return _signer(source, zones, last), Field(words, Span(taken[0].start, taken[-1].stop))


def _goes_on(source: Source, cell: Span) -> bool:
    if TITLE.fullmatch(source.bare[cell.start : cell.stop].strip()):
        return True
    return is_signature(source, cell) or (
        is_caps(source, cell) and not is_rule(source, cell) and not _is_list(source, cell)
    )


def _signer(source: Source, zones: Zones, last: int) -> Field | None:
    after = zones.tail[last].stop
    for cell in sorted((each for each in zones.tail if each.start >= after), key=lambda each: each.start):
        words = source.words(cell.start, cell.stop)
        if _is_list(source, cell) or _UNSIGNED.match(source.bare, _begin(source, cell)):
            continue
        if _NAME.fullmatch(_RANK.sub("", words)):
            return Field(_RANK.sub("", words), cell)
    return None


def _is_list(source: Source, cell: Span) -> bool:
    start = _begin(source, cell)
    return source.low[start] in "-•+" or bool(
        _RECEIVERS.match(source.bare, start) or _ARCHIVE.match(source.bare, start)
    )


def _begin(source: Source, cell: Span) -> int:
    words = source.low[cell.start : cell.stop]
    return cell.start + len(words) - len(words.lstrip())


def _listed(source: Source, zones: Zones) -> list[Span]:
    """The lines after "Nơi nhận", without those of the signature."""
    found, listing = [], False
    for cell in zones.tail:
        start = _begin(source, cell)
        if opening := _RECEIVERS.match(source.bare, start, cell.stop):
            listing = True
            cell = Span(opening.end(), cell.stop)
        signed = is_signature(source, cell) or is_caps(source, cell) or _UNSIGNED.match(source.bare, start)
        if listing and not signed and _is_receiver(source, cell):
            found.append(cell)
    return found


def _is_receiver(source: Source, cell: Span) -> bool:
    """Whether a line is of the list: with a mark, or at least no bare name, which is the signer's."""
    words = source.words(cell.start, cell.stop)
    return bool(words) and (source.low[_begin(source, cell)] in "-•+" or not _NAME.fullmatch(_RANK.sub("", words)))


def _items(source: Source, rows: list[Span]) -> list[Span]:
    """One span for each item: a line without a mark goes on with the item above it, unless that one ended."""
    found: list[Span] = []
    for row in rows:
        marked = _MARK.match(source.low, row.start, row.stop)
        begun = marked.end() if marked else row.start
        above = source.low[found[-1].start : found[-1].stop].rstrip()[-1:] if found else ""
        if found and not marked and above not in ".;":
            found[-1] = Span(found[-1].start, row.stop)
        else:
            found.append(Span(begun, row.stop))
    return [part for span in found for part in _split(source, span)]


def _split(source: Source, span: Span) -> list[Span]:
    """Items that stand on one line, divided by semicolons."""
    found, begun = [], span.start
    for cut in re.finditer(r";\s*-?\s*", source.low[span.start : span.stop]):
        found.append(Span(begun, span.start + cut.start()))
        begun = span.start + cut.end()
    return [each for each in [*found, Span(begun, span.stop)] if source.low[each.start : each.stop].strip(" .;,*")]


def _addressee(source: Source, span: Span, to_act: bool) -> Addressee:
    return Addressee(source.words(span.start, span.stop).strip(" .;,:-"), to_act, span)


def _received(source: Source, span: Span, acts: bool) -> Addressee | None:
    """A line of "Nơi nhận": the archive and "as above" are nobody new."""
    bare = source.bare[span.start : span.stop].strip()
    if _ARCHIVE.match(bare) or _AS_ABOVE.match(bare):
        return None
    return _addressee(source, span, acts and not _TO_KNOW.search(bare))
