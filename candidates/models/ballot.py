"""Votes on a dossier: who was there, how they voted, and what that amounted to by the rule of the day."""

import pghistory
from django.db import models
from django.db.models import F, Q

from candidates.enums import BallotBody, BallotForm, BallotOutcome, BallotSubject
from candidates.models.void import NotVoid
from organizations.models.kept import kept_for_ever


@pghistory.track()
class Ballot(models.Model):
    """One vote of one body about one dossier; a mistaken row is marked void, never deleted.

    ``members`` are the official members of the cell, or all members of the committee; ``away`` those introduced to
    temporary activity elsewhere, ``exempt_absent`` those exempted and absent (both of a cell only). ``verdict`` is what the
    rule said on the day (``Verdict.plain``), ``denominator`` the number it was measured against; both are never recomputed.
    """

    dossier = models.ForeignKey("candidates.Dossier", models.PROTECT, related_name="ballots")
    subject = models.CharField("nội dung", max_length=20, choices=BallotSubject)
    body = models.CharField("nơi biểu quyết", max_length=30, choices=BallotBody)
    held_on = models.DateField("ngày họp")
    form = models.CharField("cách biểu quyết", max_length=10, choices=BallotForm, blank=True)
    number = models.CharField("số biên bản", max_length=60, blank=True)
    members = models.PositiveSmallIntegerField("tổng số thành viên, đảng viên chính thức")
    away = models.PositiveSmallIntegerField("sinh hoạt tạm thời nơi khác", default=0)
    exempt_absent = models.PositiveSmallIntegerField("được miễn sinh hoạt và vắng mặt", default=0)
    present = models.PositiveSmallIntegerField("có mặt")
    in_favour = models.PositiveSmallIntegerField("tán thành")
    against = models.PositiveSmallIntegerField("không tán thành")
    blank = models.PositiveSmallIntegerField("phiếu trắng, không hợp lệ", default=0)
    denominator = models.PositiveSmallIntegerField("số làm căn cứ tính")
    outcome = models.CharField("kết quả", max_length=10, choices=BallotOutcome)
    verdict = models.JSONField(default=dict)
    basis = models.CharField("nhập thay theo giấy tờ", max_length=200, blank=True)
    act = models.ForeignKey("candidates.Act", models.PROTECT, null=True, blank=True, related_name="ballots")
    void = models.BooleanField(default=False, editable=False)

    objects = NotVoid()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "kết quả biểu quyết"
        ordering = ["held_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "subject", "body", "held_on"],
                condition=Q(void=False),
                name="candidates_ballot_once_a_meeting",
                violation_error_message="Kết quả biểu quyết của cuộc họp này đã được ghi.",
            ),
            models.CheckConstraint(
                condition=Q(present__lte=F("members") - F("away") - F("exempt_absent")),
                name="candidates_ballot_present_are_members",
            ),
            models.CheckConstraint(
                condition=Q(present=F("in_favour") + F("against") + F("blank")), name="candidates_ballot_adds_up"
            ),
            models.CheckConstraint(
                condition=Q(body=BallotBody.CELL) | Q(away=0, exempt_absent=0),
                name="candidates_ballot_away_only_in_cell",
            ),
            models.CheckConstraint(
                condition=Q(denominator__gt=0, denominator__lte=F("members"), in_favour__lte=F("denominator")),
                name="candidates_ballot_denominator_within",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_subject_display()} {self.held_on}: {self.in_favour}/{self.denominator}"
