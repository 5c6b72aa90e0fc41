"""Writes of replies: a unit has done a duty, with its words, a file or a report of ours; corrections of what was wrong."""

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction

from directives import attaching, obligations
from directives.attaching import SentFile
from directives.enums import ObligationKind, RulingKind
from directives.models import Fulfilment, ReplyFile, Ruling
from directives.obligations import Round
from organizations.access import Reach, check_may_for
from organizations.acting import acting, current
from organizations.enums import Deed
from organizations.errors import Conflict, Refused
from organizations.formats import date_vn, tidy
from organizations.models import Unit


@dataclass(frozen=True)
class Told:
    """What a unit says: the day, the result or the paper, how many people were there; a report of ours as at a day, a file."""

    on: date
    words: str = ""
    people: int | None = None
    report: str = ""
    report_on: date | None = None
    file: SentFile | None = None


def standing(asked: Round, unit: Unit) -> Fulfilment | None:
    """Return what a unit has said of a round, whenever it did."""
    said = Fulfilment.objects.filter(**asked.key, unit=unit)
    return said.select_related("by").first()


def record(asked: Round, unit: Unit, told: Told, *, own: Reach, today: date, version: int = 0) -> Fulfilment:
    """Record that a unit has done a round, inside ``acting``; ``version`` is the key of what stood before, 0 for nothing."""
    _check(own, asked, unit, today)
    _check_day(asked, told.on, today)
    _check_report(told, today)
    _check_unchanged(asked, unit, version)
    _check_says_something(asked, told)
    _check_after_return(asked, unit, told.on)
    return _write(asked, unit, told)


def correct(
    asked: Round, unit: Unit, told: Told | None, reason: str, *, own: Reach, today: date, version: int
) -> Fulfilment | None:
    """Put ``told`` in the place of what was said, or nothing for None; the mistake stays on record, out of force."""
    act = current()
    _check(own, asked, unit, today)
    if told:
        _check_day(asked, told.on, today)
        _check_report(told, today)
    before = _check_unchanged(asked, unit, version)
    if before is None:
        raise Refused("Đơn vị chưa báo kết quả nào của nhiệm vụ này nên chưa có gì để sửa.")
    _check_not_accepted(before)
    if told:
        _check_says_something(asked, told, before)
    with acting(act.by, act.deed, tidy(reason)):
        Fulfilment.objects.filter(pk=before.pk).update(void=True)
        return _write(asked, unit, told, before) if told else None


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


def _check_report(told: Told, today: date) -> None:
    if told.report and told.report_on is None:
        raise Refused("Hãy nhập ngày của số liệu trong báo cáo gửi kèm.")
    if told.report_on and told.report_on > today:
        raise Refused(f"Số liệu đến ngày {date_vn(told.report_on)} chưa có (đang xem tại ngày {date_vn(today)}).")


def _check_says_something(asked: Round, told: Told, before: Fulfilment | None = None) -> None:
    """A report, and whatever a superior is to judge, is words, a file or a report of ours; a day alone tells nothing."""
    duty = asked.obligation
    if duty.kind != ObligationKind.REPORT and not duty.needs_accepting:
        return
    if tidy(told.words) or told.file or told.report or ReplyFile.objects.filter(fulfilment=before).exists():
        return
    raise Refused(
        "Trả lời chưa có nội dung: hãy ghi kết quả, số văn bản báo cáo, gửi tệp, hoặc chọn một báo cáo của hệ thống."
    )


def _check_after_return(asked: Round, unit: Unit, on: date) -> None:
    returned = Ruling.objects.filter(**asked.key, unit=unit, kind=RulingKind.RETURNED).order_by("on", "pk").last()
    if returned and on < returned.on:
        raise Refused(
            f"Trả lời trước đã bị trả lại ngày {date_vn(returned.on)} ({returned.words}); lần làm lại không thể trước ngày đó."
        )


def _check_not_accepted(before: Fulfilment) -> None:
    if accepted := Ruling.objects.filter(fulfilment=before).first():
        raise Refused(
            f"Trả lời này đã được cấp trên chấp nhận ngày {date_vn(accepted.on)}; muốn sửa, hãy đề nghị cấp trên rút ý kiến."
        )


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


def _write(asked: Round, unit: Unit, told: Told, before: Fulfilment | None = None) -> Fulfilment:
    """Write a reply; the files of the one that it replaces go on with it."""
    values = {"on": told.on, "words": tidy(told.words), "people": told.people, "by": current().by}
    values |= {"report": told.report, "report_on": told.report_on if told.report else None}
    try:
        with transaction.atomic():
            made = Fulfilment.objects.create(**asked.key, unit=unit, **values)
    except IntegrityError as error:
        raise _faster(standing(asked, unit)) from error
    ReplyFile.objects.filter(fulfilment=before).update(fulfilment=made)
    if told.file:
        attaching.attach(made, told.file)
    return made
