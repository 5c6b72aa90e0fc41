"""From facts to verdicts: the national criteria of a moment by the regime of its day, then the local ones over the unit."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

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

__all__ = [
    "Seen",
    "at",
    "before_decision",
    "before_proposal",
    "before_recognition",
    "by",
    "gathered",
    "judge",
    "judged_on",
    "known_on",
]


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
    return by(Seen(dossier, on, known_by), moment, values)


@dataclass(frozen=True)
class Seen:
    """A dossier as the rules see it on a day, gathered once for any number of judgements."""

    dossier: Dossier
    on: date
    known_by: date | None = None

    @cached_property
    def facts(self) -> Facts:
        """What the national criteria may see."""
        return facts.of(self.dossier, self.on, self.known_by)

    @cached_property
    def local(self) -> tuple[Verdict, ...]:
        """What the local criteria over the unit say; nothing of whom they do not bind.

        Their anchor is the day on which the committee or the grassroots organisation considers the person. So far the product
        knows one such day: that of the proposal, the step to ``Stage.PROPOSED`` (or "if it were proposed on that day").
        """
        known = replace(self.facts, considered_on=self.on, meeting_on=self.on)
        said = (criteria.judge(criterion, known) for criterion in criteria.over(self.dossier.unit, self.on))
        return tuple(verdict for verdict in said if verdict)


def by(seen: Seen, moment: Moment, values: Values | None = None) -> list[Verdict]:
    """Judge what is seen at a moment; by ``values`` where given, else by the regime in force on the day."""
    told = policy.in_force(judged_on(moment, seen.facts, seen.on)) if values is None else values
    found = judge(seen.facts, moment, seen.on, told)
    return _with_local(found, seen.local) if moment == Moment.PROPOSAL else found


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


def _with_local(national: list[Verdict], local: tuple[Verdict, ...]) -> list[Verdict]:
    """A local term of papers stands in for the national one while no text at hand tells that."""
    told = any(verdict.rule == CriterionCode.PAPER_MONTHS for verdict in local)
    drop = {PAPERS_RULE} if told else set()
    return [*(each for each in national if each.rule not in drop or each.answer != Answer.UNKNOWN), *local]
