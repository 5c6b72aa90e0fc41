"""Forecasts of what arrives without passing stages before: new sources, organisations founded."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from candidates import durations
from directives import unit_measures
from directives.forecast import arrivals
from directives.forecast.arrivals import Arrived
from directives.forecast.errors import YEAR, Spread
from directives.foreseen import LEAST_ENDED_ABOVE, YEARS, Forecast
from organizations import lineage
from organizations.formats import number_vn
from organizations.models import Unit
from organizations.periods import Period

# So many must have come to the unit within the years whose pace is taken, and the records must reach back so many days.
LEAST_ARRIVED, PACE_YEARS, LEAST_DAYS = 10, 2, YEAR


@dataclass(frozen=True)
class Came:
    """Who came when, and the lines that lead from the top down to each unit; how far off forecasts were, by depth."""

    arrived: Arrived
    lines: Mapping[int, Sequence[int]]
    _spreads: dict[tuple, Spread] = field(default_factory=dict)

    def spread(self, unit: Unit, on: int, until: int) -> Spread:
        """Return how far off such forecasts were in past years, for units as deep in the tree as this one."""
        depth = len(self.lines[unit.pk])
        key = depth, on, until
        if key not in self._spreads:
            beside = [each for each, line in self.lines.items() if len(line) == depth]
            self._spreads[key] = arrivals.spread(self.arrived, beside, on, until)
        return self._spreads[key]


def sources(top: Unit, on: date) -> Came:
    """Return the days on which new sources began, by unit under ``top``, and the lines that lead from it down to each."""
    lines = durations.lines(top, on)
    return Came(_arrived((lines.get(cell, ()), day) for cell, day in durations.beginnings(top, on)), lines)


def foundings(top: Unit, on: date) -> Came:
    """The same of party organisations founded in enterprises."""
    found = unit_measures.founded(Period(on - durations.LOOKED_BACK, on + timedelta(days=1)), on)
    lines, goes_on = durations.lines(top, on), lineage.continuing(found)
    rows = [
        (lines[each.unit_id], each.valid_from)
        for each in found
        if each.unit_id in lines and each.unit_id not in goes_on
    ]
    return Came(_arrived(rows), lines)


def foreseen(none: Forecast, came: Came, unit: Unit, on: date, what: str) -> Forecast:
    """Return the forecast of a unit, or why there is none; ``what`` are those who arrive, in words."""
    day, until = on.toordinal(), none.last_day.toordinal()
    own, whole = came.arrived.by_unit.get(unit.pk, ()), came.arrived.whole
    if reason := _too_few(own, whole, day, what):
        return replace(none, reason=reason)
    how = came.spread(unit, day, until)
    told = (
        f"Dựa trên {number_vn(_recent(own, day))} {what} của đơn vị, {number_vn(_recent(whole, day))} của toàn đảng bộ "
        f"trong {YEARS} năm qua."
    )
    outlook = arrivals.foreseen(came.arrived, unit.pk, day, until, none.already, none.goal, how)
    return replace(none, outlook=outlook, rests_on=told)


def _arrived(rows: Iterable[tuple[Sequence[int], date]]) -> Arrived:
    by_unit: dict[int, list[int]] = {}
    whole: list[int] = []
    for line, day in rows:
        whole.append(day.toordinal())
        for unit in line:
            by_unit.setdefault(unit, []).append(day.toordinal())
    return Arrived(by_unit, whole)


def _recent(days: Sequence[int], on: int, years: int = YEARS) -> int:
    return sum(day > on - years * YEAR for day in days)


def _too_few(own: Sequence[int], whole: Sequence[int], on: int, what: str) -> str:
    """What is lacking, with how many there are; empty where a forecast can be made."""
    here, above = _recent(own, on, PACE_YEARS), _recent(whole, on)
    if above < LEAST_ENDED_ABOVE:
        return (
            f"Chưa đủ dữ liệu để dự báo: trong {YEARS} năm qua toàn đảng bộ có {number_vn(above)} {what}, "
            f"cần ít nhất {LEAST_ENDED_ABOVE}."
        )
    if on - min(whole) < LEAST_DAYS:
        return (
            "Chưa đủ dữ liệu để dự báo: số liệu ghi nhận chưa tròn một năm nên chưa biết tháng nào nhiều, tháng nào ít."
        )
    if here < LEAST_ARRIVED:
        return f"Đơn vị quá nhỏ để dự báo: {number_vn(here)} {what} trong {PACE_YEARS} năm qua (cần ít nhất {LEAST_ARRIVED})."
    return ""
