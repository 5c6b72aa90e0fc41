"""Which step a vote carries, and which votes carry none."""

from candidates import votes_kept, voting
from candidates.enums import BallotBody, BallotSubject, Stage
from tests.candidates.votes import MET_ON, given

COMMITTEE, STANDING = BallotBody.GRASSROOTS_COMMITTEE, BallotBody.GRASSROOTS_STANDING


def test_a_vote_belongs_to_the_step_that_it_carries():
    steps = {
        (subject, body): votes_kept.place_of(subject, body).carries for subject in BallotSubject for body in BallotBody
    }
    assert steps[BallotSubject.ADMISSION, BallotBody.CELL] == Stage.PROPOSED
    assert steps[BallotSubject.ADMISSION, STANDING] == Stage.DECIDED
    assert steps[BallotSubject.RECOGNITION, BallotBody.CELL] == Stage.REVIEWED
    assert steps[BallotSubject.RECOGNITION, STANDING] == Stage.OFFICIAL
    assert steps[BallotSubject.STRIKING_OFF, BallotBody.CELL] == Stage.STRUCK_OFF


def test_only_a_vote_below_its_share_carries_no_step(db):
    assert voting.below_share(given(STANDING, held_on=MET_ON)) == ""
    assert "báo cáo kết quả lên cấp trên. (Theo" in voting.below_share(given(COMMITTEE, in_favour=9, against=4))
