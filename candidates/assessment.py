"""From stored rows to facts to verdicts: the only bridge between the database and the rules."""

from dataclasses import replace
from datetime import date

from candidates import criteria, policy
from candidates.enums import PaperKind, ParameterCode, Stage
from candidates.models import Dossier
from candidates.rules.eligibility import age_at_meeting, certificate_at_meeting, probation_complete
from candidates.rules.facts import Facts, Rated
from candidates.rules.ratings import rated_years
from candidates.rules.verdict import Verdict
from organizations.enums import UnitKind
from organizations.models import UnitVersion


def facts_of(dossier: Dossier, meeting_on: date | None, recognition_on: date | None = None) -> Facts:
    """Gather what the rules may see of a dossier for a meeting or a recognition: nothing that came after that day."""
    on = meeting_on or recognition_on
    return Facts(
        birth_year=dossier.person.birth_year,
        birth_date=dossier.person.birth_date,
        meeting_on=meeting_on,
        certificate_on=_newest(dossier, PaperKind.CERTIFICATE, on),
        ceremony_on=_entered(dossier, Stage.ADMITTED, on),
        recognition_on=recognition_on,
    )


def before_proposal(dossier: Dossier, on: date) -> list[Verdict]:
    """Judge a dossier for a cell meeting on a day, by the regime of that day and the local criteria over its unit."""
    values, facts = policy.in_force(on), facts_of(dossier, on)
    return [
        age_at_meeting(facts, values.get(ParameterCode.AGE_FROM), values.get(ParameterCode.AGE_TO)),
        certificate_at_meeting(facts, values.get(ParameterCode.CERTIFICATE_MONTHS)),
        *_by_local_criteria(dossier, facts, on),
    ]


def before_recognition(dossier: Dossier, on: date) -> list[Verdict]:
    """Judge a probationary member for recognition decided on a day, by the regime of that day."""
    facts = facts_of(dossier, None, recognition_on=on)
    return [probation_complete(facts, policy.in_force(on).get(ParameterCode.PROBATION_MONTHS))]


def known_on(issued_on: date | None, on: date) -> bool:
    """Say whether a paper was there on a day; one without a date counts as there."""
    return issued_on is None or issued_on <= on


def _by_local_criteria(dossier: Dossier, facts: Facts, on: date) -> list[Verdict]:
    """Judge by the local criteria over the unit; nothing is said to whom they do not bind.

    Their anchor is the day on which the committee or the grassroots organisation considers the person. So far the product
    knows one such day: that of the proposal, the step to ``Stage.PROPOSED`` (or "if it were proposed on ``on``").
    """
    found = criteria.over(dossier.unit, on)
    seen = replace(facts, considered_on=on, occupation=dossier.occupation, **_merits(dossier, on)) if found else facts
    verdicts = [rated_years(seen, criteria.as_rule(criterion)) for criterion in found]
    return [verdict for verdict in verdicts if verdict]


def _merits(dossier: Dossier, on: date) -> dict:
    """Ratings, commendations and memberships as they were known on a day."""
    person, bodies = dossier.person, UnitVersion.objects.filter(kind=UnitKind.SOCIO_POLITICAL).values("unit")
    rated = [each for each in person.ratings.all() if known_on(each.issued_on, on)]
    spans = person.memberships.filter(organisation__in=bodies, valid_from__lte=on)
    return {
        "ratings": tuple(Rated(each.year, each.rater, each.grade, each.get_grade_display()) for each in rated),
        "commended": frozenset(each.year for each in person.commendations.all() if known_on(each.issued_on, on)),
        "in_organisation": tuple(spans.values_list("valid_from", "valid_until")),
    }


def _entered(dossier: Dossier, stage: Stage, on: date) -> date | None:
    days = [entry.on for entry in dossier.steps if entry.stage == stage and entry.on <= on]
    return days[-1] if days else None


def _newest(dossier: Dossier, kind: PaperKind, on: date) -> date | None:
    days = (paper.issued_on for paper in dossier.papers.all() if paper.kind == kind)
    return max((day for day in days if day <= on), default=None)
