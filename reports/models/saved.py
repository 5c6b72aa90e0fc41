"""The parameters of a report that a person keeps under a name, to ask for it again with the period moved on by its rule."""

import pghistory
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from organizations.models.kept import Standing, kept_for_ever


class PeriodRule(models.TextChoices):
    """How the period of a saved report follows the day one looks from."""

    YEAR_TO_DATE = "year_to_date", "Năm nay, đến ngày xem"
    WHOLE_YEAR = "whole_year", "Năm trọn gần nhất"
    FIRST_HALF = "first_half", "6 tháng đầu năm gần nhất"
    NINE_MONTHS = "nine_months", "9 tháng đầu năm gần nhất"
    SECOND_HALF = "second_half", "6 tháng cuối năm gần nhất"
    QUARTER = "quarter", "Quý trọn gần nhất"
    MONTH = "month", "Tháng trọn gần nhất"
    TERM = "term", "Từ đầu nhiệm kỳ đến ngày xem"
    FIXED = "fixed", "Đúng các ngày đã chọn"


@pghistory.track()
class SavedReport(models.Model):
    """One report, of ``unit``, whose period follows ``rule``; the three days are kept where the rule is FIXED alone.

    It is for the person who saved it, and for those with a post in ``shared`` where that is set. A row is void once it was
    withdrawn.
    """

    by = models.ForeignKey("organizations.User", models.PROTECT, related_name="+", verbose_name="người lưu")
    name = models.CharField("tên", max_length=120)
    code = models.CharField("báo cáo", max_length=20)
    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị")
    rule = models.CharField("kỳ", max_length=12, choices=PeriodRule)
    first_day = models.DateField("ngày đầu kỳ", null=True)
    last_day = models.DateField("ngày cuối kỳ", null=True)
    as_at = models.DateField("số liệu đến hết ngày", null=True)
    reading = models.CharField("cách tính đơn vị", max_length=4)
    named = models.BooleanField("kèm danh sách tên")
    shared = models.ForeignKey(
        "organizations.Unit", models.PROTECT, null=True, related_name="+", verbose_name="dùng chung trong"
    )
    saved_on = models.DateField("ngày lưu")
    void = models.BooleanField(default=False, editable=False)

    objects = Standing()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "báo cáo đã lưu tham số"
        ordering = ["name", "pk"]
        indexes = [models.Index(fields=["shared"], name="reports_saved_shared")]
        constraints = [
            models.UniqueConstraint(Lower("name"), "by", condition=Q(void=False), name="reports_saved_name_once"),
            models.CheckConstraint(
                condition=Q(rule=PeriodRule.FIXED, first_day__lte=models.F("last_day"), last_day__lte=models.F("as_at"))
                | ~Q(rule=PeriodRule.FIXED) & Q(first_day__isnull=True, last_day__isnull=True, as_at__isnull=True),
                name="reports_saved_days_when_fixed",
            ),
        ]

    def __str__(self) -> str:
        return self.name
