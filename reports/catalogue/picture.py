"""One page for leadership: where the year stands against its quota, the way through the stages, the months, what is late."""

from collections.abc import Iterator

from directives import progress
from reports import overview
from reports.catalogue.held_up import LATE, TO_CHECK
from reports.catalogue.words import ADMITTED, AWAITING_CEREMONY, BY_BOARD, IN_SOURCE
from reports.comparing import Compared
from reports.document import Chart
from reports.layout import Body, Content, Definition, Facts, Family, Head, Section
from reports.parts import Count, Sentence, UnitTable
from reports.progress import text
from reports.progress.told import of_year


def _quota(found: Facts) -> Iterator[Content]:
    """Yield the key sentences and the bar of the target that binds the unit; where none does, the comparison with last year."""
    asked = found.asked
    target = of_year(asked)
    if target is None:
        yield from WITHOUT_QUOTA(found)
        return
    item = progress.of_target(target, asked.unit, asked.on, asked.reading)
    yield from text.opening(item, asked.version.name)
    yield Chart("reports/charts/quota_bar.svg.html", overview.quota_bar(item), "Tiến độ so với chỉ tiêu")


def _drawings(found: Facts) -> Iterator[Content]:
    held = ADMITTED.cell(found.asked)
    yield Chart(
        "reports/charts/months.svg.html", overview.admitted_by_month(held), "Kết nạp theo tháng, so với năm trước"
    )
    yield Chart("reports/charts/funnel.svg.html", overview.stage_funnel(held), "Số người ở từng bước")


WITHOUT_QUOTA = Compared("Từ ngày {from} đến ngày {to}, {unit} kết nạp {now} đảng viên", ADMITTED)
KEYS = UnitTable(
    "Những số chính",
    (
        Count("admitted", "Kết nạp từ đầu kỳ", ADMITTED),
        Count("source", "Trong nguồn, đang xem xét", IN_SOURCE),
        Count("decided", "Có quyết định, chưa tổ chức lễ", AWAITING_CEREMONY),
        Count("late", "Hồ sơ quá hạn", LATE),
    ),
    rows=lambda asked: [asked.version],
    wide=False,
)
DEFINITION = Definition(
    code="mot-trang",
    name="Bức tranh một trang cho lãnh đạo",
    answers="Một trang: so với chỉ tiêu, cùng kỳ, các bước, theo tháng, việc quá hạn.",
    head=Head("tình hình phát triển đảng viên đến ngày {on}", body=Body.BOARD),
    opening=(
        Sentence(
            "Có {check} hồ sơ đã qua một hạn chưa được xác nhận, cần kiểm tra lại.", {"check": TO_CHECK}, if_any="check"
        ),
    ),
    sections=(
        Section("Những số chính", (KEYS,)),
        Section("Kết quả kết nạp", (_quota,)),
        Section("Các bước và các tháng", (_drawings,)),
    ),
    signed=BY_BOARD,
    family=Family.REGULAR,
    one_page=True,
)
