"""How many begin in the weeks ahead: the pace of the last two years with the months of the year."""

from collections.abc import Iterable, Sequence

from directives.forecast import seasons
from directives.forecast.months import MONTHS, Months
from directives.forecast.spells import WEEK

# Those who begin are counted over so many weeks before the day.
LOOKED_BACK = 104


def season(days: Iterable[int], calendar: Months, on: int) -> list[float]:
    """Return the factor of each month, over all whole years before the day, three at the most."""
    days, began = list(days), [0.0] * MONTHS
    years = min(3, (on - min(days, default=on)) // 365)
    for day in days:
        if on - 365 * years < day:
            began[calendar.of(day)[0] % MONTHS] += 1
    return seasons.of_beginnings(began, years)


def coming(
    days: Iterable[int], months: Sequence[float], on: int, first: int, last: int, weeks: int = LOOKED_BACK
) -> list[tuple[int, float]]:
    """Return how many are expected to come, for the middle of each week of a period, by the pace of so many weeks."""
    weekly = sum(on - weeks * WEEK < day for day in days) / weeks
    calendar, found = Months(), []
    for day in range(first, last + 1, WEEK):
        length = min(WEEK, last + 1 - day)
        middle = day + length // 2
        found.append((middle, weekly * length / WEEK * months[calendar.of(middle)[0] % MONTHS]))
    return found
