"""Writes of handing on: marking a dossier as entered into the national member database, and taking the mark back."""

from datetime import date

from candidates.enums import Stage, Way
from candidates.models import Dossier, HandedOn, Person, StageEntry
from candidates.recording import check_day
from organizations.access import Reach, check_may
from organizations.acting import acting, current
from organizations.enums import Deed
from organizations.errors import Refused
from organizations.formats import date_vn, tidy


def mark(dossier: Dossier, entered: date, *, own: Reach, today: date) -> HandedOn:
    """Record that somebody entered a dossier into the database on a day."""
    _hold(dossier, own)
    decided = (
        StageEntry.objects.filter(dossier=dossier, stage=Stage.DECIDED, way=Way.STEP).order_by("-position").first()
    )
    if decided is None:
        raise Refused("Hồ sơ chưa có quyết định kết nạp nên chưa chuyển vào cơ sở dữ liệu đảng viên.")
    check_day("Ngày nhập", entered, today)
    if entered < decided.on:
        raise Refused(
            f"Ngày nhập {date_vn(entered)} trước ngày quyết định kết nạp {date_vn(decided.on)}; hãy kiểm tra lại."
        )
    if earlier := HandedOn.objects.filter(dossier=dossier).select_related("by").first():
        raise Refused(
            f"{earlier.by or 'Hệ thống'} đã ghi hồ sơ này nhập ngày {date_vn(earlier.on)}. Nếu ghi nhầm, hãy đính chính dòng đó."
        )
    return HandedOn.objects.create(dossier=dossier, on=entered, by=current().by)


def take_back(marked: HandedOn, reason: str, *, own: Reach) -> None:
    """Mark a mistaken mark as void; the reason stays in the audit trail."""
    _hold(marked.dossier, own)
    if not reason.strip():
        raise Refused("Cần ghi lý do đính chính.")
    act = current()
    with acting(act.by, act.deed, tidy(reason)):
        if not HandedOn.objects.filter(pk=marked.pk).update(void=True):
            raise Refused("Dòng này đã được đính chính trước đó; hãy tải lại trang.")


def _hold(dossier: Dossier, own: Reach) -> None:
    current()
    check_may(own, Deed.HAND_ON, dossier.unit)
    Person.objects.select_for_update().get(pk=dossier.person_id)
