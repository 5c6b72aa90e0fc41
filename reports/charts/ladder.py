"""A funnel in few lines for paper: a stage in one row, its name, its bar on a common scale, its number, those who left."""

from collections.abc import Callable
from dataclasses import dataclass

from reports.charts.canvas import Box, Line, count_width, scale, text_width, wrap
from reports.charts.funnel import Funnel, Stage

ROW, STEP, BAR, TEXT = 21, 15, 11, 12
GAP = 8


@dataclass(frozen=True)
class Rung:
    """A stage as drawn: the lines of its name, its bar, and the baseline of its numbers."""

    stage: Stage
    lines: tuple[Line, ...]
    bar: Box
    count_x: int
    count_y: int


@dataclass(frozen=True)
class Ladder:
    """A drawing: the rows, and where the numbers of those who left end; 0 where nobody counts them."""

    width: int
    height: int
    rungs: tuple[Rung, ...]
    lost_x: int
    head_y: int


def ladder(funnel: Funnel, width: int = 320) -> Ladder:
    """Lay out the stages of a funnel from top to bottom, each in a row of its own."""
    stages = [drawn.stage for drawn in funnel.stages]
    loses = any(stage.lost is not None for stage in stages)
    lost = max((count_width(stage.lost or 0, TEXT) for stage in stages), default=0) + GAP if loses else 0
    lost = max(lost, text_width("đưa ra", 11) + GAP) if loses else 0
    names = min(max((text_width(stage.label, TEXT) for stage in stages), default=0), width * 2 // 5)
    numbers = max((count_width(stage.count, TEXT) for stage in stages), default=0) + GAP
    length = scale(max((stage.count for stage in stages), default=0), width - names - GAP - numbers - lost)
    rungs, y = [], ROW if loses else 0
    for stage in stages:
        rungs.append(_rung(stage, y, names, length))
        y += ROW + STEP * (len(rungs[-1].lines) - 1)
    return Ladder(width, max(y, ROW), tuple(rungs), width if loses else 0, 12)


def _rung(stage: Stage, y: int, names: int, length: Callable[[int], int]) -> Rung:
    lines = tuple(Line(words, 0, y + 14 + STEP * place) for place, words in enumerate(wrap(stage.label, names, TEXT)))
    bar = Box(names + GAP, y + 4, length(stage.count), BAR)
    return Rung(stage, lines, bar, bar.right + 4, y + 14)
