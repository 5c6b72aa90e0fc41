"""Votes that are reported to the superior: allowed only when they call for it, and what may follow its answer."""

from datetime import date

import pytest

from candidates import owners, stages
from candidates.enums import BallotBody, BallotOutcome, BallotSubject, HoldKind, HoldOutcome, Stage
from candidates.levels import Line
from candidates.models import Dossier
from organizations.errors import Refused
from tests import people
from tests.candidates import sides, votes
from tests.people import TODAY

MEETINGS = (date(2020, 12, 20), date(2021, 1, 20), date(2021, 2, 20))
IN_VAIN = {"in_favour": 8, "against": 10, "outcome": BallotOutcome.FAILED}


@pytest.fixture
def stuck(cast) -> Dossier:
    """Three meetings at which the cell recognised nobody and struck nobody off."""
    made = people.dossier(cast, Stage.ADMITTED)
    for held_on in MEETINGS:
        votes.held(made, subject=BallotSubject.RECOGNITION, held_on=held_on, **IN_VAIN)
    return sides.fresh(made)


@pytest.fixture
def below(cast) -> Dossier:
    """A committee that did not reach its share."""
    made = people.dossier(cast, Stage.SUBMITTED)
    said = {"in_favour": 9, "against": 4, "outcome": BallotOutcome.REPORT_UP, "held_on": date(2019, 11, 11)}
    votes.held(made, BallotBody.GRASSROOTS_COMMITTEE, **said)
    return sides.fresh(made)


def against(made: Dossier, to: Stage) -> tuple[str, ...]:
    found = stages.possible_moves(sides.fresh(made), sides.at(made.unit), TODAY)
    return next(each.against for each in found if each.to == to)


def test_one_vote_in_vain_is_no_reason_to_report(cast):
    made = people.dossier(cast, Stage.ADMITTED)
    votes.held(made, subject=BallotSubject.RECOGNITION, held_on=MEETINGS[0], **IN_VAIN)
    with pytest.raises(Refused):
        sides.hold(made, HoldKind.REPORTED_UP)


def test_after_a_deadlock_the_committee_recognises_without_the_cell_once_the_superior_said_so(stuck):
    assert against(stuck, Stage.OFFICIAL)[0].startswith("Chưa đến bước “Chính thức”")
    held = sides.hold(stuck, HoldKind.REPORTED_UP)
    sides.release(held, outcome=HoldOutcome.SUPERIOR_DECIDES)
    assert Line(sides.fresh(stuck), TODAY).superior_decides
    people.make(stuck, Stage.OFFICIAL, on=TODAY)
    entry = stages.open_entry(sides.fresh(stuck))
    assert (entry.stage, entry.from_stage, entry.on) == (Stage.OFFICIAL, Stage.ADMITTED, date(2020, 12, 16))


def test_after_a_deadlock_the_committee_may_strike_off(stuck):
    sides.release(sides.hold(stuck, HoldKind.REPORTED_UP), outcome=HoldOutcome.SUPERIOR_DECIDES)
    people.advance(stuck, Stage.STRUCK_OFF, on=TODAY)
    assert sides.fresh(stuck).stage == Stage.STRUCK_OFF


def test_to_vote_again_leaves_recognition_to_the_cell(stuck):
    sides.release(sides.hold(stuck, HoldKind.REPORTED_UP), outcome=HoldOutcome.VOTE_AGAIN)
    assert against(stuck, Stage.OFFICIAL)[0].startswith("Chưa đến bước “Chính thức”")


def test_against_a_committee_below_its_share_the_decision_waits_for_the_superior(below):
    assert any("9/15" in each for each in against(below, Stage.DECIDED))
    held = sides.hold(below, HoldKind.REPORTED_UP)
    assert against(below, Stage.DECIDED)[0].startswith("Kết quả biểu quyết đã báo cáo cấp trên từ ngày 03/5/2021")
    sides.release(held, outcome=HoldOutcome.SUPERIOR_DECIDES)
    assert against(below, Stage.DECIDED) == ()


def test_below_two_thirds_in_the_cell_the_words_say_so_and_what_may_follow(cast):
    made = people.dossier(cast, Stage.CONSULTING)
    votes.held(made, held_on=TODAY, **IN_VAIN)
    owner = owners.next_owner(sides.fresh(made), TODAY)
    assert owner.sentence == (
        "Chi bộ biểu quyết ngày 31/5/2021 không đủ tỷ lệ (8/19). Đang chờ chi bộ: họp, biểu quyết lại; hoặc tạm dừng, đưa ra "
        "khỏi danh sách"
    )
