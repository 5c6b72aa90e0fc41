"""Which document is meant: kind, number, issuer and day together, of which any may be unknown; and which ones look alike."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import F, Func, Q, QuerySet, TextField

from organizations.formats import plain, tidy
from organizations.models import Document
from organizations.models.search import Plain

PARTS = ("kind", "number", "issuer", "issued_on")
_DASHES = str.maketrans("–—−‑", "----")


class NumberKey(Func):
    """SQL's key of a number without marks: no spaces, one kind of dash, no zeros before; equal to ``number_key``."""

    template = "ltrim(replace(translate(%(expressions)s, '–—−‑', '----'), ' ', ''), '0')"
    output_field = TextField()


@dataclass(frozen=True)
class Identity:
    """A document as somebody names it; a part that is not known is empty."""

    kind: str = ""
    number: str = ""
    issuer: str = ""
    issued_on: date | None = None

    @property
    def columns(self) -> dict:
        """The columns by which the document is stored."""
        known = {"kind": self.kind, "number": tidy(self.number), "issuer": tidy(self.issuer)}
        return known | {"issued_on": self.issued_on}

    @property
    def key(self) -> tuple:
        """What two ways of writing the same identity have in common."""
        return (self.kind, number_key(self.number), plain(self.issuer), self.issued_on)

    @property
    def is_empty(self) -> bool:
        """Say whether no part is known."""
        return not any(self.columns.values())

    @property
    def words(self) -> str:
        """The document as a text cites it."""
        return Document(**self.columns).citation


class Likeness(StrEnum):
    """How an identity stands to a document that is there."""

    SAME = "same"
    MAYBE = "maybe"
    OTHER = "other"


@dataclass(frozen=True)
class Alike:
    """A document that is there, and how it stands to the identity asked about."""

    document: Document
    likeness: Likeness


def of(document: Document) -> Identity:
    """Return the identity of a stored document."""
    return Identity(*(getattr(document, name) for name in PARTS))


def number_key(number: str) -> str:
    """Return what two ways of writing a number have in common: 05 - CV/TU and 5-cv/tu are one."""
    return plain(number).translate(_DASHES).replace(" ", "").lstrip("0")


def alike(identity: Identity, *, apart_from: Document | None = None) -> list[Alike]:
    """Return the documents that are the same, may be the same, or bear the same number though they are others."""
    found = _near(identity).exclude(pk=apart_from.pk if apart_from else None).select_related("directive")
    told = ((each, likeness(identity, of(each))) for each in found.order_by("pk"))
    return [Alike(each, how) for each, how in told if how]


def likeness(asked: Identity, there: Identity) -> Likeness | None:
    """Say how two identities stand to each other; None where they have nothing in common that would tell."""
    pairs = list(zip(asked.key, there.key, strict=True))
    if all(one == other for one, other in pairs):
        return Likeness.SAME
    agree = all(one == other or not one or not other for one, other in pairs)
    shared = sum(one == other for one, other in pairs if one)
    same_number = bool(asked.key[1]) and asked.key[1] == there.key[1]
    if agree and (same_number or shared == len(PARTS) - 1):
        return Likeness.MAYBE
    return Likeness.OTHER if same_number else None


def meant(identity: Identity) -> list[Document]:
    """Return the documents that agree with every part that was named."""
    found = Document.objects.all()
    if identity.kind:
        found = found.filter(kind=identity.kind)
    if identity.issued_on:
        found = found.filter(issued_on=identity.issued_on)
    if identity.number:
        found = found.annotate(number_key=NumberKey(Plain(F("number")))).filter(number_key=number_key(identity.number))
    if identity.issuer:
        found = found.annotate(issuer_key=Plain(F("issuer"))).filter(issuer_key=plain(identity.issuer))
    return list(found.order_by("pk"))


def _near(identity: Identity) -> QuerySet[Document]:
    """Those with its number, and those that agree in everything else."""
    keyed = Document.objects.annotate(number_key=NumberKey(Plain(F("number"))), issuer_key=Plain(F("issuer")))
    others = Q(kind=identity.kind, issuer_key=plain(identity.issuer), issued_on=identity.issued_on)
    key = number_key(identity.number)
    return keyed.filter(others | Q(number_key=key)) if key else keyed.filter(others)
