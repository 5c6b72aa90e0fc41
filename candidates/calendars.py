"""The working calendar of Vietnam: lunar holidays, compensatory days and swaps from the ``holidays`` package, as corrected.

The package knows the holidays of the law for any year, but swaps and the second day of the National Day only from yearly
announcements; beyond the last one that it holds, a year has no official calendar until somebody confirms it.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import holidays

from candidates.enums import DayKind
from candidates.models import DayCorrection, HolidayYear
from candidates.rules.deadlines import Calendar
from organizations.errors import Refused

_PACKAGE = holidays.country_holidays("VN")
FIRST, LAST = _PACKAGE.start_year, _PACKAGE.end_year
# The last year whose announcement of swaps the package holds.
ANNOUNCED = max(_PACKAGE.special_public_holidays)
# So many working days pass in every year, whatever is off.
_LEAST_OF_A_YEAR = 200


@dataclass(frozen=True)
class LawYear:
    """What a year is by itself: the days off with their names, and the weekend days worked for a day off elsewhere."""

    off: dict[date, str]
    worked: frozenset[date]


def after(start: date, count: int) -> date:
    """Return the ``count``-th working day after ``start`` by the calendar as corrected today, in one query.

    Raises Refused for a year of which nobody knows the holidays.
    """
    return around(start, count).after(start, count)


def around(start: date, count: int = _LEAST_OF_A_YEAR) -> Calendar:
    """Return the calendar in which ``count`` working days after ``start`` can be counted."""
    years = range(start.year, start.year + 2 + count // _LEAST_OF_A_YEAR)
    law = [law_year(year) for year in years]
    off = {day for each in law for day in each.off}
    worked = {day for each in law for day in each.worked}
    for day, kind in DayCorrection.objects.filter(day__year__in=years).values_list("day", "kind"):
        put, drop = (off, worked) if kind == DayKind.OFF else (worked, off)
        put.add(day)
        drop.discard(day)
    return Calendar(frozenset(off), frozenset(worked))


def holidays_around(year: int) -> frozenset[date]:
    """Return the days off of a year and the next by the law alone, for what must not depend on stored rows."""
    return frozenset(day for each in (law_year(year), law_year(year + 1)) for day in each.off)


def law_year(year: int) -> LawYear:
    """Return a year as the package knows it; raises Refused for a year outside it."""
    if not FIRST <= year <= LAST:
        raise Refused(
            f"Không tính được hạn theo ngày làm việc ở năm {year}: hệ thống chỉ có lịch nghỉ từ năm {FIRST} đến năm {LAST}. "
            "Hãy kiểm tra lại năm của ngày đã nhập."
        )
    return _law_year(year)


def are_told(start: date, end: date) -> bool:
    """Say whether every year from ``start`` to ``end`` has an official calendar: of the package, or confirmed by somebody."""
    years = range(max(start.year, ANNOUNCED + 1), end.year + 1)
    return HolidayYear.objects.filter(year__in=years).count() == len(years)


@lru_cache(maxsize=256)
def _law_year(year: int) -> LawYear:
    found = holidays.country_holidays("VN", years=year, language="vi")
    return LawYear(dict(sorted(found.items())), frozenset(day for day in _swapped() if day.year == year))


@lru_cache(maxsize=1)
def _swapped() -> frozenset[date]:
    """The weekend days worked for another day; the swap may belong to the announcement of the next year."""
    years = range(min(_PACKAGE.special_public_holidays), ANNOUNCED + 1)
    return frozenset(holidays.country_holidays("VN", years=years).weekend_workdays)
