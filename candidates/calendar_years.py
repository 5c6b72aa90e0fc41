"""A year of the working calendar as a page shows it: days off, days worked instead, by law or by correction."""

from dataclasses import dataclass
from datetime import date

from candidates import calendars
from candidates.enums import DayKind
from candidates.models import DayCorrection, HolidayYear

WORKED = "Làm bù cho ngày nghỉ khác"
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


@dataclass(frozen=True)
class Day:
    """A day of the calendar; ``replaced`` says that a correction stands against it, ``correction`` that it is one."""

    day: date
    kind: DayKind
    words: str
    correction: DayCorrection | None = None
    replaced: bool = False

    @property
    def weekday(self) -> str:
        """The day of the week in words."""
        return _WEEKDAYS[self.day.weekday()]


@dataclass(frozen=True)
class YearShown:
    """A year: its days in order, who confirmed it (None: nobody), and whether it lies within the years of announced swaps."""

    year: int
    days: tuple[Day, ...]
    confirmed: HolidayYear | None
    is_announced: bool

    @property
    def is_told(self) -> bool:
        """Say whether terms of this year are firm."""
        return self.is_announced or self.confirmed is not None

    @property
    def state_words(self) -> str:
        """Say how sure the calendar of the year is."""
        if self.confirmed:
            return "Lịch nghỉ đã đối chiếu với văn bản công bố."
        if self.is_announced:
            return (
                "Lịch nghỉ tính theo luật và các ngày hoán đổi có sẵn trong hệ thống, có thể chưa đủ; "
                "hãy đối chiếu với thông báo của năm."
            )
        return (
            f"Chưa có lịch nghỉ chính thức của năm {self.year}: ngày nghỉ dưới đây là theo luật, chưa có ngày hoán đổi. "
            "Hạn tính vào năm này trước khi có xác nhận được đánh dấu “cần kiểm tra”, không báo quá hạn."
        )


def shown(year: int) -> YearShown:
    """Return a year with every day that differs from an ordinary week; raises Refused outside the years that are known."""
    law = calendars.law_year(year)
    corrected = {each.day: each for each in DayCorrection.objects.filter(day__year=year)}
    off = [Day(day, DayKind.OFF, words, replaced=day in corrected) for day, words in law.off.items()]
    worked = [Day(day, DayKind.WORKED, WORKED, replaced=day in corrected) for day in law.worked]
    changed = [Day(each.day, DayKind(each.kind), each.source, each) for each in corrected.values()]
    days = sorted([*off, *worked, *changed], key=lambda each: (each.day, each.correction is not None))
    confirmed = HolidayYear.objects.select_related("confirmed_by").filter(year=year).first()
    return YearShown(year, tuple(days), confirmed, year <= calendars.ANNOUNCED)
