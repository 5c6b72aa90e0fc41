"""The body as lines, each with its sentences and with the headings that stand over it."""

from dataclasses import dataclass

from . import moods
from .blocks import block, sentences
from .letter import Span
from .patterns import loose
from .source import Source

_HEADING, _DASHES = 160, (6, 7)
_GAPS = loose(r"\S\s{4,}(?=\S)")


@dataclass(frozen=True)
class Line:
    """A paragraph or a row of a table: its sentences, and the headings over it, the nearest last."""

    span: Span
    begin: int
    level: int
    sentences: tuple[Span, ...]
    over: tuple[Span, ...]
    is_heading: bool
    is_row: bool

    def over_words(self, source: Source) -> list[str]:
        """The headings over the line in small letters, the nearest first."""
        return [source.low[span.start : span.stop] for span in reversed(self.over)]


def lines(source: Source, body: list[Span]) -> list[Line]:
    """Read the lines of the body in their order."""
    stack: list[tuple[float, Span]] = []
    found = []
    for row in body:
        seen = block(source, row)
        is_row = _is_row(source, row)
        level = seen.level if seen.marked else _level_of_plain(stack)
        if seen.marked and not is_row:
            stack = [each for each in stack if each[0] < seen.level]
        elif found and found[-1].level in _DASHES and _is_over(source, stack):
            stack = stack[:-1]
        over = tuple(span for _, span in stack)
        heads = not is_row and _is_heading(source, seen.begin, seen.stop, seen.marked)
        said = () if is_row else tuple(sentences(source, seen.begin, seen.stop))
        found.append(Line(row, seen.begin, seen.level, said, over, heads, is_row))
        if heads:
            stack = [each for each in stack if each[0] < level]
            stack.append((level, said[-1] if said else Span(seen.begin, seen.stop)))
    return found


def _is_over(source: Source, stack: list[tuple[float, Span]]) -> bool:
    """Whether a paragraph after a list with dashes stands no more under the lead-in of that list."""
    if not stack or stack[-1][0] == int(stack[-1][0]):
        return False
    level, span = stack[-1]
    return level > 0 or bool(moods.under_goal([source.low[span.start : span.stop]]))


def _level_of_plain(stack: list[tuple[float, Span]]) -> float:
    """A lead-in without a mark stands just under the heading above it."""
    marked = [level for level, _ in stack if level == int(level)]
    return (marked[-1] if marked else -1) + 0.5


def _is_row(source: Source, row: Span) -> bool:
    """Cells are divided by tabs, by bars, or by wide gaps of which the row has at least two."""
    text = source.text[row.start : row.stop]
    return "\t" in text or text.count("|") >= 2 or len(_GAPS.findall(text)) >= 2


def _is_heading(source: Source, begin: int, stop: int, marked: bool) -> bool:
    """A lead-in ends with a colon; the heading of a section is short and is no sentence."""
    words = source.low[begin:stop].rstrip()
    if words.endswith((":", ": -")):
        return True
    if not marked:
        return len(words) < _HEADING and source.text[begin:stop].isupper()
    return len(words) < _HEADING and words[-1:] not in '.;,!?/-"'
