"""Builds the evidence sheet of a unit for a year: it lays facts side by side and ranks nobody."""

from dataclasses import replace
from datetime import date

from candidates.enums import ParameterCode
from candidates.statistics import Reading, admitted_stage
from directives import progress, register, unit_progress
from directives.progress import Progress
from directives.unit_progress import UnitProgress
from organizations import tree
from organizations.access import Reach
from organizations.enums import Role
from organizations.errors import Refused
from organizations.formats import date_vn
from organizations.models import Post, Unit, UnitVersion
from reports import names, unit_tables
from reports.document import Paragraph, Report, Section, Signature
from reports.evidence import duties, sources, targets
from reports.paper_words import BASIS, letterhead, of_year, unconfirmed
from reports.progress import classes

CODE = "minh-chung"
NO_RANKING = (
    "Phiếu này nêu số liệu và căn cứ để cấp có thẩm quyền xem xét; phiếu không xếp loại, không xếp hạng. Tỷ lệ % phải đọc cùng "
    "số người, số nguồn còn lại và những chỗ vướng nêu dưới đây."
)


def build(unit: Unit, on: date, *, with_names: bool, own: Reach | None) -> Report:
    """Build the sheet of ``unit`` for the year of ``on``, as at the end of that day; raises Refused where it did not exist."""
    version = tree.version(unit, on)
    if version is None:
        raise Refused(f"Tổ chức đảng mang mã {unit.code} không tồn tại vào ngày {date_vn(on)}.")
    binding = register.of_known(progress.binding(unit, on), own)
    items = [progress.of_target(target, unit, on) for target in binding]
    head = letterhead(version, on, subject=f"thực hiện chỉ tiêu, nhiệm vụ phát triển đảng viên {of_year(on)}")
    return Report(
        code=CODE,
        as_at=on,
        letterhead=replace(head, kind="PHIẾU MINH CHỨNG", sign=""),
        opening=(Paragraph(NO_RANKING),),
        sections=_numbered(_sections(items, version, on, own)),
        signature=_signature(version),
        annexe=names.annexe(items[0], own) if with_names and items else None,
        slip=_slip(items, on),
    )


def _sections(items: list[Progress], version: UnitVersion, on: date, own: Reach | None) -> list[Section]:
    counted = unit_tables.as_at_words(on, Reading.THEN, BASIS[admitted_stage(on)])
    return [
        targets.section(items, _of_units(version, on, own), counted),
        sources.section(version, on, own or _itself(version.unit, on)),
        *classes.sections(version, on, counted),
        *duties.sections(version, on, own),
    ]


def _of_units(version: UnitVersion, on: date, own: Reach | None) -> list[UnitProgress]:
    """The targets that count units, not people: those set to the unit itself, and of those above it what it was given."""
    binding = unit_progress.targets_on(tree.ancestors(version.unit, on), on)
    found = [unit_progress.of_target(target, on, version.unit) for target in register.of_known(binding, own)]
    return [each for each in found if each.asked or each.given]


def _numbered(sections: list[Section]) -> tuple[Section, ...]:
    """Number the tables in the order in which they stand."""
    numbers = iter(range(1, 100))
    return tuple(
        replace(section, tables=tuple(replace(table, number=next(numbers)) for table in section.tables))
        for section in sections
    )


def _itself(unit: Unit, on: date) -> Reach:
    """The reach of the installation itself: everything under the unit."""
    return Reach((Post(role=Role.BOARD_OFFICER, unit=unit, valid_from=on),), on)


def _signature(version: UnitVersion) -> Signature:
    return Signature("", "NGƯỜI LẬP PHIẾU", (f"{version.committee or version.name} (xem xét)", "Lưu hồ sơ"))


def _slip(items: list[Progress], on: date) -> tuple[str, ...]:
    notes = [
        f"Chỉ tiêu theo {item.target.clause}: chưa ai xác nhận." for item in items if not item.target.confirmed_by_id
    ]
    notes += [f"Cách hiểu, vận dụng: {item.target.reading}" for item in items if item.target.reading]
    notes += [
        f"Chưa đủ căn cứ tính chỉ tiêu theo {item.target.clause}: chưa có số đảng viên đầu năm của {item.base.missing_words}."
        for item in items
        if item.base and item.base.missing
    ]
    notes += unconfirmed(on, ParameterCode.ADMITTED_BY, ParameterCode.CERTIFICATE_MONTHS)
    notes.append("“Không còn nguồn” là suy từ hồ sơ đã nhập; đơn vị chưa xác nhận.")
    return tuple(notes)
