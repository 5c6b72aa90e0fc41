"""A forecast in words: how likely the goal is, what it rests on, what is needed; and its drawing as plain geometry."""

from dataclasses import dataclass
from decimal import Decimal

from candidates.enums import Stage
from directives.enums import Measure
from directives.foreseen import YEARS, Forecast, More
from organizations.formats import date_vn, number_vn, percent_vn

# From which chance on which words are used; the highest first.
_LIKELY = (
    (0.95, "gần như chắc chắn đạt", "done"),
    (0.7, "nhiều khả năng đạt", "done"),
    (0.4, "có thể đạt, có thể không", "soon"),
    (0.1, "ít khả năng đạt", "late"),
    (0.0, "khó đạt", "late"),
)
_ARRIVING = (
    "Hệ thống lấy nhịp của hai năm gần nhất, tháng nào nhiều tháng nào ít, tính tiếp cho những tháng còn lại của kỳ; rồi thử lại "
    "cách tính ấy trên ba năm trước để biết thường sai bao nhiêu."
)
_HOW = {
    Measure.NEW_SOURCES: _ARRIVING,
    Measure.UNITS_FOUNDED: _ARRIVING,
    Measure.GRADUATED: "Hệ thống lấy số người đang học và số học viên dự kiến của các lớp còn trong kế hoạch, nhân với phần được "
    "cấp giấy chứng nhận của các lớp ba năm qua (lớp có kế hoạch mà không mở tính là không ai được cấp) và khả năng cấp kịp "
    "trước khi hết kỳ.",
    Measure.UNITS_ADMITTING: "Với từng đơn vị còn nguồn mà chưa kết nạp, hệ thống tính khả năng có ít nhất một người kịp kết nạp "
    "trước khi hết kỳ, theo thời gian các hồ sơ đã đi qua từng bước, rồi cộng lại.",
}
# Nobody is ever told 0 % or 100 %: the future is not known that well.
_SURE = Decimal(99)
WIDTH, LEFT, BAR, TOP = 360, 8, 26, 34


@dataclass(frozen=True)
class Likely:
    """The chance of the goal in percent, in words, and the colour of its state."""

    percent: str
    words: str
    colour: str


@dataclass(frozen=True)
class Drawing:
    """The interval as a bar: x of nothing, of who is there already, of the bounds, the middle and the goal; texts below."""

    start: int
    already: int
    low: int
    mid: int
    high: int
    goal: int | None
    width: int = WIDTH
    top: int = TOP
    height: int = BAR

    @property
    def already_width(self) -> int:
        """How long the bar of who is there already is."""
        return self.already - self.start

    @property
    def span(self) -> int:
        """How long the interval is, one at least, so that it is seen."""
        return max(1, self.high - self.low)

    @property
    def goal_anchor(self) -> str:
        """At which end the word of the goal is fixed, so that it stays within the drawing."""
        return "end" if self.goal > self.width * 2 // 3 else "middle" if self.goal > self.width // 3 else "start"


def likely(found: Forecast) -> Likely | None:
    """Say how likely the goal is; None without a forecast or without a goal."""
    if found.outlook is None or found.outlook.probability is None:
        return None
    chance = found.outlook.probability
    words, colour = next((words, colour) for least, words, colour in _LIKELY if chance >= least)
    percent = Decimal(round(chance * 100))
    shown = f"trên {percent_vn(_SURE, 0)}" if percent > _SURE else percent_vn(percent, 0)
    return Likely(f"dưới {percent_vn(Decimal(1), 0)}" if percent < 1 else shown, words, colour)


def in_one_line(found: Forecast) -> str:
    """The forecast in one line for a desk; empty where there is none."""
    if found.outlook is None:
        return ""
    told, chance = found.outlook, likely(found)
    line = f"{number_vn(told.low)}–{number_vn(told.high)} (giữa {number_vn(told.mid)})"
    return f"{line}, khả năng đạt {chance.percent}" if chance else line


def rests_on(found: Forecast) -> str:
    """What the forecast rests on."""
    if found.ground is None:
        return found.rests_on
    told = found.ground
    return (
        f"Dựa trên {number_vn(told.under_way)} hồ sơ đang theo dõi của đơn vị, {number_vn(told.ended)} hồ sơ của đơn vị và "
        f"{number_vn(told.ended_above)} hồ sơ của toàn đảng bộ đã đến đích trong {YEARS} năm qua."
    )


def how(measure: Measure) -> str:
    """How the forecast of a measure is made that is not one of dossiers on their way; empty for those."""
    return _HOW.get(Measure(measure), "")


def more(each: More) -> str:
    """What is needed at one stage, or in a class: "thêm 14 người vào bước “…”, chậm nhất ngày 30/8/2021"."""
    into = f"bước “{Stage(each.stage).label}”" if each.stage else "lớp bồi dưỡng nhận thức"
    day = "chậm nhất ngày" if each.stage else "khai giảng chậm nhất ngày"
    return f"thêm {number_vn(each.people)} người vào {into}, {day} {date_vn(each.day)}"


def draw(found: Forecast) -> Drawing | None:
    """Draw the interval; None where there is none."""
    if found.outlook is None:
        return None
    told, goal = found.outlook, found.goal
    most = max(told.high, goal or 0, 1) * 1.08

    def place(count: int) -> int:
        return LEFT + round(count * (WIDTH - 2 * LEFT) / most)

    return Drawing(
        LEFT,
        place(found.already),
        place(told.low),
        place(told.mid),
        place(told.high),
        None if goal is None else place(goal),
    )
