"""A document that asks for something: its addressees, the documents it cites, and our own reading of its open places."""

import pghistory
from django.db import models

from directives.enums import CitationKind, ReadingCode
from organizations.models.kept import kept_for_ever


@pghistory.track()
class Directive(models.Model):
    """A document that asks for something; ``issuing_unit`` is the committee whose body issued it, where we know it.

    ``meeting_on`` is the day of the meeting that the text names: it is not the day of issue.
    """

    document = models.OneToOneField("organizations.Document", models.PROTECT, related_name="directive")
    issuing_unit = models.ForeignKey("organizations.Unit", models.PROTECT, null=True, blank=True)
    meeting_on = models.DateField("ngày họp nêu trong văn bản", null=True, blank=True)
    signed_as = models.CharField("thẩm quyền, chức vụ người ký", max_length=120, blank=True)

    class Meta:
        verbose_name = "văn bản chỉ đạo"

    def __str__(self) -> str:
        return self.document.short


@pghistory.track()
class Addressee(models.Model):
    """Whom a document speaks to, in its own words; ``unit`` where that is one unit or organisation that we know."""

    directive = models.ForeignKey(Directive, models.PROTECT, related_name="addressees")
    position = models.PositiveSmallIntegerField("thứ tự")
    words = models.CharField("nơi nhận, như văn bản ghi", max_length=300)
    to_act = models.BooleanField("để thực hiện", default=True)
    unit = models.ForeignKey("organizations.Unit", models.PROTECT, null=True, blank=True, related_name="addressed")

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "nơi nhận văn bản"
        ordering = ["directive", "position"]
        constraints = [models.UniqueConstraint(fields=["directive", "position"], name="directives_addressee_position")]

    def __str__(self) -> str:
        return self.words


@pghistory.track()
class Citation(models.Model):
    """A document that a directive cites, by which of its clauses and in what sense."""

    directive = models.ForeignKey(Directive, models.PROTECT, related_name="citations")
    document = models.ForeignKey("organizations.Document", models.PROTECT, related_name="cited_by")
    clause = models.ForeignKey("organizations.Clause", models.PROTECT, null=True, blank=True, related_name="citations")
    kind = models.CharField("quan hệ", max_length=20, choices=CitationKind)

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "văn bản viện dẫn"
        ordering = ["directive", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["directive", "document", "kind"], name="directives_citation_once")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.document}"


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
