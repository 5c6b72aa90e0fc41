"""What a regime sets: the codes of its values, what kind of value each is, and how a coded value reads."""

from django.db.models import TextChoices

from .voting import BallotBody


class ParameterCode(TextChoices):
    """Numbers and choices that a regime sets."""

    AGE_FROM = "age_from", "Tuổi thấp nhất khi chi bộ xét (đủ, tính theo tháng)"
    AGE_TO = "age_to", "Tuổi cao nhất khi chi bộ xét (đủ, tính theo tháng)"
    SCHOOLING_LEAST = "schooling_least", "Trình độ học vấn thấp nhất"
    SCHOOLING_PROOF = "schooling_proof", "Học vấn tính theo"
    SCHOOLING_EXCEPTION = "schooling_exception", "Trình độ học vấn thấp nhất trong trường hợp ngoại lệ"
    OVER_AGE_CONSENT = (
        "over_age_consent",
        "Người trên tuổi cao nhất: văn bản đồng ý trước của cấp ủy trực thuộc Trung ương",
    )
    INTRODUCERS = "introducers", "Số đảng viên chính thức giới thiệu"
    HELPER_STANDING = "helper_standing", "Người giúp đỡ"
    OPINIONS = "opinions", "Ý kiến của đoàn thể nơi sinh hoạt và chi ủy nơi cư trú"
    BACKGROUND = "background", "Thẩm tra, xác minh lý lịch"
    TOGETHER_MONTHS = "together_months", "Thời gian người giới thiệu cùng công tác, cư trú (tháng)"
    PAPER_MONTHS = "paper_months", "Thời hạn sử dụng giấy tờ trong hồ sơ (tháng)"
    READMISSION_MONTHS = "readmission_months", "Thời gian từ khi ra khỏi Đảng đến khi xét kết nạp lại (tháng)"
    CLEARED_MONTHS = "cleared_months", "Thời gian từ khi được xóa án tích đến khi xét kết nạp lại (tháng)"
    READMISSIONS = "readmissions", "Số lần được kết nạp lại"
    READMISSION_BARS = "readmission_bars", "Các trường hợp không xem xét kết nạp lại"
    VOTE_BASE = "vote_base", "Số đảng viên chính thức làm căn cứ tính"
    CELL_SHARE = "cell_share", "Tỷ lệ tán thành tại chi bộ, trên số đảng viên chính thức"
    COMMITTEE_SHARE = "committee_share", "Tỷ lệ tán thành của cấp ủy, trên tổng số cấp ủy viên"
    STANDING_SHARE = "standing_share", "Tỷ lệ tán thành của ban thường vụ, trên tổng số ủy viên ban thường vụ"
    BUREAU_SHARE = "bureau_share", "Tỷ lệ tán thành của tập thể thường trực cấp ủy tỉnh"
    DECIDER_GRASSROOTS = "decider_grassroots", "Cấp ủy cơ sở được ủy quyền quyết định bằng"
    DECIDER_UPPER = "decider_upper", "Cấp ủy cấp trên trực tiếp của tổ chức cơ sở đảng quyết định bằng"
    DECIDER_PROVINCE = "decider_province", "Cấp ủy tỉnh quyết định bằng"
    FAILED_VOTES = "failed_votes", "Số lần biểu quyết không đủ tỷ lệ thì báo cáo cấp trên"
    CERTIFICATE_MONTHS = "certificate_months", "Thời hạn giấy chứng nhận lớp nhận thức (tháng)"
    DECISION_DAYS = "decision_days", "Thời hạn quyết định kết nạp từ nghị quyết chi bộ (ngày làm việc)"
    EXTENSION_DAYS = "extension_days", "Thời gian được kéo dài thêm khi quyết định (ngày làm việc, nhiều nhất)"
    CEREMONY_DAYS = "ceremony_days", "Thời hạn tổ chức lễ kết nạp (ngày làm việc)"
    CEREMONY_FROM = "ceremony_from", "Mốc tính thời hạn lễ kết nạp"
    PROBATION_MONTHS = "probation_months", "Thời gian dự bị (tháng)"
    RECOGNITION_DAYS = "recognition_days", "Thời hạn chi bộ xét công nhận chính thức sau khi hết dự bị (ngày làm việc)"
    OFFICIAL_DECISION_DAYS = "official_decision_days", "Thời hạn quyết định công nhận chính thức (ngày làm việc)"
    ADMITTED_BY = "admitted_by", "Số kết nạp tính theo"
    CELL_LEAST = "cell_least", "Số đảng viên chính thức ít nhất để lập chi bộ"


class Required(TextChoices):
    """A demand that has no number."""

    REQUIRED = "required", "Bắt buộc"


class SchoolingProof(TextChoices):
    """By what schooling is measured."""

    EQUAL = "diploma_or_equal", "Bằng tốt nghiệp hoặc tương đương"
    DIPLOMA = "diploma", "Bằng tốt nghiệp"
    PROGRAMME = "programme", "Hoàn thành chương trình giáo dục"


class CountsFrom(TextChoices):
    """From which day the term of the ceremony counts."""

    RECEIPT = "receipt", "Ngày chi bộ nhận quyết định"
    ISSUE = "issue", "Ngày ban hành quyết định"


class AdmittedBy(TextChoices):
    """By which day "admitted" is counted."""

    CEREMONY = "ceremony", "Ngày lễ kết nạp"
    DECISION = "decision", "Ngày quyết định"


class VoteBase(TextChoices):
    """Which official members a vote of the cell is measured against."""

    LESS_ABSENT = "less_absent", "Trừ người sinh hoạt tạm thời nơi khác, người được miễn mà vắng mặt"


class HelperStanding(TextChoices):
    """Who may help a candidate."""

    OFFICIAL = "official", "Đảng viên chính thức"


_DEMANDS = (
    ParameterCode.OVER_AGE_CONSENT,
    ParameterCode.OPINIONS,
    ParameterCode.BACKGROUND,
    ParameterCode.READMISSION_BARS,
)
# Values that name one of a closed list; every other value is a whole number or a share.
CHOICES: dict[str, type[TextChoices]] = {
    **dict.fromkeys(_DEMANDS, Required),
    ParameterCode.SCHOOLING_PROOF: SchoolingProof,
    ParameterCode.HELPER_STANDING: HelperStanding,
    ParameterCode.VOTE_BASE: VoteBase,
    ParameterCode.CEREMONY_FROM: CountsFrom,
    ParameterCode.ADMITTED_BY: AdmittedBy,
    ParameterCode.DECIDER_GRASSROOTS: BallotBody,
    ParameterCode.DECIDER_UPPER: BallotBody,
    ParameterCode.DECIDER_PROVINCE: BallotBody,
}
# Values such as "2/3" (at least) and ">1/2" (more than).
SHARES = (
    ParameterCode.CELL_SHARE,
    ParameterCode.COMMITTEE_SHARE,
    ParameterCode.STANDING_SHARE,
    ParameterCode.BUREAU_SHARE,
)
# Levels of general education, ``Schooling``.
SCHOOLINGS = (ParameterCode.SCHOOLING_LEAST, ParameterCode.SCHOOLING_EXCEPTION)
# What the Charter itself sets; everything else is set by the rules for applying it.
OF_CHARTER = (
    ParameterCode.CELL_LEAST,
    ParameterCode.CELL_SHARE,
    ParameterCode.INTRODUCERS,
    ParameterCode.PROBATION_MONTHS,
)
