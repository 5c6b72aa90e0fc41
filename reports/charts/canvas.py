"""What all drawings share: boxes, lines of text and their estimated width, scales, hatching."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

WIDTH = 360
TEXT = 13
LINE = 18

NARROW = "ijlftrI.,:;'()|/ -–"
WIDE = "mwMW%—"


@dataclass(frozen=True)
class Box:
    """A rectangle: left, top, width, height."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The y of the lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> int:
        """The x of the vertical axis."""
        return self.x + self.width // 2


@dataclass(frozen=True)
class Line:
    """One line of text at its baseline; ``anchor`` is the SVG word start, middle or end."""

    words: str
    x: int
    y: int
    anchor: str = "start"


def text_width(words: str, size: int = TEXT) -> int:
    """An upper estimate of the width of a text, in canvas units: no font is at hand where the geometry is made."""
    letters = [char for char in unicodedata.normalize("NFD", words) if not unicodedata.combining(char)]
    return round(sum(_letter_width(char) for char in letters) * size) + 1


def count_width(count: int, size: int = TEXT) -> int:
    """The width of a number with its thousands set apart."""
    return text_width(f"{count:,}", size)


def wrap(words: str, width: int, size: int = TEXT) -> tuple[str, ...]:
    """Break a label at its spaces into lines that fit; a single word longer than the line stays whole."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def block(words: str, x: int, y: int, width: int) -> tuple[Line, ...]:
    """A wrapped label whose first baseline is ``y``."""
    return tuple(Line(line, x, y + LINE * place) for place, line in enumerate(wrap(words, width)))


def scale(top: int, length: int) -> Callable[[int], int]:
    """From a count to a length; where all is zero, everything has length zero."""
    return lambda count: round(count * length / top) if top else 0


def hatch(box: Box, step: int) -> str:
    """An SVG path of rising strokes clipped to the box: told apart in black and white, and no pattern ids to clash."""
    starts = range(box.x - box.height + step // 2, box.right, step)
    return " ".join(stroke for start in starts if (stroke := _stroke(box, start)))


def _stroke(box: Box, start: int) -> str:
    """One stroke at 45 degrees from the lower edge at ``start``, cut at the left and right edges."""
    left, right = max(start, box.x), min(start + box.height, box.right)
    if left >= right:
        return ""
    return f"M{left} {box.bottom - (left - start)}L{right} {box.bottom - (right - start)}"


def _letter_width(char: str) -> float:
    if char in NARROW:
        return 0.36
    if char in WIDE:
        return 0.92
    return 0.74 if char.isupper() else 0.58
