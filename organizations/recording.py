"""The one write of declared figures: a figure of the same kind and day goes out of force, and is replaced."""

from datetime import date

from organizations import tree
from organizations.acting import current
from organizations.enums import FigureKind, UnitKind
from organizations.errors import Refused
from organizations.formats import date_vn
from organizations.models import Explanation, Figure, Unit


def record(unit: Unit, on: date, values: dict[FigureKind, int], *, source: str, said_on: date | None = None) -> None:
    """Record what a unit says of itself as at a day, inside ``acting``; what stands already is not written again."""
    by = current().by
    Unit.objects.select_for_update().get(pk=unit.pk)
    for kind, value in values.items():
        before = Figure.objects.filter(unit=unit, kind=kind, on=on, in_force=True).first()
        said = {"value": value, "said_on": said_on, "source": source}
        if before and all(getattr(before, name) == given for name, given in said.items()):
            continue
        Figure.objects.filter(pk=before.pk if before else None).update(in_force=False)
        Figure.objects.create(unit=unit, kind=kind, on=on, declared_by=str(by), replaces=before, **said)


def explain(unit: Unit, on: date, said: dict[str, str]) -> None:
    """Record why an organisation introduced nobody and what it will do, inside ``acting``; of the same day it is replaced."""
    by = current().by
    Unit.objects.select_for_update().get(pk=unit.pk)
    before = Explanation.objects.filter(unit=unit, on=on, in_force=True).first()
    if before and all(getattr(before, name) == given for name, given in said.items()):
        return
    Explanation.objects.filter(pk=before.pk if before else None).update(in_force=False)
    Explanation.objects.create(unit=unit, on=on, declared_by=str(by), replaces=before, **said)


def withdraw_explanation(unit: Unit, on: date) -> None:
    """Put what an organisation explained as at a day out of force without another in its place, inside ``acting``."""
    Unit.objects.select_for_update().get(pk=unit.pk)
    Explanation.objects.filter(unit=unit, on=on, in_force=True).update(in_force=False)


def standing(unit: Unit, on: date, kinds: tuple[FigureKind, ...]) -> dict[FigureKind, int]:
    """Return the figures of some kinds that stand for one day."""
    figures = Figure.objects.filter(unit=unit, kind__in=kinds, on=on, in_force=True).order_by("kind")
    return {FigureKind(kind): value for kind, value in figures.values_list("kind", "value")}


def check_declares(unit: Unit, on: date, kinds: frozenset[UnitKind], otherwise: str, today: date) -> None:
    """Raise Refused when the day has not come, or the unit was not one of ``kinds`` on it (``otherwise`` says what is)."""
    version = tree.version(unit, on)
    if version is None:
        raise Refused(f"Tổ chức này không tồn tại vào ngày {date_vn(on)}.")
    if version.kind not in kinds:
        raise Refused(f"“{version.name}” {otherwise}")
    check_come(on, today)


def check_come(day: date, today: date) -> None:
    """Raise Refused when a day has not come on the day one looks from."""
    if day > today:
        raise Refused(f"Ngày {date_vn(day)} chưa đến (đang xem tại ngày {date_vn(today)}).")
