"""Shares as people type and paste them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directives.share_text import Share, Sum, Unreadable, add_up, as_typed, parse, read_lines

UNITS = {"so mot": 1, "b.1": 1, "so hai": 2, "b.2": 2, "chi bo": 0, "b.3": 3, "b.4": 4}
LOWS = st.integers(0, 9999)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("38", Share(38)),
        (" 1.240 ", Share(1240)),
        ("01-02", Share(1, 2)),
        ("1 – 2", Share(1, 2)),
        ("0", Share(0)),
        ("", None),
        ("   ", None),
    ],
)
def test_a_number_a_range_or_nothing(text, share):
    assert parse(text) == share


@pytest.mark.parametrize("text", ["ba", "3,5", "-3", "1.24", "2-1", "2-2", "100001", "3 người", "٣x"])
def test_anything_else_says_why_it_cannot_be_read(text):
    with pytest.raises(Unreadable, match="“"):
        parse(text)


@given(LOWS, st.none() | st.integers(10000, 20000))
def test_what_is_written_is_read_back(low, high):
    assert parse(as_typed(low, high)) == Share(low, high)


@pytest.mark.parametrize(
    ("shares", "whole", "words"),
    [
        ([Share(100), Share(95)], 150, "vượt 45"),
        ([Share(100), Share(38)], 150, "còn thiếu 12"),
        ([Share(100), Share(50)], 150, "vừa đủ"),
        ([], 150, "còn thiếu 150"),
        ([Share(1, 2)] * 100, 150, "vừa đủ"),
        ([Share(1, 2)] * 60, 150, "còn thiếu 30"),
        ([Share(3)], None, "chưa biết tổng phải giao"),
        ([Share(2000)], 750, "vượt 1.250"),
    ],
)
def test_the_difference_in_words(shares, whole, words):
    assert add_up(shares, whole).words == words


@given(st.lists(LOWS.map(Share)), LOWS)
def test_the_difference_is_the_sum_less_the_whole(shares, whole):
    total = add_up(shares, whole)
    assert total == Sum(sum(each.low for each in shares), sum(each.low for each in shares), whole)
    assert total.difference == total.low - whole


@pytest.mark.parametrize(
    ("text", "cells", "wrong"),
    [
        pytest.param("B.1\t38\nSở Hai\t26", {1: {9: "38"}, 2: {9: "26"}}, [], id="by code or by name"),
        pytest.param("SO MOT\t1.240", {1: {9: "1.240"}}, [], id="without marks"),
        pytest.param("1\tB.1\tSở Một\t38", {1: {9: "38"}}, [], id="the last cell is the number"),
        pytest.param("Tổng\t64\n\nB.1\t01-02", {1: {9: "01-02"}}, [], id="sums and empty lines are passed over"),
        pytest.param("Mã\tĐơn vị\tGiao: A\nB.1\tSở Một\t5", {1: {9: "5"}}, [], id="a line of heads"),
        pytest.param("B.1\t38\nSở Ba\t4", {1: {9: "38"}}, ["Dòng 2: không có đơn vị nào là “Sở Ba”"], id="unknown"),
        pytest.param("Chi bộ\t4", {}, ["Dòng 1: có hơn một đơn vị tên “Chi bộ”"], id="two bear the name"),
        pytest.param("B.1\tnhiều", {}, ["Dòng 1: “nhiều” không phải là số"], id="no number"),
        pytest.param("B.1", {}, ["Dòng 1: “B.1” không có đủ hai cột"], id="one column"),
    ],
)
def test_pasted_lines(text, cells, wrong):
    found = read_lines(text, UNITS, {"giao: a": 9})
    assert found.cells == cells
    assert [said.startswith(start) for said, start in zip(found.wrong, wrong, strict=True)] == [True] * len(wrong)


def test_a_sheet_of_several_targets_is_read_by_its_heads():
    text = "Mã\tGiao: A\tNguồn\tGiao: B\nB.1\t5\t40\t2\nB.2\t\t3\t1"
    found = read_lines(text, UNITS, {"giao: a": 9, "giao: b": 8})
    assert found.cells == {1: {9: "5", 8: "2"}, 2: {9: "", 8: "1"}}
