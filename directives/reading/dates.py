"""Days as letters write them: 22/9/2014, 22-9-2014, ngày 22 tháng 9 năm 2014."""

import calendar
import re
from datetime import date

SHORT = r"(?<![\d/])\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}(?!\d)"
LONG = r"\d{1,2} tháng \d{1,2}\s*(?:năm |/|-)\d{4}"
DAY = rf"(?:{SHORT}|{LONG})"
YEARS = range(1930, 2101)


def read(text: str) -> date | None:
    """Return the day of a text that DAY matched; None where the calendar has no such day."""
    parts = [int(part) for part in re.findall(r"\d+", text)[:3]]
    return day(*parts) if len(parts) == 3 else None


def day(number: int, month: int, year: int) -> date | None:
    """Return a day, or None where there is none such."""
    if year not in YEARS or not 1 <= month <= 12 or not 1 <= number <= 31:
        return None
    return date(year, month, number) if number <= calendar.monthrange(year, month)[1] else None


def month_end(month: int, year: int) -> date | None:
    """Return the last day of a month."""
    if year not in YEARS or not 1 <= month <= 12:
        return None
    return date(year, month, calendar.monthrange(year, month)[1])
