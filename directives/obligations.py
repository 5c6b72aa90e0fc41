"""Who is bound by a duty, and who has done it, as at a day: sets of units, counted in SQL.

A duty is asked in rounds (``rounds.py``). What the text sets no day for has no term, and nobody is late; a reply that the
superior returned counts as done only until that day, and a unit that was let off is neither done nor left.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Case, Count, Exists, Min, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse

from directives.enums import Bound, ObligationKind, RulingKind
from directives.models import Addressee, Binding, Fulfilment, Obligation, Ruling
from directives.rounds import Round, has_ended, rounds
from organizations import tree
from organizations.access import Reach
from organizations.enums import CELL_KINDS, GRASSROOTS_KINDS, PARTY_KINDS, Deed, FigureKind, UnitKind
from organizations.models import Figure, Oversight, Unit, UnitVersion
from organizations.settled import settled

SHOW, DONE, LEFT, LATE, EXEMPT = "loc", "xong", "chua", "qua-han", "mien"


class State(StrEnum):
    """How a unit stands to a duty as at a day; DONE is a reply that nobody judged yet."""

    DONE = "done"
    DONE_LATE = "done_late"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    EXEMPT = "exempt"
    WAITING = "waiting"
    LATE = "late"
    NO_TERM = "no_term"
    ENDED = "ended"


@dataclass(frozen=True)
class Tally:
    """How many units have done a round, how many have not (of them so many late), how many were let off.

    ``first_left`` is the code of one that has not.
    """

    done: int = 0
    left: int = 0
    first_left: str = ""
    late: int = 0
    exempt: int = 0

    @property
    def total(self) -> int:
        """How many units are bound in all."""
        return self.done + self.left + self.exempt


def within(own: Reach, deed: Deed) -> QuerySet[Unit]:
    """Return the party units and the organisations that a person reaches by ``deed``."""
    return Unit.objects.filter(Q(pk__in=settled(own.units(deed))) | Q(pk__in=settled(own.organisations(deed))))


def address(obligation: Obligation, *, done: bool | None = None) -> str:
    """Return the address of the units that a duty binds; of those alone that have done it, or have not."""
    only = {True: f"?{SHOW}={DONE}", False: f"?{SHOW}={LEFT}", None: ""}[done]
    return reverse("directives:obligation", args=[obligation.directive_id, obligation.pk]) + only


def bound_units(obligation: Obligation, on: date) -> QuerySet[Unit]:
    """Return the units that a duty binds as the tree stands on a day; its ``bindings`` may have been fetched along."""
    found = Q(pk__in=_BOUND[Bound(obligation.bound)](obligation.unit_id, on))
    for each in obligation.bindings.all():
        found |= Q(pk__in=_BOUND[Bound(each.bound)](each.unit_id, on))
    return Unit.objects.filter(found)


def meant_units(addressee: Addressee, on: date) -> QuerySet[Unit]:
    """Return the units that an addressee of a document means, as the tree stands on a day; it names a unit."""
    return Unit.objects.filter(pk__in=_BOUND[Bound(addressee.bound)](addressee.unit_id, on))


def state(obligation: Obligation, unit: Unit, on: date) -> State:
    """Return how ``unit`` stands to the round of a day."""
    asked = next(iter(rounds(obligation, on)), Round(obligation))
    return state_of(asked, on, done=done(asked, on, Unit.objects.filter(pk=unit.pk)).exists())


def state_of(asked: Round, on: date, *, done: bool, due_on: date | None = None) -> State:
    """Return the state of a unit that has or has not done a round: late only once a day is over that was named.

    ``due_on`` is the unit's own new term where there is one, else that of the round counts.
    """
    if done:
        return State.DONE
    if has_ended(asked.obligation, on):
        return State.ENDED
    due = due_on or asked.due_on
    if due is None:
        return State.NO_TERM
    return State.LATE if due < on else State.WAITING


def done(asked: Round, on: date, units: QuerySet[Unit]) -> QuerySet[Unit]:
    """Return those of ``units`` that have done a round by a day."""
    return units.filter(_is_done(asked, on))


def not_done(asked: Round, on: date, units: QuerySet[Unit]) -> QuerySet[Unit]:
    """Return those of ``units`` that have not done a round by a day, and were not let off."""
    return units.filter(~_is_done(asked, on), ~_is_exempt(asked, on))


def late(asked: Round, on: date, units: QuerySet[Unit]) -> QuerySet[Unit]:
    """Return those of ``units`` whose term is over, the round's or their own new one, and that have not done it."""
    return not_done(asked, on, units).filter(_is_over(asked, on))


def exempt(asked: Round, on: date, units: QuerySet[Unit]) -> QuerySet[Unit]:
    """Return those of ``units`` that were let off by a day."""
    return units.filter(_is_exempt(asked, on), ~_is_done(asked, on))


def tally(asked: Sequence[Round], on: date, units: QuerySet[Unit]) -> list[Tally]:
    """Count, for each round, the bound units among ``units``: one query for any number of rounds."""
    if not asked:
        return []
    singly = [_counted(place, each, on, units) for place, each in enumerate(asked)]
    found = {row.pop("place"): Tally(**row) for row in singly[0].union(*singly[1:], all=True)}
    return [found.get(place, Tally()) for place in range(len(asked))]


def set_to(units: QuerySet[Unit]) -> Q:
    """Return the condition on duties that name one of ``units``, themselves or among whom else they bind."""
    further = Binding.objects.filter(obligation=OuterRef("pk"), unit__in=units)
    return Q(unit__in=units) | Q(Exists(further))


def sorted_out(asked: Sequence[Round], on: date, units: QuerySet[Unit]) -> list[tuple[int, int, str]]:
    """Return place of the round, key of a bound unit among ``units``, and DONE, LEFT or EXEMPT: one query for any number."""
    if not asked:
        return []
    under = units.order_by().values("pk")
    singly = [
        bound_units(each.obligation, on)
        .filter(pk__in=under)
        .order_by()
        .values_list(Value(place), "pk", _sorted(each, on))
        for place, each in enumerate(asked)
    ]
    return list(singly[0].union(*singly[1:], all=True))


def _sorted(asked: Round, on: date) -> Case:
    return Case(
        When(_is_done(asked, on), then=Value(DONE)),
        When(_is_exempt(asked, on), then=Value(EXEMPT)),
        default=Value(LEFT),
    )


def bindings(obligations: Iterable[Obligation], on: date, units: QuerySet[Unit]) -> set[tuple[int, int]]:
    """Return which of ``units`` which duty binds, as pairs of duty and unit: one query for any number of duties."""
    singly = [
        bound_units(each, on).filter(pk__in=units.order_by().values("pk")).order_by().values_list(Value(each.pk), "pk")
        for each in obligations
    ]
    return set(singly[0].union(*singly[1:], all=True)) if singly else set()


def by_review(asked: Round) -> bool:
    """A review of sources is done, too, by reporting its figures."""
    return asked.obligation.kind == ObligationKind.REVIEW


def reported_reviews() -> QuerySet[Figure]:
    """Reviews of sources as units reported them, with the ``day`` on which they did."""
    reported = Figure.objects.filter(kind=FigureKind.NON_PARTY).annotate(day=Coalesce("said_on", "on"))
    return reported.filter(Q(in_force=True) | Q(replaced_by__isnull=False))


def reviews(asked: Round, on: date) -> QuerySet:
    """Rows of unit and the first day on which it reported a review, from the beginning of the round on."""
    since = reported_reviews().filter(day__range=(asked.first_day, on))
    return since.order_by().values("unit").annotate(first=Min("day"))


def _counted(place: int, asked: Round, on: date, units: QuerySet[Unit]) -> QuerySet:
    finished, let_off = _is_done(asked, on), _is_exempt(asked, on)
    left = ~finished & ~let_off
    bound = bound_units(asked.obligation, on).filter(pk__in=units.order_by().values("pk"))
    rows = bound.order_by().values(place=Value(place))
    return rows.annotate(
        done=Count("pk", filter=finished),
        left=Count("pk", filter=left),
        first_left=Coalesce(Min("code", filter=left), Value("")),
        late=Count("pk", filter=left & _is_over(asked, on)),
        exempt=Count("pk", filter=let_off & ~finished),
    )


def standing(on: date) -> Q:
    """The replies that stand on a day: given by then, not taken back, not yet returned."""
    return Q(void=False, on__lte=on) & (Q(returned_on=None) | Q(returned_on__gt=on))


def _is_done(asked: Round, on: date) -> Q:
    said = Fulfilment.ever.filter(standing(on), **asked.key, unit=OuterRef("pk"))
    finished = Q(Exists(said))
    return finished | Q(Exists(reviews(asked, on).filter(unit=OuterRef("pk")))) if by_review(asked) else finished


def _is_exempt(asked: Round, on: date) -> Q:
    return Q(Exists(_ruled(asked, on, kind=RulingKind.EXEMPT)))


def _is_over(asked: Round, on: date) -> Q:
    """The term of a unit is over: its own new one where the superior set one, else the round's; never of an ended duty."""
    if has_ended(asked.obligation, on):
        return Q(pk__in=[])
    again = {"kind": RulingKind.RETURNED}
    longer = Q(Exists(_ruled(asked, on, due_on__gte=on, **again)))
    if asked.due_on and asked.due_on < on:
        return ~longer
    return Q(Exists(_ruled(asked, on, due_on__lt=on, **again))) & ~longer


def _ruled(asked: Round, on: date, **more: object) -> QuerySet[Ruling]:
    return Ruling.objects.filter(**asked.key, on__lte=on, unit=OuterRef("pk"), **more)


def _of_kinds(kinds: frozenset[UnitKind]) -> Callable[[int, date], QuerySet]:
    def below(unit: int, on: date) -> QuerySet:
        under = tree.descendants([unit], on)
        return UnitVersion.objects.on(on).filter(kind__in=kinds, unit__in=under).values("unit")

    return below


def _followed(kind: UnitKind) -> Callable[[int, date], QuerySet]:
    def organisations(unit: int, on: date) -> QuerySet:
        """Those that the unit or a unit below it follows, with their branches."""
        follows = Oversight.objects.on(on).filter(unit__in=tree.descendants([unit], on))
        under = tree.descendants(follows.values("organisation"), on)
        return UnitVersion.objects.on(on).filter(kind=kind, unit__in=under).values("unit")

    return organisations


def _itself(unit: int, _: date) -> QuerySet:
    return Unit.objects.filter(pk=unit).values("pk")


def _below(kinds: frozenset[UnitKind]) -> Callable[[int, date], QuerySet]:
    def under(unit: int, on: date) -> QuerySet:
        """Those of the kinds under the unit, but not the unit itself."""
        return _of_kinds(kinds)(unit, on).exclude(unit=unit)

    return under


_BOUND: dict[Bound, Callable[[int, date], QuerySet]] = {
    Bound.ITSELF: _itself,
    Bound.GRASSROOTS: _of_kinds(GRASSROOTS_KINDS),
    Bound.CELLS: _of_kinds(CELL_KINDS),
    Bound.ASSOCIATIONS: _followed(UnitKind.ASSOCIATION),
    Bound.SOCIO_POLITICAL: _followed(UnitKind.SOCIO_POLITICAL),
    Bound.UPPER: _below(frozenset({UnitKind.UPPER})),
    Bound.ALL: _below(PARTY_KINDS),
}
