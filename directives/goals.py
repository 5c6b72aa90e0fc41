"""What a target comes to in its period: the number in people, the base it is taken of, and the sentence that explains it.

The sentence is the same on every page and on paper: "3 % của 4.871 = 146,13, làm tròn lên 147".
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from directives import target_periods, unit_measures
from directives.enums import MEMBER_BASES, BaseKind, Comparison, Measure, NumberKind, Rounding
from directives.models import Target
from organizations import declared
from organizations.declared import Base
from organizations.formats import date_vn, decimal_vn, number_vn, rate_vn
from organizations.models import Unit
from organizations.periods import Period, year

_ROUNDING = {Rounding.UP: ROUND_CEILING, Rounding.HALF_UP: ROUND_HALF_UP}
ASPIRATION = "Văn bản không giao số: đây là mức phấn đấu, chỉ theo dõi kết quả."
PEOPLE = "người"
_THINGS = {
    Measure.UNITS_ADMITTING: "tổ chức cơ sở đảng",
    Measure.UNITS_FOUNDED: "tổ chức đảng",
    Measure.MADE_KNOWN: "lượt đơn vị",
}
_BASE_WORDS = {
    BaseKind.MEMBERS_YEAR_START: "số đảng viên đầu năm {day.year}",
    BaseKind.MEMBERS_LAST_YEAR_END: "số đảng viên cuối năm {day.year}",
    BaseKind.MEMBERS_TERM_START: "số đảng viên đầu nhiệm kỳ",
}


@dataclass(frozen=True)
class Goal:
    """What a target comes to for its own unit.

    ``low`` meets it; ``high`` is the upper end of a range. Both are None for an aspiration, and where ``base`` is not
    complete. ``exact`` and ``exact_high`` are those numbers before rounding. ``base_on`` is the day as at which members count.
    """

    target: Target
    period: Period
    base: Base | None
    base_on: date | None
    exact: Decimal | None
    exact_high: Decimal | None

    @property
    def low(self) -> int | None:
        """The number that meets the target."""
        return in_people(self.target, self.exact)

    @property
    def high(self) -> int | None:
        """The upper end of a range."""
        return in_people(self.target, self.exact_high)

    @property
    def lacks(self) -> bool:
        """Say whether a base stands in the way."""
        return self.target.number_kind == NumberKind.PERCENT and self.exact is None

    @property
    def sentence(self) -> str:
        """How the number comes about, or whose figure is missing for which day."""
        if self.target.number_kind == NumberKind.NONE:
            return ASPIRATION
        if self.lacks:
            return f"Chưa tính được: {self._missing()}."
        return self._percent() if self.target.number_kind == NumberKind.PERCENT else self._absolute()

    def _absolute(self) -> str:
        thing = thing_of(self.target.measure)
        if self.high is None:
            return f"{number_vn(self.low)} {thing}"
        return f"{self.low:02d}–{self.high:02d} {thing}: đạt khi có từ {number_vn(self.low)}"

    def _percent(self) -> str:
        share, exact = rate_vn(self.target.number), decimal_vn(self.exact)
        if self.exact_high is not None:
            share = f"{share.removesuffix(' %')}–{rate_vn(self.target.number_max)}"
            exact = f"{exact}–{decimal_vn(self.exact_high)}"
        said = f"{share} của {number_vn(self.base.total)} = {exact}"
        return f"{said}, {self.target.get_rounding_display()} {self._whole()}" if self._is_rounded else said

    @property
    def _is_rounded(self) -> bool:
        return self.exact != self.low or (self.exact_high is not None and self.exact_high != self.high)

    def _whole(self) -> str:
        low = number_vn(self.low)
        return low if self.high is None else f"{low}–{number_vn(self.high)}"

    def _missing(self) -> str:
        kind = BaseKind(self.target.base)
        if kind not in MEMBER_BASES:
            return f"chưa có {kind.label}"
        if self.base_on is None:
            return "chưa ghi ngày bắt đầu nhiệm kỳ để lấy số đảng viên"
        what = _BASE_WORDS[kind].format(day=self.base_on)
        return f"chưa có {what} (tại ngày {date_vn(self.base_on)}) của {self.base.missing_words or 'đơn vị'}"


def of(target: Target, unit: Unit, on: date) -> Goal:
    """Return what ``target`` comes to in the period that holds ``on``, by the base of ``unit``."""
    period = target_periods.whole(target, on)
    day = base_day(target, period)
    return by_base(target, _base(target, unit, period, day, on), on)


def by_base(target: Target, base: Base | None, on: date) -> Goal:
    """Return what ``target`` comes to in the period that holds ``on``, where its base is read already."""
    period = target_periods.whole(target, on)
    exact, exact_high = (_exact(target, number, base) for number in (target.number, target.number_max))
    return Goal(target, period, base, base_day(target, period), exact, exact_high)


def in_a_year(goal: Goal) -> int | None:
    """Return what the text's own rhythm comes to in each year of a term, in people; None without one, or without the base."""
    return in_people(goal.target, _exact(goal.target, goal.target.each_year, goal.base))


def base_day(target: Target, period: Period) -> date | None:
    """Return the day as at which members are the base; None for another base, or a term whose first day is not recorded."""
    if target.base == BaseKind.MEMBERS_YEAR_START:
        return year(period.start.year).start
    if target.base == BaseKind.MEMBERS_LAST_YEAR_END:
        return year(period.start.year).start - timedelta(days=1)
    return target.base_on or target.term_start if target.base == BaseKind.MEMBERS_TERM_START else None


def in_people(target: Target, exact: Decimal | None) -> int | None:
    """Round the exact number of a target to whole people, as the target asks; None where it is not known."""
    return None if exact is None else int(exact.to_integral_value(_ROUNDING[Rounding(target.rounding)]))


def is_met(goal: int | None, actual: int, comparison: Comparison) -> bool | None:
    """Say whether a result meets a number; None without a number, or where the text only says "about"."""
    if goal is None or comparison == Comparison.ABOUT:
        return None
    return actual <= goal if comparison == Comparison.AT_MOST else actual >= goal


def thing_of(measure: Measure) -> str:
    """Return what a measure counts, in words."""
    return _THINGS.get(Measure(measure), PEOPLE)


def _base(target: Target, unit: Unit, period: Period, day: date | None, on: date) -> Base | None:
    if target.base in (BaseKind.UNITS_WITH_SOURCES, BaseKind.BOUND_UNITS):
        return Base(unit_measures.count(target.measure, unit, period, on).could, ())
    if target.base in MEMBER_BASES:
        return declared.members(unit, day) if day else Base(None, ())
    return None


def _exact(target: Target, number: Decimal | None, base: Base | None) -> Decimal | None:
    if number is None or target.number_kind == NumberKind.ABSOLUTE:
        return number
    if base is None or base.total is None or base.missing:
        return None
    return number * base.total / 100
