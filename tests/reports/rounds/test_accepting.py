"""Several confirmations are accepted together: what differs is shown and left unticked, all are accepted or none."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from candidates.enums import Stage
from organizations import tree
from organizations.enums import UnitKind
from organizations.models import PeriodLock
from reports.rounds.standing import State
from tests import people, rounds


@pytest.fixture
def asked(cast):
    return rounds.opened(cast.bloc, [cast.office, cast.single_cell])


@pytest.fixture
def officer(cast):
    return people.signed_in(cast.officer)


def page(asked, query: str = "") -> str:
    return f"{rounds.LIST}{asked.pk}/chap-nhan/{query}"


def marked(browser, asked, query: str = "") -> set[str]:
    return {key.partition(":")[0] for key in browser.get(page(asked, query)).context["marked"]}


def send(browser, asked, *units):
    answer = browser.get(page(asked))
    keys = [row.key for row in answer.context["rows"] if row.stands.place.unit in units]
    hidden = {name: answer.context["form"][name].value() for name in ("form_token",)}
    return browser.post(page(asked), hidden | {"chosen": keys})


def test_what_needs_no_look_is_ticked_and_accepted_with_one_click(asked, officer, cast):
    for unit in (cast.office, cast.single_cell):
        rounds.confirmed(asked, unit)
    assert marked(officer, asked) == {"B.1", "B.2"}
    answer = officer.post(page(asked), _shown(officer, asked), follow=True)
    assert "Đã chấp nhận số liệu của 2 tổ chức." in rounds.sentences(answer)
    assert {rounds.state(asked, unit) for unit in (cast.office, cast.single_cell)} == {State.ACCEPTED}
    assert PeriodLock.objects.count() == 2


def _shown(browser, asked) -> dict:
    context = browser.get(page(asked)).context
    return {"form_token": context["form"]["form_token"].value(), "chosen": sorted(context["marked"])}


@pytest.mark.parametrize("said", [{"comment": "Thiếu một đồng chí"}, {"comments": {"du-bi": "Thiếu một đồng chí"}}])
def test_what_was_said_is_shown_and_left_unticked(asked, officer, cast, said):
    rounds.confirmed(asked, cast.office, **said)
    rounds.confirmed(asked, cast.single_cell, basis="Báo cáo số 12")
    assert marked(officer, asked) == {"B.2"}
    shown = rounds.sentences(officer.get(page(asked)))
    assert ("Thiếu một đồng chí" in shown, "thay theo Báo cáo số 12" in shown) == (True, True)
    assert send(officer, asked, cast.office).status_code == 302


def test_a_confirmation_after_a_return_is_left_unticked(asked, officer, cast):
    rounds.returned(asked, cast.office, due=people.TODAY)
    rounds.confirmed(asked, cast.office)
    assert marked(officer, asked) == set()
    assert "xác nhận lần 2" in rounds.sentences(officer.get(page(asked)))


def test_what_moved_since_it_was_confirmed_is_shown_and_cannot_be_accepted(asked, officer, cast):
    waiting = people.dossier(cast, Stage.DECIDED)
    rounds.confirmed(asked, cast.office)
    rounds.ceremony(waiting)
    told = rounds.sentences(officer.get(page(asked)))
    assert (marked(officer, asked), f"{waiting.code}: +1 Kết nạp trong kỳ" in told) == (set(), True)
    assert "có số vừa đổi" in rounds.sentences(send(officer, asked, cast.office))
    assert rounds.state(asked, cast.office) == State.CONFIRMED


def test_nobody_accepts_their_own_confirmation_among_others(asked, cast):
    both = people.person("hai-vai", "Lê Văn Hai", "board_officer", cast.bloc)
    rounds.confirmed(asked, cast.office, by=both)
    browser = people.signed_in(both)
    assert "đồng chí tự xác nhận" in rounds.sentences(browser.get(page(asked)))
    assert send(browser, asked, cast.office).status_code == 200
    assert rounds.state(asked, cast.office) == State.CONFIRMED


def test_one_that_stands_in_the_way_is_named_and_nobody_is_accepted(asked, officer, cast):
    for unit in (cast.office, cast.single_cell):
        rounds.confirmed(asked, unit)
    given = _shown(officer, asked)
    rounds.confirmed(asked, cast.office, comment="Xem lại")
    answer = officer.post(page(asked), given)
    assert "Có tổ chức vừa xác nhận lại" in rounds.sentences(answer)
    assert rounds.state(asked, cast.single_cell) == State.CONFIRMED


def test_silent_organisations_are_not_among_them(asked, officer):
    assert "Không có tổ chức nào chờ chấp nhận" in rounds.sentences(officer.get(page(asked)))


def test_nothing_ticked_is_told_and_nobody_can_be_wished_for_at_the_start(asked, officer, cast):
    rounds.confirmed(asked, cast.office)
    assert marked(officer, asked, "?chon=khong") == set()
    assert "Hãy chọn ít nhất một tổ chức." in rounds.sentences(send(officer, asked))
    assert officer.get(page(asked, "?chon=x")).status_code == 400
    assert officer.get(page(asked, "?la=1")).status_code == 400


def test_a_second_click_accepts_once(asked, officer, cast):
    rounds.confirmed(asked, cast.office)
    given = _shown(officer, asked)
    assert [officer.post(page(asked), given).status_code for _ in range(2)] == [302, 302]
    assert PeriodLock.objects.count() == 1


@pytest.mark.parametrize(
    ("who", "status"), [("stranger", 403), ("leader", 403), ("office_worker", 403), ("mass_officer", 403)]
)
def test_who_does_not_judge_does_not_get_there(asked, cast, who, status):
    assert people.signed_in(getattr(cast, who)).get(page(asked)).status_code == status


def test_an_officer_below_reads_only_and_one_beside_finds_nothing(asked, cast):
    below = people.signed_in(people.person("duoi", "Lê Văn Dưới", "board_officer", cast.office))
    beside = people.signed_in(people.person("ben", "Lê Văn Bên", "board_officer", cast.foreign_bloc))
    assert [each.get(page(asked)).status_code for each in (below, beside)] == [403, 404]


def test_the_page_costs_the_same_for_one_and_for_three(asked, officer, cast):
    rounds.confirmed(asked, cast.office, comment="Đủ")
    officer.get(page(asked))
    with CaptureQueriesContext(connection) as once:
        officer.get(page(asked))
    for number in range(2):
        beside = people.unit(f"B.9{number}", f"Chi bộ Sở {number}", UnitKind.GRASSROOTS_CELL, cast.bloc)
        tree.rebuild()
        asked.places.create(unit=beside)
        rounds.confirmed(asked, beside, comment="Đủ")
    with CaptureQueriesContext(connection) as more:
        assert len(officer.get(page(asked)).context["rows"]) == 3
    assert len(more) == len(once) <= 14
