"""Targets: the number that a clause asks a unit or an organisation to reach, and how it is shared out."""

import pghistory
from django.db import models
from django.db.models import Q

from directives.enums import BaseKind, Measure, NumberKind, PeriodKind, Rounding
from organizations.models.kept import kept_for_ever


@pghistory.track()
class Target(models.Model):
    """A number that a clause asks a unit to reach each year from ``first_year`` to ``last_year``, or over a term.

    ``unit`` may be an organisation outside the Party: then its own members count. A term is the organisation's own, from
    ``term_start`` up to, not including, ``term_stop``.

    ``number`` is people or, for a percentage, percent of ``base``. ``letter_words`` are the letter's own words for about
    how many that is; they are shown, never calculated with. ``origin`` is the document that the clause itself names as the
    source. ``reading`` says where the text leaves something open.
    """

    directive = models.ForeignKey("directives.Directive", models.PROTECT, related_name="targets")
    clause = models.ForeignKey("organizations.Clause", models.PROTECT, related_name="targets")
    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="targets")
    measure = models.CharField("chỉ số", max_length=30, choices=Measure)
    number_kind = models.CharField("cách giao", max_length=10, choices=NumberKind)
    number = models.DecimalField("mức giao", max_digits=9, decimal_places=2)
    base = models.CharField("tính trên", max_length=30, choices=BaseKind, blank=True)
    rounding = models.CharField("làm tròn", max_length=10, choices=Rounding, default=Rounding.UP)
    period = models.CharField("kỳ", max_length=10, choices=PeriodKind, default=PeriodKind.YEAR)
    term_start = models.DateField("nhiệm kỳ từ ngày", null=True, blank=True)
    term_stop = models.DateField("nhiệm kỳ trước ngày", null=True, blank=True)
    first_year = models.PositiveSmallIntegerField("từ năm")
    last_year = models.PositiveSmallIntegerField("đến năm", null=True, blank=True)
    origin = models.CharField("văn bản đề ra chỉ tiêu, nếu văn bản này chỉ nhắc lại", max_length=200, blank=True)
    letter_words = models.CharField("lời của văn bản", max_length=200, blank=True)
    reading = models.CharField("cách hiểu của chúng ta", max_length=400, blank=True)
    confirmed_by = models.ForeignKey("organizations.User", models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_on = models.DateField("xác nhận ngày", null=True, blank=True)

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "chỉ tiêu"
        constraints = [
            models.UniqueConstraint(
                fields=["directive", "unit", "measure", "period", "first_year"], name="directives_target_once"
            ),
            models.CheckConstraint(
                condition=Q(last_year__isnull=True) | Q(last_year__gte=models.F("first_year")),
                name="directives_target_years_in_order",
            ),
            models.CheckConstraint(
                condition=Q(period=PeriodKind.YEAR, term_start__isnull=True, term_stop__isnull=True)
                | Q(
                    period=PeriodKind.TERM,
                    term_start__isnull=False,
                    term_stop__isnull=False,
                    term_stop__gt=models.F("term_start"),
                ),
                name="directives_target_term_has_days",
            ),
            models.CheckConstraint(
                condition=(Q(number_kind=NumberKind.PERCENT) & ~Q(base=""))
                | (Q(number_kind=NumberKind.ABSOLUTE) & Q(base="")),
                name="directives_target_percent_has_base",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True, confirmed_on__isnull=True)
                | Q(confirmed_by__isnull=False, confirmed_on__isnull=False),
                name="directives_target_confirmed_by_and_on",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_measure_display()} ({self.directive})"

    @property
    def people(self) -> int:
        """The number of an absolute target."""
        return int(self.number)

    @property
    def base_label(self) -> str:
        """What the percentage is taken of, in words."""
        return BaseKind(self.base).label


@pghistory.track()
class Allocation(models.Model):
    """The share of a target that a document gives to a unit for one year, in people."""

    target = models.ForeignKey(Target, models.PROTECT, related_name="allocations")
    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="allocations")
    year = models.PositiveSmallIntegerField("năm")
    people = models.PositiveIntegerField("số người")
    document = models.ForeignKey("organizations.Document", models.PROTECT, related_name="+")

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "chỉ tiêu giao cho đơn vị"
        constraints = [models.UniqueConstraint(fields=["target", "unit", "year"], name="directives_allocation_once")]

    def __str__(self) -> str:
        return f"{self.unit}: {self.people}"
