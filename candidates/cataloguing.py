"""Writes the catalogue of papers: a row is confirmed as it stands in the text, or another is put in the place of a wrong one.

Both run inside ``acting`` and need Deed.KEEP_RULES over a province: the texts are national. Nothing stored is rewritten.
"""

from datetime import date

from candidates import regimes
from candidates.models import PaperForm
from organizations import turns
from organizations.access import Reach
from organizations.acting import acting, current
from organizations.errors import Conflict, NotAllowed, Refused
from organizations.formats import date_vn, tidy

CHANGED = ("code", "catalogue_number", "name", "needed_for", "condition", "copies", "issued_by", "confidence")
KEPT = ("edition", "document", "kind", "stands_for", "valid_from", "valid_until")


def confirm(row: PaperForm, basis: str, *, own: Reach, today: date, version: int | None) -> None:
    """Say that a row stands so in the text, by a paper where there is one; once. ``version`` is the key of the row seen."""
    _hold(row, own, version)
    by = {"confirmed_by": current().by, "confirmed_on": today, "basis": tidy(basis)}
    if not PaperForm.objects.filter(pk=row.pk, confirmed_by=None).update(**by):
        raise Refused(f"Dòng này đã được xác nhận ngày {date_vn(row.confirmed_on)}; không xác nhận thêm lần nữa.")


def correct(row: PaperForm, said: dict, reason: str, *, own: Reach, version: int | None) -> PaperForm:
    """Put another row in the place of a wrong one, with a reason; ``said`` holds CHANGED. The new one is unconfirmed."""
    _hold(row, own, version)
    if not reason.strip():
        raise Refused("Cần ghi lý do đính chính.")
    if all(getattr(row, name) == said[name] for name in CHANGED):
        raise Refused("Mọi mục đều như đang ghi; không có gì để đính chính.")
    act = current()
    with acting(act.by, act.deed, tidy(reason)):
        PaperForm.objects.filter(pk=row.pk).update(void=True)
        kept = {name: getattr(row, name) for name in KEPT}
        return PaperForm.objects.create(**kept, **said, corrects=row, reason=tidy(reason))


def _hold(row: PaperForm, own: Reach, version: int | None) -> None:
    """Check the right, let changes come one after the other, and that the row seen still stands."""
    current()
    if not regimes.keeps_national(own):
        raise NotAllowed(regimes.ONLY_THE_PROVINCE)
    turns.take("catalogue")
    now = PaperForm.objects.filter(edition=row.edition, kind=row.kind).first()
    if now is None or now.pk != version:
        raise Conflict(
            "Dòng này vừa được đồng chí khác đính chính; hãy xem lại rồi gửi lần nữa.", version=now.pk if now else 0
        )
