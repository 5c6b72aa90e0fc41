"""The page of a duty, and saying on the screen that a unit has done it."""

from datetime import date

import pytest
from django.test import Client

from directives.enums import Bound, ObligationKind
from directives.models import Fulfilment
from organizations.enums import FigureKind
from organizations.models import Figure
from tests import duties, pages, people
from tests.duties import receipt_address
from tests.people import TODAY


def address(made, query: str = "") -> str:
    return f"/van-ban/{made.directive_id}/nhiem-vu/{made.pk}/{query}"


def units_on(browser: Client, made, query: str = "") -> list[str]:
    return [line.unit.code for line in browser.get(address(made, query)).context["lines"]]


@pytest.fixture
def leader(cast) -> Client:
    return people.signed_in(cast.leader)


@pytest.fixture
def secretary(cast) -> Client:
    return people.signed_in(cast.secretary)


def said(made, unit, on=TODAY, **more) -> Fulfilment:
    return Fulfilment.objects.create(obligation=made, unit=unit, on=on, **more)


def test_the_page_tells_of_each_unit_whether_when_and_by_what_it_was_done(cast, leader):
    made = duties.duty(cast.bloc, due_on=date(2021, 5, 10))
    said(made, cast.cell, date(2021, 5, 3), words="biên bản 05", people=18, by=cast.secretary)
    said(made, cast.single_cell)
    words = duties.words_of(leader, address(made))
    assert "Chi bộ MộtB.1.Một Đã trả lời 03/5/2021 biên bản 0518 người dự Đỗ Thị Thư" in words
    assert ("Chi bộ HaiB.1.Hai Quá hạn" in words, "Chi bộ Sở HaiB.2 Trả lời muộn" in words) == (True, True)


@pytest.mark.parametrize(
    ("query", "codes"),
    [("", ["B.1.Hai", "B.1.Một", "B.2"]), ("?loc=xong", ["B.1.Một"]), ("?loc=chua", ["B.1.Hai", "B.2"])],
)
def test_each_total_opens_the_units_that_it_counted(cast, leader, query, codes):
    made = duties.duty(cast.bloc)
    said(made, cast.cell)
    page = pages.read(leader.get(address(made)))
    assert {"Tất cả 3", "Đã trả lời 1", "Chưa trả lời 2"} <= {words for _, words in page.links}
    assert sorted(units_on(leader, made, query)) == sorted(codes)


def test_one_sees_only_units_of_ones_reach(cast):
    made = duties.duty(cast.foreign_bloc)
    said(made, cast.foreign_cell, words="việc của khối khác")
    words = duties.words_of(people.signed_in(cast.leader), address(made))
    assert ("việc của khối khác" in words, "Chi bộ khác" in words, "Không có đơn vị nào" in words) == (
        False,
        False,
        True,
    )
    assert "việc của khối khác" in duties.words_of(people.signed_in(cast.stranger), address(made))


def test_organisations_that_the_reach_follows_are_among_them(cast, leader):
    made = duties.duty(cast.bloc, Bound.ASSOCIATIONS)
    assert units_on(leader, made) == ["H.1", "H.1.1"]


def test_a_yearly_duty_has_a_table_for_each_year(cast, leader):
    made = duties.duty(cast.bloc, yearly=True, from_on=date(2019, 1, 1))
    said(made, cast.cell, date(2020, 12, 1), year=2020)
    assert [units_on(leader, made, f"?nam={year}&loc=xong") for year in (2021, 2020)] == [[], ["B.1.Một"]]
    assert ("?nam=2019", "Năm 2019") in pages.read(leader.get(address(made))).links


@pytest.mark.parametrize("query", ["?loc=sai", "?nam=2014", "?nam=mười", "?loc=%00", "?la=1"])
def test_an_unknown_filter_is_refused(cast, leader, query):
    assert leader.get(address(duties.duty(cast.bloc, yearly=True), query)).status_code == 400


def test_before_it_begins_there_is_no_table_and_the_page_says_so(cast, leader, secretary):
    made = duties.duty(cast.bloc, from_on=date(2021, 6, 21))
    assert "Nhiệm vụ chưa bắt đầu" in duties.words_of(leader, address(made))
    answer = secretary.get(receipt_address(made, cast.cell))
    assert (answer.status_code, "chưa bắt đầu" in answer.content.decode()) == (404, True)


def test_what_a_unit_did_later_is_not_known_on_an_earlier_day(cast, leader):
    made = duties.duty(cast.bloc)
    said(made, cast.cell, date(2021, 6, 1))
    assert units_on(leader, made, "?loc=xong") == []


def test_the_list_goes_on_over_pages(cast, leader, monkeypatch):
    monkeypatch.setattr("directives.views.duties.PAGE_SIZE", 2)
    made = duties.duty(cast.bloc)
    assert [len(units_on(leader, made, query)) for query in ("?trang=1", "?trang=2")] == [2, 1]


def test_a_duty_of_another_document_is_not_found(cast, leader):
    made, other = duties.duty(cast.bloc), duties.letter(cast.bloc, "9-CV/TN")
    assert leader.get(f"/van-ban/{other.pk}/nhiem-vu/{made.pk}/").status_code == 404


def test_a_secretary_says_that_the_cell_has_done_it(cast, secretary):
    made = duties.duty(cast.bloc, kind=ObligationKind.MAKE_KNOWN)
    assert receipt_address(made, cast.cell) in [href for href, _ in pages.read(secretary.get(address(made))).links]
    answer = pages.send(secretary, receipt_address(made, cast.cell), on="3/5/2021", words="biên bản 05", people="18")
    assert answer.url == receipt_address(made, cast.cell)
    row = Fulfilment.objects.get()
    assert (row.unit, row.on, row.people, row.by) == (cast.cell, date(2021, 5, 3), 18, cast.secretary)
    assert "Đã trả lời Ngày thực hiện 03/5/2021" in duties.words_of(secretary, answer.url)


def test_a_mass_officer_does_it_for_the_association_and_its_branches(cast):
    browser = people.signed_in(cast.mass_officer)
    made = duties.duty(cast.bloc, Bound.ASSOCIATIONS)
    answer = pages.send(browser, receipt_address(made, cast.association), words="hội nghị tháng 5")
    assert "hội nghị tháng 5" in duties.words_of(browser, answer.url)
    assert (units_on(browser, made), units_on(browser, made, "?loc=xong")) == (["H.1", "H.1.1"], ["H.1"])


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"on": "31/6/2021"}, "không phải là một ngày có trong lịch"),
        ({"on": ""}, "Hãy nhập ngày"),
        ({"on": "1/6/2021"}, "chưa đến"),
        ({"on": "28/2/2021"}, "trước ngày nhiệm vụ bắt đầu"),
        ({"people": "-1"}, "số nguyên từ 0 trở lên"),
        ({"people": "mười"}, "số nguyên từ 0 trở lên"),
        ({"words": "x" * 401}, "400"),
    ],
)
def test_bad_input_is_told_and_what_was_typed_stays(cast, secretary, typed, sentence):
    place = receipt_address(duties.duty(cast.bloc), cast.cell)
    page = pages.read(pages.send(secretary, place, **({"words": "biên bản 05"} | typed)))
    assert sentence in page.words
    assert {name: page.form.fields[name] for name in typed} == typed
    assert not Fulfilment.ever.exists()


def test_the_same_form_twice_says_it_once(cast, secretary):
    place = receipt_address(duties.duty(cast.bloc), cast.cell)
    opened = pages.read(secretary.get(place)).form
    answers = [pages.send(secretary, place, opened) for _ in range(2)]
    assert ([answer.status_code for answer in answers], Fulfilment.ever.count()) == ([302, 302], 1)


def test_a_form_that_somebody_overtook_is_told_who_and_can_be_sent_as_a_correction(cast, secretary):
    made = duties.duty(cast.bloc)
    place = receipt_address(made, cast.cell)
    opened = pages.read(secretary.get(place)).form
    said(made, cast.cell, by=cast.office_worker)
    answer = pages.send(secretary, place, opened, words="của chi bộ")
    assert answer.status_code == 200
    assert Fulfilment.ever.count() == 1


def test_a_correction_needs_a_reason_and_leaves_the_mistake_to_be_seen(cast, secretary):
    made = duties.duty(cast.bloc)
    wrong = said(made, cast.cell, words="biên bản 04", by=cast.secretary)
    place = receipt_address(made, cast.cell)
    assert "Hãy ghi lý do sửa" in pages.read(pages.send(secretary, place, words="biên bản 05")).words
    pages.send(secretary, place, words="biên bản 05", reason="nhầm số")
    wrong.refresh_from_db(from_queryset=Fulfilment.ever)
    assert (wrong.void, Fulfilment.objects.get().words) == (True, "biên bản 05")
    words = duties.words_of(secretary, place)
    assert "biên bản 04" in words
    assert "Đỗ Thị Thư: nhầm số" in words


def test_what_was_said_for_the_wrong_unit_is_taken_back(cast, secretary):
    made = duties.duty(cast.bloc)
    said(made, cast.cell)
    pages.send(secretary, receipt_address(made, cast.cell), withdrawn="on", reason="chưa họp")
    assert (Fulfilment.objects.count(), Fulfilment.ever.count()) == (0, 1)
    assert "Gửi trả lời" in duties.words_of(secretary, receipt_address(made, cast.cell))


@pytest.mark.parametrize(
    ("who", "answer"),
    [
        ("stranger", 404),
        ("foreign_mass_officer", 404),
        ("mass_officer", 404),
        ("officer", 403),
        ("leader", 403),
        ("auditor", 403),
        ("nobody", 403),
    ],
)
def test_nobody_else_gets_in(cast, who, answer):
    place = receipt_address(duties.duty(cast.bloc), cast.cell)
    browser = people.signed_in(getattr(cast, who))
    assert [browser.generic(verb, place).status_code for verb in ("GET", "POST")] == [answer, answer]


def test_a_unit_that_is_not_bound_has_no_page(cast, secretary):
    assert secretary.get(receipt_address(duties.duty(cast.bloc, Bound.GRASSROOTS), cast.cell)).status_code == 404


def test_a_review_that_was_reported_in_figures_needs_no_second_word(cast):
    made = duties.duty(cast.bloc, Bound.GRASSROOTS, ObligationKind.REVIEW, due_on=date(2021, 6, 30))
    browser, place = people.signed_in(cast.office_worker), receipt_address(made, cast.office)
    before = pages.read(browser.get(place))
    assert ("/to-chuc/B.1/ra-soat-nguon/", "Báo số liệu rà soát nguồn") in before.links
    Figure.objects.create(unit=cast.office, kind=FigureKind.NON_PARTY, on=TODAY, value=7)
    words = duties.words_of(browser, place)
    assert "Đã báo số liệu rà soát nguồn ngày 31/5/2021" in words


def test_the_badge_goes_by_the_day_one_looks_from(cast, secretary):
    made = duties.duty(cast.bloc)
    said(made, cast.cell, date(2021, 6, 7))
    assert "không ghi hạn Đang chờ" in duties.words_of(secretary, receipt_address(made, cast.cell))
