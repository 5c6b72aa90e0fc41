"""Regimes and their parameters as dated rows: each value has its clause, and says who confirmed it or that nobody did."""

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import models
from django.db.models import Q

from candidates.enums import (
    MONTH_CRITERIA,
    Confidence,
    CriterionAnchor,
    CriterionCode,
    Grade,
    Occupation,
    ParameterCode,
    RegimeKind,
)
from candidates.models.void import NotVoid
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
    """One value that a regime sets; an empty ``value`` says that the text at hand does not tell.

    A wrong value is never rewritten: it is marked void, and the row that ``corrects`` it says why. ``basis`` is the paper by
    which the value was confirmed.
    """

    regime = models.ForeignKey(Regime, models.PROTECT, related_name="parameters")
    code = models.CharField("thông số", max_length=30, choices=ParameterCode)
    value = models.CharField("giá trị", max_length=60, blank=True)
    document = models.ForeignKey("organizations.Document", models.PROTECT, verbose_name="văn bản")
    clause = models.CharField("điểm, khoản", max_length=60, blank=True)
    confidence = models.CharField("độ chắc của nguồn", max_length=5, choices=Confidence)
    confirmed_by = models.ForeignKey("organizations.User", models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_on = models.DateField("xác nhận ngày", null=True, blank=True)
    basis = models.CharField("xác nhận theo", max_length=200, blank=True)
    corrects = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="corrected_by")
    reason = models.CharField("lý do đính chính", max_length=400, blank=True)
    void = models.BooleanField(default=False, editable=False)

    objects = NotVoid()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "thông số"
        ordering = ["regime", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["regime", "code"], condition=Q(void=False), name="candidates_parameter_in_force_once"
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True) | ~Q(reason=""), name="candidates_parameter_corrected_with_reason"
            ),
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
    """A criterion that a letter adds for the units under ``unit``, for some occupations or for everybody.

    ``anchor`` is the day by which it is judged. RATED_YEARS (52-CV/BTCĐU): ``years`` before it each need ``least`` or better,
    one of them ``top`` with a commendation. The others count ``months``, or tell in ``words`` what a person must judge.
    ``reading`` says what the text leaves open. Nobody outside ``occupations`` is bound, unless none is named.
    """

    code = models.CharField("tiêu chuẩn", max_length=30, choices=CriterionCode)
    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="local_criteria")
    clause = models.ForeignKey("organizations.Clause", models.PROTECT, related_name="+")
    occupations = ArrayField(models.CharField(max_length=20, choices=Occupation), verbose_name="nhóm người", blank=True)
    anchor = models.CharField("mốc tính", max_length=20, choices=CriterionAnchor)
    years = models.PositiveSmallIntegerField("số năm liên tiếp", null=True, blank=True)
    least = models.PositiveSmallIntegerField("mức thấp nhất mỗi năm", choices=Grade, null=True, blank=True)
    top = models.PositiveSmallIntegerField("mức phải có ít nhất một năm", choices=Grade, null=True, blank=True)
    months = models.PositiveSmallIntegerField("số tháng", null=True, blank=True)
    words = models.CharField("nội dung tiêu chuẩn", max_length=400, blank=True)
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
                condition=~Q(code=CriterionCode.STATED),
            ),
            models.CheckConstraint(
                condition=Q(
                    code=CriterionCode.RATED_YEARS,
                    years__isnull=False,
                    years__gt=0,
                    least__isnull=False,
                    top__isnull=False,
                )
                | Q(code__in=MONTH_CRITERIA, months__isnull=False, months__gt=0)
                | (Q(code=CriterionCode.STATED) & ~Q(words="")),
                name="candidates_localcriterion_says_what_it_wants",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True, confirmed_on__isnull=True)
                | Q(confirmed_by__isnull=False, confirmed_on__isnull=False),
                name="candidates_localcriterion_confirmed_by_and_on",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_code_display()} ({self.clause})"
