"""A province shares its yearly quota out to 124 communes in a real browser: few clicks, the keyboard down the column."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db.models import Sum
from playwright.sync_api import Browser, Page, expect

from directives.models import Allocation, Distribution, Target
from organizations import tree
from organizations.enums import UnitKind
from tests import people

pytestmark = pytest.mark.journey
COMMUNES = 124
FIRST = date(2021, 1, 1)


@pytest.fixture
def target(transactional_db) -> Target:
    """Three percent of the members of 124 communes, of whom each has 40 to 52."""
    who = people.cast()
    for unit in (who.office, who.single_cell):
        people.close(unit, date(2020, 1, 1))
    for number in range(COMMUNES):
        made = people.unit(f"B.9.{number:03d}", f"Đảng bộ xã {number:03d}", UnitKind.GRASSROOTS, who.bloc)
        people.declare(made, FIRST, 40 + number % 13)
    tree.rebuild()
    return people.target(who.bloc)


@pytest.fixture
def page(browser: Browser, live_server, target: Target) -> Page:
    """A browser in which the officer of the whole is signed in; a script error fails the test."""
    officer = people.User.objects.get(username="can")
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="vi-VN", base_url=live_server.url)
    session = people.signed_in(officer).cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    opened, errors = context.new_page(), []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    context.close()
    assert errors == []


@pytest.fixture
def press(page: Page) -> Callable[[str], None]:
    """Click a button of the grid and wait for the page that follows."""

    def click(name: str) -> None:
        page.get_by_role("button", name=name, exact=True).last.click()
        page.wait_for_load_state()

    return click


def test_124_communes_get_their_quota(page, press, target):
    page.goto(f"/van-ban/chi-tieu/{target.pk}/phan-bo/")
    cells = page.locator("input[data-cell]")
    expect(cells).to_have_count(COMMUNES)
    difference = page.locator("p [data-difference]")
    whole = -(-3 * sum(40 + number % 13 for number in range(COMMUNES)) // 100)
    expect(difference).to_have_text(f"còn thiếu {whole}")
    page.get_by_text("Đề xuất, chép năm trước, dán từ Excel").click()
    press("Điền đề xuất")
    expect(difference).to_have_text("vừa đủ")
    _type_down_the_column(page, cells, difference)
    press("Lưu nháp")
    expect(difference).to_have_text("vượt 2")
    _issue(page, press)
    given = Allocation.objects.filter(target=target)
    assert (given.count(), given.aggregate(all=Sum("people"))["all"]) == (COMMUNES, whole + 2)


def _type_down_the_column(page: Page, cells, difference) -> None:
    """The sum follows the typing; Enter goes to the next commune, a pasted column fills downwards."""
    before = [cells.nth(place).input_value() for place in range(3)]
    cells.first.click()
    for value in before:
        page.keyboard.press("Control+A")
        page.keyboard.type(str(int(value) + 1))
        page.keyboard.press("Enter")
    expect(difference).to_have_text("vượt 3")
    expect(cells.nth(3)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Control+A")
    page.keyboard.type("hai")
    expect(cells.nth(2)).to_have_attribute("aria-invalid", "true")
    page.keyboard.press("Control+A")
    page.keyboard.type(before[2])
    expect(difference).to_have_text("vượt 2")


def _issue(page: Page, press: Callable[[str], None]) -> None:
    """Shares that do not add up ask for a reason; nothing that was typed is lost."""
    page.get_by_label("Số, ký hiệu").fill("12-QĐ/TU")
    page.get_by_label("Ngày ban hành").fill("15/01/2021")
    page.get_by_label("Trích yếu").fill("Giao chỉ tiêu kết nạp đảng viên năm 2021")
    press("Giao chỉ tiêu")
    expect(page.locator(".error-summary")).to_contain_text("vượt 2 so với")
    page.get_by_label("Lý do").fill("Giữ đúng như quyết định đã in")
    press("Giao chỉ tiêu")
    expect(page.locator("h1")).to_have_text("Kết nạp đảng viên mới: giao lần 1")


def test_without_the_script_the_button_does_the_sums(browser: Browser, live_server, target):
    officer = people.signed_in(people.User.objects.get(username="can"))
    context = browser.new_context(java_script_enabled=False, base_url=live_server.url)
    context.add_cookies([{"name": "sessionid", "value": officer.cookies["sessionid"].value, "url": live_server.url}])
    page = context.new_page()
    page.goto(f"/van-ban/chi-tieu/{target.pk}/phan-bo/")
    page.locator("input[data-cell]").first.fill("9999")
    page.get_by_role("button", name="Tính lại", exact=True).last.click()
    expect(page.locator("p [data-difference]")).to_contain_text("vượt")
    expect(page.locator("input[data-cell]").first).to_have_value("9999")
    assert Distribution.objects.count() == 0
    context.close()
