"""Leadership's first page as data: progress against targets, the way through the stages, the months, what is due."""

from dataclasses import dataclass, replace
from datetime import date

from candidates import statistics
from candidates.enums import MAIN_LINE, OPEN, Stage
from candidates.statistics import Cell, DueState
from directives import progress
from directives.progress import Progress
from organizations.models import Unit
from organizations.periods import year_to_date
from reports import charts
from reports.links import behind

WAITING_STAGES = tuple(stage for stage in OPEN if stage != Stage.ADMITTED)


@dataclass(frozen=True)
class DueCount:
    """How many dossiers stand in a state of their due day, and the list of them."""

    label: str
    count: int
    href: str
    state: str


@dataclass(frozen=True)
class Overview:
    """The whole page, as at the end of a day."""

    targets: tuple[tuple[Progress, charts.QuotaBar], ...]
    funnel: charts.Funnel
    months: charts.Months
    due: tuple[DueCount, ...]


def overview(unit: Unit, on: date) -> Overview:
    """Count the first page for ``unit`` and everything under it."""
    found = [progress.of_target(target, unit, on) for target in progress.binding(unit, on)]
    return Overview(
        targets=tuple((item, quota_bar(item)) for item in found),
        funnel=stage_funnel(unit, on),
        months=admitted_by_month(unit, on),
        due=tuple(_due(unit, on, state, *words) for state, words in _DUE.items()),
    )


def quota_bar(item: Progress) -> charts.QuotaBar:
    """Draw a target as a bar: held, decided, submitted, earlier, and what is still missing."""
    labels = ("Đã kết nạp", "Có quyết định, chưa lễ", "Chi bộ đã đề nghị", "Đang lập hồ sơ")
    counted = (item.actual, item.decided, item.submitted, item.earlier)
    parts = [charts.Part(label, each.people, behind(each.cell)) for label, each in zip(labels, counted, strict=True)]
    last_year = item.same_period.people if item.same_period else None
    return charts.quota_bar(item.goal, parts, last_year=last_year, year_gone=float(item.elapsed) / 100)


def stage_funnel(unit: Unit, on: date) -> charts.Funnel:
    """Draw who stands in each stage before admission, who was admitted this year, and who left the list this year."""
    standing = Cell((unit,), WAITING_STAGES, on)
    left = Cell((unit,), (Stage.REMOVED,), on, year_to_date(on))
    counts, losses = statistics.by_stage(standing), statistics.by_from_stage(left)
    rows = [_funnel_row(stage, counts, losses, standing, left) for stage in WAITING_STAGES]
    admitted = statistics.admitted((unit,), year_to_date(on), on)
    last = charts.Stage("Đã kết nạp trong năm", statistics.count(admitted), href=behind(admitted))
    return charts.funnel([*rows, last])


def admitted_by_month(unit: Unit, on: date) -> charts.Months:
    """Draw admissions per month of this year up to ``on``, beside the same months of last year."""
    period = year_to_date(on)
    this_year = statistics.admitted((unit,), period, on)
    last_year = replace(this_year, period=period.a_year_earlier())
    now = statistics.by_month(this_year)
    before = statistics.by_month(last_year) if statistics.has_records(last_year) else None
    data = [_month(number, on, now, before) for number in range(1, 13)]
    return charts.months(data, this_label=str(on.year), last_label=str(on.year - 1))


_DUE = {
    DueState.OVERDUE: ("Quá hạn", "late"),
    DueState.SOON: ("Sắp đến hạn", "soon"),
    DueState.CHECK: ("Cần kiểm tra hạn", "waiting"),
}


def _due(unit: Unit, on: date, state: DueState, label: str, colour: str) -> DueCount:
    cell = Cell((unit,), tuple(MAIN_LINE), on, due=state)
    return DueCount(label, statistics.count(cell), behind(cell), colour)


def _funnel_row(
    stage: Stage, counts: dict[Stage, int], losses: dict[Stage, int], standing: Cell, left: Cell
) -> charts.Stage:
    here, gone = replace(standing, stages=(stage,)), replace(left, from_stages=(stage,))
    return charts.Stage(
        stage.label, counts.get(stage, 0), losses.get(stage, 0), href=behind(here), lost_href=behind(gone)
    )


def _month(number: int, on: date, now: dict[int, int], before: dict[int, int] | None) -> charts.Month:
    come = number <= on.month
    last = before.get(number, 0) if before is not None and come else None
    return charts.Month(f"T{number}", now.get(number, 0) if come else None, last)
