"""The main job in a real browser: a person enters the sources, is admitted by those who own the steps, and is counted."""

import io
import re

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

NAME = "Đào Thị Thử Nghiệm"

pytestmark = pytest.mark.journey


def test_one_admission_moves_leaderships_number_list_and_pdf(as_user):
    """The secretary's six steps at phone width, the officer's decision, and what leadership then sees."""
    leader = as_user("lanhdao")
    before = held(leader)
    secretary = as_user("bithu", width=390)
    add_to_sources(secretary)
    record(secretary, "Công nhận cảm tình Đảng", "12/01/2021")
    record(secretary, "Ghi giấy chứng nhận lớp nhận thức", "29/01/2021", number="77/GCN")
    record(secretary, "Bắt đầu lập hồ sơ", "01/03/2021")
    lay_papers(secretary, "01/04/2021")
    record(secretary, "Chi bộ đề nghị kết nạp", "05/04/2021")
    officer = as_user("canbo")
    open_dossier(officer)
    record(officer, "Ghi quyết định kết nạp", "10/05/2021", number="901-QĐ/ĐUK", received="12/05/2021")
    open_dossier(secretary)
    record(secretary, "Ghi lễ kết nạp", "28/05/2021")
    leader.goto("/")
    assert held(leader) == before + 1
    the_number_opens_its_list(leader, before + 1)
    the_pdf_says(leader, before + 1)


def held(page: Page) -> int:
    """The number of admitted on leadership's first page."""
    figure = page.locator("a.figure", has_text="Đã kết nạp").locator(".value")
    return int(figure.inner_text().replace(".", ""))


def add_to_sources(page: Page) -> None:
    page.get_by_role("link", name="Thêm vào nguồn").click()
    page.get_by_label("Họ và tên").fill(NAME)
    page.get_by_label("Năm sinh").fill("1995")
    page.get_by_label("Ngày đưa vào nguồn").fill("05/01/2021")
    page.get_by_role("button", name="Thêm vào nguồn").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(NAME)


def lay_papers(page: Page, on: str) -> None:
    """Record every paper that the proposal lacks, right on the checklist; two introducing members by their names."""
    page.get_by_role("link", name="Mọi giấy tờ").click()
    lacking = page.locator("section[aria-labelledby=buoc-proposed] details.more")
    for turn in range(lacking.count() + 1):
        row = lacking.first
        row.locator("summary").click()
        row.get_by_label("Ngày ghi trên giấy tờ").fill(on)
        if (issuer := row.locator("input[name=issuer]")).count():
            issuer.fill(f"Lê Văn Thử {turn}")
        row.get_by_role("button", name="Ghi").click()
        expect(page.locator("#messages")).to_contain_text("Đã ghi")
    page.get_by_role("link", name=NAME).click()


def record(page: Page, step: str, on: str, *, number: str = "", received: str = "") -> None:
    page.get_by_role("link", name=step).click()
    page.locator("#id_on").fill(on)
    if number:
        page.get_by_label(re.compile("^Số")).fill(number)
    if received:
        page.get_by_label("Ngày chi bộ nhận quyết định").fill(received)
    page.get_by_role("button", name=step).click()
    expect(page.locator("#messages")).to_contain_text("Đã ghi")


def open_dossier(page: Page) -> None:
    page.goto("/ho-so/?tim=dao+thi+thu+nghiem")
    page.get_by_role("link", name=NAME).click()


def the_number_opens_its_list(page: Page, count: int) -> None:
    page.locator("a.figure", has_text="Đã kết nạp").click()
    expect(page.get_by_role("link", name=NAME)).to_be_visible()
    expect(page.locator(".pager")).to_contain_text(f"{count} hồ sơ")


def the_pdf_says(page: Page, count: int) -> None:
    answer = page.request.get("/bao-cao/tien-do/pdf/")
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.body())).pages)
    assert f"đã kết nạp {count} đảng viên mới" in " ".join(text.split())
