"""Arrivals and classes, on plain numbers: what goes on as always is expected to, what was never seen is not made up."""

from datetime import date

import pytest

from directives.forecast import arrivals, schooling
from directives.forecast.arrivals import Arrived
from directives.forecast.schooling import Ahead, Past

ON, UNTIL = date(2021, 5, 31).toordinal(), date(2021, 12, 31).toordinal()
WEEKLY = list(range(date(2017, 1, 2).toordinal(), date(2023, 1, 1).toordinal(), 7))
LEFT = sum(ON < day <= UNTIL for day in WEEKLY)


def came(days: list[int]) -> Arrived:
    return Arrived({1: days, 2: days[::2]}, days)


def test_whoever_came_every_week_is_expected_every_week():
    assert arrivals.expected(came(WEEKLY), 1, ON, UNTIL) == pytest.approx(LEFT, rel=0.05)
    assert arrivals.expected(came(WEEKLY), 2, ON, UNTIL) == pytest.approx(LEFT / 2, rel=0.05)


def test_what_came_later_has_no_influence():
    known = [day for day in WEEKLY if day <= ON]
    both = [arrivals.expected(came(days), 1, ON, UNTIL) for days in (WEEKLY, known)]
    assert both[0] == both[1]
    spreads = [arrivals.spread(came(days), (1, 2), ON, UNTIL) for days in (WEEKLY, known)]
    assert spreads[0] == spreads[1]


def test_records_of_less_than_two_years_are_not_taken_for_a_slower_pace():
    young = [day for day in WEEKLY if day > ON - 400]
    assert arrivals.expected(came(young), 1, ON, UNTIL) == pytest.approx(LEFT, rel=0.1)


def test_months_in_which_many_come_are_expected_to_bring_many():
    autumn = [day for day in range(WEEKLY[0], WEEKLY[-1]) if date.fromordinal(day).month in (9, 10)]
    told = [arrivals.expected(came(autumn), 1, ON, date(2021, *end).toordinal()) for end in ((8, 31), (10, 31))]
    assert told[0] < told[1] / 3


def test_years_that_went_as_expected_leave_a_narrow_interval_and_wild_ones_a_wide_one():
    wild = [day for day in WEEKLY if date.fromordinal(day).year % 2]
    widths = [
        (found.high - found.low) / found.mid
        for days in (WEEKLY, wild)
        for found in [
            arrivals.foreseen(came(days), 1, ON, UNTIL, 0, None, arrivals.spread(came(days), (1,), ON, UNTIL))
        ]
    ]
    assert widths[0] < widths[1]


HELD = [Past(100, 96, 90, 45, lag, 5) for lag in (20, 25, 30, 35)]


def ahead(**more) -> Ahead:
    return Ahead(**({"day": UNTIL - 60, "places": 100, "learning": 0, "begun": False, "shared": False} | more))


@pytest.mark.parametrize(
    ("more", "chance", "people"),
    [
        ({}, 0.9 * 0.9, 100),
        ({"shared": True}, 0.9 * 0.9, 50),
        ({"begun": True, "learning": 40}, 90 / 96 * 0.9, 40),
        ({"learning": 99}, 90 / 96 * 0.9, 99),
        ({"day": UNTIL - 22}, 0.9 * 1.5 / 5, 100),
    ],
)
def test_places_planned_and_people_who_learn_count_by_what_came_of_earlier_classes(more, chance, people):
    ((told, many),) = schooling.chances(HELD, [ahead(**more)], UNTIL)
    assert (round(told, 4), many) == (round(chance, 4), people)


def test_a_class_too_late_for_its_certificates_and_one_that_began_without_anybody_bring_nobody():
    assert schooling.chances(HELD, [ahead(day=UNTIL - 10), ahead(begun=True)], UNTIL) == []


def test_classes_that_were_planned_and_never_held_lower_what_is_expected():
    never = [*HELD, Past(100, 0, 0, 0, None, None)]
    means = [schooling.foreseen(past, [ahead()], UNTIL, 10, 80).mean for past in (HELD, never)]
    assert means[1] < means[0] - 10


def test_so_many_more_have_to_learn_as_finish():
    assert schooling.needed(HELD, 9) == 10
    assert schooling.needed(HELD, -1) == 0
    assert schooling.longest(HELD) == 5
