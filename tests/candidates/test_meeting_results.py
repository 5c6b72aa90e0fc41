"""What a meeting decided: recorded row by row, shown before, left out with the words why, taken back as a whole."""

import uuid

import pytest

from candidates import stages
from candidates.enums import AgendaResult, BallotOutcome, BallotSubject, MeetingBody, MeetingState, Stage
from candidates.meeting_results import RowSaid
from candidates.models import Act, Ballot, Dossier, Meeting, Paper
from organizations.acting import acting
from organizations.enums import Deed
from organizations.errors import Refused
from tests import people
from tests.candidates import agendas, votes
from tests.people import TODAY

SURE = {"ghi": "1"}


@pytest.fixture
def officer(cast):
    return people.signed_in(cast.officer)


def results(meeting: Meeting) -> list[str]:
    return [item.result for item in meeting.items.order_by("dossier__person__name_key")]


def apply_at(meeting: Meeting) -> str:
    return f"/ho-so/cuoc-hop/{meeting.pk}/ap-dung/"


def undo(browser, meeting: Meeting, **said):
    meeting.refresh_from_db()
    sent = {"form_token": str(uuid.uuid4()), "version": meeting.version, "reason": "ghi nhầm cuộc họp"} | said
    return browser.post(f"/ho-so/cuoc-hop/{meeting.pk}/huy/", sent)


def test_twelve_dossiers_are_shown_then_decided_with_one_tally_and_numbers_in_order(cast, officer):
    meeting = agendas.meeting(cast, *agendas.submitted(cast, 12))
    shown = officer.post(apply_at(meeting), agendas.typed(meeting))
    assert (
        shown.context["shown"]["applied"],
        Ballot.objects.count(),
        Act.objects.filter(batch__isnull=False).count(),
    ) == (
        12,
        0,
        0,
    )
    assert "Lê Văn L" in shown.content.decode()
    assert officer.post(apply_at(meeting), agendas.typed(meeting) | SURE).status_code == 302
    numbers = Paper.objects.filter(kind="admission").order_by("number").values_list("number", flat=True)
    assert list(numbers) == [f"{n:02d}-QĐ/ĐU" for n in range(1, 13)]
    assert set(Ballot.objects.values_list("outcome", "in_favour", "subject")) == {("unknown", 12, "admission")}
    assert results(meeting) == ["applied"] * 12


def test_one_dossier_that_waits_beside_its_stage_is_left_out_with_the_words_and_takes_no_number(cast, officer):
    made = agendas.submitted(cast, 12)
    meeting = agendas.meeting(cast, *made)
    with acting(cast.officer, Deed.RETURN_DOSSIER):
        made[4].holds.create(
            kind="returned",
            code="paper_missing",
            reason="thiếu",
            stage=made[4].stage,
            unit=made[4].unit,
            begun_on=TODAY,
        )
    officer.post(apply_at(meeting), agendas.typed(meeting) | SURE)
    left = meeting.items.get(dossier=made[4])
    assert (left.result, "được trả về để bổ sung từ ngày 31/5/2021" in left.words) == (AgendaResult.SKIPPED, True)
    assert sorted(Paper.objects.filter(kind="admission").values_list("number", flat=True))[-1] == "11-QĐ/ĐU"
    assert results(meeting).count("applied") == 11


def test_a_dossier_left_out_is_recorded_later_by_the_same_meeting(cast, officer):
    made = agendas.submitted(cast, 2)
    meeting = agendas.meeting(cast, *made)
    item = meeting.items.get(dossier=made[0])
    first = agendas.typed(meeting)
    del first[f"xet_{item.pk}"]
    officer.post(apply_at(meeting), first | SURE)
    assert results(meeting) == ["skipped", "applied"]
    officer.post(apply_at(meeting), agendas.typed(meeting, tu_so="02") | SURE)
    assert results(meeting) == ["applied", "applied"]


def test_a_change_between_marking_and_recording_is_told_and_counts_once_it_was_looked_at(cast, officer):
    made = agendas.submitted(cast, 2)[0]
    meeting = agendas.meeting(cast, *Dossier.objects.filter(stage=Stage.SUBMITTED))
    people.signed_in(cast.secretary)
    with acting(cast.clerk, Deed.EDIT_CANDIDATE):
        Dossier.objects.filter(pk=made.pk).update(youth_union=True, version=made.version + 1)
    item = meeting.items.get(dossier=made)
    page = officer.post(apply_at(meeting), agendas.typed(meeting)).content.decode()
    assert f"{cast.clerk} đã thay đổi hồ sơ lúc" in page
    seen = agendas.typed(meeting) | {f"ban_{item.pk}": made.version + 1, f"nhan_{item.pk}": "on"}
    officer.post(apply_at(meeting), agendas.typed(meeting) | {f"ban_{item.pk}": made.version + 1} | SURE)
    assert results(meeting) == ["skipped", "applied"]
    officer.post(
        apply_at(meeting), seen | {"tu_so": "02", "version": Meeting.objects.get(pk=meeting.pk).version} | SURE
    )
    assert results(meeting) == ["applied", "applied"]


def test_a_step_made_meanwhile_by_somebody_else_is_named(cast):
    made = agendas.submitted(cast)[0]
    other = agendas.submitted(cast)[0]
    meeting = agendas.meeting(cast, made, other)
    people.advance(made, Stage.DECIDED, on=agendas.HELD_ON, by=cast.officer)
    found = agendas.recorded(meeting, cast.officer)
    left = next(each for each in found if each.item.dossier_id == made.pk)
    assert (left.result, f"{cast.officer} đã thay đổi hồ sơ" in left.words, "Ghi quyết định kết nạp" in left.words) == (
        AgendaResult.SKIPPED,
        True,
        True,
    )


def test_a_vote_below_the_share_is_recorded_without_the_step_and_undone_with_the_rest(cast, officer):
    made = [people.dossier(cast, Stage.PROPOSED, full_name=name) for name in ("Lê Văn A", "Lê Văn B")]
    body = {"body": MeetingBody.GRASSROOTS_COMMITTEE, "at": cast.office, "is_delegated": True}
    meeting = agendas.meeting(cast, *made, **body)
    item = meeting.items.get(dossier=made[0])
    own = {f"thuan_{item.pk}": "5", f"khong_{item.pk}": "8"}
    officer.post(apply_at(meeting), agendas.typed(meeting) | own | SURE)
    item.refresh_from_db()
    assert (item.result, "báo cáo kết quả lên cấp trên" in item.words) == (AgendaResult.NOT_PASSED, True)
    made[0].refresh_from_db()
    assert (made[0].stage, made[0].ballots.get().outcome) == (Stage.PROPOSED, BallotOutcome.REPORT_UP)
    assert undo(officer, meeting).status_code == 302
    assert (Ballot.objects.count(), Paper.objects.filter(kind="admission").count()) == (0, 0)
    assert set(Dossier.objects.values_list("stage", flat=True)) == {Stage.PROPOSED}


def test_results_are_not_undone_once_something_was_built_on_one_and_it_is_named(cast, officer):
    made = agendas.submitted(cast, 3)
    meeting = agendas.meeting(cast, *made)
    officer.post(apply_at(meeting), agendas.typed(meeting) | SURE)
    people.advance(made[1], Stage.ADMITTED, on=TODAY)
    page = undo(officer, meeting).content.decode()
    assert f"Hồ sơ {made[1].code} đã có việc ghi sau: “Ghi lễ kết nạp” ngày 31/5/2021" in page
    assert results(meeting) == ["applied"] * 3
    assert Meeting.objects.get().state == MeetingState.HELD


def test_undone_results_wait_for_the_meeting_again(cast, officer):
    meeting = agendas.meeting(cast, *agendas.submitted(cast, 2))
    officer.post(apply_at(meeting), agendas.typed(meeting) | SURE)
    undo(officer, meeting)
    meeting.refresh_from_db()
    assert (meeting.state, results(meeting), meeting.items.first().words) == (
        MeetingState.PLANNED,
        ["skipped", "skipped"],
        "Kết quả đã ghi được hủy: ghi nhầm cuộc họp",
    )
    assert officer.post(apply_at(meeting), agendas.typed(meeting) | SURE).status_code == 302
    assert results(meeting) == ["applied", "applied"]


def test_a_double_click_records_a_meeting_once(cast, officer):
    meeting = agendas.meeting(cast, *agendas.submitted(cast, 2))
    sent = agendas.typed(meeting) | SURE
    assert [officer.post(apply_at(meeting), sent).status_code for _ in range(2)] == [302, 302]
    assert Ballot.objects.count() == 2


def test_two_people_at_one_agenda_are_told_of_each_other(cast, officer):
    meeting = agendas.meeting(cast, *agendas.submitted(cast, 2))
    stale = agendas.typed(meeting) | SURE
    agendas.recorded(meeting, cast.leader, rows={meeting.items.first().pk: RowSaid(considered=False)})
    page = officer.post(apply_at(meeting), stale).content.decode()
    assert f"đã được {cast.leader} thay đổi trong lúc đồng chí nhập" in page


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"mau": "05-QĐ/ĐU", "tu_so": ""}, "Có 2 quyết định, mỗi quyết định một số"),
        ({"mau": ""}, "Mỗi quyết định cần một số"),
        ({"tu_so": ""}, "Hãy nhập số đầu tiên"),
        ({"ngay": "1/6/2021"}, "Ngày họp 01/6/2021 chưa đến"),
        ({"ngay_ky": "1/5/2021"}, "Ngày ký 01/5/2021 trước ngày họp 20/5/2021"),
        ({"present": ""}, "Còn thiếu số này"),
        ({"against": "5"}, "khác số có mặt 13"),
    ],
)
def test_what_cannot_be_is_told_before_anything_is_recorded_and_stays_in_the_form(changed, sentence, cast, officer):
    meeting = agendas.meeting(cast, *agendas.submitted(cast, 2))
    answer = officer.post(apply_at(meeting), agendas.typed(meeting) | changed | SURE)
    assert sentence in answer.content.decode()
    assert answer.context["form"]["noi_ban_hanh"].value() == "Đảng ủy Khối"
    assert results(meeting) == ["", ""]


def test_a_number_used_before_leaves_its_row_out_and_names_the_other_paper(cast):
    first, second = agendas.submitted(cast, 2)
    agendas.recorded(agendas.meeting(cast, first), cast.officer)
    later = agendas.meeting(cast, second, on=TODAY)
    with pytest.raises(Refused, match="Số 01-QĐ/ĐU ngày 20/5/2021 đã ghi cho hồ sơ khác"):
        agendas.recorded(later, cast.officer, held_on=TODAY)


def test_a_grassroots_committee_that_endorses_votes_without_a_share_that_any_text_tells(cast):
    made = people.dossier(cast, Stage.PROPOSED)
    meeting = agendas.meeting(cast, made, body=MeetingBody.GRASSROOTS_COMMITTEE, at=cast.office)
    agendas.recorded(
        meeting,
        cast.office_worker,
        pattern="15-NQ/ĐU",
        first="",
        tally=votes.COMMITTEE | {"in_favour": 4, "against": 9},
    )
    made.refresh_from_db()
    vote = made.ballots.get(subject=BallotSubject.ENDORSEMENT)
    assert (made.stage, vote.outcome, "chưa đủ căn cứ" in vote.verdict["sentence"]) == (
        Stage.ENDORSED,
        BallotOutcome.UNKNOWN,
        True,
    )


def test_a_delegated_committee_decides_by_its_vote_and_without_one_it_does_not(cast):
    first, second = (people.dossier(cast, Stage.PROPOSED, full_name=name) for name in ("Lê Văn A", "Lê Văn B"))
    body = {"body": MeetingBody.GRASSROOTS_COMMITTEE, "at": cast.office, "is_delegated": True}
    meeting = agendas.meeting(cast, first, second, **body)
    rows = {meeting.items.get(dossier=first).pk: RowSaid(tally=votes.COMMITTEE)}
    found = agendas.recorded(meeting, cast.officer, rows=rows)
    assert [each.result for each in found] == [AgendaResult.APPLIED, AgendaResult.SKIPPED]
    assert "ghi kết quả biểu quyết của đảng ủy cơ sở" in found[1].words


def test_the_cell_proposes_and_a_vote_recorded_before_is_not_recorded_twice(cast):
    made = people.dossier(cast, Stage.CONSULTING)
    votes.held(made, held_on=agendas.HELD_ON)
    meeting = agendas.meeting(cast, made, body=MeetingBody.CELL, at=cast.cell, by=cast.secretary)
    agendas.recorded(meeting, cast.secretary, pattern="3-NQ/CB", first="", tally=votes.CELL)
    made.refresh_from_db()
    assert (made.stage, made.ballots.count(), made.ballots.get().act) == (Stage.PROPOSED, 1, None)


def test_where_nothing_could_be_recorded_all_reasons_are_told_and_the_meeting_stays_planned(cast):
    made = agendas.submitted(cast)[0]
    meeting = agendas.meeting(cast, made)
    with pytest.raises(Refused, match=f"{made.person.full_name}: "):
        agendas.recorded(meeting, cast.officer, held_on=people.DAYS[Stage.PROPOSED])
    assert Meeting.objects.get().state == MeetingState.PLANNED


def test_one_row_taken_back_on_its_dossier_waits_for_the_meeting_again(cast):
    made = agendas.submitted(cast, 2)
    meeting = agendas.meeting(cast, *made)
    agendas.recorded(meeting, cast.officer)
    with acting(cast.officer, Deed.CORRECT_STEP):
        found = Dossier.objects.get(pk=made[0].pk)
        stages.take_back(found, "ghi nhầm", own=agendas.reach(cast.bloc), today=TODAY, version=found.version)
    assert results(meeting) == ["skipped", "applied"]
