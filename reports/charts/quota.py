"""The quota as a bullet bar: held, decided, submitted, earlier, missing; the target, last year and the year gone as marks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reports.charts.canvas import LINE, TEXT, WIDTH, Box, Line, block, count_width, hatch, scale, text_width

BAR = Box(0, 24, WIDTH, 30)
KEY = 14
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
    """A part as drawn: tone 0 (darkest) to 4 (empty), its box in the bar, whether its number goes inside, its legend."""

    part: Part
    tone: int
    box: Box
    hatch: str
    fits: bool
    key: Box
    key_hatch: str
    count_y: int
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Mark:
    """A thin mark through the bar; its label has a row of its own, so that no two labels meet."""

    label: str
    count: int | None
    percent: int | None
    x: int
    top: int
    bottom: int
    text_x: int
    text_y: int
    anchor: str


@dataclass(frozen=True)
class QuotaBar:
    """A drawing. ``reached`` (in percent), the missing part and two of the marks are absent without a target."""

    width: int
    height: int
    bar: Box
    number_y: int
    segments: tuple[Segment, ...]
    held: int
    target: int | None
    reached: float | None
    over: int
    target_mark: Mark | None
    last_year_mark: Mark | None
    year_mark: Mark | None
    linked: bool


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
    held, sums = parts[0].count if parts else 0, sum(part.count for part in parts)
    length = scale(max(sums, target or 0, last_year or 0), width)
    marks = _marks(target, last_year, year_gone, bar, length)
    tones = [(part, min(tone, MISSING - 1)) for tone, part in enumerate(parts)]
    if target is not None:
        tones.append((Part(missing_label, max(target - sums, 0)), MISSING))
    segments = _segments(tones, bar, length, _legend_top(bar, marks), marks[0])
    return QuotaBar(
        width=width,
        height=max(_legend_bottom(segment) for segment in segments) if segments else bar.bottom + 2,
        bar=bar,
        number_y=bar.y + 20,
        segments=segments,
        held=held,
        target=target,
        reached=held * 100 / target if target else None,
        over=max(held - target, 0) if target is not None else 0,
        target_mark=marks[0],
        last_year_mark=marks[1],
        year_mark=marks[2],
        linked=any(part.href for part in parts),
    )


def _segments(
    tones: Sequence[tuple[Part, int]], bar: Box, length: Callable[[int], int], top: int, target: Mark | None
) -> tuple[Segment, ...]:
    """Rounding the running sums, not the parts, makes the segments meet without gaps."""
    ends = [length(total) for total in accumulate(part.count for part, _ in tones)]
    segments: list[Segment] = []
    for (part, tone), start, end in zip(tones, [0, *ends], ends, strict=False):
        box = Box(start, bar.y, end - start, bar.height)
        segments.append(_segment(part, tone, box, bar.width, top, _goes_inside(part.count, box, target)))
        top = _legend_bottom(segments[-1])
    return tuple(segments)


def _goes_inside(count: int, box: Box, target: Mark | None) -> bool:
    """A number goes into its segment where there is room for it and the mark of the target does not strike it through."""
    room = count_width(count) + 8
    struck = target is not None and abs(target.x - box.middle) < room // 2
    return count > 0 and room <= box.width and not struck


def _segment(part: Part, tone: int, box: Box, width: int, top: int, fits: bool) -> Segment:
    key = Box(1, top + 2, KEY, KEY)
    return Segment(
        part=part,
        tone=tone,
        box=box,
        hatch=_hatch(box, tone),
        fits=fits,
        key=key,
        key_hatch=_hatch(key, tone),
        count_y=top + 14,
        lines=block(part.label, KEY + 10, top + 14, width - KEY - 34 - count_width(part.count)),
    )


def _hatch(box: Box, tone: int) -> str:
    return hatch(box, HATCHED[tone]) if tone in HATCHED else ""


def _legend_bottom(segment: Segment) -> int:
    return segment.key.y - 2 + (LINE + 4) + LINE * (len(segment.lines) - 1)


def _legend_top(bar: Box, marks: Sequence[Mark | None]) -> int:
    return max(mark.text_y for mark in marks if mark) + 12 if any(marks[1:]) else bar.bottom + 12


def _marks(
    target: int | None, last_year: int | None, year_gone: float | None, bar: Box, length: Callable[[int], int]
) -> tuple[Mark | None, Mark | None, Mark | None]:
    """Target above the bar, last year under it, the year gone under that: three rows, no label can meet another."""
    target_mark = last_mark = year_mark = None
    row = bar.bottom + 20
    if target is not None:
        target_mark = _mark("Chỉ tiêu", target, length(target), bar, bar.y - 8)
    if last_year is not None:
        last_mark = _mark("Cùng kỳ năm trước", last_year, length(last_year), bar, row)
        row += LINE
    if target and year_gone is not None:
        year_mark = _mark("Thời gian của năm đã qua", None, length(round(target * year_gone)), bar, row, year_gone)
    return target_mark, last_mark, year_mark


def _mark(label: str, count: int | None, x: int, bar: Box, row: int, share: float | None = None) -> Mark:
    """A mark at ``x`` with its label at baseline ``row``, above or under the bar, pushed inside the canvas."""
    x = min(max(x, bar.x + 1), bar.right - 1)
    half = (text_width(f"{label} ") + (count_width(count) if count is not None else text_width("100 %"))) // 2 + 4
    left, right = x - half < bar.x, x + half > bar.right
    above = row < bar.y
    return Mark(
        label=label,
        count=count,
        percent=round(share * 100) if share is not None else None,
        x=x,
        top=bar.y - 5 if above else bar.bottom - 8,
        bottom=bar.bottom + 3 if above else row - TEXT + 1,
        text_x=bar.x if left else bar.right if right else x,
        text_y=row,
        anchor="start" if left else "end" if right else "middle",
    )
