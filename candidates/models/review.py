"""The cell reviews its list at a meeting: which people it looked at and what it said of each; what helpers remark."""

import pghistory
from django.db import models
from django.db.models import Q

from candidates.enums import Reviewed
from candidates.models.void import NotVoid
from organizations.models.kept import kept_for_ever


@pghistory.track()
class ListReview(models.Model):
    """A cell's review of its sources and sympathisers at one meeting; undone as a whole with its ``batch``."""

    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="list_reviews")
    held_on = models.DateField("ngày họp chi bộ")
    number = models.CharField("số biên bản, nghị quyết", max_length=60, blank=True)
    basis = models.CharField("nhập thay theo giấy tờ", max_length=200, blank=True)
    by = models.ForeignKey("organizations.User", models.PROTECT, null=True, related_name="+")
    batch = models.OneToOneField("candidates.Batch", models.PROTECT, related_name="review")
    void = models.BooleanField(default=False, editable=False)

    objects = NotVoid()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "lần rà soát danh sách"
        ordering = ["-held_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "held_on"],
                condition=Q(void=False),
                name="candidates_listreview_once_a_day",
                violation_error_message="Lần rà soát ngày này đã được ghi.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.held_on}"


@pghistory.track()
class ReviewedLine(models.Model):
    """What the cell said of one person; ``act`` is what that wrote into the dossier, None where nothing changed."""

    review = models.ForeignKey(ListReview, models.PROTECT, related_name="lines")
    dossier = models.ForeignKey("candidates.Dossier", models.PROTECT, related_name="reviews")
    said = models.CharField("kết quả rà soát", max_length=10, choices=Reviewed)
    act = models.ForeignKey("candidates.Act", models.PROTECT, null=True, blank=True, related_name="reviewed_lines")

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "người được rà soát"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["review", "dossier"], name="candidates_reviewedline_once"),
            models.CheckConstraint(
                condition=Q(said=Reviewed.KEEP) | Q(act__isnull=False), name="candidates_reviewedline_change_has_act"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id}: {self.get_said_display()}"


@pghistory.track()
class HelperRemark(models.Model):
    """What the helper of a candidate remarked on a day: tracking words of a meeting, never the remarks on paper."""

    dossier = models.ForeignKey("candidates.Dossier", models.PROTECT, related_name="helper_remarks")
    helper = models.CharField("đảng viên giúp đỡ", max_length=120)
    on = models.DateField("ngày nhận xét")
    words = models.CharField("nhận xét", max_length=400)
    act = models.ForeignKey("candidates.Act", models.PROTECT, null=True, blank=True, related_name="remarks")
    void = models.BooleanField(default=False, editable=False)

    objects = NotVoid()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "nhận xét của đảng viên giúp đỡ"
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(helper="") & ~Q(words=""), name="candidates_helperremark_says_something"
            )
        ]

    def __str__(self) -> str:
        return f"{self.helper} {self.on}"
