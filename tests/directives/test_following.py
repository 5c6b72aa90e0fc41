"""The table of units and duties, what one unit is asked, and the lines of the desk of whoever follows duties."""

from datetime import date

import pytest
from django.test import Client

from directives import pressing
from directives.enums import Bound
from directives.models import Fulfilment, Obligation
from organizations import access
from tests import duties, pages, people
from tests.people import TODAY


@pytest.fixture
def leader(cast) -> Client:
    return people.signed_in(cast.leader)


@pytest.fixture
def made(cast) -> Obligation:
    """Two duties of one letter: the cells are late but for one, the grassroots organisations have no term."""
    found = duties.duty(cast.bloc, due_on=duties.DUE, words="phổ biến")
    duties.duty(cast.bloc, Bound.GRASSROOTS, directive=found.directive, words="rà soát")
    Fulfilment.objects.create(obligation=found, unit=cast.cell, on=date(2021, 3, 20))
    return found


def table(made: Obligation, query: str = "") -> str:
    return f"/van-ban/{made.directive_id}/bang-theo-doi/{query}"


def states(browser: Client, made: Obligation, query: str = "") -> dict[str, list]:
    rows = browser.get(table(made, query)).context["rows"]
    return {row.unit.code: [cell.state and cell.state.value for cell in row.cells] for row in rows}


def test_each_cell_says_how_a_unit_stands_to_a_duty_or_that_it_is_not_bound(cast, leader, made):
    assert states(leader, made) == {
        "B.1": [None, "no_term"],
        "B.1.Hai": ["late", None],
        "B.1.Một": ["done", None],
        "B.2": ["late", "no_term"],
    }
    page = pages.read(leader.get(table(made)))
    assert (f"/van-ban/{made.directive_id}/nhiem-vu/{made.pk}/?loc=qua-han", "2 quá hạn") in page.links
    assert (f"/van-ban/{made.directive_id}/nhiem-vu/{made.pk}/don-vi/B.1.Hai/tra-loi/", "Quá hạn") in [
        (href.replace("%E1%BB%99", "ộ"), words) for href, words in page.links
    ]


@pytest.mark.parametrize(
    ("query", "codes"), [("?loc=qua-han", ["B.1.Hai", "B.2"]), ("?loc=chua", ["B.1", "B.1.Hai", "B.2"])]
)
def test_the_table_narrows_to_those_who_are_late_or_owe(cast, leader, made, query, codes):
    assert list(states(leader, made, query)) == codes
    assert leader.get(table(made, "?loc=la")).status_code == 400


def test_the_totals_open_lists_of_as_many_units(cast, leader, made):
    page = pages.read(leader.get(table(made)))
    for words, number in (("1", 1), ("2 quá hạn", 2)):
        href = next(href for href, said in page.links if said == words and f"/nhiem-vu/{made.pk}/" in href)
        assert len(leader.get(href).context["lines"]) == number


def test_a_cell_leads_whoever_answers_for_the_unit_to_the_receipt(cast, made):
    page = pages.read(people.signed_in(cast.secretary).get(table(made)))
    assert [href for href, words in page.links if words == "Đã trả lời"] == [duties.receipt_address(made, cast.cell)]


def test_one_sees_units_of_ones_reach_alone(cast, made):
    assert list(states(people.signed_in(cast.secretary), made)) == ["B.1.Một"]
    assert states(people.signed_in(cast.stranger), made) == {}


def test_a_repeating_duty_has_a_column_for_each_of_the_newest_rounds(cast, leader):
    made = duties.duty(cast.bloc, repeats="monthly", due_on=date(2021, 3, 31))
    Fulfilment.objects.create(obligation=made, unit=cast.cell, year=2021, part=4, on=date(2021, 4, 20))
    found = states(leader, made)
    assert (found["B.1.Một"], found["B.2"]) == (["waiting", "done", "late"], ["waiting", "late", "late"])


def test_a_unit_sees_everything_it_is_asked_across_documents_the_late_ones_first(cast, made):
    duties.duty(cast.office, due_on=date(2021, 6, 30), words="báo cáo tháng 6")
    duties.duty(cast.bloc, due_on=date(2021, 5, 1), words="việc đã quá hạn")
    duties.duty(cast.foreign_bloc, words="của khối khác")
    browser = people.signed_in(cast.secretary)
    rows = browser.get("/van-ban/nhiem-vu/").context["rows"]
    assert [each.asked.obligation.words for each in rows] == ["việc đã quá hạn", "báo cáo tháng 6", "phổ biến"]


def test_another_unit_of_the_reach_is_chosen_by_its_code(cast, leader, made):
    rows = leader.get("/van-ban/nhiem-vu/?don_vi=B.2").context["rows"]
    assert [each.asked.obligation.words for each in rows] == ["phổ biến", "rà soát"]
    assert people.signed_in(cast.secretary).get("/van-ban/nhiem-vu/?don_vi=B.2").status_code == 404


def test_organisations_see_theirs_too(cast):
    duties.duty(cast.bloc, Bound.ASSOCIATIONS, words="đặt chỉ tiêu")
    rows = people.signed_in(cast.mass_officer).get("/van-ban/nhiem-vu/").context["rows"]
    assert [each.asked.obligation.words for each in rows] == ["đặt chỉ tiêu"]


def test_the_desk_of_who_follows_says_what_to_accept_and_who_is_late_each_with_its_list(cast, made):
    waiting = duties.duty(cast.bloc, words="báo cáo", needs_accepting=True)
    Fulfilment.objects.create(obligation=waiting, unit=cast.cell, on=TODAY)
    lines = pressing.lines(access.reach(cast.officer, TODAY), TODAY)
    assert [(line.words, line.count) for line in lines] == [("Trả lời chờ chấp nhận", 1), ("Quá hạn: phổ biến", 2)]
    browser = people.signed_in(cast.officer)
    assert [browser.get(line.href).status_code for line in lines] == [200, 200]
    assert len(browser.get(lines[1].href).context["lines"]) == 2


def test_who_follows_nothing_has_no_such_lines(cast, made):
    people_without = (cast.secretary, cast.mass_officer, cast.stranger, cast.nobody)
    assert [pressing.lines(access.reach(who, TODAY), TODAY) for who in people_without] == [[]] * 4


def test_what_a_lower_committee_follows_does_not_stand_on_the_desk_above(cast, made):
    people.person("vpso", "Trịnh Văn Sở", people.Role.COMMITTEE_OFFICE, cast.office)
    duties.duty(cast.office, due_on=duties.DUE, words="việc của Sở")
    below, above = (people.User.objects.get(username=name) for name in ("vpso", "can"))
    found = [[line.words for line in pressing.lines(access.reach(who, TODAY), TODAY)] for who in (below, above)]
    assert found == [["Quá hạn: việc của Sở"], ["Quá hạn: phổ biến"]]
