"""Days as letters write them: 22/9/2014, 22-9-2014, ngày 22 tháng 9 năm 2014."""

import calendar
import re
from datetime import date

from . import numbers

SHORT = r"(?<![\d/])\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}(?!\d)"
LONG = r"\d{1,2} tháng \d{1,2}\s*(?:năm |/|-)\d{4}"
_AFTER_TEN = r"(?: (?:mốt|một|hai|ba|bốn|tư|lăm|năm|sáu|bảy|tám|chín))?"
_TWO = rf"(?:(?:hai|ba) mươi{_AFTER_TEN}|mười{_AFTER_TEN})"
_ONE = r"(?:mồng |mùng )?(?:một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín)"
_YEAR = rf"(?:\d{{4}}|hai (?:nghìn|ngàn)(?: không trăm)?(?: (?:linh|lẻ))? (?:{_TWO}|{_ONE}))"
IN_WORDS = rf"(?:{_TWO}|{_ONE}) tháng (?:giêng|chạp|mười(?: một| hai)?|{_ONE})\s*năm {_YEAR}"
DAY = rf"(?:{SHORT}|{LONG}|{IN_WORDS})"
_MONTHS = {"giêng": 1, "chạp": 12}
_SPOKEN = re.compile(r"(?:m[ồù]ng )?(.+?) tháng (?:mồng )?(.+?) năm (\d{4}|hai (?:nghìn|ngàn) .+)")
YEARS = range(1930, 2101)


def read(text: str) -> date | None:
    """Return the day of a text that DAY matched; None where the calendar has no such day."""
    if not text[:1].isdigit():
        return _of_words(text)
    parts = [int(part) for part in re.findall(r"\d+", text)[:3]]
    return day(*parts) if len(parts) == 3 else None


def day(number: int, month: int, year: int) -> date | None:
    """Return a day, or None where there is none such."""
    if year not in YEARS or not 1 <= month <= 12 or not 1 <= number <= 31:
        return None
    return date(year, month, number) if number <= calendar.monthrange(year, month)[1] else None


def _of_words(text: str) -> date | None:
    """ "mười hai tháng năm năm 2025": what stands before "tháng", between it and the last "năm" before a year, and after."""
    found = _SPOKEN.fullmatch(" ".join(text.split()))
    if not found:
        return None
    number, month, year = (_MONTHS.get(each) or numbers.value(each) for each in found.groups())
    return day(int(number), int(month), int(year)) if number and month and year else None


def month_end(month: int, year: int) -> date | None:
    """Return the last day of a month."""
    if year not in YEARS or not 1 <= month <= 12:
        return None
    return date(year, month, calendar.monthrange(year, month)[1])
