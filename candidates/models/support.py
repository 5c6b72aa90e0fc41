"""Who stands by a candidate: the helper whom the cell assigned, the tasks given, the introducers of the Charter.

A mistaken row is marked void, never deleted.
"""

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models

from candidates.enums import IntroducerKind
from candidates.models.void import NotVoid
from organizations.models import Dated
from organizations.models.dated import DatedQuerySet, period_of
from organizations.models.kept import kept_for_ever


@pghistory.track()
class Helper(Dated):
    """An official member whom the cell assigned to help a candidate, for a period.

    ``end_act`` is the reception by another cell that ended it, where one did.
    """

    dossier = models.ForeignKey("candidates.Dossier", models.PROTECT, related_name="helpers")
    name = models.CharField("đảng viên giúp đỡ", max_length=120)
    resolution = models.CharField("nghị quyết phân công", max_length=120, blank=True)
    official_since = models.DateField("đảng viên chính thức từ ngày", null=True, blank=True)
    end_act = models.ForeignKey("candidates.Act", models.PROTECT, null=True, blank=True, related_name="ended_helpers")
    act = models.ForeignKey("candidates.Act", models.PROTECT, null=True, blank=True, related_name="helpers")
    void = models.BooleanField(default=False, editable=False)

    objects = NotVoid.from_queryset(DatedQuerySet)()
    ever = DatedQuerySet.as_manager()

    class Meta(Dated.Meta):
        triggers = [kept_for_ever()]
        verbose_name = "đảng viên giúp đỡ"
        ordering = ["valid_from", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            ExclusionConstraint(
                name="candidates_helper_one_at_a_time",
                expressions=[("dossier", RangeOperators.EQUAL), (period_of(), RangeOperators.OVERLAPS)],
                condition=models.Q(void=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class GivenTask(models.Model):
    """A task that the cell gave a candidate to prove themselves."""

    dossier = models.ForeignKey("candidates.Dossier", models.PROTECT, related_name="given_tasks")
    given_on = models.DateField("ngày giao")
    words = models.CharField("nhiệm vụ", max_length=400)
    act = models.ForeignKey("candidates.Act", models.PROTECT, null=True, blank=True, related_name="given_tasks")
    void = models.BooleanField(default=False, editable=False)

    objects = NotVoid()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "nhiệm vụ được giao"
        ordering = ["given_on", "pk"]

    def __str__(self) -> str:
        return self.words


@pghistory.track()
class Introducer(models.Model):
    """Who introduces a candidate by the Charter: a member, or the committee of the youth union or of the trade union.

    ``together_since`` is the day since which a member works, studies or lives together with the candidate; ``waiver`` is the
    paper by which that time is not asked for.
    """

    dossier = models.ForeignKey("candidates.Dossier", models.PROTECT, related_name="introducers")
    kind = models.CharField("người, tổ chức giới thiệu", max_length=20, choices=IntroducerKind)
    name = models.CharField("họ tên, tên tổ chức", max_length=200)
    on = models.DateField("ngày giới thiệu")
    number = models.CharField("số nghị quyết", max_length=60, blank=True)
    together_since = models.DateField("cùng công tác, cư trú từ ngày", null=True, blank=True)
    official_since = models.DateField("đảng viên chính thức từ ngày", null=True, blank=True)
    waiver = models.CharField("không tính thời gian cùng công tác vì", max_length=200, blank=True)
    void = models.BooleanField(default=False, editable=False)

    objects = NotVoid()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "người giới thiệu theo Điều lệ"
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "kind", "name"],
                condition=models.Q(void=False),
                name="candidates_introducer_once",
                violation_error_message="Người, tổ chức này đã được ghi là người giới thiệu.",
            )
        ]

    def __str__(self) -> str:
        return self.name
