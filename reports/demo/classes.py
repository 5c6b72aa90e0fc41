"""Classes of a story: held with their rosters, results and certificates, or only planned."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from random import Random

from candidates.enums import ClassKind, ClassState, PaperKind, Result
from candidates.models import Dossier, Enrolment, Paper, TrainingClass
from organizations.models import Unit

SESSIONS = 10


@dataclass(frozen=True)
class Course:
    """A class that was held: for whose people, when, where, and who issued its certificates."""

    kind: ClassKind
    name: str
    unit: Unit
    starts_on: date
    ends_on: date
    place: str
    issuer: str
    opening_number: str
    plan: str = ""


def hold(course: Course, opened: date, places: int) -> TrainingClass:
    """Record a class that ended, with certificates of its last day; ``opened`` is the day of the decision to open it."""
    return TrainingClass.objects.create(
        **vars(course),
        state=ClassState.CLOSED,
        planned_for=course.starts_on.replace(day=1),
        places=places,
        opening_on=opened,
        sessions=SESSIONS,
        certified_on=course.ends_on,
    )


def plan(kind: ClassKind, name: str, unit: Unit, month: date, words: str, places: int) -> TrainingClass:
    """Record a class that stands in a plan only."""
    said = {"kind": kind, "name": name, "unit": unit, "planned_for": month, "plan": words, "places": places}
    return TrainingClass.objects.create(**said)


def passed(random: Random, training: TrainingClass, papers: Mapping[Dossier, Paper]) -> None:
    """Put those who got a certificate on the roster of a class."""
    Enrolment.objects.bulk_create(
        Enrolment(
            training_class=training,
            dossier=dossier,
            attended=random.randint(SESSIONS - 2, SESSIONS),
            result=Result.PASSED,
            certificate=paper,
            enrolled_on=training.starts_on,
        )
        for dossier, paper in papers.items()
    )


def not_passed(random: Random, training: TrainingClass, dossiers: Iterable[Dossier]) -> None:
    """Put people on the roster of a class who failed it or left it."""
    rows = []
    for dossier in dossiers:
        result, attended = random.choice(
            [(Result.FAILED, random.randint(6, SESSIONS)), (Result.ABSENT, random.randint(0, 4))]
        )
        said = {"attended": attended, "result": result, "enrolled_on": training.starts_on}
        rows.append(Enrolment(training_class=training, dossier=dossier, **said))
    Enrolment.objects.bulk_create(rows)


def certify_new_members(training: TrainingClass, dossiers: Iterable[Dossier], number: str) -> dict[Dossier, Paper]:
    """Issue the certificates of a class for new members, numbered in the order given."""
    said = {"kind": PaperKind.NEW_MEMBER_CERTIFICATE, "issued_on": training.ends_on, "issuer": training.issuer}
    papers = Paper.objects.bulk_create(
        Paper(dossier=dossier, number=number.format(place), **said) for place, dossier in enumerate(dossiers, start=1)
    )
    return {paper.dossier: paper for paper in papers}


def certificates(dossiers: Iterable[Dossier]) -> dict[int, Paper]:
    """Return the awareness certificates of dossiers by the dossier's id."""
    held = Paper.objects.filter(kind=PaperKind.CERTIFICATE, dossier__in=dossiers)
    return {paper.dossier_id: paper for paper in held}
