"""The days of the story: when work stood still, on which days ceremonies gather, on which days bodies meet."""

from calendar import monthrange
from datetime import date, timedelta
from random import Random

from reports.demo.lives import working_day

FIRST, LAST = date(2016, 9, 1), date(2024, 12, 31)
# Days around which ceremonies gather: founding of the Party, Uncle Hồ's birthday, National Day, the army's day.
FEASTS = ((2, 3), (5, 19), (9, 2), (12, 22))
# National distancing, and the weeks around it in which few bodies met; the share of meetings that was held.
_SPRING_2020 = {(2020, 3): 0.5, (2020, 4): 0.05, (2020, 5): 0.6}
_SECOND_WAVE = ((2021, 5), (2021, 6), (2021, 7), (2021, 8), (2021, 9), (2021, 10))
Month = tuple[int, int]


def months() -> list[Month]:
    """All months of the story in order."""
    return [
        (year, month)
        for year in range(FIRST.year, LAST.year + 1)
        for month in range(1, 13)
        if (FIRST.year, FIRST.month) <= (year, month)
    ]


def closures(random: Random, districts: int) -> list[dict[Month, float]]:
    """For each district the months in which only a share of meetings was held: one wave for all, one that went around."""
    return [_SPRING_2020 | _waves(random) for _ in range(districts)]


def _waves(random: Random) -> dict[Month, float]:
    start, length = random.randint(0, 2), random.randint(2, 4)
    return {month: random.choice((0.05, 0.1, 0.4)) for month in _SECOND_WAVE[start : start + length]}


def day_of(month: Month, number: int) -> date:
    """A day of a month on which offices work: the given one, or the last before it."""
    year, place = month
    return working_day(date(year, place, min(number, monthrange(year, place)[1])))


def feast_after(day: date, within: int) -> date | None:
    """The next feast between a week and ``within`` days after ``day``; None where there is none."""
    feasts = (date(year, *feast) for year in (day.year, day.year + 1) for feast in FEASTS)
    return next((each for each in feasts if 7 <= (each - day).days <= within), None)


def later(day: date, days: float) -> date:
    """A working day about so many days later."""
    return working_day(day + timedelta(days=round(days)))
