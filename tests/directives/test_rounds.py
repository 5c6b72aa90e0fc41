"""The rounds of duties that repeat by month, quarter, half and year: their names, first days and terms."""

from datetime import date

import pytest

from directives.enums import Repeats
from directives.models import Obligation
from directives.rounds import Round, has_ended, rounds


def duty(repeats: Repeats, from_on: date = date(2021, 3, 1), due_on: date | None = None, **more: object) -> Obligation:
    return Obligation(repeats=repeats, from_on=from_on, due_on=due_on, **more)


@pytest.mark.parametrize(
    ("repeats", "names"),
    [
        (Repeats.ONCE, [""]),
        (Repeats.MONTHLY, ["tháng 5/2021", "tháng 4/2021", "tháng 3/2021"]),
        (Repeats.QUARTERLY, ["quý II/2021", "quý I/2021"]),
        (Repeats.HALF_YEARLY, ["6 tháng đầu năm 2021"]),
        (Repeats.YEARLY, ["năm 2021"]),
    ],
)
def test_rounds_run_from_the_one_of_the_first_day_to_the_one_of_today(repeats, names):
    assert [each.words for each in rounds(duty(repeats), date(2021, 5, 31))] == names


@pytest.mark.parametrize(
    ("repeats", "due_on", "terms"),
    [
        (Repeats.MONTHLY, date(2021, 3, 31), [date(2021, 4, 30), date(2021, 3, 31)]),
        (Repeats.MONTHLY, date(2021, 4, 5), [date(2021, 5, 5), date(2021, 4, 5)]),
        (Repeats.QUARTERLY, date(2021, 3, 30), [date(2021, 6, 30), date(2021, 3, 30)]),
        (Repeats.QUARTERLY, None, [None, None]),
        (Repeats.YEARLY, date(2021, 12, 15), [date(2021, 12, 15)]),
    ],
)
def test_each_round_is_due_as_long_after_the_last_one_as_it_lasts(repeats, due_on, terms):
    assert [each.due_on for each in rounds(duty(repeats, due_on=due_on), date(2021, 4, 20))] == terms


def test_a_report_of_a_year_may_be_due_in_the_next_one():
    made = duty(Repeats.YEARLY, date(2020, 1, 1), date(2021, 1, 15))
    assert [each.due_on for each in rounds(made, date(2021, 6, 1))] == [date(2022, 1, 15), date(2021, 1, 15)]


def test_the_old_flag_says_yearly_too():
    made = duty(Repeats.ONCE, yearly=True)
    assert [each.year for each in rounds(made, date(2022, 1, 1))] == [2022, 2021]


def test_no_round_begins_after_the_duty_ended_and_nobody_is_late_from_then_on():
    made = duty(Repeats.MONTHLY, until=date(2021, 5, 1))
    assert [each.part for each in rounds(made, date(2021, 7, 1))] == [4, 3]
    assert [has_ended(made, day) for day in (date(2021, 4, 30), date(2021, 5, 1))] == [False, True]


def test_a_round_names_itself_in_an_address():
    made = duty(Repeats.MONTHLY)
    assert [Round(made).query, Round(made, 2021).query, Round(made, 2021, 5).query] == [
        "",
        "?nam=2021",
        "?nam=2021&ky=5",
    ]
