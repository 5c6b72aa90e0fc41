"""What became of a duty since it was recorded: who corrected, ended or took it back, when and why, as the audit trail has it."""

from dataclasses import dataclass
from datetime import date, datetime

from directives.models import Obligation


@dataclass(frozen=True)
class Change:
    """A state of a duty: what it said from then on, who wrote it, when, why."""

    words: str
    due_on: date | None
    until: date | None
    at: datetime
    by: str
    reason: str


def of_duty(duty: Obligation) -> list[Change]:
    """Return the states of a duty, the newest first."""
    columns = ("words", "due_on", "until", "pgh_created_at", "pgh_context__metadata")
    return [
        Change(words, due_on, until, at, (context or {}).get("name", ""), (context or {}).get("reason", ""))
        for words, due_on, until, at, context in duty.events.order_by("-pgh_id").values_list(*columns)
    ]
