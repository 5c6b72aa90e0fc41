"""What the pages of the rules tell: by day, side by side, one regime, one value; and what they cost."""

from datetime import date

import pytest

from candidates import policy, regimes
from candidates.enums import ParameterCode
from candidates.models import LocalCriterion, Parameter, Regime
from tests import pages, people
from tests.candidates import merits
from tests.test_query_costs import queries

INDEX = "/quy-dinh/"


def words(browser, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return pages.read(answer).words


@pytest.fixture
def leader(cast):
    return people.signed_in(cast.leader)


def test_every_value_stands_in_one_group():
    held = [code for codes in regimes.GROUPS.values() for code in codes]
    assert sorted(held) == sorted(ParameterCode)


@pytest.mark.parametrize(
    ("code", "value", "said"),
    [
        ("age_from", "18", "18 tuổi"),
        ("certificate_months", "60", "60 tháng"),
        ("ceremony_days", "30", "30 ngày làm việc"),
        ("extension_days", "30", "30 ngày làm việc"),
        ("cell_share", "2/3", "từ 2/3 trở lên"),
        ("standing_share", ">1/2", "trên 1/2"),
        ("schooling_least", "3", "Trung học cơ sở"),
        ("ceremony_from", "issue", "Ngày ban hành quyết định"),
        ("paper_months", "", "chưa rõ"),
    ],
)
def test_a_value_is_said_in_words(code, value, said):
    assert regimes.said(code, value) == said


@pytest.mark.parametrize(
    ("day", "number"),
    [
        ("25/7/2016", "29-QĐ/TW"),
        ("29/7/2021", "29-QĐ/TW"),
        ("30/7/2021", "24-QĐ/TW"),
        ("30/6/2025", "232-QĐ/TW"),
        ("1/7/2025", "294-QĐ/TW"),
        ("26/7/2026", "208-QĐ/TW"),
    ],
)
def test_a_day_shows_the_regime_of_that_day(day, number, leader):
    answer = leader.get(INDEX, {"ngay": day})
    assert [each.document.number for each in answer.context["in_force"]] == ["", number]


def test_before_the_first_regime_there_is_not_enough_to_go_by(leader):
    said = words(leader, f"{INDEX}?ngay=24/7/2016")
    assert "Chưa đủ căn cứ. Tại ngày này hệ thống không có quy định nào" in said
    assert "18 tuổi" not in said


def test_without_a_day_the_page_looks_from_the_day_one_looks_from(leader):
    assert leader.get(INDEX).context["on"] == people.TODAY


@pytest.mark.parametrize("query", ["ngay=31/2/2021", "ngay=hôm qua", "thang=5"])
def test_a_day_that_is_none_is_told(query, leader):
    answer = leader.get(f"{INDEX}?{query}")
    said = pages.read(answer).words
    assert answer.status_code == 400
    assert "không phải là một ngày có trong lịch" in said or "Không có bộ lọc “thang”" in said


def test_the_figures_count_every_value_once(cast, leader):
    Parameter.objects.filter(regime__code="QD29", code="age_from").update(
        confirmed_by=cast.officer, confirmed_on=people.TODAY
    )
    counts = leader.get(INDEX).context["counts"]
    assert counts["confirmed"] == 1
    assert sum(counts.values()) == len(ParameterCode)
    assert counts["untold"] == sum(not each.value for each in policy.in_force(people.TODAY).values())


def test_a_value_that_nobody_confirmed_is_marked_and_one_that_somebody_did_says_who_and_when(cast, leader):
    address = f"{INDEX}QD29/age_from/"
    assert "Chưa xác nhận" in words(leader, address)
    Parameter.objects.filter(regime__code="QD29", code="age_from").update(
        confirmed_by=cast.officer, confirmed_on=people.TODAY, basis="bản chính"
    )
    said = words(leader, address)
    assert "Đã xác nhận" in said
    assert "31/5/2021" in said
    assert "Xác nhận theo: bản chính" in said


@pytest.mark.parametrize("code", ["QD29", "QD24", "QD232", "QD294", "QD20", "QD208", "DL11"])
def test_every_regime_has_its_page(code, leader):
    page = pages.read(leader.get(f"{INDEX}{code}/"))
    assert not page.inline
    assert not page.unlabelled


def test_two_regimes_differ_where_their_values_differ(leader):
    answer = leader.get(f"{INDEX}so-sanh/", {"a": "QD24", "b": "QD208"})
    differing = {pair.left.code for section in answer.context["sections"] for pair in section.lines if pair.differs}
    left, right = (policy.of_regime(code, date(2026, 8, 1)) for code in ("QD24", "QD208"))
    assert differing == {code for code in left if left[code].value != right[code].value}
    assert {"ceremony_from", "schooling_proof", "decider_grassroots"} <= differing


def test_only_what_differs_is_shown_when_asked(leader):
    answer = leader.get(f"{INDEX}so-sanh/", {"a": "QD24", "b": "QD208", "khac": "on"})
    shown = [pair for section in answer.context["sections"] for pair in section.lines]
    assert len(shown) == answer.context["different"]
    assert all(pair.differs for pair in shown)


@pytest.mark.parametrize(
    "query",
    ["", "a=QD29&b=QD29", "a=QD208&b=QD29", "a=QD20&b=QD294"],
    ids=["none named", "twice", "backwards", "unknown"],
)
def test_any_pair_can_be_compared(query, leader):
    assert leader.get(f"{INDEX}so-sanh/?{query}").status_code == 200


@pytest.mark.parametrize("query", ["a=QD29", "a=QD29&b=QD999", "a=QD29&b=QD24&c=1"])
def test_a_pair_that_cannot_be_compared_is_told(query, leader):
    answer = leader.get(f"{INDEX}so-sanh/?{query}")
    assert answer.status_code == 400


def test_a_local_criterion_is_read_by_those_under_it_and_over_it_and_by_nobody_beside(cast):
    made = merits.criterion(cast.office)
    address = f"{INDEX}rieng/{made.pk}/"
    told = {name: people.signed_in(getattr(cast, name)).get(address).status_code for name in ("secretary", "leader")}
    assert told == {"secretary": 200, "leader": 200}
    assert people.signed_in(cast.stranger).get(address).status_code == 404
    assert "3 năm liên tiếp" in words(people.signed_in(cast.secretary), f"{INDEX}?ngay=31/5/2021")
    assert "3 năm liên tiếp" not in words(people.signed_in(cast.stranger), f"{INDEX}?ngay=31/5/2021")


def test_an_ended_criterion_is_not_in_force(cast, leader):
    made = merits.criterion(cast.bloc)
    assert [each.pk for each, *_ in leader.get(INDEX).context["local"]] == [made.pk]
    LocalCriterion.objects.filter(pk=made.pk).update(valid_until=people.TODAY)
    assert leader.get(INDEX).context["local"] == []


def test_the_document_page_leads_to_the_rules_for_those_who_see_them(cast, leader):
    address = "/van-ban/"
    assert (INDEX, "Quy định đang áp dụng") in pages.read(leader.get(address)).links
    assert INDEX not in [url for url, _ in pages.read(people.signed_in(cast.mass_officer).get(address)).links]


def test_the_rail_marks_documents_while_one_reads_the_rules(leader):
    current = [entry.label for entry in leader.get(INDEX).context["frame"].nav if entry.current]
    assert current == ["Văn bản – chỉ tiêu"]


@pytest.mark.parametrize("who", ["leader", "officer", "secretary"])
def test_the_page_costs_as_many_queries_for_three_criteria_as_for_one(who, cast):
    merits.criterion(cast.bloc)
    browser = people.signed_in(getattr(cast, who))
    once = queries(browser, INDEX)
    merits.criterion(cast.office)
    merits.criterion(cast.cell)
    assert queries(browser, INDEX) == once <= 12


@pytest.mark.parametrize("address", [f"{INDEX}so-sanh/", f"{INDEX}QD24/", f"{INDEX}QD29/age_from/"])
def test_the_other_pages_cost_few_queries(address, leader):
    assert queries(leader, address) <= 12


def test_a_regime_that_is_not_there_is_not_found(leader):
    assert Regime.objects.filter(code="QD999").count() == 0
    assert leader.get(f"{INDEX}QD999/").status_code == 404
