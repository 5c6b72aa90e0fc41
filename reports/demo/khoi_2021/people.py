"""Invented persons: sex, age, and the facts that Biểu 2-BTCTW counts."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from candidates.enums import Occupation, Qualification, Schooling, Sex
from reports.demo import names

_ETHNIC = {"Kinh": 880, "Tày": 38, "Dao": 32, "Sán Dìu": 26, "Sán Chay": 14, "Hoa": 10}
_RELIGION = {"Không": 970, "Phật giáo": 18, "Công giáo": 12}
_UNION_AGE = 30
_PUBLIC_UNITS = ("Bệnh viện", "Trung tâm", "Trường", "Thư viện", "Bảo tàng", "Đài")
_PARTY_BODIES = ("Tỉnh ủy", "Mặt trận", "Hội ", "Đoàn", "Liên đoàn", "Đảng ủy", "Liên hiệp")


@dataclass(frozen=True)
class Invented:
    """A person of the story, as keyword values of Person and Dossier."""

    person: dict
    dossier: dict


def invent(random: Random, body: str, reached: date) -> Invented:
    """Draw a person who works in ``body`` and stands in the pipeline about the day ``reached``."""
    sex = random.choices([Sex.MALE, Sex.FEMALE], [48, 52])[0]
    age = min(56, max(20, round(random.gauss(31, 5.5))))
    birth = reached - timedelta(days=age * 365 + random.randint(40, 320))
    known = random.random() < 0.93
    return Invented(
        {
            "full_name": names.draw(random, sex),
            "sex": sex,
            "birth_year": birth.year,
            "birth_date": birth if known else None,
            "ethnic_group": _drawn(random, _ETHNIC),
            "religion": _drawn(random, _RELIGION),
        },
        _facts(random, body, age),
    )


def _facts(random: Random, body: str, age: int) -> dict:
    return {
        "youth_union": age <= _UNION_AGE and random.random() < 0.9,
        "company_owner": False,
        "population_breach": random.random() < 0.006,
        "foreign_spouse": random.random() < 0.004,
        "occupation": _occupation(random, body),
        "schooling": Schooling.UPPER_SECONDARY,
        "qualification": _qualification(random, age),
    }


def _occupation(random: Random, body: str) -> Occupation:
    if random.random() < 0.05:
        return Occupation.OTHER
    if any(word in body for word in _PUBLIC_UNITS):
        return Occupation.PUBLIC_UNIT
    return Occupation.PARTY if any(word in body for word in _PARTY_BODIES) else Occupation.STATE


def _qualification(random: Random, age: int) -> Qualification:
    kinds = [Qualification.INTERMEDIATE, Qualification.COLLEGE, Qualification.BACHELOR, Qualification.MASTER]
    return random.choices(kinds, [6, 10, 66, 18 if age > 27 else 4])[0]


def _drawn(random: Random, weights: dict[str, int]) -> str:
    return random.choices(list(weights), list(weights.values()))[0]
