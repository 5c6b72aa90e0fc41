"""Targets: the number that a clause asks a unit or an organisation to reach."""

from datetime import date, timedelta

import pghistory
from django.db import models
from django.db.models import F, Q

from directives.enums import PARTS, BaseKind, Comparison, Measure, NumberKind, PeriodKind, Rounding
from organizations.formats import decimal_vn, number_vn, rate_vn
from organizations.models.kept import kept_for_ever


class NotWithdrawn(models.Manager):
    """Targets that nobody withdrew as recorded by mistake."""

    def get_queryset(self) -> models.QuerySet:
        """Leave out what was withdrawn."""
        return super().get_queryset().filter(void=False)


@pghistory.track()
class Target(models.Model):
    """A number that a clause asks a unit to reach each year from ``first_year`` to ``last_year``, or over a term.

    ``unit`` may be an organisation outside the Party: then its own members count. A term is the organisation's own, from
    ``term_start`` up to, not including, ``term_stop``; ``each_year`` is the rhythm that the text sets within it. ``part``
    names the half or the quarter of the year; without it every one of them is meant.

    ``number`` is people (organisations, receipts) or, for a percentage, percent of ``base``; an aspiration has none.
    ``number_max`` makes it a range, whose lower end meets it. ``base_on`` is the first day of the term that a yearly target
    takes its base from. ``part_of`` is the target of which this one is a "trong đó": such targets may overlap and are never
    summed. ``letter_words`` are the letter's own words for about how many that is; they are shown, never calculated with.
    ``origin`` is the document that the clause itself names as the source. ``reading`` says where the text leaves something
    open. ``outside_reason`` says why it binds a unit that the document does not address.
    """

    directive = models.ForeignKey("directives.Directive", models.PROTECT, related_name="targets")
    clause = models.ForeignKey("organizations.Clause", models.PROTECT, related_name="targets")
    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="targets")
    part_of = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")
    measure = models.CharField("chỉ số", max_length=30, choices=Measure)
    number_kind = models.CharField("cách giao", max_length=10, choices=NumberKind)
    comparison = models.CharField("so với mức giao", max_length=10, choices=Comparison, default=Comparison.AT_LEAST)
    number = models.DecimalField("mức giao", max_digits=9, decimal_places=2, null=True, blank=True)
    number_max = models.DecimalField("đến mức", max_digits=9, decimal_places=2, null=True, blank=True)
    base = models.CharField("tính trên", max_length=30, choices=BaseKind, blank=True)
    base_on = models.DateField("nhiệm kỳ lấy gốc bắt đầu ngày", null=True, blank=True)
    rounding = models.CharField("làm tròn", max_length=10, choices=Rounding, default=Rounding.UP)
    period = models.CharField("kỳ", max_length=10, choices=PeriodKind, default=PeriodKind.YEAR)
    part = models.PositiveSmallIntegerField("nửa năm, quý thứ", null=True, blank=True)
    term_start = models.DateField("nhiệm kỳ từ ngày", null=True, blank=True)
    term_stop = models.DateField("nhiệm kỳ trước ngày", null=True, blank=True)
    each_year = models.DecimalField("bình quân mỗi năm", max_digits=9, decimal_places=2, null=True, blank=True)
    first_year = models.PositiveSmallIntegerField("từ năm")
    last_year = models.PositiveSmallIntegerField("đến năm", null=True, blank=True)
    origin = models.CharField("văn bản đề ra chỉ tiêu, nếu văn bản này chỉ nhắc lại", max_length=200, blank=True)
    letter_words = models.CharField("lời của văn bản", max_length=200, blank=True)
    reading = models.CharField("cách hiểu của chúng ta", max_length=400, blank=True)
    outside_reason = models.CharField("lý do giao cho đơn vị ngoài nơi nhận", max_length=400, blank=True)
    confirmed_by = models.ForeignKey("organizations.User", models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_on = models.DateField("xác nhận ngày", null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    void = models.BooleanField(default=False, editable=False)

    objects = NotWithdrawn()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "chỉ tiêu"
        constraints = [
            models.UniqueConstraint(
                fields=["directive", "unit", "measure", "period", "first_year", "part"],
                condition=Q(void=False),
                nulls_distinct=False,
                name="directives_target_once",
            ),
            models.CheckConstraint(
                condition=Q(last_year__isnull=True) | Q(last_year__gte=F("first_year")),
                name="directives_target_years_in_order",
            ),
            models.CheckConstraint(
                condition=(~Q(period=PeriodKind.TERM) & Q(term_start__isnull=True, term_stop__isnull=True))
                | Q(
                    period=PeriodKind.TERM,
                    term_start__isnull=False,
                    term_stop__isnull=False,
                    term_stop__gt=F("term_start"),
                ),
                name="directives_target_term_has_days",
            ),
            models.CheckConstraint(
                condition=(Q(number_kind=NumberKind.PERCENT) & ~Q(base=""))
                | (~Q(number_kind=NumberKind.PERCENT) & Q(base="")),
                name="directives_target_percent_has_base",
            ),
            models.CheckConstraint(
                condition=Q(number_kind=NumberKind.NONE, number__isnull=True, number_max__isnull=True)
                | (~Q(number_kind=NumberKind.NONE) & Q(number__isnull=False)),
                name="directives_target_only_an_aspiration_has_no_number",
            ),
            models.CheckConstraint(
                condition=Q(number_max__isnull=True) | Q(number_max__gt=F("number")),
                name="directives_target_range_in_order",
            ),
            models.CheckConstraint(
                condition=Q(part__isnull=True)
                | Q(period=PeriodKind.HALF, part__range=(1, PARTS[PeriodKind.HALF]))
                | Q(period=PeriodKind.QUARTER, part__range=(1, PARTS[PeriodKind.QUARTER])),
                name="directives_target_part_of_a_year",
            ),
            models.CheckConstraint(
                condition=Q(each_year__isnull=True) | Q(period=PeriodKind.TERM),
                name="directives_target_rhythm_of_a_term",
            ),
            models.CheckConstraint(
                condition=Q(base_on__isnull=True) | Q(base=BaseKind.MEMBERS_TERM_START),
                name="directives_target_base_day_of_a_term",
            ),
            models.CheckConstraint(
                condition=Q(part_of__isnull=True) | ~Q(part_of=F("pk")), name="directives_target_not_part_of_itself"
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
    def term_last(self) -> date | None:
        """The last day of a term; None for everything else."""
        return self.term_stop and self.term_stop - timedelta(days=1)

    @property
    def words(self) -> str:
        """The number as it is asked, in words: "từ 3 % trở lên của tổng số đảng viên đầu năm (01/01), làm tròn lên"."""
        if self.number is None:
            return "không giao số (phấn đấu)"
        amount = self._amount()
        held = {Comparison.AT_LEAST: f"từ {amount} trở lên", Comparison.AT_MOST: f"không quá {amount}"}
        said = amount if self.number_max is not None else held.get(Comparison(self.comparison), f"khoảng {amount}")
        return f"{said} của {self.base_label}, {self.get_rounding_display()}" if self.base else said

    @property
    def rhythm_words(self) -> str:
        """What the text asks for in each year of a term: "bình quân mỗi năm 120", "bình quân mỗi năm 3 %"; "" for nothing."""
        if self.each_year is None:
            return ""
        amount = rate_vn if self.number_kind == NumberKind.PERCENT else decimal_vn
        return f"bình quân mỗi năm {amount(self.each_year)}"

    def _amount(self) -> str:
        ends = [self.number] if self.number_max is None else [self.number, self.number_max]
        if self.number_kind == NumberKind.PERCENT:
            return "–".join(rate_vn(each) for each in ends)
        return "–".join(f"{int(each):02d}" if len(ends) > 1 else number_vn(int(each)) for each in ends)

    @property
    def base_label(self) -> str:
        """What the percentage is taken of, in words."""
        return BaseKind(self.base).label if self.base else ""
