"""Who is shown how somebody left the Party; every showing is recorded."""

from django.http import HttpRequest

from candidates.enums import HoldKind
from candidates.models import Dossier
from organizations.acting import record_reading
from organizations.enums import Deed


def sees_leaving(request: HttpRequest, dossier: Dossier) -> bool:
    """Say whether the person may see how the candidate left the Party before; where there is such a row, record the reading."""
    may = request.reach.covers(Deed.SEE_SENSITIVE, dossier.unit)
    if may and dossier.former_memberships.all():
        record_reading(request.user, Deed.SEE_SENSITIVE, f"Hồ sơ {dossier.code}: lần ra khỏi Đảng trước đây", 1)
    return may


def sees_political(request: HttpRequest, dossier: Dossier) -> bool:
    """Say whether the person may see that a conclusion on the political standard is awaited; where one is, record the reading."""
    may = request.reach.covers(Deed.SEE_SENSITIVE, dossier.unit)
    if may and any(each.kind == HoldKind.POLITICAL for each in dossier.holds.all()):
        record_reading(request.user, Deed.SEE_SENSITIVE, f"Hồ sơ {dossier.code}: kết luận của cấp có thẩm quyền", 1)
    return may
