"""Walks every number of a report to the list behind it: what the page of the list would show, by the very filter of that page."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import parse_qs, urlsplit

from django.http import QueryDict
from django.test import Client

from candidates import statistics
from candidates.filters import DossierFilter
from candidates.nomination_filter import NominatedFilter
from organizations.access import Reach
from organizations.enums import ORGANISATION_FIGURES, PARTY_KINDS, REVIEW_FIGURES
from organizations.models import Unit
from reports import definitions
from reports.document import Report, Shape
from tests.reports import asking

Number = tuple[str, object, str]
DOSSIERS, NOMINATIONS, REPORTS = "/ho-so/?", "/ho-so/gioi-thieu/?", "/bao-cao/"
AT_ONCE = 200
# Every so many lists are also counted row by row, as the page shows them.
SAMPLED = 12
# Columns of figures that units declared, that documents set, or that are worked out of other columns: nobody is behind them.
NOT_PEOPLE = frozenset(
    [
        *("base", "quota", "declared", "missing", "members", "goal"),  # of documents and declarations
        *("q6", "q9", "q12", *(kind.value for kind in (*REVIEW_FIGURES, *ORGANISATION_FIGURES))),  # declared
        *("days", "stays"),  # how long a stage took, of how many stays
    ]
)
# Rows reckoned from others, and what units reported: nobody in particular is behind them.
RECKONED = ("Cộng lượt", "Trừ trùng", "đơn vị báo)")


def reports(root: Unit, on: date, without: set[str] = frozenset()) -> Iterator[Report]:
    """Every report of the catalogue that is made of party units, of the root of a story."""
    for code, definition in definitions.CATALOGUE.items():
        if definition.kinds <= PARTY_KINDS and code not in without:
            yield asking.report(code, root, on)


def numbers(report: Report) -> Iterator[Number]:
    """Every figure of the sentences and of the tables, with its label."""
    for paragraph in [*report.opening, *(each for section in report.sections for each in section.paragraphs)]:
        yield from ((f"{report.code}: {token}", each.value, each.href) for token, each in paragraph.figures.items())
    for table in (table for section in report.sections for table in section.tables):
        for row in table.rows:
            for column, figure in zip(table.columns, row.figures, strict=True):
                if column.shape == Shape.COUNT:
                    yield f"{report.code}, {table.title}, {row.label}: {column.key}", figure.value, figure.href


def wrong(found: list[Number], own: Reach, on: date, client: Client) -> list[tuple[str, object, object]]:
    """Return the numbers whose list holds another number of people or units."""
    people = [each for each in found if each[2].startswith(DOSSIERS)]
    bad = [
        each for place in range(0, len(people), AT_ONCE) for each in _wrong(people[place : place + AT_ONCE], own, on)
    ]
    for label, value, href in found:
        if href.startswith(NOMINATIONS):
            listed = _nominated(href, own, on)
        elif href.startswith(REPORTS) and "/to-chuc/" in href:
            listed = len(client.get(href).context["units"])
        else:
            continue
        bad += [(label, value, listed)] if listed != value else []
    return bad


def bare(found: list[Number]) -> list[str]:
    """Return the numbers above 0 that open nothing and are not of a kind behind which nobody stands."""
    counted = [(label, href) for label, value, href in found if isinstance(value, int) and value]
    return [label for label, href in counted if not href and _somebody_stands_behind(label)]


def _somebody_stands_behind(label: str) -> bool:
    row, _, key = label.rpartition(": ")
    if row.startswith(("minh-chung, Nhiệm vụ", "minh-chung, Văn bản")):  # the row opens the duty, which lists the units
        return key not in ("bound", "done", "left")
    return key not in NOT_PEOPLE and not row.endswith(RECKONED)


def _wrong(people: list[Number], own: Reach, on: date) -> list[tuple[str, object, object]]:
    filters = [_filter(href, own, on) for _, _, href in people]
    counted = statistics.counts([asked.cell for asked in filters])
    found = [
        (label, value, listed) for (label, value, _), listed in zip(people, counted, strict=True) if listed != value
    ]
    for (label, value, _), asked in list(zip(people, filters, strict=True))[::SAMPLED]:
        shown = asked.rows.count()
        found += [(label, value, shown)] if shown != value else []
    return found


def _filter(href: str, own: Reach, on: date) -> DossierFilter:
    asked = DossierFilter(QueryDict(urlsplit(href).query), own=own, today=on)
    assert asked.form.is_valid(), (href, asked.form.errors)
    assert not asked.narrows or set(parse_qs(urlsplit(href).query)) & {"tinh_trang", "ly_do_tra"}, href
    return asked


def _nominated(href: str, own: Reach, on: date) -> int:
    named = NominatedFilter(QueryDict(urlsplit(href).query), own=own, today=on)
    assert named.is_valid(), named.errors
    return named.rows.order_by().values("person").distinct().count()
