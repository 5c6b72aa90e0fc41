"""How a term stands on a day: the one place that says "late".

A term by a value that nobody confirmed or that was corrected to another one since, or one that was counted before the calendar
of its year was official, is to be checked, never late.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import reduce
from operator import and_

from django.db.models import Q, Value
from django.db.models.lookups import GreaterThanOrEqual, LessThan, LessThanOrEqual

from candidates import firmness
from candidates.models import Parameter, StageEntry
from candidates.models.stage import TERM
from candidates.rules.sources import UNCONFIRMED

SOON_DAYS = 15
# The values by which a term runs: how long, from when, and how much longer.
RULES = ("due_rule", "due_from", "extension_rule")


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
    """Say how the term of an entry stands."""
    return of_day(entry.term, today, doubt(entry)) if entry.term else Stand(Lateness.WAITING, "")


def of_day(term: date, today: date, against: str = "") -> Stand:
    """Say how a term stands; ``against``: why it is not firm (``doubt``), empty where it is."""
    late = (today - term).days
    if late > 0 and against:
        return Stand(Lateness.CHECK, f"Cần kiểm tra: {against} đã qua {late} ngày")
    if late > 0:
        return Stand(Lateness.LATE, f"Quá hạn {late} ngày")
    if -late <= SOON_DAYS:
        return Stand(Lateness.SOON, "Đến hạn hôm nay" if late == 0 else f"Còn {-late} ngày")
    return Stand(Lateness.WAITING, "Trong hạn")


def doubt(entry: StageEntry) -> str:
    """Say why the term of an entry is not firm: a value by which it runs, or its calendar; empty where it is."""
    if against := next(filter(None, map(of_rule, rules(entry))), ""):
        return against
    return f"hạn tính khi lịch nghỉ năm {entry.term.year} chưa chính thức" if entry.due_provisional else ""


def rules(entry: StageEntry) -> Iterator[Parameter]:
    """Return the values by which the term of an entry runs."""
    return (rule for name in RULES if (rule := getattr(entry, name)))


def of_rule(rule: Parameter | None) -> str:
    """Say why a term by a value is not firm; empty where it is."""
    against = firmness.doubt(rule)
    return f"hạn {'' if against == UNCONFIRMED else 'theo giá trị '}{against}" if against else ""


def read(entries: Iterable[StageEntry]) -> None:
    """Ask at once for what ``doubt`` needs to know of many entries."""
    firmness.read(rule for entry in entries for rule in rules(entry))


def condition(state: Lateness, on: date) -> Q:
    """Return the condition of a state on stage entries, the same as ``of_entry`` says of each."""
    passed = Q(LessThan(TERM, Value(on)))
    firm = reduce(and_, map(_firm, RULES), Q(due_provisional=False))
    soon = Q(LessThanOrEqual(TERM, Value(on + timedelta(days=SOON_DAYS))))
    return {
        Lateness.LATE: passed & firm,
        Lateness.CHECK: passed & ~firm,
        Lateness.SOON: Q(GreaterThanOrEqual(TERM, Value(on))) & soon,
        Lateness.WAITING: Q(LessThan(Value(on + timedelta(days=SOON_DAYS)), TERM)),
    }[state]


def _firm(rule: str) -> Q:
    return Q(**{f"{rule}__isnull": True}) | firmness.firm(rule)
