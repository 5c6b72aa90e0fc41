"""When the next step is due, by the regime of the day on which the step happened; stored at the move, never recomputed."""

from dataclasses import dataclass
from datetime import date

from candidates import models, policy
from candidates.calendars import holidays_around
from candidates.enums import ParameterCode
from candidates.moves import Move
from candidates.rules.deadlines import probation_end, working_days_after

RECEIPT = "receipt"


@dataclass(frozen=True)
class Due:
    """The day by which the next step is due, and the stored value that set it."""

    on: date
    rule: models.Parameter


def due_after(move: Move, on: date, received_on: date | None = None) -> Due | None:
    """Return when the step after ``move`` is due; None where the regime sets no term or its starting day is unknown."""
    if move.clock is None:
        return None
    rule, start = policy.row(move.clock, on), _start(move.clock, on, received_on)
    if rule is None or not rule.value or start is None:
        return None
    return Due(working_days_after(start, int(rule.value), holidays_around(start.year)), rule)


def _start(clock: ParameterCode, on: date, received_on: date | None) -> date | None:
    if clock == ParameterCode.CEREMONY_DAYS:
        return received_on if _counts_from_receipt(on) else on
    if clock == ParameterCode.RECOGNITION_DAYS:
        months = policy.row(ParameterCode.PROBATION_MONTHS, on)
        return probation_end(on, int(months.value)) if months and months.value else None
    return on


def _counts_from_receipt(on: date) -> bool:
    rule = policy.row(ParameterCode.CEREMONY_FROM, on)
    return rule is not None and rule.value == RECEIPT
