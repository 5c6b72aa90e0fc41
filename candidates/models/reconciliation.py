"""Comparisons with the list of the national member database: what differed, and how each difference was settled."""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from candidates.enums import BOTH_SIDES, DifferenceKind
from organizations.models.kept import kept_for_ever


@pghistory.track()
class Reconciliation(models.Model):
    """A list for a unit and the days from ``first_day`` to ``last_day`` was compared with the dossiers of that day.

    ``listed`` counts the lines that could be read, ``matched`` those that agree; ``ignored`` names the columns left aside.
    """

    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="reconciliations")
    first_day = models.DateField("từ ngày")
    last_day = models.DateField("đến ngày")
    by = models.ForeignKey("organizations.User", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField("lưu lúc", db_default=Now(), editable=False)
    listed = models.PositiveIntegerField("số dòng đọc được")
    matched = models.PositiveIntegerField("số dòng khớp")
    ignored = models.CharField("cột không dùng", max_length=400, blank=True)

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "lần đối chiếu với cơ sở dữ liệu đảng viên"
        ordering = ["-last_day", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")), name="candidates_reconciliation_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(matched__lte=F("listed")), name="candidates_reconciliation_matched_of_listed"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id}: {self.first_day} – {self.last_day}"


@pghistory.track()
class Difference(models.Model):
    """One difference; ``line``, ``name``, ``number`` and ``on`` are as the list had them, ``our_number`` and ``our_day`` as the
    dossier had them then.

    With ``ONLY_THERE`` and ``REPEATED``, ``dossier`` is the one that may be meant.
    """

    reconciliation = models.ForeignKey(Reconciliation, models.PROTECT, related_name="differences")
    kind = models.CharField("khác ở chỗ", max_length=20, choices=DifferenceKind)
    line = models.PositiveIntegerField("dòng", null=True, blank=True)
    name = models.CharField("họ tên trong danh sách", max_length=200, blank=True)
    number = models.CharField("số trong danh sách", max_length=120, blank=True)
    on = models.DateField("ngày trong danh sách", null=True, blank=True)
    dossier = models.ForeignKey("candidates.Dossier", models.PROTECT, null=True, blank=True, related_name="differences")
    our_number = models.CharField("số ở hồ sơ", max_length=120, blank=True)
    our_day = models.DateField("ngày ở hồ sơ", null=True, blank=True)
    words = models.CharField("ghi chú khi đối chiếu", max_length=400, blank=True)
    note = models.CharField("cách xử lý", max_length=400, blank=True)
    settled_by = models.ForeignKey("organizations.User", models.PROTECT, null=True, blank=True, related_name="+")
    settled_on = models.DateField("đã xử lý ngày", null=True, blank=True)

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "chỗ khác với cơ sở dữ liệu đảng viên"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=DifferenceKind.ONLY_HERE, dossier__isnull=False, name="")
                | Q(kind__in=BOTH_SIDES, dossier__isnull=False, line__isnull=False)
                | Q(line__isnull=False) & ~Q(kind__in=[DifferenceKind.ONLY_HERE, *BOTH_SIDES]),
                name="candidates_difference_sides",
            ),
            models.CheckConstraint(
                condition=Q(settled_on__isnull=True, note="") | (Q(settled_on__isnull=False) & ~Q(note="")),
                name="candidates_difference_settled_with_note",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.name or self.dossier_id}"
