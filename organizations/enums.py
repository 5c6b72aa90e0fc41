"""Closed lists of this app, with their Vietnamese labels and their groups."""

from django.db.models import TextChoices


class UnitKind(TextChoices):
    """Kinds of party organisation (domain.md §6)."""

    PROVINCE = "province", "Đảng bộ tỉnh"
    UPPER = "upper", "Đảng bộ cấp trên trực tiếp của tổ chức cơ sở đảng"
    GRASSROOTS = "grassroots", "Đảng bộ cơ sở"
    GRASSROOTS_CELL = "grassroots_cell", "Chi bộ cơ sở"
    SECTION = "section", "Đảng bộ bộ phận"
    CELL = "cell", "Chi bộ trực thuộc"


GRASSROOTS_KINDS = frozenset({UnitKind.GRASSROOTS, UnitKind.GRASSROOTS_CELL})
CELL_KINDS = frozenset({UnitKind.CELL, UnitKind.GRASSROOTS_CELL})


class DocumentKind(TextChoices):
    """Kinds of document that rules, quotas and unit changes cite."""

    CHARTER = "charter", "Điều lệ"
    REGULATION = "regulation", "Quy định"
    GUIDANCE = "guidance", "Hướng dẫn"
    RESOLUTION = "resolution", "Nghị quyết"
    DIRECTIVE = "directive", "Chỉ thị"
    CONCLUSION = "conclusion", "Kết luận"
    DECISION = "decision", "Quyết định"
    PLAN = "plan", "Kế hoạch"
    NOTICE = "notice", "Thông báo"
    LETTER = "letter", "Công văn"


class FigureKind(TextChoices):
    """What a unit declares about itself as at a date; each is a number of people."""

    OFFICIAL_MEMBERS = "official_members", "Đảng viên chính thức"
    PROBATIONARY_MEMBERS = "probationary_members", "Đảng viên dự bị"


MEMBER_FIGURES = (FigureKind.OFFICIAL_MEMBERS, FigureKind.PROBATIONARY_MEMBERS)


class Role(TextChoices):
    """The roles that a person may hold in a unit."""

    CELL_SECRETARY = "cell_secretary", "Bí thư chi bộ"
    BOARD_OFFICER = "board_officer", "Cán bộ Ban Tổ chức"
    LEADERSHIP = "leadership", "Lãnh đạo cấp ủy"


class Deed(TextChoices):
    """What a role may do; every route and every action names one."""

    SEE_UNITS = "see_units", "Xem tổ chức đảng"
    SEE_DOCUMENTS = "see_documents", "Xem văn bản, chỉ tiêu"
    SEE_DOSSIERS = "see_dossiers", "Xem hồ sơ"
    SEE_SENSITIVE = "see_sensitive", "Xem dân tộc, tôn giáo của từng người"
    SEE_STATISTICS = "see_statistics", "Xem số liệu tổng hợp"
    DECLARE_FIGURES = "declare_figures", "Ghi số đảng viên của đơn vị"
    ADD_CANDIDATE = "add_candidate", "Thêm người vào nguồn"
    EDIT_CANDIDATE = "edit_candidate", "Sửa thông tin người vào Đảng"
    MOVE_AS_CELL = "move_as_cell", "Ghi bước do chi bộ làm"
    MOVE_AS_BOARD = "move_as_board", "Ghi bước do cấp ủy có thẩm quyền làm"
    CORRECT_STEP = "correct_step", "Đính chính bước do mình ghi"
    PRINT_REPORT = "print_report", "Xem và in báo cáo"
    PRINT_NAMES = "print_names", "In danh sách tên kèm báo cáo"
    CHOOSE_DATE = "choose_date", "Xem tại một ngày"
    LOAD_POLICY = "load_policy", "Nạp quy định có sẵn"
    LOAD_DEMO = "load_demo", "Nạp dữ liệu minh họa"
