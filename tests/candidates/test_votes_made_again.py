"""After a step was ordered to be made again, the votes by which it had been made carry it no more."""

from datetime import date

import pytest

from candidates import facts, votes_kept
from candidates.enums import BallotBody, BallotOutcome, BallotSubject, Stage
from candidates.levels import Line
from candidates.models import Dossier
from candidates.rules import deciding
from tests import people
from tests.candidates import sides, votes
from tests.people import TODAY

ORDERED = date(2019, 11, 4)


@pytest.fixture
def decided_on_twice(cast) -> Dossier:
    """A submitted dossier on which the cell and the committee voted, then made again from the opinions on."""
    made = people.dossier(cast, Stage.SUBMITTED)
    votes.held(made, held_on=date(2019, 10, 7))
    votes.held(made, BallotBody.GRASSROOTS_COMMITTEE, held_on=date(2019, 10, 30), outcome=BallotOutcome.PASSED)
    assert Line(sides.fresh(made), TODAY).decided_at_grassroots
    people.advance(made, Stage.CONSULTING, on=ORDERED, number="9-CV")
    return sides.fresh(made)


def test_the_committee_votes_anew(decided_on_twice):
    assert list(votes_kept.counting(decided_on_twice)) == []
    assert deciding.committee_vote(facts.of(decided_on_twice, TODAY)) is None
    assert not Line(decided_on_twice, TODAY).decided_at_grassroots


def test_the_votes_stay_on_record_and_the_new_ones_count(decided_on_twice):
    again = votes.held(decided_on_twice, held_on=date(2019, 11, 11))
    assert decided_on_twice.ballots.count() == 3
    assert list(votes_kept.counting(sides.fresh(decided_on_twice))) == [again]


def test_the_votes_of_steps_before_the_order_still_count(cast):
    made = people.dossier(cast, Stage.SUBMITTED)
    cell = votes.held(made, held_on=date(2019, 10, 7))
    votes.held(made, BallotBody.GRASSROOTS_COMMITTEE, subject=BallotSubject.ENDORSEMENT, held_on=date(2019, 10, 21))
    people.advance(made, Stage.PROPOSED, on=ORDERED, number="9-CV")
    assert list(votes_kept.counting(sides.fresh(made))) == [cell]


def test_a_recognition_made_again_is_voted_on_again(cast):
    made = people.dossier(cast, Stage.REVIEWED)
    votes.held(made, subject=BallotSubject.RECOGNITION, held_on=date(2020, 12, 28))
    people.advance(made, Stage.ADMITTED, on=date(2021, 2, 8), number="9-CV")
    assert facts.of(sides.fresh(made), TODAY).tallies_of(BallotSubject.RECOGNITION, of_cell=True) == ()
