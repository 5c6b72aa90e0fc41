"""Writes of the working calendar: a day that differs from the law, taking it back, confirming a year.

All run inside ``acting`` and need Deed.KEEP_RULES over a province: the calendar is the nation's. A mistaken row is marked void
and recorded anew. Days that are stored with a step stay as they were counted.
"""

from datetime import date

from candidates import calendars, regimes
from candidates.enums import DayKind
from candidates.models import DayCorrection, HolidayYear
from candidates.rules.deadlines import Calendar
from organizations import turns
from organizations.access import Reach
from organizations.acting import acting, current
from organizations.errors import NotAllowed, Refused
from organizations.formats import date_vn, tidy


def correct_day(day: date, kind: str, source: str, *, own: Reach) -> DayCorrection:
    """Record that a day is off, or worked, against what the calendar says; Refused where it says so already."""
    _hold(own)
    law = calendars.law_year(day.year)
    if same := DayCorrection.objects.filter(day=day).first():
        raise Refused(
            f"Ngày {date_vn(day)} đã được sửa thành “{same.get_kind_display().lower()}” theo {same.source}; "
            "nếu dòng đó ghi nhầm, hãy hủy dòng đó trước rồi ghi lại."
        )
    if Calendar(law.off.keys(), law.worked).works(day) == (kind == DayKind.WORKED):
        what = "làm việc" if kind == DayKind.WORKED else "nghỉ"
        raise Refused(f"Ngày {date_vn(day)} đã là ngày {what} trong lịch; không cần sửa.")
    return DayCorrection.objects.create(day=day, kind=kind, source=tidy(source))


def take_back_day(correction: DayCorrection, reason: str, *, own: Reach) -> None:
    """Mark a mistaken correction as void: the day is again what the law makes it; the reason stays in the audit."""
    _hold(own)
    if not reason.strip():
        raise Refused("Cần ghi lý do hủy.")
    act = current()
    with acting(act.by, act.deed, tidy(reason)):
        if not DayCorrection.objects.filter(pk=correction.pk).update(void=True):
            raise Refused("Dòng này đã được hủy trước đó; hãy tải lại trang.")


def confirm_year(year: int, source: str, *, own: Reach, today: date) -> HolidayYear:
    """Record that the calendar of a year was compared with the announcement ``source``."""
    _hold(own)
    calendars.law_year(year)
    if done := HolidayYear.objects.filter(year=year).first():
        raise Refused(
            f"Lịch nghỉ năm {year} đã được {done.confirmed_by} xác nhận ngày {date_vn(done.confirmed_on)}, theo {done.source}."
        )
    return HolidayYear.objects.create(year=year, source=tidy(source), confirmed_by=current().by, confirmed_on=today)


def _hold(own: Reach) -> None:
    """Check the right, and let changes of the calendar come one after the other."""
    current()
    if not regimes.keeps_national(own):
        raise NotAllowed(regimes.ONLY_THE_PROVINCE)
    turns.take("calendar")
