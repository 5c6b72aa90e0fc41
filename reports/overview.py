"""Leadership's first page as data: progress against targets, the way through the stages, the months, what is due."""

from dataclasses import dataclass, replace
from datetime import date

from django.db.models import QuerySet

from candidates import statistics
from candidates.enums import BEFORE_DECISION, LOSSES, OPEN, Stage
from candidates.statistics import Cell, DueState
from directives import forecast_words, forecasts, progress
from directives.enums import Measure
from directives.models import Directive, Target
from directives.progress import Counted, Progress
from organizations import tree
from organizations.models import Unit
from organizations.periods import inclusive, month_last_day, year_to_date
from reports import charts
from reports.links import behind

SHOWN_BELOW, LATE_UNITS = 3, 5
WAITING_STAGES = (*BEFORE_DECISION, Stage.DECIDED)


@dataclass(frozen=True)
class DueCount:
    """How many dossiers stand in a state of their due day, and the list of them."""

    label: str
    count: int
    href: str
    state: str


@dataclass(frozen=True)
class Overview:
    """The whole page, as at the end of a day; targets of other measures stand in the scorecard."""

    targets: tuple[tuple[Progress, charts.QuotaBar, str], ...]
    funnel: charts.Funnel
    months: charts.Months
    due: tuple[DueCount, ...]


def overview(unit: Unit, on: date, known: QuerySet[Directive] | None = None) -> Overview:
    """Count the first page for ``unit`` and everything under it; targets of documents beside ``known`` are left out."""
    binding = _known(progress.binding(unit, on), known)
    found = [progress.of_target(target, unit, on) for target in binding] or _below(unit, on, known)
    admitted = _admitted(found, unit) or statistics.admitted((unit,), year_to_date(on), on)
    funnel, due = _funnel_cells(admitted), [Cell((unit,), OPEN, on, due=state) for state in _DUE]
    counts = statistics.counts([*funnel, *due])
    return Overview(
        targets=tuple(
            (item, quota_bar(item), forecast_words.in_one_line(told))
            for item, told in zip(found, forecasts.of_many(found), strict=True)
        ),
        funnel=_draw_funnel(funnel, counts[: len(funnel)]),
        months=admitted_by_month(admitted),
        due=tuple(
            DueCount(label, count, behind(cell), colour)
            for (label, colour), count, cell in zip(_DUE.values(), counts[len(funnel) :], due, strict=True)
        ),
    )


def late_units(unit: Unit, on: date) -> tuple[DueCount, ...]:
    """Return the grassroots organisations with most dossiers overdue, each with the list of them."""
    overdue = Cell((unit,), OPEN, on, due=DueState.OVERDUE)
    found = statistics.most(overdue, tree.grassroots(unit, on).order_by().values("unit"), LATE_UNITS)
    return tuple(
        DueCount(each.name, each.people, behind(replace(overdue, units=(each.unit,))), "late") for each in found
    )


def quota_bar(item: Progress) -> charts.QuotaBar:
    """Draw a target as a bar: held, decided, submitted, earlier, and what is still missing."""
    parts = [charts.Part(label, each.people, behind(each.cell)) for label, each in _parts(item)]
    last_year = item.same_period.people if item.same_period else None
    words = {} if progress.is_of_admission(item.actual.cell) else {"missing_label": "Còn thiếu"}
    return charts.quota_bar(item.goal, parts, last_year=last_year, year_gone=float(item.elapsed) / 100, **words)


def _parts(item: Progress) -> tuple[tuple[str, Counted], ...]:
    """The parts of a bar: nobody is on the way to anything but admission."""
    if not progress.is_of_admission(item.actual.cell):
        return (("Đã đạt", item.actual),)
    return (
        ("Đã kết nạp", item.actual),
        ("Có quyết định, chưa tổ chức lễ", item.decided),
        ("Chi bộ đã đề nghị", item.submitted),
        ("Đang lập hồ sơ", item.earlier),
    )


def stage_funnel(admitted: Cell) -> charts.Funnel:
    """Draw who stands in each stage before admission, who was admitted in the period, and who left the list in it."""
    cells = _funnel_cells(admitted)
    return _draw_funnel(cells, statistics.counts(cells))


def admitted_by_month(admitted: Cell) -> charts.Months:
    """Draw a flow per month of its year up to its last day, beside the same months of last year."""
    year, last_month = admitted.on.year, admitted.on.month
    before = statistics.ever(replace(admitted, period=admitted.period.a_year_earlier()))
    counts = statistics.by_month(admitted, before)
    known = any(key < (year, 1) for key in counts)
    data = [_month(number, admitted, counts, known) for number in range(1, last_month + 1)]
    to_come = [charts.Month(f"T{number}", None) for number in range(last_month + 1, 13)]
    return charts.months([*data, *to_come], this_label=str(year), last_label=str(year - 1))


_DUE = {
    DueState.OVERDUE: ("Quá hạn", "late"),
    DueState.SOON: ("Sắp đến hạn", "soon"),
    DueState.CHECK: ("Cần kiểm tra hạn", "soon"),
}


def _known(targets: QuerySet[Target], known: QuerySet[Directive] | None) -> QuerySet[Target]:
    """The targets of all admissions, of documents that whoever looks may know of."""
    found = targets.filter(measure=Measure.ADMITTED)
    return found if known is None else found.filter(directive__in=known)


def _below(unit: Unit, on: date, known: QuerySet[Directive] | None) -> list[Progress]:
    """Where nothing binds the unit itself: the first targets of admission set to units under it, each in its own unit."""
    targets = _known(progress.targets_on(tree.descendants([unit], on), on), known)
    return [progress.of_target(target, target.unit, on) for target in targets[:SHOWN_BELOW]]


def _admitted(found: list[Progress], unit: Unit) -> Cell | None:
    """The cell "admitted" that a target of the unit itself has counted already."""
    own = (item.actual.cell for item in found if item.target.measure == Measure.ADMITTED and item.unit == unit)
    return next(own, None)


def _funnel_cells(admitted: Cell) -> list[Cell]:
    """The stocks of the stages, the losses from each of them, and the admitted, in this order."""
    standing = [replace(admitted, stages=(stage,), period=None) for stage in WAITING_STAGES]
    left = [replace(admitted, stages=LOSSES, from_stages=(stage,)) for stage in WAITING_STAGES]
    return [*standing, *left, admitted]


def _draw_funnel(cells: list[Cell], counts: list[int]) -> charts.Funnel:
    counted = list(zip(cells, counts, strict=True))
    size = len(WAITING_STAGES)
    rows = [
        charts.Stage(here.stages[0].label, count, lost, href=behind(here), lost_href=behind(gone))
        for (here, count), (gone, lost) in zip(counted[:size], counted[size : 2 * size], strict=True)
    ]
    admitted, held = counted[-1]
    return charts.funnel([*rows, charts.Stage("Đã kết nạp trong năm", held, href=behind(admitted))])


def _month(number: int, admitted: Cell, counts: dict[tuple[int, int], int], known: bool) -> charts.Month:
    year = admitted.on.year
    last = counts.get((year - 1, number), 0) if known else None
    days = inclusive(date(year, number, 1), min(admitted.on, month_last_day(year, number)))
    people = counts.get((year, number), 0)
    return charts.Month(f"T{number}", people, last, behind(replace(admitted, period=days)) if people else "")
