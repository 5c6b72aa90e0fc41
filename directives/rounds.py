"""The rounds of a duty: one for all time, or one for each month, quarter, half or year of a repeating one."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from directives.enums import Repeats
from directives.models import Obligation
from organizations.periods import same_day

YEAR, PART = "nam", "ky"
_QUARTERS = ("I", "II", "III", "IV")
_HALVES = ("đầu", "cuối")


@dataclass(frozen=True)
class Round:
    """One asking of a duty: ``year`` is that of a repeating one, ``part`` its month, quarter or half where there are several."""

    obligation: Obligation
    year: int | None = None
    part: int | None = None

    @property
    def key(self) -> dict[str, object]:
        """The columns by which replies, rulings and reminders belong to this round."""
        return {"obligation": self.obligation, "year": self.year, "part": self.part}

    @property
    def due_on(self) -> date | None:
        """The day by which this round is due; None where the text names none."""
        due = self.obligation.due_on
        if due is None or self.year is None or not self.obligation.months:
            return due
        return _shifted(
            due, (_number(self.obligation, self._begins) - _first(self.obligation)) * self.obligation.months
        )

    @property
    def first_day(self) -> date:
        """The first day on which this round can be done."""
        begun = self.obligation.from_on
        return max(begun, self._begins) if self.year else begun

    @property
    def words(self) -> str:
        """What the round is called: năm 2021, tháng 5/2021, quý II/2021, 6 tháng đầu năm 2021; "" for a duty asked once."""
        if self.year is None:
            return ""
        place = (self.part or 1) - 1
        return {
            Repeats.MONTHLY: lambda: f"tháng {self.part}/{self.year}",
            Repeats.QUARTERLY: lambda: f"quý {_QUARTERS[place]}/{self.year}",
            Repeats.HALF_YEARLY: lambda: f"6 tháng {_HALVES[place]} năm {self.year}",
        }.get(self.obligation.rhythm, lambda: f"năm {self.year}")()

    @property
    def query(self) -> str:
        """The part of an address that names this round: "?nam=2021&ky=5"; "" for a duty asked once."""
        if self.year is None:
            return ""
        return f"?{YEAR}={self.year}" + (f"&{PART}={self.part}" if self.part else "")

    @property
    def _begins(self) -> date:
        return date(self.year, ((self.part or 1) - 1) * self.obligation.months + 1, 1)


def rounds(obligation: Obligation, on: date) -> list[Round]:
    """Return the rounds asked up to a day, the newest first; none before the duty begins, none that began after it ended."""
    if on < obligation.from_on:
        return []
    if not obligation.months:
        return [Round(obligation)]
    last = _number(obligation, on)
    asked = [_round(obligation, number) for number in range(last, _first(obligation) - 1, -1)]
    return [each for each in asked if obligation.until is None or each.first_day < obligation.until]


def has_ended(obligation: Obligation, on: date) -> bool:
    """Say whether a duty is no longer asked on a day: nobody is late with it any more."""
    return obligation.until is not None and obligation.until <= on


def _round(obligation: Obligation, number: int) -> Round:
    year, place = divmod(number, 12 // obligation.months)
    return Round(obligation, year, None if obligation.months == 12 else place + 1)


def _number(obligation: Obligation, on: date) -> int:
    """The rounds counted from the year 0 on, so that two of them can be compared."""
    return on.year * (12 // obligation.months) + (on.month - 1) // obligation.months


def _first(obligation: Obligation) -> int:
    return _number(obligation, obligation.from_on)


def _shifted(day: date, months: int) -> date:
    """The same day so many months later; the last day of a month stays the last one, 29 February as everywhere."""
    if months % 12 == 0:
        return same_day(day, day.year + months // 12)
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last, was_last = monthrange(year, month + 1)[1], monthrange(day.year, day.month)[1] == day.day
    return date(year, month + 1, last if was_last else min(day.day, last))
