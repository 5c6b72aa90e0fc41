"""What the register keeps of a document besides its words: the file of the letter, and who received it when."""

import pghistory
from django.db import models
from django.db.models import Q

from directives.enums import FileKind
from organizations.formats import date_vn
from organizations.models.kept import Standing, kept_for_ever


@pghistory.track(exclude=["stored_as"])
class LetterFile(models.Model):
    """A file of a document. ``stored_as`` is the random name on disk, ``sha256`` and ``size`` are of what was stored.

    A file taken back stays as a row with its reason; the file itself is destroyed.
    """

    directive = models.ForeignKey("directives.Directive", models.PROTECT, related_name="files")
    stored_as = models.CharField(max_length=32, unique=True, editable=False)
    sha256 = models.CharField("mã kiểm tra", max_length=64, editable=False)
    size = models.PositiveIntegerField("số byte")
    kind = models.CharField("loại tệp", max_length=10, choices=FileKind)
    original_name = models.CharField("tên tệp khi gửi", max_length=120, blank=True)
    by = models.ForeignKey("organizations.User", models.PROTECT, null=True, related_name="+")
    on = models.DateField("ngày gửi")
    void = models.BooleanField(default=False, editable=False)
    void_reason = models.CharField("lý do gỡ", max_length=400, blank=True)

    objects = Standing()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "tệp văn bản"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(void=False, void_reason="") | (Q(void=True) & ~Q(void_reason="")),
                name="directives_letterfile_void_with_reason",
            ),
            models.UniqueConstraint(
                fields=["directive", "sha256"], condition=Q(void=False), name="directives_letterfile_once"
            ),
        ]

    def __str__(self) -> str:
        return self.original_name


@pghistory.track()
class Delivery(models.Model):
    """A document reached a unit on a day; ``book_number`` is the number under which the unit's own book has it."""

    directive = models.ForeignKey("directives.Directive", models.PROTECT, related_name="deliveries")
    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="deliveries")
    on = models.DateField("ngày nhận")
    book_number = models.CharField("số đến", max_length=40, blank=True)
    by = models.ForeignKey("organizations.User", models.PROTECT, null=True, related_name="+")
    void = models.BooleanField(default=False, editable=False)

    objects = Standing()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "việc nhận văn bản"
        ordering = ["directive", "unit__code"]
        constraints = [
            models.UniqueConstraint(
                fields=["directive", "unit"], condition=Q(void=False), name="directives_delivery_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {date_vn(self.on)}"
