"""Forms before the cell's meeting: the introductions (3, 4, 4A), the summary of opinions (5)."""

from candidates.enums import PaperKind, Stage
from reports.forms.definitions.editions import knd
from reports.forms.definitions.words import JUDGED
from reports.forms.parts import Form, Issuer, Layout, RowOf, Sure, ruled, text

_READY = frozenset({Stage.TRAINED, Stage.PREPARING, Stage.VERIFYING, Stage.CONSULTING})
_REPUBLISHED = "Lời văn theo các bản đăng lại của mẫu 3-KNĐ."
_STATEMENT = (
    "Đối chiếu với tiêu chuẩn và điều kiện kết nạp đảng viên, {body} giới thiệu và đề nghị {cell} xem xét, kết nạp "
    "{member_word} {name} vào Đảng Cộng sản Việt Nam, với sự tán thành của {{hand:số tán thành}} đồng chí (đạt "
    "{{hand:tỷ lệ}} %) so với tổng số ủy viên Ban Chấp hành; số không tán thành {{hand:số không tán thành}} đồng chí (chiếm "
    "{{hand:tỷ lệ}} %), với lý do {{hand:lý do}}."
)


def _of_union(slug: str, code: str, catalogue: str, issuer: Issuer, body: str, member: str, paper: PaperKind) -> Form:
    """The resolution of a committee of the youth union or of the trade union."""
    wish = _STATEMENT.format(body=body, member_word=member, cell="{cell}", name="{name}")
    return Form(
        slug,
        f"Nghị quyết giới thiệu {member} vào Đảng",
        issuer,
        Layout.FORM,
        "NGHỊ QUYẾT",
        f"giới thiệu {member} vào Đảng",
        (
            text("Căn cứ Điều 4 Điều lệ Đảng Cộng sản Việt Nam;"),
            text(
                f"Ngày {{hand:ngày họp}}, {body} {{hand:tên đơn vị}} đã họp; có mặt {{hand:số có mặt}} đồng chí trong tổng số "
                "{hand:tổng số ủy viên} ủy viên Ban Chấp hành, nhận thấy:"
            ),
            text(
                f"{member[0].upper()}{member[1:]} {{name}}, sinh {{birth}}, đang công tác, học tập tại {{hand:nơi "
                f"công tác}} có:"
            ),
            ruled("Những ưu, khuyết điểm chính:", 5),
            text(wish),
            text(f"{body} xin chịu trách nhiệm trước Đảng về những nội dung giới thiệu trên."),
        ),
        _READY,
        knd(),
        code=code,
        catalogue=catalogue,
        sign="NQ",
        recipients=("{cell}", "Lưu hồ sơ"),
        paper=paper,
        row=RowOf(issuer.value),
    )


FORMS = (
    Form(
        "3-knd",
        "Giấy giới thiệu người vào Đảng",
        Issuer.MEMBER,
        Layout.MEMBER,
        "GIẤY GIỚI THIỆU NGƯỜI VÀO ĐẢNG",
        "",
        (
            text("Tôi là: {introducer}, sinh {hand_day:ngày sinh người giới thiệu}"),
            text("Vào Đảng {hand_day:ngày vào Đảng}, chính thức {introducer_official}"),
            text("Chức vụ hiện nay trong Đảng: {hand:chức vụ trong Đảng}, chính quyền, đoàn thể: {hand:chức vụ khác}"),
            text("Quê quán: {hand:quê quán}"),
            text("Đang sinh hoạt tại: {cell}"),
            text("Cùng công tác, cư trú với người vào Đảng từ {introducer_together}", when="introducer_together"),
            text(
                "{helped_since} được Chi bộ phân công giáo dục, giúp đỡ quần chúng {name}, sinh {birth}, phấn đấu vào "
                "Đảng; nay "
                "xin báo cáo Chi bộ những vấn đề chủ yếu về người phấn đấu vào Đảng như sau:"
            ),
            *JUDGED,
            text(
                "Đối chiếu với tiêu chuẩn và điều kiện kết nạp đảng viên, tôi giới thiệu với Chi bộ xem xét, đề nghị kết nạp "
                "quần chúng {name} vào Đảng."
            ),
            text("Tôi xin chịu trách nhiệm trước Đảng về sự giới thiệu của mình."),
        ),
        _READY,
        knd(Sure.READ, _REPUBLISHED),
        code="3-KNĐ",
        catalogue="39",
        addressees=("{cell}", "{committee}"),
        paper=PaperKind.INTRODUCTION,
        row=RowOf.MEMBER,
        signer="ĐẢNG VIÊN GIỚI THIỆU",
    ),
    _of_union(
        "4-knd", "4-KNĐ", "40", Issuer.YOUTH_UNION, "Ban Chấp hành Đoàn", "đoàn viên ưu tú", PaperKind.YOUTH_RESOLUTION
    ),
    _of_union(
        "4a-knd",
        "4A-KNĐ",
        "41",
        Issuer.TRADE_UNION,
        "Ban Chấp hành Công đoàn",
        "đoàn viên công đoàn",
        PaperKind.UNION_RESOLUTION,
    ),
    Form(
        "5-knd",
        "Tổng hợp ý kiến nhận xét đối với người vào Đảng",
        Issuer.CELL,
        Layout.FORM,
        "TỔNG HỢP Ý KIẾN NHẬN XÉT",
        "của tổ chức chính trị - xã hội nơi người vào Đảng sinh hoạt và chi ủy nơi cư trú đối với người vào Đảng",
        (
            text("Chi ủy (chi bộ) tổng hợp ý kiến nhận xét đối với quần chúng {name}, sinh {birth}, như sau:"),
            text("I- Ý kiến của tổ chức chính trị - xã hội nơi người vào Đảng sinh hoạt ({opinion_workplace})"),
            ruled("Ưu điểm, khuyết điểm:", 2),
            text(
                "Số ý kiến tán thành giới thiệu vào Đảng: {hand:số tán thành} / {hand:tổng số}; không tán thành: "
                "{hand:số không tán thành}, lý do {hand:lý do}."
            ),
            text("II- Ý kiến của chi ủy nơi cư trú ({opinion_residence})"),
            ruled("Ưu điểm, khuyết điểm:", 2),
            text(
                "Số ý kiến tán thành: {hand:số tán thành} / {hand:tổng số}; không tán thành: {hand:số không tán thành}, lý do "
                "{hand:lý do}."
            ),
            ruled("III- Những vấn đề cần lưu ý, ý kiến tổng hợp của chi ủy:", 3),
        ),
        _READY,
        knd(),
        code="5-KNĐ",
        catalogue="42",
        recipients=("Chi bộ", "Lưu hồ sơ"),
        paper=PaperKind.OPINIONS_SUMMARY,
    ),
)
