"""Which days a target is about: the year, half, quarter or term that holds a day, and how its shares are kept for it."""

from dataclasses import dataclass
from datetime import date

from directives.enums import PARTS, PeriodKind
from directives.models import Target
from organizations.formats import date_vn
from organizations.periods import Period, inclusive, year

ROMAN = ("I", "II", "III", "IV")
_HALVES = ("6 tháng đầu năm", "6 tháng cuối năm")


@dataclass(frozen=True)
class Turn:
    """One turn of a target for which shares are given: a year, or a half or a quarter (``part``) of it."""

    year: int
    part: int | None = None


def whole(target: Target, on: date) -> Period:
    """Return the period of ``target`` that holds ``on``; where the text names one half or quarter, that one of the year."""
    if target.period == PeriodKind.TERM:
        return Period(target.term_start, target.term_stop)
    return _part_of(target, on.year, _part(target, on)) if target.period in PARTS else year(on.year)


def gone(target: Target, on: date) -> Period | None:
    """Return the part of the target's period up to and including ``on``; None before it begins."""
    found = whole(target, on)
    return None if on < found.start else inclusive(found.start, min(on, found.last_day))


def turn(target: Target, on: date) -> Turn:
    """Return the turn of a day; a term without a yearly rhythm has one, kept under its first year."""
    if target.period == PeriodKind.TERM:
        return Turn(on.year if target.each_year is not None else target.first_year)
    return Turn(on.year, _part(target, on) if target.period in PARTS else None)


def of_turn(target: Target, asked: Turn) -> Period:
    """Return the days of a turn."""
    if target.period == PeriodKind.TERM and target.each_year is None:
        return Period(target.term_start, target.term_stop)
    return _part_of(target, asked.year, asked.part) if asked.part else year(asked.year)


def words(target: Target, asked: Turn) -> str:
    """Name a turn: "năm 2021", "quý II năm 2021", "nhiệm kỳ 01/10/2020 – 30/9/2025"."""
    if target.period == PeriodKind.TERM and target.each_year is None:
        return _term_words(target)
    if target.period == PeriodKind.QUARTER and asked.part:
        return f"quý {ROMAN[asked.part - 1]} năm {asked.year}"
    return f"{_HALVES[asked.part - 1]} {asked.year}" if asked.part else f"năm {asked.year}"


def called(target: Target, on: date) -> str:
    """Name the period of a target that holds a day: a term by its days, whatever its rhythm, everything else by its turn."""
    return _term_words(target) if target.period == PeriodKind.TERM else words(target, turn(target, on))


def first_and_last(target: Target) -> tuple[date, date | None]:
    """Return the first day of all that a target is about, and the last one; None where it has no end."""
    if target.period == PeriodKind.TERM:
        return target.term_start, Period(target.term_start, target.term_stop).last_day
    opening = (
        _part_of(target, target.first_year, target.part or 1) if target.period in PARTS else year(target.first_year)
    )
    if target.last_year is None:
        return opening.start, None
    if target.period not in PARTS:
        return opening.start, year(target.last_year).last_day
    return opening.start, _part_of(target, target.last_year, target.part or PARTS[target.period]).last_day


def _term_words(target: Target) -> str:
    last = Period(target.term_start, target.term_stop).last_day
    return f"nhiệm kỳ {date_vn(target.term_start)} – {date_vn(last)}"


def _part(target: Target, on: date) -> int:
    return target.part or (on.month - 1) // _months(target) + 1


def _months(target: Target) -> int:
    return 12 // PARTS[PeriodKind(target.period)]


def _part_of(target: Target, number: int, part: int) -> Period:
    length = _months(target)
    after = part * length + 1
    stop = date(number + 1, 1, 1) if after > 12 else date(number, after, 1)
    return Period(date(number, after - length, 1), stop)
