"""Regimes, local criteria, corrections of the calendar, and how sure a source is."""

from django.db.models import TextChoices


class RegimeKind(TextChoices):
    """What a set of parameters belongs to; one of each kind is in force at a time."""

    CHARTER = "charter", "Điều lệ Đảng"
    APPLYING = "applying", "Quy định thi hành Điều lệ"


class CriterionCode(TextChoices):
    """Criteria that a local letter may add; each is one function of the rules."""

    RATED_YEARS = "rated_years", "Các năm liền được đánh giá, xếp loại"
    PAPER_MONTHS = "local_paper_months", "Thời hạn sử dụng giấy tờ trong hồ sơ"
    SYMPATHISER_MONTHS = "sympathiser_months", "Thời gian là cảm tình Đảng trước khi chi bộ xét"
    STATED = "stated", "Tiêu chuẩn khác, do người có trách nhiệm xét và ghi kết quả"


# Criteria that count months.
MONTH_CRITERIA = (CriterionCode.PAPER_MONTHS, CriterionCode.SYMPATHISER_MONTHS)


class Finding(TextChoices):
    """What a person found about a criterion that only a person can judge."""

    MET = "met", "Đạt"
    NOT_MET = "not_met", "Chưa đạt"


class CriterionAnchor(TextChoices):
    """The day by which a local criterion is judged."""

    CELL_MEETING = "cell_meeting", "ngày chi bộ họp xét"
    COMMITTEE = "committee", "ngày cấp ủy, tổ chức cơ sở đảng xem xét, đề nghị"


class DayKind(TextChoices):
    """What a correction of the calendar says about a day."""

    OFF = "off", "Nghỉ"
    WORKED = "worked", "Làm việc (làm bù)"


class Confidence(TextChoices):
    """How sure the source of a value is (domain.md §0)."""

    PRIMARY = "P", "Đã thấy văn bản"
    SECONDARY = "S", "Nguồn thứ cấp"
    WEAK = "S-", "Nguồn thứ cấp yếu"
    INFERRED = "INF", "Suy luận"
    UNKNOWN = "N", "Chưa tìm thấy"
