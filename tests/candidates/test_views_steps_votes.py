"""A step with the vote that carries it, as the browser does it: both or neither, the vote alone, or the vote later."""

import pytest
from django.test import Client

from candidates.enums import BallotOutcome, Stage
from candidates.models import Ballot, Dossier
from candidates.tally_form import NOT_THAT_BODY
from organizations.access import DEEDS
from organizations.enums import Deed, Role, UnitKind
from tests import pages, people
from tests.candidates import votes
from tests.candidates.test_views_ballots import PAPER
from tests.candidates.test_views_people import ONCE
from tests.candidates.test_views_steps import step_of
from tests.candidates.votes import CELL, COMMITTEE, typed

MEETING = {"on": "7/10/2019", "note": "Họp bất thường", "number": "05-NQ/CB"}
DECISION = {"on": "18/11/2019", "number": "12-QĐ/TN", "received_on": "20/11/2019"}
OF_CELL = typed(CELL) | {"how": "secret"}
OF_COMMITTEE = {name: value for name, value in typed(COMMITTEE).items() if name not in ("away", "exempt_absent")}
OF_COMMITTEE |= {"body": "grassroots_committee", "voted_on": "15/11/2019"}
ALONE = "Chỉ ghi kết quả biểu quyết (không đủ tỷ lệ)"
NOT_RECORDED = "Chưa ghi kết quả biểu quyết của chi bộ ngày 07/10/2019 về kết nạp"


@pytest.fixture
def secretary(cast) -> Client:
    return people.signed_in(cast.secretary)


@pytest.fixture
def officer(cast) -> Client:
    return people.signed_in(cast.officer)


@pytest.fixture
def preparing(cast) -> Dossier:
    return people.dossier(cast, Stage.CONSULTING)


@pytest.fixture
def proposed(cast) -> Dossier:
    return people.dossier(cast, Stage.SUBMITTED)


def stage_of(made: Dossier) -> str:
    made.refresh_from_db()
    return made.stage


def said_of(made: Dossier, rule: str) -> dict:
    """What a criterion said that was stored with the newest step."""
    return next(each for each in made.entries.get(until=None).verdicts if each["rule"] == rule)


def test_the_vote_is_recorded_before_the_step_is_judged(preparing, secretary):
    pages.send(secretary, step_of(preparing, Stage.PROPOSED), **MEETING | OF_CELL)
    assert stage_of(preparing) == Stage.PROPOSED
    assert (Ballot.objects.get().outcome, Ballot.objects.get().form) == (BallotOutcome.PASSED, "secret")
    assert said_of(preparing, "cell_ballot")["answer"] == "met"


def test_whoever_enters_for_the_cell_enters_its_vote_by_the_same_paper(cast, preparing):
    pages.send(people.signed_in(cast.clerk), step_of(preparing, Stage.PROPOSED), **MEETING | OF_CELL, basis=PAPER)
    assert (stage_of(preparing), Ballot.objects.get().basis) == (Stage.PROPOSED, PAPER)


def test_a_vote_that_was_not_typed_is_not_recorded_and_said_to_be_lacking(preparing, secretary):
    pages.send(secretary, step_of(preparing, Stage.PROPOSED), **MEETING)
    assert (stage_of(preparing), Ballot.objects.exists()) == (Stage.PROPOSED, False)
    said = said_of(preparing, "cell_ballot")
    assert (said["answer"], said["sentence"].startswith(NOT_RECORDED)) == ("unknown", True)


@pytest.mark.parametrize(
    ("vote", "sentence"),
    [
        ({"members": "21"}, "Còn thiếu số này; hãy nhập, không có ai thì ghi 0, hoặc để trống cả phần biểu quyết."),
        ({"how": "secret"}, "Còn thiếu số này"),
        (OF_CELL | {"against": ""}, "Còn thiếu số này"),
        (OF_CELL | {"members": "nhiều"}, "Hãy nhập một số nguyên, ví dụ 57."),
        (OF_CELL | {"present": "20"}, "Có mặt 20 người, nhiều hơn 19"),
        (OF_CELL | {"in_favour": "14"}, "khác số có mặt 18"),
    ],
)
def test_half_a_vote_or_an_impossible_one_is_told_and_nothing_is_lost(vote, sentence, preparing, secretary):
    page = pages.read(pages.send(secretary, step_of(preparing, Stage.PROPOSED), **MEETING | vote))
    assert sentence in page.words
    assert ALONE not in page.words
    kept = {name: value for name, value in (MEETING | vote).items() if name != "how"}
    assert {name: page.form.fields[name] for name in kept} == kept
    assert (stage_of(preparing), Ballot.objects.exists()) == (Stage.CONSULTING, False)


def test_a_vote_below_the_share_makes_no_step_and_is_offered_to_be_recorded_alone(preparing, secretary):
    below = MEETING | OF_CELL | {"in_favour": "12", "against": "6"}
    page = pages.read(pages.send(secretary, step_of(preparing, Stage.PROPOSED), **below))
    assert "tán thành 12/19 (63,2 %) đảng viên chính thức" in page.words
    assert ALONE in page.words
    assert {name: page.form.fields[name] for name in below} == below
    assert (stage_of(preparing), Ballot.objects.exists()) == (Stage.CONSULTING, False)
    answer = secretary.post(step_of(preparing, Stage.PROPOSED), page.form.fields | {"only_ballot": "1"})
    assert answer.url == f"/ho-so/{preparing.code}/bieu-quyet/"
    assert (stage_of(preparing), Ballot.objects.get().outcome) == (Stage.CONSULTING, BallotOutcome.FAILED)
    assert "Đã ghi kết quả biểu quyết; chưa ghi bước của hồ sơ." in pages.read(secretary.get(answer.url)).words


def test_the_vote_alone_needs_a_vote(preparing, secretary):
    page = pages.read(pages.send(secretary, step_of(preparing, Stage.PROPOSED), **MEETING, only_ballot="1"))
    assert "Chưa nhập kết quả biểu quyết nào để ghi." in page.words
    assert stage_of(preparing) == Stage.CONSULTING


def test_where_the_step_is_refused_the_vote_is_not_recorded_either(preparing, secretary):
    form = pages.read(secretary.get(step_of(preparing, Stage.PROPOSED))).form
    preparing.entries.filter(until=None).update(on=people.DAYS[Stage.DECIDED])
    early = MEETING | OF_CELL
    page = pages.read(pages.send(secretary, step_of(preparing, Stage.PROPOSED), form, **early))
    assert "trước bước “Lấy ý kiến nhận xét” ngày 18/11/2019" in page.words
    assert {name: page.form.fields[name] for name in early} == early
    assert not Ballot.objects.exists()


def test_where_a_criterion_is_not_met_neither_the_step_nor_the_vote_is_recorded(cast, secretary):
    made = people.dossier(cast, Stage.CONSULTING, birth_year=2003, birth_date=None)
    page = pages.read(pages.send(secretary, step_of(made, Stage.PROPOSED), **MEETING | OF_CELL))
    assert "chưa đủ 18 tuổi" in page.words
    assert ALONE not in page.words
    assert (stage_of(made), Ballot.objects.exists()) == (Stage.CONSULTING, False)


def test_a_second_click_records_one_vote_and_one_step(preparing, secretary):
    form = pages.read(secretary.get(step_of(preparing, Stage.PROPOSED))).form
    for _ in range(2):
        answer = secretary.post(step_of(preparing, Stage.PROPOSED), form.fields | MEETING | OF_CELL)
    assert (Ballot.objects.count(), preparing.entries.filter(stage=Stage.PROPOSED).count()) == (1, 1)
    assert ONCE in pages.read(secretary.get(answer.url)).words


def test_a_vote_recorded_before_is_shown_sets_the_day_and_is_not_asked_for_again(preparing, secretary):
    votes.held(preparing, verdict={"sentence": "Chi bộ tán thành 13/19.", "source": "Điều lệ"})
    page = pages.read(secretary.get(step_of(preparing, Stage.PROPOSED)))
    assert "Chi bộ tán thành 13/19." in page.words
    assert page.form.fields["on"] == "07/10/2019"
    assert "members" not in page.form.fields
    pages.send(secretary, step_of(preparing, Stage.PROPOSED))
    assert said_of(preparing, "cell_ballot")["answer"] == "met"


def test_for_another_day_the_vote_is_asked_for(preparing, secretary):
    votes.held(preparing, outcome=BallotOutcome.FAILED)
    assert pages.read(secretary.get(step_of(preparing, Stage.PROPOSED))).form.fields["members"] == ""


def test_a_vote_typed_for_a_meeting_that_is_recorded_is_told_and_kept(preparing, secretary):
    form = pages.read(secretary.get(step_of(preparing, Stage.PROPOSED))).form
    votes.held(preparing)
    page = pages.read(secretary.post(step_of(preparing, Stage.PROPOSED), form.fields | MEETING | OF_CELL))
    assert "Chi bộ họp ngày 07/10/2019 đã được ghi: 13/19 tán thành." in page.words
    assert page.form.fields["members"] == "21"
    assert stage_of(preparing) == Stage.CONSULTING


def test_the_vote_of_the_committee_is_recorded_with_the_decision(proposed, officer):
    pages.send(officer, step_of(proposed, Stage.DECIDED), **DECISION | OF_COMMITTEE)
    ballot = Ballot.objects.get()
    assert (ballot.body, ballot.held_on.day, ballot.denominator) == ("grassroots_committee", 15, 15)
    assert stage_of(proposed) == Stage.DECIDED
    assert said_of(proposed, "committee_ballot")["answer"] == "met"
    assert said_of(proposed, "decider")["answer"] == "met"


def test_the_vote_of_the_committee_was_on_the_day_of_the_decision_where_no_other_is_typed(proposed, officer):
    pages.send(officer, step_of(proposed, Stage.DECIDED), **DECISION | OF_COMMITTEE | {"voted_on": ""})
    assert Ballot.objects.get().held_on == people.DAYS[Stage.DECIDED]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"body": ""}, "Hãy chọn tập thể đã biểu quyết."),
        ({"body": "cell"}, NOT_THAT_BODY),
        ({"body": "province_bureau"}, NOT_THAT_BODY),
        ({"voted_on": "19/11/2019"}, "Ngày họp 19/11/2019 sau ngày ký quyết định 18/11/2019; hãy kiểm tra lại ngày."),
        ({"voted_on": "6/10/2019"}, "Ngày họp 06/10/2019 trước bước"),
    ],
)
def test_what_cannot_be_of_the_vote_of_a_committee_is_told(wrong, sentence, proposed, officer):
    page = pages.read(pages.send(officer, step_of(proposed, Stage.DECIDED), **DECISION | OF_COMMITTEE | wrong))
    assert sentence in page.words
    assert (stage_of(proposed), Ballot.objects.exists()) == (Stage.SUBMITTED, False)


def test_a_committee_below_the_share_decides_nothing_and_needs_no_number_situation_4(proposed, officer):
    below = OF_COMMITTEE | {"in_favour": "9", "against": "4", "on": "", "number": ""}
    page = pages.read(pages.send(officer, step_of(proposed, Stage.DECIDED), **below | {"on": "18/11/2019"}))
    assert "tán thành 9/15 (60,0 %) thành viên, chưa đạt mức ít nhất 2/3" in page.words
    assert "báo cáo kết quả lên cấp trên" in page.words
    assert "Hãy nhập số của" not in page.words
    answer = officer.post(step_of(proposed, Stage.DECIDED), page.form.fields | below | {"only_ballot": "1"})
    assert answer.status_code == 302
    assert (stage_of(proposed), Ballot.objects.get().outcome) == (Stage.SUBMITTED, BallotOutcome.REPORT_UP)
    assert Ballot.objects.get().held_on.day == 15


def test_a_committee_that_voted_before_is_not_asked_for_again(proposed, officer):
    body = {"body": "grassroots_committee", "away": 0, "exempt_absent": 0}
    votes.held(proposed, held_on=people.DAYS[Stage.DECIDED], verdict={"sentence": "Tập thể đảng ủy tán thành."}, **body)
    page = pages.read(officer.get(step_of(proposed, Stage.DECIDED)))
    assert "Tập thể đảng ủy tán thành." in page.words
    assert "body" not in page.form.fields


@pytest.mark.parametrize("to", [Stage.TRAINED, Stage.REMOVED])
def test_a_step_without_a_vote_asks_for_none(to, cast, secretary):
    made = people.dossier(cast, Stage.SYMPATHISER)
    assert "members" not in pages.read(secretary.get(step_of(made, to))).form.fields


@pytest.mark.parametrize(
    ("who", "upto", "to", "offered"),
    [
        ("officer", Stage.SUBMITTED, Stage.DECIDED, True),
        ("officer", Stage.REVIEWED, Stage.OFFICIAL, True),
        ("clerk", Stage.ADMITTED, Stage.REVIEWED, True),
        ("secretary", Stage.ADMITTED, Stage.REVIEWED, False),
        ("officer", Stage.ADMITTED, Stage.STRUCK_OFF, True),
        ("clerk", Stage.CONSULTING, Stage.PROPOSED, True),
        ("clerk", Stage.TRAINED, Stage.PREPARING, False),
        ("secretary", Stage.CONSULTING, Stage.PROPOSED, False),
    ],
)
def test_a_reason_to_go_on_is_asked_of_those_alone_who_may_and_where_criteria_are_asked(who, upto, to, offered, cast):
    made, browser = people.dossier(cast, upto), people.signed_in(getattr(cast, who))
    assert ("override" in pages.read(browser.get(step_of(made, to))).form.fields) is offered


def test_an_officer_below_any_committee_decides_without_a_vote_to_type(cast, proposed, officer):
    cast.bloc.versions.update(kind=UnitKind.SECTION)
    assert "members" not in pages.read(officer.get(step_of(proposed, Stage.DECIDED))).form.fields


def test_the_board_and_whoever_enters_for_cells_may_go_on():
    assert {role for role, deeds in DEEDS.items() if Deed.OVERRIDE in deeds} == {Role.BOARD_OFFICER, Role.ENTRY_CLERK}


def test_the_form_of_a_step_is_labelled_and_plain(preparing, secretary):
    page = pages.read(secretary.get(step_of(preparing, Stage.PROPOSED)))
    assert (page.inline, page.unlabelled) == ([], [])
    assert "Không tính đảng viên dự bị" in page.words
