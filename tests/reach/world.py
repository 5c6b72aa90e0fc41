"""The world of the walk: every role with a post in the middle of a tree, and an object of every kind at each relation to it.

own: at the unit of the post; descendant: below it; ancestor: above it, or beside it under the same one; foreign: elsewhere.
Nothing of it is shared with another test.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.test import Client

from candidates.enums import ClassState, PaperKind, Stage
from candidates.models import AgendaItem, Dossier, Membership, Nomination
from directives.enums import ObligationKind
from directives.models import Obligation, OwnReading
from organizations import tree
from organizations.enums import Role, UnitKind
from organizations.models import Oversight, Unit, User
from tests import duties, issues, people, quotas, rounds, training
from tests.candidates import agendas, handed, holds, laid, merits, vettings, votes
from tests.people import FOUNDED

CELL_ROLES = frozenset(Role) - {Role.MASS_OFFICER}


class Relation(StrEnum):
    """How the unit of an object lies to the unit of a post."""

    OWN = "own"
    DESCENDANT = "descendant"
    ANCESTOR = "ancestor"
    FOREIGN = "foreign"


REACHED = frozenset({Relation.OWN, Relation.DESCENDANT})


@dataclass(frozen=True)
class Place:
    """Where a post is held, and the unit in which the object lies."""

    post: str
    unit: Unit


@dataclass(frozen=True)
class World:
    """``browsers`` by role and place of the post; objects by the code of the unit in which they lie."""

    cast: people.Cast
    browsers: dict[tuple[Role, str], Client]
    dossiers: dict[str, Dossier]
    decided: dict[str, Dossier]
    reconciliations: dict[str, int]
    nominations: dict[str, Nomination]
    transfers: dict[str, int]
    classes: dict[str, int]
    enrolments: dict[str, int]
    readings: dict[str, OwnReading]
    criteria: dict[str, int]
    accounts: dict[str, User]
    agenda: dict[str, AgendaItem]
    reviews: dict[str, int]
    made_known: Obligation
    to_set: Obligation
    targets: dict[str, int]
    versions: dict[str, int]
    units_targets: dict[str, int]
    organisations: dict[Relation, Unit]
    of_organisations: dict[Relation, Unit]
    replied: dict[str, Obligation]
    late: dict[str, Obligation]
    frozen: dict[str, int]
    issued: dict[str, int]
    rounds: dict[str, int]


def build() -> World:
    """Create the world; everything in it lies in the tests' small tree."""
    cast = people.cast()
    cells = (cast.cell, cast.other_cell, cast.single_cell, cast.foreign_cell)
    dossiers = {cell.code: _dossier(cast, cell) for cell in cells}
    units = (cast.bloc, cast.office, *cells)
    classes = {unit.code: training.a_class(unit, ClassState.OPENED) for unit in units}
    enrolled = {code: training.student(lesson, _below(cast, code, dossiers)) for code, lesson in classes.items()}
    followed, own = _organisations(cast)
    targets = {unit.code: people.target(unit, number) for number, unit in enumerate(units, start=3)}
    readings = {unit.code: _letter(unit) for unit in units}
    for unit in units:
        duties.read_letter(unit, unit.pk)
    return World(
        cast,
        _browsers(cast),
        dossiers,
        {cell.code: _decided(cast, cell) for cell in cells},
        {unit.code: handed.differ(handed.reconciliation(unit)).reconciliation_id for unit in units},
        {cell.code: _nomination(cast, dossiers[cell.code]) for cell in cells},
        {cell.code: _transfer(cast, cell) for cell in cells},
        {code: lesson.pk for code, lesson in classes.items()},
        {code: row.pk for code, row in enrolled.items()},
        readings,
        {unit.code: merits.criterion(unit).pk for unit in units},
        {unit.code: people.person(f"o-{unit.code}".lower(), "Người Ở Đó", Role.LEADERSHIP, unit) for unit in units},
        {unit.code: agendas.bare(unit, _below(cast, unit.code, dossiers)) for unit in units},
        {cell.code: agendas.reviewed(cell, dossiers[cell.code]).review_id for cell in cells},
        _made_known(cast),
        duties.duty(cast.bloc, duties.Bound.ASSOCIATIONS, ObligationKind.TARGETS),
        {code: each.pk for code, each in targets.items()},
        {code: quotas.issued(each, {each.unit: 1}, sharer=each.unit).pk for code, each in targets.items()},
        {
            unit.code: quotas.people_asked(unit, 20 + place, measure="units_admitting").pk
            for place, unit in enumerate(units)
        },
        followed,
        own,
        {unit.code: duties.replied(unit) for unit in units},
        {unit.code: duties.asked_again(unit) for unit in units},
        {unit.code: issues.row(unit).pk for unit in units},
        {unit.code: issues.entered(issues.row(unit)).frozen_id for unit in units},
        {unit.code: rounds.planted(unit).pk for unit in units},
    )


def party(world: World, relation: Relation) -> Place:
    """A post and a party unit: the committee of a grassroots organisation sees its cells, nothing above, nothing beside."""
    cast = world.cast
    return {
        Relation.OWN: Place("office", cast.office),
        Relation.DESCENDANT: Place("office", cast.cell),
        Relation.ANCESTOR: Place("office", cast.bloc),
        Relation.FOREIGN: Place("office", cast.foreign_cell),
    }[relation]


def cell(world: World, relation: Relation) -> Place:
    """A post and a cell, for what lies in cells alone; beside it under the same committee stands for "ancestor"."""
    cast = world.cast
    return {
        Relation.OWN: Place("cell", cast.cell),
        Relation.DESCENDANT: Place("office", cast.cell),
        Relation.ANCESTOR: Place("cell", cast.other_cell),
        Relation.FOREIGN: Place("cell", cast.foreign_cell),
    }[relation]


def _dossier(cast: people.Cast, where: Unit) -> Dossier:
    made = people.dossier(cast, Stage.SYMPATHISER, where=where, full_name=f"Nguyễn Văn {where.code[-1]}")
    merits.help_with(made)
    vettings.chase(vettings.check(made))
    votes.held(made)
    laid.paper(made)
    laid.handed(made, where)
    holds.comment(made)
    Membership.objects.create(person=made.person, organisation=cast.foreign_association, valid_from=FOUNDED)
    return made


def _letter(unit: Unit) -> OwnReading:
    """A letter of a unit with a reading of ours, and its file."""
    made = duties.reading(unit)
    duties.letter_file(made.directive)
    return made


def _made_known(cast: people.Cast) -> Obligation:
    """A letter sent to the cells of the bloc, which cites a document that is not registered."""
    made = duties.duty(cast.bloc, kind=ObligationKind.MAKE_KNOWN)
    duties.addressee(made.directive, "Các chi bộ", duties.Bound.CELLS, cast.bloc)
    duties.citation(made.directive, duties.stub())
    return made


def _decided(cast: people.Cast, where: Unit) -> Dossier:
    """Handed on, with the scan of a paper."""
    made = people.dossier(cast, Stage.DECIDED, where=where, full_name=f"Phạm Văn {where.code[-1]}")
    handed.mark(made)
    handed.scan(made.papers.get(kind=PaperKind.CERTIFICATE))
    return made


def _nomination(cast: people.Cast, made: Dossier) -> Nomination:
    """Made by an organisation that nobody of the world follows but the foreign bloc."""
    on = date(2021, 3, 1)
    return Nomination.objects.create(
        person=made.person, organisation=cast.foreign_association, cell=made.unit, nominated_on=on
    )


def _transfer(cast: people.Cast, to: Unit) -> int:
    """On its way to a cell from one that nobody of the world reaches beside it."""
    origin = cast.cell if to == cast.foreign_cell else cast.foreign_cell
    made = people.dossier(cast, where=origin, full_name="Nguyễn Văn Chuyển")
    return holds.sent(made, to_unit=to).pk


def _below(cast: people.Cast, code: str, dossiers: dict[str, Dossier]) -> Dossier:
    """Somebody for the roster of a class of a unit; of the bloc somebody whom no post in the office reaches."""
    return dossiers[{cast.bloc.code: cast.single_cell.code, cast.office.code: cast.cell.code}.get(code, code)]


def _browsers(cast: people.Cast) -> dict[tuple[Role, str], Client]:
    places = {"office": cast.office, "cell": cast.cell}
    found = {
        (role, name): people.signed_in(people.person(f"{role}-{name}", f"Vai {role.label}", role, unit))
        for role in CELL_ROLES
        for name, unit in places.items()
    }
    middle = people.signed_in(people.person("hoi-giua", "Vai Hội", Role.MASS_OFFICER, cast.association))
    return found | {(Role.MASS_OFFICER, name): middle for name in places}


def _organisations(cast: people.Cast) -> tuple[dict[Relation, Unit], dict[Relation, Unit]]:
    """Organisations by who follows them (seen from the office), and by where they stand to the officer's own."""
    followers = {
        Relation.OWN: cast.office,
        Relation.DESCENDANT: cast.cell,
        Relation.ANCESTOR: cast.bloc,
        Relation.FOREIGN: cast.foreign_bloc,
    }
    followed = {}
    for relation, unit in followers.items():
        followed[relation] = people.unit(f"W.{relation[:1]}", f"Hội {relation}", UnitKind.ASSOCIATION)
        Oversight.objects.create(organisation=followed[relation], unit=unit, valid_from=FOUNDED)
    whole = people.unit("W.whole", "Hội mẹ", UnitKind.ASSOCIATION)
    Oversight.objects.create(organisation=whole, unit=cast.bloc, valid_from=FOUNDED)
    people.place_under(cast.association, whole, date(2015, 6, 1))
    tree.rebuild()
    own = {
        Relation.OWN: cast.association,
        Relation.DESCENDANT: cast.branch,
        Relation.ANCESTOR: whole,
        Relation.FOREIGN: cast.foreign_association,
    }
    return followed, own
