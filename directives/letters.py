"""A document as it is typed in for the register: its head, and its addressees, clauses and relations line by line."""

from dataclasses import dataclass, field
from datetime import date

from directives.enums import Bound, CitationKind
from directives.identities import Identity
from organizations.enums import Secrecy
from organizations.models import Unit


@dataclass(frozen=True)
class Head:
    """What stands on a document itself, and which unit keeps it; what the copy does not say is empty."""

    identity: Identity
    subject: str
    kept_by: Unit
    issuing_unit: Unit | None = None
    secrecy: str = Secrecy.NORMAL
    valid_from: date | None = None
    valid_until: date | None = None
    meeting_on: date | None = None
    signed_as: str = ""
    signer: str = ""
    place: str = ""
    note: str = ""


@dataclass(frozen=True)
class AddresseeLine:
    """Whom it speaks to; ``row`` is the key of the stored line that this one says anew."""

    words: str
    to_act: bool = True
    unit: Unit | None = None
    bound: str = Bound.ITSELF
    row: int | None = None


@dataclass(frozen=True)
class ClauseLine:
    """A clause in our own words; ``row`` is the key of the stored clause that this one says anew."""

    label: str
    summary: str
    row: int | None = None


@dataclass(frozen=True)
class CitationLine:
    """A relation to another document, named by what one knows of it; ``clause`` is the label of the clause that has it.

    ``subject`` is told of a document that is not known yet.
    """

    kind: CitationKind
    other: Identity
    subject: str = ""
    clause: str = ""


@dataclass(frozen=True)
class Letter:
    """All that is registered in one act."""

    head: Head
    addressees: tuple[AddresseeLine, ...] = field(default=())
    clauses: tuple[ClauseLine, ...] = field(default=())
    citations: tuple[CitationLine, ...] = field(default=())
