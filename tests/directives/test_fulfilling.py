"""Saying that a duty is done: by whom, for which units, on which days, and how it is corrected."""

from datetime import date, timedelta

import pytest

from directives import fulfilling, receipts
from directives.enums import Bound
from directives.fulfilling import Told
from directives.models import Fulfilment
from directives.obligations import Round
from organizations import access
from organizations.acting import acting
from organizations.enums import Deed
from organizations.errors import Conflict, NotAllowed, Refused
from tests import duties
from tests.people import TODAY

APRIL = date(2021, 4, 5)


def record(who, asked, unit, on=APRIL, version=0, today=TODAY, **more) -> Fulfilment:
    with acting(who, Deed.MAKE_KNOWN):
        told, own = Told(on, **more), access.reach(who, TODAY)
        return fulfilling.record(asked, unit, told, own=own, today=today, version=version)


def correct(who, asked, unit, told, version, reason="ghi nhầm ngày"):
    with acting(who, Deed.MAKE_KNOWN):
        known = {"own": access.reach(who, TODAY), "today": TODAY, "version": version}
        return fulfilling.correct(asked, unit, told, reason, **known)


@pytest.mark.parametrize(
    ("who", "bound", "unit"),
    [
        ("secretary", Bound.CELLS, "cell"),
        ("office_worker", Bound.CELLS, "other_cell"),
        ("office_worker", Bound.GRASSROOTS, "office"),
        ("office_worker", Bound.ITSELF, "bloc"),
        ("office_worker", Bound.ASSOCIATIONS, "branch"),
        ("mass_officer", Bound.ASSOCIATIONS, "association"),
        ("mass_officer", Bound.ASSOCIATIONS, "branch"),
    ],
)
def test_whoever_answers_for_a_unit_says_that_it_is_done(cast, who, bound, unit):
    asked, by = Round(duties.duty(cast.bloc, bound)), getattr(cast, who)
    made = record(by, asked, getattr(cast, unit), words="  biên bản   05 ", people=18)
    assert (made.on, made.words, made.people, made.by) == (APRIL, "biên bản 05", 18, by)


@pytest.mark.parametrize(
    ("who", "bound", "unit"),
    [
        ("secretary", Bound.CELLS, "other_cell"),
        ("stranger", Bound.CELLS, "cell"),
        ("officer", Bound.CELLS, "cell"),
        ("leader", Bound.CELLS, "cell"),
        ("auditor", Bound.CELLS, "cell"),
        ("mass_officer", Bound.CELLS, "cell"),
        ("secretary", Bound.ASSOCIATIONS, "association"),
        ("foreign_mass_officer", Bound.ASSOCIATIONS, "association"),
    ],
)
def test_nobody_else_does(cast, who, bound, unit):
    with pytest.raises(NotAllowed):
        record(getattr(cast, who), Round(duties.duty(cast.bloc, bound)), getattr(cast, unit))
    assert not Fulfilment.ever.exists()


@pytest.mark.parametrize(
    ("on", "sentence"),
    [(TODAY + timedelta(days=1), "chưa đến"), (duties.ISSUED - timedelta(days=1), "trước ngày nhiệm vụ bắt đầu")],
)
def test_a_day_ahead_or_before_the_duty_is_refused(cast, on, sentence):
    with pytest.raises(Refused, match=sentence):
        record(cast.secretary, Round(duties.duty(cast.bloc)), cast.cell, on)


def test_a_year_is_not_reported_before_it_begins(cast):
    asked = Round(duties.duty(cast.bloc, yearly=True, from_on=date(2020, 1, 1)), 2021)
    with pytest.raises(Refused, match="trước ngày nhiệm vụ bắt đầu"):
        record(cast.secretary, asked, cast.cell, date(2020, 12, 31))
    assert record(cast.secretary, asked, cast.cell, date(2021, 1, 1)).year == 2021


def test_a_unit_that_is_not_bound_cannot_report(cast):
    with pytest.raises(Refused, match="không giao cho đơn vị"):
        record(cast.secretary, Round(duties.duty(cast.bloc, Bound.GRASSROOTS)), cast.cell)


def test_whoever_comes_second_is_told_who_was_first(cast):
    asked = Round(duties.duty(cast.bloc))
    first = record(cast.office_worker, asked, cast.cell)
    with pytest.raises(Conflict, match="Bùi Văn Phòng vừa báo đơn vị đã thực hiện ngày 05/4/2021") as told:
        record(cast.secretary, asked, cast.cell)
    assert (told.value.version, Fulfilment.ever.count()) == (first.pk, 1)


def test_a_correction_counts_and_the_mistake_stays_with_who_and_why(cast):
    asked = Round(duties.duty(cast.bloc))
    wrong = record(cast.secretary, asked, cast.cell, words="biên bản 04")
    right = correct(cast.secretary, asked, cast.cell, Told(TODAY, "biên bản 05"), wrong.pk)
    assert fulfilling.standing(asked, cast.cell) == right
    (past,) = receipts.corrected(asked, cast.cell)
    assert (past.said, past.said.words, past.by, past.reason) == (wrong, "biên bản 04", "Đỗ Thị Thư", "ghi nhầm ngày")


def test_what_was_said_by_mistake_can_be_taken_back(cast):
    asked = Round(duties.duty(cast.bloc))
    wrong = record(cast.secretary, asked, cast.cell)
    assert correct(cast.secretary, asked, cast.cell, None, wrong.pk, "chưa họp") is None
    assert (fulfilling.standing(asked, cast.cell), Fulfilment.ever.get().void) == (None, True)


def test_a_correction_of_something_else_than_one_saw_is_a_conflict(cast):
    asked = Round(duties.duty(cast.bloc))
    seen = record(cast.secretary, asked, cast.cell)
    correct(cast.office_worker, asked, cast.cell, None, seen.pk)
    with pytest.raises(Conflict, match="rút lại"):
        correct(cast.secretary, asked, cast.cell, Told(TODAY), seen.pk)


def test_there_is_nothing_to_correct_where_nothing_was_said(cast):
    with pytest.raises(Refused, match="chưa báo kết quả nào"):
        correct(cast.secretary, Round(duties.duty(cast.bloc)), cast.cell, Told(TODAY), 0)


@pytest.mark.parametrize("who", ["stranger", "officer"])
def test_nobody_else_corrects(cast, who):
    asked = Round(duties.duty(cast.bloc))
    said = record(cast.secretary, asked, cast.cell)
    with pytest.raises(NotAllowed):
        correct(getattr(cast, who), asked, cast.cell, None, said.pk)


@pytest.mark.parametrize(
    ("who", "unit", "may"),
    [
        ("secretary", "cell", True),
        ("secretary", "other_cell", False),
        ("mass_officer", "branch", True),
        ("office_worker", "association", True),
        ("officer", "cell", False),
    ],
)
def test_who_may_tell(cast, who, unit, may):
    assert fulfilling.may_tell(access.reach(getattr(cast, who), TODAY), getattr(cast, unit)) is may
