"""Forms of the admission itself: the resolutions and the report (6, 7, 8), the decision (9), the minutes."""

from candidates.enums import BallotBody, BallotSubject, PaperKind, Stage
from reports.forms.definitions.editions import COMPOSED, knd
from reports.forms.definitions.words import (
    AGAINST,
    CHAIR,
    CLERK,
    FAVOUR,
    HAND_COUNTS,
    JUDGED,
    MERITS,
    TALLY,
    cell_counts,
    committee_counts,
)
from reports.forms.parts import Form, Issuer, Layout, Votes, centre, ruled, text

_BEFORE = frozenset({Stage.PREPARING, Stage.VERIFYING, Stage.CONSULTING, Stage.PROPOSED})
_ON_THE_WAY = frozenset({Stage.PROPOSED, Stage.APPRAISED, Stage.ENDORSED, Stage.SUBMITTED})
COMMITTEES = tuple(body for body in BallotBody if body != BallotBody.CELL)
OF_CELL = Votes(BallotSubject.ADMISSION, (BallotBody.CELL,))
_WORTHY = (
    "Đối chiếu với tiêu chuẩn và điều kiện kết nạp đảng viên, quần chúng {name} xứng đáng được đứng trong hàng ngũ của Đảng "
    f"Cộng sản Việt Nam, {FAVOUR}. {AGAINST}"
)
_BY_HAND = (
    "Đối chiếu với tiêu chuẩn và điều kiện kết nạp đảng viên, {issuing} nhận thấy quần chúng {name} {hand:xứng đáng hoặc "
    "chưa xứng đáng} được đứng trong hàng ngũ của Đảng Cộng sản Việt Nam, với sự tán thành của {hand:số tán thành} đồng chí "
    "(đạt {hand:tỷ lệ} %) so với tổng số ủy viên; số không tán thành {hand:số không tán thành} đồng chí, với lý do "
    "{hand:lý do}."
)

FORMS = (
    Form(
        "bien-ban-chi-bo",
        "Biên bản họp chi bộ xét kết nạp đảng viên",
        Issuer.CELL,
        Layout.DOCUMENT,
        "BIÊN BẢN",
        "họp chi bộ xét, đề nghị kết nạp đảng viên",
        (
            text("{vote_day}, {cell} họp xét, đề nghị kết nạp quần chúng {name}, sinh {birth}, vào Đảng."),
            *cell_counts(),
            ruled("Nội dung báo cáo, ý kiến thảo luận:", 6),
            ruled(MERITS, 3),
            TALLY,
            text("Kết luận: {outcome}."),
            text("Hội nghị kết thúc hồi {hand:giờ} cùng ngày; biên bản đã được đọc và thông qua tại hội nghị."),
        ),
        _BEFORE,
        COMPOSED,
        sign="BB",
        paper=PaperKind.CELL_MINUTES,
        vote=OF_CELL,
        signer="CHỦ TRÌ",
        cosigner="THƯ KÝ",
    ),
    Form(
        "6-knd",
        "Nghị quyết đề nghị kết nạp đảng viên của chi bộ",
        Issuer.CELL,
        Layout.FORM,
        "NGHỊ QUYẾT",
        "đề nghị kết nạp đảng viên",
        (
            text("Căn cứ Điều lệ Đảng Cộng sản Việt Nam;"),
            text("{vote_day}, {cell} đã họp để xét, đề nghị kết nạp quần chúng {name}, sinh {birth}, vào Đảng."),
            *cell_counts(),
            text("Sau khi nghe báo cáo và thảo luận, Chi bộ thống nhất kết luận về quần chúng {name} như sau:"),
            *JUDGED,
            text(_WORTHY),
            text(
                "Chi bộ báo cáo {above} xem xét, đề nghị {decider} xét, quyết định kết nạp quần chúng {name} vào Đảng."
            ),
        ),
        _BEFORE,
        knd(),
        code="6-KNĐ",
        catalogue="43",
        sign="NQ",
        recipients=("{above} (báo cáo)", "Lưu hồ sơ"),
        paper=PaperKind.CELL_RESOLUTION,
        vote=Votes(BallotSubject.ADMISSION, (BallotBody.CELL,), proposes=True),
    ),
    Form(
        "7-knd",
        "Báo cáo thẩm định của đảng ủy bộ phận",
        Issuer.SECTION,
        Layout.FORM,
        "BÁO CÁO",
        "thẩm định nghị quyết của chi bộ đề nghị kết nạp đảng viên",
        (
            text(
                "Ngày {hand:ngày họp}, {section} đã họp để thẩm định Nghị quyết số {cell_resolution} của {cell} về "
                "việc đề nghị "
                "kết nạp quần chúng {name}, sinh {birth}, vào Đảng."
            ),
            HAND_COUNTS,
            text("Sau khi xem xét, {section} báo cáo kết quả thẩm định như sau:"),
            *JUDGED,
            text(_BY_HAND),
            text("{section} báo cáo {committee} xem xét, quyết định."),
        ),
        _ON_THE_WAY,
        knd(),
        code="7-KNĐ",
        catalogue="44",
        sign="BC",
        addressees=("{committee}",),
        recipients=("Như trên", "Lưu hồ sơ"),
        paper=PaperKind.SECTION_REPORT,
        where="section",
    ),
    Form(
        "8-knd",
        "Nghị quyết đề nghị kết nạp đảng viên của đảng ủy cơ sở",
        Issuer.COMMITTEE,
        Layout.FORM,
        "NGHỊ QUYẾT",
        "đề nghị kết nạp đảng viên",
        (
            text("Căn cứ Điều lệ Đảng Cộng sản Việt Nam;"),
            text("Xét Nghị quyết số {cell_resolution} của {cell} đề nghị kết nạp quần chúng {name} vào Đảng;"),
            text(
                "Ngày {hand:ngày họp}, {committee} đã họp để xét, đề nghị kết nạp quần chúng {name}, sinh {birth}, vào Đảng."
            ),
            HAND_COUNTS,
            CHAIR,
            CLERK,
            text("Sau khi nghe báo cáo và thảo luận, {committee} thống nhất kết luận về quần chúng {name} như sau:"),
            *JUDGED,
            text(_BY_HAND),
            text("{committee} đề nghị {decider} xét, quyết định kết nạp quần chúng {name} vào Đảng."),
        ),
        _ON_THE_WAY,
        knd(),
        code="8-KNĐ",
        catalogue="45",
        sign="NQ",
        recipients=("{decider} (báo cáo)", "Lưu hồ sơ"),
        paper=PaperKind.COMMITTEE_RESOLUTION,
        where="committee",
    ),
    Form(
        "9-knd",
        "Quyết định kết nạp đảng viên",
        Issuer.DECIDER,
        Layout.FORM,
        "QUYẾT ĐỊNH",
        "kết nạp đảng viên",
        (
            text("- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;"),
            text("- Xét Nghị quyết số {proposal} về việc đề nghị kết nạp quần chúng {name} vào Đảng,"),
            centre("{DECIDER} QUYẾT ĐỊNH"),
            text(
                "Điều 1- Kết nạp quần chúng {name}, sinh {birth}, quê quán {hand:quê quán}, vào Đảng Cộng sản Việt Nam."
            ),
            text(
                "Điều 2- {above_words} và quần chúng {name} chịu trách nhiệm thi hành Quyết định này; Chi bộ tổ chức "
                "lễ kết nạp "
                "theo đúng quy định của Điều lệ Đảng."
            ),
        ),
        _ON_THE_WAY | {Stage.DECIDED},
        knd(),
        code="9-KNĐ",
        catalogue="05",
        sign="QĐ",
        recipients=("{above}", "{cell}", "Lưu hồ sơ"),
        paper=PaperKind.ADMISSION,
        vote=Votes(BallotSubject.ADMISSION, COMMITTEES, proposes=True),
    ),
    Form(
        "bien-ban-cap-uy",
        "Biên bản họp cấp ủy xét kết nạp đảng viên",
        Issuer.DECIDER,
        Layout.DOCUMENT,
        "BIÊN BẢN",
        "họp xét, quyết định kết nạp đảng viên",
        (
            text("{vote_day}, {vote_body} họp xét kết nạp quần chúng {name}, sinh {birth}, thuộc {cell}, vào Đảng."),
            *committee_counts(),
            ruled("Nội dung báo cáo, ý kiến thảo luận:", 6),
            TALLY,
            text("Kết luận: {outcome}."),
            text("Hội nghị kết thúc hồi {hand:giờ} cùng ngày; biên bản đã được đọc và thông qua tại hội nghị."),
        ),
        _ON_THE_WAY,
        COMPOSED,
        sign="BB",
        vote=Votes(BallotSubject.ADMISSION, COMMITTEES),
        signer="CHỦ TRÌ",
        cosigner="THƯ KÝ",
    ),
    Form(
        "bao-cao-ket-qua",
        "Báo cáo kết quả biểu quyết không đủ tỷ lệ",
        Issuer.COMMITTEE,
        Layout.DOCUMENT,
        "BÁO CÁO",
        "kết quả biểu quyết kết nạp đảng viên",
        (
            text("{vote_day}, {vote_body} đã họp xét kết nạp quần chúng {name}, sinh {birth}, thuộc {cell}, vào Đảng."),
            *committee_counts(),
            TALLY,
            text("Kết luận: {outcome}."),
            text("{issuing} báo cáo toàn bộ kết quả biểu quyết và gửi kèm hồ sơ để cấp trên xem xét."),
        ),
        _ON_THE_WAY,
        COMPOSED,
        sign="BC",
        addressees=("{upper}",),
        recipients=("Như trên", "Lưu hồ sơ"),
        paper=PaperKind.REPORT_UP,
        vote=Votes(BallotSubject.ADMISSION, COMMITTEES),
    ),
    Form(
        "bien-ban-le",
        "Biên bản lễ kết nạp đảng viên",
        Issuer.CELL,
        Layout.DOCUMENT,
        "BIÊN BẢN",
        "lễ kết nạp đảng viên",
        (
            text("{ceremony_day}, {cell} tổ chức lễ kết nạp đảng viên đối với quần chúng {name}, sinh {birth}."),
            text("Theo Quyết định số {admission} của {decider} về việc kết nạp đảng viên."),
            text(
                "Thành phần dự: {hand:đại biểu}; đảng viên có mặt {hand:số có mặt} trên tổng số {hand:tổng số} đảng viên."
            ),
            ruled(
                "Diễn biến (chào cờ; đọc quyết định; đảng viên mới tuyên thệ; phát biểu của cấp trên, của bí thư):", 6
            ),
            text("Chi bộ phân công đồng chí {hand:đảng viên giúp đỡ} giúp đỡ đảng viên dự bị {name}."),
            text("Lễ kết nạp kết thúc hồi {hand:giờ} cùng ngày."),
        ),
        frozenset({Stage.DECIDED, Stage.ADMITTED}),
        COMPOSED,
        sign="BB",
        paper=PaperKind.CEREMONY,
        signer="CHỦ TRÌ",
        cosigner="THƯ KÝ",
    ),
)
