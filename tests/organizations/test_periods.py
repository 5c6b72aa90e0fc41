"""Periods: stored half-open, spoken inclusively; the same period of last year over leap days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizations.periods import Period, inclusive, year, year_to_date

DAYS = st.dates(date(1990, 1, 1), date(2050, 12, 31))


def test_a_period_spoken_with_its_last_day_stops_on_the_day_after():
    spoken = inclusive(date(2021, 1, 1), date(2021, 5, 31))
    assert spoken == Period(date(2021, 1, 1), date(2021, 6, 1))
    assert spoken.last_day == date(2021, 5, 31)


@pytest.mark.parametrize("stop", [date(2021, 5, 31), date(2021, 5, 30)])
def test_a_period_without_days_is_refused(stop):
    with pytest.raises(ValueError, match="at least one day"):
        Period(date(2021, 5, 31), stop)


@pytest.mark.parametrize(
    ("on", "last_day"),
    [
        pytest.param(date(2021, 5, 31), date(2020, 5, 31), id="letter 259"),
        pytest.param(date(2021, 2, 28), date(2020, 2, 29), id="end of February, last year was a leap year"),
        pytest.param(date(2020, 2, 29), date(2019, 2, 28), id="29 February"),
        pytest.param(date(2020, 2, 28), date(2019, 2, 28), id="28 February of a leap year"),
        pytest.param(date(2020, 3, 1), date(2019, 3, 1), id="the day after the leap day"),
        pytest.param(date(2022, 2, 28), date(2021, 2, 28), id="28 February, no leap year near"),
        pytest.param(date(2021, 12, 31), date(2020, 12, 31), id="a whole year after a leap year"),
        pytest.param(date(2021, 1, 1), date(2020, 1, 1), id="one day"),
    ],
)
def test_the_same_period_of_last_year_ends_with_the_same_day_or_the_same_end_of_february(on, last_day):
    before = year_to_date(on).a_year_earlier()
    assert (before.start, before.last_day) == (date(on.year - 1, 1, 1), last_day)


@pytest.mark.parametrize(
    ("first", "last", "before"),
    [
        pytest.param(
            date(2020, 2, 29), date(2020, 2, 29), (date(2019, 2, 28), date(2019, 2, 28)), id="29 February alone"
        ),
        pytest.param(
            date(2020, 2, 28), date(2020, 2, 28), (date(2019, 2, 28), date(2019, 2, 28)), id="the day before it"
        ),
        pytest.param(date(2020, 3, 1), date(2020, 3, 1), (date(2019, 3, 1), date(2019, 3, 1)), id="the day after it"),
        pytest.param(date(2020, 2, 29), date(2020, 3, 1), (date(2019, 3, 1), date(2019, 3, 1)), id="from it on"),
        pytest.param(
            date(2021, 2, 28), date(2021, 2, 28), (date(2020, 2, 28), date(2020, 2, 29)), id="before a leap year"
        ),
    ],
)
def test_a_leap_day_has_a_day_to_be_compared_with(first, last, before):
    earlier = inclusive(first, last).a_year_earlier()
    assert (earlier.start, earlier.last_day) == before


@given(DAYS, st.integers(1, 365), st.integers(1, 365))
def test_neighbouring_periods_stay_neighbours_a_year_earlier(start, first, second):
    middle = start + timedelta(days=first + 1)
    left, right = Period(start, middle), Period(middle, middle + timedelta(days=second + 1))
    assert left.a_year_earlier().stop == right.a_year_earlier().start


@given(st.integers(1990, 2050))
def test_a_whole_year_becomes_the_whole_year_before(number):
    assert year(number).a_year_earlier() == year(number - 1)


@given(DAYS)
def test_the_year_to_date_differs_from_last_year_by_the_leap_day_at_most(on):
    period = year_to_date(on)
    before = period.a_year_earlier()
    assert abs((period.stop - period.start) - (before.stop - before.start)) <= timedelta(days=1)
    assert period.last_day == on
