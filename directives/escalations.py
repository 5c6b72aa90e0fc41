"""What of late duties is put before the superior: proposed after a second letter, released or dropped by a person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Q, QuerySet

from directives import keepers, obligations, register, replies
from directives.models import Escalation, Obligation, Reminded
from directives.obligations import State
from directives.rounds import Round
from organizations import tree
from organizations.access import Reach
from organizations.enums import Deed
from organizations.models import Unit

# After so many letters the system proposes it, and again after each further one.
LETTERS = 2


@dataclass(frozen=True)
class Proposal:
    """A unit still late after so many letters, the last of them issued on a day."""

    asked: Round
    unit: Unit
    name: str
    due_on: date
    reminders: int


@dataclass(frozen=True)
class Put:
    """Something that a person released or dropped, with the name of the unit and how it stands now."""

    row: Escalation
    asked: Round
    name: str
    state: State


def proposals(own: Reach, on: date) -> list[Proposal]:
    """Return what waits for a person to release or drop: units of the reach, still late, nobody decided since that letter."""
    found = _reminded(own, on)
    if not found:
        return []
    asked = _rounds(row[:3] for row in found)
    stands = replies.standings(list(asked.values()), on, {unit for *_, unit, _ in found})
    decided = set(Escalation.objects.values_list("obligation", "year", "part", "unit", "reminders"))
    open_now = [
        (asked[row[:3]], row[3], row[4])
        for row in found
        if row not in decided and row[:3] in asked and stands[asked[row[:3]], row[3]].state(on) == State.LATE
    ]
    named = _named([unit for _, unit, _ in open_now], on)
    return [
        Proposal(each, named[unit], named[unit].name or named[unit].code, stands[each, unit].due_on, times)
        for each, unit, times in open_now
    ]


def proposal(own: Reach, asked: Round, unit: Unit, on: date) -> Proposal | None:
    """Return what is proposed for one unit and round; None where nothing is."""
    return next((each for each in proposals(own, on) if (each.asked, each.unit) == (asked, unit)), None)


def released(own: Reach, on: date) -> list[Put]:
    """Return what was put before units whose documents the person keeps or that it leads, and is still late; newest first."""
    mine = own.units(Deed.ESCALATE) | own.units(Deed.KEEP_DOCUMENTS)
    rows = Escalation.objects.filter(released=True, on__lte=on, to__in=mine)
    return [each for each in _put(rows, on) if each.state == State.LATE]


def decided(own: Reach, on: date) -> list[Put]:
    """Return what was decided of units of the reach, released or dropped, whatever became of it; newest first."""
    seen = obligations.within(own, Deed.SEE_DOCUMENTS).values("pk")
    known = {"obligation__directive__in": register.seen(own)}
    return _put(Escalation.objects.filter(on__lte=on, unit__in=seen, **known), on)


def superior(duty: Obligation, on: date) -> Unit:
    """Return before whom a late duty is put: the unit above the one that follows it; at the top that one itself."""
    keeper = keepers.kept_by(duty)
    version = tree.version(keeper, on)
    return (version.parent if version else None) or keeper


def _put(rows: QuerySet[Escalation], on: date) -> list[Put]:
    found = list(rows.annotate(name=tree.name_on(on)).select_related("by", "unit", "to"))
    asked = _rounds((row.obligation_id, row.year, row.part) for row in found)
    stands = replies.standings(list(asked.values()), on, {row.unit_id for row in found}) if found else {}
    known = [(row, asked.get((row.obligation_id, row.year, row.part))) for row in found]
    return [
        Put(row, each, row.name or row.unit.code, stands[each, row.unit_id].state(on)) for row, each in known if each
    ]


def _reminded(own: Reach, on: date) -> list[tuple]:
    """Duty, round, unit and the number of letters issued by a day, where these are enough and one may know of the duty.

    A letter that asks for a reply before a later day is waited for.
    """
    mine = {"unit__in": obligations.within(own, Deed.ESCALATE).values("pk")}
    known = {"obligation__directive__in": register.seen(own)}
    sent = Reminded.objects.filter(reminder__void=False, reminder__issued_on__lte=on, **mine, **known)
    counted = sent.order_by().values_list("obligation", "year", "part", "unit").annotate(times=Count("pk"))
    open_now = Q(last_day=None) | Q(last_day__lte=on)
    waited = counted.alias(last_day=Max("reminder__reply_by")).filter(open_now, times__gte=LETTERS)
    return list(waited.order_by("obligation", "year", "part", "unit"))


def _rounds(keys: Iterable[tuple]) -> dict[tuple, Round]:
    wanted = set(keys)
    duties = keepers.loaded(Obligation.objects.filter(pk__in={key[0] for key in wanted})).in_bulk()
    return {key: Round(duties[key[0]], key[1], key[2]) for key in wanted if key[0] in duties}


def _named(units: list[int], on: date) -> dict[int, Unit]:
    return Unit.objects.annotate(name=tree.name_on(on, "pk")).in_bulk(units)
