"""The progress report on admission that 259-CV/ĐUK asks for (reports-outline.md B): tables, charts, text, names."""

from datetime import date

from candidates.enums import ParameterCode
from directives import progress, register
from directives.enums import Measure
from directives.progress import Progress
from organizations import tree
from organizations.access import Reach
from organizations.enums import CELL_KINDS, GRASSROOTS_KINDS, UnitKind
from organizations.errors import Refused
from organizations.formats import date_vn
from organizations.models import Unit, UnitVersion
from reports import names
from reports.document import Report, Section, Signature
from reports.paper_words import letterhead, unconfirmed
from reports.progress import classes, idle, in_charge, results, reviews, text, unions

AUTHORITY = {
    UnitKind.PROVINCE: "T/M BAN THƯỜNG VỤ",
    UnitKind.UPPER: "T/M BAN THƯỜNG VỤ",
    UnitKind.GRASSROOTS: "T/M ĐẢNG ỦY",
    UnitKind.SECTION: "T/M ĐẢNG ỦY BỘ PHẬN",
}


def build(unit: Unit, on: date, *, with_names: bool, own: Reach | None) -> Report:
    """Build the report of ``unit`` as at the end of ``on``; raises Refused where no target binds the unit that year."""
    version = tree.version(unit, on)
    target = register.of_known(progress.binding(unit, on), own).filter(measure=Measure.ADMITTED).first()
    if version is None:
        raise Refused(f"Tổ chức đảng mang mã {unit.code} không tồn tại vào ngày {date_vn(on)}.")
    if target is None:
        raise Refused(f"Năm {on.year} chưa có chỉ tiêu kết nạp nào giao cho {version.name}.")
    item = progress.of_target(target, unit, on)
    bodies = _rows_of(version, on)
    return Report(
        code="tien-do",
        as_at=on,
        letterhead=letterhead(version, on, subject=f"tiến độ kết nạp đảng viên đến ngày {date_vn(on)}"),
        opening=text.opening(item, version.name if version.kind in CELL_KINDS else f"toàn {version.name}"),
        sections=_sections(item, version, bodies, own),
        signature=_signature(version),
        annexe=names.annexe(item, own) if with_names else None,
        slip=_slip(item),
    )


def _sections(
    item: Progress, version: UnitVersion, bodies: list[UnitVersion], own: Reach | None
) -> tuple[Section, ...]:
    """The six parts of the outline; a unit that has no bodies, classes or unions of its own leaves the part out."""
    charges, counted = in_charge.charges(bodies, item.on), results.counted_words(item)
    return (
        results.section(item, version, bodies, charges),
        reviews.section(item, version, bodies, own),
        *classes.sections(version, item.on, counted),
        *unions.sections(version, item.on, counted),
        *idle.sections(item, bodies, counted),
        *in_charge.sections(charges, item),
    )


def _rows_of(version: UnitVersion, on: date) -> list[UnitVersion]:
    """The grassroots organisations of an upper unit; the cells of a grassroots one; a cell stands for itself."""
    if version.kind in GRASSROOTS_KINDS:
        return list(tree.children(version.unit, on)) or [version]
    return list(tree.grassroots(version.unit, on)) or [version]


def _signature(version: UnitVersion) -> Signature:
    recipients = ["Cấp ủy cấp trên (báo cáo)", f"Các đồng chí cấp ủy viên {version.committee or version.name}"]
    return Signature(
        AUTHORITY.get(UnitKind(version.kind), "T/M CHI BỘ"), "BÍ THƯ", (*recipients, "Lưu Văn phòng cấp ủy")
    )


def _slip(item: Progress) -> tuple[str, ...]:
    """What must not stand in a signed report: values nobody confirmed, bases that are missing, our own readings."""
    notes = [] if item.target.confirmed_by_id else [f"Chỉ tiêu theo {item.target.clause}: chưa ai xác nhận."]
    notes += unconfirmed(item.on, ParameterCode.ADMITTED_BY, ParameterCode.CERTIFICATE_MONTHS)
    if item.target.reading:
        notes.append(f"Cách hiểu, vận dụng: {item.target.reading}")
    if item.base and item.base.missing:
        silent = ", ".join(body.name for body in item.base.missing)
        notes.append(f"Chưa có số đảng viên đầu năm của: {silent}.")
        notes.append("Chỉ tiêu tính theo số đảng viên đầu năm nên chưa xác định được.")
    notes.append("“Không còn nguồn” là suy từ hồ sơ đã nhập; đơn vị chưa xác nhận.")
    notes.append(f"Số liệu đếm từ hồ sơ đến hết ngày {date_vn(item.on)}; danh sách sau mỗi số mở được trên màn hình.")
    return tuple(notes)
