"""The page of one target in one unit: its numbers, its pace, the units under it, and who may look from where."""

from datetime import date

import pytest

from candidates.enums import Stage
from directives.enums import NumberKind
from tests import duties, people
from tests.pages import read

THIS_YEAR = {Stage.DECIDED: date(2021, 1, 11), Stage.ADMITTED: date(2021, 3, 1)}


@pytest.fixture
def target(cast):
    """Eight for the bloc: one admitted, one being verified."""
    people.dossier(cast, Stage.ADMITTED, days=THIS_YEAR)
    people.dossier(cast, Stage.CONSULTING)
    return people.target(cast.bloc, 8, NumberKind.ABSOLUTE)


def address(target, query: str = "") -> str:
    return f"/van-ban/chi-tieu/{target.pk}/{query}"


def test_the_page_tells_what_is_held_on_the_way_missing_and_gone(cast, target):
    words = read(people.signed_in(cast.leader).get(address(target))).words
    for told in (
        "Chỉ tiêu: 8",
        "(12,5 % chỉ tiêu) 1",
        "đã qua 41,4 %",
        "đang thẩm tra, lấy ý kiến 1",
        "các hồ sơ trên 6",
    ):
        assert told in words
    assert "Chưa đơn vị nào báo số dự kiến" in words


def test_every_list_of_the_page_holds_as_many_as_its_number(cast, target):
    browser = people.signed_in(cast.leader)
    links = read(browser.get(address(target))).links
    numbers = {href: words.split()[0] for href, words in links if href.startswith("/ho-so/?") and words[:1].isdigit()}
    assert len(numbers) >= 4
    assert {href: str(browser.get(href).context["total"]) for href in numbers} == numbers


def test_units_expectations_stand_apart_from_what_is_counted(cast, target):
    for unit, value in ((cast.office, 4), (cast.single_cell, 2)):
        duties.expect(unit, date(2021, 9, 30), value)
    words = read(people.signed_in(cast.leader).get(address(target))).words
    assert "những quý chưa hết: 6 người (2 đơn vị báo)" in words
    assert "các hồ sơ trên 6" in words


@pytest.mark.parametrize(
    ("who", "code", "status", "shown"),
    [
        ("leader", "", 200, "Đảng bộ Khối"),
        ("leader", "B.1", 200, "Đảng bộ Sở Một"),
        ("leader", "F", 404, ""),
        ("in_charge", "", 200, "Đảng bộ Sở Một"),
        ("in_charge", "B", 404, ""),
        ("secretary", "", 403, ""),
        ("stranger", "", 403, ""),
    ],
)
def test_a_target_is_looked_at_in_ones_own_units(cast, target, who, code, status, shown):
    answer = people.signed_in(getattr(cast, who)).get(address(target, f"?don_vi={code}" if code else ""))
    assert answer.status_code == status
    assert shown in read(answer).words


def test_a_unit_of_which_the_target_is_not_asked_is_told_so(cast):
    made = people.target(cast.office, 4, NumberKind.ABSOLUTE)
    answer = people.signed_in(cast.leader).get(address(made, "?don_vi=B.2"))
    assert (answer.status_code, "không giao cho tổ chức đảng đó" in read(answer).words) == (404, True)


def test_a_target_of_an_organisation_has_no_page_here(cast):
    made = duties.own_target(cast.association)
    assert people.signed_in(cast.leader).get(address(made)).status_code == 404


@pytest.mark.parametrize("query", ["?cach_tinh=khac", "?xep=nguon", "?don_vi=%00"])
def test_what_the_page_cannot_be_asked_is_told(cast, target, query):
    assert people.signed_in(cast.leader).get(address(target, query)).status_code == 400


def test_a_base_that_is_missing_is_named(cast):
    made = people.target(cast.bloc)
    words = read(people.signed_in(cast.leader).get(address(made))).words
    assert "Chưa đủ căn cứ để tính chỉ tiêu" in words
    assert "Đảng bộ Sở Một, Chi bộ Sở Hai" in words


def test_somebody_who_may_not_see_lists_gets_numbers_without_links(cast, target):
    page = read(people.signed_in(cast.auditor).get(address(target)))
    assert page.words
    assert not page.inline
