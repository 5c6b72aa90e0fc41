"""What a change of the rules would do to the dossiers under way, before it is made: the change is tried and taken back."""

from bisect import bisect_right
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db import transaction

from candidates import assessment, guards, lateness, moves, policy
from candidates.enums import BEFORE_DECISION, OPEN, PROBATION, SUBMITTED, Stage
from candidates.lateness import Lateness
from candidates.models import Dossier, Regime, StageEntry
from candidates.rules.criteria import Moment
from candidates.rules.facts import Facts
from candidates.rules.parameters import Values
from candidates.rules.verdict import Answer, Verdict

# What is asked of a dossier next; between the decision and the ceremony nothing is.
_NEXT = {
    **dict.fromkeys(BEFORE_DECISION, Moment.PROPOSAL),
    **dict.fromkeys(SUBMITTED, Moment.DECISION),
    **dict.fromkeys(PROBATION, Moment.RECOGNITION),
}
# Where the very next step asks it: an answer can stop nobody who is further from that step.
_STOPPED_AT = frozenset(
    stage
    for stage, moment in _NEXT.items()
    if any(guards.MOMENTS.get(move.to) == moment for move in moves.from_stage(stage))
)


@dataclass(frozen=True)
class Change:
    """A dossier of which a criterion says something else; None where it is not asked at all."""

    dossier: Dossier
    before: Verdict | None
    after: Verdict | None


@dataclass(frozen=True)
class Firmed:
    """What would become firm: running terms that are late then, and answers "not met" that then stop the next step."""

    late: list[StageEntry]
    blocking: list[Change]


Look = TypeVar("Look")
Asked = tuple[Dossier, Facts, Moment]
Told = dict[int, tuple[Dossier, dict[str, Verdict]]]


def tried(work: Callable[[], object], on: date) -> list[Change]:
    """Do ``work`` inside the act under way, see what it changes for the open dossiers on a day, and take it back.

    Only what a criterion answers counts: another sentence or citation with the same answer is no change. Whatever refuses
    the work refuses the preview with the same sentences.
    """
    found = _under_way(on)
    before, after = _around(work, lambda: _told(found, on))
    return [each for each in _pairs(before, after) if _answer(each.before) != _answer(each.after)]


def firmed(work: Callable[[], object], on: date) -> Firmed:
    """Do ``work``, which confirms a value, see what becomes firm by it on a day, and take it back, as ``tried`` does."""
    (told, late), (told_after, late_after) = _around(work, lambda: (_told(_under_way(on), on), _late(on)))
    rows = (
        StageEntry.objects.filter(pk__in=late_after - late).select_related("dossier__person").order_by("dossier__code")
    )
    pairs = (each for each in _pairs(told, told_after) if each.dossier.stage in _STOPPED_AT)
    blocking = [each for each in pairs if _blocks(each.after) and not _blocks(each.before)]
    return Firmed(list(rows), blocking)


def _around(work: Callable[[], object], look: Callable[[], Look]) -> tuple[Look, Look]:
    """Return what one sees before and after ``work``, which is taken back."""
    before = look()
    with transaction.atomic():
        work()
        after = look()
        transaction.set_rollback(True)
    return before, after


def _under_way(on: date) -> list[Asked]:
    """Every open dossier of the installation with what the rules may see of it, and at which moment it is judged next."""
    found = Dossier.objects.filter(stage__in=list(_NEXT)).order_by("code")
    return [(each, facts, _NEXT[Stage(each.stage)]) for each, facts in assessment.gathered(found, on)]


def _told(found: list[Asked], on: date) -> Told:
    """What the criteria of its next step say of each dossier, by the rules of the day by which its own page judges it."""
    days = [assessment.judged_on(moment, facts, on) for _, facts, moment in found]
    values = _values({on, *days})
    return {
        each.pk: (each, {told.rule: told for told in assessment.judge(facts, moment, on, values[day])})
        for (each, facts, moment), day in zip(found, days, strict=True)
    }


def _values(days: Collection[date]) -> dict[date, Values]:
    """The values in force on each day, asked for once for all days between two borders of regimes."""
    ends = Regime.objects.values_list("valid_from", "valid_until")
    borders = sorted({day for pair in ends for day in pair if day})
    in_force = {place: policy.in_force(day) for place, day in {bisect_right(borders, day): day for day in days}.items()}
    return {day: in_force[bisect_right(borders, day)] for day in days}


def _late(on: date) -> set[int]:
    """The entries whose term runs and is late."""
    running = StageEntry.objects.standing(on).filter(stage__in=OPEN)
    return set(running.filter(lateness.condition(Lateness.LATE, on)).values_list("pk", flat=True))


def _pairs(before: Told, after: Told) -> list[Change]:
    return [
        Change(dossier, old.get(rule), after[pk][1].get(rule))
        for pk, (dossier, old) in before.items()
        for rule in {**old, **after[pk][1]}
    ]


def _answer(verdict: Verdict | None) -> str | None:
    return verdict.answer if verdict else None


def _blocks(verdict: Verdict | None) -> bool:
    """Say whether an answer stands against the next step whatever reason is given (``guards.criteria_not_met``)."""
    return verdict is not None and verdict.answer == Answer.NOT_MET and verdict.is_firm
