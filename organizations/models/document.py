"""Documents and their clauses: what every rule, quota and unit change cites."""

import pghistory
from django.db import models

from organizations.enums import DocumentKind
from organizations.formats import date_vn
from organizations.models.kept import kept_for_ever


@pghistory.track()
class Document(models.Model):
    """A document; its identity is kind, number, issuer and date together, of which number and date may be unknown."""

    kind = models.CharField("loại", max_length=20, choices=DocumentKind)
    number = models.CharField("số, ký hiệu", max_length=60, blank=True)
    issuer = models.CharField("cơ quan ban hành", max_length=200)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    subject = models.CharField("trích yếu", max_length=400)
    note = models.TextField("ghi chú", blank=True)

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "văn bản"
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "number", "issuer", "issued_on"],
                nulls_distinct=False,
                name="organizations_document_identity",
            )
        ]

    def __str__(self) -> str:
        return self.citation

    @property
    def citation(self) -> str:
        """The document as a text cites it; what the copy at hand does not say is said."""
        number = f"số {self.number}" if self.number else "(bản giao không ghi số)"
        day = f"ngày {date_vn(self.issued_on)}" if self.issued_on else "(bản giao không ghi ngày)"
        return f"{self.get_kind_display()} {number} {day} của {self.issuer}"

    @property
    def short(self) -> str:
        """The number where there is one, of the Charter its year, else the kind and the issuer."""
        if self.kind == DocumentKind.CHARTER and self.issued_on:
            return f"Điều lệ Đảng ({self.issued_on.year})"
        return self.number or f"{self.get_kind_display()} ({self.issuer})"


@pghistory.track()
class Clause(models.Model):
    """A clause of a document, told in our own words, with the place where it stands."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="clauses")
    position = models.PositiveSmallIntegerField("thứ tự")
    label = models.CharField("điểm, khoản", max_length=60)
    summary = models.TextField("nội dung (lời tóm tắt)")

    class Meta:
        triggers = [kept_for_ever()]
        ordering = ["document", "position"]
        constraints = [models.UniqueConstraint(fields=["document", "position"], name="organizations_clause_position")]

    def __str__(self) -> str:
        return f"{self.label}, {self.document.short}"
