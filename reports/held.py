"""The lists behind the numbers of a report, with whom each held: read once, when the report is frozen."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast
from django.urls import reverse

from candidates import addresses, nominated, statistics
from candidates.addresses import DossierList, UnknownList
from candidates.nominated import Nominated
from candidates.statistics import Cell
from organizations import tree
from organizations.models import Unit
from reports.asked import Asked
from reports.document import Report
from reports.models.frozen import ListKind
from reports.unit_lists import UnitList

NAMED = 2


@dataclass(frozen=True)
class HeldList:
    """A list: its address, what it counts, the keys of its rows; ``sensitive`` ones open by a deed of their own."""

    address: str
    kind: ListKind
    words: str
    sensitive: bool
    members: tuple[str, ...]


@dataclass(frozen=True)
class _Told:
    """A list before its ``keys`` are read; ``alone`` is its cell where that is all, of one unit."""

    address: str
    kind: ListKind
    words: str
    sensitive: bool
    keys: Callable[[], Iterable[str]]
    alone: Cell | None = None


def of_report(report: Report, asked: Asked, of_units: Iterable[UnitList] = ()) -> tuple[HeldList, ...]:
    """Return the lists behind the numbers of a report, in the order in which they stand; a list that stands twice once.

    ``of_units`` are the lists of units that the report knows.
    """
    numbers = dict(numbered(report))
    units = _units(numbers, asked)
    known = {each.address(then): (each, then) for then in (asked, asked.a_year_earlier()) for each in of_units}
    told = [found for address in numbers if (found := _told(address, asked, units, known))]
    # Where the number is 0 there is nobody to read.
    read = dict(_members([each for each in told if numbers[each.address] != 0]))
    return tuple(
        HeldList(each.address, each.kind, each.words, each.sensitive, read.get(each.address, ())) for each in told
    )


def described(addresses_of: Iterable[str], asked: Asked, of_units: Iterable[UnitList] = ()) -> dict[str, str]:
    """Return in words what the lists at some addresses count; an address that is no such list is left out."""
    found = tuple(dict.fromkeys(addresses_of))
    units = _units(found, asked)
    known = {each.address(then): (each, then) for then in (asked, asked.a_year_earlier()) for each in of_units}
    told = (_told(address, asked, units, known) for address in found)
    return {each.address: each.words for each in told if each}


def numbered(report: Report) -> Iterator[tuple[str, int]]:
    """Yield the address of the list behind each number, with the number; a bare link names no number and is left out."""
    for part in _parts(report):
        for address, value in _pairs(part):
            if address and isinstance(value, int):
                yield address, value


def _pairs(part: Any) -> list[tuple[str, Any]]:
    """The addresses of a part, each beside its number: a figure's, a bar's, that of those who left."""
    value = part.value if hasattr(part, "value") else getattr(part, "count", None)
    return [(getattr(part, "href", ""), value), (getattr(part, "lost_href", ""), getattr(part, "lost", None))]


def _parts(value: Any) -> Iterator[Any]:
    """A dataclass and everything in it."""
    if isinstance(value, tuple | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _parts(each)
    elif is_dataclass(value):
        yield value
        for field in fields(value):
            yield from _parts(getattr(value, field.name))


def _units(found: Iterable[str], asked: Asked) -> Mapping[str, Unit]:
    """The units that addresses name, with their names on the day of the report."""
    codes = set().union(*(addresses.codes(urlsplit(each).query) for each in found))
    named = Unit.objects.filter(code__in=codes).annotate(name=tree.name_on(asked.on, "pk"))
    return {unit.code: unit for unit in named}


def _told(
    address: str, asked: Asked, units: Mapping[str, Unit], of_units: Mapping[str, tuple[UnitList, Asked]]
) -> _Told | None:
    """What an address lists; None where it is no list whose rows can be kept."""
    parts = urlsplit(address)
    if address in of_units:
        found, then = of_units[address]
        return _Told(address, found.kind, found.heading(then), False, partial(_unit_codes, found, then))
    try:
        if parts.path == reverse("candidates:nominations"):
            return _of_nominations(address, addresses.nominations(parts.query, units))
        if parts.path == reverse("candidates:list"):
            return _of_dossiers(address, addresses.dossiers(parts.query, units), asked)
        if parts.path == reverse("candidates:lacking"):
            return _of_dossiers(address, addresses.lacking_dossiers(parts.query, units, asked.on), asked)
    except UnknownList:
        return None
    return None


def _of_dossiers(address: str, found: DossierList, asked: Asked) -> _Told:
    words = f"{found.words}; {_named(found.cell.units)}"
    alone = found.cell if len(found.cell.units) == 1 and not found.narrows else None
    return _Told(address, ListKind.DOSSIERS, words, found.is_sensitive, partial(_codes, found, asked), alone)


def _of_nominations(address: str, cell: Nominated) -> _Told:
    return _Told(address, ListKind.NOMINATIONS, nominated.in_words(cell), False, partial(_numbers, cell))


def _codes(found: DossierList, asked: Asked) -> QuerySet:
    return found.people(asked.reach).order_by().values_list("code", flat=True)


def _numbers(cell: Nominated) -> QuerySet:
    return nominated.nominations(cell).order_by().values_list(Cast("pk", CharField()), flat=True)


def _unit_codes(found: UnitList, asked: Asked) -> Iterable[str]:
    return (entry.code for entry in found.entries(asked))


def _named(units: tuple[Unit, ...]) -> str:
    if len(units) > NAMED:
        return f"{len(units)} đơn vị"
    return " và ".join(unit.name or unit.code for unit in units) or "không đơn vị nào"


def _members(told: Sequence[_Told]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The keys of each list by its address; lists that differ in their unit alone (a column of a table) in one query."""
    columns: dict[Cell, list[_Told]] = {}
    for each in told:
        if each.alone is None:
            yield each.address, tuple(sorted(each.keys()))
        else:
            columns.setdefault(replace(each.alone, units=()), []).append(each)
    for cell, column in columns.items():
        found = statistics.codes_by_unit(cell, [each.alone.units[0].pk for each in column])
        yield from ((each.address, tuple(sorted(found.get(each.alone.units[0].pk, ())))) for each in column)
