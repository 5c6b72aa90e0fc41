"""What a change of the rules would do to the dossiers under way, before it is made: the change is tried and taken back."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from candidates import assessment, policy
from candidates.enums import BEFORE_DECISION, OPEN, Stage
from candidates.models import Dossier
from candidates.rules.criteria import Moment
from candidates.rules.facts import Facts
from candidates.rules.parameters import Values
from candidates.rules.verdict import Verdict

# What is asked of a dossier next; between the decision and the ceremony nothing is.
_NEXT = {
    **dict.fromkeys(BEFORE_DECISION, Moment.PROPOSAL),
    Stage.PROPOSED: Moment.DECISION,
    Stage.ADMITTED: Moment.RECOGNITION,
}


@dataclass(frozen=True)
class Change:
    """A dossier of which a criterion says something else; None where it is not asked at all."""

    dossier: Dossier
    before: Verdict | None
    after: Verdict | None


def tried(work: Callable[[], object], on: date) -> list[Change]:
    """Do ``work`` inside the act under way, see what it changes for the open dossiers on a day, and take it back.

    Whatever refuses the work refuses the preview with the same sentences.
    """
    before = policy.in_force(on)
    with transaction.atomic():
        work()
        after = policy.in_force(on)
        transaction.set_rollback(True)
    return changed(on, before, after)


def changed(on: date, before: Values, after: Values) -> list[Change]:
    """Return every answer that differs between two sets of values, over all open dossiers of the installation on a day.

    Only what a criterion answers counts: another sentence or citation with the same answer is no change.
    """
    if dict(before) == dict(after):
        return []
    found = assessment.gathered(Dossier.objects.filter(stage__in=OPEN).order_by("code"), on)
    return [each for dossier, facts in found for each in _of(dossier, facts, on, (before, after))]


def dossiers(changes: Iterable[Change]) -> int:
    """Count the dossiers of some changes, each once."""
    return len({change.dossier.pk for change in changes})


def turns(changes: Iterable[Change]) -> Counter:
    """Count the changes by what was answered before and what will be (each an Answer, or None where it is not asked)."""
    return Counter((_answer(each.before), _answer(each.after)) for each in changes)


def _of(dossier: Dossier, facts: Facts, on: date, sets: tuple[Values, Values]) -> list[Change]:
    moment = _NEXT.get(Stage(dossier.stage))
    if moment is None:
        return []
    old, new = ({each.rule: each for each in assessment.judge(facts, moment, on, values)} for values in sets)
    pairs = ((old.get(rule), new.get(rule)) for rule in {**old, **new})
    return [Change(dossier, *pair) for pair in pairs if _answer(pair[0]) != _answer(pair[1])]


def _answer(verdict: Verdict | None) -> str | None:
    return verdict.answer if verdict else None
