"""Our own readings of clauses: which is in use, and who switched it when, as the audit trail has it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Q, QuerySet

from directives.enums import ReadingCode
from directives.models import Directive, OwnReading
from organizations import tree
from organizations.access import Reach
from organizations.enums import Deed
from organizations.models import Unit


@dataclass(frozen=True)
class Switch:
    """A reading was recorded, switched on or off: when, by whom, why."""

    in_use: bool
    at: datetime
    by: str
    reason: str


def in_use(
    code: ReadingCode, where: Unit | Directive, on: date | None = None, known: QuerySet[OwnReading] | None = None
) -> OwnReading | None:
    """Return the reading in use of a directive, or of a unit that issued the directive or is bound by it; the newest one.

    With a day, readings of letters to the units above count too, but none of a letter of a later day. ``known`` are those of
    documents that whoever looks may know of.
    """
    rows = OwnReading.objects.all() if known is None else known
    found = rows.filter(code=code, in_use=True).select_related("clause", "directive__document")
    if isinstance(where, Directive):
        return found.filter(directive=where).first()
    units = tree.ancestors(where, on) if on else [where]
    concerned = found.filter(Q(directive__issuing_unit__in=units) | Q(directive__obligations__unit__in=units))
    if on:
        later = Q(directive__document__issued_on__gt=on) | Q(directive__meeting_on__gt=on)
        concerned = concerned.exclude(later)
    return concerned.order_by(F("directive__document__issued_on").desc(nulls_last=True), "-pk").first()


def may_switch(own: Reach, directive: Directive) -> bool:
    """Say whether a person keeps documents of the unit that issued a directive, or of one that it binds."""
    units = [directive.issuing_unit, *Unit.objects.filter(obligations__directive=directive).distinct()]
    return any(own.covers(Deed.KEEP_DOCUMENTS, unit) for unit in units if unit)


def history(reading: OwnReading) -> list[Switch]:
    """Return what became of a reading, the newest first."""
    events = reading.events.order_by("-pgh_id").values_list("in_use", "pgh_created_at", "pgh_context__metadata")
    return [_switch(in_use, at, context or {}) for in_use, at, context in events]


def _switch(in_use: bool, at: datetime, context: dict) -> Switch:
    return Switch(in_use, at, context.get("name", ""), context.get("reason", ""))
