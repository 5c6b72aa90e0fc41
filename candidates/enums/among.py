"""The closed list of dimensions by which people are counted besides units and stages."""

from django.db.models import TextChoices


class Tie(TextChoices):
    """How a person is tied to an organisation: three different counts that are never mixed (domain.md §10)."""

    MEMBER = "member", "là hội viên, đoàn viên của"
    STAFF = "staff", "là cán bộ cơ quan thường trực của"
    NOMINATED = "nominated", "được giới thiệu bởi"


class Group(TextChoices):
    """Groups of people, each one condition as at the day counted."""

    WOMEN = "women", "nữ"
    MINORITY = "minority", "dân tộc thiểu số"
    RELIGIOUS = "religious", "theo tôn giáo"
    YOUNG = "young", "từ 18 đến 30 tuổi"
    YOUTH_UNION = "youth_union", "đoàn viên thanh niên"
    NON_STATE = "non_state", "làm việc trong doanh nghiệp ngoài khu vực Nhà nước"
    HELPED = "helped", "có đảng viên giúp đỡ"
    TASKED = "tasked", "đã được giao nhiệm vụ"
    SENT = "sent", "đã cử học lớp nhận thức"
    CERTIFIED = "certified", "có giấy chứng nhận lớp nhận thức còn giá trị"
    STUDENTS = "students", "học sinh, sinh viên"
    WORKERS = "workers", "công nhân, lao động trực tiếp"
    RURAL = "rural", "ở nông thôn"
    RESIDENTIAL = "residential", "ở chi bộ thôn, khu phố"
    FORCES = "forces", "quân nhân, công an, dân quân tự vệ"
    ASSOCIATION = "association", "hội viên hội quần chúng"
    NOMINATED = "nominated", "do hội, đoàn thể giới thiệu"


SENSITIVE_GROUPS = frozenset({Group.MINORITY, Group.RELIGIOUS})


class ClassTie(TextChoices):
    """How a person is tied to a class."""

    ENROLLED = "enrolled", "là học viên của lớp"
    CERTIFIED = "certified", "được lớp cấp giấy chứng nhận"
    NEAR_EXPIRY = "near_expiry", "có giấy chứng nhận của lớp sắp hết hạn"
