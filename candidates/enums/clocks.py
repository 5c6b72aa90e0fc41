"""The clocks that run beside a dossier."""

from django.db.models import TextChoices


class ClockKind(TextChoices):
    """What a clock waits for."""

    DECISION = "decision", "Cấp ủy quyết định kết nạp"
    CEREMONY = "ceremony", "Tổ chức lễ kết nạp"
    PROBATION = "probation", "Hết thời gian dự bị"
    REVIEW = "review", "Chi bộ xét công nhận chính thức"
    RECOGNITION = "recognition", "Cấp ủy quyết định công nhận chính thức"
    CERTIFICATE = "certificate", "Giấy chứng nhận lớp nhận thức hết giá trị"
    PAPER = "paper", "Giấy tờ hết giá trị"
