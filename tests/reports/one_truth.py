"""Walks every number of a report to the list behind it: what the page of the list would show, by the very filter of that page."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, parse_qsl, urlsplit

from django.http import QueryDict
from django.test import Client

from candidates import statistics
from candidates.filters import DossierFilter
from candidates.nomination_filter import NominatedFilter
from candidates.statistics import Cell
from organizations.access import Reach
from organizations.enums import ORGANISATION_FIGURES, PARTY_KINDS, REVIEW_FIGURES, Deed, UnitKind
from organizations.models import Unit, UnitVersion
from reports import definitions
from reports.document import Paragraph, Report, Shape
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
# Figures of sentences behind which nobody stands: what units declared to expect, added up; the table of units has each.
SAID = frozenset(["sum"])
# A difference opens nothing: both numbers that it comes of stand in its sentence, each with its list.
DIFFERENCE = "change"
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
        kept = {token: each for token, each in paragraph.figures.items() if not _is_difference(token, paragraph)}
        yield from ((f"{report.code}: {token}", each.value, each.href) for token, each in kept.items())
    for table in (table for section in report.sections for table in section.tables):
        for row in table.rows:
            for column, figure in zip(table.columns, row.figures, strict=True):
                if column.shape == Shape.COUNT:
                    yield f"{report.code}, {table.title}, {row.label}: {column.key}", figure.value, figure.href


def _is_difference(token: str, paragraph: Paragraph) -> bool:
    """Whether a figure is how far two others of its sentence, which have their lists, are apart."""
    if not token.endswith(DIFFERENCE):
        return False
    before = paragraph.figures[f"{token.removesuffix(DIFFERENCE)}before"]
    others = [each for each in paragraph.figures.values() if each.href and isinstance(each.value, int)]
    return bool(before.href) and any(
        abs(each.value - before.value) == paragraph.figures[token].value for each in others
    )


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
    if "," not in row and key in SAID:
        return False
    return key not in NOT_PEOPLE and not row.endswith(RECKONED) and not row.startswith(TOLD)


def _wrong(people: list[Number], own: Reach, on: date, sampled: int) -> list[tuple[str, object, object]]:
    lists = _Lists(own, on)
    found = lists.counted([href for _, _, href in people])
    bad = [(label, value, found[href]) for label, value, href in people if found[href] != value]
    for label, value, href in people[::sampled]:
        shown = lists.filter(href).rows.count()
        bad += [(label, value, shown)] if shown != value else []
    return bad


class _Lists:
    """The lists of a person: each kind of address is read by the page's own filter once, its units and organisations replaced."""

    def __init__(self, own: Reach, on: date) -> None:
        self.own, self.on = own, on
        self.units = {unit.code: unit for unit in own.units(Deed.SEE_DOSSIERS)}
        self.organisations = {unit.code: unit for unit in own.organisations(Deed.SEE_ORGANISATIONS)}
        self.read: dict[tuple, DossierFilter] = {}

    def filter(self, href: str) -> DossierFilter:
        """The filter of the page of the list."""
        asked = DossierFilter(QueryDict(urlsplit(href).query), own=self.own, today=self.on)
        assert asked.form.is_valid(), (href, asked.form.errors)
        assert not asked.narrows or set(parse_qs(urlsplit(href).query)) & {"tinh_trang", "ly_do_tra"}, href
        return asked

    def counted(self, addresses: list[str]) -> dict[str, int]:
        """How many people each list holds: row by row where a standing narrows it, else by its cell."""
        read = {href: self._read(href) for href in addresses}
        found = {href: self.filter(href).rows.count() for href, asked in read.items() if asked.narrows}
        cells = {href: self._cell(href, asked) for href, asked in read.items() if not asked.narrows}
        columns: dict[Cell, list[str]] = {}
        for href, cell in cells.items():
            if len(cell.units) == 1:
                columns.setdefault(replace(cell, units=()), []).append(href)
        for column, its in columns.items():
            if len(its) >= A_COLUMN:
                counts = statistics.by_unit(column, {cells[href].units[0].pk for href in its})
                found |= {href: counts.get(cells[href].units[0].pk, 0) for href in its}
        rest = [href for href in cells if href not in found]
        return found | dict(zip(rest, statistics.counts([cells[href] for href in rest]), strict=True))

    def _read(self, href: str) -> DossierFilter:
        kind = tuple(pair for pair in parse_qsl(urlsplit(href).query) if pair[0] not in ("don_vi", "to_chuc"))
        if kind not in self.read:
            self.read[kind] = self.filter(href)
        return self.read[kind]

    def _cell(self, href: str, asked: DossierFilter) -> Cell:
        named = parse_qs(urlsplit(href).query)
        units = tuple(self.units[code] for code in named["don_vi"])
        organisations = tuple(self.organisations[code] for code in named.get("to_chuc", ()))
        return replace(asked.cell, units=units, among=replace(asked.cell.among, organisations=organisations))


def _nominated(href: str, own: Reach, on: date) -> int:
    named = NominatedFilter(QueryDict(urlsplit(href).query), own=own, today=on)
    assert named.is_valid(), named.errors
    return named.rows.order_by().values("person").distinct().count()
