"""What came with a reply, and what the superior said of it."""

import pghistory
from django.db import models
from django.db.models import Q

from candidates.enums import ScanType
from directives.enums import RulingKind
from directives.models.obligation import Fulfilment, Obligation
from organizations.models.kept import Standing, kept_for_ever


@pghistory.track(exclude=["stored_as"])
class ReplyFile(models.Model):
    """A file sent with a reply. ``stored_as`` is its random name on disk, ``sha256`` and ``size`` are of what was stored.

    A file taken back stays as a row with its reason; what lay on disk is destroyed.
    """

    fulfilment = models.ForeignKey(Fulfilment, models.PROTECT, related_name="files")
    stored_as = models.CharField(max_length=32, unique=True, editable=False)
    sha256 = models.CharField("mã kiểm tra", max_length=64, editable=False)
    size = models.PositiveIntegerField("số byte")
    kind = models.CharField("loại tệp", max_length=10, choices=ScanType)
    original_name = models.CharField("tên tệp khi gửi", max_length=120, blank=True)
    by = models.ForeignKey("organizations.User", models.PROTECT, null=True, related_name="+")
    void = models.BooleanField(default=False, editable=False)
    void_reason = models.CharField("lý do gỡ", max_length=400, blank=True)

    objects = Standing()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "tệp gửi kèm trả lời"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(void=False, void_reason="") | (Q(void=True) & ~Q(void_reason="")),
                name="directives_replyfile_void_with_reason",
            ),
            models.UniqueConstraint(
                fields=["fulfilment", "sha256"],
                condition=Q(void=False),
                name="directives_replyfile_once",
                violation_error_message="Tệp này đã có trong trả lời.",
            ),
        ]

    def __str__(self) -> str:
        return self.original_name or self.get_kind_display()


@pghistory.track()
class Ruling(models.Model):
    """The superior accepts a reply, returns it with a sentence and a new term, or lets a unit off a round of a duty."""

    obligation = models.ForeignKey(Obligation, models.PROTECT, related_name="rulings")
    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("năm", null=True, blank=True)
    part = models.PositiveSmallIntegerField("kỳ trong năm", null=True, blank=True)
    fulfilment = models.ForeignKey(Fulfilment, models.PROTECT, null=True, blank=True, related_name="rulings")
    kind = models.CharField("ý kiến", max_length=10, choices=RulingKind)
    on = models.DateField("ngày")
    words = models.CharField("nội dung, lý do", max_length=400, blank=True)
    due_on = models.DateField("hạn mới", null=True, blank=True)
    by = models.ForeignKey("organizations.User", models.PROTECT, null=True, related_name="+")
    void = models.BooleanField(default=False, editable=False)

    objects = Standing()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "ý kiến của cấp trên về trả lời"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=RulingKind.EXEMPT, fulfilment__isnull=True)
                | (~Q(kind=RulingKind.EXEMPT) & Q(fulfilment__isnull=False)),
                name="directives_ruling_of_a_reply_or_exempt",
            ),
            models.CheckConstraint(
                condition=Q(kind=RulingKind.ACCEPTED) | ~Q(words=""), name="directives_ruling_has_reason"
            ),
            models.CheckConstraint(
                condition=Q(due_on__isnull=True) | Q(kind=RulingKind.RETURNED, due_on__gte=models.F("on")),
                name="directives_ruling_new_term_when_returned",
            ),
            models.UniqueConstraint(
                fields=["fulfilment"], condition=Q(void=False), name="directives_ruling_once_for_a_reply"
            ),
            models.UniqueConstraint(
                fields=["obligation", "unit", "year", "part"],
                condition=Q(void=False, kind=RulingKind.EXEMPT),
                nulls_distinct=False,
                name="directives_ruling_exempt_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.unit}"
