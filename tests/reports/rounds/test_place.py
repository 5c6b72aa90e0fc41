"""What the page of an organisation says first, its cells, what it may do twice, and the paper that it keeps."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from candidates.enums import Stage
from candidates.models import Dossier
from organizations import tree
from organizations.enums import UnitKind
from reports.models import Confirmation
from tests import people, rounds
from tests.reports.forms import papers


@pytest.fixture
def asked(cast):
    """A round of the first quarter, in which somebody was admitted in Sở Một."""
    rounds.admitted(cast)
    return rounds.opened(cast.bloc, [cast.office, cast.single_cell])


@pytest.fixture
def clerk(cast):
    return people.signed_in(people.person("vp-so-mot", "Bùi Thị Văn", "committee_office", cast.office))


@pytest.fixture
def officer(cast):
    return people.signed_in(cast.officer)


def advice(browser, asked, unit) -> tuple[str, str]:
    found = browser.get(rounds.address(asked, unit)).context["advice"]
    return found.kind, f"{found.title} {found.text}"


def confirm(browser, page: str, **said: str):
    return browser.post(f"{page}xac-nhan/", rounds.form(browser, page) | said)


def test_whoever_must_confirm_reads_what_to_do_by_when_and_that_silence_is_no_consent(asked, clerk, cast):
    kind, words = advice(clerk, asked, cast.office)
    assert (kind, words.startswith("Cần đồng chí xác nhận.")) == ("warning", True)
    assert "Đã quá hạn 20/5/2021, vẫn xác nhận được; không trả lời không phải là đồng ý." in words


def test_others_read_that_nothing_was_confirmed(asked, officer, cast):
    assert advice(officer, asked, cast.office) == (
        "warning",
        "Chưa chốt. Đảng bộ Sở Một chưa xác nhận số liệu này, đã quá hạn 20/5/2021. Không trả lời không phải là đồng ý.",
    )


def test_whoever_confirms_against_paper_alone_is_not_told_to_tap(asked, cast):
    kind, words = advice(people.signed_in(cast.office_worker), asked, cast.office)
    assert words.startswith("Tổ chức chưa xác nhận. Đảng bộ Sở Một chưa xác nhận số liệu này, đã quá hạn 20/5/2021.")
    assert words.endswith("Chỉ xác nhận thay tổ chức khi đã có giấy tờ của tổ chức làm căn cứ.")
    assert (kind, "Cần đồng chí" in words) == ("warning", False)


def test_after_the_tap_nothing_is_left_to_do_and_the_form_folds(asked, clerk, cast):
    page = rounds.address(asked, cast.office)
    confirm(clerk, page)
    kind, words = advice(clerk, asked, cast.office)
    assert (kind, "đang chờ Đảng bộ Khối chấp nhận hoặc trả lại. Đồng chí không phải làm gì thêm." in words) == (
        "success",
        True,
    )
    assert "<summary>Xác nhận lại, hoặc ghi thêm ý kiến</summary>" in rounds.sentences(clerk.get(page))


def test_people_who_change_places_are_told_though_the_number_stays(asked, clerk, officer, cast):
    """One came and one went: the number is the same, its list is not."""
    confirm(clerk, rounds.address(asked, cast.office))
    admitted = Dossier.objects.get()
    rounds.taken_back(admitted)
    rounds.admitted(cast, full_name="Lê Văn Bình")
    answer = officer.get(rounds.address(asked, cast.office))
    row = next(row for row in answer.context["rows"] if row["now"].figure.key == "ket-nap")
    assert (row["now"].value, row["kept"].value, row["differs"]) == (1, 1, True)
    assert advice(clerk, asked, cast.office)[1].startswith("Số liệu đã khác.")


@pytest.mark.parametrize(("said", "times"), [({}, 1), ({"comment": "Đã soát lại với chi bộ"}, 2)])
def test_the_same_figures_are_confirmed_again_with_something_to_say_alone(asked, clerk, cast, said, times):
    page = rounds.address(asked, cast.office)
    confirm(clerk, page)
    answer = confirm(clerk, page, **said)
    assert ("Đúng các số này đã được xác nhận ngày 31/5/2021" in rounds.sentences(answer)) is (times == 1)
    assert Confirmation.objects.count() == times


def test_cells_are_shown_and_not_asked(asked, clerk, cast):
    people.dossier(cast, Stage.SYMPATHISER, where=cast.other_cell, full_name="Lê Thị Bông")
    answer = clerk.get(rounds.address(asked, cast.office))
    told = {cell.name: {each.figure.key: each.value for each in cell.figures} for cell in answer.context["cells"]}
    assert told == {
        "Chi bộ Một": {"ket-nap": 1, "trong-nguon": 0, "du-bi": 1},
        "Chi bộ Hai": {"ket-nap": 0, "trong-nguon": 1, "du-bi": 0},
    }
    assert "Chi bộ trực thuộc không phải xác nhận" in rounds.sentences(answer)
    for cell in answer.context["cells"]:
        assert all(clerk.get(each.href).context["total"] == each.value for each in cell.figures)


def test_a_single_cell_has_no_cells_to_show(asked, officer, cast):
    assert officer.get(rounds.address(asked, cast.single_cell)).context["cells"] == []


def test_the_page_costs_the_same_for_one_cell_and_for_three(asked, clerk, cast):
    page = rounds.address(asked, cast.office)
    clerk.get(page)
    with CaptureQueriesContext(connection) as once:
        clerk.get(page)
    for number in range(2):
        people.unit(f"B.1.{number}", f"Chi bộ Thêm {number}", UnitKind.CELL, cast.office)
    tree.rebuild()
    with CaptureQueriesContext(connection) as more:
        assert len(clerk.get(page).context["cells"]) == 4
    assert len(more) == len(once)


def test_what_was_confirmed_is_kept_on_paper_with_what_became_of_it(asked, clerk, officer, cast):
    page = rounds.address(asked, cast.office)
    confirm(clerk, page, comment="Đủ", **{"y-ket-nap": "Lễ ngày 3/2"})
    assert f'href="{page}1/pdf/"' in rounds.sentences(clerk.get(page))
    answer = clerk.get(f"{page}1/pdf/")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    words = papers.text(answer.content)
    for told in (
        "số liệu kết nạp đảng viên quý I năm 2021",
        "Lễ ngày 3/2",
        "Ý kiến của tổ chức: Đủ",
        "cấp trên chưa chấp nhận, chưa trả lại",
        Dossier.objects.get().code,
    ):
        assert told in words
    assert "Nguyễn Văn An" not in words


def test_the_paper_names_no_dossier_that_is_out_of_reach_now(asked, clerk, officer, cast):
    rounds.admitted(cast, full_name="Lê Văn Đi")
    confirm(clerk, rounds.address(asked, cast.office))
    stays, left = Dossier.objects.order_by("pk")
    Dossier.objects.filter(pk=left.pk).update(unit=cast.single_cell)
    paper = rounds.address(asked, cast.office, "1/pdf/")
    own, all_codes = (papers.text(browser.get(paper).content) for browser in (clerk, officer))
    assert (stays.code in own, left.code in own) == (True, False)
    assert "và 1 hồ sơ nay ở ngoài phạm vi được xem" in " ".join(own.split())
    assert (stays.code in all_codes, left.code in all_codes) == (True, True)


@pytest.mark.parametrize("number", [2, 99])
def test_what_was_never_confirmed_has_no_paper(asked, clerk, cast, number):
    confirm(clerk, rounds.address(asked, cast.office))
    assert clerk.get(rounds.address(asked, cast.office, f"{number}/pdf/")).status_code == 404


def test_nothing_is_proposed_to_the_superior_where_somebody_must_look_first(asked, clerk, officer, cast):
    page = rounds.address(asked, cast.office)
    confirm(clerk, page, **{"y-ket-nap": "Lễ lùi sang tháng 4"})
    form = officer.get(f"{page}y-kien/").context["form"]
    assert (form["kind"].value(), form["due_on"].value()) == (None, "07/6/2021")


def test_an_ended_round_offers_nothing_that_it_would_refuse(asked, officer, cast):
    rounds.accepted(asked, cast.office)
    end = f"{rounds.LIST}{asked.pk}/ket-thuc/"
    officer.post(end, rounds.form(officer, end))
    assert officer.get(rounds.address(asked, cast.office)).context["may_judge"] is False
