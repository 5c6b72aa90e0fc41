"""Papers of the side tracks: being helped (53), transfers (92–95), return, redo (98, 99), annulment, hand-over."""

from candidates.enums import PaperKind, Stage
from reports.forms.definitions.editions import COMPOSED
from reports.forms.parts import Block, Form, Issuer, Layout, centre, listing, ruled, text

_HELPED = frozenset({Stage.SYMPATHISER, Stage.TRAINED, Stage.PREPARING, Stage.VERIFYING, Stage.CONSULTING})
_SENT_UP = frozenset({Stage.PROPOSED, Stage.APPRAISED, Stage.ENDORSED, Stage.SUBMITTED})
_TO = text("Nay {name} chuyển đến {moved_to}; lý do: {moved_for}.")
_ASK = text(
    "{issuing} giới thiệu và gửi kèm hồ sơ để cấp ủy nơi đến tiếp tục xem xét theo quy định. Khi nhận được hồ sơ, đề "
    "nghị báo lại "
    "cho {issuing}."
)
_ENCLOSED = (text("Hồ sơ gửi kèm gồm:"), listing("papers"))


def _transfer(
    slug: str, number: str, name: str, issuer: Issuer, stages: frozenset, paper: PaperKind, *body: Block
) -> Form:
    """A letter that sends somebody on the way to another organisation."""
    return Form(
        slug,
        f"Công văn giới thiệu {name}",
        issuer,
        Layout.LETTER,
        "",
        f"giới thiệu {name}",
        (*body, _TO, _ASK, *_ENCLOSED),
        stages,
        COMPOSED,
        catalogue=number,
        sign="CV",
        addressees=("{moved_to}",),
        recipients=("Như trên", "Lưu hồ sơ"),
        paper=paper,
    )


def _redo(slug: str, number: str, what: str, stages: frozenset, paper: PaperKind) -> Form:
    """The order of the competent committee to do a faulty step again."""
    return Form(
        slug,
        f"Công văn chỉ đạo làm lại thủ tục {what}",
        Issuer.DECIDER,
        Layout.LETTER,
        "",
        f"làm lại thủ tục {what}",
        (
            text("Qua xem xét hồ sơ của {name}, sinh {birth}, thuộc {cell}, {decider} nhận thấy:"),
            ruled("Việc làm chưa đúng quy định (bước, văn bản, điều khoản):", 4),
            text(
                "{decider} chỉ đạo {above_words} làm lại thủ tục nêu trên theo đúng quy định, xong trước ngày {hand:thời hạn}."
            ),
            ruled("Yêu cầu cụ thể:", 3),
        ),
        stages,
        COMPOSED,
        catalogue=number,
        sign="CV",
        addressees=("{above}", "{cell}"),
        recipients=("Như trên", "Lưu hồ sơ"),
        paper=paper,
    )


def _annulment(slug: str, number: str, what: str, act: str, decision: str, stages: frozenset, paper: PaperKind) -> Form:
    """The decision that annuls a wrong decision, by the committee that is competent today."""
    return Form(
        slug,
        f"Quyết định hủy quyết định {what}",
        Issuer.DECIDER,
        Layout.DOCUMENT,
        "QUYẾT ĐỊNH",
        f"hủy quyết định {what}",
        (
            text("- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;"),
            text("- Xét hồ sơ và kết quả kiểm tra, thẩm tra,"),
            centre("{DECIDER} QUYẾT ĐỊNH"),
            text(f"Điều 1- Hủy Quyết định số {decision} về việc {act} {{name}}, sinh {{birth}}."),
            ruled("Lý do hủy (điều, khoản):", 3),
            text("Điều 2- {above_words} và {name} chịu trách nhiệm thi hành Quyết định này."),
        ),
        stages,
        COMPOSED,
        catalogue=number,
        sign="QĐ",
        recipients=("{above}", "{cell}", "Lưu hồ sơ"),
        paper=paper,
    )


FORMS = (
    Form(
        "gcn-giup-do",
        "Giấy chứng nhận người vào Đảng đang trong thời gian được giúp đỡ",
        Issuer.CELL,
        Layout.DOCUMENT,
        "GIẤY CHỨNG NHẬN",
        "người vào Đảng đang trong thời gian được giúp đỡ",
        (
            text("{cell} chứng nhận:"),
            text("Họ và tên: {name}; sinh {birth}; giới tính: {sex}"),
            text("Dân tộc: {ethnic}; tôn giáo: {religion}"),
            text("Được công nhận cảm tình Đảng {sympathiser_day}", when="sympathiser_day"),
            text("Đã học lớp bồi dưỡng nhận thức về Đảng: giấy chứng nhận số {certificate}", when="certificate"),
            text(
                "{helped_since} được Chi bộ phân công đồng chí {helper}, đảng viên chính thức, giúp đỡ phấn đấu vào Đảng."
            ),
            ruled("Nhận xét quá trình được giúp đỡ:", 4),
            text("Giấy này cấp để {name} xuất trình với cấp ủy nơi chuyển đến: {moved_to}."),
        ),
        _HELPED,
        COMPOSED,
        catalogue="53",
        sign="GCN",
        recipients=("{name}", "Lưu hồ sơ"),
        paper=PaperKind.HELPED,
    ),
    _transfer(
        "gt-chi-bo",
        "92",
        "người đã được chi bộ đề nghị kết nạp vào Đảng",
        Issuer.COMMITTEE,
        _SENT_UP,
        PaperKind.LETTER_CELL,
        text(
            "Tại Nghị quyết số {cell_resolution}, {cell} đã đề nghị kết nạp quần chúng {name}, sinh {birth}, vào Đảng."
        ),
    ),
    _transfer(
        "gt-cap-uy",
        "93",
        "người đã được cấp ủy đề nghị kết nạp vào Đảng",
        Issuer.COMMITTEE,
        frozenset({Stage.ENDORSED, Stage.SUBMITTED}),
        PaperKind.LETTER_COMMITTEE,
        text(
            "Tại Nghị quyết số {proposal}, {issuing} đã đề nghị kết nạp quần chúng {name}, sinh {birth}, thuộc "
            "{cell}, vào Đảng."
        ),
    ),
    _transfer(
        "gt-quyet-dinh",
        "94",
        "người đã có quyết định kết nạp vào Đảng",
        Issuer.DECIDER,
        frozenset({Stage.DECIDED}),
        PaperKind.LETTER_DECIDED,
        text("Quần chúng {name}, sinh {birth}, thuộc {cell}, đã được kết nạp vào Đảng theo Quyết định số {admission}."),
        text("Lễ kết nạp chưa được tổ chức tại {cell}."),
    ),
    _transfer(
        "gt-ra-ngoai",
        "95",
        "người vào Đảng chuyển ra ngoài đảng bộ cấp xã",
        Issuer.DECIDER,
        _HELPED | _SENT_UP | {Stage.DECIDED},
        PaperKind.LETTER_OUT,
        text("{name}, sinh {birth}, thuộc {cell}, đang ở bước “{stage}” của quá trình xem xét kết nạp vào Đảng."),
    ),
    Form(
        "cv-tra-ho-so",
        "Công văn trả hồ sơ để bổ sung, hoàn thiện",
        Issuer.DECIDER,
        Layout.LETTER,
        "",
        "trả hồ sơ đề nghị kết nạp đảng viên để bổ sung, hoàn thiện",
        (
            text(
                "Qua thẩm định hồ sơ đề nghị kết nạp đảng viên đối với quần chúng {name}, sinh {birth}, thuộc {cell}, "
                "nhận thấy:"
            ),
            text("Những nội dung cần bổ sung, hoàn thiện:"),
            listing("comments"),
            text("{decider} trả hồ sơ để {above_words} bổ sung, hoàn thiện và gửi lại trước ngày {hand:thời hạn}."),
        ),
        _SENT_UP,
        COMPOSED,
        sign="CV",
        addressees=("{above}",),
        recipients=("Như trên", "{cell}", "Lưu hồ sơ"),
        paper=PaperKind.RETURN_LETTER,
    ),
    _redo("cv-lam-lai", "98", "kết nạp đảng viên", _SENT_UP | {Stage.DECIDED, Stage.ADMITTED}, PaperKind.REDO_ORDER),
    _redo(
        "cv-lam-lai-chinh-thuc",
        "99",
        "công nhận đảng viên chính thức",
        frozenset({Stage.ADMITTED, Stage.REVIEWED, Stage.OFFICIAL}),
        PaperKind.REDO_RECOGNITION,
    ),
    _annulment(
        "qd-huy",
        "11",
        "kết nạp đảng viên",
        "kết nạp",
        "{admission}",
        frozenset({Stage.DECIDED, Stage.ADMITTED, Stage.REVIEWED, Stage.OFFICIAL}),
        PaperKind.ANNULMENT,
    ),
    _annulment(
        "qd-huy-chinh-thuc",
        "13",
        "công nhận đảng viên chính thức",
        "công nhận đảng viên chính thức đối với",
        "{recognition}",
        frozenset({Stage.OFFICIAL}),
        PaperKind.ANNULMENT_RECOGNITION,
    ),
    Form(
        "bien-nhan",
        "Giấy biên nhận hồ sơ",
        Issuer.COMMITTEE,
        Layout.DOCUMENT,
        "GIẤY BIÊN NHẬN",
        "hồ sơ kết nạp đảng viên",
        (
            text(
                "Ngày {hand:ngày giao nhận}, tại {hand:nơi giao nhận}, hai bên giao, nhận hồ sơ của {name}, sinh "
                "{birth}, {cell}."
            ),
            text("Bên giao: {hand:họ tên, chức vụ người giao}"),
            text("Bên nhận: {hand:họ tên, chức vụ người nhận}"),
            text("Hồ sơ gồm các giấy tờ sau:"),
            listing("papers"),
            ruled("Ghi chú (giấy tờ còn thiếu, hẹn bổ sung):", 2),
        ),
        frozenset(Stage),
        COMPOSED,
        signer="BÊN NHẬN",
        cosigner="BÊN GIAO",
    ),
)
