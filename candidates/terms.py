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

# What belongs to the terms of an entry.
CARRIED = (
    "due_on",
    "due_rule",
    "due_from",
    "due_provisional",
    "extended_to",
    "extension_reason",
    "extension_rule",
    "ends_on",
    "ends_rule",
)


@dataclass(frozen=True)
class Due:
    """A day, the stored value that set it, and whether it was counted over a year without an official calendar."""

    on: date
    rule: models.Parameter
    is_provisional: bool = False


def due_after(move: Move, on: date, received_on: date | None = None) -> Due | None:
    """Return when the step after ``move`` is due; None where the regime sets no term or its starting day is unknown.

    Raises Refused for a year of which nobody knows the holidays.
    """
    if move.clock is None:
        return None
    rule, start = policy.row(move.clock, on), _start(move.clock, on, received_on)
    if rule is None or not rule.value or start is None:
        return None
    due = calendars.after(start, int(rule.value))
    return Due(due, rule, not calendars.are_told(start, due))


def counts_from(move: Move, on: date) -> models.Parameter | None:
    """Return the value that names the day from which the term after ``move`` counts; None where no value does."""
    return policy.row(ParameterCode.CEREMONY_FROM, on) if move.clock == ParameterCode.CEREMONY_DAYS else None


def kept(due: Due | None, counted_from: models.Parameter | None) -> dict:
    """Return what an entry keeps of the term that its step began, by column."""
    return {
        "due_on": due.on if due else None,
        "due_rule": due.rule if due else None,
        "due_from": counted_from,
        "due_provisional": due is not None and due.is_provisional,
    }


def carried(before: StageEntry) -> dict:
    """Return what an entry keeps of the terms of an earlier one that run on: the same days, by the same rules."""
    return {name: getattr(before, name) for name in CARRIED}


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
        return {CountsFrom.RECEIPT: received_on, CountsFrom.ISSUE: on}.get(
            named(policy.row(ParameterCode.CEREMONY_FROM, on))
        )
    if clock == ParameterCode.RECOGNITION_DAYS:
        over = probation_over(Stage.ADMITTED, on)
        return over.on if over else None
    return on


def awaits_receipt(entry: StageEntry) -> bool:
    """Say whether the term of a decision counts from its receipt; for rows from before this was stored, by the regime."""
    if entry.stage != Stage.DECIDED:
        return False
    return named(entry.due_from or policy.row(ParameterCode.CEREMONY_FROM, entry.on)) == CountsFrom.RECEIPT


def named(counted_from: models.Parameter | None) -> str:
    """Return the day that a value names (``CountsFrom``); empty where no text tells."""
    return counted_from.value if counted_from else ""
