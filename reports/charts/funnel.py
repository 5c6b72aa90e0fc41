"""The funnel: stages one under another on one scale, and who was lost in between."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from reports.charts.canvas import LINE, WIDTH, Box, Line, block, count_width, scale

BAR = 16
GAP = 26


@dataclass(frozen=True)
class Stage:
    """Data: people in a stage, and those who left between it and the next (``None``: not counted)."""

    label: str
    count: int
    lost: int | None = None
    href: str = ""
    lost_href: str = ""


@dataclass(frozen=True)
class StageBar:
    """A stage as drawn. ``slope`` holds the corners of the shade towards the next bar."""

    stage: Stage
    lines: tuple[Line, ...]
    count_y: int
    bar: Box
    slope: str
    loss_y: int


@dataclass(frozen=True)
class Funnel:
    """A drawing: the stages from top to bottom; ``linked`` when any of them has a list behind it."""

    width: int
    height: int
    stages: tuple[StageBar, ...]
    linked: bool


def funnel(stages: Sequence[Stage], width: int = WIDTH) -> Funnel:
    """Lay out the stages in the order given; a count may rise again, the drawing does not mind."""
    length = scale(max((stage.count for stage in stages), default=0), width)
    bars: list[StageBar] = []
    y = 0
    for stage, following in zip_longest(stages, stages[1:]):
        bars.append(_stage_bar(stage, following, y, width, length))
        y = bars[-1].bar.bottom + (GAP if following else 2)
    return Funnel(width, max(y, BAR + 8), tuple(bars), any(stage.href or stage.lost_href for stage in stages))


def _stage_bar(stage: Stage, following: Stage | None, y: int, width: int, length: Callable[[int], int]) -> StageBar:
    lines = block(stage.label, 0, y + 14, width - count_width(stage.count) - 24)
    bar = Box(0, y + LINE * len(lines) + 2, length(stage.count), BAR)
    return StageBar(
        stage=stage,
        lines=lines,
        count_y=y + 14,
        bar=bar,
        slope=_slope(bar, length(following.count)) if following else "",
        loss_y=bar.bottom + 17,
    )


def _slope(bar: Box, next_width: int) -> str:
    """Corners of the shade under a bar, narrowing to the width of the next; it ends above the next label."""
    return f"0,{bar.bottom} {bar.right},{bar.bottom} {next_width},{bar.bottom + GAP - 4} 0,{bar.bottom + GAP - 4}"
