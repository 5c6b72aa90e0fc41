"""Writes about directives: switching our own readings, the targets that an organisation sets itself."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import F

from directives import readings
from directives.enums import BaseKind, Measure, NumberKind, PeriodKind
from directives.models import Directive, OwnReading, Target
from organizations.access import Reach, check_may_for
from organizations.acting import acting, current
from organizations.enums import Deed
from organizations.errors import Conflict, NotAllowed, Refused
from organizations.formats import tidy
from organizations.models import Clause, Unit


@dataclass(frozen=True)
class OwnTarget:
    """What an organisation sets itself, by which clause; for a term its first and last day, else the first and last year."""

    clause: Clause
    measure: Measure
    number_kind: NumberKind
    number: Decimal
    period: PeriodKind
    first_year: int | None = None
    last_year: int | None = None
    term_first: date | None = None
    term_last: date | None = None
    origin: str = ""


def switch_reading(reading: OwnReading, in_use: bool, reason: str, *, own: Reach, version: int) -> None:
    """Switch one of our own readings on or off, inside ``acting``; the reason goes into the audit trail."""
    act = current()
    if not readings.may_switch(own, reading.directive):
        raise NotAllowed(f"Vai trò của đồng chí không có quyền “{Deed.KEEP_DOCUMENTS.label}” đối với văn bản này.")
    with acting(act.by, act.deed, tidy(reason)):
        unchanged = OwnReading.objects.filter(pk=reading.pk, version=version)
        if not unchanged.update(in_use=in_use, version=F("version") + 1):
            raise _faster(reading)


def set_target(directive: Directive, organisation: Unit, said: OwnTarget, *, own: Reach) -> Target:
    """Record a target that an organisation sets itself by a clause of ``directive``, inside ``acting``."""
    current()
    check_may_for(own, Deed.DECLARE_ORGANISATION, organisation)
    if said.clause.document_id != directive.document_id:
        raise Refused("Điểm, khoản được chọn không thuộc văn bản này. Hãy chọn lại.")
    values = _stored(said)
    key = {name: values[name] for name in ("measure", "period", "first_year")}
    if Target.objects.filter(directive=directive, unit=organisation, **key).exists():
        raise Refused("Tổ chức đã đặt chỉ tiêu này cho kỳ bắt đầu từ năm đó. Hãy chọn kỳ khác hoặc chỉ số khác.")
    return Target.objects.create(directive=directive, unit=organisation, **values)


def _stored(said: OwnTarget) -> dict:
    percent = said.number_kind == NumberKind.PERCENT
    return {
        "clause": said.clause,
        "measure": said.measure,
        "number_kind": said.number_kind,
        "number": said.number,
        "base": BaseKind.ORGANISATION_MEMBERS if percent else "",
        "period": said.period,
        "origin": tidy(said.origin),
        **(_term(said) if said.period == PeriodKind.TERM else _years(said)),
    }


def _years(said: OwnTarget) -> dict:
    return {"first_year": said.first_year, "last_year": said.last_year}


def _term(said: OwnTarget) -> dict:
    days = {"term_start": said.term_first, "term_stop": said.term_last + timedelta(days=1)}
    return days | {"first_year": said.term_first.year, "last_year": said.term_last.year}


def _faster(reading: OwnReading) -> Conflict:
    now = OwnReading.objects.get(pk=reading.pk)
    last = readings.history(now)[0]
    state = "đang dùng" if now.in_use else "không dùng"
    return Conflict(
        f"{last.by or 'Người khác'} vừa đổi cách hiểu này: hiện {state}. Hãy xem lại; nếu vẫn cần thì gửi lại.",
        now.version,
    )
