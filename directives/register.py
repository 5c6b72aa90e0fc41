"""The register of documents: who sees and who keeps which, what is found in it, which hold on a day, what was corrected."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce, ExtractYear

from directives import obligations
from directives.enums import CHANGING_KINDS, Bound, CitationKind
from directives.identities import NumberKey, number_key
from directives.models import Addressee, Citation, Directive, Obligation, Target
from organizations.access import Reach
from organizations.enums import CELL_KINDS, GRASSROOTS_KINDS, PARTY_KINDS, Deed, Secrecy, UnitKind
from organizations.formats import plain, tidy
from organizations.models import Clause, Document, Oversight, UnitAncestry, UnitVersion
from organizations.models.search import Plain
from organizations.settled import Settled, settled

_BEGUN = Coalesce("document__valid_from", "document__issued_on", "meeting_on")
TARGETS, DUTIES = "chi-tieu", "nhiem-vu"
IN_FORCE, NOT_IN_FORCE = "con", "het"


@dataclass(frozen=True)
class Asked:
    """What is looked for in the register; whatever is left empty does not narrow."""

    words: str = ""
    kind: str = ""
    year: int | None = None
    issuer: str = ""
    force: str = ""
    made: str = ""


@dataclass(frozen=True)
class Correction:
    """A registered document was corrected: when, by whom, why."""

    at: datetime
    by: str
    reason: str


def seen(own: Reach) -> QuerySet[Directive]:
    """Return the documents that a person may know of.

    Those without a degree of secrecy are made known to everybody who sees documents (ADR 8); the others to the units that they
    address, to those above these, and to whoever keeps the documents of the issuing or the registering unit.
    """
    open_to_all = Q(document__secrecy=Secrecy.NORMAL)
    kept = settled(own.units(Deed.KEEP_DOCUMENTS))
    return Directive.objects.filter(
        open_to_all | Q(kept_by__in=kept) | Q(issuing_unit__in=kept) | Q(pk__in=settled(_addressing(own)))
    )


def of_known(rows: QuerySet, own: Reach | None) -> QuerySet:
    """Return those rows (targets, duties, …) of whose ``directive`` a person may know; all for the installation itself."""
    return rows if own is None else rows.filter(directive__in=seen(own).values("pk"))


def seen_stubs(own: Reach) -> QuerySet[Document]:
    """Return the documents that are only cited, by a document that the person may know of."""
    return _unregistered().filter(Exists(_citing(own)))


def completable(own: Reach) -> QuerySet[Document]:
    """Return the documents that may still be registered: those only cited, and those that a rule or a share names."""
    cited_at_all = Citation.objects.filter(document=OuterRef("pk"))
    return _unregistered().filter(Exists(_citing(own)) | ~Exists(cited_at_all))


def nameable(documents: Iterable[Document], own: Reach) -> tuple[Document, ...]:
    """Return those of ``documents`` that may be named to a person: of the others not even the number is told."""
    documents = list(documents)
    keys = [each.pk for each in documents]
    known = set(seen(own).filter(document__in=keys).values_list("document", flat=True))
    known |= set(completable(own).filter(pk__in=keys).values_list("pk", flat=True))
    return tuple(each for each in documents if each.pk in known)


def may_keep(own: Reach, directive: Directive) -> bool:
    """Say whether a person keeps documents of the unit that registered a document, or of the one that issued it."""
    units = [directive.kept_by, directive.issuing_unit]
    return any(own.covers(Deed.KEEP_DOCUMENTS, unit) for unit in units if unit)


def found(own: Reach, asked: Asked, on: date) -> QuerySet[Directive]:
    """Return the documents of the register that one sees and asks for, newest first.

    Words are found, without marks, in number, subject, issuer and clauses, and in documents cited. A document without a day of
    issue stands by the day of the meeting that it names.
    """
    rows = (
        seen(own)
        .select_related("document")
        .annotate(
            day=Coalesce("document__issued_on", "meeting_on"),
            targets_count=Count("targets", filter=Q(targets__void=False), distinct=True),
            duties_count=Count("obligations", filter=Q(obligations__void=False), distinct=True),
            is_replaced=is_replaced(on),
        )
    )
    rows = _narrowed(_of_force(rows, asked.force, on), asked)
    if asked_words := plain(tidy(asked.words)).split():
        rows = rows.filter(_holding(asked_words))
    return rows.order_by(F("day").desc(nulls_last=True), "-pk")


def years(own: Reach) -> list[int]:
    """Return the years of the documents that one sees, the newest first."""
    dated = seen(own).annotate(year=ExtractYear(Coalesce("document__issued_on", "meeting_on")))
    return list(dated.filter(year__isnull=False).order_by("-year").values_list("year", flat=True).distinct())


def issuers(own: Reach) -> list[str]:
    """Return who issued the documents that one sees, by name."""
    named = seen(own).exclude(document__issuer="").order_by("document__issuer")
    return list(named.values_list("document__issuer", flat=True).distinct())


def changing(citing: list[Citation], on: date) -> list[Citation]:
    """Return those of the relations to a document by which one that has begun to hold replaces or amends it."""
    return [each for each in citing if each.kind in CHANGING_KINDS and not _begins_after(each.directive, on)]


def is_replaced(on: date) -> Exists:
    """Whether a registered document that has begun to hold replaces the document of a row."""
    replacing = Citation.objects.filter(kind=CitationKind.REPLACES, document=OuterRef("document"))
    begun = Coalesce("directive__document__valid_from", "directive__document__issued_on", "directive__meeting_on")
    return Exists(replacing.annotate(begun=begun).filter(_not_after(on)))


def same_number(document: Document, own: Reach) -> list[Directive]:
    """Return other documents of the register that bear the same number, however written, and that one sees."""
    if not (key := number_key(document.number)):
        return []
    keyed = seen(own).annotate(number_key=NumberKey(Plain(F("document__number")))).exclude(document=document)
    return list(keyed.filter(number_key=key).select_related("document").order_by("pk"))


def corrections(directive: Directive) -> list[Correction]:
    """Return the corrections of a registered document, the newest first."""
    events = directive.events.filter(pgh_label="update").order_by("-pgh_id")
    told = events.values_list("pgh_created_at", "pgh_context__metadata")
    return [Correction(at, (said or {}).get("name", ""), (said or {}).get("reason", "")) for at, said in told]


def _begins_after(directive: Directive, on: date) -> bool:
    begun = directive.document.valid_from or directive.document.issued_on or directive.meeting_on
    return bool(begun and begun > on)


def _unregistered() -> QuerySet[Document]:
    return Document.objects.filter(directive__isnull=True, secrecy=Secrecy.NORMAL)


def _citing(own: Reach) -> QuerySet[Citation]:
    return Citation.objects.filter(directive__in=seen(own), document=OuterRef("pk"))


def _addressing(own: Reach) -> QuerySet:
    """The documents of which an addressee is a unit within reach."""
    reached = settled(obligations.within(own, Deed.SEE_DOCUMENTS))
    concerned = Q(bound=Bound.ITSELF, unit__in=reached)
    for bound, kinds in _KINDS.items():
        concerned |= Q(bound=bound, unit__in=settled(_above(own, reached, kinds, itself=bound not in _STRICTLY_UNDER)))
    for bound, kind in _FOLLOWED.items():
        concerned |= Q(bound=bound, unit__in=settled(_following(own, reached, kind)))
    return Addressee.objects.filter(concerned).values("directive")


_KINDS = {
    Bound.GRASSROOTS: GRASSROOTS_KINDS,
    Bound.CELLS: CELL_KINDS,
    Bound.UPPER: frozenset({UnitKind.UPPER}),
    Bound.ALL: PARTY_KINDS,
}
# Whose units lie under the unit that is named, which is none of them itself.
_STRICTLY_UNDER = frozenset({Bound.UPPER, Bound.ALL})
_FOLLOWED = {Bound.ASSOCIATIONS: UnitKind.ASSOCIATION, Bound.SOCIO_POLITICAL: UnitKind.SOCIO_POLITICAL}


def _above(own: Reach, reached: Settled, kinds: frozenset[UnitKind], *, itself: bool = True) -> QuerySet:
    """The units at or above a reached unit of these kinds, or only those above."""
    bound = UnitVersion.objects.on(own.on).filter(kind__in=kinds, unit__in=reached).values("unit")
    least = 0 if itself else 1
    return UnitAncestry.objects.on(own.on).filter(unit__in=bound, depth__gte=least).values("ancestor")


def _following(own: Reach, reached: Settled, kind: UnitKind) -> QuerySet:
    """The party units at or above whoever follows a reached organisation of this kind."""
    above = settled(_above(own, reached, frozenset({kind})))
    followers = Oversight.objects.on(own.on).filter(organisation__in=above)
    return UnitAncestry.objects.on(own.on).filter(unit__in=followers.values("unit")).values("ancestor")


def _not_after(on: date) -> Q:
    """What begins on a day that nobody knows is taken to have begun."""
    return Q(begun__isnull=True) | Q(begun__lte=on)


def _of_force(rows: QuerySet[Directive], force: str, on: date) -> QuerySet[Directive]:
    ended = Q(document__valid_until__lte=on) | Q(is_replaced=True)
    if force == IN_FORCE:
        return rows.annotate(begun=_BEGUN).exclude(ended).filter(_not_after(on))
    return rows.filter(ended) if force == NOT_IN_FORCE else rows


def _narrowed(rows: QuerySet[Directive], asked: Asked) -> QuerySet[Directive]:
    if asked.kind:
        rows = rows.filter(document__kind=asked.kind)
    if asked.issuer:
        rows = rows.filter(document__issuer=asked.issuer)
    if asked.year:
        rows = rows.filter(day__year=asked.year)
    made = {TARGETS: Target, DUTIES: Obligation}.get(asked.made)
    return rows.filter(Exists(made.objects.filter(directive=OuterRef("pk")))) if made else rows


def _holding(words: list[str]) -> Q:
    """Documents that hold every word themselves or in one clause, or cite a document that holds every word."""
    holding = Q(*(Q(search_key__contains=word) for word in words))
    keyed, clauses = Document.objects.filter(holding), Clause.objects.filter(holding)
    cited = Citation.objects.filter(document__in=keyed.filter(secrecy=Secrecy.NORMAL).values("pk")).values("directive")
    return Q(document__in=keyed.values("pk")) | Q(document__in=clauses.values("document")) | Q(pk__in=cited)
