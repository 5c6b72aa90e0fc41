"""Small random worlds on the fixed tree of the tests: people with random ways through the stages, written past the actions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

from candidates.actions import person_values
from candidates.enums import LOSSES, MAIN_LINE, ExitReason, Occupation, Qualification, Schooling, Sex, Stage
from candidates.models import Dossier, Membership, Person, StageEntry
from tests import people

PLACES = ("cell", "other_cell", "single_cell")
BEGAN = date(2018, 1, 10)
ADMITTED = MAIN_LINE.index(Stage.ADMITTED)


@dataclass(frozen=True)
class Way:
    """One person: the cell, when the way began, how far it went and how many days each stage took, how it ended early."""

    place: str
    began: int
    stages: int
    days: tuple[int, ...]
    lost: Stage | None
    facts: dict
    member_of: frozenset[str]


@st.composite
def ways(draw) -> Way:
    """A person's way; who is lost is lost before the decision, who was admitted may be struck off."""
    reached = draw(st.integers(1, len(MAIN_LINE)))
    decided = MAIN_LINE.index(Stage.DECIDED)
    lost = draw(st.sampled_from([None, *LOSSES])) if reached <= decided else None
    if reached in (ADMITTED + 1, ADMITTED + 2):
        lost = draw(st.sampled_from([None, Stage.STRUCK_OFF]))
    born = draw(st.dates(date(1962, 1, 1), date(2000, 1, 1)))
    return Way(
        draw(st.sampled_from(PLACES)),
        draw(st.integers(0, 900)),
        reached,
        tuple(draw(st.lists(st.integers(0, 150), min_size=len(MAIN_LINE), max_size=len(MAIN_LINE)))),
        lost,
        {
            "sex": draw(st.sampled_from(["", *Sex.values])),
            "birth_year": born.year,
            "birth_date": draw(st.sampled_from([None, born])),
            "ethnic_group": draw(st.sampled_from(["", "Kinh", "Tày"])),
            "religion": draw(st.sampled_from(["", "Không", "Phật giáo"])),
            "occupation": draw(st.sampled_from(["", *Occupation.values])),
            "schooling": draw(st.sampled_from([None, *Schooling.values])),
            "qualification": draw(st.sampled_from([None, *Qualification.values])),
        },
        draw(st.frozensets(st.sampled_from(["association", "branch"]))),
    )


def write(cast: people.Cast, found: Sequence[Way]) -> None:
    """Write the people of a world."""
    for place, way in enumerate(found):
        _write(cast, way, f"Nguyễn Văn {place + 1}")


def _write(cast: people.Cast, way: Way, name: str) -> None:
    steps = list(_steps(way))
    last = steps[-1][0]
    person = Person.objects.create(**person_values(way.facts | {"full_name": name}))
    known = {name: way.facts[name] for name in ("occupation", "schooling", "qualification")}
    unit = getattr(cast, way.place)
    made = Dossier.objects.create(person=person, unit=unit, stage=last, version=len(steps), **known)
    StageEntry.objects.bulk_create(
        StageEntry(
            dossier=made,
            position=place + 1,
            from_stage=steps[place - 1][0] if place else "",
            stage=stage,
            on=on,
            until=steps[place + 1][1] if place + 1 < len(steps) else None,
            unit=unit,
            exit_reason=ExitReason.WISH if stage == Stage.REMOVED else "",
        )
        for place, (stage, on) in enumerate(steps)
    )
    for organisation in way.member_of:
        Membership.objects.create(person=person, organisation=getattr(cast, organisation), valid_from=people.FOUNDED)


def _steps(way: Way):
    """The steps of a way on its days, up to the day one looks from."""
    day = BEGAN + timedelta(days=way.began)
    stages = [*MAIN_LINE[: way.stages], *([way.lost] if way.lost else [])]
    for stage, days in zip(stages, (*way.days, 30), strict=False):
        if day <= people.TODAY or stage == Stage.SOURCE:
            yield stage, min(day, people.TODAY)
        day += timedelta(days=days)
