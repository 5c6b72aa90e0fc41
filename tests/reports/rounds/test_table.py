"""One table of who has confirmed, the desk of whoever must act, and what the pages cost."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from candidates.enums import Stage
from organizations import tree
from organizations.enums import UnitKind
from reports.rounds.standing import State
from tests import people, rounds


@pytest.fixture
def asked(cast):
    return rounds.opened(cast.bloc, [cast.office, cast.single_cell])


@pytest.fixture
def officer(cast):
    return people.signed_in(cast.officer)


def queries(browser, address: str) -> int:
    browser.get(address)
    with CaptureQueriesContext(connection) as caught:
        assert browser.get(address).status_code == 200
    return len(caught)


def told(browser, found, query: str = "") -> dict[str, str]:
    rows = browser.get(f"{rounds.LIST}{found.pk}/{query}").context["rows"]
    return {row["stands"].place.unit.code: row["stands"].words for row in rows}


def test_the_table_says_who_is_late_and_by_how_many_days(asked, officer, cast):
    rounds.confirmed(asked, cast.office)
    assert told(officer, asked) == {
        "B.1": "Đã xác nhận, chờ chấp nhận (xác nhận muộn 11 ngày)",
        "B.2": "Chưa chốt, quá hạn 11 ngày",
    }


@pytest.mark.parametrize(
    ("due", "words", "colour"),
    [
        (date(2021, 6, 10), "Chưa chốt, còn 10 ngày", "waiting"),
        (date(2021, 6, 3), "Chưa chốt, còn 3 ngày", "soon"),
        (people.TODAY, "Chưa chốt, hạn hôm nay", "soon"),
        (date(2021, 5, 30), "Chưa chốt, quá hạn 1 ngày", "late"),
    ],
)
def test_the_term_is_told_in_words_and_colour(officer, cast, due, words, colour):
    made = rounds.opened(cast.bloc, [cast.office], due=due)
    (row,) = officer.get(f"{rounds.LIST}{made.pk}/").context["rows"]
    assert (row["stands"].words, row["stands"].colour) == (words, colour)


def test_the_table_narrows_to_one_state(asked, officer, cast):
    rounds.accepted(asked, cast.office)
    assert list(told(officer, asked, f"?tinh_trang={State.ACCEPTED}")) == ["B.1"]
    assert list(told(officer, asked, f"?tinh_trang={State.LATE}")) == ["B.2"]
    assert officer.get(f"{rounds.LIST}{asked.pk}/?tinh_trang=khac").status_code == 400
    assert officer.get(f"{rounds.LIST}{asked.pk}/?la=1").status_code == 400


def test_a_new_term_of_a_returned_confirmation_holds_for_it_alone(asked, officer, cast):
    rounds.confirmed(asked, cast.office)
    page = rounds.address(asked, cast.office, "y-kien/")
    officer.post(page, rounds.form(officer, page) | {"kind": "returned", "words": "Sót", "due_on": "5/6/2021"})
    assert told(officer, asked) == {"B.1": "Bị trả lại, còn 5 ngày", "B.2": "Chưa chốt, quá hạn 11 ngày"}


def test_seen_from_an_earlier_day_nothing_of_later_stands(asked, cast):
    rounds.confirmed(asked, cast.office)
    assert rounds.state(asked, cast.office, date(2021, 5, 15)) == State.WAITING


def test_whoever_must_confirm_finds_it_on_the_desk_until_it_is_done(asked, cast):
    browser = people.signed_in(people.person("vp-so-mot", "Bùi Thị Văn", "committee_office", cast.office))
    (line,) = browser.get("/").context["rounds"]
    assert line.words == "Xác nhận số liệu quý I năm 2021 của Đảng bộ Sở Một, hạn 20/5/2021"
    assert line.told == "Chưa chốt, quá hạn 11 ngày"
    assert (line.state, line.href) == ("late", rounds.address(asked, cast.office))
    rounds.confirmed(asked, cast.office)
    assert browser.get("/").context["rounds"] == []


def test_the_superior_is_told_of_those_who_wait_and_those_who_are_late(asked, officer, cast):
    rounds.confirmed(asked, cast.office)
    lines = [(line.words, line.told) for line in officer.get("/").context["rounds"]]
    assert lines == [
        ("Chốt số liệu quý I năm 2021: chờ chấp nhận", "1 tổ chức"),
        ("Chốt số liệu quý I năm 2021: quá hạn chưa chốt", "1 tổ chức"),
    ]


def test_a_secretary_of_a_cell_below_is_asked_nothing(asked, cast):
    assert people.signed_in(cast.secretary).get("/").context["rounds"] == []


@pytest.mark.parametrize(("who", "is_there"), [("secretary", True), ("officer", True), ("trainer", False)])
def test_the_desk_leads_to_the_rounds_when_nothing_waits_any_more(cast, who, is_there):
    page = rounds.sentences(people.signed_in(getattr(cast, who)).get("/"))
    assert (f'href="{rounds.LIST}">Chốt số liệu</a>' in page) is is_there


@pytest.mark.parametrize("who", ["stranger", "leader"])
def test_others_have_nothing_on_the_desk(asked, cast, who):
    assert people.signed_in(getattr(cast, who)).get("/").context["rounds"] == []


@pytest.mark.parametrize("who", ["officer", "leader", "office_worker"])
def test_the_pages_cost_as_many_queries_for_three_rows_as_for_one(cast, who):
    made = rounds.opened(cast.bloc, [cast.office])
    waiting = people.dossier(cast, Stage.DECIDED)
    rounds.accepted(made, cast.office)
    rounds.ceremony(waiting, "Gửi muộn")
    browser = people.signed_in(getattr(cast, who))
    pages = [rounds.LIST, f"{rounds.LIST}{made.pk}/", rounds.address(made, cast.office)]
    once = [queries(browser, page) for page in pages]
    for number in range(2):
        beside = people.unit(f"B.9{number}", f"Chi bộ Sở {number}", UnitKind.GRASSROOTS_CELL, cast.bloc)
        tree.rebuild()
        made.places.create(unit=beside)
        late = people.dossier(cast, Stage.DECIDED, where=beside, full_name=f"Lê Văn {number}")
        rounds.accepted(made, beside)
        rounds.ceremony(late, "Gửi muộn")
    assert [queries(browser, page) for page in pages] == once
    assert once[0] <= 12
    assert once[1] <= 14
    assert once[2] <= 25


def test_the_desk_costs_as_many_queries_for_three_organisations_as_for_one(cast):
    made = rounds.opened(cast.bloc, [cast.single_cell])
    browser = people.signed_in(cast.office_worker)
    once = queries(browser, "/")
    for number in range(2):
        beside = people.unit(f"B.9{number}", f"Chi bộ Sở {number}", UnitKind.GRASSROOTS_CELL, cast.bloc)
        made.places.create(unit=beside)
    tree.rebuild()
    assert queries(browser, "/") == once
    assert len(browser.get("/").context["rounds"]) == 3


def test_whoever_stands_over_many_organisations_gets_one_line_for_them(cast):
    bodies = [
        people.unit(f"B.9{number}", f"Chi bộ Sở {number}", UnitKind.GRASSROOTS_CELL, cast.bloc) for number in range(6)
    ]
    tree.rebuild()
    made = rounds.opened(cast.bloc, bodies)
    (line,) = people.signed_in(cast.office_worker).get("/").context["rounds"]
    assert line.words == "Chốt số liệu quý I năm 2021: chưa chốt, xác nhận thay khi tổ chức đã gửi giấy tờ"
    assert (line.told, line.state, line.href) == ("6 tổ chức, 6 quá hạn", "late", f"{rounds.LIST}{made.pk}/")


def test_one_who_was_returned_and_is_late_again_stands_on_the_desk_of_the_superior(asked, officer, cast):
    rounds.returned(asked, cast.office, due=date(2021, 5, 30), on=date(2021, 5, 25))
    lines = [(line.words, line.told) for line in officer.get("/").context["rounds"]]
    assert ("Chốt số liệu quý I năm 2021: bị trả lại, quá hạn chưa xác nhận lại", "1 tổ chức") in lines


def test_a_secretary_goes_from_the_list_right_to_the_own_figures_and_back_to_the_desk(cast):
    made = rounds.opened(cast.bloc, [cast.office, cast.single_cell])
    browser = people.signed_in(people.person("bi-thu", "Bùi Thị Thư", "cell_secretary", cast.single_cell))
    page = rounds.sentences(browser.get(rounds.LIST))
    assert f'href="{rounds.address(made, cast.single_cell)}"' in page
    assert "Chưa chốt, quá hạn 11 ngày" in page
    assert '<li><a href="/">Việc của tôi</a></li>' in page
    assert '<li><a href="/bao-cao/">Báo cáo</a></li>' in rounds.sentences(
        people.signed_in(cast.officer).get(rounds.LIST)
    )
