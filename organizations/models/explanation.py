"""Why an organisation introduced nobody and what it will do about it, in its own words as at a day."""

import pghistory
from django.db import models

from organizations.enums import IdleReason
from organizations.models.kept import kept_for_ever


@pghistory.track()
class Explanation(models.Model):
    """What an organisation says as at a day: a coded reason, more words, a remedy. A correction is a new row, as of figures."""

    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="explanations")
    on = models.DateField("tại ngày")
    reason = models.CharField("nguyên nhân", max_length=20, choices=IdleReason, blank=True)
    words = models.CharField("nói rõ nguyên nhân", max_length=200, blank=True)
    remedy = models.CharField("biện pháp", max_length=300, blank=True)
    declared_by = models.CharField("người, đơn vị báo", max_length=120)
    source = models.CharField("nguồn số liệu", max_length=200, blank=True)
    in_force = models.BooleanField(default=True)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="replaced_by")

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "nguyên nhân, biện pháp hội báo"
        ordering = ["unit", "on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "on"],
                condition=models.Q(in_force=True),
                name="organizations_explanation_one_in_force",
            ),
            models.CheckConstraint(
                condition=~models.Q(reason="") | ~models.Q(remedy=""), name="organizations_explanation_says_something"
            ),
        ]

    def __str__(self) -> str:
        return self.why or self.remedy

    @property
    def why(self) -> str:
        """The reason in words, with what was said besides; empty where none was told."""
        return ": ".join(filter(None, (self.get_reason_display() if self.reason else "", self.words)))
