"""Duties that wait for a person: what the desk shows, one line for each round of a duty."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q

from directives import keepers, obligations, register
from directives.enums import ORGANISATION_BOUNDS
from directives.models import Binding, Obligation
from directives.obligations import Round, State
from organizations.access import Reach
from organizations.enums import Deed
from organizations.models import UnitAncestry, UnitVersion

LENGTH = 30
ROUNDS = 2


@dataclass(frozen=True)
class Waiting:
    """A round of a duty that units of a person have not done; ``only`` is the one unit where it is a single one."""

    asked: Round
    units: int
    only: str
    only_name: str
    state: State

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
    names = _names([tally.first_left for _, tally in left[:LENGTH] if tally.left == 1], on)
    return tuple(_waiting(each, tally, names, on) for each, tally in left[:LENGTH])


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


def _names(codes: list[str], on: date) -> dict[str, str]:
    if not codes:
        return {}
    return dict(UnitVersion.objects.on(on).filter(unit__code__in=codes).values_list("unit__code", "name"))


def _waiting(asked: Round, tally: obligations.Tally, names: dict[str, str], on: date) -> Waiting:
    only = tally.first_left if tally.left == 1 else ""
    state = State.LATE if tally.late else obligations.state_of(asked, on, done=False)
    return Waiting(asked, tally.left, only, names.get(only, only), state)
