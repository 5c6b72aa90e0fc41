"""Membership in organisations, nominations and their answers, introducers by the Charter."""

from django.db.models import TextChoices


class Standing(TextChoices):
    """How a person belongs to an organisation: a member, or a member who works in its standing office."""

    MEMBER = "member", "Hội viên, đoàn viên"
    STAFF = "staff", "Cán bộ cơ quan thường trực"


class Answer(TextChoices):
    """What the cell answered to a nomination."""

    WAITING = "waiting", "Chưa trả lời"
    ACCEPTED = "accepted", "Đưa vào nguồn, xem xét"
    RETURNED = "returned", "Chưa xem xét, trả lại"


class ReturnReason(TextChoices):
    """Why a cell does not take up a nomination."""

    STANDARD = "standard", "Chưa đủ tiêu chuẩn, điều kiện"
    AGE = "age", "Không trong độ tuổi"
    WISH = "wish", "Người được giới thiệu chưa có nguyện vọng"
    PLACE = "place", "Không thuộc phạm vi chi bộ theo dõi"
    PAPERS = "papers", "Giới thiệu thiếu thông tin, giấy tờ"
    OTHER = "other", "Lý do khác"


class IntroducerKind(TextChoices):
    """Who introduces somebody by the Charter, article 4: two official members, or an organisation and one member."""

    MEMBER = "member", "Đảng viên chính thức"
    YOUTH_UNION = "youth_union", "Ban Chấp hành Đoàn cơ sở"
    TRADE_UNION = "trade_union", "Ban Chấp hành Công đoàn cơ sở"
