"""Tables of duties: units × the rounds of a document, and everything that one unit is asked across documents."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from directives import keepers, obligations, register, replies
from directives.enums import ORGANISATION_BOUNDS
from directives.models import Directive, Obligation
from directives.obligations import State, Tally
from directives.replies import Standing
from directives.rounds import Round, rounds
from organizations import tree
from organizations.access import Reach
from organizations.enums import Deed
from organizations.models import Unit, UnitAncestry

# Of a repeating duty the table shows so many rounds, the newest first.
ROUNDS = 3
OPEN = frozenset({State.WAITING, State.LATE, State.NO_TERM, State.RETURNED})


@dataclass(frozen=True)
class Column:
    """A round of a duty with how many of the units that one sees have done it."""

    asked: Round
    tally: Tally


@dataclass(frozen=True)
class Cell:
    """How a unit stands to a round; None as ``state`` where the duty does not bind it."""

    asked: Round
    unit: Unit
    state: State | None
    standing: Standing


@dataclass(frozen=True)
class Row:
    """A unit with its cells in the order of the columns."""

    unit: Unit
    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Asked:
    """Something that one unit is asked: the round, the state, the term."""

    asked: Round
    state: State
    standing: Standing


def columns(directive: Directive, on: date, seen: QuerySet[Unit]) -> list[Column]:
    """Return the rounds of a document's duties that the table shows, counted among ``seen``."""
    duties = keepers.loaded(Obligation.objects.filter(directive=directive))
    asked = [each for duty in duties for each in rounds(duty, on)[:ROUNDS]]
    return [Column(each, tally) for each, tally in zip(asked, obligations.tally(asked, on, seen), strict=True)]


def units(found: Sequence[Column], on: date, seen: QuerySet[Unit], shows: str = "") -> QuerySet[Unit]:
    """Return the units among ``seen`` that any of the rounds binds, named, by code; ``shows`` narrows to late or open ones."""
    choose = {obligations.LATE: obligations.late, obligations.LEFT: obligations.not_done}.get(shows)
    wanted = Q(pk__in=[])
    for each in found:
        bound = obligations.bound_units(each.asked.obligation, on)
        wanted |= Q(pk__in=(choose(each.asked, on, bound) if choose else bound).order_by().values("pk"))
    return Unit.objects.filter(wanted, pk__in=seen.values("pk")).annotate(name=tree.name_on(on, "pk")).order_by("code")


def rows(found: Sequence[Column], on: date, shown: Sequence[Unit]) -> list[Row]:
    """Return the table's rows for the units of a page: the same few queries for any number of both."""
    asked, keys = [each.asked for each in found], [unit.pk for unit in shown]
    duties = list(dict.fromkeys(each.obligation for each in asked))
    bound = obligations.bindings(duties, on, Unit.objects.filter(pk__in=keys))
    stands = replies.standings(asked, on, keys)
    return [
        Row(unit, unit.name or unit.code, tuple(_cell(each, unit, on, bound, stands[each, unit.pk]) for each in asked))
        for unit in shown
    ]


def of_unit(unit: Unit, own: Reach, on: date) -> list[Asked]:
    """Return what a unit is asked across documents that one may know of: late ones first; of repeating ones the newest rounds."""
    duties = list(_may_bind(unit, on).filter(directive__in=register.seen(own)))
    bound = obligations.bindings(duties, on, Unit.objects.filter(pk=unit.pk))
    asked = [each for duty in duties if (duty.pk, unit.pk) in bound for each in rounds(duty, on)[:ROUNDS]]
    stands = replies.standings(asked, on, [unit.pk])
    found = [Asked(each, stands[each, unit.pk].state(on), stands[each, unit.pk]) for each in asked]
    return sorted(found, key=_pressing)


def followed(own: Reach, on: date) -> list[Column]:
    """Return the newest rounds of duties that the person is the nearest to follow, where somebody is late; the most first."""
    seen = obligations.within(own, Deed.KEEP_DOCUMENTS)
    duties = keepers.kept(own, nearest=True).filter(
        Q(until=None) | Q(until__gt=on), due_on__isnull=False, from_on__lte=on
    )
    asked = [each for duty in duties for each in rounds(duty, on)[:2]]
    counted = [Column(each, tally) for each, tally in zip(asked, obligations.tally(asked, on, seen), strict=True)]
    return sorted((each for each in counted if each.tally.late), key=lambda each: -each.tally.late)


def _cell(asked: Round, unit: Unit, on: date, bound: set, stands: Standing) -> Cell:
    is_bound = (asked.obligation.pk, unit.pk) in bound
    return Cell(asked, unit, stands.state(on) if is_bound else None, stands)


def _may_bind(unit: Unit, on: date) -> QuerySet[Obligation]:
    """The duties of the unit and of those above it, and of organisations: who is bound is asked afterwards."""
    line = UnitAncestry.objects.on(on).filter(unit=unit).values("ancestor")
    kinds = ORGANISATION_BOUNDS
    of_line = Q(unit__in=line) | Q(bindings__unit__in=line, bindings__void=False)
    of_kind = Q(bound__in=kinds) | Q(bindings__bound__in=kinds, bindings__void=False)
    found = Obligation.objects.filter(of_line | of_kind, from_on__lte=on).distinct()
    return keepers.loaded(found).order_by("-from_on", "pk")


def _pressing(item: Asked) -> tuple:
    due = item.standing.due_on
    return (item.state not in OPEN, due is None, due or date.max, item.asked.obligation.pk, -(item.asked.year or 0))
