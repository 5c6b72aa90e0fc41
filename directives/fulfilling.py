"""Writes of receipts: a unit has done a duty, and corrections of what was said by mistake."""

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction

from directives import obligations
from directives.models import Fulfilment
from directives.obligations import Round
from organizations.access import Reach, check_may_for
from organizations.acting import acting, current
from organizations.enums import Deed
from organizations.errors import Conflict, Refused
from organizations.formats import date_vn, tidy
from organizations.models import Unit


@dataclass(frozen=True)
class Told:
    """What a unit says: the day, the result or the paper, how many people were there."""

    on: date
    words: str = ""
    people: int | None = None


def standing(asked: Round, unit: Unit) -> Fulfilment | None:
    """Return what a unit has said of a round, whenever it did."""
    said = Fulfilment.objects.filter(obligation=asked.obligation, unit=unit, year=asked.year)
    return said.select_related("by").first()


def record(asked: Round, unit: Unit, told: Told, *, own: Reach, today: date, version: int = 0) -> Fulfilment:
    """Record that a unit has done a round, inside ``acting``; ``version`` is the key of what stood before, 0 for nothing."""
    _check(own, asked, unit, today)
    _check_day(asked, told.on, today)
    _check_unchanged(asked, unit, version)
    return _write(asked, unit, told)


def correct(
    asked: Round, unit: Unit, told: Told | None, reason: str, *, own: Reach, today: date, version: int
) -> Fulfilment | None:
    """Put ``told`` in the place of what was said, or nothing for None; the mistake stays on record, out of force."""
    act = current()
    _check(own, asked, unit, today)
    if told:
        _check_day(asked, told.on, today)
    before = _check_unchanged(asked, unit, version)
    if before is None:
        raise Refused("Đơn vị chưa báo kết quả nào của nhiệm vụ này nên chưa có gì để sửa.")
    with acting(act.by, act.deed, tidy(reason)):
        Fulfilment.objects.filter(pk=before.pk).update(void=True)
        return _write(asked, unit, told) if told else None


def may_tell(own: Reach, unit: Unit) -> bool:
    """Say whether a person may say for a party unit or an organisation that a duty is done."""
    return own.covers(Deed.MAKE_KNOWN, unit) or own.covers_organisation(Deed.MAKE_KNOWN, unit)


def _check(own: Reach, asked: Round, unit: Unit, today: date) -> None:
    if not own.covers(Deed.MAKE_KNOWN, unit):
        check_may_for(own, Deed.MAKE_KNOWN, unit)
    if not obligations.bound_units(asked.obligation, today).filter(pk=unit.pk).exists():
        raise Refused("Nhiệm vụ này không giao cho đơn vị tại ngày đang xem.")


def _check_day(asked: Round, on: date, today: date) -> None:
    if on > today:
        raise Refused(f"Ngày thực hiện {date_vn(on)} chưa đến (đang xem tại ngày {date_vn(today)}).")
    if on < asked.first_day:
        raise Refused(f"Ngày thực hiện {date_vn(on)} trước ngày nhiệm vụ bắt đầu ({date_vn(asked.first_day)}).")


def _check_unchanged(asked: Round, unit: Unit, version: int) -> Fulfilment | None:
    now = standing(asked, unit)
    if (now.pk if now else 0) != version:
        raise _faster(now)
    return now


def _faster(now: Fulfilment | None) -> Conflict:
    if now is None:
        return Conflict("Kết quả đã báo vừa được rút lại. Hãy xem lại; nếu vẫn cần thì gửi lại.", 0)
    who = now.by or "người khác"
    return Conflict(
        f"{who} vừa báo đơn vị đã thực hiện ngày {date_vn(now.on)}. Hãy xem lại; nếu vẫn cần sửa thì gửi lại.", now.pk
    )


def _write(asked: Round, unit: Unit, told: Told) -> Fulfilment:
    values = {"on": told.on, "words": tidy(told.words), "people": told.people, "by": current().by}
    key = {"obligation": asked.obligation, "unit": unit, "year": asked.year}
    try:
        with transaction.atomic():
            return Fulfilment.objects.create(**key, **values)
    except IntegrityError as error:
        raise _faster(standing(asked, unit)) from error
