"""Classes of awareness as a forecast needs them, as known on a day: what came of those that are over, which are still to come."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q

from candidates.enums import ClassKind
from candidates.models import Enrolment, TrainingClass
from organizations.models import Unit, UnitAncestry

# A class that was not held so long after the day for which it was planned will not be held by that plan.
OVERDUE = timedelta(days=60)


@dataclass(frozen=True)
class Course:
    """A class as known on a day; ``learned`` and ``finished`` are people by the unit of their dossier.

    ``over``: its certificates were issued, or it was not held in time; it has begun where ``starts_on`` is not None.
    """

    unit: int
    planned_for: date
    places: int | None
    starts_on: date | None
    certified_on: date | None
    over: bool
    learned: Mapping[int, int]
    finished: Mapping[int, int]


def courses(top: Unit, since: date, on: date) -> list[Course]:
    """Return the classes of the units under ``top`` that were planned from a day on, in two queries."""
    under = UnitAncestry.objects.on(on).filter(ancestor=top).values("unit")
    planned = TrainingClass.objects.filter(kind=ClassKind.AWARENESS, unit__in=under, planned_for__gte=since)
    standing = planned.exclude(cancelled_on__lte=on)
    rows = (
        Enrolment.objects.on(on)
        .filter(training_class__in=standing)
        .order_by()
        .values("training_class", "dossier__unit")
    )
    certified = Q(certificate__issued_on__lte=on, certificate__void=False)
    learned: dict[int, dict[int, int]] = {}
    finished: dict[int, dict[int, int]] = {}
    for row in rows.annotate(all=Count("pk"), done=Count("pk", filter=certified)):
        learned.setdefault(row["training_class"], {})[row["dossier__unit"]] = row["all"]
        finished.setdefault(row["training_class"], {})[row["dossier__unit"]] = row["done"]
    return [_course(each, on, learned.get(each.pk, {}), finished.get(each.pk, {})) for each in standing]


def people(counts: Mapping[int, int], units: Iterable[int] | None = None) -> int:
    """Sum people of a course, those of ``units`` alone where given."""
    return sum(counts.values()) if units is None else sum(counts.get(unit, 0) for unit in units)


def _course(training: TrainingClass, on: date, learned: Mapping[int, int], finished: Mapping[int, int]) -> Course:
    """What was recorded of later days is not known yet."""
    starts, certified = _by(training.starts_on, on), _by(training.certified_on, on)
    late = starts is None and training.planned_for + OVERDUE <= on
    return Course(
        training.unit_id,
        training.planned_for,
        training.places,
        starts,
        certified,
        certified is not None or late,
        learned,
        finished,
    )


def _by(day: date | None, on: date) -> date | None:
    return day if day and day <= on else None
