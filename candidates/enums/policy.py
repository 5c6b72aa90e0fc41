"""Regimes, their parameters, local criteria, and how sure a source is."""

from django.db.models import TextChoices


class RegimeKind(TextChoices):
    """What a set of parameters belongs to; one of each kind is in force at a time."""

    CHARTER = "charter", "Điều lệ Đảng"
    APPLYING = "applying", "Quy định thi hành Điều lệ"


class ParameterCode(TextChoices):
    """Numbers and choices that a regime sets."""

    AGE_FROM = "age_from", "Tuổi thấp nhất khi chi bộ xét (đủ, tính theo tháng)"
    AGE_TO = "age_to", "Tuổi cao nhất khi chi bộ xét (đủ, tính theo tháng)"
    CERTIFICATE_MONTHS = "certificate_months", "Thời hạn giấy chứng nhận lớp nhận thức (tháng)"
    DECISION_DAYS = "decision_days", "Thời hạn quyết định kết nạp từ nghị quyết chi bộ (ngày làm việc)"
    CEREMONY_DAYS = "ceremony_days", "Thời hạn tổ chức lễ kết nạp (ngày làm việc)"
    CEREMONY_FROM = "ceremony_from", "Mốc tính thời hạn lễ kết nạp"
    PROBATION_MONTHS = "probation_months", "Thời gian dự bị (tháng)"
    RECOGNITION_DAYS = "recognition_days", "Thời hạn chi bộ xét công nhận chính thức sau khi hết dự bị (ngày làm việc)"
    ADMITTED_BY = "admitted_by", "Số kết nạp tính theo"
    CELL_LEAST = "cell_least", "Số đảng viên chính thức ít nhất để lập chi bộ"


class CriterionCode(TextChoices):
    """Criteria that a local letter may add; each is one function of the rules."""

    RATED_YEARS = "rated_years", "Các năm liền được đánh giá, xếp loại"


class CriterionAnchor(TextChoices):
    """The day by which a local criterion is judged."""

    CELL_MEETING = "cell_meeting", "ngày chi bộ họp xét"
    COMMITTEE = "committee", "ngày cấp ủy, tổ chức cơ sở đảng xem xét, đề nghị"


class Confidence(TextChoices):
    """How sure the source of a value is (domain.md §0)."""

    PRIMARY = "P", "Đã thấy văn bản"
    SECONDARY = "S", "Nguồn thứ cấp"
    WEAK = "S-", "Nguồn thứ cấp yếu"
    INFERRED = "INF", "Suy luận"
    UNKNOWN = "N", "Chưa tìm thấy"
