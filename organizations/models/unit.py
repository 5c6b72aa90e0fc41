"""A unit is an identity; its name, kind and parent are dated versions; the tree is a dated closure table."""

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models

from organizations.enums import AssociationKind, Level, Sector, UnitKind
from organizations.models.kept import kept_for_ever

from .dated import Dated, period_of


class Unit(models.Model):
    """A party organisation, or one outside the Party, as an identity: nothing but its code stays the same for ever."""

    code = models.CharField("mã tổ chức", max_length=30, unique=True)

    class Meta:
        verbose_name = "tổ chức đảng"
        ordering = ["code"]

    def __str__(self) -> str:
        return self.code


@pghistory.track()
class UnitVersion(Dated):
    """What a unit is called, of which kind it is and to whom it belongs, for a period, by a founding document.

    ``level`` is that of an organisation outside the Party, ``association_kind`` that of an association, empty where nobody
    recorded it; ``sector`` says where a party organisation sits.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="versions")
    name = models.CharField("tên", max_length=200)
    committee = models.CharField("cấp ủy (tên ghi trên văn bản)", max_length=200, blank=True)
    sign = models.CharField("ký hiệu cấp ủy trong số văn bản", max_length=20, blank=True)
    place = models.CharField("nơi ban hành văn bản", max_length=60, blank=True)
    kind = models.CharField("loại", max_length=20, choices=UnitKind)
    level = models.CharField("cấp", max_length=10, choices=Level, blank=True)
    association_kind = models.CharField("loại hội", max_length=20, choices=AssociationKind, blank=True)
    sector = models.CharField("loại hình", max_length=20, choices=Sector, blank=True)
    parent = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="child_versions")
    founding_document = models.ForeignKey("organizations.Document", models.PROTECT, null=True, blank=True)

    class Meta(Dated.Meta):
        triggers = [kept_for_ever()]
        constraints = [
            *Dated.Meta.constraints,
            ExclusionConstraint(
                name="organizations_unitversion_one_at_a_time",
                expressions=[("unit", RangeOperators.EQUAL), (period_of(), RangeOperators.OVERLAPS)],
            ),
            models.CheckConstraint(
                condition=models.Q(parent__isnull=True) | ~models.Q(parent=models.F("unit")),
                name="organizations_unitversion_not_own_parent",
            ),
            models.CheckConstraint(
                condition=models.Q(association_kind="") | models.Q(kind=UnitKind.ASSOCIATION),
                name="organizations_unitversion_kind_of_association",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class UnitAncestry(Dated):
    """Unit below ancestor at a depth, for a period; derived from the versions by ``tree.rebuild``. Depth 0 is the unit itself."""

    ancestor = models.ForeignKey(Unit, models.CASCADE, related_name="below")
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="ancestry")
    depth = models.PositiveSmallIntegerField()

    class Meta(Dated.Meta):
        indexes = [
            models.Index(fields=["ancestor", "unit"], name="organizations_ancestry_down"),
            models.Index(fields=["unit", "depth"], name="organizations_ancestry_up"),
        ]
