"""The duties that wait for a person."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from directives.enums import Bound
from directives.models import Fulfilment, Ruling
from directives.obligations import State
from directives.waiting import waiting
from organizations import access
from organizations.enums import Role
from organizations.models import User
from tests import duties, people
from tests.people import TODAY


def waits(who: User, on: date = TODAY) -> list[tuple]:
    found = waiting(access.reach(who, TODAY), on)
    return [(each.obligation.words, each.asked.year, each.units, each.only_name) for each in found]


def test_a_duty_waits_for_the_nearest_to_the_unit(cast):
    duties.duty(cast.bloc, words="phổ biến")
    assert waits(cast.secretary) == [("phổ biến", None, 1, "Chi bộ Một")]
    assert waits(cast.office_worker) == [("phổ biến", None, 2, "")]


def test_it_waits_no_longer_once_it_is_done_and_never_for_others(cast):
    made = duties.duty(cast.bloc)
    Fulfilment.objects.create(obligation=made, unit=cast.cell, on=TODAY)
    assert waits(cast.secretary) == []
    assert [waits(who) for who in (cast.stranger, cast.officer, cast.leader, cast.nobody)] == [[]] * 4


def test_the_duty_of_another_bloc_does_not_wait_here(cast):
    duties.duty(cast.foreign_bloc, words="của khối khác")
    assert (waits(cast.secretary), waits(cast.stranger)) == ([], [("của khối khác", None, 1, "Chi bộ khác")])


def test_organisations_wait_for_their_own_officer(cast):
    duties.duty(cast.bloc, Bound.ASSOCIATIONS, words="quán triệt")
    assert waits(cast.mass_officer) == [("quán triệt", None, 2, "")]
    assert (waits(cast.foreign_mass_officer), waits(cast.secretary)) == ([], [])


def test_a_yearly_duty_waits_for_this_year_and_the_last(cast):
    duties.duty(cast.bloc, yearly=True, from_on=date(2015, 1, 1), words="báo cáo")
    assert [year for _, year, *_ in waits(cast.secretary)] == [2021, 2020]


def test_what_has_not_begun_does_not_wait(cast):
    duties.duty(cast.bloc, from_on=date(2021, 6, 21))
    assert waits(cast.secretary) == []


def test_what_has_a_day_comes_first(cast):
    for words, due_on in (("không hạn", None), ("tháng sau", date(2021, 6, 30)), ("đã qua", date(2021, 5, 1))):
        duties.duty(cast.bloc, words=words, due_on=due_on)
    assert [words for words, *_ in waits(cast.secretary)] == ["đã qua", "tháng sau", "không hạn"]
    states = [each.state for each in waiting(access.reach(cast.secretary, TODAY), TODAY)]
    assert states == [State.LATE, State.WAITING, State.NO_TERM]


@pytest.mark.parametrize("number", [1, 5])
def test_the_desk_costs_few_queries_however_many_duties_there_are(cast, number):
    for _ in range(number):
        duties.duty(cast.bloc)
    own = access.reach(cast.secretary, TODAY)
    with CaptureQueriesContext(connection) as caught:
        assert len(waiting(own, TODAY)) == number
    assert len(caught) == 4


def test_an_office_worker_below_takes_the_work_from_the_one_above(cast):
    people.person("vpso", "Trịnh Văn Sở", Role.COMMITTEE_OFFICE, cast.office)
    duties.duty(cast.bloc, Bound.GRASSROOTS, words="rà soát")
    assert waits(cast.office_worker) == [("rà soát", None, 1, "Chi bộ Sở Hai")]


def returned(made, unit, due_on: date) -> None:
    said = Fulfilment.objects.create(obligation=made, unit=unit, on=date(2021, 5, 3), returned_on=date(2021, 5, 10))
    key = {"obligation": made, "unit": unit, "fulfilment": said, "words": "thiếu số liệu"}
    Ruling.objects.create(kind="returned", on=date(2021, 5, 10), due_on=due_on, **key)


@pytest.mark.parametrize(
    ("day", "says"),
    [
        (date(2021, 6, 5), (State.RETURNED, date(2021, 6, 5))),
        (date(2021, 5, 20), (State.LATE, duties.DUE)),
    ],
)
def test_a_returned_reply_waits_by_its_own_new_term(cast, day, says):
    made = duties.duty(cast.bloc, due_on=duties.DUE)
    returned(made, cast.cell, day)
    assert [(each.state, each.due_on) for each in waiting(access.reach(cast.secretary, TODAY), TODAY)] == [says]


def test_several_returned_replies_have_a_term_each(cast):
    made = duties.duty(cast.bloc, due_on=duties.DUE)
    for unit, day in ((cast.single_cell, 5), (cast.other_cell, 9)):
        returned(made, unit, date(2021, 6, day))
    found = waiting(access.reach(cast.office_worker, TODAY), TODAY)
    assert [(each.units, each.state, each.due_on) for each in found] == [(2, State.RETURNED, None)]
