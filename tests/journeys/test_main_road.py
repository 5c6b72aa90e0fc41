"""The main job in a real browser: a person enters the sources, is admitted by those who own the steps, and is counted."""

import io

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from candidates.enums import Stage
from tests.journeys.walking import PHONE, Walker

NAME = "Đào Thị Thử Nghiệm"
# The steps of the cell up to its proposal, with what each asks for.
OF_CELL = (
    ("Công nhận cảm tình Đảng", {"on": "12/01/2021"}),
    ("Ghi giấy chứng nhận lớp nhận thức", {"on": "29/01/2021", "number": "77/GCN"}),
    ("Bắt đầu lập hồ sơ", {"on": "01/03/2021"}),
    ("Bắt đầu thẩm tra lý lịch", {"on": "08/03/2021"}),
    ("Thẩm tra xong, lấy ý kiến", {"on": "22/03/2021"}),
)
OF_COMMITTEE = (
    ("Đảng ủy cơ sở đề nghị kết nạp", Stage.ENDORSED, "12/04/2021"),
    ("Trình cấp có thẩm quyền", Stage.SUBMITTED, "19/04/2021"),
)
DECISION = {"on": "10/05/2021", "number": "901-QĐ/ĐUK", "received_on": "12/05/2021"}

pytestmark = pytest.mark.journey


def test_one_admission_moves_leaderships_number_list_and_pdf(as_user):
    """The secretary's steps at phone width, those of the committee's office, the officer's decision, and what leadership sees."""
    leader = as_user("lanhdao")
    before = held(leader)
    secretary, office, officer = (
        Walker(as_user("bithu", width=PHONE)),
        Walker(as_user("danguy")),
        Walker(as_user("canbo")),
    )
    code = secretary.adds(NAME, "05/01/2021")
    for verb, typed in OF_CELL:
        secretary.at(code).does(verb, "Đã ghi", **typed)
    secretary.lays(code, Stage.PROPOSED, "01/04/2021")
    secretary.at(code).does("Chi bộ đề nghị kết nạp", "Đã ghi", on="05/04/2021")
    for verb, to, on in OF_COMMITTEE:
        office.lays(code, to, on)
        office.at(code).does(verb, "Đã ghi", on=on)
    open_from_the_list(officer)
    officer.does("Ghi quyết định kết nạp", "Đã ghi", **DECISION)
    secretary.at(code).does("Ghi lễ kết nạp", "Đã ghi", on="28/05/2021")
    leader.goto("/")
    assert held(leader) == before + 1
    the_number_opens_its_list(leader, before + 1)
    the_pdf_says(leader, before + 1)


def held(page: Page) -> int:
    """The number of admitted on leadership's first page."""
    figure = page.locator("a.figure", has_text="Đã kết nạp").locator(".value")
    return int(figure.inner_text().replace(".", ""))


def open_from_the_list(by: Walker) -> None:
    """Find the person by name, written without accents."""
    by.page.goto("/ho-so/?tim=dao+thi+thu+nghiem")
    by.page.get_by_role("link", name=NAME).click()


def the_number_opens_its_list(page: Page, count: int) -> None:
    page.locator("a.figure", has_text="Đã kết nạp").click()
    expect(page.get_by_role("link", name=NAME)).to_be_visible()
    expect(page.locator(".pager")).to_contain_text(f"{count} hồ sơ")


def the_pdf_says(page: Page, count: int) -> None:
    answer = page.request.get("/bao-cao/tien-do/pdf/")
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.body())).pages)
    assert f"đã kết nạp {count} đảng viên mới" in " ".join(text.split())
