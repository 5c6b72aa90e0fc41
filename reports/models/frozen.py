"""A report as it was put before its signer: its data, the lists behind its numbers, its paper without number and day."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from organizations.enums import Secrecy
from organizations.models.kept import written_once


class ListKind(models.TextChoices):
    """Of what the members of a frozen list are the keys."""

    DOSSIERS = "dossiers", "Hồ sơ"
    NOMINATIONS = "nominations", "Lượt giới thiệu"
    UNITS = "units", "Tổ chức"
    CLASSES = "classes", "Lớp"
    SEMINARS = "seminars", "Hội nghị"


@pghistory.track(exclude=["content", "draft"])
class FrozenReport(models.Model):
    """One version of a report, never changed: another version is frozen anew.

    ``content`` is the canonical JSON of the report (reports/frozen.py), ``seal`` the SHA-256 of it and of its lists; ``draft``
    is its PDF with number and day left blank. ``issuer`` is the body whose register gives the number, ``kind`` and ``sign``
    as they are printed. ``corrects`` is the issued report that this version corrects, for ``reason``.
    """

    code = models.CharField("báo cáo", max_length=20)
    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="+")
    as_at = models.DateField("số liệu đến hết ngày")
    first_day = models.DateField("ngày đầu kỳ")
    last_day = models.DateField("ngày cuối kỳ")
    reading = models.CharField("cách tính đơn vị", max_length=4)
    named = models.BooleanField("kèm danh sách tên")
    kind = models.CharField("loại", max_length=60)
    subject = models.CharField("trích yếu", max_length=400)
    issuer = models.CharField("cơ quan ban hành", max_length=200)
    sign = models.CharField("ký hiệu", max_length=60, blank=True)
    secrecy = models.CharField("độ mật", max_length=20, choices=Secrecy, default=Secrecy.NORMAL)
    frozen_on = models.DateField("ngày trình ký")
    content = models.TextField("nội dung")
    seal = models.CharField("dấu kiểm số liệu", max_length=64)
    draft = models.BinaryField("bản in trình ký")
    draft_sha256 = models.CharField("dấu kiểm bản in trình ký", max_length=64)
    corrects = models.ForeignKey(
        "reports.IssuedReport", models.PROTECT, null=True, related_name="corrections", verbose_name="đính chính cho"
    )
    reason = models.CharField("lý do đính chính", max_length=400, blank=True)
    by = models.ForeignKey("organizations.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        triggers = [written_once()]
        verbose_name = "báo cáo trình ký"
        indexes = [models.Index(fields=["unit", "as_at"], name="reports_frozen_of_unit")]
        constraints = [
            models.CheckConstraint(
                condition=Q(corrects__isnull=True, reason="") | Q(corrects__isnull=False) & ~Q(reason=""),
                name="reports_frozen_correction_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(first_day__lte=models.F("last_day"), last_day__lte=models.F("as_at")),
                name="reports_frozen_days_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"


class FrozenList(models.Model):
    """The list behind one or more numbers of a frozen report: whom it counted then, by the keys of their rows.

    ``address`` is that of the live list, ``members`` the codes of dossiers or units, or the keys of nominations,
    classes or seminars.
    """

    report = models.ForeignKey(FrozenReport, models.PROTECT, related_name="lists")
    place = models.PositiveIntegerField()
    address = models.TextField()
    kind = models.CharField(max_length=12, choices=ListKind)
    words = models.TextField()
    sensitive = models.BooleanField()
    members = ArrayField(models.CharField(max_length=40))

    class Meta:
        triggers = [written_once()]
        ordering = ["report", "place"]
        constraints = [models.UniqueConstraint(fields=["report", "place"], name="reports_frozen_list_place")]

    def __str__(self) -> str:
        return self.words
