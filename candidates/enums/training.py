"""Classes and how people ended them."""

from django.db.models import TextChoices

from .pipeline import PaperKind


class ClassKind(TextChoices):
    """Kinds of class; a seminar has participants but no roster of candidates."""

    AWARENESS = "awareness", "Lớp bồi dưỡng nhận thức về Đảng"
    NEW_MEMBERS = "new_members", "Lớp bồi dưỡng đảng viên mới"
    SEMINAR = "seminar", "Hội nghị tập huấn công tác phát triển đảng"


# What a class issues; a seminar issues nothing.
CLASS_PAPERS = {ClassKind.AWARENESS: PaperKind.CERTIFICATE, ClassKind.NEW_MEMBERS: PaperKind.NEW_MEMBER_CERTIFICATE}


class ClassState(TextChoices):
    """Where a class stands."""

    PLANNED = "planned", "Trong kế hoạch"
    OPENED = "opened", "Đã khai giảng"
    CLOSED = "closed", "Đã bế giảng"
    CANCELLED = "cancelled", "Không mở"


class Result(TextChoices):
    """How somebody ended a class."""

    PENDING = "pending", "Đang học"
    PASSED = "passed", "Đạt"
    FAILED = "failed", "Không đạt"
    ABSENT = "absent", "Bỏ học"
