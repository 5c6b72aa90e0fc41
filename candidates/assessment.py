"""From facts to verdicts: the national criteria of a moment by the regime of its day, then the local ones over the unit."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from candidates import criteria, facts, policy
from candidates.enums import CriterionCode
from candidates.facts import gathered, known_on
from candidates.models import Dossier
from candidates.rules import deciding
from candidates.rules.criteria import Moment, asked
from candidates.rules.facts import Facts
from candidates.rules.papers import PAPERS_RULE
from candidates.rules.parameters import Values
from candidates.rules.verdict import Answer, Verdict

# Which day of the facts a moment fixes.
_DAYS = {
    Moment.PROPOSAL: "meeting_on",
    Moment.DECISION: "decided_on",
    Moment.RECOGNITION: "recognition_on",
    Moment.STRIKING_OFF: "struck_off_on",
}

__all__ = ["at", "before_decision", "before_proposal", "before_recognition", "gathered", "judge", "judged_on", "known_on"]


def before_proposal(dossier: Dossier, on: date, known_by: date | None = None) -> list[Verdict]:
    """Judge a dossier for a cell meeting on a day, by the regime of that day and the local criteria over its unit."""
    return at(Moment.PROPOSAL, dossier, on, known_by=known_by)


def before_decision(dossier: Dossier, on: date, known_by: date | None = None) -> list[Verdict]:
    """Judge a proposed person for a decision on a day: the vote of the committee and its competence."""
    return at(Moment.DECISION, dossier, on, known_by=known_by)


def before_recognition(dossier: Dossier, on: date, known_by: date | None = None) -> list[Verdict]:
    """Judge a probationary member for recognition decided on a day, by the regime of that day."""
    return at(Moment.RECOGNITION, dossier, on, known_by=known_by)


def at(
    moment: Moment, dossier: Dossier, on: date, values: Values | None = None, known_by: date | None = None
) -> list[Verdict]:
    """Judge a dossier at a moment on a day; by ``values`` where given, else by the regime in force on the day.

    ``known_by`` (default: the day itself) is the day up to which records are looked at; what came after ``on`` counts for
    nothing, but is named where it came too late.
    """
    seen = facts.of(dossier, on, known_by)
    found = judge(seen, moment, on, policy.in_force(judged_on(moment, seen, on)) if values is None else values)
    return _with_local(found, _by_local_criteria(dossier, seen, on)) if moment == Moment.PROPOSAL else found


def judged_on(moment: Moment, seen: Facts, on: date) -> date:
    """The day whose regime judges: of a decision the day of the committee's vote, where one is recorded, else ``on``."""
    vote = deciding.committee_vote(replace(seen, decided_on=on)) if moment == Moment.DECISION else None
    return vote.on if vote else on


def judge(found: Facts, moment: Moment, on: date, values: Values) -> list[Verdict]:
    """Ask every national criterion of a moment, as if its meeting or decision were on a day."""
    return asked(moment, replace(found, **_days(moment, on)), values)


def _days(moment: Moment, on: date) -> dict[str, date]:
    """Which day of the facts the moment fixes."""
    return {_DAYS[moment]: on}


def _with_local(national: list[Verdict], added: Iterable[Verdict]) -> list[Verdict]:
    """A local term of papers stands in for the national one while no text at hand tells that."""
    local = list(added)
    told = any(verdict.rule == CriterionCode.PAPER_MONTHS for verdict in local)
    drop = {PAPERS_RULE} if told else set()
    return [*(each for each in national if each.rule not in drop or each.answer != Answer.UNKNOWN), *local]


def _by_local_criteria(dossier: Dossier, seen: Facts, on: date) -> Iterator[Verdict]:
    """Judge by the local criteria over the unit; nothing is said to whom they do not bind.

    Their anchor is the day on which the committee or the grassroots organisation considers the person. So far the product
    knows one such day: that of the proposal, the step to ``Stage.PROPOSED`` (or "if it were proposed on ``on``").
    """
    known = replace(seen, considered_on=on, meeting_on=on)
    verdicts = (criteria.judge(criterion, known) for criterion in criteria.over(dossier.unit, on))
    return (verdict for verdict in verdicts if verdict)
