"""What a reconciliation with the national member database finds, and which files a paper's scan may be."""

from django.db.models import TextChoices


class DifferenceKind(TextChoices):
    """How the list of the national member database and the dossiers here differ."""

    ONLY_THERE = "only_there", "Chỉ có trong danh sách"
    ONLY_HERE = "only_here", "Chỉ có ở đây"
    DATE = "date", "Khác ngày quyết định"
    NUMBER = "number", "Khác số quyết định"
    REPEATED = "repeated", "Lặp lại trong danh sách"
    UNREADABLE = "unreadable", "Dòng không đọc được"


# Kinds that name a dossier here and a line of the list, or only one of the two.
BOTH_SIDES = (DifferenceKind.DATE, DifferenceKind.NUMBER)


class ScanType(TextChoices):
    """Files that are taken as scans."""

    PDF = "pdf", "PDF"
    JPEG = "jpeg", "ảnh JPEG"
    PNG = "png", "ảnh PNG"

    @property
    def mime(self) -> str:
        """The type under which a browser receives it."""
        return "application/pdf" if self == ScanType.PDF else f"image/{self.value}"

    @property
    def ending(self) -> str:
        """The ending of the name under which it is handed out."""
        return "jpg" if self == ScanType.JPEG else self.value
