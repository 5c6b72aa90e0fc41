"""Closed lists of targets, citations and obligations."""

from django.db.models import TextChoices


class Measure(TextChoices):
    """What a target counts; measures.py gives each its one statistics cell."""

    ADMITTED = "admitted", "Kết nạp đảng viên mới"
    MEMBERS_ADMITTED = "members_admitted", "Kết nạp đoàn viên, hội viên của tổ chức"
    NOMINATED_ADMITTED = "nominated_admitted", "Kết nạp người do tổ chức giới thiệu"
    NOMINATED = "nominated", "Giới thiệu đoàn viên, hội viên ưu tú"


# Measures of an organisation outside the Party; the others are a party unit's.
ORGANISATION_MEASURES = frozenset({Measure.MEMBERS_ADMITTED, Measure.NOMINATED_ADMITTED, Measure.NOMINATED})


class PeriodKind(TextChoices):
    """The period of a target."""

    YEAR = "year", "hằng năm"
    TERM = "term", "cả nhiệm kỳ"


class NumberKind(TextChoices):
    """How the number of a target is given."""

    ABSOLUTE = "absolute", "số tuyệt đối"
    PERCENT = "percent", "tỷ lệ %"


class BaseKind(TextChoices):
    """What a percentage is taken of."""

    MEMBERS_YEAR_START = "members_year_start", "tổng số đảng viên đầu năm (01/01)"
    ORGANISATION_MEMBERS = "organisation_members", "tổng số đoàn viên, hội viên"


class Rounding(TextChoices):
    """How a percentage of people becomes whole people."""

    UP = "up", "làm tròn lên"
    HALF_UP = "half_up", "làm tròn thường"


class CitationKind(TextChoices):
    """In what sense a document cites another one."""

    GROUNDS = "grounds", "Căn cứ"
    MAKE_KNOWN = "make_known", "Yêu cầu quán triệt"
    RESTATES = "restates", "Nhắc lại"
    CARRIES_OUT = "carries_out", "Triển khai"
    REPLACES = "replaces", "Thay thế"
    AMENDS = "amends", "Sửa đổi, bổ sung"
    GUIDES = "guides", "Hướng dẫn"


# The same relation as the page of the other document says it.
TOLD_BACK = {
    CitationKind.GROUNDS: "Làm căn cứ của",
    CitationKind.MAKE_KNOWN: "Được yêu cầu quán triệt trong",
    CitationKind.RESTATES: "Được nhắc lại trong",
    CitationKind.CARRIES_OUT: "Được triển khai bởi",
    CitationKind.REPLACES: "Bị thay thế bởi",
    CitationKind.AMENDS: "Được sửa đổi, bổ sung bởi",
    CitationKind.GUIDES: "Được hướng dẫn bởi",
}
# What changes another document cannot be older than it.
CHANGING_KINDS = frozenset({CitationKind.REPLACES, CitationKind.AMENDS})


class FileKind(TextChoices):
    """What the file of a document is."""

    PDF = "pdf", "PDF"
    JPEG = "jpeg", "ảnh JPEG"
    PNG = "png", "ảnh PNG"
    WORD = "docx", "Word (.docx)"
    TEXT = "txt", "văn bản thuần"

    @property
    def mime(self) -> str:
        """The type under which it is handed out."""
        return _MIME[self]

    @property
    def ending(self) -> str:
        """The end of its name."""
        return "jpg" if self == FileKind.JPEG else self.value


_MIME = {
    FileKind.PDF: "application/pdf",
    FileKind.JPEG: "image/jpeg",
    FileKind.PNG: "image/png",
    FileKind.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileKind.TEXT: "text/plain; charset=utf-8",
}


class ReadingCode(TextChoices):
    """Our own readings that something counted hangs on."""

    STILL_HAS_SOURCES = "still_has_sources", "Hội còn nguồn có giới thiệu"


class ObligationKind(TextChoices):
    """What a duty is about."""

    MAKE_KNOWN = "make_known", "Phổ biến, quán triệt văn bản"
    REPORT = "report", "Báo cáo"
    REVIEW = "review", "Rà soát nguồn"
    CLASSES = "classes", "Mở lớp"
    TARGETS = "targets", "Đặt chỉ tiêu, kế hoạch"
    OTHER = "other", "Nhiệm vụ khác"


class Bound(TextChoices):
    """Who under a unit is bound by a duty."""

    ITSELF = "itself", "Chính đơn vị"
    GRASSROOTS = "grassroots", "Các tổ chức cơ sở đảng trực thuộc"
    CELLS = "cells", "Các chi bộ"
    ASSOCIATIONS = "associations", "Các hội quần chúng"
    SOCIO_POLITICAL = "socio_political", "Các tổ chức chính trị – xã hội"
    UPPER = "upper", "Các đảng bộ cấp trên trực tiếp của cơ sở"
    ALL = "all", "Mọi tổ chức đảng trực thuộc"


# Whose units are organisations outside the Party.
ORGANISATION_BOUNDS = frozenset({Bound.ASSOCIATIONS, Bound.SOCIO_POLITICAL})


class Repeats(TextChoices):
    """How often a duty is asked."""

    ONCE = "once", "một lần"
    MONTHLY = "monthly", "hằng tháng"
    QUARTERLY = "quarterly", "hằng quý"
    HALF_YEARLY = "half_yearly", "6 tháng một lần"
    YEARLY = "yearly", "hằng năm"


# How many months one asking of a repeating duty lasts.
MONTHS_OF = {Repeats.MONTHLY: 1, Repeats.QUARTERLY: 3, Repeats.HALF_YEARLY: 6, Repeats.YEARLY: 12}


class RulingKind(TextChoices):
    """What the superior says of a reply, or of a unit that need not reply."""

    ACCEPTED = "accepted", "Chấp nhận"
    RETURNED = "returned", "Trả lại để làm lại"
    EXEMPT = "exempt", "Miễn thực hiện"


class ReportCode(TextChoices):
    """Reports of ours that may be the reply to a duty, by their code in the catalogue of reports."""

    PROGRESS = "tien-do", "Báo cáo tiến độ kết nạp đảng viên"
    ASSOCIATIONS = "hoi", "Báo cáo năm về phát triển đảng viên trong các hội quần chúng"
    ORGANISATION = "doan-the", "Báo cáo năm của tổ chức chính trị – xã hội"
