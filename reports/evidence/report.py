"""The evidence sheet of a unit for a year: it lays facts side by side and ranks nobody."""

from collections.abc import Iterator
from dataclasses import dataclass

from candidates.enums import ParameterCode
from candidates.statistics import Cell
from directives import progress, register, unit_progress
from directives.progress import Progress
from directives.unit_progress import UnitProgress
from organizations import tree
from reports.asked import Asked
from reports.document import Paragraph
from reports.document import Section as Written
from reports.evidence import duties, sources, targets
from reports.layout import Content, Definition, Head, Section, Signed
from reports.paper_words import counted_words
from reports.progress import classes

CODE = "minh-chung"
NO_RANKING = (
    "Phiếu này nêu số liệu và căn cứ để cấp có thẩm quyền xem xét; phiếu không xếp loại, không xếp hạng. Tỷ lệ % phải đọc cùng "
    "số người, số nguồn còn lại và những chỗ vướng nêu dưới đây."
)


@dataclass(frozen=True)
class Told:
    """The targets that bind the unit: those that count people, and those set to it that count units."""

    asked: Asked
    items: list[Progress]
    of_units: list[UnitProgress]


def told(asked: Asked) -> Told:
    """Read the targets of the unit."""
    items = [
        progress.of_target(target, asked.unit, asked.on, asked.reading)
        for target in register.of_known(progress.binding(asked.unit, asked.on), asked.own)
    ]
    return Told(asked, items, _units(asked))


def _units(asked: Asked) -> list[UnitProgress]:
    """The targets that count units, not people: those set to the unit itself, and of those above it what it was given."""
    binding = unit_progress.targets_on(tree.ancestors(asked.unit, asked.on), asked.on)
    known = register.of_known(binding, asked.own)
    found = [unit_progress.of_target(target, asked.on, asked.unit, asked.reading) for target in known]
    return [each for each in found if each.asked or each.given]


def _opening(found: Told) -> tuple[Paragraph, ...]:
    return (Paragraph(NO_RANKING),)


def _targets(found: Told) -> Iterator[Content]:
    return _contents(targets.section(found.items, found.of_units, counted_words(found.asked)))


def _sources(found: Told) -> Iterator[Content]:
    asked = found.asked
    return _contents(sources.section(asked.version, asked.on, asked.reach))


def _classes(found: Told) -> Iterator[Content]:
    return classes.part(found.asked, counted_words(found.asked))


def _duties(found: Told) -> Iterator[Content]:
    return _contents(duties.sections(found.asked)[0])


def _known(found: Told) -> Iterator[Content]:
    return _contents(duties.sections(found.asked)[1])


def _contents(section: Written) -> Iterator[Content]:
    yield from section.paragraphs
    yield from section.tables


def _names(found: Told) -> Cell | None:
    return found.items[0].actual.cell if found.items else None


def _notes(found: Told) -> Iterator[str]:
    for item in found.items:
        if not item.target.confirmed_by_id:
            yield f"Chỉ tiêu theo {item.target.clause}: chưa ai xác nhận."
        if item.target.reading:
            yield f"Cách hiểu, vận dụng: {item.target.reading}"
        if item.base and item.base.missing:
            yield (
                f"Chưa đủ căn cứ tính chỉ tiêu theo {item.target.clause}: chưa có số đảng viên đầu năm của "
                f"{item.base.missing_words}."
            )
    yield "“Không còn nguồn” là suy từ hồ sơ đã nhập; đơn vị chưa xác nhận."


DEFINITION = Definition(
    code=CODE,
    name="Phiếu minh chứng thực hiện chỉ tiêu trong năm",
    answers="Một đơn vị, một năm: chỉ tiêu, kết quả, nguồn, chỗ vướng, lớp, nhiệm vụ, văn bản đã phổ biến; không xếp hạng.",
    head=Head("thực hiện chỉ tiêu, nhiệm vụ phát triển đảng viên {period}", kind="PHIẾU MINH CHỨNG"),
    facts=told,
    opening=(_opening,),
    sections=(
        Section("Chỉ tiêu", (_targets,)),
        Section("Nguồn và chỗ vướng", (_sources,)),
        Section("Lớp bồi dưỡng", (_classes,)),
        Section("Nhiệm vụ", (_duties,)),
        Section("Quán triệt văn bản", (_known,)),
    ),
    signed=Signed("NGƯỜI LẬP PHIẾU", ("{committee} (xem xét)", "Lưu hồ sơ"), authority=""),
    names=_names,
    values=(ParameterCode.ADMITTED_BY, ParameterCode.CERTIFICATE_MONTHS),
    notes=_notes,
    unit_lists=classes.LISTS,
    more_lists=duties.lists,
)
