"""What goes on in another cell, or once more by order, counts from where it began: receipts, checks, nominations, votes."""

from datetime import date

import pytest

from candidates import checks, stages
from candidates.enums import PaperKind, Stage
from candidates.guards import Step
from organizations.acting import acting
from organizations.enums import Deed
from organizations.errors import Refused
from tests import people
from tests.candidates import sides
from tests.people import TODAY


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
