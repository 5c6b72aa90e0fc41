"""Words of the tests for classes: a class in each state, people on its roster, their results and certificates."""

from collections.abc import Callable
from datetime import date

from candidates import certifying
from candidates.certificates import Series
from candidates.enums import ClassKind, ClassState, Result
from candidates.models import CertificateIssuer, Dossier, Enrolment, Paper, TrainingClass
from organizations import access
from organizations.acting import acting
from organizations.enums import Deed
from organizations.models import Unit
from tests import people

STARTS, ENDS, ISSUED = date(2021, 3, 8), date(2021, 3, 12), date(2021, 3, 19)
CENTRE = "Trung tâm Bồi dưỡng chính trị Khối"
HELD = {"starts_on": STARTS, "sessions": 10}
GIVEN_UP = {"cancelled_on": date(2021, 3, 5), "cancel_reason": "Dịch bệnh"}
STATES = {
    ClassState.PLANNED: {},
    ClassState.OPENED: HELD,
    ClassState.CLOSED: HELD | {"ends_on": ENDS},
    ClassState.CANCELLED: GIVEN_UP,
}


def a_class(
    unit: Unit, state: ClassState = ClassState.PLANNED, kind: ClassKind = ClassKind.AWARENESS, **values: object
) -> TrainingClass:
    """Create a class of ``unit`` in a state; ``values`` replace what is known of it."""
    known = {"name": "Lớp nhận thức khóa I", "planned_for": date(2021, 3, 1)} | STATES[state]
    return TrainingClass.objects.create(unit=unit, kind=kind, state=state, **known | values)


def student(lesson: TrainingClass, made: Dossier, result: Result = Result.PENDING, **values: object) -> Enrolment:
    """Put somebody on the roster of a class."""
    return Enrolment.objects.create(training_class=lesson, dossier=made, result=result, **values)


def issuer(unit: Unit, name: str = CENTRE, since: date = people.FOUNDED, until: date | None = None) -> None:
    """Record who issues certificates for the units under ``unit``."""
    CertificateIssuer.objects.create(unit=unit, name=name, valid_from=since, valid_until=until)


def certify(who: people.Cast, lesson: TrainingClass, first: str = "001", on: date = ISSUED) -> None:
    """Issue the certificates of a class as the training clerk."""
    lesson.refresh_from_db()
    said = Series("{n}/CN-TTCT", first, frozenset(), on, CENTRE)
    own = access.reach(who.trainer, people.TODAY)
    with acting(who.trainer, Deed.RUN_CLASSES):
        certifying.certify(lesson, said, own=own, today=people.TODAY, version=lesson.version)


def around(made: Dossier) -> Enrolment:
    """A class with somebody on its roster, and an issuer: a row of each kind."""
    issuer(made.unit)
    return student(a_class(made.unit), made)


def _overlapping(made: Dossier) -> None:
    issuer(made.unit)
    issuer(made.unit, since=date(2020, 1, 1))


def _certified_without_passing(made: Dossier) -> None:
    paper = Paper.objects.create(dossier=made, kind="certificate", issued_on=ISSUED)
    student(a_class(made.unit), made, certificate=paper)


def _withdrawn(made: Dossier, since: date, until: date | None) -> None:
    student(a_class(made.unit), made, enrolled_on=since, withdrawn=True, withdrawn_on=until)


BREAKS: dict[str, Callable[[Dossier], object]] = {
    "candidates_certificateissuer_one_at_a_time": _overlapping,
    "candidates_certificateissuer_period_has_days": lambda made: issuer(made.unit, until=people.FOUNDED),
    "candidates_trainingclass_ends_after_start": lambda made: a_class(made.unit, starts_on=ENDS, ends_on=STARTS),
    "candidates_trainingclass_held_has_day": lambda made: a_class(made.unit, ClassState.OPENED, starts_on=None),
    "candidates_trainingclass_participants_of_seminar": lambda made: a_class(made.unit, participants=5),
    "candidates_trainingclass_cancelled_with_reason": lambda made: a_class(
        made.unit, ClassState.CANCELLED, cancel_reason=""
    ),
    "candidates_enrolment_once": lambda made: student(around(made).training_class, made),
    "candidates_enrolment_certificate_of_passed": _certified_without_passing,
    "candidates_enrolment_withdrawn_on_a_day": lambda made: _withdrawn(made, STARTS, None),
    "candidates_enrolment_withdrawn_after_enrolled": lambda made: _withdrawn(made, ENDS, STARTS),
}
