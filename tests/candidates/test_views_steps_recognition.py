"""The votes after probation at their steps: the review of the cell, recognition, striking off."""

from datetime import date

import pytest
from django.test import Client

from candidates.enums import BallotOutcome, Stage
from candidates.models import Ballot
from tests import pages, people
from tests.candidates import votes
from tests.candidates.test_views_steps import step_of
from tests.candidates.test_views_steps_votes import OF_CELL, said_of, stage_of


@pytest.fixture
def secretary(cast) -> Client:
    return people.signed_in(cast.secretary)


@pytest.fixture
def officer(cast) -> Client:
    return people.signed_in(cast.officer)


def test_a_vote_on_recognition_that_was_recorded_is_shown_and_not_asked_for(cast, secretary):
    made = people.dossier(cast, Stage.ADMITTED)
    votes.held(made, subject="recognition", held_on=people.TODAY, verdict={"sentence": "Chi bộ tán thành 13/19."})
    page = pages.read(secretary.get(step_of(made, Stage.REVIEWED)))
    assert "Chi bộ tán thành 13/19." in page.words
    assert "members" not in page.form.fields


def test_the_review_of_the_cell_takes_its_vote_on_recognition_along(cast, secretary):
    made = people.dossier(cast, Stage.ADMITTED)
    pages.send(secretary, step_of(made, Stage.REVIEWED), **OF_CELL, on="28/12/2020", number="6-NQ/CB")
    vote = Ballot.objects.get()
    assert (stage_of(made), vote.subject, vote.held_on) == (Stage.REVIEWED, "recognition", date(2020, 12, 28))


def test_the_decision_on_recognition_asks_for_no_vote(cast, officer):
    made = people.dossier(cast, Stage.REVIEWED)
    assert "members" not in pages.read(officer.get(step_of(made, Stage.OFFICIAL))).form.fields


AFTER_PROBATION, STRUCK = date(2021, 1, 4), {"on": "11/1/2021", "number": "3-QĐ/XT"}
FAILED = {"in_favour": 12, "against": 6, "outcome": BallotOutcome.FAILED}


@pytest.mark.parametrize(
    ("subject", "changed", "to", "sentence"),
    [
        (
            "striking_off",
            FAILED,
            Stage.STRUCK_OFF,
            "Chi bộ biểu quyết xóa tên đảng viên dự bị ngày 04/01/2021: tán thành 12/19",
        ),
        (
            "recognition",
            {},
            Stage.STRUCK_OFF,
            "Chi bộ đã biểu quyết công nhận đảng viên chính thức ngày 04/01/2021, đủ tỷ lệ",
        ),
        ("striking_off", {}, Stage.REVIEWED, "Chi bộ đã biểu quyết xóa tên đảng viên dự bị ngày 04/01/2021, đủ tỷ lệ"),
    ],
    ids=["striking off failed", "recognised, not struck off", "struck off, not recognised"],
)
def test_the_way_after_probation_is_the_one_that_the_cell_voted_for(subject, changed, to, sentence, cast, officer):
    made = people.dossier(cast, Stage.ADMITTED)
    votes.held(made, subject=subject, held_on=AFTER_PROBATION, **changed)
    owner = people.signed_in(cast.secretary) if to == Stage.REVIEWED else officer
    page = pages.read(pages.send(owner, step_of(made, to), **STRUCK))
    assert sentence in page.words
    assert stage_of(made) == Stage.ADMITTED


@pytest.mark.parametrize(("voted", "answer"), [(True, "met"), (False, "unknown")])
def test_striking_off_stores_what_the_vote_of_the_cell_says(voted, answer, cast, officer):
    made = people.dossier(cast, Stage.ADMITTED)
    if voted:
        votes.held(made, subject="striking_off", held_on=AFTER_PROBATION)
    pages.send(officer, step_of(made, Stage.STRUCK_OFF), **STRUCK)
    assert stage_of(made) == Stage.STRUCK_OFF
    assert said_of(made, "striking_off_ballot")["answer"] == answer
    words = pages.read(officer.get(f"/ho-so/{made.code}/")).words
    assert "Đã xét và lưu cùng bước “Xóa tên đảng viên dự bị” ngày 11/01/2021" in words
