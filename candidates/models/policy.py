"""Regimes and their parameters as dated rows: each value has its clause, and says who confirmed it or that nobody did."""

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Q

from candidates.enums import Confidence, ParameterCode
from organizations.models import Dated
from organizations.models.dated import period_of
from organizations.models.kept import kept_for_ever


@pghistory.track()
class Regime(Dated):
    """The rules for applying the Charter that were in force in a period (domain.md §9)."""

    code = models.CharField("ký hiệu", max_length=20, unique=True)
    document = models.ForeignKey("organizations.Document", models.PROTECT)

    class Meta(Dated.Meta):
        triggers = [kept_for_ever()]
        verbose_name = "chế độ quy định"
        constraints = [
            *Dated.Meta.constraints,
            ExclusionConstraint(
                name="candidates_regime_one_at_a_time", expressions=[(period_of(), RangeOperators.OVERLAPS)]
            ),
        ]

    def __str__(self) -> str:
        return self.code


@pghistory.track()
class Parameter(models.Model):
    """One value that a regime sets; an empty ``value`` says that the text at hand does not tell."""

    regime = models.ForeignKey(Regime, models.PROTECT, related_name="parameters")
    code = models.CharField("thông số", max_length=30, choices=ParameterCode)
    value = models.CharField("giá trị", max_length=60, blank=True)
    document = models.ForeignKey("organizations.Document", models.PROTECT, verbose_name="văn bản")
    clause = models.CharField("điểm, khoản", max_length=60, blank=True)
    confidence = models.CharField("độ chắc của nguồn", max_length=5, choices=Confidence)
    confirmed_by = models.ForeignKey("organizations.User", models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_on = models.DateField("xác nhận ngày", null=True, blank=True)

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "thông số"
        ordering = ["regime", "code"]
        constraints = [
            models.UniqueConstraint(fields=["regime", "code"], name="candidates_parameter_once"),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True, confirmed_on__isnull=True)
                | Q(confirmed_by__isnull=False, confirmed_on__isnull=False),
                name="candidates_parameter_confirmed_by_and_on",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_code_display()}: {self.value or 'chưa rõ'}"
