"""What a step sets by the regime of its day: when the next one is due, when probation is over, when a paper counts no more.

All of it is stored with the rule that set it and never recomputed: a later regime or correction changes no past day.
"""

from dataclasses import dataclass
from datetime import date

from candidates import calendars, models, policy
from candidates.enums import LOOSE_PAPERS, CountsFrom, PaperKind, ParameterCode, Stage
from candidates.models import StageEntry
from candidates.moves import Move
from candidates.rules.deadlines import add_months

# Papers that count for some months only, and the value that says for how many.
VALIDITY: dict[PaperKind, ParameterCode] = {
    PaperKind.CERTIFICATE: ParameterCode.CERTIFICATE_MONTHS,
    **dict.fromkeys((PaperKind.APPLICATION, *LOOSE_PAPERS), ParameterCode.PAPER_MONTHS),
}


@dataclass(frozen=True)
class Due:
    """A day, and the stored value that set it."""

    on: date
    rule: models.Parameter


def due_after(move: Move, on: date, received_on: date | None = None) -> Due | None:
    """Return when the step after ``move`` is due; None where the regime sets no term or its starting day is unknown.

    Raises Refused for a year of which nobody knows the holidays.
    """
    if move.clock is None:
        return None
    rule, start = policy.row(move.clock, on), _start(move.clock, on, received_on)
    if rule is None or not rule.value or start is None:
        return None
    return Due(calendars.after(start, int(rule.value)), rule)


def probation_over(to: Stage, on: date) -> Due | None:
    """Return when the probation that a step to ``to`` begins is over (Charter, art. 5); None for any other step."""
    return _months_after(ParameterCode.PROBATION_MONTHS, on) if to == Stage.ADMITTED else None


def expiry(kind: str, issued_on: date) -> Due | None:
    """Return the first day on which a paper of ``kind`` counts no more; None where no text tells, or its kind never expires."""
    return _months_after(VALIDITY[kind], issued_on) if kind in VALIDITY else None


def official_from(admitted: StageEntry) -> date | None:
    """Return the day from which somebody admitted is an official member: as stored, for old rows by the rule of their day."""
    if admitted.ends_on:
        return admitted.ends_on
    over = probation_over(Stage.ADMITTED, admitted.on)
    return over.on if over else None


def _months_after(code: ParameterCode, on: date) -> Due | None:
    months = policy.row(code, on)
    return Due(add_months(on, int(months.value)), months) if months and months.value else None


def _start(clock: ParameterCode, on: date, received_on: date | None) -> date | None:
    if clock == ParameterCode.CEREMONY_DAYS:
        return received_on if counts_from_receipt(on) else on
    if clock == ParameterCode.RECOGNITION_DAYS:
        over = probation_over(Stage.ADMITTED, on)
        return over.on if over else None
    return on


def counts_from_receipt(on: date) -> bool:
    """Say whether the term of the ceremony counts from the receipt of the decision, by the regime of its day."""
    rule = policy.row(ParameterCode.CEREMONY_FROM, on)
    return rule is not None and rule.value == CountsFrom.RECEIPT
