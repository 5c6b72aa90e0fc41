"""The stages a dossier went through, as dated rows: they are the truth, ``Dossier.stage`` is their last word."""

from datetime import date
from typing import TYPE_CHECKING, Self

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from candidates.enums import ExitReason, Stage, Way
from organizations.models.dated import period_of
from organizations.models.kept import kept_for_ever
from organizations.periods import Period

if TYPE_CHECKING:
    from candidates.models.dossier import Paper

# The day by which the next step is due, with the extension where there is one.
TERM = Coalesce("extended_to", "due_on")


class StageEntryQuerySet(models.QuerySet):
    """The words of every count: who entered a stage within a period, who was in a stage at a date."""

    def entered(self, period: Period) -> Self:
        """Entries that happened within a period (flow); going on with a stage elsewhere or once more enters none."""
        return self.filter(on__gte=period.start, on__lt=period.stop, way=Way.STEP)

    def standing(self, day: date) -> Self:
        """Entries in force at the end of a day (stock); of several steps on one day the last stands."""
        return self.filter(Q(until__isnull=True) | Q(until__gt=day), on__lte=day)


class InForce(models.Manager.from_queryset(StageEntryQuerySet)):
    """Entries that no correction took back: what every read and every count sees."""

    def get_queryset(self) -> StageEntryQuerySet:
        """Leave out what was corrected."""
        return super().get_queryset().filter(cancelled_at__isnull=True)


@pghistory.track()
class StageEntry(models.Model):
    """A dossier entered ``stage`` on a real-world day, in the unit of that day, and left it on ``until`` (exclusive).

    ``due_on`` is the day by which the next step is due, with the rule that set it; ``due_from`` is the value that named the day
    from which the term counts, ``due_provisional`` says that it was counted in a year without an official calendar.
    ``verdicts`` are what the criteria said when the step was recorded (``Verdict.plain``). ``basis`` is the paper by which
    somebody entered the step for the cell. ``ends_on`` is the day on which probation is over. All are stored and never
    recomputed. ``extended_to`` is the later day that a superior allowed once; ``override`` says why the step was made against
    a criterion that nobody confirmed. ``way`` says whether the stage was entered by a step, or is gone on with in another
    unit, or once more by order; ``act`` is the deed that wrote the row. A mistaken entry is never deleted: a correction marks
    who took it back, when and why, and only ``ever`` still finds it.
    """

    dossier = models.ForeignKey("candidates.Dossier", models.PROTECT, related_name="entries")
    position = models.PositiveSmallIntegerField()
    from_stage = models.CharField(max_length=20, choices=Stage, blank=True)
    stage = models.CharField(max_length=20, choices=Stage)
    way = models.CharField(max_length=10, choices=Way, default=Way.STEP)
    act = models.ForeignKey("candidates.Act", models.PROTECT, null=True, blank=True, related_name="entries")
    on = models.DateField("ngày")
    until = models.DateField(null=True, blank=True)
    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="stage_entries")
    by = models.ForeignKey("organizations.User", models.PROTECT, null=True, related_name="+")
    exit_reason = models.CharField("lý do", max_length=20, choices=ExitReason, blank=True)
    note = models.CharField("ghi chú", max_length=400, blank=True)
    basis = models.CharField("nhập thay theo giấy tờ", max_length=200, blank=True)
    verdicts = models.JSONField(default=list, blank=True)
    due_on = models.DateField(null=True, blank=True)
    due_rule = models.ForeignKey("candidates.Parameter", models.PROTECT, null=True, blank=True, related_name="+")
    due_from = models.ForeignKey("candidates.Parameter", models.PROTECT, null=True, blank=True, related_name="+")
    due_provisional = models.BooleanField(default=False)
    extended_to = models.DateField("kéo dài đến", null=True, blank=True)
    extension_reason = models.CharField("lý do kéo dài", max_length=400, blank=True)
    extension_rule = models.ForeignKey("candidates.Parameter", models.PROTECT, null=True, blank=True, related_name="+")
    ends_on = models.DateField("hết thời gian dự bị", null=True, blank=True)
    ends_rule = models.ForeignKey("candidates.Parameter", models.PROTECT, null=True, blank=True, related_name="+")
    override = models.CharField("lý do vẫn ghi", max_length=400, blank=True)

    cancelled_by = models.ForeignKey("organizations.User", models.PROTECT, null=True, blank=True, related_name="+")
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancel_reason = models.CharField("lý do đính chính", max_length=400, blank=True)

    objects = InForce()
    ever = StageEntryQuerySet.as_manager()

    class Meta:
        triggers = [kept_for_ever()]
        ordering = ["dossier", "position"]
        indexes = [
            models.Index(fields=["stage", "on", "unit"], name="candidates_entry_flow"),
            models.Index(fields=["unit", "stage", "until"], name="candidates_entry_stock"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["dossier", "position"], name="candidates_entry_position"),
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(until__isnull=True, cancelled_at__isnull=True),
                name="candidates_entry_one_open",
            ),
            ExclusionConstraint(
                name="candidates_entry_no_overlap",
                expressions=[("dossier", RangeOperators.EQUAL), (period_of("on", "until"), RangeOperators.OVERLAPS)],
                condition=Q(cancelled_at__isnull=True),
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("on")), name="candidates_entry_ends_after_start"
            ),
            models.CheckConstraint(
                condition=(Q(stage=Stage.REMOVED) & ~Q(exit_reason="")) | (~Q(stage=Stage.REMOVED) & Q(exit_reason="")),
                name="candidates_entry_exit_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at__isnull=True, cancel_reason="")
                | (Q(cancelled_at__isnull=False) & ~Q(cancel_reason="")),
                name="candidates_entry_cancelled_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(due_on__isnull=True, due_rule__isnull=True)
                | Q(due_on__isnull=False, due_rule__isnull=False),
                name="candidates_entry_due_has_rule",
            ),
            models.CheckConstraint(
                condition=Q(extended_to__isnull=True, extension_rule__isnull=True, extension_reason="")
                | (
                    Q(due_on__isnull=False, extended_to__isnull=False, extended_to__gt=F("due_on"))
                    & Q(extension_rule__isnull=False)
                    & ~Q(extension_reason="")
                ),
                name="candidates_entry_extended_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True, ends_rule__isnull=True)
                | Q(ends_on__isnull=False, ends_rule__isnull=False),
                name="candidates_entry_end_has_rule",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_stage_display()} {self.on}"

    @property
    def brought(self) -> "Paper | None":
        """The paper of the step; of a stage gone on with in another unit that of the step by which it was entered."""
        if own := getattr(self, "paper", None):
            return own
        if self.way != Way.MOVED:
            return None
        return self.dossier.papers.filter(entry__stage=self.stage).order_by("-entry__position").first()

    @property
    def term(self) -> date | None:
        """The day by which the next step is due, with the extension where there is one (SQL: ``TERM``)."""
        return self.extended_to or self.due_on
