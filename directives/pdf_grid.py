"""The ruled tables of a PDF page: which band and which cell of it a glyph stands in."""

from dataclasses import dataclass
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_THIN, _SHORTEST, _MOST_PATHS = 3.0, 6.0, 5000


@dataclass(frozen=True)
class _Rule:
    """A ruled line: where it lies, from where to where it goes."""

    at: float
    start: float
    stop: float


@dataclass(frozen=True)
class Grid:
    """Bands between rules, each with the upright rules that divide it; a band of one cell is no table."""

    bands: tuple[tuple[float, float, tuple[float, ...]], ...]

    def cell(self, middle: float, left: float, right: float) -> tuple[int, int] | None:
        """The band and the cell of a glyph; None outside of tables."""
        across = (left + right) / 2
        for number, (top, bottom, rules) in enumerate(self.bands):
            if bottom < middle < top and rules[0] < across < rules[-1]:
                return number, sum(rule < across for rule in rules) - 1
        return None

    def width(self, band: int) -> int:
        """How many cells a band has."""
        return len(self.bands[band][2]) - 1

    def middle(self, band: int) -> float:
        """The height of a band on its page."""
        top, bottom, _ = self.bands[band]
        return (top + bottom) / 2


def read(page: pdfium.PdfPage) -> Grid:
    """Read the rules of a page: thin lines, and the sides of rectangles."""
    level, upright = [], []
    for place, path in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])):
        if place > _MOST_PATHS:
            break
        left, bottom, right, top = path.get_bounds()
        if right - left >= _SHORTEST:
            level += [_Rule(at, left, right) for at in _sides(bottom, top)]
        if top - bottom >= _SHORTEST:
            upright += [_Rule(at, bottom, top) for at in _sides(left, right)]
    return Grid(tuple(_bands(level, upright)))


def _sides(low: float, high: float) -> tuple[float, ...]:
    return ((low + high) / 2,) if high - low < _THIN else (low, high)


def _bands(level: list[_Rule], upright: list[_Rule]):
    heights = _merged([rule.at for rule in level])
    for top, bottom in pairwise(reversed(heights)):
        inside = (top + bottom) / 2
        rules = _merged([rule.at for rule in upright if rule.start - 1 < inside < rule.stop + 1])
        if len(rules) > 2 and top - bottom > _SHORTEST:
            yield top, bottom, tuple(rules)


def _merged(places: list[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _THIN:
            found.append(place)
    return found
