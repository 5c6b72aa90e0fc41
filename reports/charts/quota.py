"""The quota as a bullet bar: held, decided, submitted, earlier, missing; the target, last year and the year gone as marks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reports.charts.canvas import (
    LINE,
    WIDTH,
    Box,
    Line,
    block,
    count_width,
    hatch,
    scale,
    text_width,
)

BAR = Box(0, 24, WIDTH, 30)
TOP = 14
KEY = 14
ROW = LINE + 4
MISSING = 4
HATCHED = {2: 6, 3: 10}
"""Tone → distance of the strokes; tones 0 and 1 are solid, 4 is the empty rest."""


@dataclass(frozen=True)
class Part:
    """Data: one part of a quota, such as "Đã kết nạp"."""

    label: str
    count: int
    href: str = ""


@dataclass(frozen=True)
class Segment:
    """A part as drawn: tone 0 (darkest) to 4 (empty), its box in the bar, the plate under its number, its legend.

    ``plate`` is ``None`` where the number has no room in the bar; the legend always has it.
    """

    part: Part
    tone: int
    box: Box
    hatch: str
    plate: Box | None
    key: Box
    key_hatch: str
    count_y: int
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Mark:
    """A place on the bar, explained in the legend under the same sign; ``key`` is the box of that sign."""

    label: str
    count: int
    x: int
    key: Box
    text_y: int


@dataclass(frozen=True)
class QuotaBar:
    """A drawing. Without a target there is no missing part, no place ``target_at``, and no mark but last year's.

    ``target_text`` are the words over the bar; the number follows them. ``year_mark.count`` is in percent of the year.
    """

    width: int
    height: int
    bar: Box
    segments: tuple[Segment, ...]
    target: int | None
    target_at: int | None
    target_text: Line
    last_year_mark: Mark | None
    year_mark: Mark | None

    @property
    def held(self) -> int:
        """What counts for the target: the first part."""
        return self.segments[0].part.count if self.segments else 0

    @property
    def reached(self) -> float | None:
        """How much of the target is held, in percent; ``None`` without a target or with a target of zero."""
        return self.held * 100 / self.target if self.target else None

    @property
    def over(self) -> int:
        """How many more than the target are held."""
        return max(self.held - self.target, 0) if self.target is not None else 0

    @property
    def number_y(self) -> int:
        """The baseline of the numbers inside the bar."""
        return self.bar.y + 20

    @property
    def linked(self) -> bool:
        """Whether any part has a list behind it."""
        return any(drawn.part.href for drawn in self.segments)


def quota_bar(
    target: int | None,
    parts: Sequence[Part],
    *,
    last_year: int | None = None,
    year_gone: float | None = None,
    missing_label: str = "Còn thiếu nguồn",
    width: int = WIDTH,
) -> QuotaBar:
    """The first part counts for the target, the others are on the way; what is left up to the target is missing.

    ``last_year`` is the count in the same period of last year, ``year_gone`` the share of the year gone by, 0 to 1.
    """
    bar = Box(BAR.x, BAR.y, width, BAR.height)
    length = scale(max(sum(part.count for part in parts), target or 0, last_year or 0), width)
    at = _inside(length(target), bar) if target is not None else None
    segments = _segments(_tones(parts, target, missing_label), bar, length, at)
    legend = _under(segments, bar)
    marks = _marks(target, last_year, year_gone, bar, length, legend)
    height = legend + ROW * sum(mark is not None for mark in marks)
    return QuotaBar(width, height, bar, segments, target, at, _target_text(target, at, bar), *marks)


def _tones(parts: Sequence[Part], target: int | None, missing_label: str) -> list[tuple[Part, int]]:
    """Each part with its tone; with a target the missing rest comes last."""
    tones = [(part, min(tone, MISSING - 1)) for tone, part in enumerate(parts)]
    if target is not None:
        tones.append((Part(missing_label, max(target - sum(part.count for part in parts), 0)), MISSING))
    return tones


def _segments(
    tones: Sequence[tuple[Part, int]], bar: Box, length: Callable[[int], int], target_at: int | None
) -> tuple[Segment, ...]:
    """Rounding the running sums, not the parts, makes the segments meet without gaps."""
    ends = [length(total) for total in accumulate(part.count for part, _ in tones)]
    segments: list[Segment] = []
    for (part, tone), start, end in zip(tones, [0, *ends], ends, strict=False):
        box = Box(start, bar.y, end - start, bar.height)
        segments.append(_segment(part, tone, box, _plate(part.count, box, target_at), bar.right, _under(segments, bar)))
    return tuple(segments)


def _segment(part: Part, tone: int, box: Box, plate: Box | None, right: int, top: int) -> Segment:
    key = Box(1, top + 2, KEY, KEY)
    return Segment(
        part=part,
        tone=tone,
        box=box,
        hatch=_hatch(box, tone),
        plate=plate,
        key=key,
        key_hatch=_hatch(key, tone),
        count_y=top + 14,
        lines=block(part.label, KEY + 10, top + 14, right - KEY - 34 - count_width(part.count)),
    )


def _plate(count: int, box: Box, target_at: int | None) -> Box | None:
    """Where the number goes in its segment: only with room for it, and not where the target would strike it through."""
    room = count_width(count) + 8
    struck = target_at is not None and abs(target_at - box.middle) < room // 2
    if count == 0 or room > box.width or struck:
        return None
    return Box(box.middle - room // 2, box.y + 6, room, box.height - 12)


def _hatch(box: Box, tone: int) -> str:
    return hatch(box, HATCHED[tone]) if tone in HATCHED else ""


def _under(segments: Sequence[Segment], bar: Box) -> int:
    """The y where the next row of the legend starts."""
    if not segments:
        return bar.bottom + 14
    return segments[-1].key.y - 2 + ROW + LINE * max(len(segments[-1].lines) - 1, 0)


def _marks(
    target: int | None, last_year: int | None, year_gone: float | None, bar: Box, length: Callable[[int], int], top: int
) -> tuple[Mark | None, Mark | None]:
    """Last year and the share of the year gone: a sign at the bar, the words in the legend, so that no labels meet."""
    last_mark = year_mark = None
    if last_year is not None:
        last_mark = _mark("Cùng kỳ năm trước", last_year, _inside(length(last_year), bar), top)
        top += ROW
    if target and year_gone is not None:
        at = _inside(length(round(target * year_gone)), bar)
        year_mark = _mark("Thời gian đã qua", round(year_gone * 100), at, top)
    return last_mark, year_mark


def _mark(label: str, count: int, x: int, top: int) -> Mark:
    return Mark(label, count, x, Box(1, top + 2, KEY, KEY), top + 14)


def _inside(x: int, bar: Box) -> int:
    """Keep a mark of a few units' breadth on the canvas."""
    return min(max(x, bar.x + 2), bar.right - 2)


def _target_text(target: int | None, at: int | None, bar: Box) -> Line:
    """The words over the bar: centred on the target, or at the edge they would cross."""
    if target is None or at is None:
        return Line("Chưa có chỉ tiêu", bar.right, TOP, "end")
    half = (text_width("Chỉ tiêu ") + count_width(target)) // 2 + 4
    if at + half > bar.right:
        return Line("Chỉ tiêu", bar.right, TOP, "end")
    return Line("Chỉ tiêu", bar.x, TOP, "start") if at - half < bar.x else Line("Chỉ tiêu", at, TOP, "middle")
