"""Nominations that wait for an answer, and the figures of the overview."""

from datetime import date, timedelta

import pytest
from django.test import Client

from candidates import nominated, nominations
from candidates.nominated import Nominated, Outcome
from organizations import access, clock
from organizations.models import User
from organizations.periods import inclusive
from tests import people
from tests.candidates.test_nominations_counting import ANSWERED, crowd
from tests.candidates.test_nominations_list import LIST
from tests.people import NOMINATED, TODAY


@pytest.fixture
def officer(cast) -> Client:
    return people.signed_in(cast.mass_officer)


@pytest.fixture
def secretary(cast) -> Client:
    return people.signed_in(cast.secretary)


def test_what_waits_for_an_answer_waits_for_the_nearest(cast):
    for name, cell in (("Lê Thị A", cast.cell), ("Lê Thị B", cast.other_cell), ("Lê Thị C", cast.single_cell)):
        people.nomination(cast, full_name=name, cell=cell)
    people.send_back(people.nomination(cast, full_name="Lê Thị D"), ANSWERED)
    assert {who: waits(getattr(cast, who)) for who in ("secretary", "clerk", "leader", "mass_officer")} == {
        "secretary": (["Lê Thị A"], 1),
        "clerk": (["Lê Thị B"], 1),
        "leader": ([], 0),
        "mass_officer": ([], 0),
    }


def waits(who: User, on: date = TODAY) -> tuple[list[str], int]:
    found = nominations.waiting(access.reach(who, clock.real_today()), on)
    return [row.name for row in found.shown], found.total


def test_nothing_waits_before_it_was_named_and_the_rest_is_told_as_a_number(cast, monkeypatch):
    monkeypatch.setattr("candidates.nominations.LENGTH", 1)
    for name in ("Lê Thị A", "Lê Thị B"):
        people.nomination(cast, full_name=name)
    assert waits(cast.secretary) == (["Lê Thị A"], 2)
    assert waits(cast.secretary, NOMINATED - timedelta(days=1)) == ([], 0)


@pytest.mark.parametrize("who", ["mass_officer", "secretary", "leader"])
def test_each_figure_of_the_overview_is_the_number_of_people_of_its_list(who, cast, django_assert_num_queries):
    crowd(cast)
    people.nomination(cast, full_name="Lê Thị G", cell=cast.single_cell)
    user = getattr(cast, who)
    own, browser = access.reach(user, clock.real_today()), people.signed_in(user)
    with django_assert_num_queries(2):
        found = nominations.own_overview(own, TODAY)
    told = {figure.outcome: figure.people for figure in found}
    listed = {figure.outcome: browser.get(f"{LIST}?{figure.query}").context["people"] for figure in found}
    assert told == listed
    assert told[Outcome.INTRODUCED] == {"mass_officer": 4, "secretary": 5, "leader": 6}[who]


def test_the_overview_of_this_year_leaves_out_last_year(cast):
    people.nomination(cast, on=date(2020, 5, 1))
    own = access.reach(cast.mass_officer, clock.real_today())
    told = {figure.outcome: figure.people for figure in nominations.own_overview(own, TODAY)}
    assert (told[Outcome.INTRODUCED], told[Outcome.CONSIDERED]) == (0, 1)


def test_the_address_of_a_period_reads_back(cast, officer):
    cell = Nominated((cast.association, cast.branch), TODAY, inclusive(NOMINATED, ANSWERED), Outcome.RETURNED)
    assert officer.get(f"{LIST}?{nominated.query(cell)}").context["form"].cell == cell
