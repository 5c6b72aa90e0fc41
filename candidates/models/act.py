"""What somebody did to a dossier in one go: the unit of undoing, alone or together with others."""

import pghistory
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from candidates.enums import ActKind, BatchKind
from organizations.enums import Deed
from organizations.models.kept import kept_for_ever

UNDONE_TOGETHER = Q(undone_at__isnull=True, undo_reason="") | (Q(undone_at__isnull=False) & ~Q(undo_reason=""))


class Standing(models.Manager):
    """Acts that nobody undid."""

    def get_queryset(self) -> models.QuerySet:
        """Leave out what was undone."""
        return super().get_queryset().filter(undone_at__isnull=True)


@pghistory.track()
class Batch(models.Model):
    """Acts on many dossiers made together: a meeting's results, a class's certificates, a review of the cell's list."""

    kind = models.CharField("việc", max_length=20, choices=BatchKind)
    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="+")
    on = models.DateField("ngày")
    words = models.CharField("nội dung", max_length=200, blank=True)
    by = models.ForeignKey("organizations.User", models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        triggers = [kept_for_ever()]
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.on}"


@pghistory.track()
class Act(models.Model):
    """One deed on one dossier; the rows that it wrote point at it, and undoing it takes all of them back.

    ``deed`` is what its owner does, also where somebody entered it for the owner.
    """

    dossier = models.ForeignKey("candidates.Dossier", models.PROTECT, related_name="acts")
    batch = models.ForeignKey(Batch, models.PROTECT, null=True, blank=True, related_name="acts")
    kind = models.CharField("việc", max_length=20, choices=ActKind)
    words = models.CharField("nội dung", max_length=200)
    deed = models.CharField("việc của", max_length=40, choices=Deed)
    on = models.DateField("ngày")
    by = models.ForeignKey("organizations.User", models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(db_default=Now(), editable=False)
    undone_by = models.ForeignKey("organizations.User", models.PROTECT, null=True, blank=True, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)
    undo_reason = models.CharField("lý do hủy", max_length=400, blank=True)

    objects = Standing()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        ordering = ["pk"]
        indexes = [models.Index(fields=["dossier", "id"], name="candidates_act_newest")]
        constraints = [models.CheckConstraint(condition=UNDONE_TOGETHER, name="candidates_act_undone_with_reason")]

    def __str__(self) -> str:
        return f"{self.words} ({self.on})"
