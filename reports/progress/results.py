"""Table 1: the result of each unit, grouped by the member of the standing committee in charge of it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from candidates.enums import Stage
from directives import allocations, progress
from directives.allocations import Given
from directives.progress import Progress
from organizations import declared
from organizations.models import UnitVersion
from organizations.periods import year, year_to_date
from reports import annulled, overview, phrases, unit_tables
from reports.document import Chart, Column, Paragraph, Table
from reports.layout import Content
from reports.progress import in_charge, reviews, text
from reports.progress.told import Told
from reports.unit_tables import AnyColumn, CountColumn, MissingColumn, RatioColumn, ValueColumn, percent_column

SILENT = "đơn vị chưa báo"
EACH_ALONE = (
    "Số còn thiếu của từng đơn vị, từng đồng chí phụ trách tính riêng; dòng Cộng tính cho toàn đảng bộ nên không phải tổng các "
    "dòng trên. Số đơn vị dự kiến là số do đơn vị tự báo."
)


def part(found: Told) -> Iterator[Content]:
    """Yield the basis of the result, the drawings, and table 1."""
    yield from _result_words(found.item)
    yield from annulled.line(found.item.actual.cell)
    yield from _charts(found.item)
    given = allocations.by_unit([found.item.target], [body.unit_id for body in found.bodies], found.item.on)
    columns = _columns(found.item, found.bodies, given)
    counted = f"{found.counted}{_inherited_words(found.bodies, given)}"
    yield Table(
        number=0,
        title="Kết quả kết nạp đảng viên của từng đơn vị",
        row_head="Đơn vị",
        columns=unit_tables.heads(columns),
        rows=unit_tables.rows(in_charge.blocks(found.bodies, found.version, found.charges), columns),
        counted=f"{counted} {EACH_ALONE}" if len(found.bodies) > 1 else counted,
        wide=True,
    )


def _charts(item: Progress) -> Iterator[Chart]:
    """The bar of the quota, and the months of the year; of a half or quarter that has not begun nothing is drawn by month."""
    held = item.actual.cell
    yield Chart(
        "reports/charts/quota_bar.svg.html", overview.quota_bar(item), f"Tiến độ so với {text.quota_name(item)}"
    )
    if held.period:
        yield Chart(
            "reports/charts/months.svg.html",
            overview.admitted_by_month(replace(held, period=year_to_date(item.on))),
            "Số kết nạp theo tháng, so với năm trước",
        )


def _columns(item: Progress, bodies: list[UnitVersion], given: Mapping[tuple[int, int], Given]) -> list[AnyColumn]:
    admitted, on = item.actual.cell, item.on
    decided, submitted, verified, preparing = progress.on_the_way_cells(admitted)
    trained = replace(admitted, stages=(Stage.TRAINED,), period=None)
    ids = [body.unit_id for body in bodies]
    return [
        ValueColumn(Column("base", f"Đảng viên 01/01/{on.year}"), _members(item, ids), "đơn vị chưa báo số đảng viên"),
        ValueColumn(Column("quota", _quota_head(item)), _quotas(item, given), "chưa được giao chỉ tiêu"),
        CountColumn(Column("held", "Đã kết nạp"), admitted),
        CountColumn(Column("decided", "Có quyết định, chưa lễ"), decided),
        RatioColumn(percent_column("percent", "% chỉ tiêu"), "held", "quota"),
        *_last_year(item),
        CountColumn(Column("submitted", "Chi bộ đã đề nghị"), submitted),
        CountColumn(Column("preparing", "Đang lập hồ sơ"), preparing),
        CountColumn(Column("verified", "Trong đó đang thẩm tra"), verified),
        CountColumn(Column("trained", "Đã học lớp, chưa lập hồ sơ"), trained),
        ValueColumn(
            Column("declared", "Đơn vị dự kiến đến cuối năm"),
            _expected(item, ids),
            "đơn vị chưa báo",
            partial=True,
        ),
        MissingColumn(Column("missing", "Còn thiếu"), "quota", ("held", "decided", "submitted", "preparing")),
    ]


def _quota_head(item: Progress) -> str:
    return phrases.opening(text.quota_name(item))


def _expected(item: Progress, ids: list[int]) -> dict[int, int]:
    """What units declared for the rest of the year; for the whole its own declaration, else the sum of those that spoke."""
    told = reviews.expected([*ids, item.unit.pk], item.on)
    if told and item.unit.pk not in told:
        told[item.unit.pk] = sum(told.values())
    return told


def _last_year(item: Progress) -> list[AnyColumn]:
    """The columns of the same period; left out where no records of last year exist, never shown as 0."""
    if item.same_period is None:
        return []
    ratio = RatioColumn(percent_column("percent_before", "% cùng kỳ"), "held", "before")
    before = replace(item.actual.cell, period=item.actual.cell.period.a_year_earlier())
    return [CountColumn(Column("before", "Cùng kỳ"), before), ratio]


def _members(item: Progress, ids: list[int]) -> dict[int, int]:
    """Members per unit id; the whole has a number only when every unit declared one."""
    base = item.base
    whole = {item.unit.pk: base.total} if base and base.total is not None and not base.missing else {}
    return declared.members_by_unit(ids, year(item.on.year).start) | whole


def _inherited_words(bodies: list[UnitVersion], given: Mapping[tuple[int, int], Given]) -> str:
    """What the numbers of merged units are the sum of: "Đảng bộ Mới: 64 = 38 (…) + 26 (…)"."""
    merged = {unit: each for (_, unit), each in given.items() if each.inherited}
    told = [f"{body.name}: {merged[body.unit_id].words}" for body in bodies if body.unit_id in merged]
    return f" Chỉ tiêu của đơn vị sáp nhập – {'; '.join(told)}." if told else ""


def _quotas(item: Progress, given: Mapping[tuple[int, int], Given]) -> dict[int, int]:
    """What each unit has of the target by the shares in force on the day."""
    own = {item.unit.pk: item.goal} if item.goal is not None else {}
    return {unit: each.people for (_, unit), each in given.items()} | own


def _result_words(item: Progress) -> tuple[Paragraph, ...]:
    letter = item.target.clause.document
    named = f"{item.target.clause.label} của {letter.citation}"
    basis = f"{item.target.origin}, nhắc lại tại {named[0].lower()}{named[1:]}" if item.target.origin else named
    words = [Paragraph(f"Căn cứ: {basis}.")]
    if item.target.letter_words and item.exact is not None:
        words.append(Paragraph(f"Văn bản viết: “{item.target.letter_words}”."))
    return tuple(words)
