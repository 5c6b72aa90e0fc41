"""From stored rows to what the rules may see: one set of facts per dossier, in few queries for any number of dossiers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import prefetch_related_objects

from candidates import holds, models, policy, votes_kept
from candidates.enums import BARRED, HoldOutcome, Leaving, PaperKind, Stage, Way
from candidates.models import Dossier
from candidates.rules import facts as seen
from candidates.rules.facts import Facts
from organizations import declared
from organizations.enums import FigureKind, UnitKind
from organizations.models import UnitVersion

NEEDED = (
    "papers",
    "ballots",
    "checks",
    "consents",
    "former_memberships",
    "findings",
    "introducers",
    "helpers",
    "holds",
    "transfers",
    "person__ratings",
    "person__commendations",
    "person__memberships",
)


@dataclass(frozen=True)
class Look:
    """The day ``on`` for which facts are gathered, and the day up to which things are known (``on`` or a later one).

    What came between the two counts for nothing, but a rule may say that it came too late.
    """

    on: date
    known_by: date


def gathered(dossiers: Iterable[Dossier], on: date, known_by: date | None = None) -> Iterator[tuple[Dossier, Facts]]:
    """Yield each dossier with what the rules may see of it on a day."""
    found = list(dossiers)
    prefetch_related_objects(found, "person", "unit", *_needed(found))
    look, around = Look(on, known_by or on), Surroundings(found, on)
    for dossier in found:
        yield dossier, _facts(dossier, look, around)


def of(dossier: Dossier, on: date, known_by: date | None = None) -> Facts:
    """Return what the rules may see of one dossier on a day."""
    return next(gathered([dossier], on, known_by))[1]


def known_on(issued_on: date | None, on: date) -> bool:
    """Say whether a paper was there on a day; one without a date counts as there."""
    return issued_on is None or issued_on <= on


class Surroundings:
    """What is asked once for all dossiers: which organisations are socio-political, what the cells declared."""

    def __init__(self, dossiers: list[Dossier], on: date) -> None:
        self._dossiers, self._on = dossiers, on

    @cached_property
    def bodies(self) -> frozenset[int]:
        """The socio-political organisations."""
        kinds = UnitVersion.objects.filter(kind=UnitKind.SOCIO_POLITICAL)
        return frozenset(kinds.values_list("unit_id", flat=True))

    def official(self, unit_id: int) -> declared.Told | None:
        """What a cell declared last of its official members."""
        return self._told.get(unit_id, {}).get(FigureKind.OFFICIAL_MEMBERS)

    @cached_property
    def _told(self) -> dict[int, dict[FigureKind, declared.Told]]:
        units = {dossier.unit_id for dossier in self._dossiers}
        return declared.newest_by_unit(units, (FigureKind.OFFICIAL_MEMBERS,), self._on, self._on)


def _needed(dossiers: list[Dossier]) -> tuple[str, ...]:
    """The rows to fetch; steps only where no read fetched the history along."""
    return NEEDED if dossiers and "history" in vars(dossiers[0]) else (*NEEDED, "entries")


def _facts(dossier: Dossier, look: Look, around: Surroundings) -> Facts:
    told = around.official(dossier.unit_id)
    return Facts(
        birth_year=dossier.person.birth_year,
        birth_date=dossier.person.birth_date,
        certificate_on=_certificate(dossier, look),
        ceremony_on=_entered(dossier, Stage.ADMITTED, look.on),
        probation_ends=_probation_ends(dossier, look.on),
        decided_on=_entered(dossier, Stage.DECIDED, look.on),
        sympathiser_on=_entered(dossier, Stage.SYMPATHISER, look.on),
        official_members=told.value if told else None,
        declared_on=told.on if told else None,
        **_stated(dossier),
        **_merits(dossier, look.on, around),
        **_recorded(dossier, look),
    )


def _stated(dossier: Dossier) -> dict:
    """What is known of the person, without a date of its own."""
    return {
        "occupation": dossier.occupation,
        "schooling": dossier.schooling,
        "diploma": dossier.diploma,
        "youth_union": dossier.youth_union,
        "is_readmission": dossier.readmission,
        "former": next((_former(each) for each in dossier.former_memberships.all()), None),
    }


def _merits(dossier: Dossier, on: date, around: Surroundings) -> dict:
    """Ratings, commendations and memberships as they were known on a day."""
    person = dossier.person
    rated = [each for each in person.ratings.all() if known_on(each.issued_on, on)]
    belonged = [each for each in person.memberships.all() if each.valid_from <= on]
    return {
        "ratings": tuple(seen.Rated(each.year, each.rater, each.grade, each.get_grade_display()) for each in rated),
        "commended": frozenset(each.year for each in person.commendations.all() if known_on(each.issued_on, on)),
        "in_organisation": tuple(
            (each.valid_from, each.valid_until) for each in belonged if each.organisation_id in around.bodies
        ),
    }


def _recorded(dossier: Dossier, look: Look) -> dict:
    """What was recorded around the dossier by the day up to which things are known."""
    by = look.known_by
    return {
        "introductions": tuple(_introduction(each) for each in dossier.introducers.all() if each.on <= by),
        "helping": next((_helping(each) for each in dossier.helpers.all() if _holds(each, look.on)), None),
        "papers": tuple(_held(each) for each in dossier.papers.all() if each.issued_on <= by),
        "checks": tuple(_checked(each, by) for each in dossier.checks.all() if known_on(each.asked_on, by)),
        "consents": tuple(_consented(each) for each in dossier.consents.all() if each.issued_on <= by),
        "tallies": tuple(tally(each) for each in votes_kept.counting(dossier) if each.held_on <= by),
        "stated": tuple(_finding(each) for each in dossier.findings.all() if each.on <= by),
        "moved": _moved(dossier, by),
        "superior": _superior(dossier, by),
    }


def tally(each: models.Ballot) -> seen.Tally:
    """Return a stored vote as the rules see it."""
    return seen.Tally(
        body=each.body,
        subject=each.subject,
        on=each.held_on,
        members=each.members,
        present=each.present,
        in_favour=each.in_favour,
        against=each.against,
        blank=each.blank,
        away=each.away,
        exempt_absent=each.exempt_absent,
    )


def _introduction(each: models.Introducer) -> seen.Introduction:
    return seen.Introduction(each.kind, each.name, each.on, each.together_since, each.official_since, each.waiver)


def _helping(each: models.Helper) -> seen.Helping:
    return seen.Helping(each.name, each.valid_from, each.official_since)


def _held(each: models.Paper) -> seen.Held:
    return seen.Held(each.kind, each.get_kind_display(), each.issued_on)


def _checked(each: models.BackgroundCheck, by: date) -> seen.Checked:
    """A verification as it stood on a day: an answer of a later day was not there yet."""
    answered = each.answered_on if each.answered_on and each.answered_on <= by else None
    state = "asked" if each.answered_on and answered is None else each.state
    words = each.get_relation_display()
    return seen.Checked(each.relation, state, words, each.place, each.asked_on, answered, each.is_related)


def _consented(each: models.Consent) -> seen.Consented:
    return seen.Consented(each.matter, each.ground, each.get_ground_display(), each.issuer, each.issued_on)


def _former(each: models.FormerMembership) -> seen.Former:
    return seen.Former(
        left_on=each.left_on,
        is_barred=each.leaving in BARRED,
        is_crime=each.leaving == Leaving.LESSER_CRIME,
        is_population=each.leaving == Leaving.POPULATION,
        cleared_on=each.cleared_on,
        readmitted_before=each.readmitted_before,
    )


def _finding(each: models.LocalFinding) -> seen.Stated:
    return seen.Stated(each.criterion_id, each.answer, each.on, each.basis)


def _moved(dossier: Dossier, by: date) -> seen.Moved | None:
    """How the dossier came to the cell in which it lies; a certificate of being helped may have been recorded later."""
    received = [each for each in dossier.transfers.all() if each.received_on and each.received_on <= by]
    if not received:
        return None
    last = received[-1]
    own = [last.number] if last.letter == PaperKind.HELPED else []
    later = [each.number for each in dossier.papers.all() if each.kind == PaperKind.HELPED and each.issued_on <= by]
    found = [*later, *own]
    number = f" số {found[0]}" if found and found[0] else ""
    return seen.Moved(last.sent_on, last.received_on, f"{PaperKind.HELPED.label}{number}" if found else "")


def _superior(dossier: Dossier, by: date) -> seen.Superior | None:
    """What the superior said last of a reported vote, as known on a day."""
    found = holds.answered(dossier, by)
    if found is None:
        return None
    return seen.Superior(found.ended_on, found.end_number, found.outcome == HoldOutcome.VOTE_AGAIN)


def _holds(each: models.Helper, on: date) -> bool:
    return each.valid_from <= on and (each.valid_until is None or each.valid_until > on)


def _entered(dossier: Dossier, stage: Stage, on: date) -> date | None:
    days = [each.on for each in dossier.steps if each.stage == stage and each.on <= on and each.way == Way.STEP]
    return days[-1] if days else None


def _probation_ends(dossier: Dossier, on: date) -> seen.Fixed | None:
    """The end of probation as it was stored with the ceremony, and the value that set it."""
    stored = [entry for entry in dossier.steps if entry.stage == Stage.ADMITTED and entry.on <= on and entry.ends_on]
    if not stored:
        return None
    rule = policy.as_rule(stored[-1].ends_rule)
    return seen.Fixed(stored[-1].ends_on, rule.value, rule.source)


def _certificate(dossier: Dossier, look: Look) -> date | None:
    """The newest class certificate of the day; where there is none, the first that came too late."""
    kept = (each for each in dossier.papers.all() if each.kind == PaperKind.CERTIFICATE)
    days = sorted(each.issued_on for each in kept if each.issued_on <= look.known_by)
    there = [day for day in days if day <= look.on]
    return there[-1] if there else next(iter(days), None)
