"""How a list and the dossiers differ: both ways, each paired once, what only may be said so."""

from datetime import date, timedelta
from time import perf_counter

import pytest

from candidates import differences
from candidates.differences import Ours
from candidates.enums import DifferenceKind as Kind
from candidates.member_list import Listed, MemberList, Unreadable

DAY = date(2021, 5, 5)
AN = Ours(1, "HS0000001", "Nguyễn Văn An", "12-QĐ/ĐUK", DAY, True, "Đã kết nạp (dự bị)")


def listed(*rows: tuple) -> MemberList:
    """Rows written (number, name, day), on lines from 2 on."""
    return MemberList(tuple(Listed(line, *row) for line, row in enumerate(rows, start=2)), (), ())


def told(rows: MemberList, *ours: Ours) -> list[tuple]:
    """The differences as (kind, line, code of the dossier, words)."""
    found = differences.compare(rows, ours).found
    return [(each.kind, each.line, each.ours.code if each.ours else "", each.words) for each in found]


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("12-QĐ/ĐUK", "Nguyễn Văn An"),
        ("12 - qđ/đuk", "NGUYỄN VĂN AN"),
        ("012–QĐ/ĐUK", "Nguyễn  Văn An"),
        ("12-QĐ/ĐUK", "Nguye\u0302\u0303n Văn An"),
    ],
)
def test_the_writing_of_a_number_and_of_a_name_makes_no_difference(number, name):
    compared = differences.compare(listed((number, name, DAY)), [AN])
    assert (compared.matched, compared.found) == (1, ())


def test_the_place_of_a_tone_mark_makes_no_difference_but_a_letter_does():
    assert differences.same_name("Trần Hoà") == differences.same_name("Trần Hòa")
    assert differences.same_name("Trần An") != differences.same_name("Trần Ân")


def test_one_person_with_another_day_or_another_number():
    other_day, other_number = DAY + timedelta(1), "21-QĐ/ĐUK"
    assert told(listed((AN.number, AN.name, other_day)), AN) == [(Kind.DATE, 2, AN.code, "")]
    assert told(listed((other_number, AN.name, DAY)), AN) == [(Kind.NUMBER, 2, AN.code, "")]


def test_a_number_that_is_missing_here_is_a_difference():
    bare = Ours(1, AN.code, AN.name, "", DAY, True)
    assert told(listed((AN.number, AN.name, DAY)), bare) == [(Kind.NUMBER, 2, AN.code, "")]


def test_who_is_only_there_and_who_is_only_here():
    rows = listed(("99-QĐ/ĐUK", "Lê Thị Bông", DAY))
    assert told(rows, AN) == [(Kind.ONLY_THERE, 2, "", ""), (Kind.ONLY_HERE, None, AN.code, "")]


def test_a_dossier_that_the_list_need_not_have_is_missed_by_nobody():
    outside = Ours(1, AN.code, AN.name, AN.number, DAY, False)
    assert told(listed(("99-QĐ/ĐUK", "Lê Thị Bông", DAY)), outside) == [(Kind.ONLY_THERE, 2, "", "")]
    assert differences.compare(listed((AN.number, AN.name, DAY)), [outside]).matched == 1


@pytest.mark.parametrize(
    "row",
    [
        pytest.param((AN.number, "Nguyễn Văn Ân", DAY), id="a mark"),
        pytest.param((AN.number, "Nguyễn Văn Am", DAY), id="the same decision, a letter"),
        pytest.param(("7-QĐ/TU", AN.name, date(2010, 1, 1)), id="the name alone"),
    ],
)
def test_what_only_may_be_the_same_is_said_on_both_sides(row):
    near = "Có thể là HS0000001 (Đã kết nạp (dự bị); quyết định 12-QĐ/ĐUK ngày 05/5/2021)."
    assert told(listed(row), AN) == [
        (Kind.ONLY_THERE, 2, AN.code, near),
        (Kind.ONLY_HERE, None, AN.code, "Có thể là dòng 2 của danh sách."),
    ]


def test_a_dossier_without_a_decision_may_be_meant():
    waiting = Ours(3, "HS0000003", "Lê Thị Bông", stage="Chi bộ đề nghị")
    words = "Có thể là HS0000003 (Chi bộ đề nghị; chưa có quyết định ở đây)."
    assert told(listed(("9-QĐ", "Lê Thị Bông", DAY)), waiting) == [(Kind.ONLY_THERE, 2, "HS0000003", words)]


def test_a_line_that_comes_twice_is_told_and_a_line_of_a_namesake_is_not():
    twice = listed((AN.number, AN.name, DAY), (AN.number, AN.name, DAY))
    assert told(twice, AN) == [(Kind.REPEATED, 3, "", "Giống hệt dòng 2.")]
    namesake = Ours(2, "HS0000002", AN.name, "13-QĐ/ĐUK", DAY, True)
    both = listed((namesake.number, AN.name, DAY), (AN.number, AN.name, DAY))
    assert told(both, AN, namesake) == []


def test_namesakes_are_told_apart_by_the_number_before_the_day():
    namesake = Ours(2, "HS0000002", AN.name, "13-QĐ/ĐUK", DAY, True)
    rows = listed((namesake.number, AN.name, DAY + timedelta(3)), ("14-QĐ/ĐUK", AN.name, DAY))
    assert told(rows, AN, namesake) == [(Kind.DATE, 2, "HS0000002", ""), (Kind.NUMBER, 3, "HS0000001", "")]


def test_lines_that_could_not_be_read_are_differences_too():
    bad = MemberList((), (Unreadable(4, "x · y", "Thiếu họ và tên."),), ())
    (found,) = differences.compare(bad, []).found
    assert (found.kind, found.line, found.text, found.words) == (Kind.UNREADABLE, 4, "x · y", "Thiếu họ và tên.")


def test_five_thousand_lines_are_compared_in_a_moment():
    ours = [Ours(n, f"HS{n}", f"Nguyễn Văn {n}", f"{n}-QĐ", DAY, True) for n in range(5000)]
    rows = listed(*((f"{n}-QĐ", f"Nguyễn Văn {n}", DAY) for n in range(1, 5001)))
    begun = perf_counter()
    compared = differences.compare(rows, ours)
    assert (compared.matched, [each.kind for each in compared.found]) == (4999, [Kind.ONLY_THERE, Kind.ONLY_HERE])
    assert perf_counter() - begun < 10
