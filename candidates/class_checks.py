"""Checks of stored classes, their rosters and certificates; each yields what is wrong, one sentence a finding."""

from collections.abc import Iterator

from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce

from candidates.enums import CLASS_PAPERS, ClassKind
from candidates.models import Enrolment, StageEntry
from organizations.models.dated import valid_on


def certificates() -> Iterator[str]:
    """A certificate on a roster is that of the student's own dossier, of the class's kind, and not older than the class."""
    wrong = ~Q(certificate__dossier=F("dossier")) | Q(certificate__issued_on__lt=F("training_class__starts_on"))
    for kind, paper in CLASS_PAPERS.items():
        wrong |= Q(training_class__kind=kind) & ~Q(certificate__kind=paper)
    found = Enrolment.objects.filter(wrong, certificate__isnull=False)
    for row in found.select_related("dossier", "training_class"):
        yield f"“{row.training_class}”, hồ sơ {row.dossier.code}: giấy chứng nhận không khớp với hồ sơ, loại hoặc ngày của lớp."


def students() -> Iterator[str]:
    """Whoever learned in a class that ended was followed on its last day, in a unit under that of the class."""
    last_day = OuterRef("training_class__ends_on")
    there = StageEntry.objects.standing(last_day).filter(
        valid_on(last_day, "unit__ancestry__"),
        dossier=OuterRef("dossier"),
        unit__ancestry__ancestor=OuterRef("training_class__unit"),
    )
    held = Enrolment.objects.filter(withdrawn=False, training_class__ends_on__isnull=False)
    for row in held.exclude(Exists(there)).select_related("dossier", "training_class"):
        yield f"“{row.training_class}”, hồ sơ {row.dossier.code}: không được theo dõi ở tổ chức đảng của lớp vào ngày bế giảng."


def attendance() -> Iterator[str]:
    """Nobody attended more sessions than there were, and a seminar has no roster."""
    too_many = Q(attended__gt=Coalesce("training_class__sessions", "attended"))
    wrong = Enrolment.objects.filter(too_many | Q(training_class__kind=ClassKind.SEMINAR))
    for row in wrong.select_related("dossier", "training_class"):
        yield f"“{row.training_class}”, hồ sơ {row.dossier.code}: số buổi có mặt nhiều hơn số buổi học, hoặc lớp là hội nghị."


CHECKS = (certificates, students, attendance)
