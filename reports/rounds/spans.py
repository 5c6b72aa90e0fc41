"""The periods that a round may close, by name: quarters, halves, nine months, years, months."""

from datetime import date

from organizations.periods import Period, inclusive, month_last_day

# Name of a part of the year → its first and last month.
PARTS = {
    **{
        f"q{number}": (f"Quý {roman}", 3 * number - 2, 3 * number)
        for number, roman in enumerate(("I", "II", "III", "IV"), 1)
    },
    "h1": ("6 tháng đầu năm", 1, 6),
    "h2": ("6 tháng cuối năm", 7, 12),
    "9t": ("9 tháng đầu năm", 1, 9),
    "nam": ("Cả năm", 1, 12),
    **{f"t{number}": (f"Tháng {number}", number, number) for number in range(1, 13)},
}
CHOICES = [(key, label) for key, (label, _, _) in PARTS.items()]


def of(part: str, year: int) -> Period:
    """Return the period of a part of a year."""
    _, first, last = PARTS[part]
    return inclusive(date(year, first, 1), month_last_day(year, last))


def last_ended(on: date) -> tuple[str, int]:
    """Return the quarter that ended last before a day, with its year."""
    quarter = (on.month - 1) // 3
    return (f"q{quarter}", on.year) if quarter else ("q4", on.year - 1)
