"""Closed lists of the pipeline, with their Vietnamese labels and their groups."""

from django.db.models import IntegerChoices, TextChoices


class Stage(TextChoices):
    """The stages of a dossier's main line, in order, and its way out (domain.md §2.7)."""

    SOURCE = "source", "Nguồn"
    SYMPATHISER = "sympathiser", "Cảm tình Đảng"
    TRAINED = "trained", "Đã học lớp nhận thức"
    PREPARING = "preparing", "Lập hồ sơ"
    PROPOSED = "proposed", "Chi bộ đề nghị"
    DECIDED = "decided", "Có quyết định"
    ADMITTED = "admitted", "Đã kết nạp (dự bị)"
    OFFICIAL = "official", "Chính thức"
    REMOVED = "removed", "Đưa ra khỏi danh sách"


MAIN_LINE = (
    Stage.SOURCE,
    Stage.SYMPATHISER,
    Stage.TRAINED,
    Stage.PREPARING,
    Stage.PROPOSED,
    Stage.DECIDED,
    Stage.ADMITTED,
    Stage.OFFICIAL,
)
FINAL = frozenset({Stage.OFFICIAL, Stage.REMOVED})
OPEN = tuple(stage for stage in MAIN_LINE if stage not in FINAL)
BEFORE_DECISION = (Stage.SOURCE, Stage.SYMPATHISER, Stage.TRAINED, Stage.PREPARING, Stage.PROPOSED)
# The segments of the quota bar, from the nearest to the goal backwards (reports-outline.md B).
SUBMITTED = (Stage.PROPOSED,)
EARLIER = (Stage.PREPARING,)


class ExitReason(TextChoices):
    """Why somebody is taken off the list before the decision."""

    WISH = "wish", "Tự nguyện xin thôi"
    STANDARD = "standard", "Không còn đủ tiêu chuẩn, điều kiện"
    POLITICAL = "political", "Vướng tiêu chuẩn chính trị"
    LEFT = "left", "Chuyển đi khỏi địa bàn, đơn vị"
    DECEASED = "deceased", "Từ trần"
    OTHER = "other", "Lý do khác"


class PaperKind(TextChoices):
    """Papers of a dossier that the main line needs (domain.md §2.4); a KNĐ form names its code first."""

    CELL_LIST = "cell_list", "Nghị quyết chi bộ công nhận cảm tình Đảng"
    CERTIFICATE = "certificate", "Giấy chứng nhận học lớp bồi dưỡng nhận thức về Đảng"
    APPLICATION = "application", "1-KNĐ Đơn xin vào Đảng"
    CELL_RESOLUTION = "cell_resolution", "6-KNĐ Nghị quyết chi bộ đề nghị kết nạp"
    ADMISSION = "admission", "9-KNĐ Quyết định kết nạp đảng viên"
    CEREMONY = "ceremony", "Biên bản lễ kết nạp"
    RECOGNITION = "recognition", "16-KNĐ Quyết định công nhận đảng viên chính thức"


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


class ParameterCode(TextChoices):
    """Numbers and choices that a regime sets."""

    AGE_FROM = "age_from", "Tuổi thấp nhất khi chi bộ xét (đủ, tính theo tháng)"
    AGE_TO = "age_to", "Tuổi cao nhất khi chi bộ xét (đủ, tính theo tháng)"
    CERTIFICATE_MONTHS = "certificate_months", "Thời hạn giấy chứng nhận lớp nhận thức (tháng)"
    DECISION_DAYS = "decision_days", "Thời hạn quyết định kết nạp từ nghị quyết chi bộ (ngày làm việc)"
    CEREMONY_DAYS = "ceremony_days", "Thời hạn tổ chức lễ kết nạp (ngày làm việc)"
    CEREMONY_FROM = "ceremony_from", "Mốc tính thời hạn lễ kết nạp"
    PROBATION_MONTHS = "probation_months", "Thời gian dự bị (tháng)"
    RECOGNITION_DAYS = "recognition_days", "Thời hạn chi bộ xét công nhận chính thức sau khi hết dự bị (ngày làm việc)"
    ADMITTED_BY = "admitted_by", "Số kết nạp tính theo"


class Confidence(TextChoices):
    """How sure the source of a value is (domain.md §0)."""

    PRIMARY = "P", "Đã thấy văn bản"
    SECONDARY = "S", "Nguồn thứ cấp"
    WEAK = "S-", "Nguồn thứ cấp yếu"
    INFERRED = "INF", "Suy luận"
    UNKNOWN = "N", "Chưa tìm thấy"
