"""Forms of the recognition as official member (11–16), its minutes, the notice, and the striking off."""

from candidates.enums import BallotBody, BallotSubject, PaperKind, Stage
from reports.forms.definitions.editions import COMPOSED, knd
from reports.forms.definitions.words import AGAINST, FAVOUR, HAND_COUNTS, JUDGED_MEMBER, TALLY, cell_counts
from reports.forms.parts import Form, Issuer, Layout, RowOf, Sure, Votes, centre, ruled, text

_PROBATION = frozenset({Stage.ADMITTED})
_REVIEW = frozenset({Stage.ADMITTED, Stage.REVIEWED})
_RECOGNISED = frozenset({Stage.REVIEWED, Stage.OFFICIAL, Stage.ADMITTED})
_VOTED = Votes(BallotSubject.RECOGNITION, (BallotBody.CELL,))
_WORTHY = (
    "Đối chiếu với quy định của Điều lệ Đảng về tiêu chuẩn đảng viên, Chi bộ nhận thấy đảng viên dự bị {name} xứng "
    "đáng được xét, "
    f"công nhận đảng viên chính thức, {FAVOUR}. {AGAINST}"
)
_SUMMED = (
    "Đối chiếu với quy định của Điều lệ Đảng, {issuing} nhận thấy đảng viên dự bị {name} {hand:xứng đáng hoặc chưa "
    "xứng đáng} được "
    "công nhận đảng viên chính thức, với sự tán thành của {hand:số tán thành} đồng chí (đạt {hand:tỷ lệ} %) so với tổng số ủy "
    "viên; số không tán thành {hand:số không tán thành} đồng chí, với lý do {hand:lý do}."
)

FORMS = (
    Form(
        "11-knd",
        "Bản nhận xét đảng viên dự bị",
        Issuer.MEMBER,
        Layout.MEMBER,
        "BẢN NHẬN XÉT ĐẢNG VIÊN DỰ BỊ",
        "",
        (
            text("Tôi là: {helper}, sinh {hand_day:ngày sinh người giúp đỡ}"),
            text("Vào Đảng {hand_day:ngày vào Đảng}, chính thức {helper_official}"),
            text("Đang sinh hoạt tại: {cell}"),
            text(
                "{helped_since} được Chi bộ phân công giúp đỡ đảng viên dự bị {name}, được kết nạp vào Đảng "
                "{ceremony_day}; nay "
                "xin báo cáo Chi bộ những vấn đề chủ yếu của đảng viên dự bị như sau:"
            ),
            ruled("Ưu điểm:", 4),
            ruled("Khuyết điểm và những vấn đề cần lưu ý:", 3),
            text("Tôi xin chịu trách nhiệm trước Đảng về những nội dung nhận xét của mình."),
        ),
        _PROBATION,
        knd(Sure.READ, "Lời văn theo một bản điền sẵn đăng công khai."),
        code="11-KNĐ",
        catalogue="48",
        addressees=("{cell}",),
        paper=PaperKind.HELPER_REMARKS,
        row=RowOf.HELPER,
        signer="ĐẢNG VIÊN ĐƯỢC PHÂN CÔNG GIÚP ĐỠ",
    ),
    Form(
        "12-knd",
        "Tổng hợp ý kiến nhận xét đối với đảng viên dự bị",
        Issuer.CELL,
        Layout.FORM,
        "TỔNG HỢP Ý KIẾN NHẬN XÉT",
        "của tổ chức chính trị - xã hội nơi sinh hoạt và chi ủy nơi cư trú đối với đảng viên dự bị",
        (
            text(
                "Chi ủy (chi bộ) tổng hợp ý kiến nhận xét đối với đảng viên dự bị {name}, sinh {birth}, được kết nạp vào Đảng "
                "{ceremony_day}, như sau:"
            ),
            ruled("I- Ý kiến của tổ chức chính trị - xã hội nơi đảng viên dự bị sinh hoạt:", 3),
            text("Số ý kiến tán thành công nhận chính thức: {hand:số tán thành} / {hand:tổng số}."),
            ruled("II- Ý kiến của chi ủy nơi cư trú:", 3),
            text("Số ý kiến tán thành công nhận chính thức: {hand:số tán thành} / {hand:tổng số}."),
            ruled("III- Những vấn đề cần lưu ý, ý kiến tổng hợp của chi ủy:", 3),
        ),
        _PROBATION,
        knd(),
        code="12-KNĐ",
        catalogue="49",
        recipients=("Chi bộ", "Lưu hồ sơ"),
        paper=PaperKind.PROBATION_SUMMARY,
    ),
    Form(
        "bien-ban-chinh-thuc",
        "Biên bản họp chi bộ xét công nhận đảng viên chính thức",
        Issuer.CELL,
        Layout.DOCUMENT,
        "BIÊN BẢN",
        "họp chi bộ xét, đề nghị công nhận đảng viên chính thức",
        (
            text(
                "{vote_day}, {cell} họp xét, đề nghị công nhận đảng viên dự bị {name} trở thành đảng viên chính thức."
            ),
            *cell_counts(),
            ruled("Nội dung báo cáo, ý kiến thảo luận:", 6),
            TALLY,
            text("Kết luận: {outcome}."),
            text("Hội nghị kết thúc hồi {hand:giờ} cùng ngày; biên bản đã được đọc và thông qua tại hội nghị."),
        ),
        _REVIEW,
        COMPOSED,
        sign="BB",
        vote=_VOTED,
        signer="CHỦ TRÌ",
        cosigner="THƯ KÝ",
    ),
    Form(
        "13-knd",
        "Nghị quyết đề nghị công nhận đảng viên chính thức của chi bộ",
        Issuer.CELL,
        Layout.FORM,
        "NGHỊ QUYẾT",
        "đề nghị công nhận đảng viên chính thức",
        (
            text("Căn cứ Điều 5 Điều lệ Đảng Cộng sản Việt Nam;"),
            text(
                "{vote_day}, {cell} đã họp để xét, đề nghị công nhận đảng viên dự bị {name}, được {admitted_word} vào Đảng "
                "{ceremony_day}, trở thành đảng viên chính thức."
            ),
            *cell_counts(),
            text("Sau khi nghe báo cáo và thảo luận, Chi bộ thống nhất kết luận về đảng viên dự bị {name} như sau:"),
            *JUDGED_MEMBER,
            text(_WORTHY),
            text(
                "Chi bộ đề nghị {above} xem xét, đề nghị {decider} xét, quyết định công nhận đảng viên dự bị {name} "
                "trở thành đảng "
                "viên chính thức."
            ),
        ),
        _REVIEW,
        knd(Sure.READ, "Lời văn theo bản đăng lại của mẫu 13-KNĐ (nêu Hướng dẫn 38-HD/BTCTW)."),
        code="13-KNĐ",
        catalogue="50",
        sign="NQ",
        recipients=("{above} (báo cáo)", "Lưu hồ sơ"),
        paper=PaperKind.CELL_RECOGNITION,
        vote=Votes(BallotSubject.RECOGNITION, (BallotBody.CELL,), proposes=True),
    ),
    Form(
        "14-knd",
        "Báo cáo thẩm định của đảng ủy bộ phận (công nhận chính thức)",
        Issuer.SECTION,
        Layout.FORM,
        "BÁO CÁO",
        "thẩm định nghị quyết của chi bộ đề nghị công nhận đảng viên chính thức",
        (
            text(
                "Ngày {hand:ngày họp}, {section} đã họp để thẩm định Nghị quyết số {cell_recognition} của {cell} về "
                "việc đề nghị "
                "công nhận đảng viên dự bị {name} trở thành đảng viên chính thức."
            ),
            HAND_COUNTS,
            *JUDGED_MEMBER,
            text(_SUMMED),
            text("{section} báo cáo {committee} xem xét, quyết định."),
        ),
        _REVIEW,
        knd(),
        code="14-KNĐ",
        catalogue="51",
        sign="BC",
        addressees=("{committee}",),
        recipients=("Như trên", "Lưu hồ sơ"),
        paper=PaperKind.SECTION_RECOGNITION,
        where="section",
    ),
    Form(
        "15-knd",
        "Nghị quyết đề nghị công nhận đảng viên chính thức của đảng ủy cơ sở",
        Issuer.COMMITTEE,
        Layout.FORM,
        "NGHỊ QUYẾT",
        "đề nghị công nhận đảng viên chính thức",
        (
            text("Căn cứ Điều 5 Điều lệ Đảng Cộng sản Việt Nam;"),
            text("Xét Nghị quyết số {cell_recognition} của {cell} đề nghị công nhận đảng viên chính thức;"),
            text(
                "Ngày {hand:ngày họp}, {committee} đã họp để xét, đề nghị công nhận đảng viên dự bị {name}, được "
                "{admitted_word} "
                "vào Đảng {ceremony_day}, trở thành đảng viên chính thức."
            ),
            HAND_COUNTS,
            *JUDGED_MEMBER,
            text(_SUMMED),
            text(
                "{committee} đề nghị {decider} xét, quyết định công nhận đảng viên dự bị {name} trở thành đảng viên chính thức."
            ),
        ),
        _REVIEW,
        knd(),
        code="15-KNĐ",
        catalogue="52",
        sign="NQ",
        recipients=("{decider} (báo cáo)", "Lưu hồ sơ"),
        paper=PaperKind.COMMITTEE_RECOGNITION,
        where="committee",
    ),
    Form(
        "16-knd",
        "Quyết định công nhận đảng viên chính thức",
        Issuer.DECIDER,
        Layout.FORM,
        "QUYẾT ĐỊNH",
        "công nhận đảng viên chính thức",
        (
            text("- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;"),
            text("- Xét Nghị quyết số {recognition_proposal} đề nghị công nhận đảng viên chính thức,"),
            centre("{DECIDER} QUYẾT ĐỊNH"),
            text(
                "Điều 1- Công nhận đảng viên dự bị {name}, sinh {birth}, được {admitted_word} vào Đảng "
                "{ceremony_day}, trở thành "
                "đảng viên chính thức kể từ {official_from}."
            ),
            text("Điều 2- {above_words} và đồng chí {name} chịu trách nhiệm thi hành Quyết định này."),
        ),
        _RECOGNISED,
        knd(),
        code="16-KNĐ",
        catalogue="07",
        sign="QĐ",
        recipients=("{above}", "{cell}", "Đồng chí {name}", "Lưu hồ sơ"),
        paper=PaperKind.RECOGNITION,
    ),
    Form(
        "phieu-bao",
        "Phiếu báo đảng viên được công nhận chính thức",
        Issuer.DECIDER,
        Layout.DOCUMENT,
        "PHIẾU BÁO",
        "đảng viên được công nhận chính thức",
        (
            text("Họ và tên: {name}; sinh {birth}"),
            text("Đang sinh hoạt tại: {cell}"),
            text("Được {admitted_word} vào Đảng {ceremony_day}, theo Quyết định số {admission}."),
            text("Được công nhận đảng viên chính thức từ {official_from}, theo Quyết định số {recognition}."),
            text("Tuổi đảng tính từ ngày ban hành quyết định kết nạp."),
        ),
        frozenset({Stage.OFFICIAL}),
        COMPOSED,
        catalogue="100",
        addressees=("{above}", "{cell}"),
        recipients=("Như trên", "Lưu hồ sơ"),
    ),
    Form(
        "qd-xoa-ten",
        "Quyết định xóa tên đảng viên dự bị",
        Issuer.DECIDER,
        Layout.DOCUMENT,
        "QUYẾT ĐỊNH",
        "xóa tên trong danh sách đảng viên dự bị",
        (
            text("- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;"),
            text(
                "- Xét kết quả biểu quyết của {cell} về việc xóa tên: {vote_day}, tán thành {favour} đồng chí (đạt "
                "{favour_share} so với {base});"
            ),
            centre("{DECIDER} QUYẾT ĐỊNH"),
            text(
                "Điều 1- Xóa tên đồng chí {name}, sinh {birth}, được {admitted_word} vào Đảng {ceremony_day}, trong "
                "danh sách đảng "
                "viên dự bị của {cell}."
            ),
            ruled("Lý do:", 2),
            text("Điều 2- {above_words} và đồng chí {name} chịu trách nhiệm thi hành Quyết định này."),
        ),
        frozenset({Stage.ADMITTED, Stage.REVIEWED, Stage.STRUCK_OFF}),
        COMPOSED,
        catalogue="08",
        sign="QĐ",
        recipients=("{above}", "{cell}", "Đồng chí {name}", "Lưu hồ sơ"),
        paper=PaperKind.STRIKING_OFF,
        vote=Votes(BallotSubject.STRIKING_OFF, (BallotBody.CELL,)),
    ),
)
