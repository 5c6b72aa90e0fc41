"""The progress of admission over a term: what the term's target comes to, its yearly rhythm, year by year and unit by unit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from candidates import statistics
from candidates.enums import Stage
from directives import allocations, goals, progress
from directives.allocations import Given
from directives.enums import PeriodKind
from directives.models import Target
from directives.progress import Progress
from organizations.errors import Refused
from organizations.formats import date_vn, number_vn, percent_vn, percentage
from organizations.periods import Period, inclusive, year, year_to_date
from reports import unit_tables
from reports.asked import Asked
from reports.catalogue.words import BY_BOARD
from reports.document import Column, Figure, Letterhead, Paragraph, Row, Shape, Table
from reports.layout import Content, Definition, Family, Section
from reports.links import behind
from reports.paper_words import counted_words, letterhead
from reports.parts import subordinates
from reports.progress import in_charge
from reports.progress.told import binding
from reports.unit_tables import AnyColumn, CountColumn, MissingColumn, RatioColumn, ValueColumn, percent_column

NOT_GIVEN = "chưa được giao chỉ tiêu"
UNKNOWN = "chưa có số liệu những năm đầu nhiệm kỳ"


@dataclass(frozen=True)
class Term:
    """The term's target in the unit; ``known_from`` is the day of the first step recorded, None without any."""

    asked: Asked
    item: Progress
    known_from: date | None

    @property
    def target(self) -> Target:
        """The target of the term."""
        return self.item.target

    @property
    def is_known(self) -> bool:
        """Say whether records reach back to the year in which the term began."""
        return self.known_from is not None and self.known_from.year <= self.item.period.start.year

    @property
    def goal(self) -> int | None:
        """What the term asks, where what was done of it is known from its beginning; else there is nothing to compare."""
        return self.item.goal if self.is_known else None


def told(asked: Asked) -> Term:
    """Read the target of a term that binds the unit; raises Refused where there is none, or the term has not begun."""
    target = binding(asked).filter(period=PeriodKind.TERM).first()
    if target is None:
        raise Refused(
            f"Đến ngày {date_vn(asked.on)} chưa có chỉ tiêu nhiệm kỳ nào giao cho {asked.version.name}; chỉ tiêu của từng năm "
            "xem ở Báo cáo tiến độ kết nạp đảng viên."
        )
    if asked.on < target.term_start:
        raise Refused(f"Nhiệm kỳ của chỉ tiêu bắt đầu ngày {date_vn(target.term_start)}, sau ngày lập báo cáo.")
    item = progress.of_target(target, asked.unit, asked.on, asked.reading)
    steps = statistics.ever(replace(item.actual.cell, stages=tuple(Stage)))
    first = statistics.entries(steps).order_by("on").values_list("on", flat=True).first()
    return Term(asked, item, first)


def _words(item: Progress) -> str:
    return f"nhiệm kỳ {item.period.start.year} – {item.period.last_day.year}"


def _head(found: Term) -> Letterhead:
    asked = found.asked
    subject = f"kết quả kết nạp đảng viên {_words(found.item)}, đến ngày {date_vn(asked.on)}"
    return letterhead(asked.version, asked.on, subject=subject, board=True)


def _opening(found: Term) -> Iterator[Paragraph]:
    item = found.item
    start, last = date_vn(item.period.start), date_vn(item.on)
    words = f"Từ đầu nhiệm kỳ (ngày {start}) đến ngày {last}, {found.asked.version.name} đã kết nạp {{held}} đảng viên"
    reached = f", đạt {percent_vn(item.percent)} chỉ tiêu nhiệm kỳ" if found.goal is not None else ""
    gone = f"; đã qua {percent_vn(item.elapsed)} thời gian của nhiệm kỳ."
    yield Paragraph(f"{words}{reached}{gone}", {"held": Figure(item.actual.people, href=behind(item.actual.cell))})
    yield Paragraph(_goal_words(found))


def _goal_words(found: Term) -> str:
    """What the term asks and what is left of it; why nothing can be said where a base or the first years are missing."""
    item = found.item
    if item.goal is None:
        why = item.asked.sentence if item.asked else "Chưa có văn bản giao chỉ tiêu nhiệm kỳ cho đơn vị này."
        return f"Chưa so được với chỉ tiêu nhiệm kỳ. {why}"
    how = item.asked.sentence if item.asked else f"{number_vn(item.goal)} người, theo văn bản giao chỉ tiêu"
    if not found.is_known:
        since = f" (số liệu từ ngày {date_vn(found.known_from)})" if found.known_from else ""
        return f"Chỉ tiêu nhiệm kỳ: {how}. Chưa có số liệu những năm đầu nhiệm kỳ{since} nên chưa so được."
    return f"Chỉ tiêu nhiệm kỳ: {how}. {_left(item)}"


def _left(item: Progress) -> str:
    if not item.left:
        return "Chỉ tiêu nhiệm kỳ đã hoàn thành."
    days = (item.period.stop - item.on).days - 1
    ahead = f"Còn phải kết nạp {number_vn(item.left)} đảng viên đến hết ngày {date_vn(item.period.last_day)}"
    if days < 365:
        return f"{ahead}."
    return f"{ahead}, bình quân mỗi năm còn lại {number_vn(-(-item.left * 365 // days))} đảng viên."


def _years(found: Term) -> Iterator[Content]:
    """Yield a row for each year of the term that has begun, each with the sum up to its end."""
    spans = list(_spans(found.item))
    rows = [_row(found, span) for span in spans]
    yield Table(
        number=0,
        title=f"Kết quả từng năm của {_words(found.item)}",
        row_head="Năm",
        columns=_heads(found),
        rows=tuple(rows),
        counted=f"{counted_words(found.asked)} Năm đầu và năm cuối chỉ tính những ngày thuộc nhiệm kỳ.",
        wide=True,
    )


def _spans(item: Progress) -> Iterator[Period]:
    last = min(item.on, item.period.last_day)
    for number in range(item.period.start.year, last.year + 1):
        whole = year(number)
        yield inclusive(max(whole.start, item.period.start), min(whole.last_day, last))


def _heads(found: Term) -> tuple[Column, ...]:
    rhythm = "Mức bình quân mỗi năm mà văn bản đặt ra cho cả nhiệm kỳ."
    yearly = "Chỉ tiêu kết nạp của riêng năm đó, theo văn bản giao chỉ tiêu năm."
    group = "Cộng dồn từ đầu nhiệm kỳ"
    return (
        *([Column("goal", "Bình quân mỗi năm", meaning=rhythm)] if found.target.each_year is not None else []),
        Column("quota", "Chỉ tiêu năm", meaning=yearly),
        Column("held", "Đã kết nạp", meaning="Kết nạp trong những ngày của năm thuộc nhiệm kỳ."),
        Column("percent", "% chỉ tiêu năm", Shape.PERCENT),
        Column("total", "Đã kết nạp", group=group, meaning="Kết nạp từ ngày đầu nhiệm kỳ đến hết năm của dòng."),
        Column("percent_term", "% chỉ tiêu nhiệm kỳ", Shape.PERCENT, group),
        Column("elapsed", "% thời gian", Shape.PERCENT, group),
    )


def _row(found: Term, span: Period) -> Row:
    item = found.item
    held = replace(item.actual.cell, period=span)
    total = replace(held, period=Period(item.period.start, span.stop))
    people, summed = statistics.counts([held, total])
    quota = _quota(found, span.last_day)
    share = percentage(summed, found.goal)
    figures = (
        *([Figure(int(found.target.each_year))] if found.target.each_year is not None else []),
        Figure(quota, words="" if quota is not None else "chưa có chỉ tiêu năm"),
        Figure(people, href=behind(held)),
        Figure(percentage(people, quota)),
        Figure(summed, href=behind(total)),
        Figure(share, words="" if share is not None or found.is_known else UNKNOWN),
        Figure(progress.elapsed(item.period, span.last_day)),
    )
    return Row(_label(span), figures)


def _label(span: Period) -> str:
    whole = year(span.start.year)
    since = f" từ {date_vn(span.start)}" if span.start > whole.start else ""
    until = f" đến {date_vn(span.last_day)}" if span.stop < whole.stop else ""
    return f"Năm {span.start.year}{since}{until}"


def _quota(found: Term, day: date) -> int | None:
    """The unit's own target of the year of a day, else what it was given of the target of a unit above; None without any."""
    asked = found.asked
    target = binding(replace(asked, on=day)).filter(period=PeriodKind.YEAR).first()
    if target is None:
        return None
    if target.unit_id == asked.unit.pk:
        return goals.of(target, asked.unit, day).low
    given = allocations.given(target, asked.unit, day)
    return given.people if given else None


def _units(found: Term) -> Iterator[Content]:
    """Yield the units, grouped by who is in charge: what the term gave them, what they did of it."""
    asked, item = found.asked, found.item
    bodies = subordinates(asked)
    ids = [body.unit_id for body in bodies]
    columns = _columns(found, allocations.by_unit([found.target], ids, item.on))
    charges = in_charge.charges(bodies, asked.on)
    yield Table(
        number=0,
        title=f"Kết quả của từng đơn vị trong {_words(item)}",
        row_head="Đơn vị",
        columns=unit_tables.heads(columns),
        rows=unit_tables.rows(in_charge.blocks(bodies, asked.version, charges), columns),
        counted=counted_words(asked),
        wide=True,
    )


def _columns(found: Term, given: Mapping[tuple[int, int], Given]) -> list[AnyColumn]:
    item = found.item
    held, this_year = item.actual.cell, replace(item.actual.cell, period=year_to_date(item.on))
    shares = {unit: each.people for (_, unit), each in given.items()}
    if found.target.each_year is not None:
        whole = {item.unit.pk: int(found.target.each_year)} if item.unit.pk == found.target.unit_id else {}
        return [
            CountColumn(Column("held", "Đã kết nạp trong nhiệm kỳ"), held),
            ValueColumn(Column("quota", f"Chỉ tiêu năm {item.on.year}"), shares | whole, NOT_GIVEN),
            CountColumn(Column("now", f"Đã kết nạp năm {item.on.year}"), this_year),
            RatioColumn(percent_column("percent", "% chỉ tiêu năm"), "now", "quota"),
            MissingColumn(Column("missing", "Còn thiếu của năm"), "quota", ("now",)),
        ]
    own = {item.unit.pk: item.goal} if item.goal is not None else {}
    columns = [
        ValueColumn(Column("quota", "Chỉ tiêu nhiệm kỳ"), shares | own, NOT_GIVEN),
        CountColumn(Column("held", "Đã kết nạp trong nhiệm kỳ"), held),
        CountColumn(Column("now", f"Trong đó năm {item.on.year}"), this_year),
    ]
    if not found.is_known:
        return columns
    return [
        *columns,
        RatioColumn(percent_column("percent", "% chỉ tiêu nhiệm kỳ"), "held", "quota"),
        MissingColumn(Column("missing", "Còn thiếu"), "quota", ("held",)),
    ]


def _notes(found: Term) -> Iterator[str]:
    if not found.target.confirmed_by_id:
        yield f"Chỉ tiêu nhiệm kỳ theo {found.target.clause}: chưa ai xác nhận."
    if found.target.reading:
        yield f"Cách hiểu, vận dụng: {found.target.reading}"


DEFINITION = Definition(
    code="nhiem-ky",
    name="Báo cáo kết nạp đảng viên nhiệm kỳ",
    answers="Kết nạp từ đầu nhiệm kỳ so với chỉ tiêu nhiệm kỳ, nhịp từng năm, từng đơn vị.",
    head=_head,
    facts=told,
    opening=(_opening,),
    sections=(
        Section("Kết quả từng năm", (_years,)),
        Section("Kết quả của từng đơn vị", (_units,)),
    ),
    signed=BY_BOARD,
    names=lambda found: found.item.actual.cell,
    names_title="Danh sách đảng viên kết nạp từ đầu nhiệm kỳ đến ngày {on}",
    notes=_notes,
    family=Family.REGULAR,
)
