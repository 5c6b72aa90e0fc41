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
    Stage.VERIFYING,
    Stage.CONSULTING,
    Stage.PROPOSED,
    Stage.APPRAISED,
    Stage.ENDORSED,
    Stage.SUBMITTED,
    Stage.DECIDED,
    Stage.ADMITTED,
    Stage.REVIEWED,
    Stage.OFFICIAL,
)


EXITS = (Stage.REMOVED, Stage.WITHDRAWN, Stage.MOVED_OUT, Stage.STRUCK_OFF, Stage.ANNULLED)
# Ways out by which somebody is lost to the way before admission.
LOSSES = (Stage.REMOVED, Stage.WITHDRAWN, Stage.MOVED_OUT)
FINAL = frozenset({Stage.OFFICIAL, *EXITS})


OPEN = tuple(stage for stage in MAIN_LINE if stage not in FINAL)


# The segments of the quota bar, from the nearest to the goal backwards (reports-outline.md B).
SUBMITTED = (Stage.PROPOSED, Stage.APPRAISED, Stage.ENDORSED, Stage.SUBMITTED)


EARLIER = (Stage.PREPARING, Stage.VERIFYING, Stage.CONSULTING)
# Of them those whose dossier is complete enough to be verified: "đang thẩm tra" of the reports.
BEING_VERIFIED = (Stage.VERIFYING, Stage.CONSULTING)


BEFORE_MEETING = (Stage.SOURCE, Stage.SYMPATHISER, Stage.TRAINED, *EARLIER)
BEFORE_DECISION = (*BEFORE_MEETING, *SUBMITTED)
# Probation lasts until recognition: the cell's proposal of it does not end it.
PROBATION = (Stage.ADMITTED, Stage.REVIEWED)


class Way(TextChoices):
    """How an entry came about: only a step forward counts as having entered a stage; the others go on with one."""

    STEP = "step", "Bước của quy trình"
    BACK = "back", "Làm lại theo chỉ đạo"
    MOVED = "moved", "Chuyển đơn vị"


class ActKind(TextChoices):
    """What somebody did to a dossier in one go, and can undo while nothing was built on it."""

    STEP = "step", "Ghi bước"
    HOLD = "hold", "Tạm dừng, trả hồ sơ"
    RELEASE = "release", "Kết thúc tạm dừng, trả hồ sơ"
    SEND = "send", "Giới thiệu chuyển đơn vị"
    RECEIVE = "receive", "Tiếp nhận chuyển đến"
    REFUSE = "refuse", "Không tiếp nhận chuyển đến"
    VOTE = "vote", "Ghi biểu quyết"
    RECORD = "record", "Ghi giấy tờ, ghi chép"


class BatchKind(TextChoices):
    """Acts on many dossiers that were made together."""

    MEETING = "meeting", "Kết quả họp"
    REVIEW = "review", "Rà soát danh sách cảm tình Đảng"
    CERTIFICATES = "certificates", "Cấp giấy chứng nhận lớp"


class HoldKind(TextChoices):
    """Why a dossier does not go on for a while: a side track beside the stage in which it stands (domain.md §2.5, §2.7)."""

    RETURNED = "returned", "Trả về bổ sung"
    PAUSED = "paused", "Tạm dừng"
    POLITICAL = "political", "Chờ kết luận tiêu chuẩn chính trị"
    REPORTED_UP = "reported_up", "Đã báo cáo cấp trên về biểu quyết"
    REMEDY = "remedy", "Khắc phục thủ tục theo chỉ đạo"


class HoldOutcome(TextChoices):
    """How a side track ended."""

    COMPLETED = "completed", "Đã bổ sung xong"
    RESUMED = "resumed", "Tiếp tục theo dõi"
    QUALIFIED = "qualified", "Kết luận: đủ tiêu chuẩn chính trị"
    NOT_QUALIFIED = "not_qualified", "Kết luận: không đủ tiêu chuẩn chính trị"
    VOTE_AGAIN = "vote_again", "Cấp trên chỉ đạo họp, biểu quyết lại"
    SUPERIOR_DECIDES = "superior_decides", "Cấp có thẩm quyền xem xét, quyết định"
    REMEDIED = "remedied", "Đã khắc phục, có quyết định công nhận"


class ReturnCode(TextChoices):
    """What a dossier was returned for."""

    PAPER_MISSING = "paper_missing", "Thiếu giấy tờ"
    PAPER_WRONG = "paper_wrong", "Giấy tờ ghi sai, thiếu mục"
    PAPER_EXPIRED = "paper_expired", "Giấy tờ hết thời hạn sử dụng"
    CRITERION = "criterion", "Chưa đủ tiêu chuẩn, điều kiện"
    BACKGROUND = "background", "Thẩm tra, xác minh chưa đủ"
    PROCEDURE = "procedure", "Trình tự, thủ tục chưa đúng"


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
