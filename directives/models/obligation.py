"""Obligations: who must do what by when, how often, and who has said that it is done."""

import pghistory
from django.db import models
from django.db.models import Q

from directives.enums import MONTHS_OF, Bound, ObligationKind, Repeats, ReportCode
from organizations.models.kept import Standing, kept_for_ever


@pghistory.track()
class Obligation(models.Model):
    """A duty from a clause: bound are ``unit`` itself, or the units of a kind under it, and those of its ``bindings``.

    ``subject`` is the document that is to be made known. A duty without ``due_on`` has no day in the text; a repeating one
    comes again (``rhythm``; the flag ``yearly`` says the same as ``repeats`` yearly) until ``until``, exclusively. ``actor``
    are the text's own words for who acts; ``keeper`` is the unit that follows it and judges the replies, where it is not the
    one that issued the document.
    """

    directive = models.ForeignKey("directives.Directive", models.PROTECT, related_name="obligations")
    clause = models.ForeignKey("organizations.Clause", models.PROTECT, related_name="obligations")
    kind = models.CharField("loại nhiệm vụ", max_length=20, choices=ObligationKind)
    words = models.CharField("nội dung", max_length=400)
    subject = models.ForeignKey("organizations.Document", models.PROTECT, null=True, blank=True, related_name="+")
    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="obligations")
    bound = models.CharField("đối tượng", max_length=20, choices=Bound)
    from_on = models.DateField("từ ngày")
    due_on = models.DateField("hạn", null=True, blank=True)
    yearly = models.BooleanField("hằng năm", default=False)
    repeats = models.CharField("lặp lại", max_length=12, choices=Repeats, default=Repeats.ONCE)
    until = models.DateField("không còn giao từ ngày", null=True, blank=True)
    actor = models.CharField("ai làm, theo lời văn bản", max_length=300, blank=True)
    keeper = models.ForeignKey("organizations.Unit", models.PROTECT, null=True, blank=True, related_name="kept_duties")
    needs_accepting = models.BooleanField("chờ cấp trên chấp nhận", default=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    void = models.BooleanField(default=False, editable=False)
    void_reason = models.CharField("lý do gỡ", max_length=400, blank=True)

    objects = Standing()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "nhiệm vụ"
        ordering = ["directive", "clause__position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=ObligationKind.MAKE_KNOWN, subject__isnull=False)
                | (~Q(kind=ObligationKind.MAKE_KNOWN) & Q(subject__isnull=True)),
                name="directives_obligation_known_has_subject",
            ),
            models.CheckConstraint(
                condition=Q(due_on__isnull=True) | Q(due_on__gte=models.F("from_on")),
                name="directives_obligation_due_after_start",
            ),
            models.CheckConstraint(
                condition=Q(yearly=False) | Q(repeats__in=[Repeats.ONCE, Repeats.YEARLY]),
                name="directives_obligation_one_rhythm",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=models.F("from_on")),
                name="directives_obligation_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(void=False, void_reason="") | (Q(void=True) & ~Q(void_reason="")),
                name="directives_obligation_void_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def rhythm(self) -> Repeats:
        """How often it is asked, whichever of the two columns says so."""
        return Repeats.YEARLY if self.yearly else Repeats(self.repeats)

    @property
    def months(self) -> int:
        """How many months one asking lasts; 0 for a duty asked once."""
        return MONTHS_OF.get(self.rhythm, 0)


@pghistory.track()
class Binding(models.Model):
    """Who else is bound by a duty: ``unit`` itself, or the units of a kind under it."""

    obligation = models.ForeignKey(Obligation, models.PROTECT, related_name="bindings")
    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="+")
    bound = models.CharField("đối tượng", max_length=20, choices=Bound)
    void = models.BooleanField(default=False, editable=False)

    objects = Standing()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "đối tượng thực hiện nhiệm vụ"
        ordering = ["obligation", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["obligation", "unit", "bound"], condition=Q(void=False), name="directives_binding_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_bound_display()}: {self.unit}"


class InForce(models.Manager):
    """Fulfilments that no correction took back and no superior returned."""

    def get_queryset(self) -> models.QuerySet:
        """Leave out what was corrected or returned."""
        return super().get_queryset().filter(void=False, returned_on=None)


@pghistory.track()
class Fulfilment(models.Model):
    """A unit replies that it has done a duty: on which day, with what paper or report of ours.

    Of a repeating duty ``year`` and, where it comes more often than yearly, ``part`` (month, quarter, half) say for which
    asking. ``returned_on`` is the day on which the superior gave it back to be made anew.
    """

    obligation = models.ForeignKey(Obligation, models.PROTECT, related_name="fulfilments")
    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="fulfilments")
    year = models.PositiveSmallIntegerField("năm", null=True, blank=True)
    part = models.PositiveSmallIntegerField("kỳ trong năm", null=True, blank=True)
    on = models.DateField("ngày thực hiện")
    words = models.CharField("kết quả, số văn bản", max_length=400, blank=True)
    people = models.PositiveIntegerField("số người dự", null=True, blank=True)
    report = models.CharField("báo cáo của hệ thống", max_length=20, choices=ReportCode, blank=True)
    report_on = models.DateField("số liệu báo cáo đến hết ngày", null=True, blank=True)
    by = models.ForeignKey("organizations.User", models.PROTECT, null=True, related_name="+")
    returned_on = models.DateField("trả lại ngày", null=True, blank=True, editable=False)
    void = models.BooleanField(default=False, editable=False)

    objects = InForce()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "kết quả thực hiện nhiệm vụ"
        ordering = ["obligation", "unit__code", "year"]
        constraints = [
            models.UniqueConstraint(
                fields=["obligation", "unit", "year", "part"],
                condition=Q(void=False, returned_on=None),
                nulls_distinct=False,
                name="directives_fulfilment_once",
                violation_error_message="Đơn vị này đã báo kết quả của nhiệm vụ.",
            ),
            models.CheckConstraint(
                condition=Q(report="", report_on=None) | (~Q(report="") & Q(report_on__isnull=False)),
                name="directives_fulfilment_report_has_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.on}"
