"""The yearly quota of the story: an invented plan of the province, shared out each year over districts and communes."""

from datetime import date
from decimal import Decimal

from directives.enums import BaseKind, Measure, NumberKind, Rounding, ShareState
from directives.models import Allocation, Directive, Distribution, Target
from organizations.enums import DocumentKind
from organizations.models import Document, Unit, User
from reports.demo.letters.writing import address, write_clauses
from reports.demo.tinh_2018_2024 import bodies, land
from reports.demo.tinh_2018_2024.tree import Land

COMMITTEE = bodies.PROVINCE[2]
INVENTED = "Văn bản do bộ dữ liệu minh họa đặt ra, không có thật."
ISSUED_ON = date(2018, 1, 10)
_CLAUSES = (
    (
        "Mục 1",
        "Mỗi năm kết nạp mới từ 3 % tổng số đảng viên đầu năm trở lên, giai đoạn 2018 – 2024.",
    ),
    ("Mục 2", "Ban Tổ chức Tỉnh ủy giao chỉ tiêu hằng năm cho từng đảng bộ trực thuộc và từng tổ chức cơ sở đảng."),
)
_TO_ACT = ("Các huyện ủy, thị ủy, thành ủy", "Các tổ chức cơ sở đảng")


def set_quota(told: Land, confirmed_by: User) -> Target:
    """Record the plan with its one target, and share it out for each year."""
    plan = Document.objects.create(
        kind=DocumentKind.PLAN,
        number="08-KH/TU",
        issuer=COMMITTEE,
        issued_on=ISSUED_ON,
        subject="Công tác phát triển đảng viên giai đoạn 2018 – 2024 (văn bản minh họa)",
        note=INVENTED,
    )
    directive = Directive.objects.create(document=plan, issuing_unit=told.province, signed_as="T/M BAN THƯỜNG VỤ")
    first, _ = write_clauses(plan, _CLAUSES)
    address(directive, _TO_ACT, ())
    target = Target.objects.create(
        directive=directive,
        clause=first,
        unit=told.province,
        measure=Measure.ADMITTED,
        number_kind=NumberKind.PERCENT,
        number=Decimal(land.PERCENT),
        base=BaseKind.MEMBERS_YEAR_START,
        rounding=Rounding.UP,
        first_year=land.YEARS[0],
        last_year=land.YEARS[-1],
        confirmed_by=confirmed_by,
        confirmed_on=ISSUED_ON,
    )
    for number in land.YEARS:
        _share_out(target, told, number)
    return target


def _share_out(target: Target, told: Land, number: int) -> None:
    """The province gives to its districts, each district to its communes."""
    by_district = {
        district: {
            unit: named.commune.quota[number]
            for unit, named in told.communes
            if unit.code.startswith(f"{district.code}.")
        }
        for district in told.districts
    }
    whole = {district: sum(shares.values()) for district, shares in by_district.items()}
    document = _decision(number)
    _give(target, told.province, number, whole, document)
    for district, shares in by_district.items():
        _give(target, district, number, shares, document)


def _decision(number: int) -> Document:
    return Document.objects.create(
        kind=DocumentKind.DECISION,
        number=f"{number - 1917}-QĐ/TU",
        issuer=COMMITTEE,
        issued_on=date(number, 1, 15),
        subject=f"Giao chỉ tiêu kết nạp đảng viên năm {number} (văn bản minh họa)",
        note=INVENTED,
    )


def _give(target: Target, giver: Unit, number: int, shares: dict[Unit, int], document: Document) -> None:
    issued = {"document": document, "valid_from": date(number, 1, 1)}
    version = Distribution.objects.create(
        target=target, unit=giver, year=number, state=ShareState.ISSUED, whole=sum(shares.values()), **issued
    )
    Allocation.objects.bulk_create(
        Allocation(target=target, distribution=version, unit=unit, year=number, people=people, **issued)
        for unit, people in shares.items()
    )
