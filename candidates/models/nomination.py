"""Nominations: an organisation finds somebody and names them to a cell; the cell answers. Not the introduction of the Charter."""

import pghistory
from django.db import models
from django.db.models import F, Q

from candidates.enums import Answer, ReturnReason
from organizations.models.kept import kept_for_ever


@pghistory.track()
class Nomination(models.Model):
    """An organisation nominates a person to a cell; ``dossier`` is the one by which the cell took the nomination up.

    ``answer_by`` is the day until which the organisation asks for an answer, where its letter names one.
    """

    person = models.ForeignKey("candidates.Person", models.PROTECT, related_name="nominations")
    organisation = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="nominations_made")
    cell = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="nominations_received")
    nominated_on = models.DateField("ngày giới thiệu")
    found_at = models.CharField("nơi phát hiện", max_length=200, blank=True)
    number = models.CharField("số văn bản giới thiệu", max_length=60, blank=True)
    answer_by = models.DateField("đề nghị trả lời trước ngày", null=True, blank=True)
    by = models.ForeignKey("organizations.User", models.PROTECT, null=True, related_name="+")
    answer = models.CharField("trả lời", max_length=10, choices=Answer, default=Answer.WAITING)
    answered_on = models.DateField("ngày trả lời", null=True, blank=True)
    answered_by = models.ForeignKey("organizations.User", models.PROTECT, null=True, blank=True, related_name="+")
    dossier = models.ForeignKey("candidates.Dossier", models.PROTECT, null=True, blank=True, related_name="nominations")
    return_reason = models.CharField("lý do trả lại", max_length=20, choices=ReturnReason, blank=True)
    return_note = models.CharField("ghi chú", max_length=400, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "giới thiệu nguồn"
        ordering = ["nominated_on", "pk"]
        indexes = [
            models.Index(fields=["organisation", "nominated_on"], name="candidates_nomination_flow"),
            models.Index(fields=["cell", "answer"], name="candidates_nomination_desk"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "organisation", "cell", "nominated_on"],
                name="candidates_nomination_once",
                violation_error_message="Người này đã được tổ chức giới thiệu cho chi bộ này trong cùng ngày.",
            ),
            models.CheckConstraint(
                condition=Q(answer_by__isnull=True) | Q(answer_by__gte=F("nominated_on")),
                name="candidates_nomination_answer_by_after",
            ),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True) | Q(answered_on__gte=F("nominated_on")),
                name="candidates_nomination_answered_after",
            ),
            models.CheckConstraint(
                condition=Q(answer=Answer.WAITING, answered_on__isnull=True, dossier__isnull=True, return_reason="")
                | Q(answer=Answer.ACCEPTED, answered_on__isnull=False, dossier__isnull=False, return_reason="")
                | (Q(answer=Answer.RETURNED, answered_on__isnull=False, dossier__isnull=True) & ~Q(return_reason="")),
                name="candidates_nomination_answer_complete",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.person}"
