"""The papers of a dossier: number, date, issuer and where the original lies; never their content."""

import pghistory
from django.db import models
from django.db.models import F, Q

from candidates.enums import PaperKind
from candidates.models.void import NotVoid
from organizations.formats import date_vn
from organizations.models.kept import kept_for_ever


@pghistory.track()
class Paper(models.Model):
    """A paper that a dossier holds; ``expires_on`` is the first day on which it no longer counts, by ``expires_rule``.

    ``checked_by`` looked at the paper itself on ``checked_on`` and found it as recorded.
    """

    dossier = models.ForeignKey("candidates.Dossier", models.PROTECT, related_name="papers")
    entry = models.OneToOneField("candidates.StageEntry", models.PROTECT, null=True, blank=True, related_name="paper")
    kind = models.CharField("loại giấy tờ", max_length=20, choices=PaperKind)
    number = models.CharField("số", max_length=60, blank=True)
    issued_on = models.DateField("ngày ban hành")
    issuer = models.CharField("nơi ban hành", max_length=200, blank=True)
    received_on = models.DateField("ngày nhận", null=True, blank=True)
    expires_on = models.DateField("hết hạn từ ngày", null=True, blank=True)
    expires_rule = models.ForeignKey("candidates.Parameter", models.PROTECT, null=True, blank=True, related_name="+")
    act = models.ForeignKey("candidates.Act", models.PROTECT, null=True, blank=True, related_name="papers")
    void = models.BooleanField(default=False, editable=False)
    kept_at = models.CharField("nơi giữ bản gốc", max_length=200, blank=True)
    checked_by = models.ForeignKey("organizations.User", models.PROTECT, null=True, blank=True, related_name="+")
    checked_on = models.DateField("đã kiểm tra ngày", null=True, blank=True)

    objects = NotVoid()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "giấy tờ"
        ordering = ["dossier", "issued_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(received_on__isnull=True) | Q(received_on__gte=F("issued_on")),
                name="candidates_paper_received_after_issue",
            ),
            models.CheckConstraint(
                condition=Q(expires_rule__isnull=True) | Q(expires_on__isnull=False),
                name="candidates_paper_rule_has_expiry",
            ),
            models.CheckConstraint(
                condition=Q(checked_by__isnull=True, checked_on__isnull=True)
                | Q(checked_by__isnull=False, checked_on__isnull=False),
                name="candidates_paper_checked_by_and_on",
            ),
        ]

    def __str__(self) -> str:
        number = f" số {self.number}" if self.number else ""
        return f"{self.get_kind_display()}{number} ngày {date_vn(self.issued_on)}"
