"""Days by which something is due: the worked example over Tết, ends of months, and what holds for any day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candidates.calendars import holidays_around
from candidates.rules.deadlines import add_months, is_working_day, months_between, probation_end, working_days_after

DAYS = st.dates(date(1990, 1, 1), date(2050, 12, 31))
MONTHS = st.integers(0, 600)


@st.composite
def calendars(draw: st.DrawFn) -> tuple[date, int, frozenset[date]]:
    """A day, a number of working days to wait, and some days off that may fall among them."""
    day, count = draw(DAYS), draw(st.integers(1, 60))
    off = draw(st.frozensets(st.integers(0, 90), max_size=20))
    return day, count, frozenset(day + timedelta(days=place) for place in off)


@pytest.mark.parametrize(
    ("start", "count", "due"),
    [
        pytest.param(date(2022, 1, 17), 30, date(2022, 3, 7), id="ceremony after receipt, situation 1"),
        pytest.param(date(2022, 1, 5), 60, date(2022, 4, 6), id="decision after the cell's resolution, situation 1"),
        pytest.param(date(2022, 1, 5), 90, date(2022, 5, 23), id="the latest with consent, situation 1"),
        pytest.param(date(2021, 7, 23), 1, date(2021, 7, 26), id="a Friday waits for Monday"),
        pytest.param(date(2021, 7, 24), 1, date(2021, 7, 26), id="so does a Saturday"),
        pytest.param(date(2021, 12, 30), 2, date(2022, 1, 4), id="New Year on a Saturday is made up for on Monday"),
        pytest.param(date(2021, 7, 23), 0, date(2021, 7, 23), id="no waiting"),
    ],
)
def test_working_days_pass_over_weekends_holidays_and_days_made_up_for(start, count, due):
    assert working_days_after(start, count, holidays_around(start.year)) == due


def test_without_tet_the_example_would_end_a_week_too_early():
    assert working_days_after(date(2022, 1, 17), 30, frozenset()) == date(2022, 2, 28)


@given(calendars())
def test_a_deadline_is_a_working_day_with_exactly_the_count_before_it(case):
    start, count, off = case
    due = working_days_after(start, count, off)
    passed = [start + timedelta(days=place) for place in range(1, (due - start).days + 1)]
    assert is_working_day(due, off)
    assert sum(is_working_day(day, off) for day in passed) == count


@given(calendars())
def test_one_day_more_is_always_later(case):
    start, count, off = case
    assert working_days_after(start, count, off) < working_days_after(start, count + 1, off)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        pytest.param(date(2023, 8, 31), 12, date(2024, 8, 31), id="probation, situation 7"),
        pytest.param(date(2020, 1, 15), 60, date(2025, 1, 15), id="class certificate"),
        pytest.param(date(2020, 2, 29), 12, date(2021, 2, 28), id="29 February, next year without it"),
        pytest.param(date(2020, 2, 29), 48, date(2024, 2, 29), id="29 February, next leap year"),
        pytest.param(date(2021, 1, 31), 1, date(2021, 2, 28), id="31 January"),
        pytest.param(date(2020, 1, 31), 1, date(2020, 2, 29), id="31 January of a leap year"),
        pytest.param(date(2021, 8, 31), 1, date(2021, 9, 30), id="31 August"),
        pytest.param(date(2021, 2, 28), 1, date(2021, 3, 28), id="the end of February stays the 28th"),
        pytest.param(date(2021, 12, 15), 1, date(2022, 1, 15), id="over the year"),
        pytest.param(date(2021, 11, 30), 1, date(2021, 12, 30), id="into December"),
        pytest.param(date(2021, 5, 31), 0, date(2021, 5, 31), id="no months"),
    ],
)
def test_months_end_on_their_own_day_or_on_the_last_of_the_month(day, months, later):
    assert add_months(day, months) == later


@given(DAYS, MONTHS)
def test_no_month_is_skipped_and_no_day_gained(day, months):
    later = add_months(day, months)
    assert months_between(day, later) == months
    assert later.day <= day.day


@given(DAYS, DAYS, MONTHS)
def test_whoever_begins_later_never_ends_earlier(one, other, months):
    first, second = sorted((one, other))
    assert add_months(first, months) <= add_months(second, months)


def test_probation_ends_on_the_day_of_the_ceremony_a_year_later():
    assert probation_end(date(2023, 8, 31), 12) == date(2024, 8, 31)
