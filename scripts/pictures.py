"""``make pictures``: photograph the main pages of the served demo for docs/pictures, at 1280 and 390 px, and the PDF's pages."""

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ADDRESS = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000"
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
PAGES = {
    "lanhdao": {
        "lanh-dao": "/",
        "danh-sach": "/ho-so/?buoc=decided",
        "bao-cao": "/bao-cao/tien-do/",
        "don-vi": "/to-chuc/",
        "van-ban": "/van-ban/1/",
    },
    "bithu": {"viec-cua-toi": "/", "them-nguoi": "/ho-so/moi/"},
}
PAPER = (1, 2, 6)


def main() -> None:
    """Take all pictures of a running server."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        for name, width in WIDTHS.items():
            for user, pages in PAGES.items():
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
    elif width == WIDTHS["1280"]:
        _paper(page)
    context.close()


def _secretary(page: Page, name: str) -> None:
    """The dossier that waits first on the secretary's desk, and the form of its next step."""
    page.goto("/")
    page.locator("tr", has_text="Chi bộ đề nghị kết nạp").locator("th a").first.click()
    _keep(page, f"ho-so-{name}")
    page.locator(".next-steps a").first.click()
    _keep(page, f"ghi-buoc-{name}")


def _paper(page: Page) -> None:
    """Some pages of the printed report."""
    pdf = page.request.get("/bao-cao/tien-do/pdf/").body()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "report.pdf")
        file.write_bytes(pdf)
        for number in PAPER:
            only = ["-f", str(number), "-l", str(number), "-singlefile", "-r", "60", "-png"]
            subprocess.run(["pdftoppm", *only, file, FOLDER / f"bao-cao-in-trang-{number}"], check=True)


def _keep(page: Page, name: str) -> None:
    page.screenshot(path=FOLDER / f"{name}.png", clip=_part(page), full_page=True)


def _part(page: Page) -> dict:
    """The whole width and at most two screens of height: long lists say nothing more further down."""
    size = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
    return {"x": 0, "y": 0, "width": size[0], "height": min(size[1], 1800)}


if __name__ == "__main__":
    main()
