"""What a document says and what followed from it: each clause with the targets, duties, criteria and readings it created."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, When

from candidates.enums import Occupation
from candidates.models import LocalCriterion
from directives import obligations, register
from directives.enums import ORGANISATION_MEASURES
from directives.models import Citation, Directive, Obligation, OwnReading, Target
from directives.obligations import Round, Tally
from organizations import tree
from organizations.access import Reach
from organizations.enums import Secrecy
from organizations.models import Clause, Document, Unit


@dataclass(frozen=True)
class Duty:
    """An obligation with its present round (None before it begins) and how many of the units that one sees have done it."""

    obligation: Obligation
    unit_name: str
    asked: Round | None
    tally: Tally


@dataclass(frozen=True)
class Criterion:
    """A local criterion with the groups of people that it binds, in words."""

    row: LocalCriterion
    unit_name: str
    groups: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """A clause in our own words, and what it created."""

    clause: Clause
    targets: tuple[Target, ...]
    own_targets: int
    duties: tuple[Duty, ...]
    criteria: tuple[Criterion, ...]
    readings: tuple[OwnReading, ...]
    citations: tuple[Citation, ...]


def parts(directive: Directive, citations: Iterable[Citation], on: date, seen: QuerySet[Unit]) -> list[Part]:
    """Return the clauses of a document in their order, each with what it created; duties are counted among ``seen``."""
    targets, duties = _by_clause(_targets(directive, on)), _by_clause(_duties(directive, on, seen), "obligation")
    criteria, readings = _by_clause(_criteria(directive, on), "row"), _by_clause(_readings(directive))
    cited_by = _by_clause(citations)
    return [
        Part(clause, targets[key], clause.own_targets, duties[key], criteria[key], readings[key], cited_by[key])
        for key, clause in ((clause.pk, clause) for clause in _clauses(directive))
    ]


def cited(directive: Directive, own: Reach) -> QuerySet[Citation]:
    """Return the relations of a directive to other documents; ``is_hidden`` marks one of which the person may know nothing."""
    known = register.seen(own).filter(document=OuterRef("document"))
    hidden = Case(When(document__secrecy=Secrecy.NORMAL, then=False), default=~Exists(known))
    rows = directive.citations.select_related("document__directive", "clause").annotate(is_hidden=hidden)
    return rows.order_by("clause__position", "pk")


def citing(document: Document, own: Reach) -> QuerySet[Citation]:
    """Return the relations in which other documents that one sees stand to a document."""
    others = Citation.objects.filter(document=document, directive__in=register.seen(own))
    return others.exclude(directive__document=document).select_related("directive__document").order_by("pk")


def _clauses(directive: Directive) -> QuerySet[Clause]:
    """The clauses with how many targets organisations set themselves by each."""
    theirs = Q(targets__measure__in=ORGANISATION_MEASURES, targets__void=False)
    return directive.document.clauses.annotate(own_targets=Count("targets", filter=theirs)).order_by("position")


def _targets(directive: Directive, on: date) -> QuerySet[Target]:
    asked = directive.targets.exclude(measure__in=ORGANISATION_MEASURES)
    named = asked.annotate(unit_name=tree.name_on(on))
    return named.select_related("clause", "confirmed_by", "unit", "part_of").order_by("pk")


def _duties(directive: Directive, on: date, seen: QuerySet[Unit]) -> list[Duty]:
    rows = directive.obligations.select_related("subject", "clause", "unit", "directive__document")
    found = list(rows.annotate(unit_name=tree.name_on(on)).prefetch_related("bindings"))
    begun = {duty.pk: asked[0] for duty in found if (asked := obligations.rounds(duty, on))}
    tallies = dict(zip(begun, obligations.tally(list(begun.values()), on, seen), strict=True))
    return [
        Duty(duty, duty.unit_name or duty.unit.code, begun.get(duty.pk), tallies.get(duty.pk, Tally()))
        for duty in found
    ]


def _criteria(directive: Directive, on: date) -> list[Criterion]:
    rows = LocalCriterion.objects.filter(clause__document=directive.document_id).select_related("confirmed_by", "unit")
    named = rows.annotate(unit_name=tree.name_on(on)).order_by("valid_from", "pk")
    return [
        Criterion(row, row.unit_name or row.unit.code, tuple(Occupation(each).label for each in row.occupations))
        for row in named
    ]


def _readings(directive: Directive) -> QuerySet[OwnReading]:
    return directive.own_readings.order_by("pk")


def _by_clause(rows: Iterable, through: str = "") -> defaultdict[int, tuple]:
    found: defaultdict[int, tuple] = defaultdict(tuple)
    for row in rows:
        found[(getattr(row, through) if through else row).clause_id] += (row,)
    return found
