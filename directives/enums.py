"""Closed lists of targets."""

from django.db.models import TextChoices


class Measure(TextChoices):
    """What a target counts; measures.py gives each its one statistics cell."""

    ADMITTED = "admitted", "Kết nạp đảng viên mới"


class NumberKind(TextChoices):
    """How the number of a target is given."""

    ABSOLUTE = "absolute", "số tuyệt đối"
    PERCENT = "percent", "tỷ lệ %"


class BaseKind(TextChoices):
    """What a percentage is taken of."""

    MEMBERS_YEAR_START = "members_year_start", "tổng số đảng viên đầu năm (01/01)"


class Rounding(TextChoices):
    """How a percentage of people becomes whole people."""

    UP = "up", "làm tròn lên"
    HALF_UP = "half_up", "làm tròn thường"
