"""Who issues class certificates for a unit on a day; after the district level ended no text at hand says (domain.md §2.3)."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F

from candidates.models import CertificateIssuer
from organizations import tree
from organizations.access import Reach
from organizations.enums import Deed
from organizations.formats import date_vn
from organizations.models import Unit
from organizations.models.dated import valid_on

DISTRICTS_ENDED = date(2025, 7, 1)


@dataclass(frozen=True)
class Known:
    """An issuer with the last day of its time, where that lies behind the day one looks from."""

    issuer: CertificateIssuer
    last_day: date | None


def in_force(unit: Unit, on: date) -> CertificateIssuer | None:
    """Return the issuer recorded for ``unit``, or for the nearest unit above it, on a day; None where nobody recorded one."""
    lines = CertificateIssuer.objects.on(on).filter(valid_on(on, "unit__below__"), unit__below__unit=unit)
    return lines.order_by(F("unit__below__depth").asc()).first()


def unknown_words(on: date) -> str:
    """Say that no issuer is known for a day, and what to do."""
    if on >= DISTRICTS_ENDED:
        return "Chưa rõ nơi cấp kể từ khi kết thúc cấp huyện; hãy ghi nơi cấp."
    return f"Chưa ghi nơi cấp nào có hiệu lực vào ngày {date_vn(on)}; hãy ghi nơi cấp."


def known(own: Reach, on: date) -> list[Known]:
    """Return what is recorded up to a day for the units of a reach, the newest of each unit first, named as on that day."""
    found = CertificateIssuer.objects.filter(unit__in=own.units(Deed.SEE_CLASSES), valid_from__lte=on)
    rows = found.select_related("unit").annotate(unit_name=tree.name_on(on)).order_by("unit__code", "-valid_from")
    return [Known(row, _last_day(row, on)) for row in rows]


def _last_day(row: CertificateIssuer, on: date) -> date | None:
    return row.valid_until - timedelta(days=1) if row.valid_until and row.valid_until <= on else None
