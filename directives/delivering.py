"""Writes of receipts of documents: a unit received one, said by the unit or by whoever keeps the document; corrections."""

from dataclasses import dataclass
from datetime import date

from directives import deliveries, fulfilling, register
from directives.models import Delivery, Directive
from organizations import turns
from organizations.access import Reach
from organizations.acting import acting, current
from organizations.enums import Deed
from organizations.errors import Conflict, NotAllowed, Refused
from organizations.formats import date_vn, tidy
from organizations.models import Unit


@dataclass(frozen=True)
class Received:
    """The day on which a document came, and its number in the unit's own book."""

    on: date
    book_number: str = ""


def may_tell(own: Reach, directive: Directive, unit: Unit) -> bool:
    """Say whether a person may say for a unit that a document came: its own people, and whoever keeps the document."""
    return fulfilling.may_tell(own, unit) or register.may_keep(own, directive)


def record(
    directive: Directive, unit: Unit, told: Received | None, reason: str, *, own: Reach, today: date, version: int
) -> Delivery | None:
    """Record when a unit received a document; ``told`` None takes back what was said.

    ``version`` is the key of what stood before, 0 for nothing; what stood there stays on record with the reason.
    """
    act = current()
    turns.take("delivery", directive.pk, unit.pk)
    if not may_tell(own, directive, unit):
        raise NotAllowed(f"Vai trò của đồng chí không có quyền “{Deed.MAKE_KNOWN.label}” cho đơn vị này.")
    if not deliveries.units(deliveries.addressees(directive), today).filter(pk=unit.pk).exists():
        raise Refused("Văn bản này không gửi đến đơn vị tại ngày đang xem.")
    _check_day(directive, told, today)
    before = _check_unchanged(directive, unit, version)
    if before is None and told is None:
        raise Refused("Đơn vị chưa ghi nhận văn bản này nên không có gì để rút lại.")
    with acting(act.by, act.deed, tidy(reason)):
        Delivery.objects.filter(pk=before.pk if before else None).update(void=True)
        return _write(directive, unit, told) if told else None


def _write(directive: Directive, unit: Unit, told: Received) -> Delivery:
    values = {"on": told.on, "book_number": tidy(told.book_number), "by": current().by}
    return Delivery.objects.create(directive=directive, unit=unit, **values)


def _check_day(directive: Directive, told: Received | None, today: date) -> None:
    if told is None:
        return
    if told.on > today:
        raise Refused(f"Ngày nhận {date_vn(told.on)} chưa đến (đang xem tại ngày {date_vn(today)}).")
    issued = directive.document.issued_on
    if issued and told.on < issued:
        raise Refused(f"Ngày nhận {date_vn(told.on)} trước ngày ban hành {date_vn(issued)}. Hãy kiểm tra lại ngày.")


def _check_unchanged(directive: Directive, unit: Unit, version: int) -> Delivery | None:
    now = deliveries.standing(directive, unit)
    if (now.pk if now else 0) == version:
        return now
    if now is None:
        raise Conflict("Ngày nhận vừa được rút lại. Hãy xem lại; nếu vẫn cần thì gửi lại.", 0)
    who = now.by or "Người khác"
    raise Conflict(
        f"{who} vừa ghi đơn vị đã nhận ngày {date_vn(now.on)}. Hãy xem lại; nếu vẫn cần sửa thì gửi lại.", now.pk
    )
