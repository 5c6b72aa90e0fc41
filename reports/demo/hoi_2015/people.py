"""Invented persons: who falls to which cell, sex, age, ethnic group and religion, work."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from candidates.enums import Occupation, Qualification, Schooling, Sex, Stage
from organizations.enums import Sector
from reports.demo import names
from reports.demo.dossiers import Placed
from reports.demo.hoi_2015.tree import Seat
from reports.demo.lives import Life

_ETHNIC = {"Kinh": 84, "Chăm": 8, "Ra Glai": 4, "Cơ Ho": 2, "Hoa": 2}
_RELIGION = {"Không": 80, "Phật giáo": 10, "Công giáo": 7, "Cao Đài": 3}
_OF_CHAM = {"Không": 30, "Bà-la-môn": 45, "Bà-ni": 25}
_UNION_AGE = 30
_WORK = {
    Sector.PUBLIC_UNIT: {Occupation.PUBLIC_UNIT: 1},
    Sector.NON_STATE_ENTERPRISE: {Occupation.WORKER: 6, Occupation.COMPANY_STAFF: 3, Occupation.COMPANY_HEAD: 1},
    Sector.RESIDENTIAL: {Occupation.FARMER: 5, Occupation.HAMLET: 2, Occupation.COMMUNE: 2, Occupation.OTHER: 1},
}
_BODIES = ("Hội", "Đoàn", "Mặt trận", "Đảng")
# Of whom one waits in the demo secretary's cell.
ON_THE_DESK = (Stage.SOURCE, Stage.SYMPATHISER, Stage.TRAINED, Stage.PREPARING, Stage.DECIDED)
_EDUCATED = frozenset({Sector.AGENCY, Sector.PUBLIC_UNIT})


@dataclass(frozen=True)
class Invented:
    """A person of the story with the cell to which they fall."""

    seat: Seat
    placed: Placed


def settle(random: Random, lives: Sequence[Life], seats: Sequence[Seat], desk: Seat) -> list[Invented]:
    """Give each life a cell that existed when it began, and a person; the first ones of some stages wait on the demo desk."""
    on_desk = [next(place for place, life in enumerate(lives) if life.steps[-1][0] == stage) for stage in ON_THE_DESK]
    placed = [desk if place in on_desk else _seat(random, life, seats) for place, life in enumerate(lives)]
    return [invent(random, seat, life) for seat, life in zip(placed, lives, strict=True)]


def invent(random: Random, seat: Seat, life: Life) -> Invented:
    """Draw the person of a life."""
    return Invented(seat, Placed(seat.cell, life, *draw(random, seat, life.steps[-1][1])))


def draw(random: Random, seat: Seat, on: date) -> tuple[dict, dict]:
    """Draw values of Person and of Dossier for somebody in a cell about a day."""
    sex = random.choices([Sex.MALE, Sex.FEMALE], [50, 50])[0]
    age = min(52, max(19, round(random.gauss(29, 6))))
    birth = on - timedelta(days=age * 365 + random.randint(40, 320))
    ethnic = _drawn(random, _ETHNIC)
    person = {
        "full_name": names.draw(random, sex),
        "sex": sex,
        "birth_year": birth.year,
        "birth_date": birth if random.random() < 0.92 else None,
        "ethnic_group": ethnic,
        "religion": _drawn(random, _OF_CHAM if ethnic == "Chăm" else _RELIGION),
    }
    return person, _facts(random, seat, age)


def _seat(random: Random, life: Life, seats: Sequence[Seat]) -> Seat:
    there = [seat for seat in seats if seat.since <= life.steps[0][1]]
    return random.choices(there, [seat.weight for seat in there])[0]


def _facts(random: Random, seat: Seat, age: int) -> dict:
    occupation = _occupation(random, seat)
    return {
        "youth_union": age <= _UNION_AGE and random.random() < 0.85,
        "company_owner": False,
        "population_breach": random.random() < 0.01,
        "foreign_spouse": random.random() < 0.005,
        "sector": seat.sector,
        "occupation": occupation,
        "schooling": Schooling.UPPER_SECONDARY if seat.sector in _EDUCATED else _schooling(random),
        "qualification": _qualification(random, seat.sector),
    }


def _occupation(random: Random, seat: Seat) -> Occupation:
    if seat.sector == Sector.AGENCY:
        return Occupation.PARTY if any(word in seat.name for word in _BODIES) else Occupation.STATE
    return _drawn(random, _WORK[seat.sector])


def _schooling(random: Random) -> Schooling:
    return random.choices([Schooling.LOWER_SECONDARY, Schooling.UPPER_SECONDARY], [3, 7])[0]


def _qualification(random: Random, sector: Sector) -> Qualification | None:
    if sector in _EDUCATED:
        return random.choices([Qualification.COLLEGE, Qualification.BACHELOR, Qualification.MASTER], [2, 7, 1])[0]
    known = [None, Qualification.ELEMENTARY, Qualification.INTERMEDIATE, Qualification.COLLEGE]
    return random.choices(known, [3, 3, 3, 1])[0]


def _drawn(random: Random, weights: dict) -> object:
    return random.choices(list(weights), list(weights.values()))[0]
