"""From stored rows to facts to verdicts: the only bridge between the database and the rules."""

from datetime import date

from candidates import policy
from candidates.enums import PaperKind, ParameterCode, Stage
from candidates.models import Dossier
from candidates.rules.eligibility import age_at_meeting, certificate_at_meeting, probation_complete
from candidates.rules.facts import Facts
from candidates.rules.verdict import Verdict


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
    """Judge a dossier for a cell meeting on a day, by the regime of that day."""
    values, facts = policy.in_force(on), facts_of(dossier, on)
    return [
        age_at_meeting(facts, values.get(ParameterCode.AGE_FROM), values.get(ParameterCode.AGE_TO)),
        certificate_at_meeting(facts, values.get(ParameterCode.CERTIFICATE_MONTHS)),
    ]


def before_recognition(dossier: Dossier, on: date) -> list[Verdict]:
    """Judge a probationary member for recognition decided on a day, by the regime of that day."""
    facts = facts_of(dossier, None, recognition_on=on)
    return [probation_complete(facts, policy.in_force(on).get(ParameterCode.PROBATION_MONTHS))]


def _entered(dossier: Dossier, stage: Stage, on: date) -> date | None:
    days = [entry.on for entry in dossier.entries.all() if entry.stage == stage and entry.on <= on]
    return days[-1] if days else None


def _newest(dossier: Dossier, kind: PaperKind, on: date) -> date | None:
    days = (paper.issued_on for paper in dossier.papers.all() if paper.kind == kind)
    return max((day for day in days if day <= on), default=None)
