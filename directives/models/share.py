"""How a unit shares a target out over the units below it: versions issued by documents, and what each unit was given."""

from datetime import date
from typing import Self

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from directives.enums import ShareState
from organizations.models.dated import period_of
from organizations.models.kept import kept_for_ever

_KEY = ["target", "unit", "year", "part"]


@pghistory.track(exclude=["typed"])
class Distribution(models.Model):
    """One version of how ``unit`` shares ``target`` out for a year (``part``: a half or a quarter of it).

    A draft keeps what was ``typed``, unit id → text, whether or not it can be read as a number. Issued, it has a document
    and the day from which its shares count; ``whole`` is what was to be shared out then, ``reason`` why the shares do not
    add up to it, or why they were changed. A later version ends the shares of the one before on its ``valid_from``.
    """

    target = models.ForeignKey("directives.Target", models.PROTECT, related_name="distributions")
    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="distributions")
    year = models.PositiveSmallIntegerField("năm")
    part = models.PositiveSmallIntegerField("nửa năm, quý thứ", null=True, blank=True)
    number = models.PositiveSmallIntegerField("lần giao thứ", default=1)
    state = models.CharField("tình trạng", max_length=10, choices=ShareState, default=ShareState.DRAFT)
    typed = models.JSONField(default=dict, editable=False)
    document = models.ForeignKey("organizations.Document", models.PROTECT, null=True, blank=True, related_name="+")
    valid_from = models.DateField("có hiệu lực từ ngày", null=True, blank=True)
    whole = models.PositiveIntegerField("tổng số phải giao khi đó", null=True, blank=True)
    reason = models.CharField("lý do", max_length=400, blank=True)
    by = models.ForeignKey("organizations.User", models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "lần giao chỉ tiêu cho đơn vị"
        ordering = ["target", "year", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=[*_KEY, "number"], nulls_distinct=False, name="directives_distribution_numbered_once"
            ),
            models.UniqueConstraint(
                fields=_KEY,
                condition=Q(state=ShareState.DRAFT),
                nulls_distinct=False,
                name="directives_distribution_one_draft",
            ),
            models.UniqueConstraint(
                fields=[*_KEY, "valid_from"],
                condition=Q(state=ShareState.ISSUED),
                nulls_distinct=False,
                name="directives_distribution_one_from_a_day",
            ),
            models.CheckConstraint(
                condition=Q(state=ShareState.DRAFT, document__isnull=True, valid_from__isnull=True)
                | Q(state=ShareState.ISSUED, document__isnull=False, valid_from__isnull=False),
                name="directives_distribution_issued_by_a_document",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.target}, {self.year}, lần {self.number}"


class Shares(models.QuerySet):
    """Shares by the days on which they hold."""

    def on(self, day: date) -> Self:
        """Shares that hold on ``day``: one version of each."""
        begun = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
        return self.filter(begun & (Q(valid_until__isnull=True) | Q(valid_until__gt=day)))


@pghistory.track()
class Allocation(models.Model):
    """The share of a target that a document gives to a unit for a year, from a day up to, not including, another.

    A share without ``valid_from`` holds from the beginning. ``people_max`` makes it a range ("01–02"): ``people`` meets it.
    """

    target = models.ForeignKey("directives.Target", models.PROTECT, related_name="allocations")
    distribution = models.ForeignKey(Distribution, models.PROTECT, null=True, blank=True, related_name="shares")
    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="allocations")
    year = models.PositiveSmallIntegerField("năm")
    part = models.PositiveSmallIntegerField("nửa năm, quý thứ", null=True, blank=True)
    people = models.PositiveIntegerField("số người")
    people_max = models.PositiveIntegerField("đến số", null=True, blank=True)
    document = models.ForeignKey("organizations.Document", models.PROTECT, related_name="+")
    valid_from = models.DateField("từ ngày", null=True, blank=True)
    valid_until = models.DateField("trước ngày", null=True, blank=True)

    objects = Shares.as_manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "chỉ tiêu giao cho đơn vị"
        constraints = [
            ExclusionConstraint(
                name="directives_allocation_once",
                expressions=[
                    ("target", RangeOperators.EQUAL),
                    ("unit", RangeOperators.EQUAL),
                    ("year", RangeOperators.EQUAL),
                    (Coalesce("part", 0), RangeOperators.EQUAL),
                    (period_of(), RangeOperators.OVERLAPS),
                ],
                violation_error_message="Đơn vị này đã được giao chỉ tiêu đó trong thời gian này.",
            ),
            models.CheckConstraint(
                condition=Q(people_max__isnull=True) | Q(people_max__gt=F("people")),
                name="directives_allocation_range_in_order",
            ),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_from__isnull=True) | Q(valid_until__gt=F("valid_from")),
                name="directives_allocation_period_has_days",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.people}"
