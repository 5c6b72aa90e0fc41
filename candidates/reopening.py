"""Writes a new case for somebody whose way ended before: a re-admission, or once more after leaving the list."""

from datetime import date

from candidates import actions, guards
from candidates.actions import DOSSIER_FIELDS
from candidates.enums import FINAL, Stage
from candidates.models import Dossier, Person
from organizations.access import Reach
from organizations.acting import current
from organizations.errors import Refused
from organizations.formats import date_vn
from organizations.models import Unit

# After these somebody was a member before: the new case is a re-admission (294-QĐ/TW, point 3.5). An annulled decision made
# nobody a member, so what follows it is a new case like any other.
MEMBER_BEFORE = (Stage.STRUCK_OFF, Stage.OFFICIAL)


def is_readmission(former: Dossier) -> bool:
    """Say whether a new case after this one is a re-admission."""
    return former.stage in MEMBER_BEFORE or (former.readmission and former.stage != Stage.ANNULLED)


def reopen(former: Dossier, unit: Unit, *, on: date, own: Reach, today: date, basis: str = "") -> Dossier:
    """Open a new dossier at nguồn, inside ``acting``, with what is known of the person; the old one stays as it ended.

    Refused while the old way goes on, before it ended, and while another dossier of the person is open.
    """
    current()
    Person.objects.select_for_update().get(pk=former.person_id)
    if former.stage not in FINAL:
        raise Refused(
            f"Hồ sơ {former.code} chưa kết thúc, đang ở bước “{former.get_stage_display()}”; hãy tiếp tục hồ sơ đó."
        )
    ended = guards.begun(former.entries.get(until__isnull=True))
    if on < ended:
        raise Refused(
            f"Ngày đưa vào nguồn {date_vn(on)} trước ngày hồ sơ {former.code} kết thúc ({former.get_stage_display().lower()}, "
            f"{date_vn(ended)}); hãy kiểm tra lại ngày."
        )
    known = {name: getattr(former, name) for name in DOSSIER_FIELDS} | {"readmission": is_readmission(former)}
    return actions.open_dossier(former.person, unit, known, on=on, own=own, today=today, basis=basis)
