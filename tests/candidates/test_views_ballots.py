"""The page of votes, as the browser does it: recording, what is refused, taking back; and the votes on the dossier."""

from datetime import date

import pytest
from django.test import Client

from candidates.enums import BallotBody, BallotOutcome, Stage
from candidates.models import Ballot, Dossier
from candidates.tally_form import NOT_THAT_BODY
from organizations import clock
from tests import pages, people
from tests.candidates import votes
from tests.candidates.test_views_people import ONCE
from tests.candidates.votes import CELL, COMMITTEE, typed
from tests.test_query_costs import queries

PAPER = "Biên bản số 05-BB/CB ngày 07/10/2019"
CELL_VOTE = {"subject": "admission", "held_on": "7/10/2019", "how": "secret", "number": "05-BB/CB"} | typed(CELL)
COMMITTEE_VOTE = {"subject": "admission", "body": "grassroots_committee", "held_on": "15/11/2019"} | {
    name: value for name, value in typed(COMMITTEE).items() if name not in ("away", "exempt_absent")
}


@pytest.fixture
def made(cast) -> Dossier:
    return people.dossier(cast, Stage.PROPOSED)


@pytest.fixture
def secretary(cast) -> Client:
    return people.signed_in(cast.secretary)


def page_of(made: Dossier) -> str:
    return f"/ho-so/{made.code}/bieu-quyet/"


def correction_of(made: Dossier, ballot: Ballot) -> str:
    return f"{page_of(made)}{ballot.pk}/dinh-chinh/"


@pytest.mark.parametrize("who", ["secretary", "clerk"])
def test_whoever_speaks_for_the_cell_records_its_vote_and_sees_the_outcome(who, cast, made):
    browser = people.signed_in(getattr(cast, who))
    paper = {"basis": PAPER} if who == "clerk" else {}
    answer = pages.send(browser, page_of(made), **CELL_VOTE, **paper)
    assert answer.url == page_of(made)
    stored = Ballot.objects.get()
    assert (stored.body, stored.held_on, stored.form, stored.basis) == (
        BallotBody.CELL,
        date(2019, 10, 7),
        "secret",
        paper.get("basis", ""),
    )
    for place in (answer.url, f"/ho-so/{made.code}/"):
        page = pages.read(browser.get(place))
        assert "tán thành 13/19 (68,4 %) đảng viên chính thức" in page.words
        assert "Điều 4, Điều 5" in page.words
        assert "(chưa xác nhận)" in page.words
        assert (page.inline, page.unlabelled) == ([], [])


def test_the_board_records_the_vote_of_a_committee(cast, made):
    officer = people.signed_in(cast.officer)
    page = pages.read(officer.get(page_of(made)))
    assert not {"away", "exempt_absent"} & set(page.form.fields)
    pages.send(officer, page_of(made), **COMMITTEE_VOTE | {"in_favour": "9", "against": "4"})
    assert Ballot.objects.get().outcome == BallotOutcome.REPORT_UP
    words = pages.read(officer.get(f"/ho-so/{made.code}/")).words
    assert (
        "Tập thể đảng ủy cơ sở biểu quyết kết nạp đảng viên ngày 15/11/2019: tán thành 9/15 (60,0 %) thành viên"
        in words
    )
    assert "báo cáo kết quả lên cấp trên." in words


def test_a_reader_sees_the_votes_and_no_way_to_record_one(cast, made):
    votes.held(made, verdict={"sentence": "Chi bộ tán thành 13/19.", "source": "Điều lệ"})
    page = pages.read(people.signed_in(cast.leader).get(f"/ho-so/{made.code}/"))
    assert "Chi bộ tán thành 13/19." in page.words
    assert page_of(made) not in [address for address, _ in page.links]


def test_a_vote_is_known_from_its_day_on(made, secretary):
    votes.held(made, held_on=people.TODAY, verdict={"sentence": "Chi bộ tán thành 13/19."})
    said = {}
    for day in (people.TODAY, date(2021, 5, 30)):
        session = secretary.session
        session[clock.SESSION_KEY] = day.isoformat()
        session.save()
        said[day] = "Chi bộ tán thành 13/19." in pages.read(secretary.get(f"/ho-so/{made.code}/")).words
    assert list(said.values()) == [True, False]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"subject": ""}, "Hãy chọn nội dung biểu quyết."),
        ({"subject": "khác"}, "Hãy chọn nội dung biểu quyết."),
        ({"held_on": ""}, "Hãy nhập ngày họp."),
        ({"held_on": "hôm qua"}, "không phải là một ngày có trong lịch"),
        ({"held_on": "1/6/2021"}, "Ngày họp biểu quyết 01/6/2021 chưa đến"),
        ({"held_on": "4/8/2019"}, "Ngày họp 04/8/2019 trước bước “Lập hồ sơ” ngày 05/8/2019"),
        ({"subject": "recognition"}, "Hồ sơ chưa có bước “"),
        ({"members": ""}, "Hãy nhập số người; không có ai thì ghi 0."),
        ({"members": "hai mươi"}, "Hãy nhập một số nguyên, ví dụ 57."),
        ({"members": "-1"}, "Số người không thể âm."),
        ({"members": "10000"}, "Số người quá lớn; hãy kiểm tra lại."),
        ({"members": "0"}, "Số đảng viên chính thức là 0; phải có ít nhất 1 người."),
        ({"away": "22"}, "không còn ai để tính"),
        ({"present": "20"}, "Có mặt 20 người, nhiều hơn 19"),
        ({"in_favour": "14"}, "= 19, khác số có mặt 18"),
        ({"in_favour": "12", "against": "6"}, "Hồ sơ đã có bước"),
        ({"how": "la hét"}, "Hãy chọn cách biểu quyết trong danh sách."),
    ],
)
def test_bad_input_is_told_writes_nothing_and_keeps_what_was_typed(wrong, sentence, made, secretary):
    said = CELL_VOTE | wrong
    page = pages.read(pages.send(secretary, page_of(made), **said))
    assert sentence in page.words
    kept = {name: value for name, value in said.items() if name not in ("subject", "how") or name not in wrong}
    assert {name: page.form.fields[name] for name in kept} == kept
    assert not Ballot.objects.exists()


def test_the_board_chooses_the_body(cast, made):
    page = pages.read(pages.send(people.signed_in(cast.officer), page_of(made), **COMMITTEE_VOTE | {"body": ""}))
    assert "Hãy chọn tập thể đã biểu quyết." in page.words


@pytest.mark.parametrize("body", ["cell", "province_bureau"])
def test_neither_the_cell_nor_a_level_above_is_a_body_of_the_board(body, cast, made):
    officer = people.signed_in(cast.officer)
    page = pages.read(pages.send(officer, page_of(made), **COMMITTEE_VOTE | {"body": body}))
    assert NOT_THAT_BODY in page.words
    assert f'value="{body}"' not in officer.get(page_of(made)).content.decode()
    assert not Ballot.objects.exists()


def test_whoever_enters_for_the_cell_is_asked_for_the_paper(cast, made):
    page = pages.read(pages.send(people.signed_in(cast.clerk), page_of(made), **CELL_VOTE))
    assert "Nhập thay chi bộ: hãy ghi số, ngày của giấy tờ làm căn cứ." in page.words


def test_a_second_click_records_nothing_more(made, secretary):
    form = pages.read(secretary.get(page_of(made))).form
    for _ in range(2):
        answer = secretary.post(page_of(made), form.fields | CELL_VOTE)
    assert Ballot.objects.count() == 1
    assert ONCE in pages.read(secretary.get(answer.url)).words


def test_a_meeting_recorded_before_is_named(made, secretary):
    votes.held(made)
    page = pages.read(pages.send(secretary, page_of(made), **CELL_VOTE))
    assert "Chi bộ họp ngày 07/10/2019 đã được ghi: 13/19 tán thành." in page.words


def test_a_mistaken_vote_is_taken_back_with_a_reason(made, secretary):
    ballot = votes.held(made, verdict={"sentence": "Chi bộ tán thành 13/19."})
    page = pages.read(secretary.get(correction_of(made, ballot)))
    assert "Chi bộ tán thành 13/19." in page.words
    refused = pages.read(pages.send(secretary, correction_of(made, ballot), reason=" "))
    assert "Hãy ghi lý do đính chính." in refused.words
    answer = pages.send(secretary, correction_of(made, ballot), reason="Ghi nhầm số phiếu")
    assert answer.url == page_of(made)
    words = pages.read(secretary.get(answer.url)).words
    assert "Đã đính chính." in words
    assert "Chưa ghi kết quả biểu quyết nào." in words
    assert Ballot.ever.get().void


def test_whoever_takes_back_for_the_cell_names_the_paper(cast, made):
    ballot, clerk = votes.held(made), people.signed_in(cast.clerk)
    assert "Nhập thay chi bộ" in pages.read(pages.send(clerk, correction_of(made, ballot), reason="Nhầm")).words
    pages.send(clerk, correction_of(made, ballot), reason="Nhầm", basis=PAPER)
    assert not Ballot.objects.exists()


def test_nobody_takes_back_the_vote_of_somebody_else(cast, made):
    of_cell = votes.held(made)
    of_committee = votes.held(
        made, BallotBody.GRASSROOTS_COMMITTEE, away=0, exempt_absent=0, held_on=people.DAYS[Stage.DECIDED]
    )
    answers = {
        (who, ballot): people.signed_in(getattr(cast, who)).get(correction_of(made, ballot)).status_code
        for who in ("secretary", "officer", "leader", "stranger")
        for ballot in (of_cell, of_committee)
    }
    assert [answers["secretary", each] for each in (of_cell, of_committee)] == [200, 403]
    assert [answers["officer", each] for each in (of_cell, of_committee)] == [403, 200]
    assert [answers["leader", each] for each in (of_cell, of_committee)] == [403, 403]
    assert [answers["stranger", each] for each in (of_cell, of_committee)] == [404, 404]


def test_a_vote_of_another_dossier_is_not_found_here(cast, made, secretary):
    other = people.dossier(cast, Stage.PREPARING, full_name="Lê Văn Bình")
    assert secretary.get(correction_of(made, votes.held(other))).status_code == 404


def test_the_page_costs_as_many_queries_for_three_votes_as_for_one(made, secretary):
    votes.held(made)
    once = queries(secretary, page_of(made))
    votes.held(made, held_on=date(2019, 10, 8))
    votes.held(made, held_on=date(2019, 10, 9))
    assert queries(secretary, page_of(made)) == once <= 12
