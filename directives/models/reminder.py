"""Letters that ask late units again, and what of it is put before the superior."""

import pghistory
from django.db import models
from django.db.models import Q

from directives.models.obligation import Obligation
from organizations.models.kept import Standing, kept_for_ever


@pghistory.track()
class Reminder(models.Model):
    """A letter drafted on ``on`` that asks late units again until ``reply_by``; number and day come from the registry."""

    directive = models.ForeignKey("directives.Directive", models.PROTECT, related_name="reminders")
    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="+")
    on = models.DateField("ngày soạn")
    reply_by = models.DateField("đề nghị trả lời trước ngày", null=True, blank=True)
    number = models.CharField("số, ký hiệu", max_length=60, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    by = models.ForeignKey("organizations.User", models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1, editable=False)
    void = models.BooleanField(default=False, editable=False)
    void_reason = models.CharField("lý do hủy", max_length=400, blank=True)

    objects = Standing()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "công văn đôn đốc"
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(number="") | Q(issued_on__isnull=False), name="directives_reminder_number_has_day"
            ),
            models.CheckConstraint(
                condition=Q(issued_on__isnull=True) | Q(issued_on__gte=models.F("on")),
                name="directives_reminder_issued_after_draft",
            ),
            models.CheckConstraint(
                condition=Q(void=False, void_reason="") | (Q(void=True) & ~Q(void_reason="")),
                name="directives_reminder_void_with_reason",
            ),
            models.UniqueConstraint(
                fields=["unit", "number", "issued_on"],
                condition=Q(void=False) & ~Q(number=""),
                name="directives_reminder_number_once",
            ),
        ]

    def __str__(self) -> str:
        return self.number or "bản nháp"


@pghistory.track()
class Reminded(models.Model):
    """A unit that a letter asks again for a round of a duty, and what was known of it when the letter was drafted.

    ``due_on`` is the term that was over, ``before`` how often it had been asked again already.
    """

    reminder = models.ForeignKey(Reminder, models.PROTECT, related_name="lines")
    obligation = models.ForeignKey(Obligation, models.PROTECT, related_name="reminded")
    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("năm", null=True, blank=True)
    part = models.PositiveSmallIntegerField("kỳ trong năm", null=True, blank=True)
    due_on = models.DateField("hạn đã qua")
    was_returned = models.BooleanField("bị trả lại để làm lại", default=False)
    before = models.PositiveSmallIntegerField("số lần đã đôn đốc trước", default=0)

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "đơn vị được đôn đốc"
        ordering = ["reminder", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["reminder", "obligation", "unit", "year", "part"],
                nulls_distinct=False,
                name="directives_reminded_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.obligation}"


@pghistory.track()
class Escalation(models.Model):
    """Somebody released a late duty to the superior, or decided with a reason that it is not put before it."""

    obligation = models.ForeignKey(Obligation, models.PROTECT, related_name="escalations")
    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("năm", null=True, blank=True)
    part = models.PositiveSmallIntegerField("kỳ trong năm", null=True, blank=True)
    released = models.BooleanField("báo cáo cấp trên")
    to = models.ForeignKey("organizations.Unit", models.PROTECT, null=True, blank=True, related_name="+")
    on = models.DateField("ngày")
    words = models.CharField("nội dung, lý do", max_length=400)
    reminders = models.PositiveSmallIntegerField("số lần đã đôn đốc")
    by = models.ForeignKey("organizations.User", models.PROTECT, null=True, related_name="+")
    void = models.BooleanField(default=False, editable=False)

    objects = Standing()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "việc vượt hạn báo cáo cấp trên"
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="directives_escalation_has_words"),
            models.CheckConstraint(
                condition=Q(released=True, to__isnull=False) | Q(released=False, to__isnull=True),
                name="directives_escalation_released_to_somebody",
            ),
            models.UniqueConstraint(
                fields=["obligation", "unit", "year", "part", "reminders"],
                condition=Q(void=False),
                nulls_distinct=False,
                name="directives_escalation_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.obligation}"
