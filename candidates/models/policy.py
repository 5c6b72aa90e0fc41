"""Regimes and their parameters as dated rows: each value has its clause, and says who confirmed it or that nobody did."""

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import models
from django.db.models import Q

from candidates.enums import Confidence, CriterionAnchor, CriterionCode, Grade, Occupation, ParameterCode, RegimeKind
from organizations.models import Dated
from organizations.models.dated import period_of
from organizations.models.kept import kept_for_ever


@pghistory.track()
class Regime(Dated):
    """The rules that were in force in a period: the Charter itself, and those for applying it (domain.md §9)."""

    code = models.CharField("ký hiệu", max_length=20, unique=True)
    kind = models.CharField("loại", max_length=10, choices=RegimeKind, default=RegimeKind.APPLYING)
    document = models.ForeignKey("organizations.Document", models.PROTECT)

    class Meta(Dated.Meta):
        triggers = [kept_for_ever()]
        verbose_name = "chế độ quy định"
        constraints = [
            *Dated.Meta.constraints,
            ExclusionConstraint(
                name="candidates_regime_one_at_a_time",
                expressions=[("kind", RangeOperators.EQUAL), (period_of(), RangeOperators.OVERLAPS)],
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


@pghistory.track()
class LocalCriterion(Dated):
    """A criterion that a letter adds for the units under ``unit`` and for some occupations only, such as 52-CV/BTCĐU.

    ``anchor`` is the day by which it is judged; ``years`` before it each need ``least`` or better, one of them ``top`` with
    a commendation. ``reading`` says what the text leaves open. Nobody outside ``occupations`` is bound.
    """

    code = models.CharField("tiêu chuẩn", max_length=30, choices=CriterionCode)
    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="local_criteria")
    clause = models.ForeignKey("organizations.Clause", models.PROTECT, related_name="+")
    occupations = ArrayField(models.CharField(max_length=20, choices=Occupation), verbose_name="nhóm người")
    anchor = models.CharField("mốc tính", max_length=20, choices=CriterionAnchor)
    years = models.PositiveSmallIntegerField("số năm liên tiếp")
    least = models.PositiveSmallIntegerField("mức thấp nhất mỗi năm", choices=Grade)
    top = models.PositiveSmallIntegerField("mức phải có ít nhất một năm", choices=Grade)
    reading = models.TextField("chỗ văn bản để ngỏ", blank=True)
    confirmed_by = models.ForeignKey("organizations.User", models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_on = models.DateField("xác nhận ngày", null=True, blank=True)

    class Meta(Dated.Meta):
        triggers = [kept_for_ever()]
        verbose_name = "tiêu chuẩn riêng"
        constraints = [
            *Dated.Meta.constraints,
            ExclusionConstraint(
                name="candidates_localcriterion_one_at_a_time",
                expressions=[
                    ("unit", RangeOperators.EQUAL),
                    ("code", RangeOperators.EQUAL),
                    (period_of(), RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True, confirmed_on__isnull=True)
                | Q(confirmed_by__isnull=False, confirmed_on__isnull=False),
                name="candidates_localcriterion_confirmed_by_and_on",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_code_display()} ({self.clause})"
