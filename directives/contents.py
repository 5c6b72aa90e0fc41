"""What a document says and what followed from it: each clause with the targets, duties, criteria and readings it created."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, QuerySet, TextField, Value
from django.db.models.functions import Coalesce, Concat

from candidates.enums import Occupation
from candidates.models import LocalCriterion
from directives import obligations
from directives.enums import ORGANISATION_MEASURES
from directives.models import Citation, Directive, Obligation, OwnReading, Target
from directives.obligations import Round, Tally
from organizations import tree
from organizations.formats import plain, tidy
from organizations.models import Clause, Document, Unit
from organizations.organisations import Plain

_KEY = Plain(Concat("number", Value(" "), "subject", Value(" "), "issuer", output_field=TextField()))


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


def directives(words: str) -> QuerySet[Directive]:
    """Return the directives, newest first, that hold ``words`` in number, subject or issuer, or cite a document that does.

    Marks need not be typed. A document without a day of issue stands by the day of the meeting that it names.
    """
    found = Directive.objects.select_related("document").annotate(
        day=Coalesce("document__issued_on", "meeting_on"),
        targets_count=Count("targets", distinct=True),
        duties_count=Count("obligations", distinct=True),
    )
    if asked := plain(tidy(words)).split():
        holding = Document.objects.annotate(key=_KEY).filter(*(Q(key__contains=word) for word in asked)).values("pk")
        cited = Citation.objects.filter(document__in=holding).values("directive")
        found = found.filter(Q(document__in=holding) | Q(pk__in=cited))
    return found.order_by(F("day").desc(nulls_last=True), "-pk")


def parts(directive: Directive, citations: Iterable[Citation], on: date, seen: QuerySet[Unit]) -> list[Part]:
    """Return the clauses of a document in their order, each with what it created; duties are counted among ``seen``."""
    targets, duties = _by_clause(_targets(directive, on)), _by_clause(_duties(directive, on, seen), "obligation")
    criteria, readings = _by_clause(_criteria(directive, on), "row"), _by_clause(_readings(directive))
    cited_by = _by_clause(citations)
    return [
        Part(clause, targets[key], clause.own_targets, duties[key], criteria[key], readings[key], cited_by[key])
        for key, clause in ((clause.pk, clause) for clause in _clauses(directive))
    ]


def cited(directive: Directive) -> QuerySet[Citation]:
    """Return the documents that a directive cites; each is a directive itself where it is recorded as one."""
    return directive.citations.select_related("document__directive", "clause").order_by("clause__position", "pk")


def citing(directive: Directive) -> QuerySet[Citation]:
    """Return the citations by which other directives cite this one, or make it known."""
    others = Citation.objects.filter(document=directive.document_id).exclude(directive=directive)
    return others.select_related("directive__document").order_by("pk")


def _clauses(directive: Directive) -> QuerySet[Clause]:
    """The clauses with how many targets organisations set themselves by each."""
    theirs = Q(targets__measure__in=ORGANISATION_MEASURES)
    return directive.document.clauses.annotate(own_targets=Count("targets", filter=theirs)).order_by("position")


def _targets(directive: Directive, on: date) -> QuerySet[Target]:
    asked = directive.targets.exclude(measure__in=ORGANISATION_MEASURES)
    named = asked.annotate(unit_name=tree.name_on(on))
    return named.select_related("clause", "confirmed_by", "unit", "part_of").order_by("pk")


def _duties(directive: Directive, on: date, seen: QuerySet[Unit]) -> list[Duty]:
    rows = directive.obligations.select_related("subject", "clause", "unit", "directive__document")
    found = list(rows.annotate(unit_name=tree.name_on(on)))
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
