"""What a report is before it is printed: frozen data that page, PDF and Excel print alike.

Nothing here counts, formats or knows the database. ``href`` is the address of the list behind a number (screen only);
``None`` as a value means "no figure" and is printed as a dash with the sentence in ``words`` when there is one.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Shape(StrEnum):
    """How a column prints its values."""

    TEXT = "text"
    COUNT = "count"
    PERCENT = "percent"


class RowKind(StrEnum):
    """What a row stands for in its table."""

    ITEM = "item"
    GROUP = "group"
    TOTAL = "total"


@dataclass(frozen=True)
class Column:
    """A column: its head, an optional head shared with its neighbours, how it prints, and its meaning in words.

    A percentage names the columns that it divides: ``part`` by ``whole``.
    """

    key: str
    label: str
    shape: Shape = Shape.COUNT
    group: str = ""
    meaning: str = ""
    part: str = ""
    whole: str = ""


@dataclass(frozen=True)
class Figure:
    """One printed value: a count, a percentage (in percent) or text; the list behind it; words where there is no value."""

    value: int | Decimal | str | None
    href: str = ""
    words: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph whose ``words`` name their figures as ``{token}``: each opens the list of the people it counted.

    ``key`` is its place in the definition – section, part, paragraph of the part – by which an edited text finds it again.
    """

    words: str
    figures: dict[str, Figure] = field(default_factory=dict)
    key: str = ""


@dataclass(frozen=True)
class Row:
    """One row: its label, one figure for each column after the label, and the address of what it stands for."""

    label: str
    figures: tuple[Figure, ...]
    kind: RowKind = RowKind.ITEM
    href: str = ""


@dataclass(frozen=True)
class Table:
    """A numbered table; ``counted`` is the line under it: what is counted, as at which date, which reading of units.

    ``key`` is its place in the definition, by which an edited text finds its cells again.
    """

    number: int
    title: str
    row_head: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    counted: str
    wide: bool = False
    key: str = ""


@dataclass(frozen=True)
class Chart:
    """A drawing: the template that draws it, its geometry (reports/charts), and the caption under it."""

    template: str
    drawing: object
    caption: str


@dataclass(frozen=True)
class Section:
    """A numbered part of the text: heading, paragraphs, then drawings and tables; ``key`` is its place in the definition."""

    heading: str
    paragraphs: tuple[Paragraph, ...] = ()
    charts: tuple[Chart, ...] = ()
    tables: tuple[Table, ...] = ()
    key: str = ""


@dataclass(frozen=True)
class Letterhead:
    """The head of a document; ``number`` and ``issued_on`` stay empty until the registry gives them.

    ``party`` stands on the right; an organisation outside the Party leaves it empty. ``secrecy`` is the degree in words, empty
    where there is none.
    """

    superior: str
    issuer: str
    sign: str
    place: str
    kind: str
    subject: str
    number: str = ""
    issued_on: date | None = None
    party: str = "Đảng Cộng sản Việt Nam"
    secrecy: str = ""


@dataclass(frozen=True)
class Signature:
    """Who signs, by which authority, and who receives the report; ``cosigner`` confirms a mass organisation's tables."""

    authority: str
    title: str
    recipients: tuple[str, ...]
    name: str = ""
    cosigner: str = ""


@dataclass(frozen=True)
class Name:
    """One person of the annexe of names."""

    order: int
    full_name: str
    birth: str
    unit: str
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Annexe:
    """A list of names, only when it was chosen; ``heads`` are the heads of each name's facts, ``note`` says who is not named."""

    title: str
    heads: tuple[str, ...]
    names: tuple[Name, ...]
    note: str = ""


@dataclass(frozen=True)
class Report:
    """A whole report as at a date. ``slip`` holds what must never stand in a signed report: unconfirmed values and checks.

    ``one_page`` is printed as a picture of one page: its tables as a row of key numbers, its drawings beside each other.
    """

    code: str
    as_at: date
    letterhead: Letterhead
    opening: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    signature: Signature
    annexe: Annexe | None = None
    slip: tuple[str, ...] = field(default=())
    one_page: bool = False
