"""Organisations outside the Party: who in the Party follows them, and what their standing office has. Both are dated."""

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import models
from django.db.models import Q

from organizations.enums import OfficeBody, OfficeCell
from organizations.models.kept import kept_for_ever

from .dated import Dated, period_of


@pghistory.track()
class Oversight(Dated):
    """A party unit follows an organisation for a period: who reaches the unit reaches the organisation too."""

    organisation = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="oversights")
    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="overseen")

    class Meta(Dated.Meta):
        triggers = [kept_for_ever()]
        verbose_name = "cấp ủy theo dõi hội, đoàn thể"
        constraints = [
            *Dated.Meta.constraints,
            ExclusionConstraint(
                name="organizations_oversight_one_at_a_time",
                expressions=[("organisation", RangeOperators.EQUAL), (period_of(), RangeOperators.OVERLAPS)],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.organisation}"


@pghistory.track()
class StandingOffice(Dated):
    """What the standing office of an organisation has for a period: its cell, its own or shared, and the bodies inside.

    Two offices that share a cell name the same ``cell``; a cell shared with an agency is that agency's cell.
    """

    organisation = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="offices")
    arrangement = models.CharField("chi bộ", max_length=10, choices=OfficeCell)
    cell = models.ForeignKey(
        "organizations.Unit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="hosted_offices",
        verbose_name="chi bộ",
    )
    bodies = ArrayField(
        models.CharField(max_length=20, choices=OfficeBody),
        default=list,
        blank=True,
        verbose_name="tổ chức đoàn thể tại cơ quan thường trực",
    )
    source = models.CharField("nguồn", max_length=200, blank=True)

    class Meta(Dated.Meta):
        triggers = [kept_for_ever()]
        verbose_name = "cơ quan thường trực"
        constraints = [
            *Dated.Meta.constraints,
            ExclusionConstraint(
                name="organizations_standingoffice_one_at_a_time",
                expressions=[("organisation", RangeOperators.EQUAL), (period_of(), RangeOperators.OVERLAPS)],
            ),
            models.CheckConstraint(
                condition=(Q(arrangement=OfficeCell.NONE) & Q(cell__isnull=True))
                | (~Q(arrangement=OfficeCell.NONE) & Q(cell__isnull=False)),
                name="organizations_standingoffice_cell_agrees",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_arrangement_display()}"
