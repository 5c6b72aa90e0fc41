"""A meeting that decides about dossiers: its body and day, and the dossiers on its agenda with what became of each."""

import pghistory
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from candidates.enums import MAY_BE_DELEGATED, AgendaResult, MeetingBody, MeetingState, Stage
from candidates.models.void import NotVoid
from organizations.models.kept import kept_for_ever


@pghistory.track()
class Meeting(models.Model):
    """A body of a unit meets about dossiers: planned for a day, then held on one; a mistaken row is void.

    ``is_delegated``: a grassroots committee decides admission itself, because the power was delegated to it.
    """

    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="meetings")
    body = models.CharField("tập thể họp", max_length=30, choices=MeetingBody)
    is_delegated = models.BooleanField("được ủy quyền quyết định kết nạp", default=False)
    held_on = models.DateField("ngày họp")
    number = models.CharField("số biên bản", max_length=60, blank=True)
    state = models.CharField("tình trạng", max_length=10, choices=MeetingState, default=MeetingState.PLANNED)
    version = models.PositiveIntegerField(default=1)
    by = models.ForeignKey("organizations.User", models.PROTECT, null=True, related_name="+")
    void = models.BooleanField(default=False, editable=False)

    objects = NotVoid()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "cuộc họp"
        ordering = ["-held_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "body", "held_on"],
                condition=Q(void=False),
                name="candidates_meeting_once_a_day",
                violation_error_message="Cuộc họp của tập thể này vào ngày này đã có.",
            ),
            models.CheckConstraint(
                condition=Q(is_delegated=False) | Q(body__in=MAY_BE_DELEGATED),
                name="candidates_meeting_delegated_to_grassroots",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_body_display()} {self.held_on}"


@pghistory.track()
class AgendaItem(models.Model):
    """A dossier "dự kiến thông qua" at a meeting: the step aimed at, how the dossier stood when marked, what came of it.

    ``version`` is that of the dossier when it was marked; ``tally`` and ``number`` keep what was typed of it, also where the
    meeting's results left it out; ``words`` say why it was. ``act`` is what the meeting wrote, None once that was undone.
    """

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="items")
    dossier = models.ForeignKey("candidates.Dossier", models.PROTECT, related_name="agenda")
    to = models.CharField("bước sẽ ghi", max_length=20, choices=Stage)
    stage = models.CharField("bước khi đưa vào", max_length=20, choices=Stage)
    version = models.PositiveIntegerField()
    by = models.ForeignKey("organizations.User", models.PROTECT, null=True, related_name="+")
    marked_at = models.DateTimeField(db_default=Now(), editable=False)
    tally = models.JSONField("số phiếu riêng", null=True, blank=True)
    number = models.CharField("số văn bản", max_length=60, blank=True)
    result = models.CharField("kết quả", max_length=20, choices=AgendaResult, blank=True)
    words = models.TextField("nội dung kết quả", blank=True)
    act = models.ForeignKey("candidates.Act", models.PROTECT, null=True, blank=True, related_name="agenda_items")

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "hồ sơ trong chương trình họp"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(result=""),
                name="candidates_agendaitem_waits_once",
                violation_error_message="Hồ sơ này đã có trong chương trình một cuộc họp.",
            ),
            models.CheckConstraint(
                condition=Q(result__in=(AgendaResult.APPLIED, AgendaResult.NOT_PASSED), act__isnull=False)
                | Q(result__in=("", AgendaResult.SKIPPED, AgendaResult.TAKEN_OFF), act__isnull=True),
                name="candidates_agendaitem_settled_by_an_act",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} → {self.get_to_display()}"
