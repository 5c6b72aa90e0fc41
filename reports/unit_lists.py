"""Numbers that count units: each is the length of a list of units that has an address of its own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from organizations.models import UnitVersion
from reports.asked import Asked, filled
from reports.document import Figure


@dataclass(frozen=True)
class UnitList:
    """A list of units of a report: its key in addresses, its title (with tokens of what is asked), and which units it holds."""

    key: str
    title: str
    find: Callable[[Asked], Sequence[UnitVersion]]

    def figure(self, asked: Asked) -> Figure:
        """Return how many units it holds, with the address of the list."""
        return Figure(len(self.find(asked)), href=self.address(asked))

    def address(self, asked: Asked) -> str:
        """Return the address of the list."""
        return f"{reverse('reports:units', args=[asked.report, self.key])}?{asked.query}"

    def heading(self, asked: Asked) -> str:
        """Return the title of the list."""
        return filled(self.title, asked)
