"""Writes about units: the members that a grassroots organisation declares as at a day."""

from dataclasses import dataclass
from datetime import date

from organizations import tree
from organizations.access import Reach, check_may
from organizations.acting import current
from organizations.enums import GRASSROOTS_KINDS, Deed, FigureKind
from organizations.errors import Refused
from organizations.formats import date_vn
from organizations.models import Figure, Unit


@dataclass(frozen=True)
class Members:
    """What is declared: the day, official and probationary members, and the paper that says so."""

    on: date
    official: int
    probationary: int
    source: str


def declare_members(unit: Unit, said: Members, *, own: Reach, today: date) -> None:
    """Record the members of a grassroots organisation, inside ``acting``; figures of the same day go out of force."""
    by = current().by
    check_may(own, Deed.DECLARE_FIGURES, unit)
    _check_declares(unit, said.on, today)
    values = {FigureKind.OFFICIAL_MEMBERS: said.official, FigureKind.PROBATIONARY_MEMBERS: said.probationary}
    for kind, value in values.items():
        before = Figure.objects.select_for_update().filter(unit=unit, kind=kind, on=said.on, in_force=True).first()
        if before and before.value == value:
            continue
        Figure.objects.filter(pk=before.pk if before else None).update(in_force=False)
        words = {"declared_by": str(by), "source": said.source}
        Figure.objects.create(unit=unit, kind=kind, on=said.on, value=value, replaces=before, **words)


def _check_declares(unit: Unit, on: date, today: date) -> None:
    version = tree.version(unit, on)
    if version is None:
        raise Refused(f"Tổ chức đảng này không tồn tại vào ngày {date_vn(on)}.")
    if version.kind not in GRASSROOTS_KINDS:
        raise Refused(f"“{version.name}” không phải tổ chức cơ sở đảng; số đảng viên ghi ở từng tổ chức cơ sở đảng.")
    if on > today:
        raise Refused(f"Ngày {date_vn(on)} chưa đến (đang xem tại ngày {date_vn(today)}).")
