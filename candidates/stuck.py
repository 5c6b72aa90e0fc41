"""Where dossiers before the decision are stuck as at a day: how many for each coded reason. The lists count the same."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from candidates import holds, lacking, queries, statistics
from candidates.enums import BEFORE_DECISION, Stage
from candidates.lacking import Lack
from candidates.statistics import Cell, DueState
from organizations.access import Reach
from organizations.models import Unit

STAGES = (*BEFORE_DECISION, Stage.DECIDED)
STATES = (DueState.OVERDUE, DueState.CHECK)


@dataclass(frozen=True)
class Stuck:
    """How many dossiers of a unit stand still, and why; somebody may be stuck for several reasons.

    ``held``: by side track and code of a return. ``late``: by state of the term and stage. ``lacks``: by what is not there.
    """

    cell: Cell
    held: Mapping[tuple[str, str], int]
    late: Mapping[tuple[DueState, Stage], int]
    lacks: Mapping[Lack, int]


def of_unit(unit: Unit, own: Reach, on: date) -> Stuck:
    """Count the dossiers of a unit that stand before the decision, or between it and the ceremony, within a reach."""
    cell = Cell((unit,), STAGES, on)
    return Stuck(
        cell=cell,
        held=holds.by_reason(queries.within(statistics.people(cell), own), on),
        late={(state, stage): people for state in STATES for stage, people in _late(cell, state).items()},
        lacks={lack: people for lack, people in _lacks(cell, own).items() if people},
    )


def _late(cell: Cell, state: DueState) -> dict[Stage, int]:
    found = statistics.by_stage(statistics.entries(replace(cell, due=state)))
    return {stage: found[stage] for stage in STAGES if stage in found}


def _lacks(cell: Cell, own: Reach) -> dict[Lack, int]:
    return lacking.counts(lacking.listed(replace(cell, stages=lacking.STAGES), own))
