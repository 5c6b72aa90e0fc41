"""A letter's text that was read by the machine and waits for an officer's word."""

import pghistory
from django.db import models
from django.db.models import Q

from directives.enums import FileKind
from organizations.models.kept import kept_for_ever


@pghistory.track(exclude=["text", "stored_as"])
class ReadLetter(models.Model):
    """The normalised text of a letter that somebody sent to be read, for ``unit``; ``directive`` once it was registered from it.

    ``name`` is the file's name, empty for pasted words; ``sha256`` is of the text. The file itself waits under ``stored_as``
    for its document, where files are kept. A draft that was put aside (``dropped``) keeps neither text nor file.
    """

    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="read_letters")
    name = models.CharField("tên tệp", max_length=200, blank=True)
    sha256 = models.CharField(max_length=64)
    text = models.TextField("nội dung")
    stored_as = models.CharField(max_length=32, blank=True, editable=False)
    file_sha256 = models.CharField("mã băm của tệp", max_length=64, blank=True, editable=False)
    size = models.PositiveIntegerField("số byte", default=0, editable=False)
    kind = models.CharField("loại tệp", max_length=10, choices=FileKind, blank=True, editable=False)
    by = models.ForeignKey("organizations.User", models.PROTECT, null=True, related_name="+")
    read_on = models.DateField("ngày đọc")
    directive = models.OneToOneField("directives.Directive", models.PROTECT, null=True, blank=True, related_name="read")
    dropped = models.BooleanField(default=False, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "văn bản đang đọc"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(dropped=False) | Q(directive__isnull=True, text="", stored_as=""),
                name="directives_readletter_dropped_is_empty",
            ),
            models.UniqueConstraint(
                fields=["unit", "sha256"],
                condition=Q(dropped=False),
                name="directives_readletter_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name or "nội dung dán"
