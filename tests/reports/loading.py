"""What the tests of every demo story share: loading it once, a picture of all its people, a walk through its first pages."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.test import Client

from candidates.models import Membership, Nomination, StageEntry
from organizations.models import Figure, Unit
from reports.demo import accounts, stories
from tests.pages import Page


@contextmanager
def told(code: str) -> Iterator[Unit]:
    """The story inside a transaction that is taken back at the end."""
    with transaction.atomic():
        yield stories.load(code)
        transaction.set_rollback(True)


def picture() -> list[list[tuple]]:
    """Everything that chance had a hand in, in words that do not depend on keys."""
    person, unit = "dossier__person__full_name", "unit__code"
    return [
        list(StageEntry.objects.order_by("pk").values_list(person, "dossier__person__birth_date", "stage", "on", unit)),
        list(Membership.objects.order_by("pk").values_list("person__full_name", "organisation__code", "valid_from")),
        list(Nomination.objects.order_by("pk").values_list("person__full_name", "organisation__code", "nominated_on")),
        list(Figure.objects.order_by("pk").values_list("kind", "on", "said_on", "value", unit)),
    ]


def broken_links(username: str) -> list[tuple[str, int]]:
    """Sign an account in by its published password; return the pages linked from its first page that do not answer with 200."""
    client = Client()
    client.post("/dang-nhap/", {"login": username, "password": accounts.PASSWORD})
    first = client.get("/")
    links = {href for _, href in Page(first.content.decode()).links if href.startswith("/")}
    answers = [("/", first.status_code), *((href, client.get(href).status_code) for href in sorted(links))]
    return [(href, status) for href, status in answers if status != 200]
