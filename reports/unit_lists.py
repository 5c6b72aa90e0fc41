"""Numbers that count units, organisations or classes: each is the length of a list that has an address of its own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from reports.asked import Asked, filled
from reports.document import Figure
from reports.models.frozen import ListKind


@dataclass(frozen=True)
class Entry:
    """A row of such a list: what it is called, the key by which it is kept, the page of its own."""

    name: str
    code: str
    href: str


def of_unit(found: Any) -> Entry:
    """Return the row of a party unit: anything with its ``unit`` and its ``name``."""
    return Entry(found.name, found.unit.code, reverse("organizations:unit", args=[found.unit.code]))


def of_elsewhere(found: Any) -> Entry:
    """Return the row of a party unit that the reader of such a list need not reach: without a page."""
    return Entry(found.name, found.unit.code, "")


def of_organisation(found: Any) -> Entry:
    """Return the row of an organisation outside the Party."""
    return Entry(found.name, found.unit.code, reverse("organizations:organisation", args=[found.unit.code]))


def of_class(found: Any) -> Entry:
    """Return the row of a class or a seminar."""
    return Entry(found.name, str(found.pk), reverse("classes:class", args=[found.pk]))


@dataclass(frozen=True)
class UnitList:
    """A list of a report: its key in addresses, its title (with tokens of what is asked), and what it holds.

    ``noun`` is what its rows are; ``row`` makes a row of what ``find`` found; ``kind`` tells of what its keys are.
    """

    key: str
    title: str
    find: Callable[[Asked], Sequence[Any]]
    noun: str = "đơn vị"
    row: Callable[[Any], Entry] = of_unit
    kind: ListKind = ListKind.UNITS

    def figure(self, asked: Asked) -> Figure:
        """Return how many it holds, with the address of the list."""
        return self.of(len(self.find(asked)), asked)

    def of(self, count: int, asked: Asked) -> Figure:
        """Return a number that was counted already, with the address of the list of as many."""
        return Figure(count, href=self.address(asked))

    def entries(self, asked: Asked) -> list[Entry]:
        """Return the rows of the list."""
        return [self.row(each) for each in self.find(asked)]

    def address(self, asked: Asked) -> str:
        """Return the address of the list."""
        return f"{reverse('reports:units', args=[asked.report, self.key])}?{asked.query}"

    def heading(self, asked: Asked) -> str:
        """Return the title of the list."""
        return filled(self.title, asked)
