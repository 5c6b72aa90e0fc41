"""The one place that counts: flows and stocks as at dates, two readings of units, what is due, where nought means none."""

from datetime import date, timedelta

import pytest

from candidates import statistics
from candidates.enums import EARLIER, MAIN_LINE, OPEN, PROBATION, ParameterCode, Stage
from candidates.models import Parameter, StageEntry
from candidates.statistics import Cell, DueState, Reading
from organizations.models import Unit
from organizations.periods import Period, inclusive, year, year_to_date
from tests import people
from tests.people import DAYS, TODAY

DAY = timedelta(days=1)
CEREMONY = DAYS[Stage.ADMITTED]
MOVED = date(2020, 7, 1)
PLACES = ("bloc", "office", "cell", "other_cell", "single_cell", "foreign_bloc", "foreign_cell")


def flow(unit: Unit, period: Period, *stages: Stage, **more: object) -> Cell:
    return Cell((unit,), stages or (Stage.ADMITTED,), TODAY, period, **more)


def stock(unit: Unit, *stages: Stage, on: date = TODAY, **more: object) -> Cell:
    return Cell((unit,), stages or OPEN, on, **more)


@pytest.mark.parametrize(
    ("period", "counted"),
    [
        pytest.param(inclusive(CEREMONY, CEREMONY), 1, id="the day itself"),
        pytest.param(Period(CEREMONY - DAY, CEREMONY), 0, id="up to the day before"),
        pytest.param(Period(CEREMONY + DAY, TODAY), 0, id="from the day after"),
        pytest.param(year(2019), 1, id="its year"),
        pytest.param(year_to_date(CEREMONY - DAY), 0, id="its year before it"),
        pytest.param(year_to_date(CEREMONY), 1, id="its year including it"),
    ],
)
def test_a_flow_counts_who_entered_within_the_period(cast, period, counted):
    people.dossier(cast, Stage.ADMITTED)
    assert statistics.count(flow(cast.bloc, period)) == counted


@pytest.mark.parametrize(
    ("on", "stage"),
    [
        (DAYS[Stage.SOURCE] - DAY, None),
        (DAYS[Stage.SOURCE], Stage.SOURCE),
        (DAYS[Stage.PROPOSED] - DAY, Stage.CONSULTING),
        (DAYS[Stage.PROPOSED], Stage.PROPOSED),
        (CEREMONY - DAY, Stage.DECIDED),
        (CEREMONY, Stage.ADMITTED),
        (date(2020, 12, 15), Stage.ADMITTED),
        (date(2020, 12, 16), Stage.OFFICIAL),
        (TODAY, Stage.OFFICIAL),
    ],
)
def test_a_stock_finds_each_person_in_one_stage_at_the_end_of_a_day(cast, on, stage):
    people.dossier(cast, Stage.OFFICIAL)
    assert statistics.by_stage(statistics.entries(stock(cast.bloc, *Stage, on=on))) == ({stage: 1} if stage else {})


def test_of_several_steps_on_one_day_the_stock_counts_the_last_and_the_flow_each(cast):
    day = date(2019, 8, 5)
    people.dossier(cast, Stage.PROPOSED, days={Stage.PREPARING: day, Stage.PROPOSED: day})
    assert statistics.by_stage(statistics.entries(stock(cast.bloc, *Stage, on=day))) == {Stage.PROPOSED: 1}
    entered = statistics.entries(flow(cast.bloc, inclusive(day, day), *Stage))
    assert statistics.by_stage(entered) == dict.fromkeys((*EARLIER, Stage.PROPOSED), 1)


@pytest.mark.parametrize(
    ("reading", "before", "after"),
    [
        pytest.param(Reading.THEN, {"bloc", "office"}, {"foreign_bloc"}, id="as the unit was then"),
        pytest.param(Reading.NOW, {"foreign_bloc"}, {"foreign_bloc"}, id="as the tree stands now"),
    ],
)
def test_a_cell_that_changed_its_parent_takes_its_past_along_only_in_the_reading_of_now(cast, reading, before, after):
    people.dossier(cast, Stage.ADMITTED)
    people.dossier(cast, Stage.ADMITTED, days={Stage.ADMITTED: date(2020, 9, 2)})
    people.place_under(cast.cell, cast.foreign_bloc, MOVED)
    found = [tops(cast, flow(cast.bloc, year(number), reading=reading)) for number in (2019, 2020)]
    assert found == [before | {"cell"}, after | {"cell"}]


@pytest.mark.parametrize(("on", "above"), [(MOVED - DAY, {"bloc", "office"}), (MOVED, {"foreign_bloc"})])
def test_a_stock_goes_by_the_tree_of_its_day(cast, on, above):
    people.dossier(cast, Stage.ADMITTED)
    people.place_under(cast.cell, cast.foreign_bloc, MOVED)
    assert tops(cast, stock(cast.bloc, on=on)) == above | {"cell"}


def test_whoever_went_to_another_cell_counts_there_in_the_reading_of_now(cast):
    made = people.dossier(cast, Stage.ADMITTED)
    type(made).objects.filter(pk=made.pk).update(unit=cast.single_cell)
    assert tops(cast, flow(cast.bloc, year(2019))) == {"bloc", "office", "cell"}
    assert tops(cast, flow(cast.bloc, year(2019), reading=Reading.NOW)) == {"bloc", "single_cell"}


def test_admitted_is_counted_by_the_ceremony_unless_a_rule_says_by_the_decision(cast):
    people.dossier(cast, Stage.ADMITTED, days={Stage.DECIDED: date(2020, 12, 28), Stage.ADMITTED: date(2021, 1, 8)})
    assert admitted_by_year(cast) == {2020: 0, 2021: 1}
    Parameter.objects.filter(code=ParameterCode.ADMITTED_BY).update(value="decision")
    assert admitted_by_year(cast) == {2020: 1, 2021: 0}


def test_before_any_regime_the_ceremony_counts(db):
    assert statistics.admitted_stage(date(2016, 7, 24)) == Stage.ADMITTED


@pytest.mark.parametrize(
    ("days_left", "confirmed", "state"),
    [
        pytest.param(-1, True, DueState.OVERDUE, id="a day late"),
        pytest.param(-1, False, DueState.CHECK, id="late by a rule that nobody confirmed"),
        pytest.param(0, True, DueState.SOON, id="due today"),
        pytest.param(0, False, DueState.SOON, id="due today, unconfirmed"),
        pytest.param(15, True, DueState.SOON, id="due in fifteen days"),
        pytest.param(16, True, None, id="due later"),
    ],
)
def test_a_due_day_is_late_soon_or_to_be_checked(cast, days_left, confirmed, state):
    people.dossier(cast, Stage.DECIDED)
    if confirmed:
        Parameter.objects.update(confirmed_by=cast.officer, confirmed_on=TODAY)
    on = StageEntry.objects.get(stage=Stage.DECIDED).due_on - timedelta(days=days_left)
    states = {item for item in DueState if statistics.count(stock(cast.bloc, on=on, due=item))}
    assert states == ({state} if state else set())


def test_without_a_due_day_nothing_is_late(cast):
    people.dossier(cast, Stage.PREPARING)
    assert [statistics.count(stock(cast.bloc, due=state)) for state in DueState] == [0, 0, 0]


def test_a_step_that_was_made_is_no_longer_due(cast):
    people.dossier(cast, Stage.OFFICIAL)
    passed = set(StageEntry.objects.filter(due_on__lt=TODAY).values_list("stage", flat=True))
    assert passed == {Stage.PROPOSED, Stage.ENDORSED, Stage.SUBMITTED, Stage.DECIDED, *PROBATION}
    assert statistics.count(stock(cast.bloc, *MAIN_LINE, due=DueState.CHECK)) == 0


@pytest.mark.parametrize(
    ("place", "period", "known"),
    [
        pytest.param("bloc", year(2018), False, id="before the first record"),
        pytest.param("bloc", year_to_date(CEREMONY - DAY), False, id="up to the day before it"),
        pytest.param("bloc", year(2019), True, id="the year of it"),
        pytest.param("bloc", year(2020), True, id="a year without any, after it"),
        pytest.param("single_cell", year(2020), False, id="a unit that never recorded one"),
    ],
)
def test_nought_means_something_from_the_first_record_on(cast, place, period, known):
    people.dossier(cast, Stage.ADMITTED)
    assert bool(statistics.count(statistics.ever(flow(getattr(cast, place), period)))) is known


def ids(cast: people.Cast) -> list[int]:
    return [getattr(cast, place).pk for place in PLACES]


def tops(cast: people.Cast, cell: Cell) -> set[str]:
    """The places under which a cell finds somebody, counted for all of them at once."""
    found = statistics.by_unit(cell, ids(cast))
    return {place for place in PLACES if getattr(cast, place).pk in found}


def admitted_by_year(cast: people.Cast) -> dict[int, int]:
    units = (cast.bloc,)
    return {number: statistics.count(statistics.admitted(units, year(number), TODAY)) for number in (2020, 2021)}
