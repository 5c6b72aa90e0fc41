"""Meetings: which body meets, how a meeting and each point of its agenda stands; what a cell says of a person on its list."""

from django.db.models import TextChoices


class MeetingBody(TextChoices):
    """Which body meets about dossiers; all but the sectional committee vote, under the same values as ``BallotBody``."""

    CELL = "cell", "Chi bộ"
    SECTION_COMMITTEE = "section_committee", "Đảng ủy bộ phận"
    GRASSROOTS_COMMITTEE = "grassroots_committee", "Đảng ủy cơ sở (tập thể đảng ủy)"
    GRASSROOTS_STANDING = "grassroots_standing", "Ban thường vụ đảng ủy cơ sở"
    UPPER_STANDING = "upper_standing", "Ban thường vụ cấp ủy cấp trên trực tiếp"
    PROVINCE_BUREAU = "province_bureau", "Tập thể thường trực cấp ủy tỉnh"


# Bodies to which the power to admit may be delegated (29-QĐ/TW, point 4.3.2).
MAY_BE_DELEGATED = (MeetingBody.GRASSROOTS_COMMITTEE, MeetingBody.GRASSROOTS_STANDING)


class MeetingState(TextChoices):
    """Whether results of a meeting stand recorded."""

    PLANNED = "planned", "Dự kiến họp"
    HELD = "held", "Đã ghi kết quả"


class AgendaResult(TextChoices):
    """What became of a dossier on an agenda; empty while it waits for the meeting."""

    APPLIED = "applied", "Đã thông qua, đã ghi bước"
    NOT_PASSED = "not_passed", "Không thông qua"
    SKIPPED = "skipped", "Bỏ qua, chưa ghi"
    TAKEN_OFF = "taken_off", "Đưa ra khỏi chương trình"


# Results after which the same meeting may still record a dossier.
UNSETTLED = ("", AgendaResult.SKIPPED)


class Reviewed(TextChoices):
    """What a cell says of a person at the review of its list."""

    KEEP = "keep", "Giữ nguyên"
    ADD = "add", "Công nhận cảm tình Đảng"
    DROP = "drop", "Đưa ra khỏi danh sách"
