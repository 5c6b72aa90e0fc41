"""What is known of a person, in the lists of Biểu 2-BTCTW."""

from django.db.models import IntegerChoices, TextChoices


class Sex(TextChoices):
    """Sex, as Biểu 2-BTCTW counts it."""

    MALE = "male", "Nam"
    FEMALE = "female", "Nữ"


class Occupation(TextChoices):
    """Occupations of Biểu 2-BTCTW, part II.1 (domain.md §3.1)."""

    STATE = "state", "CBCC cơ quan Nhà nước cấp huyện trở lên"
    PARTY = "party", "CBCC cơ quan Đảng, MTTQ, đoàn thể cấp huyện trở lên"
    COMMUNE = "commune", "CBCC, người hoạt động không chuyên trách cấp xã"
    HAMLET = "hamlet", "Người hoạt động không chuyên trách thôn, tổ dân phố"
    PUBLIC_UNIT = "public_unit", "Viên chức đơn vị sự nghiệp công lập"
    PRIVATE_UNIT = "private_unit", "Người lao động đơn vị sự nghiệp ngoài công lập"
    COMPANY_HEAD = "company_head", "Doanh nghiệp: lãnh đạo, quản lý"
    COMPANY_STAFF = "company_staff", "Doanh nghiệp: nhân viên gián tiếp"
    WORKER = "worker", "Doanh nghiệp: công nhân, lao động trực tiếp"
    FARMER = "farmer", "Nông, lâm, ngư nghiệp"
    FORCES = "forces", "Sĩ quan, chiến sĩ quân đội, công an"
    STUDENT = "student", "Sinh viên"
    PUPIL = "pupil", "Học sinh"
    OTHER = "other", "Khác"


class Area(TextChoices):
    """Where somebody lives; which communes are rural is said by whoever enters it, not by the tree of units."""

    RURAL = "rural", "Nông thôn"
    URBAN = "urban", "Đô thị"


class Schooling(IntegerChoices):
    """General education, part II.3 of Biểu 2-BTCTW; a higher number is more."""

    LITERATE = 1, "Biết đọc, biết viết"
    PRIMARY = 2, "Tiểu học"
    LOWER_SECONDARY = 3, "Trung học cơ sở"
    UPPER_SECONDARY = 4, "Trung học phổ thông"


class Qualification(IntegerChoices):
    """Professional qualification, part II.4 of Biểu 2-BTCTW; a higher number is more."""

    ELEMENTARY = 1, "Công nhân kỹ thuật, sơ cấp"
    INTERMEDIATE = 2, "Trung cấp"
    COLLEGE = 3, "Cao đẳng"
    BACHELOR = 4, "Đại học"
    MASTER = 5, "Thạc sĩ"
    DOCTOR = 6, "Tiến sĩ"


class AcademicTitle(TextChoices):
    """Academic titles, part II.5 of Biểu 2-BTCTW."""

    ASSOCIATE = "associate", "Phó giáo sư"
    PROFESSOR = "professor", "Giáo sư"
