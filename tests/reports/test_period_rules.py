"""Which period a saved report is asked for on a day."""

from datetime import date

import pytest

from organizations.periods import Period, inclusive, year_to_date
from reports import period_rules
from reports.layout import Span
from reports.models import PeriodRule

MAY, NEW_YEARS_EVE = date(2021, 5, 31), date(2021, 12, 31)
TERM = Period(date(2020, 8, 1), date(2025, 8, 1))


@pytest.mark.parametrize(
    ("rule", "today", "first", "last"),
    [
        (PeriodRule.YEAR_TO_DATE, MAY, date(2021, 1, 1), MAY),
        (PeriodRule.WHOLE_YEAR, MAY, date(2020, 1, 1), date(2020, 12, 31)),
        (PeriodRule.WHOLE_YEAR, NEW_YEARS_EVE, date(2021, 1, 1), NEW_YEARS_EVE),
        (PeriodRule.FIRST_HALF, MAY, date(2020, 1, 1), date(2020, 6, 30)),
        (PeriodRule.FIRST_HALF, date(2021, 6, 30), date(2021, 1, 1), date(2021, 6, 30)),
        (PeriodRule.NINE_MONTHS, date(2021, 10, 2), date(2021, 1, 1), date(2021, 9, 30)),
        (PeriodRule.SECOND_HALF, MAY, date(2020, 7, 1), date(2020, 12, 31)),
        (PeriodRule.QUARTER, MAY, date(2021, 1, 1), date(2021, 3, 31)),
        (PeriodRule.QUARTER, date(2021, 2, 1), date(2020, 10, 1), date(2020, 12, 31)),
        (PeriodRule.MONTH, MAY, date(2021, 5, 1), MAY),
        (PeriodRule.MONTH, date(2021, 3, 1), date(2021, 2, 1), date(2021, 2, 28)),
        (PeriodRule.MONTH, date(2021, 1, 30), date(2020, 12, 1), date(2020, 12, 31)),
        (PeriodRule.TERM, MAY, date(2020, 8, 1), MAY),
    ],
)
def test_the_newest_period_that_has_ended_or_runs_up_to_the_day(rule, today, first, last):
    assert period_rules.of(rule, today, TERM) == inclusive(first, last)


def test_without_a_term_there_is_no_period_of_one():
    assert period_rules.of(PeriodRule.TERM, MAY) is None


def test_a_yearly_report_knows_the_rules_that_begin_on_new_years_day_alone():
    assert PeriodRule.QUARTER not in period_rules.known(Span.YEAR)
    for rule in period_rules.known(Span.YEAR):
        if rule != PeriodRule.FIXED:
            found = period_rules.of(rule, MAY)
            assert found == year_to_date(found.last_day)


def test_the_rule_of_a_period_is_found_again():
    assert period_rules.like(year_to_date(MAY), Span.ANY, MAY) == PeriodRule.YEAR_TO_DATE
    assert period_rules.like(inclusive(date(2021, 1, 1), date(2021, 3, 31)), Span.ANY, MAY) == PeriodRule.QUARTER
    assert period_rules.like(inclusive(date(2021, 1, 5), MAY), Span.ANY, MAY) == PeriodRule.FIXED
