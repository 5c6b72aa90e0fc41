"""Who is bound by a duty and who has done it, as at a day."""

from datetime import date, timedelta

import pytest

from directives import obligations, receipts
from directives.enums import Bound, ObligationKind
from directives.models import Fulfilment
from directives.obligations import Round, State, Tally
from organizations.enums import FigureKind
from organizations.models import Figure, Oversight, Unit
from tests import duties, people
from tests.people import TODAY

EVERY = Unit.objects.all()


def said(made, unit, on=TODAY, **more) -> Fulfilment:
    return Fulfilment.objects.create(obligation=made, unit=unit, on=on, **more)


@pytest.mark.parametrize(
    ("where", "bound", "codes"),
    [
        ("bloc", Bound.ITSELF, {"B"}),
        ("bloc", Bound.GRASSROOTS, {"B.1", "B.2"}),
        ("bloc", Bound.CELLS, {"B.1.Một", "B.1.Hai", "B.2"}),
        ("office", Bound.GRASSROOTS, {"B.1"}),
        ("office", Bound.CELLS, {"B.1.Một", "B.1.Hai"}),
        ("bloc", Bound.ASSOCIATIONS, {"H.1", "H.1.1"}),
        ("bloc", Bound.SOCIO_POLITICAL, {"D.1"}),
        ("foreign_bloc", Bound.ASSOCIATIONS, {"H.2"}),
        ("office", Bound.ASSOCIATIONS, set()),
        ("youth_union", Bound.ITSELF, {"D.1"}),
    ],
)
def test_a_duty_binds(cast, where, bound, codes):
    made = duties.duty(getattr(cast, where), bound)
    assert set(obligations.bound_units(made, TODAY).values_list("code", flat=True)) == codes


def test_an_organisation_that_a_unit_below_follows_is_bound_too_as_long_as_it_is_followed(cast):
    Oversight.objects.filter(organisation=cast.association).update(unit=cast.office, valid_until=TODAY)
    made = duties.duty(cast.bloc, Bound.ASSOCIATIONS)
    before = obligations.bound_units(made, TODAY - timedelta(days=1))
    assert (before.count(), obligations.bound_units(made, TODAY).count()) == (2, 0)


def test_units_are_bound_as_the_tree_stands_on_the_day(cast):
    made = duties.duty(cast.bloc, Bound.CELLS)
    people.close(cast.other_cell, date(2021, 5, 1))
    assert [obligations.bound_units(made, day).count() for day in (date(2021, 4, 30), date(2021, 5, 1))] == [3, 2]


DUE = date(2021, 5, 10)


@pytest.mark.parametrize(
    ("due_on", "done_on", "on", "state"),
    [
        (DUE, None, DUE, State.WAITING),
        (DUE, None, DUE + timedelta(days=1), State.LATE),
        (DUE, DUE, DUE, State.DONE),
        (DUE, TODAY, DUE, State.WAITING),
        (DUE, TODAY, TODAY, State.DONE),
        (None, None, TODAY, State.NO_TERM),
    ],
)
def test_a_unit_is_late_only_after_a_day_that_the_text_names(cast, due_on, done_on, on, state):
    made = duties.duty(cast.bloc, due_on=due_on)
    if done_on:
        said(made, cast.cell, done_on)
    assert obligations.state(made, cast.cell, on) == state


@pytest.mark.parametrize(("year", "state"), [(2020, State.DONE), (2021, State.LATE)])
def test_a_yearly_duty_stands_for_each_year_by_itself(cast, year, state):
    made = duties.duty(cast.bloc, yearly=True, from_on=date(2020, 1, 1), due_on=date(2020, 3, 31))
    said(made, cast.cell, date(2020, 3, 31), year=2020)
    assert obligations.state(made, cast.cell, date(year, 4, 1)) == state
    assert Round(made, year).due_on == date(year, 3, 31)


@pytest.mark.parametrize(
    ("yearly", "on", "years"),
    [
        (False, date(2021, 2, 28), []),
        (True, date(2021, 2, 28), []),
        (False, date(2023, 1, 1), [None]),
        (True, date(2023, 1, 1), [2023, 2022, 2021]),
    ],
)
def test_the_rounds_of_a_duty_begin_with_it(cast, yearly, on, years):
    made = duties.duty(cast.bloc, yearly=yearly)
    assert [asked.year for asked in obligations.rounds(made, on)] == years


def test_each_round_is_counted_and_names_one_that_is_left(cast):
    known, reported = duties.duty(cast.bloc), duties.duty(cast.bloc, Bound.GRASSROOTS)
    said(known, cast.cell)
    said(known, cast.single_cell, TODAY, void=True)
    said(known, cast.foreign_cell)
    asked = [Round(known), Round(reported), Round(known, 2021)]
    found = obligations.tally(asked, TODAY, EVERY)
    assert found == [Tally(1, 2, "B.1.Hai"), Tally(0, 2, "B.1"), Tally(0, 3, "B.1.Hai")]
    assert [each.total for each in found] == [3, 2, 3]


def test_only_the_units_asked_about_are_counted(cast):
    made = duties.duty(cast.bloc)
    units = Unit.objects.filter(pk__in=(cast.cell.pk, cast.foreign_cell.pk))
    assert obligations.tally([Round(made)], TODAY, units) == [Tally(0, 1, "B.1.Một")]
    assert obligations.tally([], TODAY, EVERY) == []


def lines_of(made, day=TODAY) -> dict:
    units = list(obligations.bound_units(made, day).extra(select={"name": "code"}))
    return {line.unit.code: line for line in receipts.lines(Round(made), day, units)}


def test_a_review_is_done_by_reporting_its_figures(cast):
    made = duties.duty(cast.bloc, Bound.GRASSROOTS, ObligationKind.REVIEW, due_on=DUE)
    figure = {"kind": FigureKind.NON_PARTY, "value": 12}
    Figure.objects.create(unit=cast.office, on=date(2021, 4, 30), said_on=DUE + timedelta(days=2), **figure)
    Figure.objects.create(unit=cast.single_cell, on=date(2021, 2, 1), **figure)
    found = lines_of(made)
    office, single = found["B.1"], found["B.2"]
    assert (office.state, office.on, office.after_due) == (State.DONE_LATE, DUE + timedelta(days=2), True)
    assert (single.state, single.on) == (State.LATE, None)
    assert obligations.tally([Round(made)], TODAY, EVERY) == [Tally(1, 1, "B.2", late=1)]


def test_figures_of_a_review_do_nothing_for_other_duties(cast):
    made = duties.duty(cast.bloc, Bound.GRASSROOTS)
    Figure.objects.create(unit=cast.office, kind=FigureKind.NON_PARTY, value=12, on=TODAY)
    assert obligations.tally([Round(made)], TODAY, EVERY)[0].done == 0


def test_a_line_tells_what_a_unit_said_and_whether_it_was_late(cast):
    made = duties.duty(cast.bloc, due_on=DUE)
    said(made, cast.cell, DUE, words="biên bản 05", people=18, by=cast.secretary)
    said(made, cast.single_cell, TODAY)
    found = lines_of(made)
    assert (found["B.1.Một"].said.words, found["B.1.Một"].after_due) == ("biên bản 05", False)
    assert (found["B.2"].state, found["B.2"].after_due) == (State.DONE_LATE, True)
    assert (found["B.1.Hai"].state, found["B.1.Hai"].on) == (State.LATE, None)
