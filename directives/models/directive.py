"""A registered document: its addressees, the documents it cites, and our own reading of its open places."""

import pghistory
from django.db import models
from django.db.models import Q

from directives.enums import TOLD_BACK, Bound, CitationKind, ReadingCode
from organizations.models.kept import Standing, kept_for_ever


@pghistory.track()
class Directive(models.Model):
    """A registered document; ``issuing_unit`` is the committee whose body issued it, where we know it.

    ``kept_by`` is the unit whose office registered it: what another body issued is kept where it came in. ``meeting_on`` is the
    day of the meeting that the text names: it is not the day of issue. ``signed_as`` is the line above the signature.
    """

    document = models.OneToOneField("organizations.Document", models.PROTECT, related_name="directive")
    issuing_unit = models.ForeignKey("organizations.Unit", models.PROTECT, null=True, blank=True)
    kept_by = models.ForeignKey(
        "organizations.Unit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="registered",
        verbose_name="đơn vị giữ văn bản",
    )
    meeting_on = models.DateField("ngày họp nêu trong văn bản", null=True, blank=True)
    signed_as = models.CharField("thẩm quyền, chức vụ người ký", max_length=120, blank=True)
    signer = models.CharField("người ký", max_length=120, blank=True)
    place = models.CharField("nơi ban hành", max_length=80, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "văn bản chỉ đạo"

    def __str__(self) -> str:
        return self.document.short


@pghistory.track()
class Addressee(models.Model):
    """Whom a document speaks to, in its own words; where we know the units: ``unit`` itself, or those ``bound`` under it."""

    directive = models.ForeignKey(Directive, models.PROTECT, related_name="addressees")
    position = models.PositiveSmallIntegerField("thứ tự")
    words = models.CharField("nơi nhận, như văn bản ghi", max_length=300)
    to_act = models.BooleanField("để thực hiện", default=True)
    unit = models.ForeignKey("organizations.Unit", models.PROTECT, null=True, blank=True, related_name="addressed")
    bound = models.CharField("những đơn vị nào", max_length=20, choices=Bound, default=Bound.ITSELF)
    void = models.BooleanField(default=False, editable=False)

    objects = Standing()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "nơi nhận văn bản"
        ordering = ["directive", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["directive", "position"], condition=Q(void=False), name="directives_addressee_position"
            ),
            models.CheckConstraint(
                condition=Q(unit__isnull=False) | Q(bound=Bound.ITSELF), name="directives_addressee_bound_under_unit"
            ),
        ]

    def __str__(self) -> str:
        return self.words


@pghistory.track()
class Citation(models.Model):
    """A document to which a directive stands in a relation, by which of its clauses and in what sense."""

    directive = models.ForeignKey(Directive, models.PROTECT, related_name="citations")
    document = models.ForeignKey("organizations.Document", models.PROTECT, related_name="cited_by")
    clause = models.ForeignKey("organizations.Clause", models.PROTECT, null=True, blank=True, related_name="citations")
    kind = models.CharField("quan hệ", max_length=20, choices=CitationKind)
    void = models.BooleanField(default=False, editable=False)

    objects = Standing()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "văn bản viện dẫn"
        ordering = ["directive", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["directive", "document", "kind"], condition=Q(void=False), name="directives_citation_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.document}"

    @property
    def told_back(self) -> str:
        """The relation as the page of the other document says it."""
        return TOLD_BACK[CitationKind(self.kind)]


@pghistory.track()
class OwnReading(models.Model):
    """Ban Tổ chức's own reading of a clause, marked as its own; switched off, no report shows what comes from it."""

    directive = models.ForeignKey(Directive, models.PROTECT, related_name="own_readings")
    clause = models.ForeignKey("organizations.Clause", models.PROTECT, related_name="own_readings")
    code = models.CharField("cách hiểu", max_length=30, choices=ReadingCode)
    words = models.TextField("nội dung cách hiểu")
    in_use = models.BooleanField("đang dùng", default=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "cách hiểu của Ban Tổ chức"
        constraints = [models.UniqueConstraint(fields=["directive", "code"], name="directives_ownreading_once")]

    def __str__(self) -> str:
        return self.get_code_display()
