"""Which statistics cell counts which measure: the only bridge from a target to a number of people."""

from collections.abc import Callable
from datetime import date

from candidates.statistics import Cell, admitted
from directives.enums import Measure
from organizations.models import Unit
from organizations.periods import Period

_CELLS: dict[Measure, Callable[[tuple[Unit, ...], Period, date], Cell]] = {Measure.ADMITTED: admitted}


def cell(measure: Measure, units: tuple[Unit, ...], period: Period, on: date) -> Cell:
    """Return the cell that counts ``measure`` in ``units`` within a period, seen from ``on``."""
    return _CELLS[Measure(measure)](units, period, on)
