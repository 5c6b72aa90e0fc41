"""How a term stands on a day: the one place that says "late".

A term by a rule that nobody confirmed, or in a year without an official calendar, is to be checked, never late.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.db.models import Q, Value
from django.db.models.lookups import GreaterThanOrEqual, LessThan, LessThanOrEqual

from candidates import calendars
from candidates.models import Parameter, StageEntry
from candidates.models.stage import TERM

SOON_DAYS = 15


class Lateness(StrEnum):
    """The states of a term."""

    LATE = "late"
    CHECK = "check"
    SOON = "soon"
    WAITING = "waiting"


# The colour of each state.
COLOURS = {Lateness.CHECK: "soon"}


@dataclass(frozen=True)
class Stand:
    """The state of a term on a day, in words; empty where there is no term."""

    state: Lateness
    words: str

    @property
    def colour(self) -> str:
        """The colour of the badge: late, soon or waiting."""
        return COLOURS.get(self.state, self.state.value)


def of_entry(entry: StageEntry, today: date) -> Stand:
    """Say how the term of an entry stands (its ``calendar_told`` from ``calendars.with_calendar``)."""
    if entry.term is None:
        return Stand(Lateness.WAITING, "")
    return of_day(entry.term, today, is_firm=rests_on_confirmed(entry), is_told=entry.calendar_told)


def of_day(term: date, today: date, *, is_firm: bool, is_told: bool = True) -> Stand:
    """Say how a term stands; ``is_firm``: its rule is confirmed; ``is_told``: the calendar of its year is official."""
    late = (today - term).days
    if late > 0 and not (is_firm and is_told):
        what = "hạn chưa xác nhận" if not is_firm else f"lịch nghỉ năm {term.year} chưa chính thức, hạn tạm tính"
        return Stand(Lateness.CHECK, f"Cần kiểm tra: {what} đã qua {late} ngày")
    if late > 0:
        return Stand(Lateness.LATE, f"Quá hạn {late} ngày")
    if -late <= SOON_DAYS:
        return Stand(Lateness.SOON, "Đến hạn hôm nay" if late == 0 else f"Còn {-late} ngày")
    return Stand(Lateness.WAITING, "Trong hạn")


def is_firm(rule: Parameter | None) -> bool:
    """Say whether somebody competent confirmed a rule, and nobody corrected it since."""
    return rule is not None and rule.confirmed_by_id is not None and not rule.void


def rests_on_confirmed(entry: StageEntry) -> bool:
    """Say whether the rule of the term of an entry is confirmed, and that of its extension where there is one."""
    return is_firm(entry.due_rule) and (entry.extended_to is None or is_firm(entry.extension_rule))


def condition(state: Lateness, on: date) -> Q:
    """Return the condition of a state on stage entries, the same as ``of_entry`` says of each."""
    passed = Q(LessThan(TERM, Value(on)))
    firm = _confirmed("due_rule") & (Q(extended_to__isnull=True) | _confirmed("extension_rule")) & calendars.told()
    soon = Q(LessThanOrEqual(TERM, Value(on + timedelta(days=SOON_DAYS))))
    return {
        Lateness.LATE: passed & firm,
        Lateness.CHECK: passed & ~firm,
        Lateness.SOON: Q(GreaterThanOrEqual(TERM, Value(on))) & soon,
        Lateness.WAITING: Q(LessThan(Value(on + timedelta(days=SOON_DAYS)), TERM)),
    }[state]


def _confirmed(rule: str) -> Q:
    return Q(**{f"{rule}__confirmed_by__isnull": False, f"{rule}__void": False})
