"""The period that a saved report is asked for on a day, by its rule. Pure."""

from datetime import date

from organizations.periods import Period, inclusive, month_last_day, year_to_date
from reports.layout import Span
from reports.models import PeriodRule

# The first month of what a rule names, and how many months it lasts; a year has several quarters and twelve months.
_PARTS = {
    PeriodRule.WHOLE_YEAR: ((1, 12),),
    PeriodRule.FIRST_HALF: ((1, 6),),
    PeriodRule.NINE_MONTHS: ((1, 9),),
    PeriodRule.SECOND_HALF: ((7, 6),),
    PeriodRule.QUARTER: tuple((first, 3) for first in (1, 4, 7, 10)),
    PeriodRule.MONTH: tuple((first, 1) for first in range(1, 13)),
}
_FROM_NEW_YEAR = (
    PeriodRule.YEAR_TO_DATE,
    PeriodRule.WHOLE_YEAR,
    PeriodRule.FIRST_HALF,
    PeriodRule.NINE_MONTHS,
    PeriodRule.FIXED,
)


def of(rule: PeriodRule, today: date, term: Period | None = None) -> Period | None:
    """Return the newest period of a rule that has ended by ``today``, or runs up to it; None for a term that there is not.

    The days of a fixed one are kept with it, not found here.
    """
    if rule == PeriodRule.YEAR_TO_DATE:
        return year_to_date(today)
    if rule == PeriodRule.TERM:
        return inclusive(term.start, min(term.last_day, today)) if term else None
    return _newest_ended(_PARTS[rule], today)


def known(span: Span) -> list[PeriodRule]:
    """Return the rules that a report knows: a yearly one begins on 1 January."""
    return list(PeriodRule) if span == Span.ANY else list(_FROM_NEW_YEAR)


def like(period: Period, span: Span, today: date, term: Period | None = None) -> PeriodRule:
    """Return the first rule that gives a period on a day; FIXED where none does."""
    rules = [rule for rule in known(span) if rule != PeriodRule.FIXED]
    return next((rule for rule in rules if of(rule, today, term) == period), PeriodRule.FIXED)


def _newest_ended(parts: tuple[tuple[int, int], ...], today: date) -> Period:
    found = (
        inclusive(date(number, first, 1), month_last_day(number, first + months - 1))
        for number in (today.year, today.year - 1)
        for first, months in parts
    )
    return max((each for each in found if each.last_day <= today), key=lambda each: each.stop)
