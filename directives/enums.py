"""Closed lists of targets, citations and obligations."""

from django.db.models import TextChoices


class Measure(TextChoices):
    """What a target counts; measures.py gives each its one statistics cell."""

    ADMITTED = "admitted", "Kết nạp đảng viên mới"
    ADMITTED_WOMEN = "admitted_women", "Kết nạp đảng viên nữ"
    ADMITTED_YOUTH = "admitted_youth", "Kết nạp đoàn viên thanh niên"
    ADMITTED_MINORITY = "admitted_minority", "Kết nạp người dân tộc thiểu số"
    ADMITTED_RELIGIOUS = "admitted_religious", "Kết nạp người theo tôn giáo"
    ADMITTED_STUDENTS = "admitted_students", "Kết nạp học sinh, sinh viên"
    ADMITTED_WORKERS = "admitted_workers", "Kết nạp công nhân, lao động trực tiếp"
    ADMITTED_RURAL = "admitted_rural", "Kết nạp người ở nông thôn"
    ADMITTED_RESIDENTIAL = "admitted_residential", "Kết nạp tại thôn, khu phố"
    ADMITTED_FORCES = "admitted_forces", "Kết nạp quân nhân, công an, dân quân tự vệ"
    ADMITTED_NON_STATE = "admitted_non_state", "Kết nạp trong doanh nghiệp ngoài khu vực Nhà nước"
    ADMITTED_ASSOCIATION = "admitted_association", "Kết nạp hội viên hội quần chúng"
    ADMITTED_NOMINATED = "admitted_nominated", "Kết nạp người do hội, đoàn thể giới thiệu"
    GRADUATED = "graduated", "Người được cấp giấy chứng nhận lớp nhận thức"
    NEW_SOURCES = "new_sources", "Người mới đưa vào nguồn"
    MADE_OFFICIAL = "made_official", "Công nhận đảng viên chính thức"
    UNITS_ADMITTING = "units_admitting", "Tổ chức cơ sở đảng còn nguồn có kết nạp"
    UNITS_FOUNDED = "units_founded", "Thành lập tổ chức đảng trong doanh nghiệp"
    MADE_KNOWN = "made_known", "Đơn vị đã phổ biến, quán triệt văn bản"
    MEMBERS_ADMITTED = "members_admitted", "Kết nạp đoàn viên, hội viên của tổ chức"
    NOMINATED_ADMITTED = "nominated_admitted", "Kết nạp người do tổ chức giới thiệu"
    NOMINATED = "nominated", "Giới thiệu đoàn viên, hội viên ưu tú"


# Measures of an organisation outside the Party; the others are a party unit's.
ORGANISATION_MEASURES = frozenset({Measure.MEMBERS_ADMITTED, Measure.NOMINATED_ADMITTED, Measure.NOMINATED})
# Measures that count people admitted: one of them may be a "trong đó" of another, of nothing else.
ADMISSION_MEASURES = frozenset(
    each for each in Measure if each == Measure.ADMITTED or each.value.startswith(f"{Measure.ADMITTED}_")
)
# Measures that count party organisations or receipts, not people: no dossier stands behind one of them.
UNIT_MEASURES = frozenset({Measure.UNITS_ADMITTING, Measure.UNITS_FOUNDED, Measure.MADE_KNOWN})


class PeriodKind(TextChoices):
    """The period of a target."""

    YEAR = "year", "hằng năm"
    TERM = "term", "cả nhiệm kỳ"
    HALF = "half", "6 tháng"
    QUARTER = "quarter", "quý"


# How many parts of a year a target may name, and their length in months.
PARTS = {PeriodKind.HALF: 2, PeriodKind.QUARTER: 4}


class NumberKind(TextChoices):
    """How the number of a target is given; an aspiration has none, it is followed and never reckoned as met or missed."""

    ABSOLUTE = "absolute", "số tuyệt đối"
    PERCENT = "percent", "tỷ lệ %"
    NONE = "none", "không giao số (phấn đấu)"


class Comparison(TextChoices):
    """How the result is held against the number."""

    AT_LEAST = "at_least", "từ mức này trở lên"
    AT_MOST = "at_most", "không quá mức này"
    ABOUT = "about", "khoảng mức này"


class BaseKind(TextChoices):
    """What a percentage is taken of."""

    MEMBERS_YEAR_START = "members_year_start", "tổng số đảng viên đầu năm (01/01)"
    ORGANISATION_MEMBERS = "organisation_members", "tổng số đoàn viên, hội viên"
    MEMBERS_LAST_YEAR_END = "members_last_year_end", "tổng số đảng viên cuối năm trước (31/12)"
    MEMBERS_TERM_START = "members_term_start", "tổng số đảng viên đầu nhiệm kỳ"
    UNITS_WITH_SOURCES = "units_with_sources", "số tổ chức cơ sở đảng còn nguồn"
    BOUND_UNITS = "bound_units", "số đơn vị phải phổ biến"


# Bases that are declared members of party organisations; the other ones are counted, or declared by an organisation.
MEMBER_BASES = frozenset({BaseKind.MEMBERS_YEAR_START, BaseKind.MEMBERS_LAST_YEAR_END, BaseKind.MEMBERS_TERM_START})


class Rounding(TextChoices):
    """How a percentage of people becomes whole people."""

    UP = "up", "làm tròn lên"
    HALF_UP = "half_up", "làm tròn thường"


class ShareState(TextChoices):
    """Whether a version of shares is still being worked on, or issued by a document."""

    DRAFT = "draft", "đang soạn"
    ISSUED = "issued", "đã giao"


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
