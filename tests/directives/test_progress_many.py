"""Many units at once say what each of them says alone: goals, counts, sources; both readings of units after a merger."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from candidates.enums import Stage
from candidates.statistics import Reading
from directives import progress, progress_many
from directives.enums import NumberKind
from directives.models import Allocation, Target
from directives.sources import Sources
from organizations.enums import UnitKind
from tests import people
from tests.people import TODAY

THIS_YEAR = {Stage.DECIDED: date(2021, 1, 11), Stage.ADMITTED: date(2021, 3, 1)}
MERGED = date(2021, 4, 1)
HALF = ("half", date(2021, 1, 1), date(2021, 6, 30), "83.4")
QUARTER = ("quarter", date(2021, 4, 1), date(2021, 6, 30), "67.0")


@pytest.fixture
def crowd(cast) -> people.Cast:
    """In cell Một one admitted and one of each way; in Sở Hai one admitted; the office has a share of 5."""
    people.dossier(cast, Stage.ADMITTED, days=THIS_YEAR)
    people.dossier(cast, Stage.ADMITTED, days=THIS_YEAR, where=cast.single_cell)
    for stage in (Stage.DECIDED, Stage.PROPOSED, Stage.CONSULTING, Stage.PREPARING, Stage.SOURCE):
        people.dossier(cast, stage)
    return cast


def shared(cast):
    target = Target.objects.get(pk=people.target(cast.bloc, 8, NumberKind.ABSOLUTE).pk)
    letter = target.directive.document
    Allocation.objects.create(target=target, unit=cast.office, year=2021, people=5, document=letter)
    return target


def together(target, units, **more):
    (found,) = progress_many.of_units([{unit.pk: target for unit in units}], units, TODAY, **more)
    return found


def test_each_of_many_units_says_what_it_says_alone(crowd):
    target = shared(crowd)
    units = [crowd.bloc, crowd.office, crowd.cell, crowd.other_cell, crowd.single_cell]
    found = together(target, units)
    alone = {unit.pk: progress.of_target(target, unit, TODAY) for unit in units}
    assert {key: (met.goal, met.actual, met.missing) for key, met in found.items()} == {
        key: (one.goal, one.actual, one.missing) for key, one in alone.items()
    }
    ways = {key: one.decided.people + one.submitted.people + one.earlier.people for key, one in alone.items()}
    assert {key: met.on_the_way.people for key, met in found.items()} == ways
    assert [found[unit.pk].on_the_way.people for unit in units] == [4, 4, 4, 0, 0]


def test_sources_left_are_told_of_each_unit(crowd):
    units = [crowd.office, crowd.other_cell, crowd.single_cell]
    found = together(shared(crowd), units)
    told = [(found[unit.pk].left.people, found[unit.pk].sources) for unit in units]
    assert told == [(4, Sources.LEFT), (0, Sources.NOTHING_ENTERED), (0, Sources.NONE_LEFT)]


def test_those_being_verified_stand_among_those_in_preparation(crowd):
    found = progress.of_target(shared(crowd), crowd.bloc, TODAY)
    assert (found.verified.people, found.earlier.people, found.missing) == (1, 2, 8 - 2 - 4)


def test_a_percentage_of_many_units_is_taken_of_the_members_of_each(cast):
    people.declare(cast.office, date(2021, 1, 1), official=120)
    for number, unit in ((3, cast.office), (4, cast.single_cell)):
        people.target(unit, number)
    targets = {target.unit_id: target for target in Target.objects.all()}
    (found,) = progress_many.of_units([targets], [cast.office, cast.single_cell], TODAY)
    assert [found[unit.pk].goal for unit in (cast.office, cast.single_cell)] == [4, None]


def test_many_units_cost_as_many_queries_as_one(crowd):
    target = shared(crowd)
    assert _cost(target, [crowd.office]) == _cost(target, [crowd.office, crowd.cell, crowd.bloc, crowd.single_cell])


@pytest.mark.parametrize(
    ("ceremony", "then"),
    [
        pytest.param(date(2021, 3, 1), [1, 1, 0], id="before: the old unit keeps its result"),
        pytest.param(date(2021, 4, 18), [1, 0, 1], id="after, decided before: situation 11"),
    ],
)
def test_a_person_admitted_around_a_merger_counts_once_in_either_reading(cast, ceremony, then):
    """Sở Một ends; its cells go to a new organisation."""
    people.dossier(cast, Stage.ADMITTED, days={Stage.DECIDED: date(2021, 2, 8), Stage.ADMITTED: ceremony})
    heir = people.unit("B.9", "Đảng bộ Sở Mới", UnitKind.GRASSROOTS, cast.bloc, since=MERGED)
    for cell in (cast.cell, cast.other_cell):
        people.place_under(cell, heir, MERGED)
    people.close(cast.office, MERGED)
    target, units = shared(cast), [cast.bloc, cast.office, heir]
    counted = {
        reading: [together(target, units, reading=reading)[unit.pk].actual.people for unit in units]
        for reading in Reading
    }
    assert counted == {Reading.THEN: then, Reading.NOW: [1, 0, 1]}


@pytest.mark.parametrize(("kind", "first", "last", "gone"), [HALF, QUARTER])
def test_a_part_of_the_year_counts_its_own_days(crowd, kind, first, last, gone):
    target = shared(crowd)
    target.period = kind
    found = progress.of_target(target, crowd.bloc, TODAY)
    assert (found.period.start, found.period.last_day) == (first, last)
    assert found.actual.people == (2 if kind == "half" else 0)
    assert f"{found.elapsed:.1f}" == gone


def test_a_term_is_counted_from_its_first_day_and_compared_with_no_last_year(crowd):
    target = shared(crowd)
    target.period, target.term_start, target.term_stop = "term", date(2020, 10, 1), date(2025, 10, 1)
    found = progress.of_target(target, crowd.bloc, TODAY)
    assert (found.actual.people, found.same_period) == (2, None)
    assert 13 < found.elapsed < 14


def test_before_its_term_begins_nobody_counts(crowd):
    target = shared(crowd)
    target.period, target.term_start, target.term_stop = "term", date(2021, 6, 1), date(2025, 10, 1)
    found = progress.of_target(target, crowd.bloc, TODAY)
    assert (found.actual.people, found.elapsed, found.missing) == (0, 0, 8)


def _cost(target, units) -> int:
    with CaptureQueriesContext(connection) as caught:
        together(target, units)
    return len(caught)
