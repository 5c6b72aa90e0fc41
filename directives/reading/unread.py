"""Sentences that seem to ask for something and became nothing: a person must read them."""

import re

from . import deadlines, measures, moods, quantities
from .letter import Said, Span
from .outline import Line
from .source import Source

_ASKS = re.compile(r"chỉ\s+tiêu|yêu\s+cầu\s+(?!của|đặt|về|nhiệm)|phấn\s+đấu|\bphải\b|^giao\s")
_ATTACHED = re.compile(r"\(?\s*(?:kèm\s+theo|ban\s+hành\s+kèm)")
_CARRIED_OUT = re.compile(r"phụ\s+lục|kèm\s+theo|như\s+sau|sau\s+đây|đạt\s+(?:và\s+)?vượt\s+(?:mức\s+)?chỉ\s+tiêu")


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
    over = [source.low[each.start : each.stop] for each in reversed(line.over)]
    if any(moods.is_past_heading(words) for words in over[:1]) or line.is_heading:
        return False
    if line.is_row or _ATTACHED.match(low):
        return False
    if deadlines.find(source.low, span.start, span.stop, None, None):
        return True
    counted = any(each.unit for each in quantities.find(source.low, span.start, span.stop)) and measures.TOPIC.search(low)
    if counted and not moods.is_goal(source.low, span.start, span.stop, span.stop, over) and moods.says_past(low):
        return False
    aims = bool(over) and bool(moods.under_goal(over[:1]))
    asked = _ASKS.search(low) and not _CARRIED_OUT.search(low)
    return bool(counted or asked or (aims and len(low.split()) > 4)) and not low.rstrip().endswith(":")
