"""A conclusion or a remark on a report of ours, as the document that it became."""

import pghistory
from django.db import models

from directives.enums import ReportCode
from directives.models.directive import Directive
from organizations.models.kept import kept_for_ever


@pghistory.track()
class Conclusion(models.Model):
    """What a standing committee concluded or remarked on a report: which report, of which unit, as at which day."""

    directive = models.OneToOneField(Directive, models.PROTECT, related_name="conclusion")
    report = models.CharField("báo cáo", max_length=20, choices=ReportCode)
    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="+")
    report_on = models.DateField("số liệu báo cáo đến hết ngày")

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "kết luận, ý kiến về báo cáo"

    def __str__(self) -> str:
        return f"{self.get_report_display()}: {self.directive}"
