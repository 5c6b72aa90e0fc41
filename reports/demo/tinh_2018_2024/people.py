"""Invented persons: sex, age, and the facts that Biểu 2-BTCTW counts."""

from datetime import date, timedelta
from random import Random

from candidates.enums import Occupation, Qualification, Schooling, Sex
from organizations.enums import Sector
from reports.demo import names

_ETHNIC = {"Kinh": 78, "Tày": 9, "Nùng": 5, "Mường": 5, "Dao": 3}
_RELIGION = {"Không": 94, "Phật giáo": 3, "Công giáo": 3}
_UNION_AGE = 30
_WORK = {
    Sector.AGENCY: {Occupation.COMMUNE: 6, Occupation.STATE: 3, Occupation.PARTY: 1},
    Sector.PUBLIC_UNIT: {Occupation.PUBLIC_UNIT: 1},
    Sector.STATE_ENTERPRISE: {Occupation.COMPANY_STAFF: 6, Occupation.WORKER: 4},
    Sector.RESIDENTIAL: {Occupation.FARMER: 5, Occupation.HAMLET: 3, Occupation.COMMUNE: 1, Occupation.OTHER: 1},
}
_EDUCATION = {None: 3, Qualification.INTERMEDIATE: 3, Qualification.COLLEGE: 2, Qualification.BACHELOR: 2}
_OF_OFFICES = {Qualification.COLLEGE: 2, Qualification.BACHELOR: 7, Qualification.MASTER: 1}


def invent(random: Random, sector: Sector, reached: date) -> tuple[dict, dict]:
    """Return values of Person and of Dossier for somebody who works in such a place."""
    sex = random.choice((Sex.MALE, Sex.FEMALE))
    age = min(50, max(20, round(random.gauss(29, 5.5))))
    birth = reached - timedelta(days=age * 365 + random.randint(40, 320))
    person = {
        "full_name": names.draw(random, sex),
        "sex": sex,
        "birth_year": birth.year,
        "birth_date": birth if random.random() < 0.9 else None,
        "ethnic_group": _drawn(random, _ETHNIC),
        "religion": _drawn(random, _RELIGION),
    }
    return person, _facts(random, sector, age)


def _facts(random: Random, sector: Sector, age: int) -> dict:
    offices = sector != Sector.RESIDENTIAL
    return {
        "youth_union": age <= _UNION_AGE and random.random() < 0.85,
        "company_owner": False,
        "population_breach": False,
        "foreign_spouse": False,
        "sector": sector,
        "occupation": _drawn(random, _WORK[sector]),
        "schooling": Schooling.UPPER_SECONDARY,
        "qualification": _drawn(random, _OF_OFFICES if offices else _EDUCATION),
    }


def _drawn(random: Random, weights: dict) -> object:
    return random.choices(list(weights), list(weights.values()))[0]
