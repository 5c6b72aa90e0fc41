"""The text of a report as its officer edits it before it is signed: every save is a version of its own."""

import pghistory
from django.db import models

from organizations.models.kept import written_once


class ReportDraft(models.Model):
    """What a text was edited for: one report about one unit, period and day, in one reading of units."""

    code = models.CharField("báo cáo", max_length=20)
    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="+")
    first_day = models.DateField("ngày đầu kỳ")
    last_day = models.DateField("ngày cuối kỳ")
    as_at = models.DateField("số liệu đến hết ngày")
    reading = models.CharField("cách tính đơn vị", max_length=4)

    class Meta:
        triggers = [written_once()]
        verbose_name = "lời báo cáo đang soạn"
        constraints = [
            models.UniqueConstraint(
                fields=["code", "unit", "first_day", "last_day", "as_at", "reading"], name="reports_draft_one_of_each"
            ),
            models.CheckConstraint(
                condition=models.Q(first_day__lte=models.F("last_day"), last_day__lte=models.F("as_at")),
                name="reports_draft_days_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.unit_id} {self.as_at}"


@pghistory.track(exclude=["paragraphs"])
class DraftVersion(models.Model):
    """One saved version of a text, never changed: another save is another version; the newest one is printed.

    ``paragraphs`` are the edited lines in their order (reports/drafts.py), figures in them named by their tokens.
    """

    draft = models.ForeignKey(ReportDraft, models.PROTECT, related_name="versions", verbose_name="lời báo cáo")
    number = models.PositiveIntegerField("bản soạn số")
    paragraphs = models.JSONField("các đoạn")
    saved_on = models.DateField("ngày soạn")
    by = models.ForeignKey("organizations.User", models.PROTECT, null=True, related_name="+", verbose_name="người soạn")

    class Meta:
        triggers = [written_once()]
        verbose_name = "bản soạn lời báo cáo"
        constraints = [
            models.UniqueConstraint(fields=["draft", "number"], name="reports_draft_version_once"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="reports_draft_version_from_one"),
        ]

    def __str__(self) -> str:
        return f"bản soạn số {self.number}"
