"""The scorecard: the units under a unit × the targets asked of them, as at a day; sorted by anything but the percentage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import zip_longest

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from candidates.statistics import Reading
from directives import forecast_words, forecasts, progress, progress_many, target_periods, unit_progress
from directives.enums import UNIT_MEASURES
from directives.forecast_words import Likely
from directives.foreseen import Forecast
from directives.models import Directive, Target
from directives.progress_many import Asked, Met
from directives.unit_progress import UnitProgress
from organizations import tree
from organizations.enums import CELL_KINDS
from organizations.formats import date_vn
from organizations.models import Unit, UnitVersion
from organizations.periods import Period, year


class Order(StrEnum):
    """What the rows are sorted by; never the percentage: a small unit and one without sources would be wronged."""

    UNIT = "don-vi"
    MISSING = "con-thieu"
    SOURCES = "nguon"


ORDER_LABELS = (
    (Order.UNIT, "Thứ tự đơn vị"),
    (Order.MISSING, "Còn thiếu nhiều trước"),
    (Order.SOURCES, "Còn nhiều nguồn trước"),
)


@dataclass(frozen=True)
class Column:
    """A target, or targets of one kind that units below have each of their own; ``target`` is None for those."""

    label: str
    asked: Asked
    target: Target | None
    period: Period
    on: date

    @property
    def elapsed(self):
        """Share of the period that is gone, in percent."""
        return progress.elapsed(self.period, self.on)

    @property
    def counts_units(self) -> bool:
        """Say whether it counts party organisations or receipts, not people."""
        return any(target.measure in UNIT_MEASURES for target in self.asked.values())


# How a unit met one column: by people, or by organisations.
AnyMet = Met | UnitProgress


@dataclass(frozen=True)
class Foretold:
    """The forecast of a cell, how likely its goal is, and the page that explains it."""

    forecast: Forecast
    likely: Likely | None
    href: str


@dataclass(frozen=True)
class Row:
    """A unit and how it met each column; None where a column asks nothing of it.

    ``ended_on`` is the last day of a unit that ended within the year; ``drills`` says that units stand under it.
    """

    version: UnitVersion
    cells: tuple[AnyMet | None, ...]
    ended_on: date | None
    drills: bool
    foretold: tuple[Foretold | None, ...] = ()

    @property
    def pairs(self) -> list[tuple[AnyMet | None, Foretold | None]]:
        """Each cell with its forecast, where forecasts were asked for."""
        return list(zip_longest(self.cells, self.foretold))

    @property
    def unit(self) -> Unit:
        """The unit."""
        return self.version.unit

    @property
    def name(self) -> str:
        """The name, with the last day of a unit that is no more."""
        return f"{self.version.name} (đến ngày {date_vn(self.ended_on)})" if self.ended_on else self.version.name


@dataclass(frozen=True)
class Scorecard:
    """The whole page; ``total`` is the unit itself, None where it is its own only row."""

    path: tuple[UnitVersion, ...]
    on: date
    reading: Reading
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: Row | None

    @property
    def version(self) -> UnitVersion:
        """The unit whose scorecard this is."""
        return self.path[-1]


def build(
    unit: Unit,
    on: date,
    *,
    reading: Reading = Reading.THEN,
    only: Target | None = None,
    known: QuerySet[Directive] | None = None,
    foresee: bool = False,
) -> Scorecard | None:
    """Count the scorecard of ``unit``, of one target alone where ``only`` is given; None where the unit did not exist.

    ``known`` are the documents that whoever looks may know of: targets of others are left out. ``foresee`` adds forecasts.
    """
    path = tree.path(unit, on)
    if not path:
        return None
    versions = list(_below(unit, on, reading)) or [path[-1]]
    shown = list(dict.fromkeys([version.unit for version in versions] + [path[-1].unit]))
    above = {step.unit_id for step in path}
    columns = _columns([only] if only else _targets(shown, above, on, known), shown, above, on)
    met = _met(columns, shown, on, reading)
    rows = tuple(_row(version, met, on) for version in versions)
    total = None if versions[0].unit_id == unit.pk else _row(path[-1], met, on)
    if foresee:
        *rows, total = _foretold([*rows, total])
    return Scorecard(tuple(path), on, reading, tuple(columns), tuple(rows), total)


def _met(columns: Sequence[Column], units: Sequence[Unit], on: date, reading: Reading) -> list[Mapping[int, AnyMet]]:
    """How each column is met by each unit: those of people counted together, and those of organisations."""
    people = iter(progress_many.of_units([each.asked for each in columns if not each.counts_units], units, on, reading))
    bodies = iter(unit_progress.of_units([each.asked for each in columns if each.counts_units], units, on, reading))
    return [next(bodies if column.counts_units else people) for column in columns]


def _foretold(rows: Sequence[Row | None]) -> list[Row | None]:
    """The rows with the forecast of each cell, all worked out together."""
    cells = [met for row in rows if row for met in row.cells if met]
    told = iter(zip(cells, forecasts.in_short(cells), strict=True))
    return [
        row and replace(row, foretold=tuple(_told(*next(told)) if met else None for met in row.cells)) for row in rows
    ]


def _told(met: AnyMet, found: Forecast) -> Foretold:
    page = f"{reverse('directives:forecast', args=[met.target.pk])}?don_vi={met.unit.code}"
    return Foretold(found, forecast_words.likely(found), met.href if isinstance(met, UnitProgress) else page)


def arranged(rows: Sequence[Row], order: Order, column: int = 0) -> tuple[Row, ...]:
    """Return rows in an order that looks at one column; those of which nothing is known come last, each by its code."""
    return tuple(sorted(rows, key=lambda row: _KEYS[order](row.cells[column] if row.cells else None)))


def _below(unit: Unit, on: date, reading: Reading) -> QuerySet[UnitVersion]:
    """The units directly under a unit on a day; as units were then, those that ended within the year too."""
    there = UnitVersion.objects.filter(parent=unit).select_related("unit").order_by("unit__code", "valid_from")
    lasts = UnitVersion.objects.on(on).filter(unit=OuterRef("unit"))
    ended = Q(valid_until__gt=year(on.year).start, valid_until__lte=on) & ~Exists(lasts)
    stands = Q(pk__in=UnitVersion.objects.on(on).filter(parent=unit).values("pk"))
    return there.filter(stands | ended if reading == Reading.THEN else stands)


def _targets(units: Sequence[Unit], above: set[int], on: date, known: QuerySet[Directive] | None) -> list[Target]:
    """The targets of the unit and those above it, the nearest first as the caller's path has it, then those of its rows."""
    asked = Unit.objects.filter(pk__in={unit.pk for unit in units} | above)
    found = progress.targets_on(asked, on) | unit_progress.targets_on(asked, on)
    if known is not None:
        found = found.filter(directive__in=known)
    return sorted(found, key=lambda target: (target.unit_id not in above, target.pk))


def _columns(targets: Sequence[Target], units: Sequence[Unit], above: set[int], on: date) -> list[Column]:
    shared = [target for target in targets if target.unit_id in above]
    columns = [_column(target, {unit.pk: target for unit in units}, on) for target in shared]
    own: dict[tuple, dict[int, Target]] = {}
    for target in targets:
        if target.unit_id not in above:
            _place(own, target)
    return columns + [_own_column(asked, on) for asked in own.values()]


def _place(own: dict[tuple, dict[int, Target]], target: Target) -> None:
    """Put a target of a row's own into the first column of its kind in which this unit has none."""
    place = 0
    while target.unit_id in own.setdefault((target.measure, target.period, place), {}):
        place += 1
    own[target.measure, target.period, place][target.unit_id] = target


def _column(target: Target, asked: Asked, on: date) -> Column:
    return Column(target.get_measure_display(), asked, target, target_periods.whole(target, on), on)


def _own_column(asked: Asked, on: date) -> Column:
    first = next(iter(asked.values()))
    return Column(f"{first.get_measure_display()} (chỉ tiêu riêng)", asked, None, target_periods.whole(first, on), on)


def _row(version: UnitVersion, met: Sequence[Mapping[int, AnyMet]], on: date) -> Row:
    ended = version.valid_until is not None and version.valid_until <= on
    return Row(
        version=version,
        cells=tuple(column.get(version.unit_id) for column in met),
        ended_on=Period(version.valid_from, version.valid_until).last_day if ended else None,
        drills=version.kind not in CELL_KINDS and not ended,
    )


_KEYS = {
    Order.UNIT: lambda met: 0,
    Order.MISSING: lambda met: -(met.missing or 0) if met else 1,
    Order.SOURCES: lambda met: -(met.sources_left or 0) if met else 1,
}
