"""What became of a target: recorded, corrected, confirmed, withdrawn, as the audit trail has it, the newest first."""

from dataclasses import dataclass
from datetime import datetime

from directives.models import Target


@dataclass(frozen=True)
class Change:
    """One change of a target: what was done when, by whom, why, and the number that stood from then on."""

    what: str
    at: datetime
    by: str
    reason: str
    words: str


def of(target: Target) -> list[Change]:
    """Return the changes of a target."""
    events = list(target.events.order_by("pgh_id").select_related("pgh_context"))
    before = [None, *events[:-1]]
    return [_change(event, earlier) for earlier, event in zip(before, events, strict=True)][::-1]


def _change(event: Target, earlier: Target | None) -> Change:
    context = event.pgh_context.metadata if event.pgh_context else {}
    return Change(
        _what(event, earlier), event.pgh_created_at, context.get("name", ""), context.get("reason", ""), _words(event)
    )


def _words(event: Target) -> str:
    """The number as it stood then."""
    fields = {name: getattr(event, name) for name in ("number", "number_max", "number_kind", "comparison", "base")}
    return Target(**fields, rounding=event.rounding).words


def _what(event: Target, earlier: Target | None) -> str:
    if earlier is None:
        return "Ghi chỉ tiêu"
    if event.void:
        return "Rút"
    if event.confirmed_by_id and not earlier.confirmed_by_id:
        return "Xác nhận"
    return "Đính chính"
