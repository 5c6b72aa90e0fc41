"""Dates, numbers, percentages and names as Vietnamese offices write, order and compare them."""

import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizations import formats

SYLLABLES = ("an", "ân", "Ánh", "Đào", "đỗ", "Nguyễn", "Thị", "Quỳnh", "ưng", "Ơn", "ế", "H'Mơ", "Wừu")
NAMES = st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=4).map(" ".join)


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2021, 2, 5), "05/02/2021"),
        (date(2021, 1, 31), "31/01/2021"),
        (date(2021, 5, 31), "31/5/2021"),
        (date(2021, 10, 1), "01/10/2021"),
        (None, "–"),
    ],
)
def test_only_january_and_february_take_a_zero(day, text):
    assert formats.date_vn(day) == text


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (999, "999"), (1669, "1.669"), (1234567, "1.234.567"), (None, "–")]
)
def test_thousands_are_parted_by_points(value, text):
    assert formats.number_vn(value) == text


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        pytest.param("36.29032", 1, "36,3 %", id="45 of 124, letter 259"),
        pytest.param("36.25", 1, "36,3 %", id="half goes up, not to the even digit"),
        pytest.param("36.2499", 1, "36,2 %", id="less than half goes down"),
        pytest.param("2.5", 0, "3 %", id="half goes up without places too"),
        pytest.param("3", 0, "3 %", id="whole"),
        pytest.param("0", 1, "0,0 %", id="nothing"),
        pytest.param("99.95", 1, "100,0 %", id="carried over"),
        pytest.param("1234.56", 1, "1.234,6 %", id="over a thousand"),
        pytest.param("-36.25", 1, "-36,3 %", id="a fall"),
        pytest.param("-0.44", 1, "-0,4 %", id="a fall by less than one"),
        pytest.param("-0.04", 1, "0,0 %", id="a fall that rounds to nothing"),
        pytest.param("-1234.5", 0, "-1.235 %", id="a fall by more than a thousand"),
    ],
)
def test_percentages_have_a_comma_and_are_rounded_half_up(value, places, text):
    assert formats.percent_vn(Decimal(value), places) == text


def test_an_unknown_percentage_is_a_dash():
    assert formats.percent_vn(None) == "–"


@pytest.mark.parametrize(
    ("value", "text"), [("3", "3 %"), ("3.00", "3 %"), ("2.50", "2,5 %"), ("0.25", "0,25 %"), ("10", "10 %")]
)
def test_a_set_percentage_is_written_as_it_was_set(value, text):
    assert formats.rate_vn(Decimal(value)) == text


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [(45, 150, Decimal(30)), (0, 150, Decimal(0)), (45, 0, None), (0, 0, None), (45, None, None)],
)
def test_there_is_no_percentage_of_nothing(part, whole, percent):
    assert formats.percentage(part, whole) == percent


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("An", "Anh", id="a shorter name first"),
        pytest.param("Anh", "Ánh", id="level before sắc"),
        pytest.param("Ánh", "Ân", id="a before â, whatever follows"),
        pytest.param("Ăn", "Ân", id="ă before â"),
        pytest.param("Dương", "Đào", id="d before đ"),
        pytest.param("Ưng", "Vân", id="ư before v"),
        pytest.param("Hoà", "Hoan", id="letters before tones"),
        pytest.param("Bích", "Bình", id="a letter counts more than a tone"),
        pytest.param("Ma", "Mà", id="level, huyền"),
        pytest.param("Mà", "Mả", id="huyền, hỏi"),
        pytest.param("Mả", "Mã", id="hỏi, ngã"),
        pytest.param("Mã", "Má", id="ngã, sắc"),
        pytest.param("Má", "Mạ", id="sắc, nặng"),
        pytest.param("Trần Văn An", "Bùi Thị Bình", id="given name before family name"),
        pytest.param("Bùi Văn An", "Trần Thị An", id="then family name before middle name"),
        pytest.param("Trần Thị An", "Trần Văn An", id="then middle name"),
        pytest.param("Trần An", "Trần Thị An", id="no middle name first"),
        pytest.param("Đỗ Đình An", "Đỗ Đình Minh An", id="middle names one by one"),
        pytest.param("Dương Văn An", "Đỗ Văn An", id="family name letters too"),
    ],
)
def test_names_are_ordered_as_in_vietnam(before, after):
    assert formats.name_key(before) < formats.name_key(after)


@given(NAMES)
def test_one_name_has_one_key_however_it_was_typed(name):
    typed = f"  {unicodedata.normalize('NFD', name).upper()}  "
    assert formats.name_key(typed) == formats.name_key(name)
    assert formats.name_key(name).isascii()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Đỗ Thị Đào", "do thi dao"),
        ("NGUYỄN VĂN Ơn", "nguyen van on"),
        ("  Lê   Ưng ", "le ung"),
        (unicodedata.normalize("NFD", "Quỳnh"), "quynh"),
        ("H'Mơ Êban", "h'mo eban"),
        ("", ""),
    ],
)
def test_the_search_key_has_no_marks(text, key):
    assert formats.plain(text) == key


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        pytest.param("Lê\u200b Văn\u200d Tám", "Lê Văn Tám", id="without width"),
        pytest.param("\ufeffLê Văn Tám\u202e", "Lê Văn Tám", id="marks of order"),
        pytest.param("Lê\tVăn\n Tám", "Lê Văn Tám", id="tabs and lines are spaces"),
        pytest.param("Lê\xa0Văn\u3000Tám", "Lê Văn Tám", id="spaces of every kind"),
        pytest.param("Lê\x07 Văn\x00 Tám", "Lê Văn Tám", id="control characters"),
        pytest.param("\u200b \u200b", "", id="nothing to see"),
        pytest.param("H'Mơ Êban", "H'Mơ Êban", id="what is seen stays"),
    ],
)
def test_text_is_stored_without_unseen_characters(typed, kept):
    assert formats.tidy(typed) == kept


@given(NAMES)
def test_text_is_stored_composed_with_single_spaces(name):
    typed = "  ".join(unicodedata.normalize("NFD", name).split(" "))
    assert formats.tidy(typed) == unicodedata.normalize("NFC", name)
