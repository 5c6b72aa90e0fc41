"""How a person's years were rated and commended."""

from django.db.models import IntegerChoices, TextChoices


class Grade(IntegerChoices):
    """How a year's work was rated; a higher number is better (52-CV/BTCĐU, point 2)."""

    NOT_DONE = 1, "Không hoàn thành nhiệm vụ"
    DONE = 2, "Hoàn thành nhiệm vụ"
    GOOD = 3, "Hoàn thành tốt nhiệm vụ"
    EXCELLENT = 4, "Hoàn thành xuất sắc nhiệm vụ"


class Rater(TextChoices):
    """Who rated somebody's year."""

    AGENCY = "agency", "Cơ quan, đơn vị"
    ORGANISATION = "organisation", "Tổ chức chính trị – xã hội"


class CommendationKind(TextChoices):
    """A commendation by a competent authority, or an emulation title from the grassroots level upwards."""

    COMMENDED = "commended", "Được cấp có thẩm quyền khen thưởng"
    EMULATION = "emulation", "Chiến sĩ thi đua cấp cơ sở trở lên"
