"""What could leak from the world of the walk: objects elsewhere, each with a word that stands nowhere else.

Two sites: a foreign bloc, and a cell beside every post under the same bloc. Each of them touches the posts where the product
has a seam: a person of theirs was once nominated to a reached cell, a reached organisation nominated somebody to their cell,
a reached person was nominated to their cell too, and learns in their class.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from candidates.enums import Answer, ClassState, CriterionCode, Rater, ReturnReason, Stage
from candidates.models import Dossier, Membership, Nomination, Person, Rating
from organizations import tree
from organizations.enums import OfficeCell, Role, Secrecy, UnitKind
from organizations.models import Document, Oversight, StandingOffice, Unit
from tests import duties, issues, people, rounds, training
from tests.candidates import handed, laid, merits, vettings, votes
from tests.people import FOUNDED, NOMINATED
from tests.reach.world import Relation, World

ANSWERED = date(2021, 3, 15)
REASON = ReturnReason.WISH.label


class Kind(StrEnum):
    """Of what the word is."""

    NAME = "name"
    HELPER = "helper"
    ISSUER = "issuer"
    ORGANISATION = "organisation"
    NOTE = "note"
    NUMBER = "number"
    STUDENT = "student"
    ACCOUNT = "account"
    SOURCE = "source"
    RULE = "rule"
    MINUTES = "minutes"
    PLACE = "place"
    CONSENT = "consent"
    BASIS = "basis"
    KEEPER = "keeper"
    COUNTERPART = "counterpart"
    DECIDED = "decided"
    LISTED = "listed"
    SCANNED = "scanned"
    LETTER = "letter"
    REPORT = "report"
    ROUND = "round"


@dataclass(frozen=True)
class Site:
    """What was planted in one place: ``top`` is the unit whose people see all of it."""

    name: str
    top: Unit
    dossiers: tuple[Dossier, ...]
    organisation: Unit
    nominations: tuple[Nomination, ...]
    lesson: int
    username: str
    criterion: int
    reconciliation: int
    scanned: int
    letter: int
    report: int
    round: int

    def word(self, kind: Kind) -> str:
        """The word of an object of this place."""
        return word(self.name, kind)

    @property
    def words(self) -> list[str]:
        """Everything that must not be read elsewhere, but for the reason of a return."""
        return [self.word(kind) for kind in Kind]


def word(site: str, kind: Kind) -> str:
    """A word that no page says of its own."""
    return f"Zq{site}{kind}"


def plant(world: World) -> tuple[Site, ...]:
    """Create what could leak."""
    cast = world.cast
    outside = {name: _organisation(name, cell) for name, cell in _cells(cast).items()}
    tree.rebuild()
    tops = {"foreign": cast.foreign_bloc, "beside": cast.bloc}
    return tuple(_site(world, name, cell, tops[name], outside[name]) for name, cell in _cells(cast).items())


def _cells(cast: people.Cast) -> dict[str, Unit]:
    return {"foreign": cast.foreign_cell, "beside": cast.single_cell}


def _site(world: World, name: str, cell: Unit, top: Unit, outside: Unit) -> Site:
    secret = _dossier(world, cell, word(name, Kind.NAME))
    merits.help_with(secret, word(name, Kind.HELPER))
    votes.held(secret, number=word(name, Kind.MINUTES))
    laid.paper(secret, kept_at=word(name, Kind.KEEPER))
    laid.handed(secret, cell, counterpart=word(name, Kind.COUNTERPART))
    _vet(secret, name)
    known = _known(world, name, cell, outside)
    account = people.person(f"z-{name}", f"Lê Văn {word(name, Kind.ACCOUNT)}", Role.LEADERSHIP, cell)
    lesson = _lesson(world, top, _dossier(world, cell, word(name, Kind.STUDENT)))
    named = _nominations(world, name, cell, known.person)
    stated = {"code": CriterionCode.STATED, "words": word(name, Kind.RULE)}
    rule = merits.criterion(cell, **stated)
    stored, paper = _handed(world, name, top, cell, secret)
    return Site(
        name,
        top,
        (secret, known),
        outside,
        named,
        lesson,
        account.username,
        rule.pk,
        stored,
        paper,
        _letter(name, cell),
        issues.entered(issues.row(cell, word(name, Kind.REPORT)), "46").frozen_id,
        rounds.planted(cell, word(name, Kind.ROUND), rounds.APRIL).pk,
    )


def _handed(world: World, name: str, top: Unit, cell: Unit, secret: Dossier) -> tuple[int, int]:
    """Somebody decided, a reconciliation of the top unit with a line of its list, the name of a scan; the keys of both."""
    people.dossier(world.cast, Stage.DECIDED, where=cell, full_name=f"Lê Thị {word(name, Kind.DECIDED)}")
    found = handed.differ(handed.reconciliation(top), name=word(name, Kind.LISTED))
    scan = handed.scan(secret.papers.first(), original_name=f"{word(name, Kind.SCANNED)}.pdf")
    return found.reconciliation_id, scan.paper_id


def _letter(name: str, cell: Unit) -> int:
    """A document with a degree of secrecy, of the cell and to the cell; the key of it."""
    made = duties.letter(cell, f"{word(name, Kind.LETTER)}-CV")
    Document.objects.filter(pk=made.document_id).update(secrecy=Secrecy.SECRET, subject=word(name, Kind.LETTER))
    duties.addressee(made, word(name, Kind.LETTER), unit=cell)
    return made.pk


def _vet(secret: Dossier, name: str) -> None:
    """What was verified, consented to and found."""
    vettings.check(secret, place=word(name, Kind.PLACE))
    vettings.consent(secret, issuer=word(name, Kind.CONSENT))
    vettings.find(secret, vettings.stated(secret.unit), basis=word(name, Kind.BASIS))


def _dossier(world: World, cell: Unit, name: str) -> Dossier:
    return people.dossier(world.cast, Stage.SYMPATHISER, where=cell, full_name=f"Lê Thị {name}")


def _known(world: World, name: str, cell: Unit, outside: Unit) -> Dossier:
    """Somebody whom the posts know by name, from a nomination to a cell of theirs, and of whom they know nothing else."""
    made = _dossier(world, cell, "Biết")
    rated = {"year": 2018, "rater": Rater.AGENCY, "grade": 3, "issuer": word(name, Kind.ISSUER)}
    Rating.objects.create(person=made.person, **rated)
    Membership.objects.create(person=made.person, organisation=outside, valid_from=FOUNDED)
    _returned(made.person, world.organisations[Relation.OWN], world.cast.cell, ReturnReason.AGE)
    return made


def _nominations(world: World, name: str, cell: Unit, known: Person) -> tuple[Nomination, ...]:
    """By every organisation that a post reaches, and of a person whom the posts reach by one that they do not."""
    reached = (world.organisations[Relation.OWN], world.organisations[Relation.DESCENDANT], world.cast.association)
    said = {"return_note": word(name, Kind.NOTE)}
    named = [_returned(known, organisation, cell, ReturnReason.WISH, **said) for organisation in reached]
    theirs, number = world.dossiers[world.cast.cell.code].person, word(name, Kind.NUMBER)
    further = _returned(theirs, world.cast.foreign_association, cell, ReturnReason.WISH, number=number, **said)
    return (*named, further)


def _returned(person: Person, organisation: Unit, cell: Unit, reason: ReturnReason, **said: str) -> Nomination:
    places = {"person": person, "organisation": organisation, "cell": cell, "nominated_on": NOMINATED}
    answered = {"answer": Answer.RETURNED, "answered_on": ANSWERED, "return_reason": reason}
    return Nomination.objects.create(**places, **answered, **said)


def _lesson(world: World, top: Unit, student: Dossier) -> int:
    """A class in which somebody learns whom the posts reach, and somebody whom they do not."""
    lesson = training.a_class(top, ClassState.OPENED)
    for each in (student, world.dossiers[world.cast.cell.code]):
        training.student(lesson, each)
    return lesson.pk


def _organisation(name: str, cell: Unit) -> Unit:
    made = people.unit(f"Z.{name}", f"Hội {word(name, Kind.ORGANISATION)}", UnitKind.ASSOCIATION)
    Oversight.objects.create(organisation=made, unit=cell, valid_from=FOUNDED)
    source = {"source": word(name, Kind.SOURCE), "arrangement": OfficeCell.NONE}
    StandingOffice.objects.create(organisation=made, valid_from=FOUNDED, **source)
    return made
