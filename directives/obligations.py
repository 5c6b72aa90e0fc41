"""Who is bound by a duty, and who has done it, as at a day: sets of units, counted in SQL.

A duty is asked in rounds: one for all time, or one for each year of a yearly duty. What the text sets no day for has no
term, and nobody is late.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.urls import reverse

from directives.enums import Bound, ObligationKind
from directives.models import Fulfilment, Obligation
from organizations import tree
from organizations.access import Reach
from organizations.enums import CELL_KINDS, GRASSROOTS_KINDS, PARTY_KINDS, Deed, FigureKind, UnitKind
from organizations.models import Figure, Oversight, Unit, UnitVersion
from organizations.periods import same_day

SHOW, DONE, LEFT = "loc", "xong", "chua"


class State(StrEnum):
    """How a unit stands to a duty as at a day."""

    DONE = "done"
    WAITING = "waiting"
    LATE = "late"
    NO_TERM = "no_term"


@dataclass(frozen=True)
class Round:
    """One asking of a duty: ``year`` is that of a yearly one, else None."""

    obligation: Obligation
    year: int | None = None

    @property
    def due_on(self) -> date | None:
        """The day by which this round is due; None where the text names none."""
        due = self.obligation.due_on
        return same_day(due, self.year) if due and self.year else due

    @property
    def first_day(self) -> date:
        """The first day on which this round can be done."""
        begun = self.obligation.from_on
        return max(begun, date(self.year, 1, 1)) if self.year else begun


@dataclass(frozen=True)
class Tally:
    """How many units have done a round and how many have not; ``first_left`` is the code of one of those."""

    done: int = 0
    left: int = 0
    first_left: str = ""

    @property
    def total(self) -> int:
        """How many units are bound in all."""
        return self.done + self.left


def within(own: Reach, deed: Deed) -> QuerySet[Unit]:
    """Return the party units and the organisations that a person reaches by ``deed``."""
    return Unit.objects.filter(Q(pk__in=own.units(deed)) | Q(pk__in=own.organisations(deed)))


def address(obligation: Obligation, *, done: bool | None = None) -> str:
    """Return the address of the units that a duty binds; of those alone that have done it, or have not."""
    only = {True: f"?{SHOW}={DONE}", False: f"?{SHOW}={LEFT}", None: ""}[done]
    return reverse("directives:obligation", args=[obligation.directive_id, obligation.pk]) + only


def bound_units(obligation: Obligation, on: date) -> QuerySet[Unit]:
    """Return the units that a duty binds as the tree stands on a day."""
    return Unit.objects.filter(pk__in=_BOUND[Bound(obligation.bound)](obligation, on))


def rounds(obligation: Obligation, on: date) -> list[Round]:
    """Return the rounds asked up to a day, the newest first; none before the duty begins."""
    if on < obligation.from_on:
        return []
    if not obligation.yearly:
        return [Round(obligation)]
    return [Round(obligation, year) for year in range(on.year, obligation.from_on.year - 1, -1)]


def state(obligation: Obligation, unit: Unit, on: date) -> State:
    """Return how ``unit`` stands to the round of a day."""
    asked = Round(obligation, on.year if obligation.yearly else None)
    return state_of(asked, on, done=done(asked, on, Unit.objects.filter(pk=unit.pk)).exists())


def state_of(asked: Round, on: date, *, done: bool) -> State:
    """Return the state of a unit that has or has not done a round: late only once a day that the text names is over."""
    if done:
        return State.DONE
    if asked.due_on is None:
        return State.NO_TERM
    return State.LATE if asked.due_on < on else State.WAITING


def done(asked: Round, on: date, units: QuerySet[Unit]) -> QuerySet[Unit]:
    """Return those of ``units`` that have done a round by a day."""
    return units.filter(_is_done(asked, on))


def not_done(asked: Round, on: date, units: QuerySet[Unit]) -> QuerySet[Unit]:
    """Return those of ``units`` that have not done a round by a day."""
    return units.filter(~_is_done(asked, on))


def tally(asked: Sequence[Round], on: date, units: QuerySet[Unit]) -> list[Tally]:
    """Count, for each round, the bound units among ``units``: one query for any number of rounds."""
    if not asked:
        return []
    singly = [_counted(place, each, on, units) for place, each in enumerate(asked)]
    found = {row.pop("place"): Tally(**row) for row in singly[0].union(*singly[1:], all=True)}
    return [found.get(place, Tally()) for place in range(len(asked))]


def by_review(asked: Round) -> bool:
    """A review of sources is done, too, by reporting its figures."""
    return asked.obligation.kind == ObligationKind.REVIEW


def reviews(asked: Round, on: date) -> QuerySet:
    """Rows of unit and the first day on which it reported a review, from the beginning of the round on."""
    reported = Figure.objects.filter(kind=FigureKind.NON_PARTY).annotate(day=Coalesce("said_on", "on"))
    since = reported.filter(Q(in_force=True) | Q(replaced_by__isnull=False), day__range=(asked.first_day, on))
    return since.order_by().values("unit").annotate(first=Min("day"))


def _counted(place: int, asked: Round, on: date, units: QuerySet[Unit]) -> QuerySet:
    finished = _is_done(asked, on)
    bound = bound_units(asked.obligation, on).filter(pk__in=units.order_by().values("pk"))
    rows = bound.order_by().values(place=Value(place))
    return rows.annotate(
        done=Count("pk", filter=finished),
        left=Count("pk", filter=~finished),
        first_left=Coalesce(Min("code", filter=~finished), Value("")),
    )


def _is_done(asked: Round, on: date) -> Q:
    said = Fulfilment.objects.filter(obligation=asked.obligation, year=asked.year, on__lte=on, unit=OuterRef("pk"))
    finished = Q(Exists(said))
    return finished | Q(Exists(reviews(asked, on).filter(unit=OuterRef("pk")))) if by_review(asked) else finished


def _of_kinds(kinds: frozenset[UnitKind]) -> Callable[[Obligation, date], QuerySet]:
    def below(obligation: Obligation, on: date) -> QuerySet:
        under = tree.descendants([obligation.unit_id], on)
        return UnitVersion.objects.on(on).filter(kind__in=kinds, unit__in=under).values("unit")

    return below


def _followed(kind: UnitKind) -> Callable[[Obligation, date], QuerySet]:
    def organisations(obligation: Obligation, on: date) -> QuerySet:
        """Those that the unit or a unit below it follows, with their branches."""
        follows = Oversight.objects.on(on).filter(unit__in=tree.descendants([obligation.unit_id], on))
        under = tree.descendants(follows.values("organisation"), on)
        return UnitVersion.objects.on(on).filter(kind=kind, unit__in=under).values("unit")

    return organisations


def _itself(obligation: Obligation, _: date) -> QuerySet:
    return Unit.objects.filter(pk=obligation.unit_id).values("pk")


def _below(kinds: frozenset[UnitKind]) -> Callable[[Obligation, date], QuerySet]:
    def under(obligation: Obligation, on: date) -> QuerySet:
        """Those of the kinds under the unit, but not the unit itself."""
        return _of_kinds(kinds)(obligation, on).exclude(unit=obligation.unit_id)

    return under


_BOUND: dict[Bound, Callable[[Obligation, date], QuerySet]] = {
    Bound.ITSELF: _itself,
    Bound.GRASSROOTS: _of_kinds(GRASSROOTS_KINDS),
    Bound.CELLS: _of_kinds(CELL_KINDS),
    Bound.ASSOCIATIONS: _followed(UnitKind.ASSOCIATION),
    Bound.SOCIO_POLITICAL: _followed(UnitKind.SOCIO_POLITICAL),
    Bound.UPPER: _below(frozenset({UnitKind.UPPER})),
    Bound.ALL: _below(PARTY_KINDS),
}
