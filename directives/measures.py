"""Which statistics cell counts which measure: the only bridge from a target to a number of people."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from candidates import nominated, statistics
from candidates.among import Among
from candidates.enums import Tie
from candidates.nominated import Nominated
from candidates.statistics import Cell, admitted
from directives.enums import Measure
from organizations.models import Unit
from organizations.periods import Period

_CELLS: dict[Measure, Callable[[tuple[Unit, ...], Period, date], Cell]] = {Measure.ADMITTED: admitted}
_TIES = {Measure.MEMBERS_ADMITTED: Tie.MEMBER, Measure.NOMINATED_ADMITTED: Tie.NOMINATED}


def cell(measure: Measure, units: tuple[Unit, ...], period: Period, on: date) -> Cell:
    """Return the cell that counts ``measure`` in ``units`` within a period, seen from ``on``."""
    return _CELLS[Measure(measure)](units, period, on)


def organisation_cell(
    measure: Measure, tops: tuple[Unit, ...], organisations: tuple[Unit, ...], admissions: Cell
) -> Cell | Nominated:
    """Return the cell that counts a measure of organisations; ``admissions`` has the period, the day and what is "admitted".

    People are admitted in party units: those under ``tops``. Nominations are counted by who made them.
    """
    if measure == Measure.NOMINATED:
        return Nominated(organisations, admissions.on, admissions.period)
    return replace(admissions, units=tops, among=Among(organisations, tie=_TIES[Measure(measure)]))


def counts(cells: Sequence[Cell | Nominated]) -> list[int]:
    """Count the people of cells of both kinds, in one query for each kind."""
    people = [each for each in cells if isinstance(each, Cell)]
    nominations = [each for each in cells if isinstance(each, Nominated)]
    found = dict(zip(people, statistics.counts(people), strict=True))
    found |= dict(zip(nominations, nominated.counts(nominations), strict=True))
    return [found[each] for each in cells]
