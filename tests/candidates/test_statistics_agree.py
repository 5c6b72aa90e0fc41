"""Ways of counting that must agree, over one crowd: a number and its list, units at once and one by one, parts and sums."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from django.db import transaction

from candidates import statistics
from candidates.enums import OPEN, ExitReason, Stage
from candidates.statistics import Cell, DueState, Reading
from organizations.models import Unit
from organizations.periods import Period, year
from tests import databases, people
from tests.people import TODAY

PLACES = ("bloc", "office", "cell", "other_cell", "single_cell", "foreign_bloc", "foreign_cell")
YEARS = Period(date(2018, 1, 1), date(2021, 6, 1))


def flow(unit: Unit, period: Period, *stages: Stage, **more: object) -> Cell:
    return Cell((unit,), stages or (Stage.ADMITTED,), TODAY, period, **more)


def stock(unit: Unit, *stages: Stage, on: date = TODAY, **more: object) -> Cell:
    return Cell((unit,), stages or OPEN, on, **more)


@pytest.fixture(scope="module")
def stage_for_all(django_db_setup, django_db_blocker) -> Iterator[people.Cast]:
    """Eight people in four cells at various stages, two of them beside the bloc; made once, undone at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        crowd = crowded(people.cast())
        databases.settle()
        yield crowd
        transaction.set_rollback(True)


@pytest.fixture
def crowd(stage_for_all, db) -> people.Cast:
    return stage_for_all


def crowded(cast: people.Cast) -> people.Cast:
    late = {Stage.ADMITTED: date(2020, 3, 2), Stage.OFFICIAL: date(2021, 4, 5)}
    people.dossier(cast, Stage.OFFICIAL)
    people.dossier(cast, Stage.OFFICIAL, where=cast.other_cell, days=late)
    people.dossier(cast, Stage.ADMITTED, where=cast.single_cell)
    people.dossier(cast, Stage.PROPOSED, where=cast.other_cell)
    people.dossier(cast, Stage.ADMITTED, where=cast.foreign_cell)
    people.dossier(cast, Stage.TRAINED, where=cast.foreign_cell)
    people.place_under(cast.other_cell, cast.single_cell, date(2021, 1, 1))
    for upto, on in ((Stage.TRAINED, date(2020, 2, 3)), (Stage.SOURCE, TODAY)):
        leaver = people.dossier(cast, upto, where=cast.single_cell)
        people.advance(leaver, Stage.REMOVED, on=on, exit_reason=ExitReason.WISH)
    return cast


CELLS: list[Callable[[Unit], Cell]] = [
    pytest.param(lambda unit: flow(unit, year(2019)), id="admitted in a year"),
    pytest.param(lambda unit: flow(unit, YEARS, *Stage), id="every step of three years"),
    pytest.param(lambda unit: flow(unit, year(2020), *Stage, from_stages=(Stage.TRAINED,)), id="from one stage"),
    pytest.param(lambda unit: stock(unit), id="on the way"),
    pytest.param(lambda unit: stock(unit, *Stage, on=date(2019, 11, 30)), id="everybody as at a day"),
    pytest.param(lambda unit: stock(unit, Stage.REMOVED), id="off the list"),
    pytest.param(lambda unit: stock(unit, due=DueState.CHECK), id="to be checked"),
    pytest.param(lambda unit: flow(unit, year(2019), reading=Reading.NOW), id="by units of now"),
]

EVERY = [made.values[0] for made in CELLS]


def test_the_crowd_is_counted_as_it_stands(crowd):
    assert statistics.by_stage(statistics.entries(stock(crowd.bloc, *Stage))) == {
        Stage.PROPOSED: 1,
        Stage.ADMITTED: 1,
        Stage.OFFICIAL: 2,
        Stage.REMOVED: 2,
    }
    ids = [getattr(crowd, place).pk for place in PLACES]
    assert statistics.by_unit(flow(crowd.bloc, YEARS), ids) == {
        crowd.bloc.pk: 3,
        crowd.office.pk: 2,
        crowd.cell.pk: 1,
        crowd.other_cell.pk: 1,
        crowd.single_cell.pk: 1,
        crowd.foreign_bloc.pk: 1,
        crowd.foreign_cell.pk: 1,
    }


@pytest.mark.parametrize("make", CELLS)
def test_a_number_is_the_length_of_its_list(crowd, make):
    cell = make(crowd.bloc)
    found = statistics.people(cell)
    assert statistics.count(cell) == len(found) == len(set(found)) > 0


@pytest.mark.parametrize("make", CELLS)
def test_counting_by_unit_equals_counting_each_unit(crowd, make):
    units = {unit.pk: unit for unit in (getattr(crowd, place) for place in PLACES)}
    singly = {key: statistics.count(make(unit)) for key, unit in units.items()}
    at_once = statistics.by_unit(make(crowd.bloc), units)
    assert {key: at_once.get(key, 0) for key in units} == singly


def test_counting_many_cells_at_once_equals_counting_each(crowd):
    cells = [make(getattr(crowd, place)) for make in EVERY for place in PLACES]
    assert statistics.counts(cells) == [statistics.count(cell) for cell in cells]
    assert statistics.counts([]) == []


@pytest.mark.parametrize("make", CELLS)
def test_counting_by_stage_equals_counting_each_stage(crowd, make):
    cell = make(crowd.bloc)
    by_stage = statistics.by_stage(statistics.entries(cell))
    assert by_stage == {
        stage: number for stage in cell.stages if (number := statistics.count(replace(cell, stages=(stage,))))
    }
    assert sum(by_stage.values()) >= statistics.count(cell)


def test_a_flow_is_parted_by_its_months(crowd):
    cell = flow(crowd.bloc, YEARS)
    assert statistics.by_month(cell) == {(2019, 12): 2, (2020, 3): 1}
    assert statistics.count(cell) == 3


def test_the_months_of_several_years_are_counted_at_once(crowd):
    years = [flow(crowd.bloc, year(number)) for number in (2018, 2019, 2020)]
    assert statistics.by_month(*years) == statistics.by_month(flow(crowd.bloc, YEARS))


def test_whoever_is_under_two_tops_is_counted_once(crowd):
    units = (crowd.bloc, crowd.office, crowd.cell)
    cell = Cell(units, (Stage.ADMITTED,), TODAY, YEARS)
    assert (statistics.count(cell), statistics.by_stage(statistics.entries(cell))) == (3, {Stage.ADMITTED: 3})
