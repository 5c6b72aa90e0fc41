"""The appraisal of dossiers: how many were proposed and submitted, decided, returned, and for which paper or criterion."""

from collections.abc import Iterator

from candidates import statistics
from candidates.enums import HoldKind, ReturnCode
from candidates.models import Comment
from candidates.statistics import Cell
from organizations import tree
from organizations.periods import Period
from reports import phrases
from reports.asked import Asked
from reports.catalogue import lacking
from reports.catalogue.words import BY_BOARD, DECIDED, PROPOSED, SUBMITTED
from reports.comparing import Causes, Compared, return_codes, returned
from reports.counted import figures
from reports.document import Column, Figure, Paragraph, Row, RowKind, Table
from reports.layout import Body, Content, Definition, Facts, Family, Head, Section, Span
from reports.parts import NO_LAST_YEAR, Count, Read, Sentence, Share, UnitTable
from reports.unit_tables import AnyColumn, CountColumn

_BACK = "Hồ sơ bị trả về bổ sung {} vì lý do, mục của dòng."
COLUMNS = (
    Column("now", "Kỳ này", meaning=_BACK.format("trong kỳ")),
    Column("before", "Cùng kỳ năm trước", meaning=_BACK.format("trong cùng kỳ năm trước")),
)
TWICE = "Một hồ sơ bị trả nhiều lần hoặc vì nhiều mục tính một lần ở mỗi dòng, nên các dòng không cộng thành tổng số."


def _by_code(found: Facts) -> Iterator[Content]:
    """Yield how many were returned for each coded reason; nothing where none was, this year or last."""
    asked = found.asked
    if not any(statistics.counts([returned(asked, period) for period in (asked.period, asked.before)])):
        return
    lines = [("Số hồ sơ bị trả về bổ sung", "", ""), *((code.label, code.value, "") for code in ReturnCode)]
    yield from _table("Hồ sơ bị trả về theo lý do", "Lý do", lines, found.asked)


def _by_field(found: Facts) -> Iterator[Content]:
    """Yield how many were returned for each paper or item that a comment names; a sentence where no comment names any."""
    asked = found.asked
    fields = sorted(_fields(asked, asked.period) | _fields(asked, asked.before))
    if not fields:
        if statistics.count(returned(asked, asked.period)):
            yield Paragraph("Trong kỳ không ghi mục, giấy tờ nào phải bổ sung.")
        return
    yield from _table("Mục, giấy tờ phải bổ sung", "Mục, giấy tờ", [(each, "", each) for each in fields], asked)


def _fields(asked: Asked, period: Period) -> set[str]:
    """What comments on dossiers returned in a period name, among those of the unit."""
    below = tree.descendants([asked.unit], asked.on)
    made = Comment.objects.filter(hold__kind=HoldKind.RETURNED, hold__void=False, hold__unit__in=below)
    within = made.filter(hold__begun_on__gte=period.start, hold__begun_on__lt=period.stop)
    return set(within.values_list("field", flat=True))


def _table(title: str, row_head: str, lines: list[tuple[str, str, str]], asked: Asked) -> Iterator[Table]:
    counted = [
        figures({str(place): returned(asked, period, code, field) for place, (_, code, field) in enumerate(lines)})
        for period in (asked.period, asked.before)
    ]
    unknown = Figure(None, words=NO_LAST_YEAR)
    rows = tuple(
        Row(
            label,
            (counted[0][str(place)], counted[1][str(place)] if asked.last_year_known else unknown),
            RowKind.TOTAL if not (code or field) else RowKind.ITEM,
        )
        for place, (label, code, field) in enumerate(lines)
    )
    yield Table(0, title, row_head, COLUMNS, rows, TWICE)


def _returned_column(asked: Asked, ids: object) -> AnyColumn:
    return CountColumn(Column("returned", "Bị trả về bổ sung"), returned(asked, asked.period))


def _returned_words(found: Facts) -> Iterator[Content]:
    back = figures({"returned": returned(found.asked, found.asked.period)})["returned"]
    said = phrases.some(
        "returned",
        back,
        "Trong kỳ có {returned} hồ sơ bị trả về bổ sung ít nhất một lần.",
        "Trong kỳ không có hồ sơ nào bị trả về bổ sung.",
    )
    yield Paragraph(said.words, said.figures)


def _returned_in_period(asked: Asked) -> Cell:
    return returned(asked, asked.period)


RETURN_CAUSES = Causes("Nguyên nhân trả hồ sơ về bổ sung:", return_codes, whole=_returned_in_period)

DEFINITION = Definition(
    code="tham-dinh",
    name="Báo cáo thẩm định hồ sơ kết nạp",
    answers="Hồ sơ trình, có quyết định, bị trả về; trả vì giấy tờ, tiêu chuẩn nào; hồ sơ còn thiếu (52-CV).",
    head=Head("kết quả thẩm định hồ sơ kết nạp đảng viên {period}", body=Body.BOARD),
    opening=(
        Sentence(
            "Từ ngày {from} đến ngày {to}, các chi bộ của {unit} đề nghị kết nạp {proposed} quần chúng; {submitted} hồ sơ được "
            "trình cấp có thẩm quyền; {decided} trường hợp có quyết định kết nạp.",
            {"proposed": PROPOSED, "submitted": SUBMITTED, "decided": DECIDED},
        ),
        Compared("Số trường hợp có quyết định kết nạp trong kỳ là {now}", DECIDED, "trường hợp"),
        _returned_words,
    ),
    sections=(
        Section("Hồ sơ trả về bổ sung", (RETURN_CAUSES, _by_code, _by_field)),
        Section(
            "Kết quả của từng đơn vị",
            (
                UnitTable(
                    "Hồ sơ đề nghị, trình, quyết định, trả về của từng đơn vị",
                    (
                        Count("proposed", "Chi bộ đề nghị", PROPOSED),
                        Count("submitted", "Trình cấp quyết định", SUBMITTED),
                        Count("decided", "Có quyết định", DECIDED),
                        Count("decided_before", "Có quyết định cùng kỳ", DECIDED.a_year_earlier()),
                        Share("percent", "% cùng kỳ", "decided", "decided_before"),
                        Read(_returned_column),
                    ),
                ),
            ),
        ),
        Section("Giấy tờ, tiêu chuẩn còn thiếu đến ngày {on}", (lacking.part,)),
    ),
    signed=BY_BOARD,
    span=Span.ANY,
    family=Family.REGULAR,
)
