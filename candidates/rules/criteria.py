"""Every national criterion: one row names when it is asked, by which values, and the function that judges it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from candidates.rules import (
    age,
    background,
    cell,
    certificate,
    deciding,
    helping,
    introducers,
    papers,
    probation,
    readmission,
    schooling,
)
from candidates.rules.facts import Facts
from candidates.rules.parameters import Values
from candidates.rules.verdict import Verdict


class Moment(StrEnum):
    """The step at which a criterion is asked."""

    PROPOSAL = "proposal"
    DECISION = "decision"
    RECOGNITION = "recognition"
    STRIKING_OFF = "striking_off"


@dataclass(frozen=True)
class Criterion:
    """A criterion: its code, its name, when it is asked, the values that it needs, and its function.

    ``judge`` returns None where the criterion does not concern the person at all.
    """

    code: str
    name: str
    moment: Moment
    parameters: tuple[str, ...]
    judge: Callable[[Facts, Values], Verdict | None]


CRITERIA: tuple[Criterion, ...] = (
    Criterion(age.RULE, age.NAME, Moment.PROPOSAL, age.PARAMETERS, age.age_at_meeting),
    Criterion(schooling.RULE, schooling.NAME, Moment.PROPOSAL, schooling.PARAMETERS, schooling.schooling_enough),
    Criterion(
        certificate.RULE,
        certificate.NAME,
        Moment.PROPOSAL,
        certificate.PARAMETERS,
        certificate.certificate_at_meeting,
    ),
    Criterion(helping.RULE, helping.NAME, Moment.PROPOSAL, helping.PARAMETERS, helping.helper_official),
    Criterion(introducers.RULE, introducers.NAME, Moment.PROPOSAL, introducers.PARAMETERS, introducers.introduced),
    Criterion(
        papers.OPINIONS_RULE, papers.OPINIONS_NAME, Moment.PROPOSAL, papers.OPINIONS_PARAMETERS, papers.opinions_given
    ),
    Criterion(papers.PAPERS_RULE, papers.PAPERS_NAME, Moment.PROPOSAL, papers.PAPERS_PARAMETERS, papers.papers_valid),
    Criterion(background.RULE, background.NAME, Moment.PROPOSAL, background.PARAMETERS, background.background_verified),
    Criterion(
        readmission.RULE,
        readmission.NAME,
        Moment.PROPOSAL,
        readmission.PARAMETERS,
        readmission.readmission_allowed,
    ),
    Criterion(cell.RULE, cell.NAME, Moment.PROPOSAL, cell.PARAMETERS, cell.cell_large_enough),
    Criterion(probation.RULE, probation.NAME, Moment.RECOGNITION, probation.PARAMETERS, probation.probation_complete),
    Criterion("cell_ballot", "Biểu quyết của chi bộ", Moment.PROPOSAL, deciding.CELL_VOTE, deciding.cell_ballot),
    Criterion(
        "committee_ballot", "Biểu quyết của cấp ủy", Moment.DECISION, deciding.COMMITTEE_VOTE, deciding.committee_ballot
    ),
    Criterion("decider", "Thẩm quyền quyết định", Moment.DECISION, deciding.COMPETENCE, deciding.decider),
    Criterion(
        "recognition_ballot",
        "Biểu quyết của chi bộ về công nhận chính thức",
        Moment.RECOGNITION,
        (*deciding.CELL_VOTE, "probation_months"),
        deciding.recognition_ballot,
    ),
    Criterion(
        "deadlock",
        "Biểu quyết nhiều lần không đủ tỷ lệ",
        Moment.RECOGNITION,
        ("failed_votes", *deciding.CELL_VOTE),
        deciding.deadlock,
    ),
    Criterion(
        "striking_off_ballot",
        "Biểu quyết của chi bộ về xóa tên",
        Moment.STRIKING_OFF,
        (*deciding.CELL_VOTE, "failed_votes"),
        deciding.striking_off_ballot,
    ),
)


def asked(moment: Moment, facts: Facts, values: Values) -> list[Verdict]:
    """Return what every criterion of a moment says, in the order of the table."""
    found = (each.judge(facts, values) for each in CRITERIA if each.moment == moment)
    return [verdict for verdict in found if verdict is not None]
