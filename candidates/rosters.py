"""Who is on the roster of a class, who waits for one, and who may be added to it."""

from datetime import date

from django.db.models import (
    BooleanField,
    Case,
    DateField,
    Exists,
    ExpressionWrapper,
    F,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    When,
)
from django.db.models.functions import Coalesce

from candidates import search
from candidates.enums import (
    BEFORE_DECISION,
    CLASS_PAPERS,
    EARLIER,
    PROBATION,
    ClassKind,
    ClassState,
    PaperKind,
    Result,
    Stage,
)
from candidates.models import Enrolment, Paper, StageEntry, TrainingClass
from candidates.models.training import left_by
from organizations import tree
from organizations.access import Reach
from organizations.enums import Deed
from organizations.models import Unit

# Whoever has the certificate but was not proposed by the cell yet learns again when it has run out.
LEARN_AGAIN = (Stage.TRAINED, *EARLIER)
MAY_LEARN = {ClassKind.AWARENESS: BEFORE_DECISION, ClassKind.NEW_MEMBERS: PROBATION}
# A certificate that a correction took back is none.
UNCERTIFIED = Q(certificate__isnull=True) | Q(certificate__void=True)


def roster(training: TrainingClass, own: Reach, on: date) -> QuerySet[Enrolment]:
    """Return those of a roster on a day whom a person may name, by name, those who had left by then included.

    Each with ``has_left``, the cell's name on the day, and whether the dossier opens.
    """
    found = training.enrolments.begun(on).filter(dossier__unit__in=own.units(Deed.SEE_CLASSES))
    has_left = ExpressionWrapper(left_by(on), BooleanField())
    opens = own.units(Deed.SEE_DOSSIERS).filter(pk=OuterRef("dossier__unit"))
    named = found.select_related("dossier__person", "dossier__unit", "certificate")
    there = named.annotate(cell_name=tree.name_on(on, "dossier__unit"), opens=Exists(opens), has_left=has_left)
    return there.order_by("dossier__person__name_key", "pk")


def others(training: TrainingClass, own: Reach, on: date) -> int:
    """Return how many on a roster on a day a person may not name."""
    there = training.enrolments.on(on)
    return there.exclude(dossier__unit__in=own.units(Deed.SEE_CLASSES)).count()


def places_left(training: TrainingClass, on: date) -> int | None:
    """Return how many places the plan leaves on a day; None where it names no number."""
    if training.places is None:
        return None
    return max(training.places - training.enrolments.on(on).count(), 0)


def waiting(training: TrainingClass, own: Reach, on: date) -> QuerySet[StageEntry]:
    """Return those who wait for a class of this kind, the longest waiting first, each as the stage in force on the day.

    They are in cells under the unit of the class, within the reach, and on no other roster from which a certificate may come.
    """
    standing = _standing(training, own, on).annotate(since=_since(on))
    return standing.filter(_waits(training, on)).order_by("since", "dossier__person__name_key", "pk")


def proposed(training: TrainingClass, own: Reach, on: date) -> QuerySet[StageEntry]:
    """Return those waiting who are not on this roster and did not leave it either."""
    here = Enrolment.objects.filter(training_class=training, dossier=OuterRef("dossier"))
    return waiting(training, own, on).exclude(Exists(here))


def may_join(training: TrainingClass, own: Reach, on: date) -> QuerySet[StageEntry]:
    """Return everybody whom a person may add: those waiting, and whoever else may learn among the dossiers that they see."""
    others = Q(stage__in=MAY_LEARN.get(training.kind, ()), dossier__unit__in=own.units(Deed.SEE_DOSSIERS))
    found = _standing(training, own, on).annotate(since=_since(on))
    return found.filter(_waits(training, on) | (others & ~_learns(training)))


def found_by(words: str, training: TrainingClass, own: Reach, on: date) -> QuerySet[StageEntry]:
    """Return those who may be added and whose name, or dossier's code, holds ``words``."""
    return search.matching(may_join(training, own, on), words).order_by("rank", "dossier__person__name_key", "pk")


def uncertified(training: TrainingClass, own: Reach, on: date) -> QuerySet[Enrolment]:
    """Return those who passed and have no certificate of the class."""
    return roster(training, own, on).filter(UNCERTIFIED, withdrawn=False, result=Result.PASSED)


def learning(training: TrainingClass) -> QuerySet[Enrolment]:
    """Return the places on rosters of this kind from which a certificate may still come."""
    open_places = Enrolment.objects.filter(
        UNCERTIFIED, training_class__kind=training.kind, withdrawn=False, result__in=(Result.PENDING, Result.PASSED)
    )
    return open_places.exclude(training_class__state=ClassState.CANCELLED)


def _standing(training: TrainingClass, own: Reach, on: date) -> QuerySet[StageEntry]:
    found = StageEntry.objects.standing(on).filter(dossier__unit__in=_pool(training, own, on))
    return found.select_related("dossier__person").annotate(cell_name=tree.name_on(on))


def _pool(training: TrainingClass, own: Reach, on: date) -> QuerySet[Unit]:
    return tree.descendants([training.unit], on).filter(pk__in=own.units(Deed.SEE_CLASSES))


def _waits(training: TrainingClass, on: date) -> Q:
    if training.kind not in CLASS_PAPERS:
        return Q(pk__in=[])
    held = Paper.objects.filter(dossier=OuterRef("dossier"), kind=CLASS_PAPERS[training.kind], issued_on__lte=on)
    free = ~_learns(training)
    if training.kind == ClassKind.NEW_MEMBERS:
        return Q(stage__in=PROBATION) & ~Q(Exists(held)) & free
    valid = held.filter(Q(expires_on__isnull=True) | Q(expires_on__gt=on))
    again = Q(stage__in=LEARN_AGAIN) & Q(Exists(held))
    return (Q(stage=Stage.SYMPATHISER) | again) & ~Q(Exists(valid)) & free


def _learns(training: TrainingClass) -> Q:
    return Q(Exists(learning(training).filter(dossier=OuterRef("dossier"))))


def _since(on: date) -> Case:
    """Since when somebody waits: the day on which their stage began, or on which their certificate ran out."""
    old = Paper.objects.filter(dossier=OuterRef("dossier"), kind=PaperKind.CERTIFICATE, issued_on__lte=on)
    ran_out = Subquery(old.order_by().values("dossier").annotate(last=Max("expires_on")).values("last"))
    again = When(stage__in=LEARN_AGAIN, then=Coalesce(ran_out, F("on")))
    return Case(again, default=F("on"), output_field=DateField())
