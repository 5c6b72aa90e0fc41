"""A period is closed in a real browser: opened, confirmed, returned, confirmed again, accepted, changed late, ended."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from candidates.enums import Stage
from candidates.models import Dossier
from reports.models import Confirmation, PeriodRound
from tests import people
from tests.journeys.walking import PHONE, Walker

pytestmark = pytest.mark.journey
WIDE = 1280
Enter = Callable[..., Walker]


@pytest.fixture
def cast(transactional_db) -> people.Cast:
    """The cast, with a secretary in the single cell, where one was admitted and one waits for the ceremony."""
    who = people.cast()
    people.person("bithu", "Bùi Thị Thư", "cell_secretary", who.single_cell)
    people.dossier(who, Stage.DECIDED, where=who.single_cell, full_name="Lê Văn Bình")
    people.dossier(who, Stage.SYMPATHISER, where=who.single_cell, full_name="Trần Thị Cúc")
    return who


@pytest.fixture
def at(browser: Browser, live_server, cast) -> Enter:
    """Sit down at somebody's own browser; a script error fails the test."""
    contexts, errors = [], []

    def sit(username: str, width: int, *, scripts: bool = True) -> Walker:
        context = browser.new_context(
            viewport={"width": width, "height": 844},
            locale="vi-VN",
            base_url=live_server.url,
            java_script_enabled=scripts,
        )
        contexts.append(context)
        session = people.signed_in(people.User.objects.get(username=username)).cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto("/")
        return Walker(page)

    yield sit
    for context in contexts:
        context.close()
    assert errors == []


@pytest.mark.parametrize(("width", "scripts"), [(WIDE, True), (PHONE, False)])
def test_a_period_from_its_opening_to_its_lock(at, cast, width, scripts):
    board, cell = at("can", width, scripts=scripts), at("bithu", width, scripts=scripts)
    _opens(board)
    _confirms(cell, "Danh sách dự bị còn thiếu một đồng chí")
    _returns(board)
    _confirms_again(cell)
    _accepts(board)
    _records_late(cell)
    _ends(board)
    assert [each.number for each in Confirmation.objects.all()] == [1, 2]


def _opens(board: Walker) -> None:
    page = board.page
    page.goto("/bao-cao/")
    board.chooses("Chốt số liệu")
    board.chooses("Mở đợt chốt số liệu")
    expect(page.get_by_label("Từ ngày")).to_have_value("01/01/2021")
    page.get_by_label("Hạn xác nhận").fill("15/3/2021")
    board.sends("Mở đợt chốt")
    expect(page.locator(".error-summary")).to_contain_text("Hạn xác nhận 15/3/2021 đã qua")
    page.get_by_label("Hạn xác nhận").fill("4/6/2021")
    board.sends("Mở đợt chốt")
    board.reads("Đã mở đợt chốt số liệu.")
    _fits(page)


def _confirms(cell: Walker, comment: str) -> None:
    page = cell.page
    page.goto("/")
    expect(page.locator("#chot-so-lieu + ul")).to_contain_text("Chưa chốt, còn 4 ngày")
    cell.chooses("Xác nhận số liệu quý I năm 2021")
    expect(page.locator(".notice").first).to_contain_text("Hạn 04/6/2021; không trả lời không phải là đồng ý.")
    _fits(page)
    page.get_by_role("row", name="Đang theo dõi, chưa có quyết định").get_by_role("link").click()
    expect(page.locator("main")).to_contain_text("Trần Thị Cúc")
    page.go_back()
    page.get_by_label("Ý kiến chung").fill(comment)
    cell.sends("Xác nhận số liệu")
    cell.reads("Đã xác nhận số liệu.")
    expect(page.locator("main")).to_contain_text("Đồng chí không phải làm gì thêm.")
    page.goto("/")
    expect(page.locator("#chot-so-lieu")).to_have_count(0)


def _returns(board: Walker) -> None:
    page = board.page
    page.goto("/")
    board.chooses("Chốt số liệu quý I năm 2021: chờ chấp nhận")
    box = page.get_by_role("checkbox", name="Chi bộ Sở Hai")
    expect(box).not_to_be_checked()
    expect(page.locator("tbody")).to_contain_text("Danh sách dự bị còn thiếu một đồng chí")
    board.chooses("Xem số liệu và danh sách")
    board.chooses("Chấp nhận hoặc trả lại")
    page.get_by_role("radio", name="Trả lại").check()
    board.sends("Ghi ý kiến")
    expect(page.locator(".error-summary")).to_contain_text("Hãy ghi lý do trả lại")
    page.get_by_label("Nội dung, lý do").fill("Đã ghi đủ, đề nghị xem lại")
    board.sends("Ghi ý kiến")
    board.reads("Đã ghi ý kiến về số liệu chốt.")


def _confirms_again(cell: Walker) -> None:
    cell.page.goto("/")
    expect(cell.page.locator("#chot-so-lieu + ul")).to_contain_text("Bị trả lại")
    cell.chooses("Xác nhận số liệu quý I năm 2021")
    expect(cell.page.locator(".notice").first).to_contain_text("Cấp trên trả lại. Đã ghi đủ, đề nghị xem lại.")
    cell.sends("Xác nhận số liệu")
    cell.reads("Đã xác nhận số liệu.")


def _accepts(board: Walker) -> None:
    page = board.page
    page.goto("/")
    board.chooses("Chốt số liệu quý I năm 2021: chờ chấp nhận")
    _fits(page)
    page.get_by_role("checkbox", name="Chi bộ Sở Hai").check()
    board.sends("Chấp nhận các tổ chức đã chọn")
    board.reads("Đã chấp nhận số liệu của 1 tổ chức.")
    expect(page.locator("tbody")).to_contain_text("Đã chấp nhận")


def _records_late(cell: Walker) -> None:
    """The ceremony lies within the accepted days: the form asks why and keeps what was typed."""
    page, code = cell.page, Dossier.objects.get(person__full_name="Lê Văn Bình").code
    page.goto(f"/ho-so/{code}/buoc/admitted/")
    cell.types(on="3/2/2021", kept_at="Chi bộ")
    cell.sends()
    expect(page.locator(".error-summary")).to_contain_text("Số liệu của Chi bộ Sở Hai đã chốt đến hết ngày 31/3/2021")
    page.get_by_label("Lý do ghi sau khi chốt số liệu").fill("Biên bản lễ gửi muộn")
    cell.sends()
    found = PeriodRound.objects.get()
    page.goto(f"/bao-cao/chot-so-lieu/{found.pk}/to-chuc/B.2/")
    expect(page.locator("section[aria-labelledby=doi-sau-chot]")).to_contain_text("Biên bản lễ gửi muộn")
    _fits(page)


def _ends(board: Walker) -> None:
    """Whoever was silent has confirmed nothing."""
    board.chooses("Kết thúc đợt")
    board.sends("Kết thúc đợt")
    board.reads("Đã kết thúc đợt chốt số liệu.")
    expect(board.page.get_by_role("row", name="Đảng bộ Sở Một")).to_contain_text("Không chốt, đợt đã kết thúc")


def _fits(page: Page) -> None:
    """Nothing is wider than the screen."""
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
