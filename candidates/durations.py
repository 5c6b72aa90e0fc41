"""How long dossiers stood in each stage and what ended it, as known on a day: what a forecast is made from, never a count.

Days are real-world days: an entry of a later day is not there, one entered late counts from its own day.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from operator import itemgetter

from django.db.models import Q, QuerySet, Value

from candidates import among
from candidates.among import EVERYBODY, Among
from candidates.enums import EXITS, MAIN_LINE, Stage, Way
from candidates.models import Enrolment, Hold, StageEntry, TrainingClass
from organizations.models import Unit, UnitAncestry, UnitVersion
from organizations.models.dated import valid_on

# Nothing older is read: it tells little of how people go on today.
LOOKED_BACK = timedelta(days=8 * 365)
# How long a dossier waits beside its stage, where its hold names no day: until so long after it began.
HELD_FOR = timedelta(days=60)
_CHANGING = (StageEntry, Hold, Enrolment, TrainingClass, UnitVersion)


@dataclass(frozen=True)
class Stay:
    """A dossier stood in ``stage`` in a cell from a day; ``left`` and ``to`` are None while it lasts.

    ``to`` is an exit where the way was left, and an earlier stage where it went back by order. ``rests_until`` is the day before
    which nothing is to be expected, because the dossier waits beside its stage.
    """

    cell: int
    stage: Stage
    entered: date
    left: date | None
    to: Stage | None
    rests_until: date | None = None


def stays(top: Unit, goal: Stage, on: date, narrowed: Among = EVERYBODY) -> list[Stay]:
    """Return the stays before ``goal`` in and under ``top`` as known at the end of a day, in two queries."""
    resting = _resting(on)
    found = _entries(top, goal, on, narrowed).values_list("dossier_id", "stage", "on", "unit_id", "way")
    return [
        stay
        for dossier, rows in groupby(found, key=itemgetter(0))
        for stay in _of_one([row[1:] for row in rows], goal, resting.get(dossier))
    ]


def beginnings(top: Unit, on: date) -> list[tuple[int, date]]:
    """Return the cell and the day of each way that began in and under ``top``, as known at the end of a day."""
    under = UnitAncestry.objects.filter(valid_on(on), ancestor=top).values("unit")
    begun = StageEntry.objects.filter(stage=MAIN_LINE[0], on__lte=on, on__gt=on - LOOKED_BACK, unit__in=under)
    return list(begun.exclude(way=Way.MOVED).values_list("unit_id", "on"))


def lines(top: Unit, on: date) -> dict[int, tuple[int, ...]]:
    """Return for each unit at or under ``top`` on a day the keys of the units from ``top`` down to itself."""
    under = UnitAncestry.objects.on(on).filter(ancestor=top).values("unit")
    rows = UnitAncestry.objects.on(on).filter(unit__in=under, ancestor__in=under)
    found: dict[int, list[int]] = {}
    for unit, above in rows.order_by("unit", "-depth").values_list("unit_id", "ancestor_id"):
        found.setdefault(unit, []).append(above)
    return {unit: tuple(above) for unit, above in found.items()}


def newest_change() -> tuple[int, ...]:
    """Return what changes whenever an entry, a hold, a class or a place in one is written, corrected or taken back.

    They are the keys of the newest audit events, in one query.
    """
    newest = [
        model.pgh_event_model.objects.order_by("-pgh_id")
        .annotate(which=Value(which))
        .values_list("which", "pgh_id")[:1]
        for which, model in enumerate(_CHANGING)
    ]
    found = dict(newest[0].union(*newest[1:], all=True))
    return tuple(found.get(which, 0) for which in range(len(_CHANGING)))


def _entries(top: Unit, goal: Stage, on: date, narrowed: Among) -> QuerySet[StageEntry]:
    stages = (*MAIN_LINE[: MAIN_LINE.index(goal) + 1], *EXITS)
    under = UnitAncestry.objects.filter(valid_on(on), ancestor=top).values("unit")
    found = StageEntry.objects.filter(stage__in=stages, on__lte=on, on__gt=on - LOOKED_BACK, unit__in=under)
    if narrowed.narrows:
        found = found.filter(among.condition(narrowed, on, is_flow=False))
    return found.order_by("dossier_id", "position")


def _of_one(rows: Iterable[tuple], goal: Stage, rests_until: date | None) -> Iterator[Stay]:
    """The stays of one dossier: a stage gone on with in another cell is one stay, of the cell in which it ended."""
    steps = _joined(rows)
    for (stage, entered, cell), following in zip(steps, (*steps[1:], None), strict=True):
        if stage in EXITS or stage == goal:
            continue
        if following is None:
            yield Stay(cell, stage, entered, None, None, rests_until)
        else:
            to, left, _ = following
            yield Stay(cell, stage, entered, max(left, entered), to)


def _joined(rows: Iterable[tuple]) -> list[tuple[Stage, date, int]]:
    steps: list[tuple[Stage, date, int]] = []
    for stage, entered, cell, way in rows:
        if way == Way.MOVED and steps:
            steps[-1] = (*steps[-1][:2], cell)
        else:
            steps.append((Stage(stage), entered, cell))
    return steps


def _resting(on: date) -> Mapping[int, date]:
    """Until when dossiers rest that wait beside their stage at the end of a day."""
    lasting = Hold.objects.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=on), begun_on__lte=on)
    found: dict[int, date] = {}
    for dossier, begun, expected in lasting.values_list("dossier_id", "begun_on", "expected_on"):
        rests = max(expected or begun + HELD_FOR, on)
        found[dossier] = max(found.get(dossier, rests), rests)
    return found
