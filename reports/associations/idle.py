"""Table 4: associations that introduced nobody; whether sources are left is declared, reason and remedy are theirs to tell."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from candidates import nominated
from organizations.formats import date_vn
from organizations.models import Explanation
from reports import phrases
from reports.associations.lines import Association
from reports.associations.offices import Declared, Sources
from reports.associations.year import Year
from reports.document import Column, Figure, Row, Shape, Table

SILENT = "chưa báo"
NOBODY_LEFT = "hội viên đều là đảng viên hoặc ngoài độ tuổi (theo số hội báo)"
SAID = "nguồn theo số hội báo (chưa là đảng viên, 18–60 tuổi); nguyên nhân, biện pháp do hội báo trong năm."
COLUMNS = (
    Column("years", "Số năm liền chưa giới thiệu", Shape.TEXT),
    Column("last", "Lần giới thiệu gần nhất", Shape.TEXT),
    Column("left", "Nguồn", Shape.TEXT),
    Column("reason", "Nguyên nhân", Shape.TEXT),
    Column("remedy", "Biện pháp", Shape.TEXT),
)


@dataclass(frozen=True)
class Introducing:
    """Which associations introduced somebody in the year, and the last day on which each one ever did."""

    active: tuple[Association, ...]
    idle: tuple[Association, ...]
    last: dict[int, date]


def introducing(year: Year) -> Introducing:
    """Part the associations of a report into those that introduced somebody in the year and the others."""
    last = nominated.last_by_organisation(year.lines.whole.organisations, year.on)
    active = [each for each in year.lines.whole.members if last.get(each.unit.pk, date.min) >= year.period.start]
    idle = [each for each in year.lines.whole.members if each not in active]
    return Introducing(tuple(active), tuple(idle), last)


def table(year: Year, known: Declared, found: Introducing, why: Mapping[int, Explanation]) -> Table:
    """Return table 4: causes before names is the text's part; here each association with what it says of itself."""
    return Table(
        number=0,
        title="Hội chưa giới thiệu được người trong năm",
        row_head="Hội",
        columns=COLUMNS,
        rows=tuple(_row(year, known, found, each, why.get(each.unit.pk)) for each in found.idle),
        counted=f"Tính đến hết ngày {date_vn(year.on)}; {SAID}{_since(year)}",
        wide=True,
    )


def by_sources(known: Declared, found: Introducing) -> dict[Sources, list[Association]]:
    """Part the associations that introduced nobody by whether they have sources left."""
    return {state: [each for each in found.idle if known.sources(each) == state] for state in Sources}


def _row(year: Year, known: Declared, found: Introducing, each: Association, said: Explanation | None) -> Row:
    last = found.last.get(each.unit.pk)
    state = known.sources(each)
    otherwise = NOBODY_LEFT if state == Sources.NONE else SILENT
    why, remedy = (said.why, said.remedy) if said else ("", "")
    when = (_years(year, last), date_vn(last) if last else "chưa có")
    words = (*when, state.value, phrases.inside(why) or otherwise, remedy or SILENT)
    return Row(each.name, tuple(Figure(word) for word in words))


def _years(year: Year, last: date | None) -> str:
    """How many years in a row; an association that never did has none since it is followed."""
    if last:
        return str(year.on.year - last.year)
    return "từ khi theo dõi" if year.nominations_known else "1"


def _since(year: Year) -> str:
    return "" if year.nominations_known else f" Chưa có số liệu các năm trước năm {year.on.year}."
