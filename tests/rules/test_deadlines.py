"""Days by which something is due: the worked example over Tết, make-up days, ends of months, and what holds for any day."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candidates.rules.deadlines import Calendar, add_months, months_between, probation_end

DAYS = st.dates(date(1990, 1, 1), date(2050, 12, 31))
MONTHS = st.integers(0, 600)
# The days off of the first half of 2022, and the swap of 2019 (6519/VPCP-KGVX of 2018).
OFF_2022 = frozenset(
    date(2022, month, day)
    for month, day in ((1, 3), (1, 31), (2, 1), (2, 2), (2, 3), (2, 4), (4, 11), (5, 2), (5, 3), (9, 1), (9, 2))
)
SPRING_2022 = Calendar(OFF_2022)
AUTUMN_2024 = Calendar(frozenset({date(2024, 9, 2), date(2024, 9, 3)}))
SWAP_2019 = Calendar(frozenset({date(2019, 4, 29), date(2019, 4, 30), date(2019, 5, 1)}), frozenset({date(2019, 5, 4)}))


@st.composite
def calendars(draw: st.DrawFn) -> tuple[date, int, Calendar]:
    """A day, a number of working days to wait, some days off that may fall among them, and some days made up for."""
    day, count = draw(DAYS), draw(st.integers(1, 60))
    off, worked = (draw(st.frozensets(st.integers(0, 90), max_size=20)) for _ in range(2))
    return day, count, Calendar(_days(day, off), _days(day, worked))


def _days(day: date, places: frozenset[int]) -> frozenset[date]:
    return frozenset(day + timedelta(days=place) for place in places)


@pytest.mark.parametrize(
    ("calendar", "start", "count", "due"),
    [
        pytest.param(SPRING_2022, date(2022, 1, 17), 30, date(2022, 3, 7), id="24-QĐ/TW 4.1: ceremony, situation 1"),
        pytest.param(SPRING_2022, date(2022, 1, 5), 60, date(2022, 4, 6), id="29-QĐ/TW 4.3.1: decision, situation 1"),
        pytest.param(SPRING_2022, date(2022, 4, 6), 30, date(2022, 5, 23), id="29-QĐ/TW 4.3.1: at most, situation 1"),
        pytest.param(SPRING_2022, date(2022, 1, 5), 90, date(2022, 5, 23), id="29-QĐ/TW 4.3.1: both at once"),
        pytest.param(AUTUMN_2024, date(2024, 8, 31), 30, date(2024, 10, 15), id="24-QĐ/TW 4.2: review, situation 7"),
        pytest.param(
            Calendar(), date(2022, 1, 17), 30, date(2022, 2, 28), id="without Tết the example is a week early"
        ),
        pytest.param(SPRING_2022, date(2021, 7, 23), 1, date(2021, 7, 26), id="a Friday waits for Monday"),
        pytest.param(SPRING_2022, date(2021, 7, 24), 1, date(2021, 7, 26), id="so does a Saturday"),
        pytest.param(SPRING_2022, date(2021, 12, 30), 2, date(2022, 1, 4), id="New Year on a Saturday: Monday is off"),
        pytest.param(SPRING_2022, date(2021, 7, 23), 0, date(2021, 7, 23), id="no waiting"),
        pytest.param(
            SWAP_2019, date(2019, 4, 26), 3, date(2019, 5, 4), id="6519/VPCP-KGVX: Saturday 04-5-2019 is worked"
        ),
        pytest.param(SWAP_2019, date(2019, 4, 26), 4, date(2019, 5, 6), id="6519/VPCP-KGVX: and Monday comes after it"),
    ],
)
def test_working_days_pass_over_weekends_and_days_off_and_count_days_made_up_for(calendar, start, count, due):
    assert calendar.after(start, count) == due


@settings(max_examples=30)
@given(calendars())
def test_a_deadline_is_a_working_day_with_exactly_the_count_before_it(case):
    start, count, calendar = case
    due = calendar.after(start, count)
    assert calendar.works(due)
    days = (start + timedelta(days=place) for place in range(1, (due - start).days + 1))
    assert sum(map(calendar.works, days)) == count


@settings(max_examples=30)
@given(calendars())
def test_one_day_more_is_always_later(case):
    start, count, calendar = case
    assert calendar.after(start, count) < calendar.after(start, count + 1)


@settings(max_examples=30)
@given(calendars())
def test_waiting_twice_is_waiting_for_the_sum(case):
    start, count, calendar = case
    assert calendar.after(calendar.after(start, count), 30) == calendar.after(start, count + 30)


@settings(max_examples=30)
@given(calendars())
def test_whoever_starts_later_never_ends_earlier(case):
    start, count, calendar = case
    assert calendar.after(start, count) <= calendar.after(start + timedelta(days=1), count)


@settings(max_examples=30)
@given(calendars(), st.integers(1, 90))
def test_a_day_off_more_never_brings_a_deadline_forward_and_a_day_worked_more_never_puts_it_off(case, place):
    start, count, calendar = case
    day = start + timedelta(days=place)
    less = Calendar(calendar.off | {day}, calendar.worked - {day})
    more = Calendar(calendar.off - {day}, calendar.worked | {day})
    assert more.after(start, count) <= calendar.after(start, count) <= less.after(start, count)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        pytest.param(date(2023, 8, 31), 12, date(2024, 8, 31), id="Điều lệ, Điều 5: probation, situation 7"),
        pytest.param(
            date(2020, 2, 29), 12, date(2021, 2, 28), id="Điều lệ, Điều 5: from 29 February, next year without"
        ),
        pytest.param(date(2023, 2, 28), 12, date(2024, 2, 28), id="Điều lệ, Điều 5: into a leap year"),
        pytest.param(date(2020, 1, 15), 60, date(2025, 1, 15), id="06-HD/TW 5.4: class certificate"),
        pytest.param(date(2020, 2, 29), 60, date(2025, 2, 28), id="06-HD/TW 5.4: certificate of 29 February"),
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
