"""Days up to which the figures of a unit were confirmed and accepted: what is recorded there later needs a reason."""

import pghistory
from django.db import models

from organizations.models.kept import Standing, kept_for_ever


@pghistory.track()
class PeriodLock(models.Model):
    """The figures of ``unit`` and what is under it are locked up to and including ``last_day``; ``words`` say by what.

    A lock that was lifted is void.
    """

    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="locks")
    last_day = models.DateField("khóa đến hết ngày")
    words = models.CharField("theo", max_length=200)
    locked_on = models.DateField("ngày khóa")
    by = models.ForeignKey("organizations.User", models.PROTECT, null=True, related_name="+")
    void = models.BooleanField(default=False, editable=False)

    objects = Standing()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "khóa số liệu"
        ordering = ["pk"]
        indexes = [models.Index(fields=["unit", "last_day"], name="organizations_lock_of_unit")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_day__lte=models.F("locked_on")), name="organizations_lock_of_days_gone"
            )
        ]

    def __str__(self) -> str:
        return self.words
