"""What a rule may see of a dossier; None always means "not known", never "no"."""

from dataclasses import dataclass
from datetime import date

from candidates.rules.sources import Source


@dataclass(frozen=True)
class Rated:
    """The grade that a rater ("agency" or "organisation") gave somebody for a year; ``words`` as the paper has it."""

    year: int
    rater: str
    grade: int
    words: str


@dataclass(frozen=True)
class Introduction:
    """Who introduces the candidate, and the day of the introduction.

    ``kind`` is "member", "youth_union" or "trade_union". A member works, studies or lives together with the candidate since
    ``together_since`` and is an official member since ``official_since``; ``waiver`` names the paper by which the time
    together is not asked for (a transfer on the way).
    """

    kind: str
    name: str
    on: date
    together_since: date | None = None
    official_since: date | None = None
    waiver: str = ""


@dataclass(frozen=True)
class Helping:
    """The member who helps the candidate, since which day, and since when that one is an official member."""

    name: str
    since: date
    official_since: date | None = None


@dataclass(frozen=True)
class Held:
    """A paper of the dossier: its kind, how it is called, its day."""

    kind: str
    words: str
    on: date


@dataclass(frozen=True)
class Checked:
    """One verification of the background; ``relation`` and ``state`` as in the closed lists, ``words`` names the relation."""

    relation: str
    state: str
    words: str
    place: str = ""
    asked_on: date | None = None
    answered_on: date | None = None
    is_related: bool | None = None


@dataclass(frozen=True)
class Consented:
    """A written consent or the ground of an exception: for which ``matter``, on which ``ground``, from whom, on which day."""

    matter: str
    ground: str
    ground_words: str
    issuer: str
    on: date


@dataclass(frozen=True)
class Former:
    """An earlier time in the Party: when it ended; whether the way it ended bars another admission, was a crime of the lesser
    kind, or a breach of the population policy (which has a rule of its own).
    """

    left_on: date
    is_barred: bool = False
    is_crime: bool = False
    is_population: bool = False
    cleared_on: date | None = None
    readmitted_before: bool | None = None


@dataclass(frozen=True)
class Tally:
    """One vote: who was there and how they voted (``rules.ballots`` measures it).

    ``members``: official members of the cell, or all members of the committee; ``away``: in temporary activity elsewhere;
    ``exempt_absent``: exempted from activity and absent. Probationary members are in none of the numbers.
    """

    body: str
    subject: str
    on: date
    members: int
    present: int
    in_favour: int
    against: int
    blank: int = 0
    away: int = 0
    exempt_absent: int = 0


@dataclass(frozen=True)
class Stated:
    """What a person found about a local criterion that only a person can judge (``answer``: "met" or "not_met")."""

    criterion: int
    answer: str
    on: date
    basis: str


@dataclass(frozen=True)
class Fixed:
    """A day that was stored at its step, with the value that set it: a later value moves it no more."""

    on: date
    value: str
    source: Source


@dataclass(frozen=True)
class Moved:
    """The dossier, already under way, was sent to the present cell on a day and received on another.

    ``certificate`` names the certificate of being helped that came along (CV 1361-CV/BTCTW, no. 53); empty where none did.
    """

    sent_on: date
    received_on: date
    certificate: str = ""


@dataclass(frozen=True)
class Superior:
    """The superior's last answer to a vote that was reported: its day and number; ``votes_again`` or the committee decides."""

    on: date
    number: str
    votes_again: bool


@dataclass(frozen=True)
class Facts:
    """Facts about one dossier as at a judgement: nothing that came after it, but for what makes a slip visible.

    ``meeting_on`` is the day of the cell meeting that proposes admission (or the day on which one asks "if it met now");
    ``certificate_on`` the day of the class certificate, also where it lies after the meeting; ``ceremony_on`` the day of the
    admission ceremony; ``decided_on`` that of the decision on admission; ``recognition_on`` that on which recognition is
    decided or proposed, ``struck_off_on`` that of striking off. ``considered_on`` is the day on which the committee or the
    grassroots organisation considers the person; ``in_organisation`` are the half-open periods of belonging to a
    socio-political organisation.
    ``probation_ends`` is the end of probation as it was stored with the ceremony. ``schooling`` is a level of 1 (reads and
    writes) to 4 (upper secondary), ``diploma`` whether there is a diploma of it.
    ``official_members`` is what the cell declared for ``declared_on``.
    ``moved`` is how the dossier, already under way, came to the present cell from another one; ``superior`` what the superior
    said of votes that were reported.
    """

    birth_year: int
    birth_date: date | None = None
    meeting_on: date | None = None
    certificate_on: date | None = None
    ceremony_on: date | None = None
    recognition_on: date | None = None
    struck_off_on: date | None = None
    probation_ends: Fixed | None = None
    considered_on: date | None = None
    decided_on: date | None = None
    occupation: str = ""
    ratings: tuple[Rated, ...] = ()
    commended: frozenset[int] = frozenset()
    in_organisation: tuple[tuple[date, date | None], ...] = ()
    schooling: int | None = None
    diploma: bool | None = None
    youth_union: bool | None = None
    is_readmission: bool = False
    former: Former | None = None
    consents: tuple[Consented, ...] = ()
    introductions: tuple[Introduction, ...] = ()
    helping: Helping | None = None
    papers: tuple[Held, ...] = ()
    checks: tuple[Checked, ...] = ()
    tallies: tuple[Tally, ...] = ()
    stated: tuple[Stated, ...] = ()
    sympathiser_on: date | None = None
    official_members: int | None = None
    declared_on: date | None = None
    moved: Moved | None = None
    superior: Superior | None = None

    def tallies_of(self, subject: str, *, of_cell: bool) -> tuple[Tally, ...]:
        """Return the votes about a subject, of the cell or of the committees, the oldest first."""
        return tuple(
            sorted(
                (each for each in self.tallies if each.subject == subject and (each.body == "cell") == of_cell),
                key=lambda each: each.on,
            )
        )
