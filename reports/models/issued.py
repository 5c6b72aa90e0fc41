"""What became of a frozen report: it was issued with a number and a day, or set aside before."""

import pghistory
from django.db import models
from django.db.models.functions import ExtractYear

from organizations.formats import date_vn
from organizations.models.kept import written_once
from reports.models.frozen import FrozenReport


@pghistory.track(exclude=["pdf"])
class IssuedReport(models.Model):
    """An issued report: number and day of the registry, and the file itself, which is what prints from then on.

    A number is used once by an issuer for a kind in a year; ``number_key`` is the number without zeros before it. ``corrects``
    repeats that of the version, so that one issued report is corrected once; its correction may be corrected again.
    """

    frozen = models.OneToOneField(FrozenReport, models.PROTECT, related_name="issued")
    kind = models.CharField("loại", max_length=60)
    issuer = models.CharField("cơ quan ban hành", max_length=200)
    year = models.PositiveSmallIntegerField("năm")
    number = models.CharField("số", max_length=12)
    number_key = models.CharField(max_length=12)
    issued_on = models.DateField("ngày ban hành")
    pdf = models.BinaryField("bản in")
    size = models.PositiveIntegerField("cỡ tệp")
    sha256 = models.CharField("dấu kiểm bản in", max_length=64)
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="corrected_by", verbose_name="đính chính cho"
    )
    by = models.ForeignKey("organizations.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        triggers = [written_once()]
        verbose_name = "báo cáo đã ban hành"
        indexes = [models.Index(fields=["sha256"], name="reports_issued_sha256")]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "number_key", "issuer", "year"], name="reports_issued_number_used_once"
            ),
            models.CheckConstraint(
                condition=models.Q(year=ExtractYear("issued_on")), name="reports_issued_year_of_the_day"
            ),
        ]

    def __str__(self) -> str:
        return self.citation

    @property
    def full_number(self) -> str:
        """The number with its sign, as it is printed."""
        return f"{self.number}-{self.frozen.sign}" if self.frozen.sign else self.number

    @property
    def citation(self) -> str:
        """The report as a sentence names it."""
        return f"{self.kind.capitalize()} số {self.full_number} ngày {date_vn(self.issued_on)} của {self.issuer}"


@pghistory.track()
class DroppedReport(models.Model):
    """A frozen report that was not issued after all: since when, and why; it stays readable."""

    frozen = models.OneToOneField(FrozenReport, models.PROTECT, related_name="dropped")
    on = models.DateField("ngày bỏ")
    reason = models.CharField("lý do bỏ", max_length=400)
    by = models.ForeignKey("organizations.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        triggers = [written_once()]
        verbose_name = "báo cáo trình ký đã bỏ"

    def __str__(self) -> str:
        return f"{self.frozen}: {self.reason}"

    @property
    def sentence(self) -> str:
        """Since when, by whom and why, as its page says it."""
        who = f", đ/c {self.by.full_name}" if self.by else ""
        return f"Bỏ ngày {date_vn(self.on)}{who}. Lý do: {self.reason}."
