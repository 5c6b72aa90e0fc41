"""Later versions of shares, shares of shares, several targets at once, two people at once, and who may share out."""

from datetime import date

import pytest
from django.test import Client

from directives import allocations, progress
from directives.models import Allocation, Distribution, Target
from organizations.enums import Role, UnitKind
from organizations.models import Document
from tests import pages, people, quotas
from tests.people import TODAY
from tests.quotas import PLAN, address, adjust, boxes, given, issue, press, words


@pytest.fixture
def officer(cast) -> Client:
    return people.signed_in(cast.officer)


@pytest.fixture
def target(cast) -> Target:
    return quotas.people_asked(cast.bloc, 10, last_year=2022)


def test_an_adjustment_is_a_later_version_with_a_reason_and_history_stays(cast, officer, target):
    issue(officer, target, {cast.office: 7, cast.single_cell: 3})
    page = pages.read(officer.get(address(target)))
    assert page.form.fields[f"o-{target.pk}-{cast.office.pk}"] == "7"
    adjust(officer, target, {cast.office: 6, cast.single_cell: 4})
    assert given(target, date(2021, 4, 30)) == {"B.1": (7, None), "B.2": (3, None)}
    assert given(target) == {"B.1": (6, None), "B.2": (4, None)}
    assert list(Distribution.objects.values_list("number", "reason")) == [(1, ""), (2, "Điều chỉnh giữa năm")]
    assert allocations.given(target, cast.office, TODAY).people == 6


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"reason": ""}, "hãy ghi lý do điều chỉnh"),
        ({"valid_from": "01/01/2021"}, "có hiệu lực từ 01/01/2021; hai lần giao không được trùng thời gian"),
    ],
)
def test_an_adjustment_that_overlaps_or_gives_no_reason_is_refused(cast, officer, target, typed, sentence):
    issue(officer, target, {cast.office: 7, cast.single_cell: 3})
    assert sentence in words(adjust(officer, target, {cast.office: 6, cast.single_cell: 4}, **typed))
    assert Distribution.objects.count() == 1


@pytest.mark.parametrize(
    ("valid_from", "reason", "issued"), [("01/01/2021", "Sửa", 0), ("01/5/2021", "", 0), ("01/5/2021", "Sửa", 1)]
)
def test_shares_recorded_without_a_version_count_as_the_first(cast, officer, target, valid_from, reason, issued):
    document = target.directive.document
    Allocation.objects.create(target=target, unit=cast.office, year=2021, people=7, document=document)
    answer = adjust(officer, target, {cast.office: 6, cast.single_cell: 4}, valid_from=valid_from, reason=reason)
    assert list(Distribution.objects.values_list("number", flat=True)) == [2] * issued
    assert issued or "Đây là lần điều chỉnh" in words(answer)
    assert given(target, date(2021, 4, 30)) == {"B.1": (7, None)}


def test_nobody_loses_a_share_for_not_standing_in_the_grid(cast, officer, target):
    middle = people.unit("B.3", "Đảng bộ ở giữa", UnitKind.UPPER, cast.bloc)
    people.place_under(cast.single_cell, middle, date(2016, 1, 1))
    issue(officer, target, {cast.office: 7, cast.single_cell: 3}, "?theo=co-so")
    assert given(target) == {"B.1": (7, None), "B.2": (3, None)}
    refused = adjust(officer, target, {cast.office: 10})
    assert "B.2 đang được giao ở lần trước nhưng không có trong bảng này" in words(refused)


def test_a_unit_that_was_given_a_share_by_somebody_else_is_named(cast, officer, target):
    quotas.issued(target, {cast.single_cell: 2}, sharer=cast.office)
    page = issue(officer, target, {cast.office: 7, cast.single_cell: 3})
    assert "B.2 đã được giao chỉ tiêu này (2) theo Công văn số 10-CV/TN" in words(page)


def test_a_committee_shares_out_what_it_was_given(cast, target):
    quotas.issued(target, {cast.office: 7, cast.single_cell: 3})
    clerk = people.signed_in(people.person("vpcs", "Văn Phòng Cơ Sở", Role.COMMITTEE_OFFICE, cast.office))
    page = pages.read(clerk.get(address(target)))
    assert "phải giao 7" in page.words
    issue(clerk, target, {cast.cell: 4, cast.other_cell: 3})
    assert {code: people for code, (people, _) in given(target).items()} == {
        "B.1": 7, "B.2": 3, "B.1.Một": 4, "B.1.Hai": 3
    }  # fmt: skip
    assert progress.of_target(target, cast.office, TODAY).goal == 7


def test_several_targets_of_a_unit_are_shared_out_by_one_document(cast, officer, target):
    women = quotas.people_asked(cast.bloc, 4, measure="admitted_women")
    shares = boxes(target, {cast.office: 7, cast.single_cell: 3}) | boxes(women, {cast.office: 4})
    address_of_both = address(target, f"?cung={women.pk}")
    answer = pages.send(officer, address_of_both, lam="giao", **(shares | PLAN))
    assert answer.status_code == 302
    assert (given(women), len(given(target)), Distribution.objects.count()) == ({"B.1": (4, None)}, 2, 2)
    assert Document.objects.filter(number="5-KH/ĐU").count() == 1


@pytest.mark.parametrize(("column", "women"), [("", "3"), ("target", "")])
def test_every_column_is_proposed_or_one_alone(cast, officer, target, column, women):
    people.declare(cast.office, date(2021, 1, 1), 70)
    people.declare(cast.single_cell, date(2021, 1, 1), 30)
    part = quotas.people_asked(cast.bloc, 4, measure="admitted_women")
    query = f"?cung={part.pk}"
    page = pages.read(press(officer, target, "de-xuat", {}, query, way="quy-mo", column=column and target.pk))
    fields = [page.form.fields[f"o-{each.pk}-{cast.office.pk}"] for each in (target, part)]
    assert fields == ["7", women]


def test_a_column_that_stays_as_it_is_gets_no_version(cast, officer, target):
    part = quotas.people_asked(cast.bloc, 4, measure="admitted_women")
    issue(officer, target, {cast.office: 7, cast.single_cell: 3})
    both = boxes(target, {cast.office: 7, cast.single_cell: 3}) | boxes(part, {cast.office: 4})
    pages.send(officer, address(target, f"?cung={part.pk}"), lam="giao", **(both | PLAN | {"number": "6-KH/ĐU"}))
    assert [row.target for row in Distribution.objects.order_by("pk")] == [target, part]
    assert "giống hệt chỉ tiêu đang giao" in words(issue(officer, target, {}))


def test_whoever_comes_second_is_told_and_loses_nothing(cast, officer, target):
    opened = pages.read(officer.get(address(target))).form
    other = people.signed_in(cast.office_worker)
    press(other, target, "luu", {cast.office: "5"})
    typed = boxes(target, {cast.office: 7, cast.single_cell: 3}) | PLAN
    page = pages.read(pages.send(officer, address(target), opened, lam="giao", **typed))
    assert "vừa được người khác lưu hoặc giao" in page.words
    assert page.form.fields[f"o-{target.pk}-{cast.office.pk}"] == "7"
    assert pages.send(officer, address(target), page.form, lam="giao").status_code == 302


def test_a_second_click_issues_nothing_more(cast, officer, target):
    opened = pages.read(officer.get(address(target))).form
    typed = boxes(target, {cast.office: 7, cast.single_cell: 3}) | PLAN | {"lam": "giao"}
    assert [pages.send(officer, address(target), opened, **typed).status_code for _ in range(2)] == [302, 302]
    assert Distribution.objects.count() == 1


def test_a_missing_base_is_said_and_issuing_asks_for_a_reason(cast, officer):
    percent = people.target(cast.bloc)
    percent = Target.objects.select_related("directive__document", "unit").get(pk=percent.pk)
    page = pages.read(officer.get(address(percent)))
    assert "phải giao chưa xác định" in page.words
    assert "Chưa tính được: chưa có số đảng viên đầu năm 2021" in page.words
    assert "chưa biết tổng phải giao" in words(issue(officer, percent, {cast.office: 7}))
    assert issue(officer, percent, {cast.office: 7}, reason="Số liệu báo sau").status_code == 302


@pytest.mark.parametrize(
    ("query", "status"), [("?don_vi=F", 400), ("?theo=x", 400), ("?ky=32/1/2021", 400), ("?la=1", 400)]
)
def test_a_grid_that_cannot_be_asked_for_is_told(officer, target, query, status):
    assert officer.get(address(target, query)).status_code == status


@pytest.mark.parametrize(
    ("who", "answer"),
    [("officer", 200), ("office_worker", 200), ("leader", 403), ("secretary", 403), ("stranger", 403)],
)
def test_who_shares_out(cast, target, who, answer):
    assert people.signed_in(getattr(cast, who)).get(address(target)).status_code == answer


def test_a_committee_elsewhere_finds_nothing(cast, target):
    foreign = people.signed_in(people.person("xa", "Người Xa", Role.COMMITTEE_OFFICE, cast.foreign_bloc))
    assert foreign.get(address(target)).status_code == 404
    made = quotas.issued(target, {cast.office: 2})
    assert foreign.get(f"/van-ban/phan-bo/{made.pk}/").status_code == 404
