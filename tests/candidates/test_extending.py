"""Extending the term of a decision: once, within what the regime of its day allows, by the committee that decides."""

from datetime import date

import pytest
from django.test import Client

from candidates import clocks, extending, stages, statistics
from candidates.enums import ParameterCode, Stage
from candidates.extending import Asked
from candidates.models import Dossier, Parameter, StageEntry
from candidates.statistics import Cell, DueState
from organizations import access
from organizations.acting import acting
from organizations.enums import Deed
from organizations.errors import Conflict, NotAllowed, Refused
from organizations.models import User
from tests import people
from tests.candidates.walking import LATER, SITUATION_1, in_full, step, walked
from tests.people import TODAY

LAST = date(2022, 5, 23)


@pytest.fixture
def proposed(cast) -> Dossier:
    return walked(cast, Stage.PROPOSED, SITUATION_1)


def extend(by: User, made: Dossier, version: int | None = None, today: date = LATER, **asked: object) -> StageEntry:
    with acting(by, Deed.MOVE_AS_BOARD):
        known = {"own": access.reach(by, TODAY), "today": today, "version": version or made.version}
        return extending.extend(made, Asked(**({"reason": "cần xác minh thêm"} | asked)), **known)


def refused(*args: object, **said: object) -> tuple[str, ...]:
    """The sentences of a refusal; nothing may be written then."""
    before = list(StageEntry.objects.order_by("pk").values())
    with pytest.raises(Refused) as refusal:
        extend(*args, **said)
    assert list(StageEntry.objects.order_by("pk").values()) == before
    return refusal.value.sentences


@pytest.mark.parametrize(
    ("asked", "until"),
    [
        pytest.param({"days": 30}, LAST, id="24-QĐ/TW 4.3.1: 30 working days, situation 1"),
        pytest.param({"days": 1}, date(2022, 4, 7), id="24-QĐ/TW 4.3.1: a day"),
        pytest.param({"until": LAST}, LAST, id="24-QĐ/TW 4.3.1: until the last day"),
    ],
)
def test_a_term_is_extended_once_with_its_rule_and_reason(cast, proposed, asked, until):
    entry = extend(cast.officer, proposed, paper="Thông báo số 12-TB/ĐU", **asked)
    assert (entry.due_on, entry.extended_to, entry.term) == (date(2022, 4, 6), until, until)
    assert entry.extension_reason == "cần xác minh thêm (theo Thông báo số 12-TB/ĐU)"
    assert entry.extension_rule.code == ParameterCode.EXTENSION_DAYS
    assert Dossier.objects.get().version == proposed.version + 1


@pytest.mark.parametrize(
    ("asked", "wish"),
    [({"days": 31}, "thêm 31 ngày làm việc"), ({"until": date(2022, 5, 24)}, "đến ngày 24/5/2022")],
)
def test_beyond_the_most_is_refused_with_the_last_day(cast, proposed, asked, wish):
    assert refused(cast.officer, proposed, **asked) == (
        f"Không kéo dài được {wish}: hạn 06/4/2022 chỉ được kéo dài thêm nhiều nhất 30 ngày làm việc, tức là đến hết ngày "
        "23/5/2022 (điểm 4.3.1, 24-QĐ/TW (chưa xác nhận)).",
    )


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (
            {"until": date(2022, 4, 6)},
            "Ngày hết hạn mới 06/4/2022 phải sau hạn đang có 06/4/2022.",
        ),
        ({}, "Hãy ghi số ngày làm việc kéo dài, hoặc ngày hết hạn mới; chỉ ghi một trong hai."),
        ({"days": 5, "until": LAST}, "Hãy ghi số ngày làm việc kéo dài, hoặc ngày hết hạn mới; chỉ ghi một trong hai."),
        ({"days": 5, "reason": " "}, "Cần ghi lý do kéo dài."),
        ({"days": 5, "reason": "x" * 401}, "Lý do và văn bản dài quá 400 ký tự; hãy ghi ngắn lại."),
    ],
)
def test_what_was_said_wrongly_is_told(cast, proposed, asked, sentence):
    assert refused(cast.officer, proposed, **asked) == (sentence,)


def test_a_second_extension_is_refused_and_names_the_first(cast, proposed):
    extend(cast.officer, proposed, days=5)
    proposed.refresh_from_db()
    assert refused(cast.officer, proposed, days=5) == (
        "Thời hạn đã được kéo dài một lần, từ 06/4/2022 đến 14/4/2022 (cần xác minh thêm); quy định chỉ cho kéo dài một lần.",
    )


def test_only_a_running_term_of_a_decision_is_extended(cast):
    made = walked(cast, Stage.DECIDED, SITUATION_1)
    assert refused(cast.officer, made, days=5) == (
        "Chỉ kéo dài được thời hạn quyết định kết nạp, khi hồ sơ đã được chi bộ đề nghị và chưa có quyết định; hồ sơ này "
        "đang ở bước “Có quyết định” từ ngày 10/01/2022.",
    )


def test_a_step_without_a_term_has_nothing_to_extend(cast):
    days = SITUATION_1 | {Stage.TRAINED: date(2024, 3, 4), Stage.PREPARING: date(2026, 4, 9)}
    made = walked(cast, Stage.PROPOSED, days | {Stage.PROPOSED: date(2026, 5, 4)})
    assert refused(cast.officer, made, days=5) == (
        "Bước “Chi bộ đề nghị” ngày 04/5/2026 không có hạn để kéo dài: hệ thống chưa có giá trị của quy định tại ngày này.",
    )


def test_where_no_text_tells_an_extension_none_is_made(cast, proposed):
    Parameter.objects.filter(code=ParameterCode.EXTENSION_DAYS).update(value="")
    assert refused(cast.officer, proposed, days=5) == (
        "Không kéo dài được: chưa đủ căn cứ, không có quy định nào trong hệ thống tại ngày 05/01/2022 cho phép kéo dài thời "
        "hạn quyết định. Nếu có văn bản, đề nghị Ban Tổ chức Tỉnh ủy ghi giá trị vào trang Quy định trước.",
    )


def test_looked_at_from_before_the_step_nothing_is_extended(cast, proposed):
    assert refused(cast.officer, proposed, days=5, today=TODAY) == (
        "Bước này ghi sau ngày đang xem (31/5/2021); hãy chọn “xem tại ngày” muộn hơn.",
    )


@pytest.mark.parametrize(
    ("who", "version", "kind"),
    [
        ("secretary", None, NotAllowed),
        ("leader", None, NotAllowed),
        ("stranger", None, NotAllowed),
        ("officer", 1, Conflict),
    ],
)
def test_an_extension_is_for_the_board_that_saw_the_dossier_as_it_is(cast, proposed, who, version, kind):
    with pytest.raises(kind):
        extend(getattr(cast, who), proposed, version=version, days=5)
    assert not StageEntry.objects.filter(extended_to__isnull=False).exists()


def test_an_extended_term_is_late_only_after_the_later_day(cast, proposed):
    Parameter.objects.update(confirmed_by=cast.officer, confirmed_on=TODAY)
    extend(cast.officer, proposed, days=30)
    for on, state in ((LAST, "soon"), (date(2022, 5, 24), "late")):
        found = clocks.of(in_full(proposed), on)[-1]
        assert (found.state, found.term) == (state, LAST)
        assert found.notes == ("Đã kéo dài từ 06/4/2022 đến 23/5/2022: cần xác minh thêm",)
        overdue = statistics.count(Cell((cast.bloc,), (Stage.PROPOSED,), on, due=DueState.OVERDUE))
        assert overdue == (state == "late")


def test_taking_the_step_back_takes_the_extension_along(cast, proposed):
    extend(cast.officer, proposed, days=30)
    proposed.refresh_from_db()
    with acting(cast.secretary, Deed.CORRECT_STEP):
        known = {"own": access.reach(cast.secretary, TODAY), "today": LATER, "version": proposed.version}
        stages.take_back(proposed, "ghi nhầm ngày họp", **known)
    step(proposed, Stage.PROPOSED, date(2022, 1, 6))
    assert stages.open_entry(proposed).extended_to is None


def page(cast, who: str, day: date = date(2022, 3, 1)) -> Client:
    browser = people.signed_in(getattr(cast, who))
    session = browser.session
    session["as_at"] = day.isoformat()
    session.save()
    return browser


def test_the_page_says_how_far_and_extends(cast, proposed):
    browser, address = page(cast, "officer"), f"/ho-so/{proposed.code}/gia-han/"
    shown = browser.get(address)
    assert "thêm nhiều nhất 30 ngày làm việc: đến hết ngày 23/5/2022" in shown.content.decode()
    form = shown.context["form"].initial
    said = {"form_token": form["form_token"], "version": form["version"], "days": "30", "reason": "cần xác minh thêm"}
    answer = browser.post(address, said)
    assert answer.url == f"/ho-so/{proposed.code}/"
    assert browser.post(address, said).url == answer.url
    assert stages.open_entry(proposed).extended_to == LAST
    there = browser.get(answer.url).content.decode()
    assert "Đã kéo dài từ 06/4/2022 đến 23/5/2022: cần xác minh thêm" in there
    assert f"/ho-so/{proposed.code}/gia-han/" not in there


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "Hãy ghi lý do kéo dài."),
        (
            {"days": "30", "until": "23/5/2022"},
            "Hãy ghi số ngày làm việc, hoặc ngày hết hạn mới; chỉ ghi một trong hai.",
        ),
        ({"days": "ba mươi"}, "Hãy nhập một số nguyên, ví dụ 30."),
        ({"days": "0"}, "Số ngày kéo dài phải từ 1 trở lên."),
        ({"days": "9" * 30}, "Số ngày quá lớn; hãy kiểm tra lại."),
        ({"until": "31/02/2022"}, "“31/02/2022” không phải là một ngày có trong lịch."),
        ({"days": "31", "reason": "x"}, "tức là đến hết ngày 23/5/2022"),
    ],
)
def test_the_page_says_what_was_typed_wrongly(cast, proposed, typed, sentence):
    browser, address = page(cast, "officer"), f"/ho-so/{proposed.code}/gia-han/"
    form = browser.get(address).context["form"].initial
    answer = browser.post(address, {"form_token": form["form_token"], "version": form["version"]} | typed)
    assert (answer.status_code, sentence in answer.content.decode()) == (200, True)


@pytest.mark.parametrize(("who", "status"), [("secretary", 403), ("leader", 403), ("stranger", 404)])
def test_whoever_may_not_extend_is_turned_away(cast, proposed, who, status):
    browser, address = page(cast, who), f"/ho-so/{proposed.code}/gia-han/"
    assert [browser.get(address).status_code, browser.post(address).status_code] == [status, status]


@pytest.mark.parametrize(("who", "offered"), [("officer", True), ("secretary", False)])
def test_the_dossier_offers_the_extension_to_the_board(cast, proposed, who, offered):
    there = page(cast, who).get(f"/ho-so/{proposed.code}/").content.decode()
    assert ("Kéo dài thời hạn quyết định" in there) == offered
