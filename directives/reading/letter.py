"""What was found in a letter: every finding stands with the words it comes from and their place in the text."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Span:
    """A place in the normalised text, from ``start`` up to, not including, ``stop``."""

    start: int
    stop: int


@dataclass(frozen=True)
class Field:
    """A field of the head: its value as text, and where it stands."""

    value: str
    span: Span


@dataclass(frozen=True)
class Addressee:
    """Whom the letter speaks to, in its own words; ``to_act`` is False for whoever only gets to know."""

    words: str
    to_act: bool
    span: Span


@dataclass(frozen=True)
class Cited:
    """A document that the letter cites; ``name`` are the words after the kind where it has no number."""

    kind: str | None
    number: str | None
    issued_on: date | None
    name: str
    sentence: str
    span: Span


@dataclass(frozen=True)
class Quota:
    """A number that the letter asks for.

    ``unit``: percent, people or organisations. ``comparison``: at_least, at_most, about, or None. ``base``: start_of_year,
    end_of_last_year, start_of_term, members or none; None where the text does not say. ``period`` has the closed forms of
    ``periods``. ``letter_words`` are the letter's own words for about how many that is. ``unit_words`` is the unit of a
    table's row, ``column`` the heading of its column, ``measure`` what seems to be counted.
    """

    value: Decimal | None
    value_max: Decimal | None
    unit: str | None
    comparison: str | None
    base: str | None
    period: str | None
    measure: str | None
    unit_words: str
    letter_words: str
    is_total: bool
    sentence: str
    span: Span
    column: str = ""


@dataclass(frozen=True)
class Duty:
    """What somebody is to do: by when if the text says so, again every year, half year, quarter or month, from when."""

    actor: str | None
    action: str
    due_on: date | None
    repeats: str | None
    from_on: date | None
    sentence: str
    span: Span


@dataclass(frozen=True)
class Said:
    """A sentence: a criterion for people, or one that was not understood."""

    sentence: str
    span: Span


@dataclass(frozen=True)
class Letter:
    """All that was found in one text; what is missing is None or empty."""

    text: str
    kind: Field | None
    number: Field | None
    issued_on: date | None
    issued_span: Span | None
    place: Field | None
    issuer: Field | None
    subject: Field | None
    addressees: tuple[Addressee, ...]
    signer: Field | None
    signer_title: Field | None
    meeting_on: date | None
    cites: tuple[Cited, ...]
    targets: tuple[Quota, ...]
    criteria: tuple[Said, ...]
    duties: tuple[Duty, ...]
    not_understood: tuple[Said, ...]
