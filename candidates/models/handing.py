"""That somebody typed a dossier into the national member database; a mistaken mark is void, never deleted."""

import pghistory
from django.db import models
from django.db.models import Q

from candidates.models.void import NotVoid
from organizations.formats import date_vn
from organizations.models.kept import kept_for_ever


@pghistory.track()
class HandedOn(models.Model):
    """A dossier was entered into the national member database on a day, by somebody."""

    dossier = models.ForeignKey("candidates.Dossier", models.PROTECT, related_name="handed_on_rows")
    on = models.DateField("ngày nhập vào cơ sở dữ liệu đảng viên")
    by = models.ForeignKey("organizations.User", models.PROTECT, null=True, related_name="+")
    void = models.BooleanField(default=False, editable=False)

    objects = NotVoid()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "đã nhập vào cơ sở dữ liệu đảng viên"
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(void=False),
                name="candidates_handedon_once",
                violation_error_message="Hồ sơ này đã được ghi là đã nhập vào cơ sở dữ liệu đảng viên.",
            )
        ]

    def __str__(self) -> str:
        return date_vn(self.on)
