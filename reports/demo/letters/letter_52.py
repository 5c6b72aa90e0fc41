"""Letter 52-CV/BTCĐU: a criterion of its own. The copy has no day of issue; 23-9-2019 is the day of the meeting."""

from datetime import date

from candidates.enums import CriterionAnchor, CriterionCode, Grade, Occupation
from candidates.models import LocalCriterion
from directives.enums import Bound, CitationKind, ObligationKind
from directives.models import Directive
from organizations.enums import DocumentKind
from organizations.models import Clause, Document, Unit

from .writing import address, cite, oblige, stub, write_clauses

BOARD = "Ban Tổ chức Đảng ủy Các cơ quan tỉnh"
COMMITTEE = "Ban Thường vụ Đảng ủy Các cơ quan tỉnh"
MEETING_ON = date(2019, 9, 23)
NOTE = "Bản giao không ghi ngày ban hành; ngày 23/9/2019 là ngày họp Ban Thường vụ Đảng ủy mà văn bản nêu."
# "Cán bộ, công chức, viên chức, người lao động trong các cơ quan, đơn vị": people of agencies and public units.
OCCUPATIONS = (
    Occupation.STATE,
    Occupation.PARTY,
    Occupation.COMMUNE,
    Occupation.PUBLIC_UNIT,
    Occupation.PRIVATE_UNIT,
)

_CLAUSES = (
    (
        "Phần mở đầu",
        "Thông báo ý kiến của Ban Thường vụ Đảng ủy tại phiên họp ngày 23/9/2019 về kết nạp đảng viên đến hết năm 2019 và "
        "những năm tiếp theo: một số hồ sơ còn thiếu chặt chẽ, mới chú ý thời gian phấn đấu, chưa xem kỹ rèn luyện, thành tích.",
    ),
    (
        "Điểm (1)",
        "Chi bộ, đảng bộ cơ sở quán triệt các văn bản của Ban Thường vụ Đảng ủy về kết nạp đảng viên: hai công văn ngày "
        "03/4/2019 và kế hoạch ngày 29/5/2019 thực hiện chỉ thị của Ban Bí thư.",
    ),
    (
        "Điểm (2), đoạn 1",
        "Chỉ đề nghị kết nạp người thực sự ưu tú, đủ tiêu chuẩn, có thành tích, uy tín; được cấp ủy nơi công tác, nơi cư trú "
        "và các đoàn thể mà mình là thành viên đánh giá cao.",
    ),
    (
        "Điểm (2), đoạn 2",
        "Cán bộ, công chức, viên chức, người lao động trong cơ quan, đơn vị: ba năm liên tiếp tính đến khi cấp ủy, tổ chức cơ "
        "sở đảng xem xét, đề nghị phải được cơ quan, đơn vị và đoàn thể xếp loại hoàn thành tốt nhiệm vụ trở lên; trong đó ít "
        "nhất một năm hoàn thành xuất sắc nhiệm vụ, được khen thưởng hoặc đạt chiến sĩ thi đua cơ sở trở lên.",
    ),
)
_TO_ACT = (("Các chi bộ, đảng bộ cơ sở", Bound.GRASSROOTS),)
_TO_KNOW = ("Thường trực Đảng ủy (báo cáo)", "Lưu")
_READING = (
    "Văn bản không ghi ngày ban hành: tính từ ngày họp 23/9/2019.\n"
    "Câu trong ngoặc có hai cách đọc. Cách một: một năm vừa hoàn thành xuất sắc nhiệm vụ, vừa được khen thưởng hoặc đạt chiến "
    "sĩ thi đua. Cách hai: trong ba năm có ít nhất một năm hoàn thành xuất sắc và có được khen thưởng hoặc đạt chiến sĩ thi "
    "đua, không cần cùng một năm. Khi hai cách cho kết quả khác nhau thì chưa kết luận và nêu cả hai.\n"
    "“Cán bộ, công chức, viên chức, người lao động trong các cơ quan, đơn vị” được hiểu là người làm việc trong cơ quan Đảng, "
    "Nhà nước, đoàn thể và đơn vị sự nghiệp; không gồm người của doanh nghiệp, nông dân, học sinh, sinh viên."
)


def record_52(unit: Unit) -> Directive:
    """Record the letter for the committee of agencies: three documents to make known, and the criterion of point (2)."""
    letter = _letter()
    directive = Directive.objects.create(
        document=letter,
        issuing_unit=unit,
        kept_by=unit,
        meeting_on=MEETING_ON,
        signed_as="K/T TRƯỞNG BAN, PHÓ TRƯỞNG BAN",
    )
    _, known, _, rated = write_clauses(letter, _CLAUSES)
    address(directive, _TO_ACT, _TO_KNOW)
    _make_known(directive, known, unit)
    _criterion(rated, unit)
    return directive


def _letter() -> Document:
    return Document.objects.create(
        kind=DocumentKind.LETTER,
        number="52-CV/BTCĐU",
        issuer=BOARD,
        subject="Về công tác kết nạp quần chúng ưu tú vào Đảng",
        note=NOTE,
    )


def _make_known(directive: Directive, clause: Clause, unit: Unit) -> None:
    april = date(2019, 4, 3)
    quality = "Nâng cao chất lượng quần chúng kết nạp vào Đảng năm 2019 và những năm tiếp theo"
    security = "Thực hiện công tác bảo vệ chính trị nội bộ, trong đó có nội dung về kết nạp đảng viên"
    centre = "Nâng cao chất lượng kết nạp đảng viên; rà soát, sàng lọc, đưa những đảng viên không còn đủ tư cách ra khỏi Đảng"
    documents = (
        stub(DocumentKind.LETTER, "43-CV/BTCĐU", BOARD, april, quality),
        stub(DocumentKind.LETTER, "457-CV/ĐU", COMMITTEE, april, security),
        stub(DocumentKind.PLAN, "71-KH/ĐU", COMMITTEE, date(2019, 5, 29), "Thực hiện Chỉ thị số 28-CT/TW"),
    )
    cite(directive, clause, CitationKind.MAKE_KNOWN, *documents)
    issued = (DocumentKind.DIRECTIVE, "28-CT/TW", "Ban Bí thư Trung ương Đảng", date(2019, 1, 21))
    cite(directive, clause, CitationKind.CARRIES_OUT, stub(*issued, centre))
    for document in documents:
        words = f"Quán triệt {document.get_kind_display()} số {document.number}"
        oblige(directive, clause, ObligationKind.MAKE_KNOWN, words, unit, Bound.GRASSROOTS, subject=document)


def _criterion(clause: Clause, unit: Unit) -> None:
    LocalCriterion.objects.create(
        code=CriterionCode.RATED_YEARS,
        unit=unit,
        clause=clause,
        occupations=list(OCCUPATIONS),
        anchor=CriterionAnchor.COMMITTEE,
        years=3,
        least=Grade.GOOD,
        top=Grade.EXCELLENT,
        reading=_READING,
        valid_from=MEETING_ON,
    )
