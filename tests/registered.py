"""Words to register documents through the product's own page."""

from django.http import HttpResponse
from django.test import Client

from tests import pages

NEW = "/van-ban/moi/"
HEAD = {
    "kind": "letter",
    "number": "259-CV/ĐUK",
    "issuer": "Đảng ủy Khối",
    "issued_on": "21/5/2021",
    "subject": "V/v kết nạp đảng viên mới",
    "secrecy": "normal",
}


def lines(**kinds: list[dict]) -> dict:
    """What is typed into lines: of each kind a list of fields."""
    return {
        f"{kind}-{place}-{name}": value
        for kind, rows in kinds.items()
        for place, row in enumerate(rows)
        for name, value in row.items()
    }


def send(browser: Client, address: str = NEW, form: pages.Form | None = None, **typed: object) -> HttpResponse:
    """Fill in the page of a document; what is not typed of a new one is HEAD's."""
    known = HEAD if address.startswith(NEW) else {}
    return pages.send(browser, address, form, **(known | typed))
