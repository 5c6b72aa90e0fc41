"""What a rule may see of a dossier; None always means "not known", never "no"."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Rated:
    """The grade that a rater ("agency" or "organisation") gave somebody for a year; ``words`` as the paper has it."""

    year: int
    rater: str
    grade: int
    words: str


@dataclass(frozen=True)
class Facts:
    """Facts about one dossier as at a judgement.

    ``meeting_on`` is the day of the cell meeting that proposes admission (or the day on which one asks "if it met now");
    ``certificate_on`` the day of the class certificate; ``ceremony_on`` the day of the admission ceremony;
    ``recognition_on`` the day of the decision on recognition.

    ``considered_on`` is the day on which the committee or the grassroots organisation considers the person; ``in_organisation``
    are the half-open periods of belonging to a socio-political organisation.
    """

    birth_year: int
    birth_date: date | None = None
    meeting_on: date | None = None
    certificate_on: date | None = None
    ceremony_on: date | None = None
    recognition_on: date | None = None
    considered_on: date | None = None
    occupation: str = ""
    ratings: tuple[Rated, ...] = ()
    commended: frozenset[int] = frozenset()
    in_organisation: tuple[tuple[date, date | None], ...] = ()
