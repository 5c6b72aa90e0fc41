"""Walks every number of a report to the list behind it: what the page of the list would show, by the very filter of that page."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlsplit

from django.http import QueryDict
from django.test import Client

from candidates import statistics
from candidates.filters import DossierFilter
from candidates.nomination_filter import NominatedFilter
from candidates.statistics import Cell
from organizations.access import Reach
from organizations.enums import ORGANISATION_FIGURES, PARTY_KINDS, REVIEW_FIGURES, UnitKind
from organizations.models import Unit, UnitVersion
from reports import definitions
from reports.document import Report, Shape
from tests.reports import asking

Number = tuple[str, object, str]
DOSSIERS, NOMINATIONS, LACKING, REPORTS = "/ho-so/?", "/ho-so/gioi-thieu/?", "/ho-so/con-thieu/?", "/bao-cao/"
# From so many units on a column is counted in one query.
A_COLUMN = 6
# Every so many lists are also counted row by row, as the page shows them.
SAMPLED = 60
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
# How many came to a seminar is what the organisation told.
TOLD = "doan-the, Hội nghị tập huấn"


def reports(root: Unit, on: date, without: set[str] = frozenset()) -> Iterator[Report]:
    """Every report of the catalogue that is made of party units, of the root of a story."""
    for code, definition in definitions.CATALOGUE.items():
        if definition.kinds <= PARTY_KINDS and code not in without:
            yield asking.report(code, root, on)


def of_organisations(on: date) -> Iterator[Report]:
    """The report of every organisation that stands on top of its own tree, and of the first branch of each."""
    kept = UnitVersion.objects.on(on).filter(kind=UnitKind.SOCIO_POLITICAL).select_related("unit")
    for top in kept.filter(parent=None).order_by("unit__code"):
        branches = kept.filter(parent=top.unit).order_by("unit__code")[:1]
        yield from (asking.report("doan-the", each.unit, on) for each in (top, *branches))


def numbers(report: Report) -> Iterator[Number]:
    """Every figure of the sentences and of the tables, with its label."""
    for paragraph in [*report.opening, *(each for section in report.sections for each in section.paragraphs)]:
        yield from ((f"{report.code}: {token}", each.value, each.href) for token, each in paragraph.figures.items())
    for table in (table for section in report.sections for table in section.tables):
        for row in table.rows:
            for column, figure in zip(table.columns, row.figures, strict=True):
                if column.shape == Shape.COUNT:
                    yield f"{report.code}, {table.title}, {row.label}: {column.key}", figure.value, figure.href


def wrong(
    found: list[Number], own: Reach, on: date, client: Client, sampled: int = SAMPLED
) -> list[tuple[str, object, object]]:
    """Return the numbers whose list holds another number of people or units."""
    people = [each for each in found if each[2].startswith(DOSSIERS)]
    bad = _wrong(people, own, on, sampled)
    for label, value, href in found:
        if href.startswith(NOMINATIONS):
            listed = _nominated(href, own, on)
        elif href.startswith(LACKING):
            listed = client.get(href).context["total"]
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
    return key not in NOT_PEOPLE and not row.endswith(RECKONED) and not row.startswith(TOLD)


def _wrong(people: list[Number], own: Reach, on: date, sampled: int) -> list[tuple[str, object, object]]:
    filters = [_filter(href, own, on) for _, _, href in people]
    counted = _counted(filters)
    found = [
        (label, value, listed) for (label, value, _), listed in zip(people, counted, strict=True) if listed != value
    ]
    for (label, value, _), asked in list(zip(people, filters, strict=True))[::sampled]:
        shown = asked.rows.count()
        found += [(label, value, shown)] if shown != value else []
    return found


def _counted(filters: list[DossierFilter]) -> list[int]:
    """How many people each list holds: row by row where a standing narrows it, else by its cell, columns of units at once."""
    found = {place: asked.rows.count() for place, asked in enumerate(filters) if asked.narrows}
    columns: dict[Cell, list[int]] = {}
    for place, asked in enumerate(filters):
        if place not in found and len(asked.cell.units) == 1:
            columns.setdefault(replace(asked.cell, units=()), []).append(place)
    for cell, places in columns.items():
        if len(places) >= A_COLUMN:
            unit = {place: filters[place].cell.units[0].pk for place in places}
            counts = statistics.by_unit(cell, set(unit.values()))
            found |= {place: counts.get(unit[place], 0) for place in places}
    rest = [place for place in range(len(filters)) if place not in found]
    found |= dict(zip(rest, statistics.counts([filters[place].cell for place in rest]), strict=True))
    return [found[place] for place in range(len(filters))]


def _filter(href: str, own: Reach, on: date) -> DossierFilter:
    asked = DossierFilter(QueryDict(urlsplit(href).query), own=own, today=on)
    assert asked.form.is_valid(), (href, asked.form.errors)
    assert not asked.narrows or set(parse_qs(urlsplit(href).query)) & {"tinh_trang", "ly_do_tra"}, href
    return asked


def _nominated(href: str, own: Reach, on: date) -> int:
    named = NominatedFilter(QueryDict(urlsplit(href).query), own=own, today=on)
    assert named.is_valid(), named.errors
    return named.rows.order_by().values("person").distinct().count()
