"""From a number to the address of the list of exactly the people that it counted."""

from django.urls import reverse

from candidates import lists, nominated
from candidates.nominated import Nominated
from candidates.statistics import Cell


def behind(cell: Cell | Nominated) -> str:
    """Return the address of the list behind a cell; none for a cell that counts nobody by definition."""
    if isinstance(cell, Nominated):
        return f"{reverse('candidates:nominations')}?{nominated.query(cell)}"
    if not cell.stages:
        return ""
    return f"{reverse('candidates:list')}?{lists.query(cell)}"
