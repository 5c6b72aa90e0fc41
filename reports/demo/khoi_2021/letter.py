"""Letter 259-CV/ĐUK of 21-6-2021 as a source: its clauses in our own words, its target, and an invented share-out."""

from datetime import date
from decimal import Decimal

from directives.enums import BaseKind, Measure, NumberKind, Rounding
from directives.models import Allocation, Directive, Target
from directives.shares import in_proportion
from organizations.enums import DocumentKind
from organizations.models import Clause, Document, Unit, User

COMMITTEE = "Đảng ủy Khối các cơ quan tỉnh Quảng Ninh"
YEAR = 2021
QUOTA = 150
CONFIRMED_ON = date(2021, 6, 25)

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


def record(bloc: Unit, confirmed_by: User) -> Target:
    """Record the letter, its clauses and its one target."""
    letter = _letter()
    return Target.objects.create(
        directive=Directive.objects.create(document=letter, issuing_unit=bloc),
        clause=letter.clauses.get(position=1),
        unit=bloc,
        measure=Measure.ADMITTED,
        number_kind=NumberKind.PERCENT,
        number=Decimal(3),
        base=BaseKind.MEMBERS_YEAR_START,
        rounding=Rounding.UP,
        first_year=YEAR,
        last_year=2025,
        origin="Nghị quyết Đại hội đại biểu Đảng bộ Khối các cơ quan tỉnh lần thứ IX, nhiệm kỳ 2020 – 2025",
        letter_words="khoảng 150 đảng viên/năm",
        reading="“Từ 03 % trở lên” là mức tối thiểu, làm tròn lên; năm đầu trọn vẹn của nhiệm kỳ 2020 – 2025 là 2021.",
        confirmed_by=confirmed_by,
        confirmed_on=CONFIRMED_ON,
    )


def _letter() -> Document:
    letter = Document.objects.create(
        kind=DocumentKind.LETTER,
        number="259-CV/ĐUK",
        issuer=COMMITTEE,
        issued_on=date(2021, 6, 21),
        subject="V/v tăng cường công tác bồi dưỡng và kết nạp đảng viên mới",
    )
    for place, (label, summary) in enumerate(_CLAUSES, start=1):
        Clause.objects.create(document=letter, position=place, label=label, summary=summary)
    return letter


def share_out(target: Target, members: dict[int, int]) -> None:
    """Share the quota of the year out over the grassroots organisations by size, by an invented plan."""
    plan = Document.objects.create(
        kind=DocumentKind.PLAN,
        issuer=COMMITTEE,
        issued_on=date(2021, 1, 15),
        subject="Giao chỉ tiêu kết nạp đảng viên năm 2021 cho các tổ chức cơ sở đảng (văn bản minh họa)",
        note="Văn bản do bộ dữ liệu minh họa đặt ra, không có thật.",
    )
    shares = in_proportion(QUOTA, members)
    Allocation.objects.bulk_create(
        Allocation(target=target, unit_id=unit, year=YEAR, people=people, document=plan)
        for unit, people in shares.items()
    )
