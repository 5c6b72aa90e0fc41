"""Classes as a person may see them on a day: the list with its numbers, and one class."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, CharField, Exists, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, ExtractYear

from candidates import class_cells, lists, statistics
from candidates.class_cells import Units
from candidates.enums import ClassKind, ClassState, Stage
from candidates.models import Enrolment, TrainingClass
from candidates.statistics import Cell
from organizations import tree
from organizations.access import Reach
from organizations.enums import Deed
from organizations.formats import date_vn


@dataclass(frozen=True)
class Counted:
    """A number of people; ``query`` opens their list for whoever may see dossiers, else it is empty."""

    people: int | None
    query: str = ""


@dataclass(frozen=True)
class View:
    """How far a person sees a class: the units whose people count, and whether their dossiers open."""

    units: Units
    opens: bool


@dataclass(frozen=True)
class Row:
    """A class in the list; ``every`` is how many students it has where the person sees fewer."""

    training: TrainingClass
    state: ClassState
    month: str
    students: Counted
    certified: Counted
    admitted: Counted
    every: int | None


NOTHING = Counted(None)


def visible(own: Reach) -> QuerySet[TrainingClass]:
    """Return the classes of the units that a person sees, and those further up in which somebody of these units learns."""
    reached = own.units(Deed.SEE_CLASSES)
    own_people = Enrolment.objects.filter(training_class=OuterRef("pk"), dossier__unit__in=reached)
    return TrainingClass.objects.filter(Q(unit__in=reached) | Exists(own_people)).select_related("unit")


def as_at(found: QuerySet[TrainingClass], on: date) -> QuerySet[TrainingClass]:
    """Annotate classes with how they stood on a day, their year, and the names of their units then."""
    return found.annotate(
        standing=_standing(on),
        year=ExtractYear(Coalesce("starts_on", "planned_for")),
        unit_name=tree.name_on(on),
        organisation_name=tree.name_on(on, "organisation"),
    )


def month_vn(day: date) -> str:
    """Write a month as offices do: 02/2021, 5/2021."""
    return date_vn(day)[3:]


def rows(found: list[TrainingClass], own: Reach, on: date) -> list[Row]:
    """Return what the list shows of classes annotated by ``as_at``: all their numbers in one query."""
    views, stage = views_of(found, own), statistics.admitted_stage(on)
    asked = [_cells(training, views[training.pk], on, stage) for training in found]
    numbers = iter(count(asked_of for cells in asked for asked_of in cells))
    return [_row(training, views[training.pk], cells, numbers) for training, cells in zip(found, asked, strict=True)]


def count(cells) -> list[int | None]:
    """Count cells in one query; None where there is nothing to count."""
    asked = list(cells)
    numbers = iter(statistics.counts([cell for cell in asked if cell]))
    return [next(numbers) if cell else None for cell in asked]


def counted(cell: Cell | None, people: int | None, view: View) -> Counted:
    """Return a number with the address of its list, where the person may open it."""
    return Counted(people, lists.query(cell) if cell and view.opens else "")


def views_of(found: list[TrainingClass], own: Reach) -> dict[int, View]:
    """Return how far a person sees each class: the whole of it, or only the people of their own units."""
    units = {training.unit_id for training in found}
    whole = {deed: _within(units, own, deed) for deed in (Deed.SEE_DOSSIERS, Deed.SEE_CLASSES)}
    return {training.pk: _view(training, own, whole) for training in found}


def held(training: TrainingClass, on: date) -> bool:
    """Say whether a class had begun by a day."""
    return training.starts_on is not None and training.starts_on <= on and training.state != ClassState.CANCELLED


def _within(units: set[int], own: Reach, deed: Deed) -> set[int]:
    return set(own.units(deed).filter(pk__in=units).values_list("pk", flat=True))


def _view(training: TrainingClass, own: Reach, whole: dict[Deed, set[int]]) -> View:
    if training.unit_id in whole[Deed.SEE_DOSSIERS]:
        return View((training.unit,), opens=True)
    if training.unit_id in whole[Deed.SEE_CLASSES]:
        return View((training.unit,), opens=False)
    opens = own.grants(Deed.SEE_DOSSIERS)
    return View(tuple(own.roots(Deed.SEE_DOSSIERS if opens else Deed.SEE_CLASSES)), opens)


def _standing(on: date) -> Case:
    """How a class stood on a day, from the days on which it was held or given up."""
    begun = Q(starts_on__lte=on, state__in=[ClassState.OPENED, ClassState.CLOSED])
    return Case(
        When(cancelled_on__lte=on, then=Value(ClassState.CANCELLED)),
        When(begun & Q(state=ClassState.CLOSED, ends_on__lte=on), then=Value(ClassState.CLOSED)),
        When(begun, then=Value(ClassState.OPENED)),
        default=Value(ClassState.PLANNED),
        output_field=CharField(),
    )


def _cells(training: TrainingClass, view: View, on: date, stage: Stage) -> list[Cell | None]:
    """Cells of students, certificates, people admitted later, and of all students where the person sees fewer."""
    if training.kind == ClassKind.SEMINAR:
        return [None] * 4
    students = class_cells.students(training, view.units, on)
    every = None if view.units == (training.unit,) else class_cells.students(training, (training.unit,), on)
    if not held(training, on):
        return [students, None, None, every]
    later = training.kind == ClassKind.AWARENESS
    admitted = class_cells.admitted(training, view.units, on, stage) if later else None
    return [students, class_cells.certified(training, view.units, on), admitted, every]


def _row(training: TrainingClass, view: View, cells: list[Cell | None], numbers) -> Row:
    *shown, every = [(cell, next(numbers)) for cell in cells]
    return Row(
        training,
        ClassState(training.standing),
        month_vn(training.planned_for),
        *[counted(cell, people, view) for cell, people in shown],
        every=every[1] if every[1] != shown[0][1] else None,
    )
