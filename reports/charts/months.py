"""Months as bars from zero, with last year as a thin mark over each slot."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count as counting
from itertools import pairwise

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
    """A drawing: the bars, the grid and the names of both years."""

    width: int
    height: int
    plot: Box
    ticks: tuple[Tick, ...]
    bars: tuple[MonthBar, ...]
    this_label: str
    last_label: str

    @property
    def total(self) -> int:
        """The sum of the months that have come."""
        return sum(drawn.month.count or 0 for drawn in self.bars)

    @property
    def last_total(self) -> int | None:
        """Last year's sum over the same months; ``None`` where there is nothing to compare."""
        come = [
            drawn.month.last for drawn in self.bars if drawn.month.count is not None and drawn.month.last is not None
        ]
        return sum(come) if come else None

    @property
    def numbers_fit(self) -> bool:
        """Whether all numbers can stand side by side over their bars; else the grid and the table tell them."""
        return all(count_width(drawn.month.count or 0, NUMBER) <= drawn.slot.width for drawn in self.bars)

    @property
    def label_y(self) -> int:
        """The baseline of the names of the months."""
        return self.plot.bottom + 16

    @property
    def legend_y(self) -> int:
        """The baseline of this year's row of the legend."""
        return self.plot.bottom + LINE + 24

    @property
    def legend_last_y(self) -> int:
        """The baseline of last year's row of the legend."""
        return self.legend_y + LINE

    @property
    def linked(self) -> bool:
        """Whether any month has a list behind it."""
        return any(drawn.month.href for drawn in self.bars)


def months(
    data: Sequence[Month], *, this_label: str = "Năm nay", last_label: str = "Năm trước", width: int = WIDTH
) -> Months:
    """Lay out the months in the order given; the names of the years go to the legend, with their totals."""
    values = _ticks(max((number for month in data for number in (month.count, month.last) if number), default=0))
    left = count_width(values[-1], NUMBER) + 8
    plot = Box(left, LINE + 4, width - left, PLOT_HEIGHT)
    rise = scale(values[-1], PLOT_HEIGHT)
    ticks = tuple(Tick(value, plot.bottom - rise(value)) for value in values)
    bars = tuple(_month_bar(month, slot, rise) for month, slot in zip(data, _slots(plot, len(data)), strict=True))
    return Months(width, plot.bottom + 3 * LINE + 12, plot, ticks, bars, this_label, last_label)


def _ticks(top: int) -> tuple[int, ...]:
    """Round whole numbers from zero to at least ``top``, at most four steps, never fewer than one."""
    steps = (step * 10**power for power in counting() for step in STEPS)
    step = next(step for step in steps if step * TICKS >= top)
    return tuple(range(0, step * max(-(-top // step), 1) + 1, step))


def _slots(plot: Box, number: int) -> list[Box]:
    """Equal slots; rounding the edges, not the widths, keeps the last one inside the plot."""
    edges = [plot.x + round(plot.width * place / number) for place in range(number + 1)] if number else [0]
    return [Box(left, plot.y, right - left, plot.height) for left, right in pairwise(edges)]


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
