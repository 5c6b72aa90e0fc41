"""The desk of somebody who enters steps: dossiers of their reach that are due or can go on, the most pressing first."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F

from candidates import dossier as reading
from candidates import moves, queries
from candidates.enums import MAIN_LINE, OPEN, Stage
from candidates.models import StageEntry
from candidates.statistics import Cell
from organizations.access import Reach
from organizations.enums import Deed

LENGTH = 30
STEPS = (Deed.MOVE_AS_CELL, Deed.MOVE_AS_BOARD)


@dataclass(frozen=True)
class Task:
    """One dossier that waits for a step of this person."""

    entry: StageEntry
    awaited: str
    state: str
    words: str


def tasks(own: Reach, on: date) -> list[Task]:
    """Return at most LENGTH dossiers that wait for a step which this person's role records, the earliest due first.

    Looked at from an earlier day, a dossier that went on since then waits for nobody.
    """
    stages = _own_stages(own)
    if not stages:
        return []
    cell = Cell(tuple(own.roots(Deed.SEE_DOSSIERS)), stages, on)
    found = queries.listed(cell).filter(until__isnull=True).order_by(F("due_on").asc(nulls_last=True), "-on", "pk")
    return [_task(entry, on) for entry in found[:LENGTH]]


def _own_stages(own: Reach) -> tuple[Stage, ...]:
    """The open stages whose next step on the main line belongs to this person."""
    deeds = {deed for deed in STEPS if own.grants(deed)}
    return tuple(stage for stage in OPEN if _next(stage).deed in deeds)


def _next(stage: Stage) -> moves.Move:
    return next(move for move in moves.from_stage(stage) if move.to in MAIN_LINE)


def _task(entry: StageEntry, on: date) -> Task:
    return Task(entry, _next(Stage(entry.stage)).verb, reading.due_state(entry, on), reading.due_words(entry, on))
