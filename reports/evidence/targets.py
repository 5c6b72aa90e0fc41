"""The part on targets: each with its document and clause, the quota, what was counted, the time gone."""

from directives.progress import Counted, Progress, elapsed
from directives.unit_progress import UnitProgress
from organizations.formats import date_vn
from reports.document import Column, Figure, Paragraph, Row, Section, Shape, Table
from reports.links import behind

COLUMNS = (
    Column("period", "Kỳ", Shape.TEXT),
    Column(
        "goal", "Chỉ tiêu", meaning="Số giao cho chính đơn vị; để trống khi chưa có văn bản giao hoặc chưa đủ căn cứ."
    ),
    Column("actual", "Đã đạt", meaning="Đếm từ hồ sơ trong kỳ, đến hết ngày lập phiếu."),
    Column("percent", "% chỉ tiêu", Shape.PERCENT),
    Column("elapsed", "% thời gian đã qua", Shape.PERCENT),
    Column("before", "Cùng kỳ năm trước", meaning="Đếm cùng cách trong cùng kỳ năm trước."),
    Column(
        "decided", "Có quyết định, chưa lễ", meaning="Đang có quyết định kết nạp, chưa tổ chức lễ, cuối ngày lập phiếu."
    ),
    Column("submitted", "Chi bộ đã đề nghị", meaning="Từ khi chi bộ đề nghị đến khi trình, chưa có quyết định."),
    Column("preparing", "Đang lập hồ sơ", meaning="Đang lập hồ sơ, thẩm tra, lấy ý kiến, chi bộ chưa đề nghị."),
    Column("verified", "Trong đó đang thẩm tra", meaning="Trong số đang lập hồ sơ, đang ở bước thẩm tra trở đi."),
    Column("declared", "Đơn vị tự báo dự kiến", meaning="Số của đơn vị cho các quý chưa hết; không cộng vào số khác."),
    Column("missing", "Còn thiếu", meaning="Chỉ tiêu trừ đã đạt và các hồ sơ đang làm."),
)


def section(items: list[Progress], of_units: list[UnitProgress], counted: str) -> Section:
    """Return the part on targets, those of people before those of units; without any it says so."""
    if not items and not of_units:
        return Section("CHỈ TIÊU", (Paragraph("Trong năm chưa có văn bản nào giao chỉ tiêu cho đơn vị."),))
    rows = tuple(Row(f"{item.target.get_measure_display()} ({item.target.clause})", _figures(item)) for item in items)
    rows += tuple(
        Row(f"{each.target.get_measure_display()} ({each.target.clause})", _of_units(each)) for each in of_units
    )
    table = Table(1, "Chỉ tiêu trong năm và kết quả", "Chỉ tiêu, căn cứ", COLUMNS, rows, counted, wide=True)
    return Section("CHỈ TIÊU", (*_letters(items), *_merged([*items, *of_units])), tables=(table,))


def _letters(items: list[Progress]) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(f"{item.target.clause} viết: “{item.target.letter_words}”.")
        for item in items
        if item.target.letter_words
    )


def _merged(items: list[Progress | UnitProgress]) -> tuple[Paragraph, ...]:
    """What the number of a merged unit is the sum of."""
    return tuple(
        Paragraph(f"Chỉ tiêu theo {item.target.clause}: {item.given.words}.")
        for item in items
        if item.given and item.given.inherited
    )


def _figures(item: Progress) -> tuple[Figure, ...]:
    return (
        Figure(f"{date_vn(item.period.start)}–{date_vn(item.period.last_day)}"),
        Figure(item.goal, words="" if item.goal is not None else "chưa giao số hoặc chưa đủ căn cứ"),
        _counted(item.actual),
        Figure(item.percent),
        Figure(item.elapsed),
        _counted(item.same_period) if item.same_period else Figure(None, words="chưa có số liệu cùng kỳ"),
        *(_counted(each) for each in (item.decided, item.submitted, item.earlier, item.verified)),
        _declared(item),
        Figure(item.missing),
    )


def _of_units(item: UnitProgress) -> tuple[Figure, ...]:
    """A target that counts units: nobody is on the way to it, and its own page names the units."""
    period = item.period
    known = (
        Figure(f"{date_vn(period.start)}–{date_vn(period.last_day)}"),
        Figure(item.goal),
        Figure(item.units.reached, href=item.href),
        Figure(item.percent),
        Figure(elapsed(period, item.on)),
    )
    return (*known, *(Figure(None) for _ in COLUMNS[len(known) : -1]), Figure(item.missing))


def _declared(item: Progress) -> Figure:
    """What units expect of all admissions; of other targets they tell nothing."""
    if not item.tells_of_all:
        return Figure(None)
    return Figure(item.declared.people) if item.declared else Figure(None, words="đơn vị chưa báo")


def _counted(counted: Counted) -> Figure:
    """A number with its list; none where the measure has no such people."""
    return Figure(counted.people, href=behind(counted.cell)) if counted.cell.stages else Figure(None)
