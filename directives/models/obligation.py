"""Obligations: who must do what by when, and who has said that it is done."""

import pghistory
from django.db import models
from django.db.models import Q

from directives.enums import Bound, ObligationKind
from organizations.models.kept import kept_for_ever


@pghistory.track()
class Obligation(models.Model):
    """A duty from a clause: bound are ``unit`` itself, or the units of a kind under it.

    ``subject`` is the document that is to be made known. A duty without ``due_on`` has no day in the text; ``yearly`` comes
    again each year on the same day and month.
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
        ]

    def __str__(self) -> str:
        return self.words


class InForce(models.Manager):
    """Fulfilments that no correction took back."""

    def get_queryset(self) -> models.QuerySet:
        """Leave out what was corrected."""
        return super().get_queryset().filter(void=False)


@pghistory.track()
class Fulfilment(models.Model):
    """A unit says that it has done a duty: on which day, with what paper; for a yearly duty, for which ``year``."""

    obligation = models.ForeignKey(Obligation, models.PROTECT, related_name="fulfilments")
    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="fulfilments")
    year = models.PositiveSmallIntegerField("năm", null=True, blank=True)
    on = models.DateField("ngày thực hiện")
    words = models.CharField("kết quả, số văn bản", max_length=400, blank=True)
    people = models.PositiveIntegerField("số người dự", null=True, blank=True)
    by = models.ForeignKey("organizations.User", models.PROTECT, null=True, related_name="+")
    void = models.BooleanField(default=False, editable=False)

    objects = InForce()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "kết quả thực hiện nhiệm vụ"
        ordering = ["obligation", "unit__code", "year"]
        constraints = [
            models.UniqueConstraint(
                fields=["obligation", "unit", "year"],
                condition=Q(void=False),
                nulls_distinct=False,
                name="directives_fulfilment_once",
                violation_error_message="Đơn vị này đã báo kết quả của nhiệm vụ.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.on}"
