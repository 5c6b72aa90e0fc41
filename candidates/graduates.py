"""Who got the certificate of a class, and what became of them: admitted when, not admitted, certificate about to run out."""

from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, DateField, OuterRef, Subquery

from candidates import class_cells, classes, rosters, statistics
from candidates.among import NEAR_EXPIRY
from candidates.class_cells import BEFORE_MEETING
from candidates.classes import Counted, View
from candidates.enums import ClassKind, Stage
from candidates.models import Enrolment, StageEntry, TrainingClass
from candidates.statistics import Cell
from organizations.access import Reach


@dataclass(frozen=True)
class Graduate:
    """Somebody with the certificate of a class; ``stands`` names their stage to those who may see the dossier."""

    enrolment: Enrolment
    admitted_on: date | None
    stands: str
    expiry: str
    expiry_words: str


@dataclass(frozen=True)
class Figure:
    """A number on the page of a class, with its label."""

    label: str
    counted: Counted


def graduates(training: TrainingClass, own: Reach, on: date) -> list[Graduate]:
    """Return those whom a person may name and who had the certificate by a day, by name."""
    stage = statistics.admitted_stage(on)
    entered = StageEntry.objects.filter(dossier=OuterRef("dossier"), stage=stage, on__lte=on).order_by("on")
    standing = StageEntry.objects.standing(on).filter(dossier=OuterRef("dossier"))
    found = rosters.roster(training, own, on).filter(certificate__issued_on__lte=on)
    rows = found.filter(certificate__void=False).annotate(
        admitted_on=Subquery(entered.values("on")[:1], output_field=DateField()),
        stands=Subquery(standing.values("stage")[:1], output_field=CharField()),
    )
    return [_graduate(row, on) for row in rows]


def figures(training: TrainingClass, view: View, on: date) -> list[Figure]:
    """Return the numbers of a class, each with the list behind it, in one query."""
    if training.kind == ClassKind.SEMINAR:
        return []
    labelled = _cells(training, view, on)
    numbers = classes.count(cell for _, cell in labelled)
    counted = [
        Figure(label, classes.counted(cell, people, view))
        for (label, cell), people in zip(labelled, numbers, strict=True)
    ]
    return [figure for figure in counted if figure.counted.people or figure.label not in _far_years(training, on)]


def _cells(training: TrainingClass, view: View, on: date) -> list[tuple[str, Cell]]:
    cells = [("Học viên", class_cells.students(training, view.units, on))]
    if not classes.held(training, on):
        return cells
    cells.append(("Được cấp giấy chứng nhận", class_cells.certified(training, view.units, on)))
    if training.kind != ClassKind.AWARENESS:
        return cells
    stage = statistics.admitted_stage(on)
    years = class_cells.admitted_by_year(training, view.units, on, stage)
    cells += [(_in_year(year), cell) for year, cell in years.items()]
    cells.append(("Chưa kết nạp", class_cells.not_admitted(training, view.units, on, stage)))
    return [*cells, ("Giấy chứng nhận sắp hết hạn", class_cells.near_expiry(training, view.units, on))]


def _far_years(training: TrainingClass, on: date) -> list[str]:
    """The labels of years after the next one: they are shown only where somebody was admitted."""
    return [_in_year(year) for year in range(training.starts_on.year + 2, on.year + 1)] if training.starts_on else []


def _in_year(year: int) -> str:
    return f"Kết nạp năm {year}"


def _graduate(row: Enrolment, on: date) -> Graduate:
    stage = Stage(row.stands) if row.stands else None
    return Graduate(row, row.admitted_on, stage.label if stage and row.opens else "", *_expiry(row, stage, on))


def _expiry(row: Enrolment, stage: Stage | None, on: date) -> tuple[str, str]:
    """The colour and the word of a certificate that matters still."""
    last = row.certificate.expires_on
    if last is None or stage not in BEFORE_MEETING:
        return "", ""
    if last <= on:
        return "late", "Đã hết hạn"
    return ("soon", "Sắp hết hạn") if last <= on + NEAR_EXPIRY else ("", "")
