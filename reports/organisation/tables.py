"""The tables of the report: targets, branches, party organisations founded in enterprises outside the State sector, seminars."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from candidates import statistics
from candidates.enums import ClassKind, Group, Stage, Tie
from candidates.models import TrainingClass
from candidates.statistics import Cell
from directives.organisation_progress import OrganisationProgress
from organizations import declared, tree
from organizations.enums import FigureKind, Sector
from organizations.formats import date_vn, number_vn, rate_vn
from organizations.models import Unit, UnitVersion
from reports import tie_tables
from reports.document import Column, Figure, Row, Shape, Table
from reports.links import behind
from reports.organisation.year import Year
from reports.tie_tables import DeclaredColumn, NominatedColumn, PeopleColumn, ShareColumn

TURNS_WORDS = "Người thuộc nhiều cơ sở tính ở mỗi cơ sở (cộng lượt); số người mỗi người tính một lần."

TARGET_COLUMNS = (
    Column("period", "Kỳ", Shape.TEXT),
    Column("set", "Mức đặt ra", Shape.TEXT),
    Column("goal", "Chỉ tiêu (người)"),
    Column("actual", "Thực hiện"),
    Column("percent", "% thực hiện", Shape.PERCENT),
)


@dataclass(frozen=True)
class Branch:
    """A row: a branch with everything under it, or the whole organisation."""

    label: str
    organisations: tuple[Unit, ...]


def targets(found: list[OrganisationProgress], year: Year) -> Table:
    """Table 1: each target of the organisation, per year or per its own term, and how far it is met.

    Of a term that began before anything was recorded no percentage is told.
    """
    known_from = first_day_known(year)
    return Table(
        number=0,
        title="Kết quả thực hiện chỉ tiêu",
        row_head="Chỉ tiêu",
        columns=TARGET_COLUMNS,
        rows=tuple(_target_row(each, known_from) for each in found),
        counted="Chỉ tiêu do tổ chức tự đặt ra, theo năm và theo nhiệm kỳ của tổ chức.",
    )


def branches(year: Year, counted: str) -> Table:
    """Table 2: members, sources, introduced and admitted of each branch; admitted in percent of the members."""
    lines = [Branch(each.name, year.branch(each)) for each in year.branches] or [Branch(year.version.name, year.whole)]
    columns = _columns(year)
    return Table(
        number=0,
        title="Kết quả của từng cơ sở",
        row_head="Cơ sở",
        columns=tie_tables.heads(columns),
        rows=tie_tables.rows(lines, Branch(tie_tables.PEOPLE, year.whole), columns),
        counted=f"{counted} {TURNS_WORDS}",
        wide=True,
    )


def founded(year: Year) -> tuple[Table, ...]:
    """Table 3: party organisations founded in the year in enterprises outside the State sector; none where nobody follows."""
    if year.top is None:
        return ()
    new = founded_in(year)
    rows = tuple(Row(each.name, (Figure(each.above or ""), Figure(date_vn(each.valid_from)))) for each in new)
    heads = (Column("above", "Trực thuộc", Shape.TEXT), Column("on", "Thành lập ngày", Shape.TEXT))
    title = "Tổ chức đảng thành lập trong doanh nghiệp ngoài khu vực Nhà nước"
    return (Table(0, title, "Tổ chức đảng", heads, rows, f"Trong năm {year.on.year}, toàn đảng bộ."),) if rows else ()


def seminars(year: Year) -> tuple[Table, ...]:
    """Table 4: seminars on party growth that the organisation held in the year; none where it held none."""
    rows = tuple(
        Row(each.name, (Figure(date_vn(each.starts_on)), Figure(each.place), Figure(each.participants)))
        for each in held_in(year)
    )
    heads = (Column("on", "Ngày", Shape.TEXT), Column("place", "Địa điểm", Shape.TEXT), Column("people", "Số người dự"))
    return (
        (Table(0, "Hội nghị tập huấn đã tổ chức", "Hội nghị", heads, rows, "Số người dự do tổ chức báo."),)
        if rows
        else ()
    )


def held_in(year: Year) -> QuerySet[TrainingClass]:
    """Return the seminars that the organisation and its branches held in the year, by day."""
    held = TrainingClass.objects.filter(kind=ClassKind.SEMINAR, organisation__in=year.whole, ends_on__lte=year.on)
    within = held.filter(starts_on__gte=year.period.start, starts_on__lt=year.period.stop)
    return within.select_related("unit").order_by("starts_on", "pk")


def _columns(year: Year) -> list[tie_tables.AnyColumn]:
    return [
        DeclaredColumn(Column("members", "Đoàn viên, hội viên"), _members(year), "chưa báo"),
        PeopleColumn(Column("sources", "Trong nguồn"), year.sources()),
        PeopleColumn(Column("helped", "Có đảng viên giúp đỡ"), year.sources((Group.HELPED,))),
        NominatedColumn(Column("introduced", "Đã giới thiệu"), year.introduced()),
        PeopleColumn(Column("admitted", "Đã kết nạp"), year.admitted()),
        PeopleColumn(Column("nominated", "Do tổ chức giới thiệu", group="Trong đó"), year.admitted(Tie.NOMINATED)),
        PeopleColumn(
            Column("non_state", "Doanh nghiệp ngoài Nhà nước", group="Trong đó"),
            year.admitted(groups=(Group.NON_STATE,)),
        ),
        ShareColumn(Column("share", "Kết nạp so với đoàn viên", Shape.PERCENT), "admitted", "members"),
    ]


def _members(year: Year) -> dict[int, int]:
    """What each row has: its own declaration, which takes its branches in, else the sum of theirs."""
    told = declared.figures_by_unit([unit.pk for unit in year.whole], FigureKind.ORGANISATION_MEMBERS, year.on, year.on)
    found = {}
    for top in year.branches or (year.version,):
        below = [told[child.unit_id] for child in tree.children(top.unit, year.on) if child.unit_id in told]
        if top.unit_id in told or below:
            found[top.unit_id] = told.get(top.unit_id, sum(below))
    return found


def founded_in(year: Year) -> list[UnitVersion]:
    """Return the party organisations whose first day lies in the year, in the sector, under the root of whoever follows."""
    if year.top is None:
        return []
    began = UnitVersion.objects.filter(valid_from__gte=year.period.start, valid_from__lt=year.period.stop)
    here = began.filter(sector=Sector.NON_STATE_ENTERPRISE, unit__in=tree.descendants([year.top], year.on))
    older = UnitVersion.objects.filter(valid_from__lt=year.period.start).values("unit")
    named = here.exclude(unit__in=older).annotate(above=tree.name_on(year.on, "parent"))
    return list(named.order_by("valid_from", "unit__code"))


def _target_row(each: OrganisationProgress, known_from: date | None) -> Row:
    figures = (
        Figure(_period(each, known_from)),
        Figure(_set(each)),
        Figure(each.goal, words="" if each.goal is not None else "chưa có số đoàn viên, hội viên để tính"),
        Figure(each.actual, href=behind(each.cell)),
        _percent(each, known_from),
    )
    return Row(each.target.get_measure_display(), figures)


def first_day_known(year: Year) -> date | None:
    """Return the day of the first step recorded of anybody where the organisation is followed; None without any."""
    ever = statistics.ever(Cell((year.top,), (Stage.SOURCE,), year.on, year.period))
    return statistics.entries(ever).order_by("on").values_list("on", flat=True).first()


def _period(each: OrganisationProgress, known_from: date | None) -> str:
    target = each.target
    if target.term_start is None:
        return f"năm {each.whole.start.year}"
    words = f"nhiệm kỳ {target.term_start.year} – {target.term_stop.year}"
    return words if _is_known(each, known_from) else f"{words} (số liệu từ {date_vn(known_from)})"


def _percent(each: OrganisationProgress, known_from: date | None) -> Figure:
    if _is_known(each, known_from):
        return Figure(each.percent)
    return Figure(None, words="chưa có số liệu những năm đầu nhiệm kỳ")


def _is_known(each: OrganisationProgress, known_from: date | None) -> bool:
    """Records reach back to the year in which the target's period began."""
    return known_from is None or known_from.year <= each.whole.start.year


def _set(each: OrganisationProgress) -> str:
    target = each.target
    return f"{rate_vn(target.number)} {target.base_label}" if target.base else f"{number_vn(target.people)} người"
