"""Scans of papers, and whether they are kept at all. The files lie outside the web root, the rows say what must lie there."""

import pghistory
from django.db import models
from django.db.models import Q

from candidates.enums import ScanType
from candidates.models.void import NotVoid
from organizations.formats import date_vn
from organizations.models.kept import kept_for_ever


@pghistory.track()
class ScanSwitch(models.Model):
    """An administrator let the installation keep scans from a day on, or no more; the last row counts, none means off."""

    is_on = models.BooleanField("lưu bản quét")
    on = models.DateField("ngày")
    reason = models.CharField("lý do", max_length=400)
    by = models.ForeignKey("organizations.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "bật, tắt việc lưu bản quét"
        ordering = ["-pk"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="candidates_scanswitch_has_reason")]

    def __str__(self) -> str:
        return f"{'bật' if self.is_on else 'tắt'} {date_vn(self.on)}"


@pghistory.track(exclude=["stored_as"])
class Scan(models.Model):
    """A scan of a paper. ``stored_as`` is the random name of its file, ``sha256`` and ``size`` are of what was stored.

    A scan taken back stays as a row with its reason; its file is destroyed.
    """

    paper = models.ForeignKey("candidates.Paper", models.PROTECT, related_name="scans")
    stored_as = models.CharField(max_length=32, unique=True, editable=False)
    sha256 = models.CharField("mã kiểm tra", max_length=64, editable=False)
    size = models.PositiveIntegerField("số byte")
    kind = models.CharField("loại tệp", max_length=10, choices=ScanType)
    original_name = models.CharField("tên tệp khi gửi", max_length=120, blank=True)
    by = models.ForeignKey("organizations.User", models.PROTECT, null=True, related_name="+")
    on = models.DateField("ngày gửi")
    void = models.BooleanField(default=False, editable=False)
    void_reason = models.CharField("lý do gỡ", max_length=400, blank=True)

    objects = NotVoid()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "bản quét"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(void=False, void_reason="") | (Q(void=True) & ~Q(void_reason="")),
                name="candidates_scan_void_with_reason",
            ),
            models.UniqueConstraint(
                fields=["paper", "sha256"],
                condition=Q(void=False),
                name="candidates_scan_once",
                violation_error_message="Bản quét này đã có ở giấy tờ đó.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {date_vn(self.on)}"
