"""The people of the story: the case of each, the way up to a stage, and who they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from candidates.enums import Occupation, Qualification, Schooling, Sex, Stage
from organizations.enums import Sector
from reports.demo import names
from reports.demo.dossiers import Placed
from reports.demo.lives import Life, working_day
from reports.demo.tieu_chuan_2019.cases import CASES, MET, Case
from reports.demo.tieu_chuan_2019.tree import Land, Place

CLASSES = (date(2018, 6, 22), date(2018, 10, 19), date(2019, 3, 29))
# Days on which some cells proposed people: before the letter's criterion held, and after.
PROPOSED_ON = (date(2019, 9, 11), date(2019, 9, 25), date(2019, 9, 27))
BEFORE_THE_CLASS = {Stage.SOURCE: 6, Stage.SYMPATHISER: 5}
AFTER_THE_DECISION = {Stage.DECIDED: 2, Stage.ADMITTED: 2}
# Each case stands twice on the way: the stages go round.
STAGES = (Stage.PREPARING, Stage.PROPOSED, Stage.PREPARING, Stage.TRAINED)
_ETHNIC = {"Kinh": 88, "Tày": 6, "Nùng": 4, "Dao": 2}
_WORKS_FOR_ITSELF = frozenset({Occupation.FARMER, Occupation.WORKER})


@dataclass(frozen=True)
class Invented:
    """Somebody of the story and the case they stand for."""

    case: Case
    placed: Placed


def invent_all(random: Random, land: Land) -> list[Invented]:
    """Return everybody: the cases twice each, those before the class, those decided."""
    plan = [(case, STAGES[place % len(STAGES)]) for place, case in enumerate((*CASES, *CASES))]
    plan += [(MET, stage) for counts in (BEFORE_THE_CLASS, AFTER_THE_DECISION) for stage in _each(counts)]
    return [_invent(random, land, place, case, stage) for place, (case, stage) in enumerate(plan)]


def _each(counts: dict[Stage, int]) -> Iterator[Stage]:
    for stage, count in counts.items():
        yield from [stage] * count


def _invent(random: Random, land: Land, place: int, case: Case, stage: Stage) -> Invented:
    where = land.outside if case.outside else land.places[place % len(land.places)]
    life = Life(tuple(_way(random, place, stage)), _received(stage))
    return Invented(case, Placed(where.cell, life, _person(random), _facts(random, case, where)))


def _way(random: Random, place: int, stage: Stage) -> list[tuple[Stage, date]]:
    trained = CLASSES[place % len(CLASSES)]
    sympathiser = working_day(trained - timedelta(days=random.randint(60, 200)))
    days = {
        Stage.SOURCE: working_day(sympathiser - timedelta(days=random.randint(30, 150))),
        Stage.SYMPATHISER: sympathiser,
        Stage.TRAINED: trained,
        Stage.PREPARING: working_day(date(2019, 4, 22) + timedelta(days=random.randint(0, 20))),
        Stage.PROPOSED: date(2019, 6, 5),
        Stage.DECIDED: date(2019, 7, 22),
        Stage.ADMITTED: date(2019, 8, 30),
    }
    if stage == Stage.PROPOSED:
        days[stage] = PROPOSED_ON[place % len(PROPOSED_ON)]
    if stage == Stage.DECIDED:
        days |= {Stage.PROPOSED: date(2019, 7, 29), Stage.DECIDED: date(2019, 9, 16)}
    return list(days.items())[: list(days).index(stage) + 1]


def _received(stage: Stage) -> date | None:
    return {Stage.DECIDED: date(2019, 9, 20), Stage.ADMITTED: date(2019, 7, 26)}.get(stage)


def _person(random: Random) -> dict:
    sex = random.choice(list(Sex))
    birth = date(random.randint(1981, 1994), random.randint(1, 12), random.randint(1, 28))
    return {
        "full_name": names.draw(random, sex),
        "sex": sex,
        "birth_year": birth.year,
        "birth_date": birth if random.random() < 0.9 else None,
        "ethnic_group": random.choices(list(_ETHNIC), list(_ETHNIC.values()))[0],
        "religion": "Không",
    }


def _facts(random: Random, case: Case, where: Place) -> dict:
    """Farmers and workers of enterprises are followed in these cells, too, and the criterion leaves them alone."""
    qualification = random.choice([Qualification.COLLEGE, Qualification.BACHELOR, Qualification.MASTER])
    return {
        "youth_union": False,
        "company_owner": False,
        "sector": Sector.OTHER if case.occupation in _WORKS_FOR_ITSELF else where.sector,
        "occupation": case.occupation,
        "schooling": Schooling.UPPER_SECONDARY,
        "qualification": None if case.occupation in _WORKS_FOR_ITSELF else qualification,
    }
