"""The list of nominations: the cell of its address, whom it names to whom, and what it keeps from whom."""

from datetime import date, timedelta

import pytest
from django.test import Client

from candidates import nominated
from candidates.enums import ReturnReason, Stage
from candidates.models import Nomination
from candidates.nominated import Nominated, Outcome
from organizations import clock
from organizations.enums import Role
from organizations.formats import date_vn
from tests import pages, people
from tests.candidates.test_nominations_counting import ANSWERED, LATER, crowd, every_cell, lead_on
from tests.people import NOMINATED, TODAY

LIST = "/ho-so/gioi-thieu/"
TOMORROW = clock.real_today() + timedelta(days=1)
REASON, NOTE = ReturnReason.WISH.label, "Ghi chú chỉ chi bộ được biết"


def rows(client: Client, query: str = "") -> list:
    return client.get(f"{LIST}?{query}").context["rows"]


def names(client: Client, query: str = "") -> list[str]:
    """Return the names that the list shows, in its order."""
    return [row.name for row in rows(client, query)]


@pytest.fixture
def officer(cast) -> Client:
    return people.signed_in(cast.mass_officer)


@pytest.fixture
def secretary(cast) -> Client:
    return people.signed_in(cast.secretary)


def test_the_list_behind_each_number_shows_exactly_those_counted(cast):
    crowd(cast)
    leader = people.signed_in(cast.leader)
    for on in (ANSWERED, TODAY):
        for cell in every_cell(cast, on):
            answer = leader.get(f"{LIST}?{nominated.query(cell)}")
            shown = answer.context
            assert shown["form"].cell == cell
            assert {row.pk for row in shown["rows"]} == {made.pk for made in nominated.nominations(cell)}
            assert (shown["people"], shown["total"]) == (nominated.count(cell), nominated.turns(cell))


def test_the_list_of_a_reason_shows_exactly_those_counted(cast):
    people.send_back(people.nomination(cast), ANSWERED, ReturnReason.AGE)
    people.send_back(people.nomination(cast, full_name="Lê Thị C"), ANSWERED, ReturnReason.WISH)
    cell = Nominated((cast.association,), TODAY, outcome=Outcome.RETURNED, reason=ReturnReason.WISH)
    assert names(people.signed_in(cast.leader), nominated.query(cell)) == ["Lê Thị C"]


def test_the_list_of_no_organisation_is_empty(cast, officer):
    people.nomination(cast)
    assert names(officer) == ["Lê Thị Bông"]
    assert names(officer, nominated.query(Nominated((), TODAY))) == []


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("ket_qua=nop", "“nop” không phải là lựa chọn hợp lệ; hãy chọn lại."),
        ("to_chuc=nop", "“nop” không phải là lựa chọn hợp lệ; hãy chọn lại."),
        ("to_chuc=H.2", "“H.2” không phải là lựa chọn hợp lệ; hãy chọn lại."),
        ("tu=31/2/2021", "“31/2/2021” không phải là một ngày có trong lịch."),
        (f"tai_ngay={TOMORROW}", f"Ngày {date_vn(TOMORROW)} chưa đến."),
        ("den=1/6/2021", "Đến ngày 01/6/2021 sau ngày đang xem (31/5/2021)."),
        ("tu=2/3/2021&den=1/3/2021", "Từ ngày phải không sau đến ngày."),
        ("ket_qua=waiting&tu=1/3/2021", "“Chưa trả lời” tính vào cuối ngày đang xem; hãy bỏ “từ ngày”, “đến ngày”."),
        ("page=2", "Không có bộ lọc “page”; hãy bỏ tham số này khỏi địa chỉ."),
        ("tim=%00", "Tên người được giới thiệu"),
    ],
)
def test_an_unknown_filter_is_refused_with_a_sentence(query, sentence, cast, officer):
    people.nomination(cast)
    answer = officer.get(f"{LIST}?{query}")
    page = pages.read(answer)
    assert (answer.status_code, sentence in page.words, "Bông" in page.words) == (400, True, False)


def test_a_reason_is_asked_only_of_returns(secretary):
    answer = secretary.get(f"{LIST}?ly_do=age")
    assert (answer.status_code, "Lý do chỉ lọc được cùng kết quả" in pages.read(answer).words) == (400, True)


@pytest.mark.parametrize("who", ["mass_officer", "secretary", "clerk", "officer", "leader", "auditor", "appraiser"])
def test_whoever_reaches_the_cell_or_the_organisation_sees_the_nomination(who, cast):
    people.nomination(cast)
    assert names(people.signed_in(getattr(cast, who))) == ["Lê Thị Bông"]


@pytest.mark.parametrize("who", ["stranger", "foreign_mass_officer"])
def test_nobody_else_sees_it(who, cast):
    people.nomination(cast)
    browser = people.signed_in(getattr(cast, who))
    assert (names(browser), "Bông" in pages.read(browser.get(LIST)).words) == ([], False)


@pytest.mark.parametrize("who", ["trainer", "administrator", "nobody"])
def test_whoever_lacks_the_deed_is_turned_away(who, cast):
    assert people.signed_in(getattr(cast, who)).get(LIST).status_code == 403


def test_an_organisation_sees_its_own_and_those_below_never_those_of_others(cast, officer):
    people.nomination(cast)
    people.nomination(cast, full_name="Lê Thị Cúc", organisation=cast.branch)
    people.nomination(cast, full_name="Đinh Thị Đoàn", organisation=cast.youth_union)
    page = pages.read(officer.get(LIST))
    assert sorted(names(officer)) == ["Lê Thị Bông", "Lê Thị Cúc"]
    assert not [word for word in ("Đinh Thị Đoàn", "Đoàn Thanh niên Khối", "D.1") if word in page.words]


def test_a_cell_sees_what_was_named_to_it_by_whomever_and_nothing_named_to_others(cast, secretary):
    people.nomination(cast)
    people.nomination(cast, full_name="Lê Thị Cúc", cell=cast.other_cell)
    assert names(secretary) == ["Lê Thị Bông"]


@pytest.mark.parametrize(
    ("upto", "outcome", "on"),
    [
        (None, "Chưa trả lời", None),
        (Stage.SYMPATHISER, "Đang xem xét", None),
        (Stage.PROPOSED, "Đang xem xét", None),
        (Stage.DECIDED, "Đã có quyết định kết nạp", LATER[Stage.DECIDED]),
        (Stage.ADMITTED, "Đã kết nạp", LATER[Stage.ADMITTED]),
    ],
)
def test_the_organisation_is_told_the_outcome_and_its_day(cast, officer, upto, outcome, on):
    made = people.nomination(cast)
    if upto:
        lead_on(made, upto)
    (row,) = rows(officer)
    assert (row.outcome, row.on) == (outcome, on)
    words = pages.read(officer.get(LIST)).words
    assert outcome in words
    assert on is None or date_vn(on) in words


def test_the_outcome_is_that_of_the_day_one_looks_from(cast, officer):
    lead_on(people.nomination(cast), Stage.ADMITTED)
    seen = {
        day: [row.outcome for row in rows(officer, f"tai_ngay={day}")]
        for day in (ANSWERED - timedelta(days=1), ANSWERED)
    }
    assert list(seen.values()) == [["Chưa trả lời"], ["Đang xem xét"]]
    assert rows(officer, f"tai_ngay={NOMINATED - timedelta(days=1)}") == []


def returned(cast: people.Cast) -> None:
    """One nomination returned with a note, one taken up: a reason, a note and a code that could leak."""
    people.send_back(people.nomination(cast), ANSWERED, ReturnReason.WISH, NOTE)
    taken = people.accept(people.nomination(cast, full_name="Lê Thị Cúc"), ANSWERED)
    people.advance(taken, Stage.REMOVED, on=date(2021, 5, 1), exit_reason="political", note="Vướng mắc riêng")


SECRETS = (REASON, NOTE, "HS0", "Vướng", "/tra-loi/", "/dinh-chinh/")


def test_the_organisation_reads_no_reason_no_note_and_no_dossier(cast, officer, secretary):
    returned(cast)
    shown = secretary.get(LIST).content.decode()
    hidden = officer.get(LIST).content.decode()
    assert [word for word in SECRETS if word not in shown] == ["Vướng", "/tra-loi/"]
    assert [word for word in SECRETS if word in hidden] == []
    assert "Đã trả lại" in hidden
    assert "Đã đưa ra khỏi danh sách" in hidden


def test_the_organisation_cannot_ask_by_reason(cast, officer):
    returned(cast)
    answer = officer.get(f"{LIST}?ket_qua=returned&ly_do=wish")
    assert (answer.status_code, "Bông" in pages.read(answer).words) == (400, False)
    assert "ly_do" not in pages.read(officer.get(LIST)).forms[-1].fields


def test_whoever_follows_the_organisation_reads_no_reason_of_a_foreign_cell(cast):
    leader = people.signed_in(cast.leader)
    foreign_reach(cast)
    people.send_back(people.nomination(cast, cell=cast.foreign_cell), ANSWERED, ReturnReason.WISH, NOTE)
    (row,) = rows(leader)
    assert (row.outcome, row.on, row.reason, row.note, row.dossier) == ("Đã trả lại", ANSWERED, "", "", "")
    hidden = leader.get(LIST).content.decode()
    assert NOTE not in hidden
    asked = {reason: f"{LIST}?to_chuc=H.1&ket_qua=returned&ly_do={reason}" for reason in ("wish", "age")}
    officer = people.signed_in(people.person("can.khac", "Hà Văn Xa", Role.BOARD_OFFICER, cast.foreign_bloc))
    assert [len(officer.get(address).context["rows"]) for address in asked.values()] == [1, 0]
    told = [said_without_the_reason(leader, address) for address in asked.values()]
    assert told[0] == told[1]
    assert "chi bộ mà đồng chí được xem hồ sơ; số trong báo cáo có thể nhiều hơn" in told[0]


def said_without_the_reason(browser: Client, address: str) -> str:
    """What a page says but for the reason that it was asked by."""
    words = pages.read(browser.get(address)).words
    for reason in (ReturnReason.WISH, ReturnReason.AGE):
        words = words.replace(f"lý do “{reason.label}”", "")
    return words


def foreign_reach(cast: people.Cast) -> None:
    """Both blocs lie under one province, so that Hội Một may nominate to cells of the foreign one."""
    province = people.unit("T", "Tỉnh", "province")
    people.place_under(cast.bloc, province, date(2016, 1, 1))
    people.place_under(cast.foreign_bloc, province, date(2016, 1, 1))


def test_whoever_knows_an_organisation_by_one_nomination_learns_nothing_of_its_others(cast):
    people.nomination(cast)
    alone = {who: said_of_h1(cast, who) for who in ("secretary", "in_charge", "leader", "mass_officer")}
    people.nomination(cast, full_name="Lê Thị Cúc", cell=cast.single_cell)
    both = {who: said_of_h1(cast, who) for who in alone}
    assert {who: alone[who] == both[who] for who in alone} == {
        "secretary": True,
        "in_charge": True,
        "leader": False,
        "mass_officer": False,
    }


def said_of_h1(cast: people.Cast, who: str) -> str:
    return pages.read(people.signed_in(getattr(cast, who)).get(f"{LIST}?to_chuc=H.1")).words


def test_the_page_of_a_dossier_names_no_nomination_to_a_foreign_cell(cast):
    foreign_reach(cast)
    taken = people.accept(people.nomination(cast), ANSWERED)
    elsewhere = {"person": taken.person, "organisation": cast.foreign_association, "cell": cast.foreign_cell}
    made = Nomination.objects.create(nominated_on=NOMINATED, number="77/GT-HK", **elsewhere)
    people.send_back(made, ANSWERED, ReturnReason.WISH, NOTE)
    page = pages.read(people.signed_in(cast.secretary).get(f"/ho-so/{taken.code}/")).words
    assert "Hội Một giới thiệu cho Chi bộ Một" in page
    assert [word for word in ("77/GT-HK", "Hội khác", "Chi bộ khác", NOTE) if word in page] == []
    there = rows(people.signed_in(cast.stranger))
    assert [(row.number, row.note) for row in there] == [("77/GT-HK", NOTE)]


@pytest.mark.parametrize(
    ("asked", "answered", "on", "words"),
    [
        (None, None, TODAY, ""),
        (date(2021, 4, 1), None, date(2021, 4, 1), ""),
        (date(2021, 4, 1), None, date(2021, 4, 3), "đã qua 2 ngày"),
        (date(2021, 3, 10), ANSWERED, TODAY, "trả lời sau ngày đề nghị 5 ngày"),
        (date(2021, 3, 10), ANSWERED, date(2021, 3, 12), "đã qua 2 ngày"),
        (date(2021, 3, 20), ANSWERED, TODAY, ""),
    ],
)
def test_a_late_answer_is_told_in_days_after_the_one_asked_for(cast, officer, asked, answered, on, words):
    made = people.nomination(cast, answer_by=asked)
    if answered:
        people.send_back(made, answered)
    (row,) = rows(officer, f"tai_ngay={on}")
    assert row.lateness == words


@pytest.mark.parametrize(
    ("query", "shown"),
    [("tim=bong", ["Lê Thị Bông"]), ("tim=cúc", ["Lê Thị Cúc"]), ("tim=không ai", []), ("trang=2", [])],
)
def test_a_name_narrows_the_list(cast, officer, query, shown):
    people.nomination(cast)
    people.nomination(cast, full_name="Lê Thị Cúc", on=NOMINATED + timedelta(days=1))
    found = names(officer, query)
    assert found == (shown if query != "trang=2" else ["Lê Thị Cúc", "Lê Thị Bông"])


def test_paging_keeps_the_filters(cast, officer, monkeypatch):
    monkeypatch.setattr("candidates.views.nominations.PAGE_SIZE", 1)
    for name in ("Lê Thị A", "Lê Thị B"):
        people.nomination(cast, full_name=name)
    first = pages.read(officer.get(f"{LIST}?ket_qua=waiting"))
    (following,) = [href for href, words in first.links if words.startswith("Trang sau")]
    assert names(officer, following.removeprefix("?")) == ["Lê Thị A"]
    assert "2 lượt giới thiệu" in first.words
