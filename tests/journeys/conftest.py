"""A real browser on the loaded story: Debian's chromium, driven headless by Playwright."""

import os

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from reports.demo import stories

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser():
    """One browser for all journeys; Playwright runs an event loop, in which Django would refuse its ordinary queries."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield running
        running.close()


@pytest.fixture
def story(transactional_db):
    """The story ``khoi-2021``; returns the root unit's code."""
    return stories.load("khoi-2021").code


@pytest.fixture
def as_user(browser: Browser, live_server, story):
    """Sign in: ``as_user("bithu")`` returns a page on the desk of that person; every script error fails the test."""
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def sign_in(username: str, width: int = 1280):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, locale="vi-VN", base_url=live_server.url
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda line: errors.append(line.text) if "Content Security Policy" in line.text else None)
        page.goto("/dang-nhap/")
        page.get_by_label("Tên đăng nhập").fill(username)
        page.get_by_label("Mật khẩu").fill(stories.accounts().PASSWORD)
        page.get_by_role("button", name="Đăng nhập").click()
        return page

    yield sign_in
    for context in contexts:
        context.close()
    assert errors == []
