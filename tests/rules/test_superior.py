"""What the superior says of votes that were reported: before it, after "vote again", and after "the committee decides"."""

from datetime import date

import pytest

from candidates.rules.deciding import committee_ballot, deadlock, must_report, recognition_ballot
from candidates.rules.facts import Superior
from candidates.rules.verdict import Answer
from tests.rules.tallies import cell, committee, facts, values

ANSWERED = date(2025, 11, 20)
DECIDES, AGAIN = (Superior(ANSWERED, "45-CV/TU", votes_again=again) for again in (False, True))
# Three meetings at which neither recognition nor striking off reached two thirds.
STUCK = [cell(8, subject="recognition", on=date(2025, month, 6)) for month in (9, 10, 11)]
BELOW = [committee(9, on=date(2025, 11, 3))]
LATER = [cell(13, subject="recognition", on=date(2025, 12, 1))]


@pytest.mark.parametrize(
    ("votes", "superior", "is_called_for"),
    [
        pytest.param([], None, False, id="nothing was voted on"),
        pytest.param([committee(10)], None, False, id="a vote that passed"),
        pytest.param(BELOW, None, True, id="a committee below its share"),
        pytest.param(BELOW, DECIDES, False, id="answered"),
        pytest.param([*BELOW, committee(8, on=date(2025, 12, 1))], AGAIN, True, id="below once more after the answer"),
        pytest.param(STUCK[:2], None, False, id="two meetings in vain"),
        pytest.param(STUCK, None, True, id="three meetings in vain"),
        pytest.param(STUCK, DECIDES, False, id="three in vain, answered"),
        pytest.param(STUCK, AGAIN, False, id="three in vain, to vote again"),
    ],
)
def test_votes_are_reported_only_when_they_call_for_it(votes, superior, is_called_for):
    assert bool(must_report(facts(*votes, superior=superior), values())) == is_called_for


def test_against_a_vote_below_the_share_the_committee_decides_once_the_superior_said_so():
    before, after = (committee_ballot(facts(*BELOW, superior=each), values()) for each in (None, DECIDES))
    assert (before.answer, after.answer) == (Answer.NOT_MET, Answer.MET)
    assert "văn bản số 45-CV/TU ngày 20/11/2025" in after.sentence


def test_to_vote_again_leaves_the_vote_as_it_was_until_a_new_one():
    assert committee_ballot(facts(*BELOW, superior=AGAIN), values()).answer == Answer.NOT_MET
    again = [*BELOW, committee(11, on=date(2025, 12, 1))]
    assert committee_ballot(facts(*again, superior=AGAIN), values()).answer == Answer.MET


def test_a_deadlock_is_over_once_the_superior_left_it_to_the_committee():
    before, after = (deadlock(facts(*STUCK, superior=each), values()) for each in (None, DECIDES))
    assert (before.answer, after.answer) == (Answer.UNKNOWN, Answer.MET)


def test_after_vote_again_only_later_meetings_count_and_a_vote_is_asked_of_the_cell():
    assert deadlock(facts(*STUCK, superior=AGAIN), values()) is None
    assert recognition_ballot(facts(*STUCK, superior=AGAIN), values()).answer == Answer.NOT_MET
    assert recognition_ballot(facts(*STUCK, *LATER, superior=AGAIN), values()).answer == Answer.MET
