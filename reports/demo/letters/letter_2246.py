"""Letter 2246-CV/TU of 21-9-2015 on admitting members of associations. It sets no number."""

from datetime import date

from directives.enums import Bound, CitationKind, ObligationKind, ReadingCode
from directives.models import Directive, OwnReading
from organizations.enums import DocumentKind
from organizations.models import Clause, Document, Unit

from .writing import address, cite, oblige, stub, write_clauses

ISSUER = "Ban Thường vụ Tỉnh ủy"
PLACE = "Phan Thiết"
NOTE = "Văn bản không đặt con số chỉ tiêu nào."

_CLAUSES = (
    (
        "Phần mở đầu",
        "Phát triển đảng viên trong các hội đã được quan tâm nhưng nhiều hội chưa chú trọng tạo nguồn, bồi dưỡng, giới thiệu "
        "hội viên ưu tú, trong khi nguồn còn khá lớn. Căn cứ kết luận của Bộ Chính trị và kế hoạch của Ban Thường vụ Tỉnh ủy về "
        "hội quần chúng.",
    ),
    (
        "Điểm 1",
        "Cấp ủy, các hội tiếp tục quán triệt hai chỉ thị của Ban Thường vụ Tỉnh ủy về lãnh đạo hội quần chúng và về lãnh đạo "
        "công tác kết nạp đảng viên, để nâng nhận thức của đảng viên, đoàn viên, hội viên.",
    ),
    (
        "Điểm 2",
        "Cấp ủy lãnh đạo lập tổ chức đảng, đoàn thể chính trị – xã hội trong cơ quan thường trực của hội ở nơi đủ điều kiện; "
        "nơi đã có tổ chức đảng thì nâng năng lực lãnh đạo, qua hoạt động hội mà bồi dưỡng hội viên ưu tú, tạo nguồn.",
    ),
    (
        "Điểm 3",
        "Cấp ủy chỉ đạo đảng viên là hội viên phát hiện, bồi dưỡng, giới thiệu hội viên ưu tú có nguyện vọng. Nêu hướng phấn "
        "đấu hằng năm giới thiệu được quần chúng ưu tú là hội viên cho cấp ủy có thẩm quyền xem xét, kết nạp; không nêu con số.",
    ),
    (
        "Điểm 4",
        "Giao Ban Tổ chức Tỉnh ủy theo dõi việc bồi dưỡng, phát triển đảng viên trong các hội trên địa bàn tỉnh, hằng năm báo "
        "cáo kết quả về Thường trực Tỉnh ủy; không nêu ngày báo cáo.",
    ),
)
_TO_ACT = (
    "Ban Cán sự đảng Ủy ban nhân dân tỉnh",
    "Các sở, ban, ngành, Mặt trận Tổ quốc Việt Nam, các đoàn thể chính trị - xã hội tỉnh",
    ("Các hội quần chúng trên địa bàn tỉnh", Bound.ASSOCIATIONS),
    ("Các huyện, thị, thành ủy, đảng ủy trực thuộc", Bound.UPPER),
)
_TO_KNOW = ("Các đồng chí Ủy viên Ban Thường vụ Tỉnh ủy", "Lưu Văn phòng Tỉnh ủy")
_READING = (
    "Đọc câu “phấn đấu hằng năm giới thiệu được” thành một tỷ lệ: trong các hội còn nguồn, bao nhiêu hội có giới thiệu người "
    "trong năm. Văn bản chỉ nêu hướng phấn đấu, chủ thể là cấp ủy, không đặt con số và không nói đến tỷ lệ này."
)


def record_2246(province: Unit) -> Directive:
    """Record the letter for a province: documents to make known, the yearly report, our own reading of point 3."""
    letter = _letter()
    directive = Directive.objects.create(
        document=letter,
        issuing_unit=province,
        kept_by=province,
        place=PLACE,
        signed_as="T/M BAN THƯỜNG VỤ, PHÓ BÍ THƯ",
    )
    opening, known, _, aspired, reported = write_clauses(letter, _CLAUSES)
    address(directive, _TO_ACT, _TO_KNOW)
    cite(directive, opening, CitationKind.GROUNDS, *_grounds())
    _make_known(directive, known, province)
    OwnReading.objects.create(directive=directive, clause=aspired, code=ReadingCode.STILL_HAS_SOURCES, words=_READING)
    words = "Ban Tổ chức báo cáo Thường trực Tỉnh ủy kết quả bồi dưỡng, phát triển đảng viên trong các hội quần chúng"
    oblige(directive, reported, ObligationKind.REPORT, words, province, Bound.ITSELF, yearly=True)
    return directive


def _letter() -> Document:
    return Document.objects.create(
        kind=DocumentKind.LETTER,
        number="2246-CV/TU",
        issuer=ISSUER,
        issued_on=date(2015, 9, 21),
        subject="V/v tăng cường công tác kết nạp đảng viên trong các hội quần chúng",
        note=NOTE,
    )


def _grounds() -> tuple[Document, Document]:
    subject = "Về hội quần chúng"
    return (
        stub(DocumentKind.CONCLUSION, "102-KL/TW", "Bộ Chính trị (khóa XI)", date(2014, 9, 22), subject),
        stub(DocumentKind.PLAN, "139-KH/TU", ISSUER, date(2015, 3, 23), subject),
    )


def _make_known(directive: Directive, clause: Clause, province: Unit) -> None:
    """Two directives, by the committees and by the associations: the text names no day for it."""
    on_associations = "Tiếp tục đổi mới và tăng cường sự lãnh đạo của Đảng đối với các Hội quần chúng trên địa bàn tỉnh"
    on_admission = "Tăng cường lãnh đạo công tác kết nạp đảng viên"
    documents = (
        stub(DocumentKind.DIRECTIVE, "33-CT/TU", ISSUER, date(2013, 1, 23), on_associations),
        stub(DocumentKind.DIRECTIVE, "60-CT/TU", ISSUER, date(2015, 6, 22), on_admission),
    )
    cite(directive, clause, CitationKind.MAKE_KNOWN, *documents)
    for document in documents:
        for bound, who in ((Bound.GRASSROOTS, "Cấp ủy"), (Bound.ASSOCIATIONS, "Hội quần chúng")):
            words = f"{who} quán triệt Chỉ thị số {document.number}"
            oblige(directive, clause, ObligationKind.MAKE_KNOWN, words, province, bound, subject=document)
