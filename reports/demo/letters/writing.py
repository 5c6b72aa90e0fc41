"""What recording a letter has in common: clauses in order, addressees as printed, documents that are only cited."""

from collections.abc import Iterable
from datetime import date

from directives.enums import Bound, CitationKind, ObligationKind
from directives.models import Addressee, Citation, Directive, Obligation
from organizations.enums import DocumentKind
from organizations.models import Clause, Document, Unit


def write_clauses(document: Document, clauses: Iterable[tuple[str, str]]) -> list[Clause]:
    """Record the clauses of a document in their order: label and our own words."""
    return [
        Clause.objects.create(document=document, position=place, label=label, summary=summary)
        for place, (label, summary) in enumerate(clauses, start=1)
    ]


# A line as printed; with the units under the issuing one that it names, where the text says so.
Line = str | tuple[str, Bound]


def address(directive: Directive, to_act: Iterable[Line], to_know: Iterable[Line]) -> None:
    """Record whom a document speaks to, as printed: those who must act first, then who else gets it."""
    lines = [(each, True) for each in to_act] + [(each, False) for each in to_know]
    for place, (each, acts) in enumerate(lines, start=1):
        words, bound = (each, None) if isinstance(each, str) else each
        units = {"unit": directive.issuing_unit, "bound": bound} if bound else {}
        Addressee.objects.create(directive=directive, position=place, words=words, to_act=acts, **units)


def stub(kind: DocumentKind, number: str, issuer: str, issued_on: date | None, subject: str) -> Document:
    """Return a document of which we know only what a letter says when it cites it; one that is recorded is taken as it is."""
    identity = {"kind": kind, "number": number, "issuer": issuer, "issued_on": issued_on}
    found, _ = Document.objects.get_or_create(**identity, defaults={"subject": subject})
    return found


def cite(directive: Directive, clause: Clause, kind: CitationKind, *documents: Document) -> None:
    """Record that a clause cites documents."""
    for document in documents:
        Citation.objects.create(directive=directive, clause=clause, kind=kind, document=document)


def oblige(
    directive: Directive, clause: Clause, kind: ObligationKind, words: str, unit: Unit, bound: Bound, **more: object
) -> Obligation:
    """Record a duty; without ``from_on`` it begins with the document, or the meeting where no day of issue is known."""
    begun = {"from_on": directive.document.issued_on or directive.meeting_on}
    who = {"kind": kind, "words": words, "unit": unit, "bound": bound}
    return Obligation.objects.create(directive=directive, clause=clause, **who, **(begun | more))
