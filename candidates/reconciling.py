"""Writes of reconciliations: storing one with its differences, and settling a difference."""

from datetime import date

from candidates.differences import Found
from candidates.models import Difference, Reconciliation
from candidates.reconciliations import Tried
from organizations.access import Reach, check_may
from organizations.acting import current
from organizations.enums import Deed
from organizations.errors import Refused
from organizations.formats import date_vn, tidy


def store(tried: Tried, *, own: Reach) -> Reconciliation:
    """Keep what a comparison found; the list itself is not kept."""
    asked = tried.asked
    check_may(own, Deed.HAND_ON, asked.unit)
    made = Reconciliation.objects.create(
        unit=asked.unit,
        first_day=asked.period.start,
        last_day=asked.period.last_day,
        by=current().by,
        listed=len(tried.listed.rows),
        matched=tried.compared.matched,
        ignored=", ".join(tried.listed.ignored)[:400],
    )
    Difference.objects.bulk_create([_row(made, found) for found in tried.compared.found], batch_size=1000)
    return made


def settle(difference: Difference, note: str, *, own: Reach, on: date) -> None:
    """Mark a difference as settled, with how; once."""
    check_may(own, Deed.HAND_ON, difference.reconciliation.unit)
    if not note.strip():
        raise Refused("Cần ghi đã xử lý thế nào.")
    told = {"note": tidy(note), "settled_by": current().by, "settled_on": on}
    if not Difference.objects.filter(pk=difference.pk, settled_on__isnull=True).update(**told):
        now = Difference.objects.select_related("settled_by").get(pk=difference.pk)
        raise Refused(f"{now.settled_by} đã ghi xử lý chỗ này ngày {date_vn(now.settled_on)}: {now.note}")


def _row(made: Reconciliation, found: Found) -> Difference:
    there, here = found.row, found.ours
    listed = {"name": there.name, "number": there.number, "on": there.on} if there else {"name": found.text[:200]}
    ours = {"dossier_id": here.pk, "our_number": here.number[:120], "our_day": here.on} if here else {}
    return Difference(reconciliation=made, kind=found.kind, line=found.line, words=found.words[:400], **listed, **ours)
