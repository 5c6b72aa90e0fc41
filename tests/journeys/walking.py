"""Words of the journeys: opening a dossier, choosing what comes next, typing it, and what the page then says."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from candidates.enums import Stage

PHONE = 390
SEEN_FROM = "31/05/2021"


@dataclass(frozen=True)
class Walker:
    """Somebody at their own browser."""

    page: Page

    def adds(self, name: str, on: str) -> str:
        """Enter a person from the desk; returns the code of the dossier."""
        self.chooses("Thêm vào nguồn")
        self.page.get_by_label("Họ và tên").fill(name)
        self.page.get_by_label("Năm sinh").fill("1995")
        self.page.get_by_label("Ngày đưa vào nguồn").fill(on)
        self.page.get_by_role("button", name="Thêm vào nguồn").click()
        expect(self.page.get_by_role("heading", level=1)).to_have_text(name)
        return self.page.url.rstrip("/").rsplit("/", 1)[-1]

    def at(self, code: str) -> "Walker":
        """Open the page of a dossier."""
        self.page.goto(f"/ho-so/{code}/")
        return self

    def does(self, verb: str, says: str, **typed: str) -> "Walker":
        """Choose what comes next, type what it asks for, send it; the page says what was done."""
        self.chooses(verb)
        self.types(**self._day(), **typed) if "on" not in typed else self.types(**typed)
        self.sends()
        return self.reads(says)

    def chooses(self, verb: str) -> None:
        """Follow a link of the page, also one that is folded away."""
        link = self.page.locator("main a", has_text=re.compile(rf"^\s*{re.escape(verb)}")).first
        open_up(link)
        link.click()

    def _day(self) -> dict[str, str]:
        """The day from which the story is seen, where a step leaves its day to whoever has the paper."""
        empty = self.page.locator("main form [name=on]").first
        return {"on": SEEN_FROM} if empty.count() and not empty.input_value() else {}

    def types(self, **typed: str) -> None:
        """Fill fields by their names; choices by their words."""
        for name, words in typed.items():
            box = self.page.locator(f"main form [name={name}]").first
            open_up(box)
            if box.evaluate("each => each.tagName") == "SELECT":
                box.select_option(label=words)
            else:
                box.fill(words)

    def sends(self, button: str = "") -> None:
        """Press the main button, or the one that is named."""
        named = self.page.get_by_role("button", name=button) if button else self.page.locator("main button")
        named.first.click()

    def reads(self, says: str) -> "Walker":
        """The message at the head of the page."""
        expect(self.page.locator("#messages")).to_contain_text(says)
        return self

    def stands_at(self, stage: Stage, waits: str = "") -> None:
        """The step bar of the dossier, and the sentence under the name."""
        if stage != Stage.OFFICIAL:
            expect(self.page.locator(".steps li.now, .steps li.out")).to_contain_text(stage.label)
        if waits:
            expect(self.page.locator(".waiting-line")).to_contain_text(waits)

    def lays(self, code: str, stage: Stage, on: str) -> None:
        """Record every paper that a step lacks, right on the checklist; introducing members by their names."""
        self.page.goto(f"/ho-so/{code}/giay-to/")
        lacking = self.page.locator(f"section[aria-labelledby=buoc-{stage}] details.more")
        for turn in range(lacking.count() + 1):
            if not lacking.count():
                return
            row = lacking.first
            open_up(row)
            row.locator("summary").click()
            row.get_by_label("Ngày ghi trên giấy tờ").fill(on)
            if (issuer := row.locator("input[name=issuer]")).count():
                issuer.fill(f"Lê Văn Thử {turn}")
            row.get_by_role("button", name="Ghi").click()
            self.reads("Đã ghi")


def open_up(there: Locator) -> None:
    """Unfold what a field or a link lies in."""
    there.wait_for(state="attached")
    if not there.is_visible():
        there.locator("xpath=ancestor::details[1]/summary").click()
