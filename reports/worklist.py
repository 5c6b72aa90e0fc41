"""The desk of somebody who enters steps: dossiers of their reach that are due or can go on, the most pressing first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Count, Q, Window

from candidates import dossier as reading
from candidates import holds, lateness, levels, seats, tracks
from candidates.enums import OPEN, HoldKind, Stage
from candidates.levels import Levels, Line
from candidates.models import StageEntry
from candidates.models.stage import TERM
from organizations import tree
from organizations.access import Reach
from organizations.enums import Deed

LENGTH = 30
# Who records steps, and whose steps they are.
STEPS = {
    Deed.MOVE_AS_CELL: Deed.MOVE_AS_CELL,
    Deed.ENTER_FOR_CELL: Deed.MOVE_AS_CELL,
    Deed.MOVE_AS_COMMITTEE: Deed.MOVE_AS_COMMITTEE,
    Deed.ENTER_FOR_COMMITTEE: Deed.MOVE_AS_COMMITTEE,
    Deed.MOVE_AS_BOARD: Deed.MOVE_AS_BOARD,
}

# Whose turn comes by a side track: those who record steps, and those who return dossiers.
TURNS = (*STEPS, Deed.RETURN_DOSSIER)

_PLACES = [Levels(section, committee) for section in (False, True) for committee in (False, True)]


@dataclass(frozen=True)
class Task:
    """One dossier that waits for a step of this person."""

    entry: StageEntry
    awaited: str
    state: str
    words: str


@dataclass(frozen=True)
class Tasks:
    """The first tasks of a person, and how many there are in all."""

    shown: tuple[Task, ...]
    total: int


NOTHING = Tasks((), 0)


def tasks(own: Reach, on: date) -> Tasks:
    """Return at most LENGTH dossiers that wait for a step which this person's role records, the earliest due first.

    Looked at from an earlier day, a dossier that went on since then waits for nobody.
    """
    open_now = levels.annotated(StageEntry.objects.filter(until__isnull=True), on)
    beside = holds.turns(open_now, on)
    # Nobody reviews a probation that is not over.
    too_early = Q(stage=Stage.ADMITTED, ends_on__gt=on)
    waiting = beside.filter(_any(_waiting_for(own, deed, on) for deed in TURNS), in_transit=False).exclude(too_early)
    named = waiting.annotate(unit_name=tree.name_on(on)).select_related("dossier__person", *lateness.RULES)
    counted = named.annotate(total=Window(Count("pk")))
    found = list(counted.order_by(TERM.asc(nulls_last=True), "-on", "pk")[:LENGTH])
    lateness.read(found)
    return Tasks(tuple(_task(entry, on) for entry in found), found[0].total if found else 0)


def _waiting_for(own: Reach, deed: Deed, on: date) -> Q:
    """The entries whose next step on the main line is ``deed``, in the units where it is this person's to do.

    A higher officer may do it too, but it waits for the nearest one.
    """
    waits = holds.turn_of(STEPS.get(deed, deed), on) & Q(stage__in=holds.WAITING)
    here = Q(dossier__unit__in=own.nearest_units(deed))
    if STEPS.get(deed) != Deed.MOVE_AS_COMMITTEE:
        return (waits | _forward(deed)) & here & Q(on__lte=on)
    there = Q(dossier__unit__in=own.nearest_units(deed, but=seats.BELOW_COMMITTEE))
    return ((waits | _forward(deed, grassroots=False)) & here | _forward(deed, grassroots=True) & there) & Q(on__lte=on)


def _forward(deed: Deed, *, grassroots: bool = False) -> Q:
    """The entries on their plain way whose next step is ``deed``; of a committee's steps those of one kind of committee."""
    if deed not in STEPS:
        return Q(pk__in=[])
    return Q(standing=None) & _any(_leads_to(STEPS[deed], place, grassroots) for place in _PLACES)


def _leads_to(deed: Deed, place: Levels, grassroots: bool) -> Q:
    """The entries of cells that lie so in the tree, from whose stage the step forward is ``deed``."""
    line = Line(None, date.max, place)
    found = {stage: move for stage in OPEN if (move := line.next_move(stage)) and move.deed == deed}
    stages = [stage for stage, move in found.items() if seats.is_grassroots(move) == grassroots]
    return Q(stage__in=stages, under_section=place.section, under_committee=place.committee)


def _any(conditions: Iterable[Q]) -> Q:
    return reduce(or_, conditions)


def _task(entry: StageEntry, on: date) -> Task:
    return Task(entry, _awaited(entry, on), reading.due_state(entry, on), reading.due_words(entry, on))


def _awaited(entry: StageEntry, on: date) -> str:
    """What is awaited: the next step; of a dossier that waits beside its stage what would let it go on."""
    if entry.standing is None:
        return levels.line_of(entry, on).next_move(Stage(entry.stage)).verb
    if entry.standing == HoldKind.RETURNED:
        return MEND if entry.unmended or not entry.commented else LOOK
    return tracks.TRACKS[HoldKind(entry.standing)].end_verb


MEND, LOOK = "Bổ sung hồ sơ bị trả", "Xem phần đã bổ sung"
