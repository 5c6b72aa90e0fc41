"""``make pictures``: photograph the main pages of the served demo for docs/pictures, at 1280 and 390 px, and the PDFs' pages."""

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ADDRESS = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000"
STORY = sys.argv[2] if len(sys.argv) > 2 else "khoi-2021"
FOLDER = Path(__file__).resolve().parent.parent / "docs" / "pictures"
PASSWORD = "ket-nap-minh-hoa"
WIDTHS = {"1280": 1280, "390": 390}
CHROMIUM = "/usr/bin/chromium"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Story → account → name of the picture → address.
PAGES = {
    "khoi-2021": {
        "lanhdao": {
            "lanh-dao": "/",
            "danh-sach": "/ho-so/?buoc=decided",
            "bao-cao": "/bao-cao/tien-do/",
            "don-vi": "/to-chuc/",
            "van-ban": "/van-ban/1/",
            "vai-tro": "/vai-tro/",
        },
        "canbo": {"lop": "/lop/", "con-thieu": "/ho-so/con-thieu/", "giao-nhan": "/ho-so/giao-nhan/"},
        "danguy": {"hop-moi": "/ho-so/cuoc-hop/moi/"},
        "bithu": {
            "viec-cua-toi": "/",
            "them-nguoi": "/ho-so/moi/",
            "ra-soat": "/ho-so/ra-soat/",
            "giay-to": "/ho-so/HS0000767/giay-to/",
            "bieu-mau": "/bieu-mau/HS0000768/",
        },
        "canbotinh": {"quy-dinh": "/quy-dinh/", "so-sanh-quy-dinh": "/quy-dinh/so-sanh/?a=QD24&b=QD208"},
    },
    "hoi-2015": {
        "canbo": {
            "hoi": "/hoi-doan-the/",
            "hoi-bao-cao": "/bao-cao/hoi/",
            "hoi-van-ban": "/van-ban/",
            "hoi-gioi-thieu": "/ho-so/gioi-thieu/",
        },
        "hoi": {"hoi-viec-cua-toi": "/", "hoi-gioi-thieu-moi": "/ho-so/gioi-thieu/moi/"},
    },
}
# Story → account that prints → report and the name of its pictures.
PAPERS = {
    "khoi-2021": ("lanhdao", {"tien-do": "bao-cao-in"}),
    "hoi-2015": ("canbo", {"hoi": "hoi-in", "doan-the": "doan-the-in"}),
}


def main() -> None:
    """Take all pictures of a running server."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        for name, width in WIDTHS.items():
            for user, pages in PAGES[STORY].items():
                _walk(browser, user, pages, name, width)
        browser.close()


def _walk(browser: Browser, user: str, pages: dict[str, str], name: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="vi-VN", base_url=ADDRESS)
    page = context.new_page()
    page.goto("/dang-nhap/")
    _keep(page, f"dang-nhap-{name}")
    page.get_by_label("Tên đăng nhập").fill(user)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    for what, address in pages.items():
        page.goto(address)
        _keep(page, f"{what}-{name}")
    if user == "bithu":
        _secretary(page, name)
    printer, papers = PAPERS[STORY]
    if user == printer and width == WIDTHS["1280"]:
        for code, what in papers.items():
            _paper(page, code, what)
    context.close()


def _secretary(page: Page, name: str) -> None:
    """The dossier that waits first on the secretary's desk, and the form of its next step."""
    page.goto("/")
    page.locator("tr", has_text="Bắt đầu thẩm tra lý lịch").locator("th a").first.click()
    _keep(page, f"ho-so-{name}")
    page.locator(".next-steps a.button").first.click()
    _keep(page, f"ghi-buoc-{name}")


def _paper(page: Page, code: str, what: str) -> None:
    """All pages of a printed report."""
    pdf = page.request.get(f"/bao-cao/{code}/pdf/").body()
    for old in FOLDER.glob(f"{what}-trang-*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "report.pdf")
        file.write_bytes(pdf)
        subprocess.run(["pdftoppm", "-r", "60", "-png", file, FOLDER / f"{what}-trang"], check=True)


def _keep(page: Page, name: str) -> None:
    page.screenshot(path=FOLDER / f"{name}.png", clip=_part(page), full_page=True)


def _part(page: Page) -> dict:
    """The whole width and at most two screens of height: long lists say nothing more further down."""
    size = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
    return {"x": 0, "y": 0, "width": size[0], "height": min(size[1], 1800)}


if __name__ == "__main__":
    main()
