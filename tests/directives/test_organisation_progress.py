"""How far organisations have met their own targets: members, those they nominated, nominations; by the year and by the term."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from candidates import nominated, statistics
from candidates.enums import Stage
from candidates.models import Membership
from candidates.statistics import Cell
from directives import organisation_progress, progress
from directives.enums import Measure, Rounding
from directives.models import Target
from organizations.models import Oversight, Unit
from organizations.periods import Period, year
from tests import duties, people
from tests.people import TODAY

JANUARY = date(2021, 1, 1)
THIS_YEAR, LAST_YEAR = date(2021, 3, 1), date(2020, 3, 2)


def admit(cast, on: date = THIS_YEAR, where=None, **more):
    days = {Stage.DECIDED: date(2019, 11, 18), Stage.ADMITTED: on}
    return people.dossier(cast, Stage.ADMITTED, days=days, where=where, **more)


def join(dossier, organisation, since: date = people.FOUNDED, until: date | None = None) -> None:
    Membership.objects.create(person=dossier.person, organisation=organisation, valid_from=since, valid_until=until)


def found(target: Target, on: date = TODAY) -> organisation_progress.OrganisationProgress:
    return organisation_progress.of_organisation(Target.objects.get(pk=target.pk), on)


def test_members_admitted_in_the_year_count_with_those_of_the_branches(cast):
    join(admit(cast), cast.association)
    join(admit(cast, where=cast.single_cell, full_name="Lê Thị Bình"), cast.branch)
    join(admit(cast, full_name="Đỗ Văn Chi"), cast.youth_union)
    join(admit(cast, LAST_YEAR, full_name="Vũ Thị Dung"), cast.association)
    join(admit(cast, full_name="Hồ Văn Em"), cast.association, until=THIS_YEAR)
    item = found(duties.own_target(cast.association))
    assert (item.actual, item.goal, item.left, item.percent) == (2, 4, 2, Decimal(50))
    assert (item.name, item.whole, item.period) == ("Hội Một", year(2021), Period(JANUARY, TODAY + timedelta(days=1)))


def test_a_person_in_the_organisation_and_its_branch_counts_once(cast):
    member = admit(cast)
    for organisation in (cast.association, cast.branch):
        join(member, organisation)
    assert found(duties.own_target(cast.association)).actual == 1


def test_the_branch_counts_its_own_alone(cast):
    join(admit(cast), cast.association)
    join(admit(cast, full_name="Lê Thị Bình"), cast.branch)
    assert found(duties.own_target(cast.branch)).actual == 1


def test_the_number_is_that_of_its_cell(cast):
    join(admit(cast), cast.association)
    item = found(duties.own_target(cast.association))
    assert isinstance(item.cell, Cell)
    assert (statistics.count(item.cell), item.cell.units) == (item.actual, (cast.bloc,))


def test_whoever_was_admitted_where_the_organisation_is_not_followed_counts_up_to_the_top(cast):
    people.place_under(cast.bloc, cast.foreign_bloc, people.TODAY)
    join(admit(cast, where=cast.foreign_cell), cast.association)
    assert found(duties.own_target(cast.association)).cell.units == (cast.foreign_bloc,)
    assert found(duties.own_target(cast.branch)).cell.units == (cast.foreign_bloc,)


def test_an_organisation_that_nobody_follows_is_counted_everywhere(cast):
    Oversight.objects.filter(organisation=cast.association).update(valid_until=TODAY)
    join(admit(cast), cast.association)
    item = found(duties.own_target(cast.association))
    assert (item.actual, {unit.code for unit in item.cell.units}) == (1, {"B", "F"})


def test_an_organisation_that_has_ended_counts_nobody_else(cast):
    join(admit(cast), cast.youth_union)
    people.close(cast.branch, date(2021, 5, 1))
    item = found(duties.own_target(cast.branch))
    assert (item.actual, item.name, item.cell.among.organisations) == (0, "H.1.1", (cast.branch,))


def test_three_measures_are_three_counts(cast):
    accepted = people.accept(people.nomination(cast), people.NOMINATED)
    people.nomination(cast, full_name="Tạ Thị Hoa")
    join(admit(cast, full_name="Vũ Thị Dung"), cast.association)
    made = [duties.own_target(cast.association, measure) for measure in (
        Measure.MEMBERS_ADMITTED, Measure.NOMINATED_ADMITTED, Measure.NOMINATED
    )]  # fmt: skip
    assert accepted.stage == Stage.SOURCE
    assert [found(target).actual for target in made] == [1, 0, 2]
    assert nominated.count(found(made[2]).cell) == 2


@pytest.mark.parametrize(
    ("number", "members", "rounding", "goal"),
    [("0.5", 1240, Rounding.UP, 7), ("0.5", 1240, Rounding.HALF_UP, 6), ("1", 400, Rounding.UP, 4)],
)
def test_a_percentage_is_taken_of_the_declared_members(cast, number, members, rounding, goal):
    duties.members(cast.association, members)
    target = duties.own_target(cast.association, number=Decimal(number), rounding=rounding, **duties.PERCENT)
    join(admit(cast), cast.association)
    item = found(target)
    assert (item.goal, item.base.value, item.percent_of_members) == (goal, members, Decimal(100) / members)


def test_without_declared_members_a_percentage_gives_no_goal_and_no_share(cast):
    duties.members(cast.foreign_association, 900)
    item = found(duties.own_target(cast.association, number=1, **duties.PERCENT))
    assert (item.base, item.goal, item.left, item.percent, item.percent_of_members) == (None,) * 5


def test_the_newest_figure_known_on_the_day_is_the_base(cast):
    duties.members(cast.association, 100)
    duties.members(cast.association, 200, date(2021, 4, 1), said_on=date(2021, 5, 3))
    duties.members(cast.association, 300, date(2021, 6, 1))
    target = duties.own_target(cast.association, number=10, **duties.PERCENT)
    days = (date(2021, 5, 2), date(2021, 5, 3), TODAY)
    assert [found(target, day).goal for day in days] == [10, 20, 20]


def test_a_term_counts_from_its_own_first_day_over_the_years(cast):
    for on, name in ((LAST_YEAR, "Lê Thị Bình"), (THIS_YEAR, "Đỗ Văn Chi"), (date(2019, 9, 30), "Vũ Thị Dung")):
        days = {Stage.DECIDED: on, Stage.PROPOSED: on, Stage.PREPARING: on, Stage.ADMITTED: on}
        join(people.dossier(cast, Stage.ADMITTED, days=days, full_name=name), cast.association)
    item = found(duties.own_target(cast.association, **duties.TERM))
    assert (item.actual, item.whole) == (2, Period(date(2019, 10, 1), date(2024, 10, 1)))


@pytest.mark.parametrize(
    ("more", "on", "binds"),
    [
        ({}, TODAY, True),
        ({"last_year": 2021}, date(2022, 1, 1), False),
        ({}, date(2020, 12, 31), False),
        (duties.TERM, date(2019, 9, 30), False),
        (duties.TERM, date(2019, 10, 1), True),
        (duties.TERM, date(2024, 9, 30), True),
        (duties.TERM, date(2024, 10, 1), False),
    ],
)
def test_a_target_is_in_force_in_its_years_or_its_term(cast, more, on, binds):
    made = duties.own_target(cast.association, **more)
    assert list(organisation_progress.targets_on(Unit.objects.all(), on)) == ([made] if binds else [])


def test_targets_of_organisations_are_none_of_the_partys_and_the_other_way_round(cast):
    theirs, ours = duties.own_target(cast.association), people.target(cast.bloc)
    every = Unit.objects.all()
    assert list(progress.targets_on(every, TODAY)) == [ours]
    assert list(organisation_progress.targets_on(every, TODAY)) == [theirs]
    assert list(progress.binding(cast.association, TODAY)) == []


def test_many_targets_cost_as_many_queries_as_one(cast):
    for unit in (cast.association, cast.youth_union, cast.branch):
        duties.own_target(unit)
    duties.own_target(cast.association, Measure.NOMINATED)
    made = list(organisation_progress.targets_on(Unit.objects.all(), TODAY))
    costs = []
    for targets in ([each for each in made if each.unit == cast.association], made):
        with CaptureQueriesContext(connection) as caught:
            organisation_progress.of_organisations(targets, TODAY)
        costs.append(len(caught))
    assert costs[0] == costs[1] <= 8
    assert organisation_progress.of_organisations([], TODAY) == []
