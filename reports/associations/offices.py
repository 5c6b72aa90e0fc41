"""Table 1: what associations declare of themselves and of their standing offices; the figures are theirs, nothing is counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.urls import reverse

from candidates import policy
from candidates.enums import ParameterCode
from organizations import declared
from organizations.enums import ORGANISATION_FIGURES, FigureKind, OfficeBody, OfficeCell
from organizations.formats import number_vn
from organizations.organisations import Office, offices_on
from reports import phrases
from reports.associations.lines import Association, Line
from reports.associations.year import Year
from reports.document import Column, Figure, Row, RowKind, Shape, Table

SILENT = "chưa báo"
TURNS_WORDS = (
    "Số do các hội báo, mới nhất đến ngày lập báo cáo; cộng theo lượt, chưa trừ người thuộc nhiều hội và hội viên của hội cấp "
    "dưới đã tính ở hội cấp trên."
)
UNRECORDED = "chưa ghi"
COLUMNS = (
    Column("kind", "Loại hội", Shape.TEXT),
    Column("level", "Cấp", Shape.TEXT),
    Column(FigureKind.ORGANISATION_MEMBERS, "Hội viên"),
    Column(FigureKind.ALREADY_IN_PARTY, "Là đảng viên", group="Trong đó"),
    Column(FigureKind.NOT_YET_OF_AGE, "Chưa là đảng viên, 18–60 tuổi", group="Trong đó"),
    Column(FigureKind.OFFICE_STAFF, "Cán bộ", group="Cơ quan thường trực"),
    Column(FigureKind.OFFICE_OFFICIAL, "Đảng viên chính thức", group="Cơ quan thường trực"),
    Column("cell", "Chi bộ", Shape.TEXT, "Cơ quan thường trực"),
    Column("enough", "Đủ điều kiện lập chi bộ", Shape.TEXT, "Cơ quan thường trực"),
    Column("bodies", "Tổ chức đoàn thể", Shape.TEXT, "Cơ quan thường trực"),
)


class Sources(StrEnum):
    """Whether an association has members left who could be found; silence is neither."""

    LEFT = "còn nguồn"
    NONE = "không còn nguồn"
    UNKNOWN = "chưa báo"


@dataclass(frozen=True)
class Declared:
    """What is known on a day of each association by its id; ``least`` is how many official members a cell needs."""

    figures: dict[FigureKind, dict[int, int]]
    offices: dict[int, Office]
    least: int | None

    def enough(self, association: Association) -> bool | None:
        """Say whether the office has members enough for a cell of its own; None where that is not known."""
        official = self.figures[FigureKind.OFFICE_OFFICIAL].get(association.unit.pk)
        return None if official is None or self.least is None else official >= self.least

    def has_own_cell(self, association: Association) -> bool:
        """Say whether the office is known to have a cell of its own."""
        office = self.offices.get(association.unit.pk)
        return office is not None and office.arrangement == OfficeCell.OWN

    def sources(self, association: Association) -> Sources:
        """Say whether sources are left, by the members of age outside the Party that the association declared."""
        left = self.figures[FigureKind.NOT_YET_OF_AGE].get(association.unit.pk)
        if left is None:
            return Sources.UNKNOWN
        return Sources.LEFT if left else Sources.NONE

    def silent(self, association: Association) -> bool:
        """Say whether the association declared no members at all."""
        return association.unit.pk not in self.figures[FigureKind.ORGANISATION_MEMBERS]


def declared_on(year: Year) -> Declared:
    """Read what the associations of a report had declared by its day."""
    ids = [each.unit.pk for each in year.lines.whole.members]
    figures = {kind: declared.figures_by_unit(ids, kind, year.on, year.on) for kind in ORGANISATION_FIGURES}
    least = policy.in_force(year.on).get(ParameterCode.CELL_LEAST)
    return Declared(figures, offices_on(ids, year.on), least.number if least else None)


def table(year: Year, known: Declared) -> Table:
    """Return table 1: a row per association or area, and their sums."""
    rows = [_row(line, known, RowKind.ITEM) for line in year.lines.items]
    total = _row(Line("Cộng", year.lines.whole.members), known, RowKind.TOTAL)
    least = f"Đủ điều kiện lập chi bộ: từ {number_vn(known.least)} đảng viên chính thức. " if known.least else ""
    return Table(
        number=0,
        title="Tổ chức của các hội và cơ quan thường trực",
        row_head="Hội",
        columns=COLUMNS,
        rows=(*rows, total),
        counted=f"{TURNS_WORDS} {least}".strip(),
        wide=True,
    )


def _row(line: Line, known: Declared, kind: RowKind) -> Row:
    sums = tuple(_sum(line.members, known.figures[figure], line.single) for figure in ORGANISATION_FIGURES)
    words = (_cells, _enough, _bodies)
    level = Figure(line.single.level if line.single else "")
    told = (Figure(_kinds(line.members)), level, *sums, *(Figure(say(line.members, known)) for say in words))
    return Row(line.label, told, kind, _address(line.single))


def _sum(members: Sequence[Association], values: dict[int, int], single: Association | None) -> Figure:
    """The sum of those who declared; nothing where none did."""
    found = [values[each.unit.pk] for each in members if each.unit.pk in values]
    return Figure(sum(found) if found else None, href=_address(single), words="" if found else SILENT)


def _kinds(members: Sequence[Association]) -> str:
    """The kind of one association; of several how many there are of each."""
    if len(members) == 1:
        return members[0].kind or UNRECORDED
    kinds = [each.kind for each in members]
    return ", ".join(f"{kinds.count(kind)} {phrases.inside(kind) or UNRECORDED}" for kind in sorted(set(kinds)))


def _cells(members: Sequence[Association], known: Declared) -> str:
    if len(members) == 1:
        office = known.offices.get(members[0].unit.pk)
        return office.words if office else SILENT
    kinds = [known.offices[each.unit.pk].arrangement for each in members if each.unit.pk in known.offices]
    return _listed([(f"{kind.label.lower()}", kinds.count(kind)) for kind in OfficeCell], len(members) - len(kinds))


def _enough(members: Sequence[Association], known: Declared) -> str:
    answers = [known.enough(each) for each in members]
    if len(members) == 1:
        return {True: "đủ", False: "chưa đủ", None: SILENT}[answers[0]]
    return _listed([("đủ", answers.count(True)), ("chưa đủ", answers.count(False))], answers.count(None))


def _bodies(members: Sequence[Association], known: Declared) -> str:
    offices = [known.offices[each.unit.pk] for each in members if each.unit.pk in known.offices]
    if len(members) == 1:
        return ", ".join(OfficeBody(body).label for office in offices for body in office.bodies) or "–"
    return _listed([(body.label, sum(body in office.bodies for office in offices)) for body in OfficeBody], 0) or "–"


def _listed(counted: Sequence[tuple[str, int]], silent: int) -> str:
    parts = [f"{count} {words}" for words, count in counted if count]
    return ", ".join([*parts, f"{silent} {SILENT}"] if silent else parts)


def _address(single: Association | None) -> str:
    return reverse("organizations:organisation", args=[single.unit.code]) if single else ""
