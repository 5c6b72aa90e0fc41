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
    COMPANY_OWNER = "company_owner", "chủ doanh nghiệp tư nhân"
    POPULATION_BREACH = "population_breach", "vi phạm chính sách dân số – KHHGĐ"
    FOREIGN_SPOUSE = "foreign_spouse", "có quan hệ hôn nhân với người nước ngoài"
    READMITTED = "readmitted", "kết nạp lại"


SENSITIVE_GROUPS = frozenset({Group.MINORITY, Group.RELIGIOUS})


class Dimension(TextChoices):
    """By what Biểu 2- and 2B-BTCTW break people down: each has a closed list of values, or the names that are recorded."""

    OCCUPATION = "nghe", "nghề nghiệp"
    AGE = "tuoi", "tuổi"
    SCHOOLING = "hoc_van", "giáo dục phổ thông"
    QUALIFICATION = "chuyen_mon", "chuyên môn nghiệp vụ"
    TITLE = "chuc_danh", "chức danh khoa học"
    ETHNIC_GROUP = "dan_toc", "dân tộc"
    RELIGION = "ton_giao", "tôn giáo"


SENSITIVE_DIMENSIONS = frozenset({Dimension.ETHNIC_GROUP, Dimension.RELIGION})


class AgeBand(TextChoices):
    """The ages of Biểu 2-BTCTW, part II.2, and those below it, so that nobody falls out of the breakdown."""

    UNDER = "0-17", "Dưới 18 tuổi"
    TO_30 = "18-30", "18 – 30 tuổi"
    TO_35 = "31-35", "31 – 35 tuổi"
    TO_40 = "36-40", "36 – 40 tuổi"
    TO_45 = "41-45", "41 – 45 tuổi"
    TO_50 = "46-50", "46 – 50 tuổi"
    TO_55 = "51-55", "51 – 55 tuổi"
    TO_60 = "56-60", "56 – 60 tuổi"
    OVER = "61-150", "Trên 60 tuổi"

    @property
    def bounds(self) -> tuple[int, int]:
        """The first and the last full year of age."""
        first, last = self.value.split("-")
        return int(first), int(last)


class ClassTie(TextChoices):
    """How a person is tied to a class."""

    ENROLLED = "enrolled", "là học viên của lớp"
    CERTIFIED = "certified", "được lớp cấp giấy chứng nhận"
    NEAR_EXPIRY = "near_expiry", "có giấy chứng nhận của lớp sắp hết hạn"
