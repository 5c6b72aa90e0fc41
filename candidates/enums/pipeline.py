"""The stages of a dossier, its ways out, and the papers of its steps."""

from django.db.models import TextChoices


class Stage(TextChoices):
    """The stages of a dossier's main line, in order, and its ways out (domain.md §2.7)."""

    SOURCE = "source", "Nguồn"
    SYMPATHISER = "sympathiser", "Cảm tình Đảng"
    TRAINED = "trained", "Đã học lớp nhận thức"
    PREPARING = "preparing", "Lập hồ sơ"
    PROPOSED = "proposed", "Chi bộ đề nghị"
    DECIDED = "decided", "Có quyết định"
    ADMITTED = "admitted", "Đã kết nạp (dự bị)"
    OFFICIAL = "official", "Chính thức"
    REMOVED = "removed", "Đưa ra khỏi danh sách"
    STRUCK_OFF = "struck_off", "Xóa tên đảng viên dự bị"


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
    """Papers of a dossier that the main line needs (domain.md §2.4); a KNĐ form names its code first."""

    CELL_LIST = "cell_list", "Nghị quyết chi bộ công nhận cảm tình Đảng"
    CERTIFICATE = "certificate", "Giấy chứng nhận học lớp bồi dưỡng nhận thức về Đảng"
    APPLICATION = "application", "1-KNĐ Đơn xin vào Đảng"
    CELL_RESOLUTION = "cell_resolution", "6-KNĐ Nghị quyết chi bộ đề nghị kết nạp"
    ADMISSION = "admission", "9-KNĐ Quyết định kết nạp đảng viên"
    CEREMONY = "ceremony", "Biên bản lễ kết nạp"
    NEW_MEMBER_CERTIFICATE = "new_member_cert", "Giấy chứng nhận lớp bồi dưỡng đảng viên mới"
    OPINION_WORKPLACE = "opinion_workplace", "Ý kiến nhận xét nơi công tác, đoàn thể"
    OPINION_RESIDENCE = "opinion_residence", "Ý kiến nhận xét của chi ủy nơi cư trú"
    STRIKING_OFF = "striking_off", "Quyết định xóa tên đảng viên dự bị"
    RECOGNITION = "recognition", "16-KNĐ Quyết định công nhận đảng viên chính thức"


# Papers that no step of the main line brings: they are recorded by themselves.
LOOSE_PAPERS = (PaperKind.OPINION_WORKPLACE, PaperKind.OPINION_RESIDENCE)
