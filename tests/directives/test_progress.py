"""How far a target is met: its base, its goal, the counts behind it, and the same period of last year."""

from datetime import date
from decimal import Decimal

import pytest

from candidates.enums import ParameterCode, Stage
from candidates.models import Parameter
from directives import progress
from directives.enums import NumberKind, Rounding
from directives.models import Allocation, Target
from directives.progress import Progress
from organizations.formats import rounded
from organizations.models import Unit
from tests import people
from tests.people import TODAY

FIRST = date(2021, 1, 1)
LAST_YEAR = date(2020, 3, 2)
THIS_YEAR = date(2021, 3, 1)


def asked(unit: Unit, number: int = 150, kind: NumberKind = NumberKind.ABSOLUTE) -> Target:
    """A target as it is read back from the database."""
    return Target.objects.get(pk=people.target(unit, number, kind).pk)


def admit(cast: people.Cast, on: date, **more: object) -> None:
    days = {Stage.DECIDED: date(2019, 11, 18), Stage.ADMITTED: on}
    people.dossier(cast, Stage.ADMITTED, days=days, **more)


def allocate(target: Target, unit: Unit, number: int, in_year: int = TODAY.year) -> None:
    letter = target.directive.document
    Allocation.objects.create(target=target, unit=unit, year=in_year, people=number, document=letter)


def parts(found: Progress) -> tuple[int, int, int, int]:
    return tuple(item.people for item in (found.actual, found.decided, found.submitted, found.earlier))


@pytest.mark.parametrize(
    ("members", "rounding", "exact", "goal"),
    [
        pytest.param(5036, Rounding.UP, "151.08", 152, id="situation 9"),
        pytest.param(5036, Rounding.HALF_UP, "151.08", 151, id="rounded as usual"),
        pytest.param(5050, Rounding.HALF_UP, "151.5", 152, id="a half goes up"),
        pytest.param(5000, Rounding.UP, "150", 150, id="letter 259: nothing to round"),
    ],
)
def test_a_percentage_of_the_members_becomes_whole_people(cast, members, rounding, exact, goal):
    people.declare(cast.office, FIRST, official=members - 36, probationary=6)
    people.declare(cast.single_cell, FIRST, official=30)
    target = asked(cast.bloc, 3, NumberKind.PERCENT)
    target.rounding = rounding
    found = progress.of_target(target, cast.bloc, TODAY)
    assert (found.base.total, found.exact, found.goal) == (members, Decimal(exact), goal)


def test_without_a_base_there_is_no_goal_and_the_units_are_named(cast):
    people.declare(cast.office, date(2020, 1, 1), official=120)
    admit(cast, THIS_YEAR)
    found = progress.of_target(asked(cast.bloc, 3, NumberKind.PERCENT), cast.bloc, TODAY)
    assert [body.name for body in found.base.missing] == ["Đảng bộ Sở Một", "Chi bộ Sở Hai"]
    assert (found.exact, found.goal, found.percent, found.left, found.missing) == (None, None, None, None, None)
    assert found.actual.people == 1


def test_a_base_that_lacks_one_unit_gives_no_goal_either(cast):
    people.declare(cast.office, FIRST, official=120)
    found = progress.of_target(asked(cast.bloc, 3, NumberKind.PERCENT), cast.bloc, TODAY)
    assert [body.name for body in found.base.missing] == ["Chi bộ Sở Hai"]
    assert (found.base.total, found.exact, found.goal) == (120, None, None)


def test_a_number_of_people_needs_no_base(cast):
    found = progress.of_target(asked(cast.bloc, 150), cast.bloc, TODAY)
    assert (found.base, found.exact, found.goal) == (None, Decimal(150), 150)


def test_a_lower_unit_has_the_goal_that_a_document_gave_it(cast):
    target = asked(cast.bloc, 3, NumberKind.PERCENT)
    people.declare(cast.office, FIRST, official=5000)
    allocate(target, cast.office, 90)
    allocate(target, cast.single_cell, 7, in_year=2020)
    goals = {unit: progress.of_target(target, unit, TODAY).goal for unit in (cast.office, cast.single_cell, cast.cell)}
    assert goals == {cast.office: 90, cast.single_cell: None, cast.cell: None}
    assert progress.of_target(target, cast.office, TODAY).exact is None


def test_a_lower_unit_counts_its_own_people_only(cast):
    target = asked(cast.bloc)
    admit(cast, THIS_YEAR)
    admit(cast, THIS_YEAR, where=cast.single_cell)
    units = (cast.bloc, cast.office, cast.other_cell, cast.single_cell)
    assert [progress.of_target(target, unit, TODAY).actual.people for unit in units] == [2, 1, 0, 1]


def test_what_is_on_the_way_stands_beside_what_is_held(cast):
    admit(cast, THIS_YEAR)
    for stage in (Stage.DECIDED, Stage.PROPOSED, Stage.PROPOSED, Stage.PREPARING, Stage.TRAINED, Stage.SOURCE):
        people.dossier(cast, stage)
    found = progress.of_target(asked(cast.bloc, 10), cast.bloc, TODAY)
    assert parts(found) == (1, 1, 2, 1)
    assert (found.left, found.missing, found.percent) == (9, 5, Decimal(10))


def test_what_is_on_the_way_is_seen_as_at_the_day(cast):
    people.dossier(cast, Stage.ADMITTED)
    target = asked(cast.bloc, 10)
    days = (date(2019, 8, 5), date(2019, 10, 7), date(2019, 11, 18), date(2019, 12, 16))
    seen = [parts(progress.of_target(target, cast.bloc, day)) for day in days]
    assert seen == [(0, 0, 0, 1), (0, 0, 1, 0), (0, 1, 0, 0), (1, 0, 0, 0)]


def test_a_goal_that_is_surpassed_leaves_nothing_to_find(cast):
    admit(cast, THIS_YEAR)
    admit(cast, THIS_YEAR)
    found = progress.of_target(asked(cast.bloc, 1), cast.bloc, TODAY)
    assert (found.left, found.missing, found.percent) == (0, 0, Decimal(200))


def test_the_same_period_of_last_year_ends_on_the_same_day(cast):
    for on in (LAST_YEAR, date(2020, 5, 31), date(2020, 6, 1), THIS_YEAR):
        admit(cast, on)
    found = progress.of_target(asked(cast.bloc), cast.bloc, TODAY)
    assert (found.actual.people, found.same_period.people, found.percent_of_same_period) == (1, 2, Decimal(50))


def test_in_the_first_year_there_is_no_same_period(cast):
    admit(cast, THIS_YEAR)
    found = progress.of_target(asked(cast.bloc), cast.bloc, TODAY)
    assert (found.same_period, found.percent_of_same_period) == (None, None)


def test_a_same_period_with_nobody_in_it_is_nought_but_no_base_of_a_percentage(cast):
    admit(cast, date(2019, 12, 16))
    admit(cast, THIS_YEAR)
    found = progress.of_target(asked(cast.bloc), cast.bloc, TODAY)
    assert (found.same_period.people, found.percent_of_same_period) == (0, None)


@pytest.mark.parametrize(("value", "counted"), [("ceremony", {2020: 0, 2021: 1}), ("decision", {2020: 1, 2021: 0})])
def test_a_decision_before_and_a_ceremony_after_new_year_count_in_one_year_situation_8(cast, value, counted):
    days = {Stage.DECIDED: date(2020, 12, 28), Stage.ADMITTED: date(2021, 1, 8)}
    people.dossier(cast, Stage.ADMITTED, days=days)
    Parameter.objects.filter(code=ParameterCode.ADMITTED_BY).update(value=value)
    target = asked(cast.bloc)
    ends = (date(2020, 12, 31), date(2021, 12, 31))
    found = {on.year: progress.of_target(target, cast.bloc, on).actual.people for on in ends}
    assert found == counted
    same = progress.of_target(target, cast.bloc, ends[1]).same_period
    assert (same.people if same else 0) == counted[2020]


@pytest.mark.parametrize(
    ("value", "counted", "left"),
    [("ceremony", (1, 1, 1, 0), (9, 7)), ("decision", (2, 0, 1, 0), (8, 7))],
)
def test_whatever_counts_as_admitted_nobody_stands_in_two_parts(cast, value, counted, left):
    days = {Stage.DECIDED: THIS_YEAR, Stage.ADMITTED: date(2021, 4, 5)}
    people.dossier(cast, Stage.DECIDED, days=days)
    people.dossier(cast, Stage.ADMITTED, days=days)
    people.dossier(cast, Stage.PROPOSED)
    Parameter.objects.filter(code=ParameterCode.ADMITTED_BY).update(value=value)
    found = progress.of_target(asked(cast.bloc, 10), cast.bloc, TODAY)
    assert (parts(found), (found.left, found.missing)) == (counted, left)


def test_a_number_that_nobody_can_stand_behind_has_no_list(cast):
    Parameter.objects.filter(code=ParameterCode.ADMITTED_BY).update(value="decision")
    found = progress.of_target(asked(cast.bloc, 10), cast.bloc, TODAY)
    assert (found.decided.people, found.decided.cell.stages) == (0, ())


def test_a_unit_that_admitted_nobody_last_year_says_nought_once_the_whole_keeps_records(cast):
    admit(cast, LAST_YEAR)
    target = asked(cast.bloc)
    found = [progress.of_target(target, unit, TODAY).same_period for unit in (cast.office, cast.single_cell)]
    assert [item.people for item in found] == [1, 0]


@pytest.mark.parametrize(
    ("on", "share"), [(date(2021, 5, 31), "41.4"), (date(2021, 12, 31), "100.0"), (date(2020, 1, 1), "0.3")]
)
def test_the_year_is_gone_by_the_end_of_the_day(cast, on, share):
    found = progress.of_target(asked(cast.bloc), cast.bloc, on)
    assert rounded(found.elapsed) == Decimal(share)


@pytest.mark.parametrize(
    ("first", "last", "binds"),
    [(2021, 2021, True), (2019, None, True), (2019, 2021, True), (2022, None, False), (2019, 2020, False)],
)
def test_a_target_binds_in_its_years(cast, first, last, binds):
    made = asked(cast.bloc)
    Target.objects.filter(pk=made.pk).update(first_year=first, last_year=last)
    assert list(progress.binding(cast.bloc, TODAY)) == ([made] if binds else [])


@pytest.mark.parametrize(
    ("where", "numbers"),
    [("bloc", [150]), ("office", [90, 150]), ("cell", [90, 150]), ("single_cell", [150]), ("foreign_cell", [])],
)
def test_a_unit_is_bound_by_the_targets_from_above_the_nearest_first(cast, where, numbers):
    asked(cast.bloc, 150)
    asked(cast.office, 90)
    assert [target.number for target in progress.binding(getattr(cast, where), TODAY)] == numbers
