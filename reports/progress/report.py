"""The progress report on admission that 259-CV/ĐUK asks for (reports-outline.md B): tables, charts, text, names."""

from collections.abc import Iterator

from candidates.enums import ParameterCode
from organizations.enums import CELL_KINDS
from reports.asked import Asked
from reports.comparing import Causes, stuck_now
from reports.document import Paragraph
from reports.layout import Content, Definition, Family, Head, Section, Signed
from reports.progress import classes, idle, in_charge, outlook, results, reviews, text, unions
from reports.progress.told import Told, told
from reports.unit_lists import UnitList


def _opening(found: Told) -> Iterator[Paragraph]:
    version = found.asked.version
    yield from text.opening(found.item, version.name if version.kind in CELL_KINDS else f"toàn {version.name}")


def _notes(found: Told) -> Iterator[str]:
    """Values of the target nobody confirmed, bases that are missing, our own readings."""
    item = found.item
    if not item.target.confirmed_by_id:
        yield f"Chỉ tiêu theo {item.target.clause}: chưa ai xác nhận."
    if item.target.reading:
        yield f"Cách hiểu, vận dụng: {item.target.reading}"
    if item.base and item.base.missing:
        silent = ", ".join(body.name for body in item.base.missing)
        yield f"Chưa có số đảng viên đầu năm của: {silent}."
        yield "Chỉ tiêu tính theo số đảng viên đầu năm nên chưa xác định được."
    yield "“Không còn nguồn” là suy từ hồ sơ đã nhập; đơn vị chưa xác nhận."


def _classes(found: Told) -> Iterator[Content]:
    return classes.part(found.asked, found.counted)


def _unions(found: Told) -> Iterator[Content]:
    return unions.part(found.asked.version, found.asked.on, found.counted)


def _lists(asked: Asked) -> Iterator[UnitList]:
    """The lists of units behind the numbers of the sentences: those of everybody in charge are there for these units alone."""
    yield from (*classes.LISTS, *idle.LISTS, reviews.TOLD)
    found = told(asked)
    yield from in_charge.lists(found.charges, {each.body.unit_id for each in idle.of_report(found)})


STUCK = Causes("Nguyên nhân hồ sơ chưa đi tiếp, theo các chỗ vướng đã ghi:", stuck_now)

DEFINITION = Definition(
    code="tien-do",
    name="Báo cáo tiến độ kết nạp đảng viên",
    answers="Kết quả so với chỉ tiêu và cùng kỳ, nguồn, lớp, đoàn thể, đơn vị chưa kết nạp (259-CV/ĐUK).",
    head=Head("tiến độ kết nạp đảng viên đến ngày {on}"),
    facts=told,
    opening=(_opening,),
    sections=(
        Section("Kết quả kết nạp đảng viên", (results.part,)),
        Section("Nguồn và dự kiến kết nạp đến cuối năm", (reviews.part,)),
        Section("Lớp bồi dưỡng", (_classes,)),
        Section("Các đoàn thể", (_unions,)),
        Section("Nguyên nhân, đơn vị chưa kết nạp được đảng viên", (STUCK, idle.part)),
        Section("Giải pháp, phân công", (outlook.part,)),
    ),
    signed=Signed(
        "BÍ THƯ", ("Cấp ủy cấp trên (báo cáo)", "Các đồng chí cấp ủy viên {committee}", "Lưu Văn phòng cấp ủy")
    ),
    names=lambda found: found.item.actual.cell,
    values=(ParameterCode.ADMITTED_BY, ParameterCode.CERTIFICATE_MONTHS),
    notes=_notes,
    more_lists=_lists,
    family=Family.REGULAR,
)
