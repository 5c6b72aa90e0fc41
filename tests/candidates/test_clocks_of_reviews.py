"""The clock of the review after probation: by the meeting of the cell, in histories of before by its vote or the decision."""

from datetime import date

import pytest

from candidates import clocks, stages
from candidates.enums import BallotBody, BallotSubject, Stage
from candidates.models import Ballot
from organizations.acting import acting
from organizations.enums import Deed
from organizations.errors import Refused
from tests.candidates.test_clocks import confirm, read
from tests.candidates.walking import LATER, SITUATION_7, as_before, at, in_full, step, walked


@pytest.mark.parametrize(
    ("voted", "signed", "state", "words"),
    [
        pytest.param(date(2024, 9, 9), date(2024, 11, 4), "done", "Đã làm ngày 09/9/2024, trong hạn", id="in time"),
        pytest.param(
            date(2024, 11, 20), date(2024, 12, 9), "late", "Đã làm ngày 20/11/2024, sau hạn 36 ngày", id="late"
        ),
        pytest.param(None, date(2024, 10, 14), "done", "Đã làm ngày 14/10/2024, trong hạn", id="decided in time"),
        pytest.param(
            None,
            date(2024, 11, 20),
            "check",
            "Quyết định công nhận ký ngày 20/11/2024; chưa ghi ngày chi bộ xét công nhận, nên chưa biết có đúng hạn không",
            id="the meeting is not known",
        ),
    ],
)
def test_a_review_is_measured_by_the_meeting_and_never_moves_the_day_of_recognition(cast, voted, signed, state, words):
    made = walked(cast, Stage.ADMITTED, SITUATION_7)
    confirm(cast)
    if voted:
        step(made, Stage.REVIEWED, voted)
        step(made, Stage.OFFICIAL, signed)
    else:
        as_before(made, Stage.OFFICIAL, signed)
    found = read(made, date(2025, 1, 6), "review")
    assert (found.due_on, found.state, found.words) == (date(2024, 10, 15), state, words)
    official = next(entry for entry in in_full(made).steps if entry.stage == Stage.OFFICIAL)
    assert (official.on, clocks.member_since(in_full(made).steps)) == (date(2024, 8, 31), date(2023, 8, 8))


def _recognised(made, *votes: date) -> None:
    counted = {"members": 10, "present": 10, "in_favour": 10, "against": 0, "denominator": 10, "outcome": "passed"}
    for held_on in votes:
        said = {"subject": BallotSubject.RECOGNITION, "body": BallotBody.CELL, "held_on": held_on}
        Ballot.objects.create(dossier=made, **said, **counted)


@pytest.mark.parametrize(
    ("votes", "on", "words"),
    [
        pytest.param(
            (date(2024, 8, 1), date(2024, 9, 9), date(2024, 11, 20)),
            date(2025, 1, 6),
            "Đã làm ngày 09/9/2024, trong hạn",
            id="24-QĐ/TW 4.2: the first one after probation",
        ),
        pytest.param(
            (date(2024, 9, 9), date(2024, 11, 20)),
            date(2024, 9, 10),
            "Đã làm ngày 09/9/2024, trong hạn",
            id="24-QĐ/TW 4.2: one after the day one looks from is not known yet",
        ),
        pytest.param(
            (date(2024, 8, 1), date(2024, 11, 20)),
            date(2025, 1, 6),
            "Đã làm ngày 20/11/2024, sau hạn 36 ngày",
            id="24-QĐ/TW 4.2: one before the end of probation counts for nothing",
        ),
    ],
)
def test_a_review_of_before_is_the_first_vote_after_probation_known_on_the_day(cast, votes, on, words):
    made = walked(cast, Stage.ADMITTED, SITUATION_7)
    confirm(cast)
    _recognised(made, *votes)
    as_before(made, Stage.OFFICIAL, date(2024, 12, 9))
    assert read(made, on, "review").words == words


def test_a_recognition_taken_back_and_made_again_without_a_vote_reads_as_its_decision(cast):
    made = walked(cast, Stage.ADMITTED, SITUATION_7)
    as_before(made, Stage.OFFICIAL, date(2024, 10, 7))
    made.refresh_from_db()
    with acting(cast.officer, Deed.CORRECT_STEP):
        known = {"own": at(made.unit), "today": LATER, "version": made.version}
        stages.take_back(made, "ghi nhầm ngày", **known)
    as_before(made, Stage.OFFICIAL, date(2024, 10, 14))
    assert read(made, date(2025, 1, 6), "review").words == "Đã làm ngày 14/10/2024, trong hạn"


def test_a_resolution_on_recognition_before_the_end_of_probation_is_too_early(cast):
    made = walked(cast, Stage.ADMITTED, SITUATION_7)
    with pytest.raises(Refused):
        step(made, Stage.REVIEWED, date(2024, 8, 30))
