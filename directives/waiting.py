"""Duties that wait for a person: what the desk shows, one line for each round of a duty."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q

from directives import keepers, obligations, register, replies
from directives.enums import ORGANISATION_BOUNDS
from directives.models import Binding, Obligation
from directives.obligations import Round, State
from organizations import tree
from organizations.access import Reach
from organizations.enums import Deed
from organizations.models import Unit, UnitAncestry

LENGTH = 30
ROUNDS = 2


@dataclass(frozen=True)
class Waiting:
    """A round of a duty that units of a person have not done; ``only`` is the one unit where it is a single one.

    ``due_on`` is the round's term, or the one unit's own new one after its reply was returned; of several new ones none.
    """

    asked: Round
    units: int
    only: str
    only_name: str
    state: State
    due_on: date | None

    @property
    def obligation(self) -> Obligation:
        """The duty."""
        return self.asked.obligation


def waiting(own: Reach, on: date) -> tuple[Waiting, ...]:
    """Return at most LENGTH rounds that wait for this person: the nearest to the unit says that it is done; late ones first.

    Of a yearly duty the present year and the one before are asked.
    """
    units = own.nearest_units(Deed.MAKE_KNOWN)
    asked = [each for duty in _begun(own, on) for each in obligations.rounds(duty, on)[:ROUNDS]]
    counted = zip(asked, obligations.tally(asked, on, units), strict=True)
    left = sorted(((each, tally) for each, tally in counted if tally.left), key=lambda pair: _pressing(pair[0], on))
    shown = left[:LENGTH]
    named = _named({tally.first_left for _, tally in shown if tally.left == 1}, on)
    again = _again([(each, named[tally.first_left]) for each, tally in shown if tally.left == 1], shown, on)
    return tuple(_waiting(each, tally, named, again, on) for each, tally in shown)


def _begun(own: Reach, on: date) -> list[Obligation]:
    """The duties that may bind a unit of the person: those from above, and those of organisations; none that ended."""
    reached = own.units(Deed.MAKE_KNOWN)
    above = UnitAncestry.objects.on(on).filter(unit__in=reached, ancestor=OuterRef("unit"))
    further = Binding.objects.filter(Q(Exists(above)) | Q(bound__in=ORGANISATION_BOUNDS), obligation=OuterRef("pk"))
    may_bind = Q(Exists(above)) | Q(bound__in=ORGANISATION_BOUNDS) | Q(Exists(further)) | _of_own_organisations(own)
    lasting = Q(until=None) | Q(until__gt=on)
    known = Obligation.objects.filter(may_bind, lasting, from_on__lte=on, directive__in=register.seen(own))
    return list(keepers.loaded(known).order_by("pk"))


def _of_own_organisations(own: Reach) -> Q:
    """Duties of an organisation itself that the person answers for."""
    reached = own.organisations(Deed.MAKE_KNOWN).values("pk")
    named = Binding.objects.filter(unit__in=reached, obligation=OuterRef("pk"))
    return Q(unit__in=reached) | Q(Exists(named))


def _pressing(asked: Round, on: date) -> tuple:
    return (asked.due_on is None, asked.due_on or on, asked.obligation.pk, -(asked.year or 0))


def _named(codes: set[str], on: date) -> dict[str, Unit]:
    return {unit.code: unit for unit in Unit.objects.filter(code__in=codes).annotate(name=tree.name_on(on, "pk"))}


def _again(alone: Sequence[tuple[Round, Unit]], shown: Sequence[tuple], on: date) -> dict[Round, date | None]:
    """The new terms of single units whose replies were returned, by round; read only where there are any."""
    returned = {each for each, tally in shown if _state(each, tally, on) == State.RETURNED}
    wanted = [(each, unit) for each, unit in alone if each in returned]
    if not wanted:
        return {}
    stands = replies.standings([each for each, _ in wanted], on, {unit.pk for _, unit in wanted})
    return {each: stands[each, unit.pk].due_on for each, unit in wanted}


def _waiting(asked: Round, tally: obligations.Tally, named: dict[str, Unit], again: dict, on: date) -> Waiting:
    only = named.get(tally.first_left) if tally.left == 1 else None
    name = (only.name or only.code) if only else ""
    state = _state(asked, tally, on)
    due_on = again.get(asked) if state == State.RETURNED else asked.due_on
    return Waiting(asked, tally.left, only.code if only else "", name, state, due_on)


def _state(asked: Round, tally: obligations.Tally, on: date) -> State:
    """Late as soon as one of them is; where the term is over and nobody is late, all have a new one of their own."""
    if tally.late:
        return State.LATE
    state = obligations.state_of(asked, on, done=False)
    return State.RETURNED if state == State.LATE else state
