"""What dossiers on their way to the decision lack: for each paper or criterion how many, by which text, with their list."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.urls import reverse

from candidates import criteria, lacking
from candidates.lacking import Lack
from candidates.statistics import Cell
from reports.asked import Asked
from reports.document import Column, Figure, Paragraph, Row, RowKind, Shape, Table
from reports.layout import Content, Facts

GROUPS = (
    (
        "Giấy tờ",
        (Lack.CERTIFICATE, Lack.APPLICATION, Lack.WORKPLACE, Lack.RESIDENCE),
    ),
    ("Thẩm tra, người giới thiệu, người giúp đỡ", (Lack.CHECKS, Lack.INTRODUCERS, Lack.HELPER)),
    ("Tiêu chuẩn riêng của cấp ủy", (Lack.RATINGS, Lack.COMMENDATION)),
    ("Thông tin của người vào Đảng", (Lack.BIRTH_DATE, Lack.OCCUPATION)),
)
OF_CRITERIA = (Lack.RATINGS, Lack.COMMENDATION)
COLUMNS = (
    Column("people", "Số hồ sơ", meaning="Hồ sơ từ bước học lớp nhận thức đến bước đã trình, còn thiếu mục của dòng."),
    Column("by", "Theo văn bản", Shape.TEXT),
)
COUNTED = (
    "Hồ sơ từ bước học lớp nhận thức đến bước đã trình; một hồ sơ thiếu nhiều thứ tính ở mỗi dòng, nên các dòng không cộng thành "
    "tổng số. Hồ sơ chi bộ đã đề nghị xét theo ngày đề nghị."
)
NO_CRITERION = "Đến ngày lập báo cáo không có tiêu chuẩn riêng nào của cấp ủy áp dụng."


def part(found: Facts) -> Iterator[Content]:
    """Yield the table of what is lacking; a sentence where no dossier is on its way."""
    asked = found.asked
    rows = lacking.listed(Cell((asked.unit,), lacking.STAGES, asked.on), asked.reach)
    counted = lacking.counts(rows)
    if not any(counted.values()):
        yield Paragraph("Không hồ sơ nào đang lập, đang trình còn thiếu giấy tờ, tiêu chuẩn.")
        return
    by = _citations(asked)
    groups = [
        (name, lacks) for name, lacks in GROUPS if by or lacks != OF_CRITERIA or any(counted[each] for each in lacks)
    ]
    yield Table(
        0,
        "Giấy tờ, tiêu chuẩn còn thiếu của hồ sơ đang lập, đang trình",
        "Giấy tờ, tiêu chuẩn",
        COLUMNS,
        tuple(row for name, lacks in groups for row in _group(name, lacks, counted, asked, by)),
        COUNTED if by else f"{COUNTED} {NO_CRITERION}",
    )


def _group(name: str, lacks: tuple[Lack, ...], counted: dict[Lack, int], asked: Asked, by: str) -> Iterator[Row]:
    yield Row(name, (Figure(""), Figure("")), RowKind.GROUP)
    for lack in lacks:
        cited = by if lack in OF_CRITERIA else ""
        yield Row(lack.label, (Figure(counted[lack], href=_address(lack, asked)), Figure(cited)))


def _address(lack: Lack, asked: Asked) -> str:
    narrowed = {"don_vi": asked.unit.code, "thieu": lack.value, "tai_ngay": asked.on.isoformat()}
    return f"{reverse('candidates:lacking')}?{urlencode(narrowed)}"


def _citations(asked: Asked) -> str:
    """The texts whose criteria stand over the unit on the day, each once."""
    return "; ".join(
        dict.fromkeys(
            f"{found.clause.document.short}, {found.clause.label}" for found in criteria.over(asked.unit, asked.on)
        )
    )
