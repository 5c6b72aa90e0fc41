"""What a story invents of one person's way: stages with their days, and the words for days on which offices work."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from candidates.calendars import holidays_around
from candidates.enums import Stage
from candidates.rules.deadlines import Calendar


@dataclass(frozen=True)
class Life:
    """One person's way: stages with their days in order, the receipt of the decision, the reason of an exit.

    ``goes_on_until`` lets the last stage go on to the ones between it and the next drawn one, no later than that day.
    """

    steps: tuple[tuple[Stage, date], ...]
    received_on: date | None = None
    exit_reason: str = ""
    goes_on_until: date | None = None

    def day(self, stage: Stage) -> date | None:
        """The day on which the person entered ``stage``."""
        return dict(self.steps).get(stage)

    def on(self, day: date) -> Stage | None:
        """The stage in which the person stands at the end of a day; None before the first."""
        return next((stage for stage, begun in reversed(self.steps) if begun <= day), None)


def working_days(year: int, month: int) -> list[date]:
    """The days of a month on which offices work."""
    days = (date(year, month, number) for number in range(1, monthrange(year, month)[1] + 1))
    calendar = Calendar(holidays_around(year))
    return [day for day in days if calendar.works(day)]


def working_day(day: date) -> date:
    """The same day or the next before it on which offices work."""
    while not Calendar(holidays_around(day.year)).works(day):
        day -= timedelta(days=1)
    return day
