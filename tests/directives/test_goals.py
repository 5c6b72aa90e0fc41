"""What a target comes to and how that is explained: percentages, ranges, aspirations, bases of every kind, periods."""

from datetime import date
from decimal import Decimal

import pytest

from directives import goals, target_periods
from directives.enums import BaseKind, Comparison, Measure, NumberKind, PeriodKind, Rounding
from directives.models import Target
from directives.target_periods import Turn
from organizations.periods import Period
from tests import pages, people, quotas
from tests.people import TODAY

FIRST = date(2021, 1, 1)
TERM = {"period": PeriodKind.TERM, "term_start": date(2020, 10, 1), "term_stop": date(2025, 10, 1)}
PERCENT = {"number_kind": NumberKind.PERCENT, "base": BaseKind.MEMBERS_YEAR_START}


def asked(unit, **values) -> Target:
    return quotas.people_asked(unit, values.pop("number", 3), **values)


def explained(target: Target, on: date) -> str:
    return goals.of(target, target.unit, on).sentence


@pytest.mark.parametrize(
    ("members", "values", "sentence"),
    [
        pytest.param(4871, {}, "3 % của 4.871 = 146,13, làm tròn lên 147", id="the issue's own"),
        pytest.param(5036, {}, "3 % của 5.036 = 151,08, làm tròn lên 152", id="situation 9"),
        pytest.param(5000, {}, "3 % của 5.000 = 150", id="nothing to round"),
        pytest.param(5036, {"rounding": Rounding.HALF_UP}, "3 % của 5.036 = 151,08, làm tròn thường 151", id="half up"),
        pytest.param(
            4871, {"number_max": 4}, "3–4 % của 4.871 = 146,13–194,84, làm tròn lên 147–195", id="a range of shares"
        ),
        pytest.param(
            5000, {"number": Decimal("2.5")}, "2,5 % của 5.000 = 125", id="a decimal comma"
        ),
    ],
)  # fmt: skip
def test_a_share_of_the_members_says_how_it_comes_about(cast, members, values, sentence):
    people.declare(cast.office, FIRST, members - 30)
    people.declare(cast.single_cell, FIRST, 30)
    assert explained(asked(cast.bloc, **(PERCENT | values)), TODAY) == sentence


@pytest.mark.parametrize(
    ("values", "sentence", "low", "high"),
    [
        ({"number": 150}, "150 người", 150, None),
        ({"number": 1240}, "1.240 người", 1240, None),
        pytest.param({"number": 1, "number_max": 2}, "01–02 người: đạt khi có từ 1", 1, 2, id="01-02: 1 meets it"),
        ({"number": None, "number_kind": NumberKind.NONE}, goals.ASPIRATION, None, None),
        ({"number": 5, "measure": Measure.UNITS_FOUNDED}, "5 tổ chức đảng", 5, None),
    ],
)
def test_a_number_a_range_and_an_aspiration(cast, values, sentence, low, high):
    target = quotas.people_asked(cast.bloc, 3, **values)
    found = goals.of(target, cast.bloc, TODAY)
    assert (found.sentence, found.low, found.high, found.lacks) == (sentence, low, high, False)


@pytest.mark.parametrize(
    ("base", "day", "words"),
    [
        (BaseKind.MEMBERS_YEAR_START, FIRST, "số đảng viên đầu năm 2021 (tại ngày 01/01/2021)"),
        (BaseKind.MEMBERS_LAST_YEAR_END, date(2020, 12, 31), "số đảng viên cuối năm 2020 (tại ngày 31/12/2020)"),
        (BaseKind.MEMBERS_TERM_START, date(2020, 10, 1), "số đảng viên đầu nhiệm kỳ (tại ngày 01/10/2020)"),
    ],
)
def test_every_base_is_that_of_its_day_and_says_who_has_not_declared_it(cast, base, day, words):
    on = {"base_on": date(2020, 10, 1)} if base == BaseKind.MEMBERS_TERM_START else {}
    target = asked(cast.bloc, **(PERCENT | {"base": base} | on))
    people.declare(cast.office, day, 100)
    lacking = goals.of(target, cast.bloc, TODAY)
    assert (lacking.lacks, lacking.low) == (True, None)
    assert lacking.sentence == f"Chưa tính được: chưa có {words} của Chi bộ Sở Hai."
    people.declare(cast.single_cell, day, 100)
    assert explained(target, TODAY) == "3 % của 200 = 6"


def test_a_unit_with_sources_is_the_base_of_a_ratio_of_units(cast):
    people.dossier(cast)
    values = {"measure": Measure.UNITS_ADMITTING, "number": 80, "base": BaseKind.UNITS_WITH_SOURCES}
    assert explained(asked(cast.bloc, **(PERCENT | values)), TODAY) == "80 % của 1 = 0,8, làm tròn lên 1"


@pytest.mark.parametrize(
    ("comparison", "actual", "met"),
    [("at_least", 3, True), ("at_least", 2, False), ("at_most", 3, True), ("at_most", 4, False), ("about", 3, None)],
)
def test_the_direction_says_what_meets_it(comparison, actual, met):
    assert goals.is_met(3, actual, Comparison(comparison)) is met
    assert goals.is_met(None, actual, Comparison(comparison)) is None


def _period(first: date, last: date) -> Period:
    return target_periods.inclusive(first, last)


@pytest.mark.parametrize(
    ("values", "whole", "turn", "words"),
    [
        ({}, (date(2021, 1, 1), date(2021, 12, 31)), Turn(2021), "năm 2021"),
        ({"period": "half"}, (date(2021, 1, 1), date(2021, 6, 30)), Turn(2021, 1), "6 tháng đầu năm 2021"),
        ({"period": "half", "part": 2}, (date(2021, 7, 1), date(2021, 12, 31)), Turn(2021, 2), "6 tháng cuối năm 2021"),
        ({"period": "quarter"}, (date(2021, 4, 1), date(2021, 6, 30)), Turn(2021, 2), "quý II năm 2021"),
        ({"period": "quarter", "part": 4}, (date(2021, 10, 1), date(2021, 12, 31)), Turn(2021, 4), "quý IV năm 2021"),
        (
            TERM | {"first_year": 2020, "last_year": 2025},
            (date(2020, 10, 1), date(2025, 9, 30)),
            Turn(2020),
            "nhiệm kỳ 01/10/2020 – 30/9/2025",
        ),
        (
            TERM | {"first_year": 2020, "last_year": 2025, "each_year": 30},
            (date(2020, 10, 1), date(2025, 9, 30)),
            Turn(2021),
            "năm 2021",
        ),
    ],
)
def test_the_period_that_holds_a_day_and_the_turn_for_which_shares_are_kept(cast, values, whole, turn, words):
    target = asked(cast.bloc, **values)
    assert target_periods.whole(target, TODAY) == _period(*whole)
    assert (target_periods.turn(target, TODAY), target_periods.words(target, turn)) == (turn, words)


def test_a_document_explains_its_target_beside_the_letters_own_words(cast):
    people.declare(cast.office, FIRST, 5000)
    people.declare(cast.single_cell, FIRST, 36)
    target = asked(cast.bloc, **(PERCENT | {"letter_words": "khoảng 150 đảng viên/năm"}))
    said = pages.read(people.signed_in(cast.officer).get(f"/van-ban/{target.directive_id}/")).words
    assert "3 % của 5.036 = 151,08, làm tròn lên 152" in said
    assert "“khoảng 150 đảng viên/năm”" in said


def test_whoever_may_declare_is_led_to_the_missing_base(cast):
    people.declare(cast.office, FIRST, 5000)
    target = asked(cast.bloc, **PERCENT)
    page = pages.read(people.signed_in(cast.officer).get(f"/van-ban/{target.directive_id}/"))
    (address,) = [href for href, words in page.links if words == "Ghi số của Chi bộ Sở Hai"]
    assert address == "/to-chuc/B.2/so-dang-vien/?ngay=2021-01-01"
    form = pages.read(people.signed_in(cast.officer).get(address)).form
    assert form.fields["on"] == "01/01/2021"
