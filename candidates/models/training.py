"""Classes of both kinds, seminars, and who went to them with what result."""

from datetime import date
from typing import Self

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Expression, F, Q

from candidates.enums import ClassKind, ClassState, Result
from organizations.models import Dated
from organizations.models.dated import period_of
from organizations.models.kept import kept_for_ever


@pghistory.track()
class CertificateIssuer(Dated):
    """Who issues class certificates for the units under ``unit`` in a period; after the district level ended no text says."""

    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="certificate_issuers")
    name = models.CharField("nơi cấp", max_length=200)
    source = models.CharField("căn cứ", max_length=200, blank=True)

    class Meta(Dated.Meta):
        triggers = [kept_for_ever()]
        verbose_name = "nơi cấp giấy chứng nhận"
        constraints = [
            *Dated.Meta.constraints,
            ExclusionConstraint(
                name="candidates_certificateissuer_one_at_a_time",
                expressions=[("unit", RangeOperators.EQUAL), (period_of(), RangeOperators.OVERLAPS)],
            ),
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class TrainingClass(models.Model):
    """A class or a seminar; ``unit`` is the party unit for whose people it is, ``organisation`` the body that holds a seminar.

    ``planned_for`` is the first day of the month in which the plan puts it; the days are those on which it was held.
    """

    kind = models.CharField("loại", max_length=20, choices=ClassKind)
    name = models.CharField("tên lớp", max_length=200)
    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="classes")
    organisation = models.ForeignKey(
        "organizations.Unit", models.PROTECT, null=True, blank=True, related_name="seminars"
    )
    state = models.CharField("tình trạng", max_length=10, choices=ClassState, default=ClassState.PLANNED)
    planned_for = models.DateField("tháng theo kế hoạch")
    plan = models.CharField("văn bản kế hoạch", max_length=200, blank=True)
    places = models.PositiveSmallIntegerField("số học viên dự kiến", null=True, blank=True)
    opening_number = models.CharField("số quyết định mở lớp", max_length=60, blank=True)
    opening_on = models.DateField("ngày quyết định mở lớp", null=True, blank=True)
    starts_on = models.DateField("khai giảng", null=True, blank=True)
    ends_on = models.DateField("bế giảng", null=True, blank=True)
    place = models.CharField("địa điểm", max_length=200, blank=True)
    sessions = models.PositiveSmallIntegerField("số buổi học", null=True, blank=True)
    participants = models.PositiveIntegerField("số người dự hội nghị", null=True, blank=True)
    issuer = models.CharField("nơi cấp giấy chứng nhận", max_length=200, blank=True)
    certified_on = models.DateField("ngày cấp giấy chứng nhận", null=True, blank=True)
    cancelled_on = models.DateField("không mở từ ngày", null=True, blank=True)
    cancel_reason = models.CharField("lý do không mở", max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "lớp bồi dưỡng"
        ordering = ["planned_for", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(starts_on__isnull=False, ends_on__gte=F("starts_on")),
                name="candidates_trainingclass_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[ClassState.PLANNED, ClassState.CANCELLED]) | Q(starts_on__isnull=False),
                name="candidates_trainingclass_held_has_day",
            ),
            models.CheckConstraint(
                condition=Q(participants__isnull=True) | Q(kind=ClassKind.SEMINAR),
                name="candidates_trainingclass_participants_of_seminar",
            ),
            models.CheckConstraint(
                condition=(Q(state=ClassState.CANCELLED, cancelled_on__isnull=False) & ~Q(cancel_reason=""))
                | (~Q(state=ClassState.CANCELLED) & Q(cancelled_on__isnull=True, cancel_reason="")),
                name="candidates_trainingclass_cancelled_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class EnrolmentQuerySet(models.QuerySet):
    """Places on rosters; a row from before days were recorded counts from the first day of its class.

    Nobody joins a class that has ended, so whoever was entered late was on its roster by its last day.
    """

    def begun(self, day: date | Expression) -> Self:
        """Places taken by ``day``, left since or not."""
        undated = Q(training_class__starts_on__isnull=True) | Q(training_class__starts_on__lte=day)
        dated = Q(enrolled_on__lte=day) | Q(training_class__ends_on__lte=day)
        return self.filter(dated | (Q(enrolled_on__isnull=True) & undated))

    def on(self, day: date | Expression) -> Self:
        """Places taken and not left by the end of ``day``."""
        return self.begun(day).exclude(left_by(day))


def left_by(day: date | Expression) -> Q:
    """Return the condition "left the roster by ``day``"; whoever left before such days were recorded has left on any day."""
    return Q(withdrawn=True) & (Q(withdrawn_on__isnull=True) | Q(withdrawn_on__lte=day))


@pghistory.track()
class Enrolment(models.Model):
    """Somebody on the roster of a class: sessions attended, the result, and the certificate where one was issued.

    Whoever leaves keeps the row; whoever comes back gets another one.
    """

    training_class = models.ForeignKey(TrainingClass, models.PROTECT, related_name="enrolments")
    dossier = models.ForeignKey("candidates.Dossier", models.PROTECT, related_name="enrolments")
    attended = models.PositiveSmallIntegerField("số buổi có mặt", null=True, blank=True)
    result = models.CharField("kết quả", max_length=10, choices=Result, default=Result.PENDING)
    certificate = models.OneToOneField(
        "candidates.Paper", models.PROTECT, null=True, blank=True, related_name="enrolment"
    )
    enrolled_on = models.DateField("ghi vào danh sách ngày", null=True, blank=True)
    withdrawn = models.BooleanField("rút khỏi danh sách", default=False)
    withdrawn_on = models.DateField("rút khỏi danh sách từ ngày", null=True, blank=True)

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "học viên"
        ordering = ["training_class", "dossier__person__name_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["training_class", "dossier"],
                condition=Q(withdrawn=False),
                name="candidates_enrolment_once",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn=False, withdrawn_on__isnull=True)
                | Q(withdrawn=True, withdrawn_on__isnull=False)
                | Q(withdrawn=True, enrolled_on__isnull=True),
                name="candidates_enrolment_withdrawn_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(enrolled_on__isnull=True)
                | Q(withdrawn_on__isnull=True)
                | Q(withdrawn_on__gte=F("enrolled_on")),
                name="candidates_enrolment_withdrawn_after_enrolled",
            ),
            models.CheckConstraint(
                condition=Q(certificate__isnull=True) | Q(result=Result.PASSED, withdrawn=False),
                name="candidates_enrolment_certificate_of_passed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.training_class}: {self.dossier_id}"
