"""The periods that people name, each with its days: a report is asked for one of them with one click."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from organizations.periods import Period, inclusive, month_last_day, year, year_to_date
from reports.asked import period_words
from reports.layout import Span

# The months in which the quarters and halves of a year begin, and how long they last.
_PARTS = ((1, 3), (4, 3), (7, 3), (10, 3), (1, 6), (7, 6))
SHOWN = 9


@dataclass(frozen=True)
class Choice:
    """A period in words; ``current`` says that it is the one that is asked for."""

    words: str
    period: Period
    current: bool

    @property
    def days(self) -> dict[str, str]:
        """The period as the address of a report has it."""
        found = {"den_ngay": self.period.last_day.isoformat()}
        if self.period != year_to_date(self.period.last_day):
            found["tu_ngay"] = self.period.start.isoformat()
        return found


def choices(span: Span, asked: Period, today: date, term: Period | None = None) -> list[Choice]:
    """Return the periods up to ``today`` that a report knows, newest first, with the one after ``asked`` and the term."""
    found = [year_to_date(today), *_ended(span, today)]
    known = [period for period in found if span == Span.ANY or period == year_to_date(period.last_day)][:SHOWN]
    if term and span == Span.ANY:
        known.append(inclusive(term.start, min(term.last_day, today)))
    following = after(asked)
    if following and following.last_day <= today and following not in known and span == Span.ANY:
        known.append(following)
    return [Choice(_words(period, term), period, period == asked) for period in dict.fromkeys(known)]


def after(asked: Period) -> Period | None:
    """Return the period that follows one of whole months and is as long; None for any other."""
    months = (asked.stop.year - asked.start.year) * 12 + asked.stop.month - asked.start.month
    if asked.start.day != 1 or asked.stop.day != 1 or not months:
        return None
    last = asked.stop.year * 12 + asked.stop.month - 1 + months - 1
    return inclusive(asked.stop, month_last_day(last // 12, last % 12 + 1))


def _ended(span: Span, today: date) -> Iterator[Period]:
    """The years, halves and quarters of this year and the last one that have ended; a yearly report begins on 1 January."""
    parts = [
        inclusive(date(number, first, 1), month_last_day(number, first + months - 1))
        for number in (today.year, today.year - 1)
        for first, months in _PARTS
    ]
    whole = [*parts, year(today.year - 1), year(today.year - 2)]
    yield from sorted((each for each in whole if each.last_day <= today), key=_newest_first)


def _newest_first(period: Period) -> tuple[int, int]:
    return -period.stop.toordinal(), -(period.stop - period.start).days


def _words(period: Period, term: Period | None) -> str:
    if term and period.start == term.start:
        return f"nhiệm kỳ {term.start.year} – {term.last_day.year}"
    return period_words(period)
