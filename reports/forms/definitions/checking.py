"""Papers of the verification: the letter (97), the letter of introduction of who goes there (96), the chasing letter."""

from candidates.enums import PaperKind, Stage
from reports.forms.definitions.editions import COMPOSED
from reports.forms.parts import Form, Issuer, Layout, RowOf, text

_CHECKING = frozenset({Stage.PREPARING, Stage.VERIFYING, Stage.CONSULTING})
_ABOUT = "quần chúng {name}, sinh {birth}, hiện công tác, cư trú tại {hand:nơi công tác, cư trú}"

FORMS = (
    Form(
        "cv-tham-tra",
        "Công văn đề nghị thẩm tra lý lịch",
        Issuer.COMMITTEE,
        Layout.LETTER,
        "",
        "đề nghị thẩm tra lý lịch của người xin vào Đảng",
        (
            text("{issuing} đang xem xét, kết nạp vào Đảng " + _ABOUT + ", thuộc {cell}."),
            text(
                "Theo quy định về thẩm tra lý lịch của người vào Đảng, {issuing} đề nghị {check_place} thẩm tra, xác "
                "nhận những nội "
                "dung đã khai trong lý lịch gửi kèm về: {check_about} ({hand:họ tên, quan hệ, nội dung cần thẩm tra})."
            ),
            text(
                "Kết quả thẩm tra xin ghi vào lý lịch hoặc văn bản kèm theo và gửi về {issuing} trước ngày {hand:hạn trả lời}."
            ),
            text("Trân trọng cảm ơn sự phối hợp của đồng chí."),
        ),
        _CHECKING,
        COMPOSED,
        catalogue="97",
        sign="CV",
        addressees=("{check_place}",),
        recipients=("Như trên", "Lưu hồ sơ"),
        paper=PaperKind.CHECK_LETTER,
        row=RowOf.CHECK,
    ),
    Form(
        "ggt-tham-tra",
        "Giấy giới thiệu cử đảng viên đi thẩm tra lý lịch",
        Issuer.COMMITTEE,
        Layout.DOCUMENT,
        "GIẤY GIỚI THIỆU",
        "cử đảng viên đi thẩm tra lý lịch",
        (
            text("{issuing} trân trọng giới thiệu đồng chí {check_member}, đảng viên {cell}, chức vụ {hand:chức vụ}."),
            text(
                "Đồng chí {check_member} được cử đến {check_place} để thẩm tra, xác minh lý lịch của " + _ABOUT + ", "
                "về: {check_about} "
                "({hand:họ tên, quan hệ, nội dung cần thẩm tra})."
            ),
            text("Đề nghị {check_place} tạo điều kiện để đồng chí {check_member} hoàn thành nhiệm vụ."),
            text("Giấy giới thiệu có giá trị đến hết ngày {hand:ngày hết hạn}."),
        ),
        _CHECKING,
        COMPOSED,
        catalogue="96",
        sign="GGT",
        addressees=("{check_place}",),
        recipients=("Như trên", "Lưu hồ sơ"),
        paper=PaperKind.VISIT_LETTER,
        row=RowOf.VISIT,
    ),
    Form(
        "cv-don-doc",
        "Công văn đôn đốc kết quả thẩm tra lý lịch",
        Issuer.COMMITTEE,
        Layout.LETTER,
        "",
        "đề nghị trả lời kết quả thẩm tra lý lịch của người xin vào Đảng",
        (
            text(
                "{check_asked}, {issuing} đã gửi {check_letter} đề nghị {check_place} thẩm tra lý lịch của quần chúng "
                "{name}, sinh "
                "{birth}, về: {check_about}. Đến nay đã {check_age} ngày, {issuing} chưa nhận được kết quả."
            ),
            text("Các lần đã đôn đốc: {check_chased}.", when="check_chased"),
            text(
                "Để bảo đảm thời hạn xem xét, kết nạp đảng viên, {issuing} đề nghị {check_place} quan tâm, trả lời "
                "kết quả thẩm tra "
                "trước ngày {hand:hạn trả lời}; nếu có vướng mắc, xin trao đổi để cùng phối hợp giải quyết."
            ),
        ),
        _CHECKING,
        COMPOSED,
        sign="CV",
        addressees=("{check_place}",),
        recipients=("Như trên", "Lưu hồ sơ"),
        row=RowOf.CHECK,
    ),
)
