"""What goes on in another cell, or once more by order, counts from where it began: receipts, checks, nominations, votes."""

from datetime import date

import pytest

from candidates import checks, extending, nomination_rows, stages
from candidates.enums import PaperKind, Stage, Way
from candidates.guards import Step
from candidates.models import Nomination
from candidates.nominated import Outcome
from organizations.acting import acting
from organizations.enums import Deed
from organizations.errors import Refused
from organizations.periods import inclusive
from tests import people
from tests.candidates import sides
from tests.candidates.test_nominations_counting import LATER, counted, lead_on
from tests.people import TODAY

IN_2021 = {Stage.PROPOSED: date(2021, 4, 12)}


def findings() -> list[str]:
    return [
        words
        for check in (checks.stages, checks.chains, checks.steps, checks.papers, checks.deadlines, checks.probations)
        for words in check()
    ]


def test_a_decision_received_before_the_dossier_moved_is_recorded_after_it(cast):
    made = people.dossier(cast, Stage.DECIDED)
    made.papers.filter(kind=PaperKind.ADMISSION).update(received_on=None)
    moved = sides.receive(sides.send(made, cast.single_cell, date(2019, 11, 25)), date(2019, 11, 28))
    with acting(None, Deed.MOVE_AS_CELL):
        stages.record_receipt(moved, date(2019, 11, 20), **sides.known(moved))
    assert moved.papers.get(kind=PaperKind.ADMISSION).received_on == date(2019, 11, 20)


def test_a_move_after_a_term_has_passed_is_no_finding(cast):
    made = people.dossier(cast, Stage.PROPOSED)
    sides.receive(sides.send(made, cast.single_cell, date(2021, 5, 3)), date(2021, 5, 20))
    assert findings() == []


@pytest.mark.parametrize("way", [Way.STEP, Way.BACK])
def test_going_on_in_another_cell_that_says_it_is_something_else_is_found(cast, way):
    made = people.dossier(cast, Stage.PREPARING)
    sides.receive(sides.send(made, cast.single_cell))
    made.entries.filter(way=Way.MOVED).update(way=way)
    assert findings() == ["1 bước đi từ “preparing” sang “preparing”, ngoài bảng các bước."]


def test_a_probationary_member_who_moved_after_probation_ended_is_no_finding(cast):
    made = people.dossier(cast, Stage.ADMITTED)
    moved = sides.receive(sides.send(made, cast.single_cell, date(2020, 12, 20)), date(2020, 12, 22))
    assert findings() == []
    people.advance(moved, Stage.REVIEWED, on=date(2020, 12, 28))
    assert findings() == []
    people.advance(moved, Stage.OFFICIAL, on=date(2021, 1, 11))
    assert findings() == []


def test_a_recognition_made_again_is_no_finding(cast):
    made = people.dossier(cast, Stage.OFFICIAL)
    people.advance(made, Stage.ADMITTED, on=date(2021, 2, 8), number="3-QĐ")
    assert findings() == []
    people.advance(made, Stage.REVIEWED, on=date(2021, 3, 8))
    people.advance(made, Stage.OFFICIAL, on=date(2021, 4, 12))
    assert findings() == []


def test_a_grassroots_cell_is_not_sent_back_to_a_committee_that_it_does_not_have(cast):
    made = people.dossier(cast, Stage.SUBMITTED, where=cast.single_cell)
    with acting(None, Deed.MOVE_AS_BOARD), pytest.raises(Refused):
        stages.move(made, Stage.ENDORSED, Step(on=TODAY, number="9-CV"), **sides.known(made))


def test_somebody_nominated_who_moved_was_admitted_once_on_the_day_of_the_ceremony(cast):
    made = people.nomination(cast)
    lead_on(made, Stage.ADMITTED)
    made.refresh_from_db()
    sides.receive(sides.send(made.dossier, cast.foreign_cell, date(2021, 5, 12)), date(2021, 5, 20))
    later = inclusive(date(2021, 5, 11), TODAY)
    assert counted(cast, period=later, outcome=Outcome.ADMITTED) == 0
    found = nomination_rows.described(Nomination.objects.all(), sides.at(cast.cell), TODAY).get()
    row = nomination_rows.row(found, TODAY)
    assert (row.outcome, row.on) == ("Đã kết nạp", LATER[Stage.ADMITTED])


def test_the_term_of_a_proposal_that_moved_is_extended_by_the_rule_of_its_own_day(cast):
    made = people.dossier(cast, Stage.PROPOSED, days=IN_2021)
    before = extending.room(made, TODAY)
    moved = sides.receive(sides.send(made, cast.single_cell, date(2021, 5, 3)), date(2021, 5, 20))
    assert (extending.room(moved, TODAY).last, extending.room(moved, TODAY).rule) == (before.last, before.rule)
