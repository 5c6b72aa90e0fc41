"""The submission of several dossiers with its list: who waits, what lacks, who may print it."""

from datetime import date

import pytest
from django.test import Client

from candidates.enums import Stage
from organizations.enums import Deed
from organizations.models import Reading
from tests import pages, people
from tests.candidates import votes
from tests.reports.forms import papers

PAGE, PDF = "/bieu-mau/to-trinh/", "/bieu-mau/to-trinh/pdf/"


@pytest.fixture
def officer(cast) -> Client:
    return people.signed_in(cast.officer)


def endorsed(cast, name: str, **more: object):
    made = people.dossier(cast, Stage.ENDORSED, full_name=name, ethnic_group="Dao", **more)
    votes.held(made, held_on=date(2019, 10, 7))
    return made


def test_those_wait_who_are_endorsed_or_proposed_by_a_grassroots_cell(cast, officer):
    endorsed(cast, "Lê Văn Bình")
    people.dossier(cast, Stage.PROPOSED, full_name="Lê Văn Chi", where=cast.single_cell)
    people.dossier(cast, Stage.PROPOSED, full_name="Lê Văn Dũng")
    said = pages.read(officer.get(PAGE)).words
    assert [name in said for name in ("Lê Văn Bình", "Lê Văn Chi", "Lê Văn Dũng")] == [True, True, False]


def test_the_list_is_printed_with_everybody_chosen(cast, officer):
    first, second = endorsed(cast, "Lê Văn Bình"), endorsed(cast, "Đỗ Thị Cúc")
    query = f"hs={first.code}&hs={second.code}"
    read = pages.read(officer.get(f"{PAGE}?{query}"))
    assert "Không thiếu mục nào" in read.words
    answer = officer.get(f"{PDF}?{query}")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    said = papers.text(answer.content)
    assert "Đảng ủy Sở Một kính trình Ban Thường vụ Đảng ủy Khối xem xét, quyết định" in said
    assert "kết nạp vào Đảng đối với 2 quần chúng" in said
    assert all(
        words in said for words in ("Lê Văn Bình", "Đỗ Thị Cúc", "Dao", "13/19", "Danh sách gồm 2 người.", "Số -TTr/ĐU")
    )
    assert "None" not in said
    assert Reading.objects.get(deed=Deed.PRINT_FORM).people == 2


def test_ethnic_groups_stay_blank_for_whoever_may_not_see_them(cast):
    made = endorsed(cast, "Lê Văn Bình")
    browser = people.signed_in(cast.office_worker)
    assert "Dao" not in papers.text(browser.get(f"{PDF}?hs={made.code}").content)
    assert "Dân tộc, tôn giáo chỉ in cho người có quyền" in pages.read(browser.get(f"{PAGE}?hs={made.code}")).words


def test_what_somebody_lacks_is_named_with_its_input_and_stops_the_print_but_for_a_draft(cast, officer):
    made = people.dossier(cast, Stage.ENDORSED, full_name="Lê Văn Bình")
    read = pages.read(officer.get(f"{PAGE}?hs={made.code}"))
    assert "Lê Văn Bình: Kết quả biểu quyết của chi bộ" in read.words
    assert f"/ho-so/{made.code}/bieu-quyet/" in [href for href, _ in read.links]
    assert officer.get(f"{PDF}?hs={made.code}").status_code == 409
    assert officer.get(f"{PDF}?hs={made.code}&trong=on").status_code == 200


def test_dossiers_of_two_grassroots_organisations_need_two_submissions(cast, officer):
    first = endorsed(cast, "Lê Văn Bình")
    second = people.dossier(cast, Stage.PROPOSED, full_name="Lê Văn Chi", where=cast.single_cell)
    read = pages.read(officer.get(f"{PAGE}?hs={first.code}&hs={second.code}")).words
    assert "thuộc 2 tổ chức cơ sở đảng (Chi bộ Sở Hai; Đảng bộ Sở Một)" in read
    assert officer.get(f"{PDF}?hs={first.code}&hs={second.code}").status_code == 409


def test_the_board_submits_what_the_grassroots_have_submitted(cast, officer):
    made = people.dossier(cast, Stage.SUBMITTED, full_name="Lê Văn Bình")
    votes.held(made, held_on=date(2019, 10, 7))
    said = papers.text(officer.get(f"{PDF}?noi_trinh=ban-to-chuc&hs={made.code}").content)
    assert "Ban Tổ chức kính trình Ban Thường vụ Đảng ủy Khối" in said
    assert "TRƯỞNG BAN" in said


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("hs=HS9999999", "Hồ sơ “HS9999999” không nằm trong danh sách chờ trình"),
        ("noi_trinh=ai-do", "Hãy chọn nơi trình trong danh sách."),
        ("la=1", "Không có bộ lọc “la”"),
    ],
)
def test_an_unknown_wish_is_told_and_printed_nowhere(query, words, officer):
    for address in (PAGE, PDF):
        answer = officer.get(f"{address}?{query}")
        assert answer.status_code == 400
        assert words in pages.read(answer).words


def test_a_stranger_finds_nobody_of_another_reach(cast):
    made = endorsed(cast, "Lê Văn Bình")
    stranger = people.signed_in(cast.stranger)
    assert "Lê Văn Bình" not in pages.read(stranger.get(PAGE)).words
    assert stranger.get(f"{PDF}?hs={made.code}").status_code == 400


def test_nothing_chosen_leads_back_to_the_choice(officer):
    assert officer.get(PDF).url == PAGE
