"""The term of the decision begins with the cell's proposal and runs on until the decision; the review has a term of its own."""

from datetime import date

import pytest

from candidates import clocks, extending, policy, stages, terms
from candidates.enums import ParameterCode, Stage
from candidates.extending import Asked
from candidates.models import Parameter
from candidates.statistics import Cell, DueState, count
from organizations.acting import acting
from organizations.enums import Deed
from tests import people
from tests.candidates.test_levels import under_section
from tests.candidates.walking import LATER, SITUATION_1, SITUATION_7, at, in_full, step, walked
from tests.people import TODAY

LAST = date(2022, 5, 23)
# Days on which the committees between the cell and the decision did their work, in situation 1.
REVIEWING = {Stage.ENDORSED: date(2022, 2, 7), Stage.SUBMITTED: date(2022, 2, 14)}
IN_A_SECTION = {Stage.APPRAISED: date(2022, 1, 17)} | REVIEWING


@pytest.mark.parametrize("upto", IN_A_SECTION)
def test_the_term_and_its_rule_run_on_through_every_committee(upto, cast):
    under_section(cast)
    made = walked(cast, upto, SITUATION_1 | IN_A_SECTION)
    first, entry = made.entries.get(stage=Stage.PROPOSED), stages.open_entry(made)
    assert entry.stage == upto
    assert terms.carried(entry) == terms.carried(first)
    assert (entry.due_on, entry.due_rule.code) == (date(2022, 4, 6), ParameterCode.DECISION_DAYS)


def test_only_one_clock_of_the_decision_is_shown_and_it_runs(cast):
    under_section(cast)
    made = walked(cast, Stage.SUBMITTED, SITUATION_1 | IN_A_SECTION)
    found = [each for each in clocks.of(in_full(made), date(2022, 3, 1)) if each.kind == "decision"]
    assert [(each.due_on, each.is_running) for each in found] == [(date(2022, 4, 6), True)]


def test_after_the_decision_the_one_clock_tells_whether_it_was_in_time(cast):
    made = walked(cast, Stage.SUBMITTED, SITUATION_1 | REVIEWING)
    Parameter.objects.update(confirmed_by=cast.officer, confirmed_on=TODAY)
    step(made, Stage.DECIDED, date(2022, 4, 11))
    found = [each for each in clocks.of(in_full(made), date(2022, 5, 3)) if each.kind == "decision"]
    assert [(each.state, each.is_running) for each in found] == [("late", False)]


@pytest.mark.parametrize("given_at", [Stage.PROPOSED, Stage.ENDORSED, Stage.SUBMITTED])
def test_an_extension_is_given_wherever_the_dossier_stands_and_runs_on(given_at, cast):
    made = walked(cast, given_at, SITUATION_1 | REVIEWING)
    with acting(cast.officer, Deed.MOVE_AS_BOARD):
        known = {"own": at(made.unit), "today": LATER, "version": made.version}
        extending.extend(made, Asked(reason="cần xác minh thêm", days=30), **known)
    if given_at != Stage.SUBMITTED:
        step(made, Stage.SUBMITTED, REVIEWING[Stage.SUBMITTED])
    entry = stages.open_entry(made)
    assert (entry.stage, entry.due_on, entry.extended_to) == (Stage.SUBMITTED, date(2022, 4, 6), LAST)
    found = [each for each in clocks.of(in_full(made), date(2022, 5, 2)) if each.kind == "decision"]
    running = [each for each in found if each.is_running]
    assert [(each.due_on, each.extended_to) for each in running] == [(date(2022, 4, 6), LAST)]


def test_a_dossier_is_late_once_in_the_stage_in_which_it_stands(cast):
    walked(cast, Stage.SUBMITTED, SITUATION_1 | REVIEWING)
    on = date(2022, 4, 7)
    late = {
        stage: count(Cell((cast.bloc,), (stage,), on, due=DueState.CHECK)) for stage in (Stage.PROPOSED, *IN_A_SECTION)
    }
    assert late == {Stage.PROPOSED: 0, Stage.APPRAISED: 0, Stage.ENDORSED: 0, Stage.SUBMITTED: 1}


def test_where_no_text_tells_the_term_nothing_runs_on(cast):
    days = SITUATION_1 | {Stage.TRAINED: date(2024, 3, 4), Stage.PREPARING: date(2026, 4, 9)}
    made = walked(cast, Stage.SUBMITTED, days | {Stage.PROPOSED: date(2026, 5, 4), Stage.SUBMITTED: date(2026, 5, 11)})
    assert stages.open_entry(made).due_on is None
    found = [each for each in clocks.of(in_full(made), date(2026, 6, 1)) if each.kind == "decision"]
    assert [(each.due_on, each.is_running) for each in found] == [(None, True)]


def test_the_decision_on_recognition_is_due_by_the_regime_of_the_review(cast):
    made = walked(cast, Stage.REVIEWED, SITUATION_7 | {Stage.REVIEWED: date(2024, 9, 9)})
    entry = stages.open_entry(made)
    rule = policy.row(ParameterCode.OFFICIAL_DECISION_DAYS, date(2024, 9, 9))
    assert rule is not None
    assert entry.due_rule == rule
    found = next(each for each in clocks.of(in_full(made), date(2024, 9, 10)) if each.kind == "recognition")
    assert (found.due_on, found.is_running) == (entry.due_on, True)


def test_the_review_has_met_the_term_of_the_ceremony(cast):
    made = walked(cast, Stage.REVIEWED, SITUATION_7 | {Stage.REVIEWED: date(2024, 9, 9)})
    found = next(each for each in clocks.of(in_full(made), date(2024, 9, 10)) if each.kind == "review")
    assert (found.is_running, found.words) == (False, "Đã làm ngày 09/9/2024, trong hạn")


def test_where_no_text_tells_the_term_of_the_decision_on_recognition_none_is_stored(cast):
    Parameter.objects.filter(code=ParameterCode.OFFICIAL_DECISION_DAYS).update(value="")
    made = people.dossier(cast, Stage.REVIEWED)
    assert stages.open_entry(made).due_on is None
