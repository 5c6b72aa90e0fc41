"""Documents and their clauses: what every rule, quota and unit change cites."""

import pghistory
from django.db import models

from organizations.enums import DocumentKind, Secrecy
from organizations.formats import date_vn
from organizations.models.kept import Standing, kept_for_ever
from organizations.models.search import key_of

UNKNOWN_KIND = "Văn bản"


@pghistory.track(exclude=["search_key"])
class Document(models.Model):
    """A document; its identity is kind, number, issuer and date together, of which any may be unknown.

    It holds from ``valid_from`` (None: from its day of issue) up to, not including, ``valid_until`` (None: no end is named).
    """

    kind = models.CharField("loại", max_length=20, choices=DocumentKind, blank=True)
    number = models.CharField("số, ký hiệu", max_length=60, blank=True)
    issuer = models.CharField("cơ quan ban hành", max_length=200, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    subject = models.CharField("trích yếu", max_length=400)
    note = models.TextField("ghi chú", blank=True)
    secrecy = models.CharField("độ mật", max_length=20, choices=Secrecy, default=Secrecy.NORMAL)
    valid_from = models.DateField("có hiệu lực từ ngày", null=True, blank=True)
    valid_until = models.DateField("hết hiệu lực từ ngày", null=True, blank=True)
    search_key = key_of("number", "subject", "issuer")

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "văn bản"
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "number", "issuer", "issued_on"],
                nulls_distinct=False,
                name="organizations_document_identity",
            ),
            models.CheckConstraint(
                condition=models.Q(valid_until__isnull=True)
                | models.Q(valid_from__isnull=True)
                | models.Q(valid_until__gt=models.F("valid_from")),
                name="organizations_document_effect_in_order",
            ),
        ]

    def __str__(self) -> str:
        return self.citation

    @property
    def citation(self) -> str:
        """The document as a text cites it; what the copy at hand does not say is said."""
        number = f"số {self.number}" if self.number else "(bản giao không ghi số)"
        day = f"ngày {date_vn(self.issued_on)}" if self.issued_on else "(bản giao không ghi ngày)"
        issuer = f"của {self.issuer}" if self.issuer else "(bản giao không ghi nơi ban hành)"
        return f"{self.kind_words} {number} {day} {issuer}"

    @property
    def kind_words(self) -> str:
        """The kind in words; of one whose kind nobody knows, that it is a document."""
        return self.get_kind_display() or UNKNOWN_KIND

    @property
    def is_secret(self) -> bool:
        """Say whether its degree of secrecy narrows who sees it."""
        return self.secrecy != Secrecy.NORMAL

    @property
    def short(self) -> str:
        """The number where there is one, of the Charter its year, else the kind and the issuer."""
        if self.kind == DocumentKind.CHARTER and self.issued_on:
            return f"Điều lệ Đảng ({self.issued_on.year})"
        return self.number or f"{self.kind_words} ({self.issuer or 'không rõ nơi ban hành'})"


@pghistory.track(exclude=["search_key"])
class Clause(models.Model):
    """A clause of a document, told in our own words, with the place where it stands; one taken back is void."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="clauses")
    position = models.PositiveSmallIntegerField("thứ tự")
    label = models.CharField("điểm, khoản", max_length=60)
    summary = models.TextField("nội dung (lời tóm tắt)")
    void = models.BooleanField(default=False, editable=False)
    search_key = key_of("label", "summary")

    objects = Standing()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        ordering = ["document", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "position"],
                condition=models.Q(void=False),
                name="organizations_clause_position",
            )
        ]

    def __str__(self) -> str:
        return f"{self.label}, {self.document.short}"
