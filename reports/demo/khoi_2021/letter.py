"""The quota of letter 259-CV/ĐUK shared out over the grassroots organisations, by an invented plan."""

from datetime import date

from directives.enums import ShareState
from directives.models import Allocation, Distribution, Target
from directives.shares import in_proportion
from organizations.enums import DocumentKind
from organizations.models import Document
from reports.demo.letters.letter_259 import COMMITTEE

YEAR = 2021
QUOTA = 150
CONFIRMED_ON = date(2021, 6, 25)


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
    issued = {"document": plan, "valid_from": date(YEAR, 1, 1)}
    version = Distribution.objects.create(
        target=target, unit=target.unit, year=YEAR, state=ShareState.ISSUED, whole=QUOTA, **issued
    )
    Allocation.objects.bulk_create(
        Allocation(target=target, distribution=version, unit_id=unit, year=YEAR, people=people, **issued)
        for unit, people in shares.items()
    )
