"""Golden wording of the vote lines: situations 3 and 4 of reports-outline.md, as the forms print them."""

from datetime import date

import pytest

from candidates import voting
from candidates.enums import BallotBody, Stage
from candidates.models import Dossier
from organizations.acting import acting
from organizations.enums import Deed
from tests import pages, people
from tests.candidates import votes
from tests.reports.forms import papers

MEETING = date(2019, 10, 7)


@pytest.fixture
def made(cast) -> Dossier:
    return people.dossier(cast, Stage.CONSULTING)


def cell_votes(made: Dossier, in_favour: int) -> None:
    """Situation 3: 21 official members, 1 away, 1 exempted and absent, 18 present."""
    given = votes.given(in_favour=in_favour, against=18 - in_favour, held_on=MEETING)
    with acting(None, Deed.MOVE_AS_CELL):
        voting.record(made, given, own=people._allows(made.unit), today=people.TODAY)


def test_a_cell_that_passes_proposes_with_the_share_of_those_who_count(made):
    cell_votes(made, 13)
    said = papers.words(papers.filled(made, "6-knd"))
    assert (
        "với sự tán thành của 13 đồng chí (đạt 68,4 %) so với 19 đảng viên chính thức được tính (tổng số 21, trừ 1 sinh hoạt "
        "tạm thời nơi khác, 1 được miễn sinh hoạt và vắng mặt). Số không tán thành 5 đồng chí (chiếm 26,3 %), với lý do"
        in said
    )
    assert "trong đó chính thức 21 đồng chí" in said
    assert "trong đó chính thức 18 đồng chí" in said


def test_a_cell_that_fails_has_minutes_and_no_resolution(made, cast):
    cell_votes(made, 12)
    minutes = papers.words(papers.filled(made, "bien-ban-chi-bo"))
    assert "tán thành 12 đồng chí (đạt 63,2 % so với 19 đảng viên chính thức được tính" in minutes
    assert "Kết luận: không đủ tỷ lệ quy định; chi bộ chưa đề nghị kết nạp đảng viên." in minutes
    (sentence,) = papers.filled(made, "6-knd").against
    assert sentence.startswith("Biểu quyết ngày 07/10/2019 không đủ tỷ lệ (12/19 tán thành) nên không in")
    answer = people.signed_in(cast.secretary).get(f"/bieu-mau/{made.code}/6-knd/pdf/?trong=1")
    assert answer.status_code == 409
    assert sentence in pages.read(answer).words


@pytest.mark.parametrize(
    ("in_favour", "share", "outcome"),
    [
        (9, "60,0 %", "không đủ tỷ lệ quy định; không ra quyết định kết nạp đảng viên, báo cáo kết quả lên cấp trên"),
        (10, "66,7 %", "đủ tỷ lệ quy định; thông qua việc kết nạp đảng viên"),
    ],
)
def test_a_delegated_committee_reports_up_below_two_thirds_of_all_its_members(in_favour, share, outcome, cast):
    made = people.dossier(cast, Stage.ENDORSED)
    passed = "passed" if in_favour == 10 else "report_up"
    counts = {"in_favour": in_favour, "against": 13 - in_favour, "held_on": date(2019, 11, 4), "outcome": passed}
    votes.held(made, BallotBody.GRASSROOTS_COMMITTEE, **counts)
    found = papers.filled(made, "bao-cao-ket-qua")
    said = papers.words(found)
    assert "Ngày 04 tháng 11 năm 2019, Đảng ủy Sở Một đã họp xét kết nạp" in said
    assert "Tổng số ủy viên: 15 đồng chí; có mặt 13 đồng chí; vắng mặt 2 đồng chí." in said
    assert f"tán thành {in_favour} đồng chí (đạt {share} so với tổng số 15 ủy viên)" in said
    assert f"Kết luận: {outcome}." in said
    assert bool(papers.filled(made, "9-knd").against) == (in_favour == 9)


def test_the_committee_that_voted_is_the_one_that_decides_on_paper(cast):
    made = people.dossier(cast, Stage.ENDORSED)
    assert papers.filled(made, "9-knd").paper.letterhead.issuer == "ĐẢNG ỦY KHỐI"
    votes.held(made, BallotBody.GRASSROOTS_COMMITTEE, held_on=date(2019, 11, 4))
    paper = papers.filled(made, "9-knd").paper
    assert (paper.letterhead.issuer, paper.signature.authority) == ("ĐẢNG ỦY SỞ MỘT", "T/M ĐẢNG ỦY")
    assert "ĐẢNG ỦY SỞ MỘT QUYẾT ĐỊNH" in " ".join(line.words for line in paper.body)


def test_a_vote_that_no_known_rule_measures_is_told_beside_the_paper(made):
    votes.held(made, held_on=MEETING, outcome="unknown")
    found = papers.filled(made, "6-knd")
    assert found.against == ()
    assert "chưa đủ căn cứ" in " ".join(found.notes)
    assert "chưa đủ căn cứ" not in papers.words(found)
