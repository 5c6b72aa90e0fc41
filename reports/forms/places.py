"""Where what a form lacks is typed in: the address and what the link says."""

from collections.abc import Callable

from django.urls import reverse

from candidates import moves
from candidates.enums import Stage
from candidates.records import RecordKind
from reports.forms.subject import Subject

Place = Callable[[Subject], tuple[str, str]]


def edit(found: Subject) -> tuple[str, str]:
    """What is known of the person."""
    return reverse("candidates:edit", args=[found.dossier.code]), "Sửa thông tin"


def ballots(found: Subject) -> tuple[str, str]:
    """The votes of the dossier."""
    return reverse("candidates:ballots", args=[found.dossier.code]), "Ghi biểu quyết"


def record(kind: RecordKind) -> Place:
    """A page of records around the dossier."""

    def place(found: Subject) -> tuple[str, str]:
        return reverse("candidates:record", args=[found.dossier.code, kind.value]), f"Ghi: {kind.label}"

    return place


def step(stage: Stage) -> Place:
    """The step into a stage where it is the next one, else the dossier, whose page says what comes before it."""

    def place(found: Subject) -> tuple[str, str]:
        if moves.find(Stage(found.dossier.stage), stage):
            return reverse("candidates:step", args=[found.dossier.code, stage.value]), f"Ghi bước “{stage.label}”"
        return reverse("candidates:dossier", args=[found.dossier.code]), "Mở hồ sơ"

    return place
