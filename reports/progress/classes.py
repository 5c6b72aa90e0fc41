"""The part on classes, and table 3: each class of both kinds, and who of its graduates was admitted when."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from candidates import class_cells, statistics
from candidates.enums import ClassKind, ClassState, Stage
from candidates.models import TrainingClass
from candidates.statistics import Cell
from organizations import tree
from organizations.formats import date_vn
from organizations.models import UnitVersion
from reports import phrases
from reports.asked import Asked
from reports.document import Column, Figure, Paragraph, Row, Shape, Table
from reports.layout import Content
from reports.links import behind
from reports.models.frozen import ListKind
from reports.unit_lists import UnitList, of_class

KINDS = (ClassKind.AWARENESS, ClassKind.NEW_MEMBERS)
YEARS_BACK = 1


def part(asked: Asked, counted: str, years_back: int = YEARS_BACK) -> Iterator[Content]:
    """Yield the classes of a unit and the units under it planned or held since so many years; nothing without any."""
    version, on = asked.version, asked.on
    found = list(_classes(version, on, years_back))
    if not found:
        return
    yield _words(found, asked)
    yield Table(
        number=0,
        title="Các lớp bồi dưỡng và kết quả kết nạp của học viên",
        row_head="Lớp",
        columns=_heads(on, years_back),
        rows=_rows(found, version, on, years_back),
        counted=f"{counted} Sắp hết hạn: giấy chứng nhận hết giá trị trong 180 ngày tới.",
        wide=True,
    )


def _classes(version: UnitVersion, on: date, years_back: int):
    here = TrainingClass.objects.filter(unit__in=tree.descendants([version.unit], on), kind__in=KINDS)
    recent = here.filter(planned_for__gte=date(on.year - years_back, 1, 1), planned_for__lte=date(on.year, 12, 31))
    return recent.order_by("kind", "planned_for", "pk")


def _words(found: Sequence[TrainingClass], asked: Asked) -> Paragraph:
    """How many classes of each kind the plan of the year has, and how many were held."""
    told, figures = [], {}
    for place, kind in enumerate(KINDS, start=1):
        planned = _planned(found, kind, asked.on)
        opened = [each for each in planned if _held(each, asked.on)]
        said = (
            _some(f"planned{place}", PLANNED[kind].of(len(planned), asked), "kế hoạch {}", "kế hoạch năm không có"),
            _some(f"opened{place}", OPENED[kind].of(len(opened), asked), "đã mở {}", "chưa mở lớp nào"),
        )
        figures |= {token: figure for each in said for token, figure in each.figures.items()}
        told.append(f"{phrases.inside(kind.label)}: {', '.join(each.words for each in said[: 2 if planned else 1])}")
    return Paragraph(f"Năm {asked.on.year}, {'; '.join(told)}.", figures)


def _some(token: str, figure: Figure, words: str, none: str) -> phrases.Phrase:
    return phrases.some(token, figure, f"{words.format(f'{{{token}}}')} lớp", none)


def _planned(found: Iterable[TrainingClass], kind: ClassKind, on: date) -> list[TrainingClass]:
    return [each for each in found if each.kind == kind and each.planned_for.year == on.year]


def _list(kind: ClassKind, *, held: bool) -> UnitList:
    """The classes of a kind in the plan of the year, or those of them that were held."""

    def find(asked: Asked) -> list[TrainingClass]:
        planned = _planned(_classes(asked.version, asked.on, 0), kind, asked.on)
        return [each for each in planned if not held or _held(each, asked.on)]

    title = f"{kind.label}: {'đã mở' if held else 'theo kế hoạch'} năm {{year}}, đến ngày {{on}}"
    return UnitList(
        f"lop-{KINDS.index(kind) + 1}{'-da-mo' if held else ''}", title, find, "lớp", of_class, ListKind.CLASSES
    )


PLANNED = {kind: _list(kind, held=False) for kind in KINDS}
OPENED = {kind: _list(kind, held=True) for kind in KINDS}
LISTS = (*PLANNED.values(), *OPENED.values())


def _held(each: TrainingClass, on: date) -> bool:
    return each.state in (ClassState.OPENED, ClassState.CLOSED) and each.starts_on is not None and each.starts_on <= on


def _heads(on: date, years_back: int) -> tuple[Column, ...]:
    admitted, until = "Đã kết nạp", f"đến hết ngày {date_vn(on)}"
    years = (
        Column(
            _year(on, back),
            f"Năm {on.year - back}",
            group=admitted,
            meaning=f"Học viên được cấp giấy chứng nhận của lớp, đã kết nạp trong năm {on.year - back}, {until}.",
        )
        for back in range(years_back, -1, -1)
    )
    return (
        Column("planned", "Kế hoạch", Shape.TEXT),
        Column("held", "Đã mở", Shape.TEXT),
        Column("students", "Học viên", meaning=f"Người có tên trong danh sách lớp {until}."),
        Column("certified", "Được cấp giấy chứng nhận", meaning=f"Học viên được cấp giấy chứng nhận của lớp {until}."),
        *years,
        Column("not_admitted", "Chưa kết nạp", meaning="Người được cấp giấy chứng nhận của lớp, chưa kết nạp."),
        Column(
            "near_expiry", "Sắp hết hạn", meaning="Giấy chứng nhận hết giá trị trong 180 ngày, chi bộ chưa họp xét."
        ),
    )


def _year(on: date, back: int) -> str:
    """The key of a year's column: this year and the last one have names of their own."""
    return {0: "now", 1: "before"}.get(back, f"y{on.year - back}")


def _rows(found: Sequence[TrainingClass], version: UnitVersion, on: date, years_back: int) -> tuple[Row, ...]:
    stage = statistics.admitted_stage(on)
    cells = [_cells(each, version, on, stage, years_back) for each in found]
    columns = [_counted(column) for column in zip(*cells, strict=True)]
    return tuple(
        Row(each.name, (Figure(_month(each)), Figure(_days(each, on)), *(column[place] for column in columns)))
        for place, each in enumerate(found)
    )


def _cells(
    each: TrainingClass, version: UnitVersion, on: date, stage: Stage, years_back: int
) -> tuple[Cell | None, ...]:
    """The cells of a class in the order of the columns, the same as on its own page; None where a column does not apply.

    ``stage`` is the one whose beginning counts as "admitted".

    Members of a class for new members were admitted before it: for them nothing is told of admission.
    """
    units = (version.unit,)
    taught = (class_cells.students(each, units, on), class_cells.certified(each, units, on))
    if each.kind == ClassKind.NEW_MEMBERS:
        return (*taught, *[None] * (years_back + 1), None, None)
    by_year = class_cells.admitted_by_year(each, units, on, stage)
    rest = (class_cells.not_admitted(each, units, on, stage), class_cells.near_expiry(each, units, on))
    return (*taught, *(by_year.get(on.year - back) for back in range(years_back, -1, -1)), *rest)


def _counted(cells: Sequence[Cell | None]) -> list[Figure]:
    counts = iter(statistics.counts([cell for cell in cells if cell]))
    return [Figure(next(counts), href=behind(cell)) if cell else Figure(None) for cell in cells]


def _month(each: TrainingClass) -> str:
    return f"tháng {each.planned_for.month}/{each.planned_for.year}"


def _days(each: TrainingClass, on: date) -> str:
    """The days on which it was held, as known on ``on``."""
    if not _held(each, on):
        return "không mở" if each.cancelled_on and each.cancelled_on <= on else "chưa mở"
    ended = each.ends_on if each.ends_on and each.ends_on <= on else None
    return f"{date_vn(each.starts_on)} – {date_vn(ended)}" if ended else f"từ {date_vn(each.starts_on)}"
