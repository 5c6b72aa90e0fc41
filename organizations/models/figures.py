"""What units declare about themselves as at a date."""

import pghistory
from django.db import models

from organizations.enums import FigureKind
from organizations.models.kept import kept_for_ever


@pghistory.track()
class Figure(models.Model):
    """A number of people that a unit declared as at a day; a correction is a new row, the old one stays, out of force.

    ``said_on`` is the day on which it was reported where that differs from ``on``: a review due on a day, an expectation
    for a quarter that ends on ``on``. Looked at from before that day the figure is not known yet.
    """

    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="figures")
    kind = models.CharField("chỉ số", max_length=30, choices=FigureKind)
    on = models.DateField("tại ngày")
    said_on = models.DateField("báo ngày", null=True, blank=True)
    value = models.PositiveIntegerField("số người")
    declared_by = models.CharField("người, đơn vị báo", max_length=120)
    source = models.CharField("nguồn số liệu", max_length=200, blank=True)
    in_force = models.BooleanField(default=True)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="replaced_by")

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "số liệu đơn vị báo"
        ordering = ["unit", "on", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "kind", "on"],
                condition=models.Q(in_force=True),
                name="organizations_figure_one_in_force",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.value}"
