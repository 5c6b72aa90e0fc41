"""A report from its page to the register: its text edited, signed, issued, corrected, and its file recognised."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.walking import Walker, open_up

pytestmark = pytest.mark.journey
REPORT = "/bao-cao/bieu-2/"
OPENING = "loi-0.1.1"


def edits(officer: Walker, text: str) -> None:
    """Write the first paragraph anew, with the number of admissions as a token."""
    officer.page.goto(REPORT)
    officer.page.get_by_role("link", name="Soạn lời").click()
    officer.page.locator(f"[name='{OPENING}']").fill(text)
    officer.sends("Lưu lời báo cáo")
    officer.reads("Đã lưu lời báo cáo")


def enters(officer: Walker, number: str) -> str:
    """Enter the report of the page in the register; returns its address."""
    officer.page.get_by_role("link", name="Vào sổ, ban hành").click()
    officer.types(number=number)
    officer.sends("Ban hành")
    officer.reads("Đã ban hành báo cáo")
    return officer.page.url


def stored_file(page: Page) -> bytes:
    """The stored file of the report of the page."""
    answer = page.request.get(page.get_by_role("link", name="Bản in đã ban hành").get_attribute("href"))
    assert answer.headers["content-type"] == "application/pdf"
    return answer.body()


def verified(page: Page, name: str, content: bytes) -> str:
    """Let the product look a file up; returns what it says."""
    page.goto("/bao-cao/kiem-tra/")
    page.set_input_files("[name=file]", {"name": name, "mimeType": "application/pdf", "buffer": content})
    page.get_by_role("button", name="Kiểm tra").click()
    return page.locator("#ket-qua").inner_text()


def test_a_report_is_edited_signed_issued_corrected_and_recognised(as_user):
    officer = Walker(as_user("canbo"))
    page = officer.page
    edits(officer, "Trong kỳ, toàn Đảng bộ kết nạp được {kỳ này} đảng viên.")
    said = page.get_by_text("Trong kỳ, toàn Đảng bộ kết nạp được").inner_text()
    assert re.search(r"kết nạp được \d+ đảng viên\.", said)

    page.get_by_role("link", name="Trình ký").click()
    officer.types(name="Trần Văn Ký")
    officer.sends("Chốt báo cáo, trình ký")
    officer.reads("Đã chốt báo cáo để trình ký")
    expect(page.get_by_text("Đang trình ký")).to_be_visible()
    first = enters(officer, "45")
    expect(page.get_by_role("heading", level=1)).to_have_text("Biểu thống kê số 45")
    expect(page.get_by_text(said)).to_be_visible()
    issued = stored_file(page)

    edits(officer, "Trong kỳ, toàn Đảng bộ kết nạp được {kỳ này} đảng viên mới.")
    page.goto(first)
    expect(page.get_by_text(said)).to_be_visible()
    page.get_by_role("link", name="Lập bản đính chính").click()
    officer.types(reason="Ghi thiếu chữ trong lời báo cáo")
    officer.sends("Chốt báo cáo, trình ký")
    page.get_by_role("link", name="Xem chỗ thay đổi").click()
    expect(page.get_by_text("Ghi thiếu chữ trong lời báo cáo")).to_be_visible()
    expect(page.locator("main table")).to_contain_text("đảng viên mới.")
    page.go_back()
    enters(officer, "46")

    page.goto(first)
    expect(page.get_by_text("Đã được đính chính.")).to_be_visible()
    assert stored_file(page) == issued
    assert "Đây là bản đã ban hành: Biểu thống kê số 45" in verified(page, "ban-luu.pdf", issued)
    told = verified(page, "da-ky.pdf", issued + b"\n/ByteRange [0 1 2 3]\n%%EOF\n")
    assert "có phần thêm sau (chữ ký số)" in told
    assert "đã được đính chính bằng Biểu thống kê số 46" in told
    assert "Đây không phải bản nào đã ban hành" in verified(page, "khac.pdf", b"%PDF-1.7 khac")


def test_on_a_phone_a_number_of_a_table_is_put_into_the_text_and_the_parameters_are_kept(as_user):
    officer = Walker(as_user("canbo", 390))
    page = officer.page
    page.goto(REPORT)
    page.get_by_role("link", name="Soạn lời").click()
    open_up(page.locator("[name=chen_dong]"))
    page.get_by_role("button", name="Chèn số").click()
    box = page.locator(f"[name='{OPENING}']")
    expect(box).to_be_focused()
    expect(box).to_have_value(re.compile(r"\{bảng 1: "))
    officer.sends("Lưu lời báo cáo")
    officer.reads("Đã lưu lời báo cáo")
    page.get_by_role("link", name="Lưu tham số").click()
    officer.types(name="Biểu 2 gửi Thường trực")
    officer.sends("Lưu tham số")
    officer.reads("Đã lưu tham số")
    page.get_by_role("link", name="Biểu 2 gửi Thường trực", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Biểu 2-BTCTW")
