"""Locks on figures that were accepted: set and lifted by whoever closes a period, asked before anything is dated inside one."""

from datetime import date

from organizations.acting import current
from organizations.errors import PeriodLocked
from organizations.formats import date_vn
from organizations.models import PeriodLock, Unit, UnitVersion
from organizations.models.dated import valid_on


def over(unit: Unit, day: date) -> PeriodLock | None:
    """Return the newest lock on ``day`` over a unit or one above it on that day; None where the figures are open."""
    above = valid_on(day, "unit__below__")
    found = PeriodLock.objects.filter(above, unit__below__unit=unit, last_day__gte=day)
    return found.select_related("unit").order_by("-locked_on", "-pk").first()


def check_open(unit: Unit, *days: date) -> None:
    """Raise PeriodLocked, inside ``acting``, when one of ``days`` is locked for a unit and the act names no reason."""
    if current().reason.strip():
        return
    day = min(days)
    if lock := over(unit, day):
        version = UnitVersion.objects.on(day).filter(unit=lock.unit).first()
        name = version.name if version else lock.unit.code
        raise PeriodLocked(
            f"Số liệu của {name} đã chốt đến hết ngày {date_vn(lock.last_day)} ({lock.words}, chấp nhận ngày "
            f"{date_vn(lock.locked_on)}); việc ghi ngày {date_vn(day)} làm thay đổi số đã chốt. Hãy ghi “Lý do ghi sau khi "
            "chốt số liệu” rồi gửi lại; thay đổi sẽ đứng thành dòng điều chỉnh ở đợt sau."
        )


def lock(unit: Unit, last_day: date, words: str, on: date) -> PeriodLock:
    """Lock the figures of a unit up to a day, inside ``acting``."""
    return PeriodLock.objects.create(unit=unit, last_day=last_day, words=words, locked_on=on, by=current().by)


def lift(found: PeriodLock) -> None:
    """Lift a lock, inside ``acting``."""
    current()
    PeriodLock.objects.filter(pk=found.pk).update(void=True)
