"""Which organisations a person belongs to, since when and until when; one person may belong to several.

A mistaken row is marked void, never deleted.
"""

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models

from candidates.enums import Standing
from candidates.models.void import NotVoid
from organizations.models import Dated
from organizations.models.dated import DatedQuerySet, period_of
from organizations.models.kept import kept_for_ever


@pghistory.track()
class Membership(Dated):
    """A person belongs to an association or a socio-political organisation for a period."""

    person = models.ForeignKey("candidates.Person", models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="memberships")
    standing = models.CharField("tư cách", max_length=10, choices=Standing, default=Standing.MEMBER)
    void = models.BooleanField(default=False, editable=False)

    objects = NotVoid.from_queryset(DatedQuerySet)()
    ever = DatedQuerySet.as_manager()

    class Meta(Dated.Meta):
        triggers = [kept_for_ever()]
        verbose_name = "tư cách hội viên, đoàn viên"
        ordering = ["valid_from", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            ExclusionConstraint(
                name="candidates_membership_one_at_a_time",
                expressions=[
                    ("person", RangeOperators.EQUAL),
                    ("organisation", RangeOperators.EQUAL),
                    (period_of(), RangeOperators.OVERLAPS),
                ],
                condition=models.Q(void=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.organisation}"
