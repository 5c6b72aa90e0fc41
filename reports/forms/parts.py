"""What a form is before it is filled: its editions, who issues it, its paragraphs with tokens, its signature.

A token ``{name}`` is a field of ``fields``; ``{hand:quê quán}`` is left to the pen, because the product does not keep it.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from candidates.enums import BallotBody, BallotSubject, PaperKind, Stage


class Sure(StrEnum):
    """How well the wording of a form is known."""

    READ = "read"
    CIRCULATED = "circulated"
    COMPOSED = "composed"

    @property
    def words(self) -> str:
        """As the page says it; never on the paper."""
        return _SURE[self]


_SURE = {
    Sure.READ: "Lời văn đối chiếu với bản đăng lại của mẫu; chưa được cấp có thẩm quyền xác nhận.",
    Sure.CIRCULATED: "Lời văn theo mẫu đang lưu hành, chưa đối chiếu được nguyên văn; hãy so với mẫu của cấp trên.",
    Sure.COMPOSED: "Chưa tìm được mẫu chính thức; lời văn do hệ thống soạn theo thể thức chung của văn bản Đảng.",
}


@dataclass(frozen=True)
class Edition:
    """A document that sets the form, from a day on, and how well its wording is known; ``since`` None: day not found."""

    document: str
    since: date | None
    until: date | None
    sure: Sure
    source: str

    def holds_on(self, day: date) -> bool:
        """Say whether it sets the form on a day; an edition whose day was not found never does by itself."""
        return self.since is not None and self.since <= day and (self.until is None or day < self.until)


class Issuer(StrEnum):
    """Who issues a paper."""

    CELL = "cell"
    SECTION = "section"
    COMMITTEE = "committee"
    DECIDER = "decider"
    MEMBER = "member"
    YOUTH_UNION = "youth_union"
    TRADE_UNION = "trade_union"

    @property
    def words(self) -> str:
        """As the catalogue names it."""
        return _ISSUERS[self]


_ISSUERS = {
    Issuer.CELL: "Chi bộ",
    Issuer.SECTION: "Đảng ủy bộ phận",
    Issuer.COMMITTEE: "Đảng ủy cơ sở (chi bộ cơ sở)",
    Issuer.DECIDER: "Cấp ủy có thẩm quyền",
    Issuer.MEMBER: "Đảng viên",
    Issuer.YOUTH_UNION: "Ban Chấp hành Đoàn cơ sở",
    Issuer.TRADE_UNION: "Ban Chấp hành Công đoàn cơ sở",
}


class Layout(StrEnum):
    """How the head stands: the official form's own, a named document, a letter without a name, a member's paper."""

    FORM = "form"
    DOCUMENT = "document"
    LETTER = "letter"
    MEMBER = "member"


class RowOf(StrEnum):
    """A form that is printed once for each row of a kind."""

    MEMBER = "member"
    YOUTH_UNION = "youth_union"
    TRADE_UNION = "trade_union"
    HELPER = "helper"
    CHECK = "check"
    VISIT = "visit"


class Shape(StrEnum):
    """How a paragraph stands on the paper."""

    TEXT = "text"
    CENTRE = "centre"
    RULED = "ruled"
    LISTING = "listing"


@dataclass(frozen=True)
class Block:
    """A paragraph with tokens; ``lines`` are ruled for the pen; ``when`` names a field without which it is left out."""

    words: str
    shape: Shape = Shape.TEXT
    lines: int = 0
    when: str = ""


@dataclass(frozen=True)
class Votes:
    """The vote that a form tells: what about, of which bodies; ``proposes``: only one that passed can be told."""

    subject: BallotSubject
    bodies: tuple[BallotBody, ...]
    proposes: bool = False


@dataclass(frozen=True)
class Form:
    """A form as data. ``slug`` is its address, ``code`` its official code, ``catalogue`` its number in CV 1361-CV/BTCTW.

    ``sign`` is the kind in the number (NQ, QĐ); ``paper`` the recorded paper whose number and day it bears; ``stages`` those
    in which it is used; ``where`` a level above the cell without which it means nothing; ``signer``, ``cosigner`` sign
    in their own name.
    """

    slug: str
    name: str
    issuer: Issuer
    layout: Layout
    kind: str
    subject: str
    body: tuple[Block, ...]
    stages: frozenset[Stage]
    editions: tuple[Edition, ...]
    code: str = ""
    catalogue: str = ""
    sign: str = ""
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    paper: PaperKind | None = None
    vote: Votes | None = None
    row: RowOf | None = None
    where: str = ""
    signer: str = ""
    cosigner: str = ""

    @property
    def official_name(self) -> str:
        """The code and the name: Mẫu 6-KNĐ, Nghị quyết …"""
        return f"Mẫu {self.code}, {self.name}" if self.code else self.name

    def edition_on(self, day: date) -> Edition | None:
        """The edition that sets the form on a day; None where none is known for it."""
        return next((each for each in self.editions if each.holds_on(day)), None)


def text(words: str, when: str = "") -> Block:
    """A paragraph."""
    return Block(words, when=when)


def centre(words: str) -> Block:
    """A line in the middle, in bold type."""
    return Block(words, Shape.CENTRE)


def ruled(words: str, lines: int = 3) -> Block:
    """Words and lines for the pen: what is judged of a person is written by hand, never kept here."""
    return Block(words, Shape.RULED, lines)


def listing(name: str) -> Block:
    """A list from the data, by name (``listings``)."""
    return Block(name, Shape.LISTING)
