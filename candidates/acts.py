"""Writes that somebody did something to a dossier in one go, and finds what was done last; ``undoing`` takes it back."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from django.db import transaction

from candidates.enums import ActKind, BatchKind
from candidates.models import Act, Batch, Dossier
from organizations.acting import current
from organizations.enums import Deed
from organizations.models import Unit

Made = TypeVar("Made")


def begin(dossier: Dossier, kind: ActKind, words: str, on: date, *, deed: Deed, batch: Batch | None = None) -> Act:
    """Write the act under which the rows that follow are written, inside ``acting``; ``deed`` is what its owner does."""
    return Act.objects.create(dossier=dossier, kind=kind, words=words, on=on, deed=deed, by=current().by, batch=batch)


def begin_batch(kind: BatchKind, unit: Unit, on: date, words: str = "") -> Batch:
    """Write that acts on many dossiers belong together, inside ``acting``."""
    return Batch.objects.create(kind=kind, unit=unit, on=on, words=words, by=current().by)


def last(dossier: Dossier) -> Act | None:
    """Return what was done last to a dossier and not undone; None where nothing was recorded as an act."""
    return Act.objects.filter(dossier=dossier).order_by("-pk").select_related("batch").first()


def rehearsed(work: Callable[[], Made]) -> Made:
    """Do ``work`` inside the act under way, see what it makes, and take it back."""
    with transaction.atomic():
        made = work()
        transaction.set_rollback(True)
    return made
