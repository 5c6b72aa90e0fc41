"""Letter 259-CV/ĐUK of 21-6-2021: a target that a congress set, a review due in June 2021, duties from 2022 on."""

from datetime import date
from decimal import Decimal

from directives.enums import BaseKind, Bound, CitationKind, Measure, NumberKind, ObligationKind, Rounding
from directives.models import Directive, Target
from organizations.enums import DocumentKind
from organizations.models import Clause, Document, Unit, User

from .writing import address, cite, oblige, stub, write_clauses

COMMITTEE = "Đảng ủy Khối các cơ quan tỉnh Quảng Ninh"
CONGRESS = "Đại hội đại biểu Đảng bộ Khối các cơ quan tỉnh lần thứ IX, nhiệm kỳ 2020 – 2025"
PLACE = "Hạ Long"
YEAR = 2021
LAST_OF_JUNE = date(2021, 6, 30)
NEXT_YEAR = date(2022, 1, 1)

_CLAUSES = (
    (
        "Phần mở đầu",
        "Nhắc lại chỉ tiêu của Đại hội IX nhiệm kỳ 2020 – 2025: mỗi năm kết nạp mới từ 03 % tổng số đảng viên đầu năm trở "
        "lên (văn bản viết: tương đương khoảng 150 đảng viên một năm). Nêu kết quả 5 tháng đầu năm 2021: 45 đảng viên mới, "
        "bằng 36,3 % so với cùng kỳ năm 2020.",
    ),
    ("Mục 1, gạch 1", "Cấp ủy cơ sở, nhất là bí thư, nắm quy trình, đôn đốc, tháo gỡ vướng mắc trong kết nạp."),
    (
        "Mục 1, gạch 2",
        "Cấp ủy cơ sở phối hợp Ban Tổ chức Đảng ủy Khối rà soát quần chúng hiện có, xây dựng nguồn 6 tháng cuối năm 2021 và "
        "báo cáo Đảng ủy Khối trong tháng 6/2021.",
    ),
    ("Mục 2", "Ủy viên Ban Thường vụ phụ trách chi, đảng bộ cơ sở tuyên truyền chỉ tiêu, đôn đốc, giúp đỡ đơn vị."),
    (
        "Mục 3, gạch 1",
        "Ban Tổ chức nắm số dự kiến kết nạp 6 tháng cuối năm 2021; từ năm 2022 tham mưu kế hoạch phát triển đảng viên hằng "
        "năm; đôn đốc đúng quy trình.",
    ),
    (
        "Mục 3, gạch 2",
        "Ban Tuyên giáo mở lớp cho đối tượng kết nạp và đảng viên mới; cùng Ban Tổ chức theo dõi số học xong lớp được kết "
        "nạp từng năm.",
    ),
    ("Mục 3, gạch 3", "Đoàn Thanh niên Khối và Công đoàn Viên chức nắm nguồn, giới thiệu đoàn viên ưu tú cho Đảng."),
    ("Phần kết", "Phổ biến công văn đến từng chi bộ."),
)
_TO_ACT = (
    "Các Ban xây dựng Đảng, Văn phòng Đảng ủy Khối",
    ("Các Đoàn thể trực thuộc Đảng ủy Khối", Bound.SOCIO_POLITICAL),
    ("Các cấp ủy cơ sở trực thuộc", Bound.GRASSROOTS),
)
_TO_KNOW = (
    "Ban Tổ chức Tỉnh ủy (báo cáo)",
    "Đồng chí Ủy viên Ban Thường vụ, Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy (báo cáo)",
    "Lưu VP, BTC ĐUK",
)


def record_259(bloc: Unit, confirmed_by: User | None = None, confirmed_on: date | None = None) -> Target:
    """Record the letter for a bloc: its one target, what it asks for by when, and the resolution that it restates."""
    letter = _letter()
    directive = Directive.objects.create(
        document=letter, issuing_unit=bloc, kept_by=bloc, place=PLACE, signed_as="T/M BAN THƯỜNG VỤ, BÍ THƯ"
    )
    opening, _, review, _, plan, classes, _, closing = write_clauses(letter, _CLAUSES)
    address(directive, _TO_ACT, _TO_KNOW)
    cite(
        directive,
        opening,
        CitationKind.RESTATES,
        stub(DocumentKind.RESOLUTION, "", CONGRESS, None, "Có chỉ tiêu kết nạp đảng viên mới hằng năm"),
    )
    _ask(directive, bloc, review, plan, classes)
    words = "Phổ biến Công văn số 259-CV/ĐUK đến chi bộ"
    oblige(directive, closing, ObligationKind.MAKE_KNOWN, words, bloc, Bound.CELLS, subject=letter)
    return _target(directive, opening, confirmed_by, confirmed_on)


def _letter() -> Document:
    return Document.objects.create(
        kind=DocumentKind.LETTER,
        number="259-CV/ĐUK",
        issuer=COMMITTEE,
        issued_on=date(2021, 6, 21),
        subject="V/v tăng cường công tác bồi dưỡng và kết nạp đảng viên mới",
    )


def _ask(directive: Directive, bloc: Unit, review: Clause, plan: Clause, classes: Clause) -> None:
    words = (
        "Rà soát quần chúng hiện có, xây dựng nguồn 6 tháng cuối năm 2021 và báo cáo Đảng ủy Khối trong tháng 6/2021"
    )
    oblige(directive, review, ObligationKind.REVIEW, words, bloc, Bound.GRASSROOTS, due_on=LAST_OF_JUNE)
    itself = (bloc, Bound.ITSELF)
    words = "Ban Tổ chức tham mưu kế hoạch phát triển đảng viên hằng năm, bảo đảm chỉ tiêu của Đại hội IX"
    oblige(directive, plan, ObligationKind.TARGETS, words, *itself, from_on=NEXT_YEAR, yearly=True)
    words = "Ban Tuyên giáo mở lớp bồi dưỡng đối tượng kết nạp Đảng và đảng viên mới theo kế hoạch năm 2021"
    oblige(directive, classes, ObligationKind.CLASSES, words, *itself)
    words = "Ban Tuyên giáo, Ban Tổ chức lập danh sách theo dõi người học xong lớp được kết nạp hằng năm"
    oblige(directive, classes, ObligationKind.OTHER, words, *itself, yearly=True)


def _target(directive: Directive, clause: Clause, confirmed_by: User | None, confirmed_on: date | None) -> Target:
    """The minimum of 3 percent; 45 people and 36,3 percent are results that the letter tells, not targets."""
    return Target.objects.create(
        directive=directive,
        clause=clause,
        unit=directive.issuing_unit,
        measure=Measure.ADMITTED,
        number_kind=NumberKind.PERCENT,
        number=Decimal(3),
        base=BaseKind.MEMBERS_YEAR_START,
        rounding=Rounding.UP,
        first_year=YEAR,
        last_year=2025,
        origin=f"Nghị quyết {CONGRESS}",
        letter_words="khoảng 150 đảng viên/năm",
        reading="“Từ 03 % trở lên” là mức tối thiểu, làm tròn lên; năm đầu trọn vẹn của nhiệm kỳ 2020 – 2025 là 2021.",
        confirmed_by=confirmed_by,
        confirmed_on=confirmed_on,
    )
