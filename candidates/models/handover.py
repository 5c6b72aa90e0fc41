"""The hand-over book: each line is one dossier that a unit received or gave away, on paper, numbered by unit and year."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import ExtractYear

from candidates.enums import Direction, PaperKind
from candidates.models.void import NotVoid
from organizations.models.kept import kept_for_ever


@pghistory.track()
class Handover(models.Model):
    """One line of the book of ``unit``: whom it came from or went to, who signed for it, which papers, on which day.

    ``number`` runs from 1 in each unit and year; a line that was taken back keeps its number.
    """

    dossier = models.ForeignKey("candidates.Dossier", models.PROTECT, related_name="handovers")
    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="handovers", verbose_name="sổ của")
    year = models.PositiveSmallIntegerField("năm")
    number = models.PositiveIntegerField("số trong sổ")
    direction = models.CharField("nhận hay giao", max_length=3, choices=Direction)
    on = models.DateField("ngày giao nhận")
    counterpart = models.CharField("giao từ, giao cho", max_length=200)
    signed_by = models.CharField("người ký giao nhận", max_length=120)
    kinds = ArrayField(models.CharField(max_length=20, choices=PaperKind), verbose_name="giấy tờ", blank=True)
    count = models.PositiveSmallIntegerField("số giấy tờ")
    note = models.CharField("ghi chú", max_length=400, blank=True)
    by = models.ForeignKey("organizations.User", models.PROTECT, null=True, related_name="+")
    void = models.BooleanField(default=False, editable=False)

    objects = NotVoid()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "dòng sổ giao nhận"
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["dossier", "on", "id"], name="candidates_handover_newest")]
        constraints = [
            models.UniqueConstraint(fields=["unit", "year", "number"], name="candidates_handover_number"),
            models.CheckConstraint(
                condition=Q(year=ExtractYear(F("on"))), name="candidates_handover_numbered_in_its_year"
            ),
            models.CheckConstraint(condition=Q(number__gt=0), name="candidates_handover_number_positive"),
        ]

    def __str__(self) -> str:
        return f"số {self.number}/{self.year}"
