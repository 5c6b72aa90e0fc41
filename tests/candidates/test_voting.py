"""Recording votes and taking them back, by the rule of the day of the meeting; what cannot be is refused with its numbers."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from candidates import voting
from candidates.enums import BallotBody, BallotOutcome, BallotSubject, Stage
from candidates.models import Ballot, Dossier
from organizations import access
from organizations.acting import acting
from organizations.enums import Deed, UnitKind
from organizations.errors import NotAllowed, Refused
from tests import people
from tests.candidates import votes
from tests.candidates.votes import given

COMMITTEE, STANDING = BallotBody.GRASSROOTS_COMMITTEE, BallotBody.GRASSROOTS_STANDING
DECIDED = people.DAYS[Stage.DECIDED]
RECOGNITION = BallotSubject.RECOGNITION
PAPER = "Biên bản số 05-BB/CB ngày 07/10/2019"


@pytest.fixture
def preparing(cast) -> Dossier:
    return people.dossier(cast, Stage.CONSULTING)


def record(cast, made: Dossier, said: dict, who: str = "secretary", basis: str = "") -> Ballot:
    own = access.reach(getattr(cast, who), people.TODAY)
    with acting(getattr(cast, who), Deed.MOVE_AS_CELL):
        return voting.record(made, said, own=own, today=people.TODAY, basis=basis)


def take_back(cast, made: Dossier, ballot: Ballot, reason: str, who: str = "secretary", basis: str = "") -> None:
    own = access.reach(getattr(cast, who), people.TODAY)
    with acting(getattr(cast, who), Deed.MOVE_AS_CELL):
        voting.take_back(made, ballot, reason, own=own, basis=basis)


def refused(cast, made: Dossier, said: dict, who: str = "secretary") -> tuple[str, ...]:
    with pytest.raises(Refused) as caught:
        record(cast, made, said, who)
    return caught.value.sentences


def test_a_vote_is_stored_with_what_it_amounts_to_by_the_rule_of_its_day(cast, preparing):
    made = record(cast, preparing, given(number="05-BB/CB"))
    made.refresh_from_db()
    assert (made.denominator, made.outcome, made.number) == (19, BallotOutcome.PASSED, "05-BB/CB")
    assert made.verdict["sentence"].startswith(
        "Chi bộ biểu quyết kết nạp đảng viên ngày 07/10/2019: tán thành 13/19 (68,4 %)"
    )
    assert (made.verdict["answer"], made.verdict["confirmed"]) == ("met", False)


def test_a_vote_below_the_share_is_stored_as_well_and_the_dossier_stays_where_it_is(cast, preparing):
    made = record(cast, preparing, given(in_favour=12, against=6))
    preparing.refresh_from_db()
    assert (made.outcome, preparing.stage) == (BallotOutcome.FAILED, Stage.CONSULTING)


@pytest.mark.parametrize(
    ("body", "outcome"),
    [(COMMITTEE, BallotOutcome.REPORT_UP), (STANDING, BallotOutcome.UNKNOWN)],
    ids=["2/3 of the committee, situation 4", "nothing told of a standing committee"],
)
def test_a_committee_is_measured_by_the_share_of_its_body(body, outcome, cast):
    made = people.dossier(cast, Stage.PROPOSED)
    stored = record(cast, made, given(body, held_on=DECIDED, in_favour=9, against=4), "officer")
    assert (stored.denominator, stored.outcome) == (15, outcome)


def test_before_any_regime_nobody_can_tell_whom_a_vote_leaves_out(cast):
    made = people.dossier(cast, Stage.SOURCE, days={Stage.SOURCE: date(2015, 3, 5)})
    made.entries.update(stage=Stage.PREPARING)
    stored = record(cast, made, given(held_on=date(2015, 12, 1)))
    assert (stored.outcome, stored.denominator, stored.verdict["answer"]) == (BallotOutcome.UNKNOWN, 21, "unknown")


@pytest.mark.parametrize(
    ("who", "body"),
    [
        ("officer", BallotBody.CELL),
        ("secretary", COMMITTEE),
        ("clerk", COMMITTEE),
        ("leader", BallotBody.CELL),
        ("stranger", BallotBody.CELL),
    ],
)
def test_only_the_owner_of_a_vote_records_it(who, body, cast, preparing):
    with pytest.raises(NotAllowed):
        record(cast, preparing, given(body), who)
    assert not Ballot.objects.exists()


def test_whoever_enters_for_the_cell_names_the_paper(cast, preparing):
    assert refused(cast, preparing, given(), "clerk") == ("Nhập thay chi bộ: cần ghi số, ngày của giấy tờ làm căn cứ.",)
    assert record(cast, preparing, given(), "clerk", PAPER).basis == PAPER


def test_a_vote_outside_acting_is_a_mistake_of_the_programme(cast, preparing):
    with pytest.raises(RuntimeError):
        voting.record(preparing, given(), own=access.reach(cast.secretary, people.TODAY), today=people.TODAY)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (
            {"held_on": date(2021, 6, 1)},
            "Ngày họp biểu quyết 01/6/2021 chưa đến (đang xem tại ngày 31/5/2021); hãy kiểm tra lại ngày.",
        ),
        (
            {"held_on": date(2019, 8, 4)},
            "Ngày họp 04/8/2019 trước bước “Lập hồ sơ” ngày 05/8/2019; biểu quyết “Kết nạp đảng viên” không thể trước bước đó. "
            "Hãy kiểm tra lại ngày.",
        ),
        (
            {"subject": BallotSubject.RECOGNITION},
            "Hồ sơ chưa có bước “Đã kết nạp (dự bị)” nên chưa biểu quyết “Công nhận đảng viên chính thức” được; "
            "hãy ghi bước đó trước.",
        ),
        (
            {"in_favour": 14},
            "Tán thành 14 + không tán thành 5 + phiếu trắng, không hợp lệ 0 = 19, khác số có mặt 18; hãy kiểm tra lại.",
        ),
    ],
)
def test_a_vote_that_cannot_be_is_refused(changed, sentence, cast, preparing):
    assert refused(cast, preparing, given(**changed)) == (sentence,)
    assert not Ballot.objects.exists()


def test_a_meeting_is_recorded_once(cast, preparing):
    record(cast, preparing, given())
    assert refused(cast, preparing, given(in_favour=18, against=0)) == (
        "Chi bộ họp ngày 07/10/2019 đã được ghi: 13/19 tán thành. Nếu dòng đó ghi nhầm, hãy đính chính dòng đó trước rồi ghi "
        "lại.",
    )
    assert record(cast, preparing, given(held_on=date(2019, 10, 8))).outcome == BallotOutcome.PASSED


@pytest.mark.parametrize(
    ("upto", "said", "who", "words"),
    [
        (
            Stage.PROPOSED,
            given(in_favour=12, against=6),
            "secretary",
            "Hồ sơ đã có bước “Chi bộ đề nghị” ngày 07/10/2019, dựa trên biểu quyết này.",
        ),
        (
            Stage.DECIDED,
            given(COMMITTEE, held_on=DECIDED, in_favour=9, against=4),
            "officer",
            "Hồ sơ đã có bước “Có quyết định” ngày 18/11/2019, dựa trên biểu quyết này.",
        ),
        (
            Stage.REVIEWED,
            given(subject=RECOGNITION, held_on=people.DAYS[Stage.REVIEWED], in_favour=12, against=6),
            "secretary",
            "Hồ sơ đã có bước “Chi bộ đề nghị công nhận” ngày 28/12/2020, dựa trên biểu quyết này.",
        ),
        (
            Stage.OFFICIAL,
            given(COMMITTEE, subject=RECOGNITION, held_on=people.DAYS[Stage.OFFICIAL], in_favour=9, against=4),
            "officer",
            "Hồ sơ đã có bước “Chính thức” ngày 11/01/2021, dựa trên biểu quyết này.",
        ),
    ],
)
def test_a_vote_that_fails_cannot_have_carried_the_step_of_its_day(upto, said, who, words, cast):
    made = people.dossier(cast, upto)
    below, carried = refused(cast, made, said, who)
    assert "chưa đạt mức ít nhất 2/3" in below
    assert carried.startswith(words)


def test_a_vote_that_passes_is_recorded_after_its_step(cast):
    made = people.dossier(cast, Stage.PROPOSED)
    assert record(cast, made, given()).outcome == BallotOutcome.PASSED


def test_a_failing_vote_of_another_day_is_recorded_beside_the_step(cast):
    made = people.dossier(cast, Stage.PROPOSED)
    assert record(cast, made, given(held_on=date(2019, 9, 2), in_favour=2, against=16)).outcome == BallotOutcome.FAILED


def test_a_mistaken_vote_is_taken_back_and_recorded_anew(cast, preparing):
    mistaken = record(cast, preparing, given(in_favour=12, against=6))
    take_back(cast, preparing, mistaken, "Ghi nhầm số phiếu")
    right = record(cast, preparing, given())
    assert list(preparing.ballots.all()) == [right]
    assert list(Ballot.ever.filter(void=True)) == [mistaken]


def test_a_vote_is_taken_back_once_with_a_reason_and_by_its_owner(cast, preparing):
    made = record(cast, preparing, given())
    with pytest.raises(Refused, match="Cần ghi lý do đính chính"):
        take_back(cast, preparing, made, " ")
    with pytest.raises(NotAllowed):
        take_back(cast, preparing, made, "Nhầm", "officer")
    with pytest.raises(Refused, match="Nhập thay chi bộ"):
        take_back(cast, preparing, made, "Nhầm", "clerk")
    take_back(cast, preparing, made, "Nhầm", "clerk", PAPER)
    with pytest.raises(Refused, match="đã được đính chính trước đó"):
        take_back(cast, preparing, made, "Nhầm")


def test_the_reason_and_the_paper_stay_in_the_audit_trail(cast, preparing):
    made = record(cast, preparing, given())
    take_back(cast, preparing, made, "Ghi nhầm", "clerk", PAPER)
    newest = Ballot.pgh_event_model.objects.order_by("-pgh_id").select_related("pgh_context").first()
    assert newest.pgh_context.metadata["reason"] == f"Ghi nhầm (nhập thay theo giấy tờ: {PAPER})"


@pytest.mark.parametrize(
    ("who", "bodies"),
    [
        ("secretary", [BallotBody.CELL]),
        ("clerk", [BallotBody.CELL]),
        ("officer", [COMMITTEE, STANDING, BallotBody.UPPER_STANDING]),
        ("leader", []),
    ],
)
def test_each_person_records_the_votes_of_whom_they_speak_for(who, bodies, cast):
    own = access.reach(getattr(cast, who), people.TODAY)
    assert voting.bodies(own, cast.cell) == bodies
    assert voting.may_record(own, cast.cell) is bool(bodies)


GRASSROOTS, UPPER, PROVINCE = [COMMITTEE, STANDING], BallotBody.UPPER_STANDING, BallotBody.PROVINCE_BUREAU


@pytest.mark.parametrize(
    ("at", "bodies"),
    [
        (UnitKind.PROVINCE, [*GRASSROOTS, UPPER, PROVINCE]),
        (UnitKind.UPPER, [*GRASSROOTS, UPPER]),
        (UnitKind.GRASSROOTS, GRASSROOTS),
        (UnitKind.SECTION, []),
    ],
)
def test_an_officer_records_the_votes_of_committees_of_the_own_level_or_below(at, bodies, cast):
    cast.bloc.versions.update(kind=at)
    own = access.reach(cast.officer, people.TODAY)
    assert (voting.bodies(own, cast.cell), voting.committees(own, cast.cell)) == (bodies, bodies)


def test_an_officer_of_another_place_records_no_vote(cast):
    own = access.reach(cast.officer, people.TODAY)
    assert voting.committees(own, cast.foreign_cell) == []


@pytest.mark.parametrize(
    ("kind", "body", "named"),
    [
        (UnitKind.UPPER, PROVINCE, "Tập thể thường trực cấp ủy tỉnh"),
        (UnitKind.GRASSROOTS, UPPER, "Ban thường vụ cấp ủy cấp trên trực tiếp"),
    ],
)
def test_a_vote_of_a_body_above_is_refused_and_neither_taken_back(kind, body, named, cast):
    made = people.dossier(cast, Stage.PROPOSED)
    cast.bloc.versions.update(kind=kind)
    sentence = (
        f"“{named}” không thuộc cấp mà đồng chí phụ trách đối với chi bộ này nên đồng chí không ghi, không đính chính được biểu "
        "quyết của tập thể đó. Hãy chọn đúng tập thể, hoặc đề nghị cán bộ ban tổ chức của cấp đó ghi."
    )
    assert refused(cast, made, given(body, held_on=DECIDED), "officer") == (sentence,)
    above = votes.held(made, body, held_on=DECIDED)
    with pytest.raises(Refused) as caught:
        take_back(cast, made, above, "Ghi nhầm", "officer")
    assert caught.value.sentences == (sentence,)
    assert list(Ballot.objects.all()) == [above]


@pytest.mark.parametrize("name", votes.BREAKS)
def test_the_database_refuses_a_vote_that_cannot_be(name, preparing):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        votes.BREAKS[name](preparing)


@pytest.mark.parametrize("changed", [{"denominator": 0}, {"denominator": 12}], ids=["nobody", "fewer than in favour"])
def test_the_database_refuses_a_number_measured_against_that_cannot_be(changed, preparing):
    with pytest.raises(IntegrityError, match="candidates_ballot_denominator_within"), transaction.atomic():
        votes.held(preparing, **changed)
