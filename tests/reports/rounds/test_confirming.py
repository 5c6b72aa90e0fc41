"""Organisations see their cells, confirm them with a tap; the superior accepts or returns; everything stays as rows."""

import pytest

from candidates.enums import Stage
from candidates.models import Dossier
from reports.models import Confirmation, FiguresRuling
from reports.rounds.figures import FIGURES
from reports.rounds.standing import State
from tests import people, rounds


@pytest.fixture
def asked(cast):
    """A round of the first quarter, in which somebody was admitted in Sở Một."""
    rounds.admitted(cast)
    return rounds.opened(cast.bloc, [cast.office, cast.single_cell])


@pytest.fixture
def clerk(cast):
    """The office of Sở Một itself."""
    return people.signed_in(people.person("vp-so-mot", "Bùi Thị Văn", "committee_office", cast.office))


@pytest.fixture
def officer(cast):
    return people.signed_in(cast.officer)


def values(answer) -> dict[str, int]:
    return {row["now"].figure.key: row["now"].value for row in answer.context["rows"]}


def confirm(browser, page: str, **said: str):
    return browser.post(f"{page}xac-nhan/", rounds.form(browser, page) | said)


def judge(browser, page: str, **said: str):
    return browser.post(f"{page}y-kien/", rounds.form(browser, f"{page}y-kien/") | said)


def test_the_numbers_shown_are_those_of_the_lists_behind_them(asked, clerk, cast):
    people.dossier(cast, Stage.SYMPATHISER, full_name="Lê Thị Bông")
    rows = clerk.get(rounds.address(asked, cast.office)).context["rows"]
    assert {row["now"].figure.key: row["now"].value for row in rows if row["now"].value} == {
        "ket-nap": 1,
        "trong-nguon": 1,
        "du-bi": 1,
    }
    for row in rows:
        answer = clerk.get(row["now"].href)
        assert answer.status_code == 200
        assert answer.context["total"] == row["now"].value


def test_a_figure_of_another_organisation_is_not_among_them(asked, clerk, cast):
    rounds.admitted(cast, full_name="Lê Văn Bên", where=cast.single_cell)
    assert values(clerk.get(rounds.address(asked, cast.office)))["ket-nap"] == 1


def test_one_tap_confirms_and_stores_numbers_with_their_people(asked, clerk, cast):
    page = rounds.address(asked, cast.office)
    assert confirm(clerk, page).status_code == 302
    made = Confirmation.objects.get()
    admitted = made.figures.get(key="ket-nap")
    code = Dossier.objects.get().code
    assert (made.on, made.by.username, admitted.value, admitted.members) == (people.TODAY, "vp-so-mot", 1, [code])
    assert [each.key for each in made.figures.all()] == [each.key for each in FIGURES]
    assert rounds.state(asked, cast.office) == State.CONFIRMED


def test_comments_on_a_number_and_on_the_whole_are_kept(asked, clerk, officer, cast):
    page = rounds.address(asked, cast.office)
    confirm(clerk, page, comment="Đủ", **{"y-ket-nap": "Lễ lùi sang tháng 4"})
    told = rounds.sentences(officer.get(page))
    assert "Lễ lùi sang tháng 4" in told
    assert ": Đủ" in told


def test_a_second_click_confirms_once(asked, clerk, cast):
    page = rounds.address(asked, cast.office)
    given = rounds.form(clerk, page)
    for _ in range(2):
        assert clerk.post(f"{page}xac-nhan/", given).status_code == 302
    assert Confirmation.objects.count() == 1


def test_two_people_do_not_confirm_over_each_other(asked, clerk, cast):
    page = rounds.address(asked, cast.office)
    before = rounds.form(clerk, page)
    rounds.confirmed(asked, cast.office)
    answer = clerk.post(f"{page}xac-nhan/", before)
    assert "tổ chức đã có xác nhận lần 1 ngày 31/5/2021" in rounds.sentences(answer)
    assert Confirmation.objects.count() == 1


def test_numbers_that_moved_since_they_were_shown_are_not_confirmed_unseen(asked, clerk, cast):
    page = rounds.address(asked, cast.office)
    given = rounds.form(clerk, page)
    rounds.admitted(cast, full_name="Lê Văn Bình")
    answer = clerk.post(f"{page}xac-nhan/", given)
    assert "kết nạp trong kỳ 2" in rounds.sentences(answer)
    assert not Confirmation.objects.exists()
    again = given | {"seen": answer.context["confirm"]["seen"].value()}
    assert clerk.post(f"{page}xac-nhan/", again).status_code == 302
    assert Confirmation.objects.get().figures.get(key="ket-nap").value == 2


def test_whoever_confirms_from_above_names_the_paper(asked, cast):
    browser, page = people.signed_in(cast.office_worker), rounds.address(asked, cast.office)
    assert "Hãy ghi số, ngày của giấy tờ" in rounds.sentences(confirm(browser, page))
    assert confirm(browser, page, basis="Báo cáo số 12 ngày 20/5/2021").status_code == 302
    assert "thay theo Báo cáo số 12" in rounds.sentences(browser.get(f"{rounds.LIST}{asked.pk}/"))


def test_the_superior_accepts_and_the_figures_are_locked(asked, clerk, officer, cast):
    page = rounds.address(asked, cast.office)
    confirm(clerk, page)
    assert judge(officer, page, kind="accepted").status_code == 302
    assert rounds.state(asked, cast.office) == State.ACCEPTED
    assert clerk.get(page).context["confirm"] is None
    ruling = FiguresRuling.objects.get()
    assert (ruling.lock.unit, ruling.lock.last_day) == (cast.office, rounds.FIRST_QUARTER.last_day)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"kind": "returned", "due_on": "5/6/2021"}, "Hãy ghi lý do trả lại"),
        (
            {"kind": "returned", "words": "Thiếu một người"},
            "Hãy cho hạn mới để xác nhận lại, từ ngày 31/5/2021 trở đi.",
        ),
        ({"kind": "returned", "words": "Thiếu", "due_on": "1/5/2021"}, "Hãy cho hạn mới"),
        ({"kind": ""}, "Hãy chọn chấp nhận hoặc trả lại."),
    ],
)
def test_a_return_needs_its_reason_and_its_term(asked, clerk, officer, cast, said, sentence):
    page = rounds.address(asked, cast.office)
    confirm(clerk, page)
    assert sentence in rounds.sentences(judge(officer, page, **said))
    assert rounds.state(asked, cast.office) == State.CONFIRMED


def test_what_was_returned_is_confirmed_again_and_both_stay(asked, clerk, officer, cast):
    page = rounds.address(asked, cast.office)
    confirm(clerk, page)
    judge(officer, page, kind="returned", words="Thiếu một người", due_on="5/6/2021")
    assert "Thiếu một người" in rounds.sentences(clerk.get(page))
    assert rounds.state(asked, cast.office) == State.RETURNED
    assert confirm(clerk, page).status_code == 302
    assert [each.number for each in Confirmation.objects.all()] == [1, 2]
    assert rounds.state(asked, cast.office) == State.CONFIRMED


def test_what_was_accepted_can_be_returned_and_is_open_again(asked, clerk, officer, cast):
    page = rounds.address(asked, cast.office)
    rounds.accepted(asked, cast.office)
    judge(officer, page, kind="returned", words="Chấp nhận nhầm", due_on="5/6/2021")
    assert rounds.state(asked, cast.office) == State.RETURNED
    assert not cast.office.locks.exists()
    assert confirm(clerk, page).status_code == 302


def test_nobody_accepts_what_moved_since_it_was_confirmed(asked, clerk, officer, cast):
    page = rounds.address(asked, cast.office)
    confirm(clerk, page)
    made = rounds.admitted(cast, full_name="Lê Văn Bình")
    answer = judge(officer, page, kind="accepted")
    assert "Số liệu đã thay đổi từ khi tổ chức xác nhận" in rounds.sentences(answer)
    assert f"{made.code}: +1 Kết nạp trong kỳ" in rounds.sentences(answer)


def test_nobody_accepts_what_they_confirmed_themselves(asked, cast):
    both = people.person("hai-vai", "Lê Văn Hai", "board_officer", cast.bloc)
    rounds.confirmed(asked, cast.office, by=both)
    assert judge(people.signed_in(both), rounds.address(asked, cast.office), kind="accepted").status_code == 403


def test_nothing_is_accepted_before_it_was_confirmed(asked, officer, cast):
    answer = judge(officer, rounds.address(asked, cast.office), kind="accepted")
    assert "Tổ chức chưa xác nhận" in rounds.sentences(answer)


def test_the_list_of_a_confirmed_number_stays_while_people_move(asked, officer, cast):
    waiting = people.dossier(cast, Stage.DECIDED, full_name="Lê Văn Bình")
    made = rounds.accepted(asked, cast.office)
    page = rounds.address(asked, cast.office, f"{made.number}/ket-nap/")
    rounds.ceremony(waiting, "Ghi sót")
    told = rounds.sentences(officer.get(page))
    assert ("Nguyễn Văn An" in told, "Lê Văn Bình" in told) == (True, False)


@pytest.mark.parametrize(
    ("who", "work", "status"),
    [
        ("stranger", "", 404),
        ("stranger", "xac-nhan/", 404),
        ("leader", "", 200),
        ("leader", "xac-nhan/", 403),
        ("leader", "y-kien/", 403),
        ("leader", "ly-do/", 403),
        ("officer", "xac-nhan/", 403),
        ("office_worker", "y-kien/", 403),
        ("secretary", "", 404),
        ("mass_officer", "", 403),
    ],
)
def test_who_gets_where(asked, cast, who, work, status):
    browser = people.signed_in(getattr(cast, who))
    assert browser.get(rounds.address(asked, cast.office, work)).status_code == status


@pytest.mark.parametrize("unit", ["B.1.Một", "F.1", "KHONG-CO"])
def test_an_organisation_that_is_not_asked_is_not_found(asked, officer, unit):
    assert officer.get(f"{rounds.LIST}{asked.pk}/to-chuc/{unit}/").status_code == 404
