"""Closed lists of this app, with their Vietnamese labels and their groups."""

from django.db.models import TextChoices


class UnitKind(TextChoices):
    """Kinds of party organisation, and of the organisations outside the Party that find and nominate people (domain.md §6)."""

    PROVINCE = "province", "Đảng bộ tỉnh"
    UPPER = "upper", "Đảng bộ cấp trên trực tiếp của tổ chức cơ sở đảng"
    GRASSROOTS = "grassroots", "Đảng bộ cơ sở"
    GRASSROOTS_CELL = "grassroots_cell", "Chi bộ cơ sở"
    SECTION = "section", "Đảng bộ bộ phận"
    CELL = "cell", "Chi bộ trực thuộc"
    ASSOCIATION = "association", "Hội quần chúng"
    SOCIO_POLITICAL = "socio_political", "Tổ chức chính trị – xã hội"


GRASSROOTS_KINDS = frozenset({UnitKind.GRASSROOTS, UnitKind.GRASSROOTS_CELL})
CELL_KINDS = frozenset({UnitKind.CELL, UnitKind.GRASSROOTS_CELL})
ORGANISATION_KINDS = frozenset({UnitKind.ASSOCIATION, UnitKind.SOCIO_POLITICAL})
PARTY_KINDS = frozenset(UnitKind) - ORGANISATION_KINDS


class Level(TextChoices):
    """The level at which an organisation outside the Party works; there is no district any more from 1-7-2025."""

    PROVINCE = "province", "Cấp tỉnh"
    DISTRICT = "district", "Cấp huyện"
    COMMUNE = "commune", "Cấp xã"


class Sector(TextChoices):
    """The kind of place where a party organisation sits or a person works (Biểu 5-BTCTW, domain.md §3.1)."""

    AGENCY = "agency", "Cơ quan Đảng, Nhà nước, đoàn thể"
    PUBLIC_UNIT = "public_unit", "Đơn vị sự nghiệp công lập"
    STATE_ENTERPRISE = "state_enterprise", "Doanh nghiệp nhà nước"
    NON_STATE_ENTERPRISE = "non_state_enterprise", "Doanh nghiệp ngoài khu vực Nhà nước"
    COOPERATIVE = "cooperative", "Hợp tác xã"
    RESIDENTIAL = "residential", "Thôn, khu phố"
    ARMED_FORCES = "armed_forces", "Quân đội, công an"
    OTHER = "other", "Loại hình khác"


class AssociationKind(TextChoices):
    """What brings the members of an association together (domain.md §6); no text at hand sets a list, so this one is ours."""

    PROFESSIONAL = "professional", "Hội nghề nghiệp"
    SOCIAL = "social", "Hội xã hội"
    SOCIAL_PROFESSIONAL = "social_professional", "Hội xã hội – nghề nghiệp"
    CHARITABLE = "charitable", "Hội nhân đạo, từ thiện"
    OTHER = "other", "Loại hội khác"


class IdleReason(TextChoices):
    """Why an association introduced nobody, as it says itself (2246-CV/TU, point 4)."""

    NOBODY_LEFT = "nobody_left", "Hội viên đều là đảng viên hoặc ngoài độ tuổi"
    NO_WISH = "no_wish", "Hội viên chưa có nguyện vọng"
    NOT_QUALIFIED = "not_qualified", "Hội viên chưa đủ tiêu chuẩn, điều kiện"
    NO_PLAN = "no_plan", "Chưa có kế hoạch phát hiện, bồi dưỡng"
    NO_CELL = "no_cell", "Cơ quan thường trực chưa có chi bộ, chưa rõ nơi nhận giới thiệu"
    PART_TIME = "part_time", "Cán bộ hội kiêm nhiệm, thay đổi nhiều"
    OTHER = "other", "Lý do khác"


class OfficeCell(TextChoices):
    """Which cell the standing office of an organisation has (2246-CV/TU, point 2)."""

    OWN = "own", "Chi bộ riêng"
    SHARED = "shared", "Sinh hoạt ghép"
    NONE = "none", "Chưa có"


class OfficeBody(TextChoices):
    """Socio-political organisations that a standing office may have inside (2246-CV/TU, point 2)."""

    YOUTH_UNION = "youth_union", "Đoàn Thanh niên"
    TRADE_UNION = "trade_union", "Công đoàn"
    WOMEN = "women", "Phụ nữ"
    VETERANS = "veterans", "Cựu chiến binh"


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
    BYLAW = "bylaw", "Quy chế"
    CIRCULAR = "circular", "Thông tri"
    PROGRAMME = "programme", "Chương trình"
    SCHEME = "scheme", "Đề án"
    REPORT = "report", "Báo cáo"
    SUBMISSION = "submission", "Tờ trình"


class Secrecy(TextChoices):
    """The degree of secrecy that stands on a document (Luật Bảo vệ bí mật nhà nước); all but the first narrow who sees it."""

    NORMAL = "normal", "Thường"
    CONFIDENTIAL = "confidential", "Mật"
    SECRET = "secret", "Tối mật"
    TOP_SECRET = "top_secret", "Tuyệt mật"


class FigureKind(TextChoices):
    """What a unit declares about itself as at a date; each is a number of people.

    An expectation is declared for the quarter that ends on its date.
    """

    OFFICIAL_MEMBERS = "official_members", "Đảng viên chính thức"
    PROBATIONARY_MEMBERS = "probationary_members", "Đảng viên dự bị"

    ORGANISATION_MEMBERS = "organisation_members", "Hội viên, đoàn viên"
    ALREADY_IN_PARTY = "already_in_party", "Hội viên, đoàn viên là đảng viên"
    NOT_YET_OF_AGE = "not_yet_of_age", "Chưa là đảng viên, 18–60 tuổi"
    OFFICE_STAFF = "office_staff", "Cán bộ cơ quan thường trực"
    OFFICE_OFFICIAL = "office_official", "Đảng viên chính thức tại cơ quan thường trực"

    NON_PARTY = "non_party", "Quần chúng hiện có"
    UNION_MEMBERS = "union_members", "Trong đó đoàn viên thanh niên"
    QUALIFIED = "qualified", "Đủ điều kiện xem xét"
    STUCK_POLITICAL = "stuck_political", "Vướng tiêu chuẩn chính trị"
    STUCK_CLASS = "stuck_class", "Chưa được học lớp nhận thức"
    STUCK_PAPERS = "stuck_papers", "Vướng hồ sơ, thẩm tra"
    STUCK_WISH = "stuck_wish", "Chưa có nguyện vọng"
    EXPECTED = "expected", "Dự kiến kết nạp trong quý"


MEMBER_FIGURES = (FigureKind.OFFICIAL_MEMBERS, FigureKind.PROBATIONARY_MEMBERS)
ORGANISATION_FIGURES = (
    FigureKind.ORGANISATION_MEMBERS,
    FigureKind.ALREADY_IN_PARTY,
    FigureKind.NOT_YET_OF_AGE,
    FigureKind.OFFICE_STAFF,
    FigureKind.OFFICE_OFFICIAL,
)
STUCK_FIGURES = (
    FigureKind.STUCK_POLITICAL,
    FigureKind.STUCK_CLASS,
    FigureKind.STUCK_PAPERS,
    FigureKind.STUCK_WISH,
)
REVIEW_FIGURES = (FigureKind.NON_PARTY, FigureKind.UNION_MEMBERS, FigureKind.QUALIFIED, *STUCK_FIGURES)


class Role(TextChoices):
    """The roles that a person may hold in a unit (domain.md §10)."""

    CELL_SECRETARY = "cell_secretary", "Bí thư chi bộ"
    ENTRY_CLERK = "entry_clerk", "Cán bộ nhập thay"
    COMMITTEE_OFFICE = "committee_office", "Văn phòng cấp ủy"
    BOARD_OFFICER = "board_officer", "Cán bộ Ban Tổ chức"
    APPRAISER = "appraiser", "Cán bộ thẩm định hồ sơ"
    MEMBER_IN_CHARGE = "member_in_charge", "Ủy viên Ban Thường vụ phụ trách"
    LEADERSHIP = "leadership", "Lãnh đạo cấp ủy"
    MASS_OFFICER = "mass_officer", "Cán bộ hội, đoàn thể"
    TRAINING_CLERK = "training_clerk", "Cán bộ trung tâm chính trị"
    AUDITOR = "auditor", "Kiểm tra, giám sát"
    ADMINISTRATOR = "administrator", "Quản trị hệ thống"


class Deed(TextChoices):
    """What a role may do; every route and every action names one."""

    SEE_DESK = "see_desk", "Xem trang việc của tôi"
    SEE_UNITS = "see_units", "Xem tổ chức đảng"
    SEE_ORGANISATIONS = "see_organisations", "Xem hội, đoàn thể"
    SEE_DOCUMENTS = "see_documents", "Xem văn bản, chỉ tiêu"
    SEE_DOSSIERS = "see_dossiers", "Xem hồ sơ"
    SEE_SENSITIVE = "see_sensitive", "Xem dân tộc, tôn giáo của từng người"
    SEE_STATISTICS = "see_statistics", "Xem số liệu tổng hợp"
    SEE_NOMINATIONS = "see_nominations", "Xem giới thiệu của hội, đoàn thể"
    SEE_CLASSES = "see_classes", "Xem lớp bồi dưỡng"
    SEE_RULES = "see_rules", "Xem quy định đang áp dụng"
    SEE_AUDIT = "see_audit", "Xem nhật ký thay đổi và lượt đọc"
    DECLARE_FIGURES = "declare_figures", "Ghi số đảng viên của đơn vị"
    REPORT_REVIEW = "report_review", "Báo rà soát nguồn và dự kiến kết nạp"
    KEEP_ORGANISATIONS = "keep_organisations", "Ghi hội, đoàn thể và cơ quan thường trực"
    DECLARE_ORGANISATION = "declare_organisation", "Ghi số hội viên, đoàn viên"
    KEEP_DOCUMENTS = "keep_documents", "Ghi văn bản, nhiệm vụ và cách hiểu"
    KEEP_RULES = "keep_rules", "Xác nhận, đính chính, thêm quy định"
    MAKE_KNOWN = "make_known", "Báo đã phổ biến, đã thực hiện văn bản"
    ADD_CANDIDATE = "add_candidate", "Thêm người vào nguồn"
    EDIT_CANDIDATE = "edit_candidate", "Sửa thông tin người vào Đảng"
    RECORD_PAPER = "record_paper", "Ghi giấy tờ, đánh giá, người giới thiệu"
    NOMINATE = "nominate", "Giới thiệu người ưu tú cho chi bộ"
    ANSWER_NOMINATION = "answer_nomination", "Trả lời giới thiệu của hội, đoàn thể"
    RUN_CLASSES = "run_classes", "Mở lớp, ghi kết quả, cấp giấy chứng nhận"
    MOVE_AS_CELL = "move_as_cell", "Ghi bước do chi bộ làm"
    ENTER_FOR_CELL = "enter_for_cell", "Nhập thay chi bộ, theo giấy tờ"
    MOVE_AS_BOARD = "move_as_board", "Ghi bước do cấp ủy có thẩm quyền làm"
    MOVE_AS_COMMITTEE = "move_as_committee", "Ghi bước do đảng ủy cơ sở, đảng ủy bộ phận làm"
    ENTER_FOR_COMMITTEE = "enter_for_committee", "Nhập thay đảng ủy cơ sở, theo giấy tờ"
    RETURN_DOSSIER = "return_dossier", "Trả hồ sơ để bổ sung, nhận xét từng mục"
    HOLD_MEETING = "hold_meeting", "Lập chương trình họp, ghi kết quả họp"
    KEEP_HANDOVER = "keep_handover", "Ghi sổ giao nhận hồ sơ"
    PRINT_FORM = "print_form", "In biểu mẫu của hồ sơ"
    HAND_ON = "hand_on", "Lấy phiếu dữ liệu, đối chiếu với cơ sở dữ liệu đảng viên"
    SEE_SCANS = "see_scans", "Xem bản quét giấy tờ"
    SWITCH_SCANS = "switch_scans", "Bật, tắt việc lưu bản quét"
    CORRECT_STEP = "correct_step", "Đính chính bước do mình ghi"
    OVERRIDE = "override", "Ghi bước dù tiêu chuẩn chưa xác nhận nói chưa đạt"
    PRINT_REPORT = "print_report", "Xem và in báo cáo"
    PRINT_NAMES = "print_names", "In danh sách tên kèm báo cáo"
    CHOOSE_DATE = "choose_date", "Xem tại một ngày"
    MANAGE_ACCOUNTS = "manage_accounts", "Quản lý tài khoản, phân công"
    LOAD_POLICY = "load_policy", "Nạp quy định có sẵn"
    LOAD_DEMO = "load_demo", "Nạp dữ liệu minh họa"
    SHARE_OUT = "share_out", "Giao chỉ tiêu cho đơn vị"
    ESCALATE = "escalate", "Duyệt việc báo cáo vượt hạn lên cấp trên"
    ISSUE_REPORT = "issue_report", "Trình ký, vào sổ, ban hành báo cáo"
    OPEN_ROUND = "open_round", "Mở đợt chốt số liệu, chấp nhận hoặc trả lại số đã chốt"
    CONFIRM_FIGURES = "confirm_figures", "Xác nhận số liệu chốt của tổ chức mình"
