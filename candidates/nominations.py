"""Reads of nominations, all starting from a reach: lists, what waits for an answer, the overview of an organisation's own."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet, Window

from candidates import nomination_rows
from candidates.enums import Answer
from candidates.models import Nomination, Person
from candidates.nominated import STOCKS, Nominated, Outcome, count_each, nominations, pairs_of
from candidates.nomination_rows import Row
from organizations.access import Reach
from organizations.enums import Deed
from organizations.models import Unit
from organizations.periods import year_to_date

LENGTH = 30


def organisations(own: Reach) -> QuerySet[Unit]:
    """Return the organisations of which a person sees nominations: those reached, and those that named people to own cells."""
    to_own_cells = Nomination.objects.filter(cell__in=own.units(Deed.SEE_NOMINATIONS)).values("organisation")
    reached = own.organisations(Deed.SEE_NOMINATIONS)
    return Unit.objects.filter(Q(pk__in=reached) | Q(pk__in=to_own_cells)).order_by("code")


def organisations_ever(own: Reach) -> QuerySet[Unit]:
    """Return the organisations of ``organisations``, and those that exist no longer."""
    to_own_cells = Nomination.objects.filter(cell__in=own.units_ever(Deed.SEE_NOMINATIONS)).values("organisation")
    reached = own.organisations_ever(Deed.SEE_NOMINATIONS)
    return Unit.objects.filter(Q(pk__in=reached) | Q(pk__in=to_own_cells)).order_by("code")


def within(found: QuerySet[Nomination], own: Reach) -> QuerySet[Nomination]:
    """Return those of ``found`` that a person sees: made to a cell of the reach, or by an organisation of the reach.

    What was made to a cell, or by an organisation, that exists no longer is seen by those above it.
    """
    deed = Deed.SEE_NOMINATIONS
    return found.filter(Q(cell__in=own.units_ever(deed)) | Q(organisation__in=own.organisations_ever(deed)))


def listed(cell: Nominated, own: Reach) -> QuerySet[Nomination]:
    """Return the nominations of a cell that a person sees; by a reason only those of whose cell they may know it.

    How many others the cell counts is not told: of a reason that number would say what the list keeps.
    """
    found = within(nominations(cell), own)
    return found.filter(cell__in=own.units_ever(Deed.SEE_DOSSIERS)) if cell.reason else found


def of(person: Person, own: Reach, on: date) -> list[Row]:
    """Return the nominations of a person up to a day that one sees, as rows, the earliest first, for the page of a dossier."""
    made = within(Nomination.objects.filter(person=person, nominated_on__lte=on), own)
    return [nomination_rows.row(each, on) for each in nomination_rows.described(made, own, on)]


@dataclass(frozen=True)
class Waiting:
    """The first nominations that wait for an answer, as rows, and how many there are in all."""

    shown: tuple[Row, ...]
    total: int


def waiting(own: Reach, on: date) -> Waiting:
    """Return at most LENGTH nominations that wait for this person's answer, the earliest first; each waits for the nearest."""
    cells = own.nearest_units(Deed.ANSWER_NOMINATION)
    found = Nomination.objects.filter(nominated_on__lte=on, answer=Answer.WAITING, cell__in=cells)
    counted = nomination_rows.described(found, own, on).annotate(total=Window(Count("pk")))
    rows = list(counted[:LENGTH])
    return Waiting(tuple(nomination_rows.row(each, on) for each in rows), rows[0].total if rows else 0)


@dataclass(frozen=True)
class OwnFigure:
    """How many people an outcome counts among the nominations that a person sees, and the query string of its list."""

    outcome: Outcome
    label: str
    people: int
    query: str


def own_overview(own: Reach, on: date) -> tuple[OwnFigure, ...]:
    """Return one figure per outcome: flows of the year to date, stocks at the end of ``on``; two queries."""
    every = tuple(organisations(own))
    cells = [Nominated(every, on, None if each in STOCKS else year_to_date(on), each) for each in Outcome]
    found = count_each([listed(cell, own) for cell in cells])
    pairs = zip(cells, found, strict=True)
    return tuple(OwnFigure(cell.outcome, cell.outcome.label, n, urlencode(pairs_of(cell))) for cell, n in pairs)
