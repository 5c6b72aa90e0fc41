"""To which organisations the people of the story belong; some belong to two associations."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from candidates.enums import Occupation, Sex, Standing
from candidates.models import Dossier, Membership
from organizations.enums import Level, Sector
from organizations.models import Unit
from reports.demo.dossiers import Followed
from reports.demo.hoi_2015 import bodies
from reports.demo.hoi_2015.associations import ASSOCIATIONS, PENSIONERS, SILENT
from reports.demo.hoi_2015.organisations import Organisation, Societies
from reports.demo.hoi_2015.people import Invented
from reports.demo.hoi_2015.tree import FOUNDED, Seat

# Most people in the bloc belong to an association, elsewhere every other one; up to so many to a second, provincial one.
IN_ASSOCIATION_OF_BLOC, IN_ASSOCIATION, A_SECOND, IN_SECOND = 0.85, 0.5, 0.2, 12
_OLD_ENOUGH_FOR_VETERANS = 1988
_ON_THE_LAND = (Occupation.FARMER, Occupation.HAMLET)
_EMPLOYED = frozenset({Sector.AGENCY, Sector.PUBLIC_UNIT, Sector.NON_STATE_ENTERPRISE})


@dataclass(frozen=True)
class Person:
    """Somebody of the story with the associations and the socio-political organisations that they belong to."""

    followed: Followed
    seat: Seat
    associations: tuple[Unit, ...]
    others: tuple[Unit, ...]


def join(
    random: Random, invented: Sequence[Invented], followed: Sequence[Followed], societies: Societies
) -> list[Person]:
    """Give everybody their memberships; up to IN_SECOND people belong to a second association."""
    people, seconds = [], IN_SECOND
    for item, each in zip(invented, followed, strict=True):
        associations = _associations(random, item.seat, societies, second=seconds > 0)
        seconds -= len(associations) > 1
        people.append(Person(each, item.seat, associations, tuple(_others(random, item.seat, each.dossier, societies))))
    Membership.objects.bulk_create(row for person in people for row in _rows(random, person))
    return people


def open_associations(seat: Seat, societies: Societies) -> list[Organisation]:
    """The associations open to somebody of a cell: those of the commune and the area, in the bloc those of the province."""
    return [each for each in _open(societies) if _is_near(each, seat)]


def _open(societies: Societies) -> list[Organisation]:
    """Those to which somebody may belong who is not a pensioner."""
    return [each for each in societies.associations if each.code not in (*PENSIONERS, SILENT)]


def _is_near(each: Organisation, seat: Seat) -> bool:
    if each.level == Level.PROVINCE:
        return seat.area == bodies.BLOC[0]
    return each.area == seat.area and each.commune in ("", seat.commune)


def _associations(random: Random, seat: Seat, societies: Societies, *, second: bool) -> tuple[Unit, ...]:
    """Whoever works in the standing office of an association belongs to it."""
    near = open_associations(seat, societies)
    own = [each.unit for each in near if _works_for(each, seat)]
    share = IN_ASSOCIATION_OF_BLOC if seat.area == bodies.BLOC[0] else IN_ASSOCIATION
    if not own and random.random() > share:
        return ()
    first = own[0] if own else random.choice(near).unit
    others = [each.unit for each in _open(societies) if each.level == Level.PROVINCE and each.unit != first]
    return (first, random.choice(others)) if second and random.random() < A_SECOND else (first,)


def _works_for(each: Organisation, seat: Seat) -> bool:
    cells = {known.code: known.cell for known in ASSOCIATIONS}
    return each.level == Level.PROVINCE and seat.name == cells[each.code] and " – " not in seat.name


def _others(random: Random, seat: Seat, dossier: Dossier, societies: Societies) -> Iterator[Unit]:
    """Socio-political organisations by who somebody is; the youth union's members are those of whom the dossier says so."""
    person = dossier.person
    fits = {
        "youth": bool(dossier.youth_union),
        "labour": seat.sector in _EMPLOYED and random.random() < 0.8,
        "women": person.sex == Sex.FEMALE and random.random() < 0.6,
        "farmers": dossier.occupation in _ON_THE_LAND and random.random() < 0.8,
        "veterans": person.sex == Sex.MALE and person.birth_year < _OLD_ENOUGH_FOR_VETERANS and random.random() < 0.15,
    }
    for key, belongs in fits.items():
        if belongs and seat.area in societies.branches[key]:
            yield societies.branches[key][seat.area]


def _rows(random: Random, person: Person) -> Iterator[Membership]:
    seat = person.seat
    at_own_office = seat.area == bodies.BLOC[0] and seat.name in {known.cell for known in ASSOCIATIONS}
    for place, unit in enumerate((*person.associations, *person.others)):
        is_staff = at_own_office and place == 0 and bool(person.associations) and " – " not in seat.name
        since = FOUNDED + timedelta(days=random.randint(400, 1750))
        standing = Standing.STAFF if is_staff else Standing.MEMBER
        yield Membership(person=person.followed.dossier.person, organisation=unit, valid_from=since, standing=standing)
