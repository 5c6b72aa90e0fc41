"""How a place of a letter is named: "Điều 2", "Mục 1, gạch 2", "Phần mở đầu"."""

from collections.abc import Iterator

from .blocks import UNMARKED, Block, block
from .letter import Span
from .source import Source
from .zones import split

OPENING, CLOSING, _DASH = "Phần mở đầu", "Phần kết", 6
_LONGEST = 60


class Places:
    """The names of the places of one letter, by the marks of its paragraphs."""

    def __init__(self, text: str) -> None:
        source = Source(text)
        rows = split(source).body
        self._named = list(_named(source, rows))

    def of(self, span: Span) -> str:
        """The name of the paragraph in which a span begins; empty outside of the body."""
        return next((name for row, name in self._named if row.start <= span.start < row.stop), "")


def _named(source: Source, rows: list[Span]) -> Iterator[tuple[Span, str]]:
    blocks = [block(source, row) for row in rows]
    marked = [place for place, each in enumerate(blocks) if each.marked]
    path: list[tuple[int, str]] = []
    dashes = 0
    for place, (row, each) in enumerate(zip(rows, blocks, strict=True)):
        if not each.marked:
            alone = not marked or place < marked[0]
            name = OPENING if alone else CLOSING if place > marked[-1] else _told(path)
        elif each.level >= _DASH:
            dashes += 1
            name = _told([*path, (each.level, f"gạch {dashes}")])
        else:
            dashes = 0
            path = [one for one in path if one[0] < each.level] + [(each.level, _mark(source, each))]
            name = _told(path)
        yield row, name[:_LONGEST]


def _mark(source: Source, each: Block) -> str:
    return source.words(each.start, each.begin).strip(" .:)(-/")


def _told(path: list[tuple[int, str]]) -> str:
    """The innermost mark; a letter or a dash with the number above it. A number with points says all by itself."""
    if not path:
        return OPENING
    level, mark = path[-1]
    if mark.lower().startswith(("điều", "phần")):
        return mark
    if level >= UNMARKED - 4 and len(path) > 1:
        return f"{_told(path[:-1])}, {mark if mark.startswith('gạch') else f'điểm {mark}'}"
    above = path[-2][1] if len(path) > 1 and "." not in mark else ""
    if above and not above.lower().startswith(("điều", "phần")):
        return f"Mục {above}.{mark}" if not above[0].isdigit() else f"Mục {mark}"
    return f"{above}, khoản {mark}" if above else f"Mục {mark}" if level < 3 or "." in mark else f"Điểm {mark}"
