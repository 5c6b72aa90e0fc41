"""Which units are late with the duties of a document, and why: causes before names, and nobody without sources among them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Q, Value

from directives import obligations, replies
from directives.enums import ObligationKind
from directives.models import Obligation, Reminded
from directives.rounds import Round, rounds
from organizations import tree
from organizations.enums import FigureKind
from organizations.models import Figure, Unit

# Of a repeating duty so many rounds are looked at, the newest first.
ROUNDS = 4
# Duties that somebody without sources cannot be late with.
ABOUT_SOURCES = frozenset({ObligationKind.REVIEW, ObligationKind.TARGETS})
_SOURCES = (FigureKind.NON_PARTY, FigureKind.NOT_YET_OF_AGE)


class Cause(StrEnum):
    """Why a unit stands in the list, as far as the records say."""

    RETURNED = "trả lời bị trả lại để làm lại, đã quá hạn mới"
    AGAIN = "đã được đôn đốc nhưng chưa trả lời"
    FIRST = "chưa trả lời, chưa được đôn đốc lần nào"
    NO_SOURCES = "đã báo không còn nguồn, không tính là chậm"


@dataclass(frozen=True)
class Overdue:
    """A unit whose term for a round is over: which term, whether its reply was returned, how often it was asked again.

    ``reply_by`` is the day before which the last letter asks for the reply, while that day is still to come.
    """

    asked: Round
    unit: Unit
    name: str
    due_on: date
    was_returned: bool
    before: int
    has_sources: bool = True
    reply_by: date | None = None

    @property
    def is_urgent(self) -> bool:
        """Say whether a letter is due: not for somebody without sources, nor while an earlier letter still runs."""
        return self.has_sources and self.reply_by is None

    @property
    def key(self) -> str:
        """How a form names it."""
        return key_of(self.asked, self.unit.code)

    @property
    def cause(self) -> Cause:
        """The cause, of which there is always one."""
        if not self.has_sources:
            return Cause.NO_SOURCES
        if self.was_returned:
            return Cause.RETURNED
        return Cause.AGAIN if self.before else Cause.FIRST


def key_of(asked: Round, code: str) -> str:
    """Return how a form names a unit before a round."""
    return f"{asked.obligation.pk}-{asked.year or 0}-{asked.part or 0}-{code}"


def overdue(duties: Iterable[Obligation], on: date, units: Iterable[Unit]) -> list[Overdue]:
    """Return who among ``units`` is late with which round on a day, by duty, then round, then code; five queries in all."""
    asked = [each for duty in duties for each in rounds(duty, on)[:ROUNDS]]
    found = _late(asked, on, units)
    if not found:
        return []
    reached = {unit for _, unit in found}
    named = {unit.pk: unit for unit in Unit.objects.filter(pk__in=reached).annotate(name=tree.name_on(on, "pk"))}
    stands = replies.standings([asked[place] for place in {place for place, _ in found}], on, reached)
    letters, without = _letters(asked, on), _without_sources(reached, on)
    lines = []
    for place, unit in found:
        each = asked[place]
        sent = letters.get((each.obligation.pk, each.year, each.part, unit), ())
        has_sources = each.obligation.kind not in ABOUT_SOURCES or unit not in without
        lines.append(_line(each, named[unit], stands[each, unit], sent, on, has_sources=has_sources))
    return sorted(lines, key=lambda each: (asked.index(each.asked), each.unit.code))


def by_cause(lines: Iterable[Overdue]) -> dict[Cause, list[Overdue]]:
    """Part lines by their cause, the causes in their order; causes of nobody are left out."""
    found = list(lines)
    return {cause: rows for cause in Cause if (rows := [each for each in found if each.cause == cause])}


def _letters(asked: Sequence[Round], on: date) -> dict[tuple, list[date | None]]:
    """By duty, round and unit, the letters issued by a day: before when each asks for the reply. A draft asks nobody."""
    duties = {each.obligation.pk for each in asked}
    rows = Reminded.objects.filter(obligation__in=duties, reminder__void=False, reminder__issued_on__lte=on)
    found = defaultdict(list)
    for *key, reply_by in rows.values_list("obligation", "year", "part", "unit", "reminder__reply_by"):
        found[tuple(key)].append(reply_by)
    return found


def _late(asked: Sequence[Round], on: date, units: Iterable[Unit]) -> list[tuple[int, int]]:
    """Pairs of the place of a round and the key of a unit."""
    singly = [_of_round(place, each, on, units) for place, each in enumerate(asked)]
    return list(singly[0].union(*singly[1:], all=True)) if singly else []


def _of_round(place: int, asked: Round, on: date, units: Iterable[Unit]):
    bound = obligations.bound_units(asked.obligation, on).filter(pk__in=units.order_by().values("pk"))
    return obligations.late(asked, on, bound).order_by().values_list(Value(place), "pk")


def _line(
    asked: Round, unit: Unit, stands: replies.Standing, sent: Sequence[date | None], on: date, *, has_sources: bool
) -> Overdue:
    running = [day for day in sent if day and day > on]
    return Overdue(
        asked=asked,
        unit=unit,
        name=unit.name or unit.code,
        due_on=stands.due_on,
        was_returned=stands.returned is not None,
        before=len(sent),
        has_sources=has_sources,
        reply_by=max(running, default=None),
    )


def _without_sources(units: Iterable[int], on: date) -> set[int]:
    """Those whose newest figure of people who could still be admitted, as they reported it by the day, is nobody."""
    told = Figure.objects.filter(kind__in=_SOURCES, unit__in=units, in_force=True, on__lte=on)
    known = told.filter(Q(said_on=None) | Q(said_on__lte=on))
    newest = known.order_by("unit", "-on", "-pk").distinct("unit").values_list("unit", "value")
    return {unit for unit, value in newest if value == 0}
