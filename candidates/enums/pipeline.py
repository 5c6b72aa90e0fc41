"""The stages of a dossier, its ways out, and the papers of its steps."""

from django.db.models import TextChoices


class Stage(TextChoices):
    """The stages of a dossier's main line, in order, and its ways out (domain.md §2.7)."""

    SOURCE = "source", "Nguồn"
    SYMPATHISER = "sympathiser", "Cảm tình Đảng"
    TRAINED = "trained", "Đã học lớp nhận thức"
    PREPARING = "preparing", "Lập hồ sơ"
    VERIFYING = "verifying", "Thẩm tra lý lịch"
    CONSULTING = "consulting", "Lấy ý kiến nhận xét"
    PROPOSED = "proposed", "Chi bộ đề nghị"
    APPRAISED = "appraised", "Đảng ủy bộ phận thẩm định"
    ENDORSED = "endorsed", "Đảng ủy cơ sở đề nghị"
    SUBMITTED = "submitted", "Đã trình cấp quyết định"
    DECIDED = "decided", "Có quyết định"
    ADMITTED = "admitted", "Đã kết nạp (dự bị)"
    REVIEWED = "reviewed", "Chi bộ đề nghị công nhận"
    OFFICIAL = "official", "Chính thức"
    REMOVED = "removed", "Đưa ra khỏi danh sách"
    WITHDRAWN = "withdrawn", "Rút đơn"
    MOVED_OUT = "moved_out", "Chuyển ra ngoài"
    STRUCK_OFF = "struck_off", "Xóa tên đảng viên dự bị"
    ANNULLED = "annulled", "Hủy quyết định kết nạp"


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


FINAL = frozenset({Stage.OFFICIAL, Stage.REMOVED, Stage.STRUCK_OFF})
EXITS = (Stage.REMOVED, Stage.STRUCK_OFF)


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
    """Papers of a dossier (domain.md §2.4, §2.5): those that a step brings, and those that lie in it or go with it.

    Which form code a paper has, and which step needs it, differs by regime: that is data (the catalogue), not this list.
    """

    CELL_LIST = "cell_list", "Nghị quyết chi bộ công nhận cảm tình Đảng"
    CERTIFICATE = "certificate", "Giấy chứng nhận học lớp bồi dưỡng nhận thức về Đảng"
    APPLICATION = "application", "Đơn xin vào Đảng"
    BIOGRAPHY = "biography", "Lý lịch của người xin vào Đảng"
    INTRODUCTION = "introduction", "Giấy giới thiệu người vào Đảng"
    YOUTH_RESOLUTION = "youth_resolution", "Nghị quyết giới thiệu đoàn viên ưu tú vào Đảng"
    UNION_RESOLUTION = "union_resolution", "Nghị quyết giới thiệu đoàn viên công đoàn vào Đảng"
    OPINION_WORKPLACE = "opinion_workplace", "Ý kiến nhận xét nơi công tác, đoàn thể"
    OPINION_RESIDENCE = "opinion_residence", "Ý kiến nhận xét của chi ủy nơi cư trú"
    OPINIONS_SUMMARY = "opinions_summary", "Tổng hợp ý kiến nhận xét đối với người vào Đảng"
    CELL_MINUTES = "cell_minutes", "Biên bản họp chi bộ xét kết nạp"
    CELL_RESOLUTION = "cell_resolution", "Nghị quyết chi bộ đề nghị kết nạp"
    SECTION_REPORT = "section_report", "Báo cáo thẩm định của đảng ủy bộ phận"
    COMMITTEE_RESOLUTION = "committee_resol", "Nghị quyết đảng ủy cơ sở đề nghị kết nạp"
    SUBMISSION = "submission", "Công văn, tờ trình đề nghị kết nạp kèm danh sách"
    ADMISSION = "admission", "Quyết định kết nạp đảng viên"
    CEREMONY = "ceremony", "Biên bản lễ kết nạp"
    NEW_MEMBER_CERTIFICATE = "new_member_cert", "Giấy chứng nhận lớp bồi dưỡng đảng viên mới"
    SELF_REVIEW = "self_review", "Bản tự kiểm điểm của đảng viên dự bị"
    HELPER_REMARKS = "helper_remarks", "Bản nhận xét đảng viên dự bị của đảng viên giúp đỡ"
    PROBATION_SUMMARY = "probation_summary", "Tổng hợp ý kiến nhận xét đối với đảng viên dự bị"
    CELL_RECOGNITION = "cell_recognition", "Nghị quyết chi bộ đề nghị công nhận đảng viên chính thức"
    SECTION_RECOGNITION = "section_recogn", "Báo cáo thẩm định của đảng ủy bộ phận về công nhận chính thức"
    COMMITTEE_RECOGNITION = "committee_recogn", "Nghị quyết đảng ủy cơ sở đề nghị công nhận chính thức"
    RECOGNITION = "recognition", "Quyết định công nhận đảng viên chính thức"
    STRIKING_OFF = "striking_off", "Quyết định xóa tên đảng viên dự bị"

    HELPED = "helped", "Giấy chứng nhận người vào Đảng đang trong thời gian được giúp đỡ"
    LETTER_CELL = "letter_cell", "Công văn giới thiệu người đã được chi bộ đề nghị kết nạp"
    LETTER_COMMITTEE = "letter_committee", "Công văn giới thiệu người đã được cấp ủy đề nghị kết nạp"
    LETTER_DECIDED = "letter_decided", "Công văn giới thiệu người đã có quyết định kết nạp"
    LETTER_OUT = "letter_out", "Công văn giới thiệu chuyển ra ngoài đảng bộ cấp xã"
    LETTER_MEMBER = "letter_member", "Giấy giới thiệu chuyển sinh hoạt đảng của đảng viên dự bị"
    VISIT_LETTER = "visit_letter", "Giấy giới thiệu cử đảng viên đi thẩm tra lý lịch"
    CHECK_LETTER = "check_letter", "Công văn đề nghị thẩm tra lý lịch"

    RETURN_LETTER = "return_letter", "Công văn trả hồ sơ để bổ sung"
    WITHDRAWAL = "withdrawal", "Đơn xin rút, thôi xin vào Đảng"
    REPORT_UP = "report_up", "Báo cáo cấp trên về kết quả biểu quyết"
    REDO_ORDER = "redo_order", "Công văn chỉ đạo làm lại thủ tục kết nạp"
    REDO_RECOGNITION = "redo_recognition", "Công văn chỉ đạo làm lại thủ tục công nhận chính thức"
    REMEDY_ADMISSION = "remedy_admission", "Quyết định công nhận sau khắc phục (kết nạp)"
    REMEDY_RECOGNITION = "remedy_recogn", "Quyết định công nhận sau khắc phục (chính thức)"
    ANNULMENT = "annulment", "Quyết định hủy quyết định kết nạp"
    ANNULMENT_RECOGNITION = "annul_recogn", "Quyết định hủy quyết định công nhận chính thức"


# Papers that no step of the main line brings: they are recorded by themselves.
LOOSE_PAPERS = (PaperKind.OPINION_WORKPLACE, PaperKind.OPINION_RESIDENCE)
