"""What people type: days in many ways, and forms that keep what was typed when they are refused."""

from datetime import date

import pytest
from django import forms
from django.core.exceptions import ValidationError

from organizations.errors import Conflict, Refused
from organizations.inputs import DateField, DeedForm

DAY = date(2021, 5, 31)


class Noted(DeedForm):
    note = forms.CharField()
    on = DateField(required=False)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("31/5/2021", DAY),
        ("31/05/2021", DAY),
        ("31-5-2021", DAY),
        ("31.5.2021", DAY),
        ("31 5 2021", DAY),
        ("31052021", DAY),
        ("2021-05-31", DAY),
        ("2021-5-31", DAY),
        ("  31/5/2021 ", DAY),
        ("1/2/2021", date(2021, 2, 1)),
        ("29/02/2020", date(2020, 2, 29)),
        ("1/1/1900", date(1900, 1, 1)),
        ("31/12/2100", date(2100, 12, 31)),
        (DAY, DAY),
    ],
)
def test_a_day_may_be_typed_in_many_ways_and_comes_before_the_month(typed, day):
    assert DateField().clean(typed) == day


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("29/02/2021", id="no leap year"),
        pytest.param("31/4/2021", id="April has thirty"),
        pytest.param("5/31/2021", id="the month first"),
        pytest.param("31/5/21", id="two digits of the year"),
        pytest.param("31/5", id="no year"),
        pytest.param("0/5/2021", id="day nought"),
        pytest.param("1/1/0000", id="year nought"),
        pytest.param("31/12/1899", id="before all records"),
        pytest.param("1/1/2101", id="beyond all plans"),
        pytest.param("9999-12-31", id="the last day of the calendar"),
        pytest.param("3152021", id="seven digits"),
        pytest.param("2021/05/31", id="the year first with strokes"),
        pytest.param("31/5/2021x", id="something after it"),
        pytest.param("hôm nay", id="words"),
    ],
)
def test_what_is_no_day_is_told_with_an_example(typed):
    with pytest.raises(ValidationError) as refused:
        DateField().clean(typed)
    assert refused.value.messages == [
        f"“{typed}” không phải là một ngày có trong lịch. Hãy nhập ngày/tháng/năm, năm đủ bốn chữ số, "
        "ví dụ 31/5/2021 hoặc 31052021."
    ]


@pytest.mark.parametrize("typed", ["", None])
def test_an_empty_day_is_none_where_it_may_be(typed):
    assert DateField(required=False).clean(typed) is None


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (DAY, "31/5/2021"),
        ("2021-05-31", "31/5/2021"),
        ("2021-13-31", "2021-13-31"),
        ("31/13/2021", "31/13/2021"),
        (None, None),
    ],
)
def test_a_day_is_shown_as_it_is_typed(value, shown):
    assert DateField().prepare_value(value) == shown


def test_every_form_is_one_deed_with_its_own_token():
    first, second = Noted(version=3), Noted(version=3)
    assert first["form_token"].value() != second["form_token"].value()
    assert first["version"].value() == 3


def test_a_refusal_shows_every_reason_and_keeps_what_was_typed():
    form = Noted({"form_token": "00000000-0000-4000-8000-000000000001", "note": "lời ghi"})
    assert form.is_valid()
    form.add_refusal(Refused("Ngày chưa đến.", "Thiếu số."))
    assert form.non_field_errors() == ["Ngày chưa đến.", "Thiếu số."]
    assert form["note"].value() == "lời ghi"


@pytest.mark.parametrize(("error", "version"), [(Conflict("Đã thay đổi.", 7), 7), (Refused("Thiếu số."), "3")])
def test_after_a_conflict_the_form_carries_the_version_that_stands_now(error, version):
    form = Noted({"form_token": "00000000-0000-4000-8000-000000000001", "note": "lời ghi", "version": "3"})
    assert form.is_valid()
    form.add_refusal(error)
    assert (form["version"].value(), form["note"].value()) == (version, "lời ghi")


@pytest.mark.parametrize(
    ("given", "shown"),
    [("2021-03-31", "31/3/2021"), ("31/03/2021", "31/03/2021"), ("2021-02-30", "2021-02-30"), ("mai", "mai")],
)
def test_a_day_that_an_address_gives_is_shown_as_people_write_it_and_anything_else_as_it_was_typed(given, shown):
    assert DateField().prepare_value(given) == shown
