"""``make bench``: how long the main pages, the report and the counting take on the loaded demo; prints, never fails on speed."""

import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 7
ON = date(2021, 5, 31)
PAGES = (
    ("lanhdao", "/"),
    ("canbo", "/"),
    ("bithu", "/"),
    ("lanhdao", "/ho-so/"),
    ("lanhdao", "/ho-so/?tim=nguyen"),
    ("lanhdao", "/to-chuc/22.001/"),
    ("lanhdao", "/bao-cao/tien-do/"),
)


def main() -> None:
    """Measure everything on the demo story."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    os.environ.setdefault("HTTPS", "false")
    django.setup()
    _pages()
    _report()


def _pages() -> None:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from organizations.models import User

    for username, address in PAGES:
        client = Client(HTTP_HOST="localhost")
        client.force_login(User.objects.get(username=username))
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(address)
            queries = len(asked)
        took = _median(lambda client=client, address=address: client.get(address))
        print(f"{took * 1000:7.1f} ms  {queries:3} queries  {len(answer.content):7} bytes  {username} {address}")


def _report() -> None:
    from organizations.models import Unit
    from reports import builder, pdf
    from reports.definitions import CATALOGUE

    bloc = Unit.objects.get(code="22.001")
    definition = CATALOGUE["tien-do"]

    def made() -> object:
        return builder.build(definition, builder.asked(definition, bloc, ON), with_names=True)

    built = made()
    print(f"{_median(made) * 1000:7.1f} ms  the report's data")
    print(f"{_median(lambda: pdf.render_pdf(built), 3) * 1000:7.1f} ms  its PDF with 70 units and 45 names")


def _median(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


if __name__ == "__main__":
    main()
