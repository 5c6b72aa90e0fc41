"""Writes of letters that ask late units again: drafting one, its number once the registry gave it, taking a draft back."""

from collections.abc import Sequence
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import F

from directives import keepers
from directives.models import Directive, Reminded, Reminder
from directives.overdue import Cause, Overdue
from organizations.access import Reach
from organizations.acting import acting, current
from organizations.enums import Deed
from organizations.errors import Conflict, NotAllowed, Refused
from organizations.formats import date_vn, tidy


def draft(
    directive: Directive, lines: Sequence[Overdue], reply_by: date | None, *, own: Reach, today: date
) -> Reminder:
    """Draft a letter to the chosen late units, inside ``acting``; nothing is sent, number and day stay open."""
    act = current()
    _check(lines, reply_by, own, today)
    unit = keepers.kept_by(lines[0].asked.obligation)
    made = Reminder.objects.create(directive=directive, unit=unit, on=today, reply_by=reply_by, by=act.by)
    for each in lines:
        Reminded.objects.create(
            reminder=made,
            **each.asked.key,
            unit=each.unit,
            due_on=each.due_on,
            was_returned=each.was_returned,
            before=each.before,
        )
    return made


def record_issue(reminder: Reminder, number: str, issued_on: date, *, own: Reach, today: date, version: int) -> None:
    """Record under which number and on which day the letter went out, inside ``acting``; from then on it counts."""
    check_may(own, reminder)
    if issued_on > today:
        raise Refused(f"Ngày ban hành {date_vn(issued_on)} chưa đến (đang xem tại ngày {date_vn(today)}).")
    if issued_on < reminder.on:
        raise Refused(f"Ngày ban hành {date_vn(issued_on)} trước ngày soạn {date_vn(reminder.on)}; hãy kiểm tra lại.")
    try:
        with transaction.atomic():
            _change(reminder, version, number=tidy(number), issued_on=issued_on)
    except IntegrityError as error:
        other = Reminder.objects.filter(unit=reminder.unit, number=tidy(number), issued_on=issued_on).first()
        raise Refused(
            f"Số {tidy(number)} ngày {date_vn(issued_on)} đã ghi cho công văn đôn đốc soạn ngày {date_vn(other.on)}; hãy "
            "kiểm tra lại số."
        ) from error


def take_back(reminder: Reminder, reason: str, *, own: Reach, version: int) -> None:
    """Take a letter back, inside ``acting``: a draft that was not sent, or one recorded by mistake; it counts no more."""
    check_may(own, reminder)
    act = current()
    with acting(act.by, act.deed, tidy(reason)):
        _change(reminder, version, void=True, void_reason=tidy(reason))


def check_may(own: Reach, reminder: Reminder) -> None:
    """Raise NotAllowed with a sentence when somebody else's letter it is."""
    if not keepers.covers(own, Deed.KEEP_DOCUMENTS, reminder.unit):
        raise NotAllowed(f"Vai trò của đồng chí không có quyền “{Deed.KEEP_DOCUMENTS.label}” tại tổ chức đảng này.")


def _check(lines: Sequence[Overdue], reply_by: date | None, own: Reach, today: date) -> None:
    if not lines:
        raise Refused("Hãy chọn ít nhất một đơn vị để đôn đốc.")
    for each in lines:
        keepers.check_keeps(own, each.asked.obligation)
        if each.cause == Cause.NO_SOURCES:
            raise Refused(f"{each.name} đã báo không còn nguồn nên không đôn đốc là chậm; hãy bỏ chọn đơn vị này.")
    if len({keepers.kept_by(each.asked.obligation) for each in lines}) > 1:
        raise Refused("Các nhiệm vụ đã chọn do hai nơi theo dõi; mỗi nơi một công văn, hãy chọn lại.")
    if reply_by and reply_by <= today:
        raise Refused(f"Hạn trả lời {date_vn(reply_by)} phải sau ngày soạn {date_vn(today)}.")


def _change(reminder: Reminder, version: int, **values: object) -> None:
    unchanged = Reminder.objects.filter(pk=reminder.pk, version=version)
    if not unchanged.update(**values, version=F("version") + 1):
        now = Reminder.ever.get(pk=reminder.pk)
        raise Conflict("Công văn này vừa được người khác sửa. Hãy xem lại; nếu vẫn cần thì gửi lại.", now.version)
