"""Sentences that seem to ask for something and became nothing: a person must read them."""

from . import deadlines, measures, moods, quantities
from .deadlines import When
from .letter import Said, Span
from .outline import Line
from .patterns import loose
from .source import Source

_ASKS = loose(r"chỉ tiêu|yêu cầu (?!của|đặt|về|nhiệm)|phấn đấu|\bphải\b|^giao\s")
_GROUNDS = loose(r"căn cứ\s|xét đề nghị|trân trọng")
_FRACTION = loose(r"(?:không thấp hơn|ít nhất|tối thiểu|trên|từ) \d/\d")
_WANTS = loose(r"phấn đấu|yêu cầu|\bphải\b|\bgiao\s")
_ATTACHED = loose(r"\(?\s*(?:kèm theo|ban hành kèm)")
_CARRIED_OUT = loose(r"phụ lục|kèm theo|như sau|sau đây|đạt (?:và )?vượt (?:mức )?chỉ tiêu")


def read(source: Source, lines: list[Line], understood: list[Span]) -> list[Said]:
    """List the sentences with a number, a day or a demand from which nothing was proposed."""
    found = []
    for line in lines:
        spans = [line.span] if line.is_row else line.sentences
        for span in spans:
            if not _overlaps(span, understood) and _asks(source, line, span):
                found.append(Said(source.text[span.start : span.stop], span))
    return found


def _overlaps(span: Span, understood: list[Span]) -> bool:
    return any(each.start < span.stop and span.start < each.stop for each in understood)


def _asks(source: Source, line: Line, span: Span) -> bool:
    low = source.low[span.start : span.stop]
    over = line.over_words(source)
    if any(moods.is_past_heading(words) for words in over[:1]) or line.is_heading:
        return False
    if _GROUNDS.match(low):
        return False
    if line.is_row or _ATTACHED.match(low):
        return False
    if deadlines.find(source.low, span.start, span.stop, When()):
        return True
    found = [each for each in quantities.find(source.low, span.start, span.stop) if each.unit]
    counted = found and (measures.TOPIC.search(low) or any(each.comparison for each in found))
    if counted and not moods.is_goal(source.low, span.start, span.stop, span.stop, over) and moods.says_past(low):
        return False
    aims = bool(over) and bool(moods.under_goal(over[:1]))
    if moods.says_past(low) and not _WANTS.search(low):
        return False
    asked = _ASKS.search(low) and not _CARRIED_OUT.search(low)
    return bool(
        counted or asked or _FRACTION.search(low) or (aims and len(low.split()) > 4)
    ) and not low.rstrip().endswith(":")
