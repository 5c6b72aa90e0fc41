"""Months as bars from zero, with last year as a thin mark over each slot."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count as counting

from reports.charts.canvas import LINE, WIDTH, Box, count_width, scale, text_width

PLOT_HEIGHT = 150
NUMBER = 11
STEPS = (1, 2, 5)
TICKS = 4


@dataclass(frozen=True)
class Month:
    """Data: one month; ``count`` is ``None`` while it has not come, ``last`` where there is nothing to compare."""

    label: str
    count: int | None
    last: int | None = None
    href: str = ""


@dataclass(frozen=True)
class MonthBar:
    """A month as drawn: its slot of the axis, the label that fits it, bar, last year's mark, baseline of its number."""

    month: Month
    label: str
    slot: Box
    bar: Box | None
    last_y: int | None
    count_y: int


@dataclass(frozen=True)
class Tick:
    """A line of the grid with its number."""

    value: int
    y: int


@dataclass(frozen=True)
class Months:
    """A drawing: the bars, the grid, the names and totals of both years (``last_total`` over the months that have come)."""

    width: int
    height: int
    plot: Box
    ticks: tuple[Tick, ...]
    bars: tuple[MonthBar, ...]
    numbers_fit: bool
    label_y: int
    legend_y: int
    legend_last_y: int
    this_label: str
    last_label: str
    total: int
    last_total: int | None
    linked: bool


def months(
    data: Sequence[Month], *, this_label: str = "Năm nay", last_label: str = "Năm trước", width: int = WIDTH
) -> Months:
    """Lay out the months in the order given; the names of the years go to the legend, with their totals."""
    values = _ticks(max((number for month in data for number in (month.count, month.last) if number), default=0))
    left = count_width(values[-1], NUMBER) + 8
    plot = Box(left, LINE + 4, width - left, PLOT_HEIGHT)
    rise = scale(values[-1], PLOT_HEIGHT)
    bars = tuple(_month_bar(month, slot, rise) for month, slot in zip(data, _slots(plot, len(data)), strict=True))
    come = [month.last for month in data if month.count is not None and month.last is not None]
    return Months(
        width=width,
        height=plot.bottom + 3 * LINE + 12,
        plot=plot,
        ticks=tuple(Tick(value, plot.bottom - rise(value)) for value in values),
        bars=bars,
        numbers_fit=all(count_width(drawn.month.count or 0, NUMBER) <= drawn.slot.width for drawn in bars),
        label_y=plot.bottom + 16,
        legend_y=plot.bottom + LINE + 24,
        legend_last_y=plot.bottom + 2 * LINE + 24,
        this_label=this_label,
        last_label=last_label,
        total=sum(month.count or 0 for month in data),
        last_total=sum(come) if come else None,
        linked=any(month.href for month in data),
    )


def _ticks(top: int) -> tuple[int, ...]:
    """Round whole numbers from zero to at least ``top``, at most four steps, never fewer than one."""
    steps = (step * 10**power for power in counting() for step in STEPS)
    step = next(step for step in steps if step * TICKS >= top)
    return tuple(range(0, step * max(-(-top // step), 1) + 1, step))


def _slots(plot: Box, number: int) -> list[Box]:
    """Equal slots; rounding the edges, not the widths, keeps the last one inside the plot."""
    edges = [plot.x + round(plot.width * place / number) for place in range(number + 1)] if number else [0]
    return [Box(left, plot.y, right - left, plot.height) for left, right in zip(edges, edges[1:], strict=False)]


def _month_bar(month: Month, slot: Box, rise: Callable[[int], int]) -> MonthBar:
    margin = max(slot.width // 5, 1)
    bar = None
    if month.count is not None:
        height = rise(month.count)
        bar = Box(slot.x + margin, slot.bottom - height, slot.width - 2 * margin, height)
    last_y = slot.bottom - rise(month.last) if month.last is not None else None
    return MonthBar(month, _label(month.label, slot.width), slot, bar, last_y, _count_y(bar, last_y))


def _label(label: str, room: int) -> str:
    """The label, or its last word where the slot is too narrow: "Tháng 12" becomes "12"."""
    return label if text_width(label, NUMBER) <= room else label.split()[-1]


def _count_y(bar: Box | None, last_y: int | None) -> int:
    """The number stands on its bar, or on last year's mark where that would strike it through."""
    if bar is None:
        return 0
    struck = last_y is not None and bar.y - NUMBER - 6 < last_y <= bar.y
    return (last_y if struck else bar.y) - 4
