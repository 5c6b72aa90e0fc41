"""From a number to the address of the list of exactly the people that it counted."""

from django.urls import reverse

from candidates import lists
from candidates.statistics import Cell


def behind(cell: Cell) -> str:
    """Return the address of the list behind a cell; none for a cell without stages, which counts nobody by definition."""
    if not cell.stages:
        return ""
    return f"{reverse('candidates:list')}?{lists.query(cell)}"
