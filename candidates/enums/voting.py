"""Votes: what is voted on, which body votes, and how."""

from django.db.models import TextChoices


class BallotSubject(TextChoices):
    """What a vote is about."""

    ADMISSION = "admission", "Kết nạp đảng viên"
    ENDORSEMENT = "endorsement", "Đề nghị kết nạp (đảng ủy cơ sở)"
    RECOGNITION = "recognition", "Công nhận đảng viên chính thức"
    STRIKING_OFF = "striking_off", "Xóa tên đảng viên dự bị"


class BallotBody(TextChoices):
    """Which body votes: the cell, or a body of the committee that decides (29-QĐ/TW, point 4.3.2)."""

    CELL = "cell", "Chi bộ"
    GRASSROOTS_COMMITTEE = "grassroots_committee", "Đảng ủy cơ sở (tập thể đảng ủy)"
    GRASSROOTS_STANDING = "grassroots_standing", "Ban thường vụ đảng ủy cơ sở"
    UPPER_STANDING = "upper_standing", "Ban thường vụ cấp ủy cấp trên trực tiếp"
    PROVINCE_BUREAU = "province_bureau", "Tập thể thường trực cấp ủy tỉnh"


class BallotForm(TextChoices):
    """How a vote is taken, as the meeting decides (01-HD/TW 2021, point 3.6)."""

    SECRET = "secret", "Phiếu kín"
    HANDS = "hands", "Biểu quyết giơ tay (thẻ)"


class BallotOutcome(TextChoices):
    """What a vote amounts to."""

    PASSED = "passed", "Đủ tỷ lệ"
    FAILED = "failed", "Không đủ tỷ lệ"
    REPORT_UP = "report_up", "Không đủ tỷ lệ, báo cáo kết quả lên cấp trên"
    UNKNOWN = "unknown", "Chưa đủ căn cứ"
