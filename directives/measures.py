"""Which statistics cell counts which measure: the only bridge from a target to a number of people."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from candidates import nominated, statistics
from candidates.among import Among
from candidates.class_cells import EVERYWHERE
from candidates.enums import Group, Stage, Tie
from candidates.nominated import Nominated
from candidates.statistics import Cell, admitted
from directives.enums import UNIT_MEASURES, Measure
from organizations.models import Unit
from organizations.periods import Period


def _admitted_of(*groups: Group) -> Callable[[tuple[Unit, ...], Period, date], Cell]:
    def of_groups(units: tuple[Unit, ...], period: Period, on: date) -> Cell:
        return replace(admitted(units, period, on), among=Among(groups=groups))

    return of_groups


def _graduated(units: tuple[Unit, ...], period: Period, on: date) -> Cell:
    """Whoever was issued the certificate within the period, by where the dossier lies on the day, whatever became of it."""
    return Cell(units, EVERYWHERE, on, among=Among(graduated=period))


def _entered(stage: Stage) -> Callable[[tuple[Unit, ...], Period, date], Cell]:
    return lambda units, period, on: Cell(units, (stage,), on, period)


_CELLS: dict[Measure, Callable[[tuple[Unit, ...], Period, date], Cell]] = {
    Measure.ADMITTED: admitted,
    Measure.ADMITTED_WOMEN: _admitted_of(Group.WOMEN),
    Measure.ADMITTED_YOUTH: _admitted_of(Group.YOUTH_UNION),
    Measure.ADMITTED_MINORITY: _admitted_of(Group.MINORITY),
    Measure.ADMITTED_RELIGIOUS: _admitted_of(Group.RELIGIOUS),
    Measure.ADMITTED_STUDENTS: _admitted_of(Group.STUDENTS),
    Measure.ADMITTED_WORKERS: _admitted_of(Group.WORKERS),
    Measure.ADMITTED_RURAL: _admitted_of(Group.RURAL),
    Measure.ADMITTED_RESIDENTIAL: _admitted_of(Group.RESIDENTIAL),
    Measure.ADMITTED_FORCES: _admitted_of(Group.FORCES),
    Measure.ADMITTED_NON_STATE: _admitted_of(Group.NON_STATE),
    Measure.ADMITTED_ASSOCIATION: _admitted_of(Group.ASSOCIATION),
    Measure.ADMITTED_NOMINATED: _admitted_of(Group.NOMINATED),
    Measure.GRADUATED: _graduated,
    Measure.NEW_SOURCES: _entered(Stage.SOURCE),
    Measure.MADE_OFFICIAL: _entered(Stage.OFFICIAL),
}
_TIES = {Measure.MEMBERS_ADMITTED: Tie.MEMBER, Measure.NOMINATED_ADMITTED: Tie.NOMINATED}


def counts_people(measure: Measure) -> bool:
    """Say whether dossiers stand behind a measure; the others are counted by ``unit_measures``."""
    return measure not in UNIT_MEASURES


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
