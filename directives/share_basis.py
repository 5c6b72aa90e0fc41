"""What a grid of shares is about, and what stands beside its rows to decide by: sizes, results, sources, earlier shares."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from django.db.models import Max

from candidates import statistics
from candidates.enums import MAIN_LINE
from candidates.statistics import Cell, Reading
from directives import allocations, goals, measures, share_text, target_periods, unit_measures
from directives.allocations import Given
from directives.goals import Goal
from directives.models import Distribution, Target
from directives.share_text import Unreadable
from directives.shares import in_proportion
from directives.target_periods import Turn
from organizations import declared, tree
from organizations.enums import PARTY_KINDS
from organizations.models import Unit, UnitVersion
from organizations.periods import Period

NAMED = 3
# What was typed: target id → unit id → text.
Typed = dict[int, dict[int, str]]


class Rows(StrEnum):
    """Which units stand in the grid."""

    CHILDREN = "truc-thuoc"
    GRASSROOTS = "co-so"


class Way(StrEnum):
    """By what the shares are proposed."""

    SIZE = "quy-mo"
    LAST_YEAR = "nam-truoc"
    SOURCES = "nguon"
    COPY = "chep"


WAY_WORDS = {
    Way.SIZE: "theo quy mô đảng viên",
    Way.LAST_YEAR: "theo kết quả năm trước",
    Way.SOURCES: "theo nguồn hiện có",
    Way.COPY: "chép chỉ tiêu năm trước",
}
ROWS_WORDS = {Rows.CHILDREN: "đơn vị trực thuộc", Rows.GRASSROOTS: "mọi tổ chức cơ sở đảng bên dưới"}


@dataclass(frozen=True)
class Asked:
    """Which grid: whose, of which targets, over which rows, for the turn of which day."""

    sharer: Unit
    targets: tuple[Target, ...]
    rows: Rows
    day: date
    on: date

    @property
    def turns(self) -> dict[int, Turn]:
        """The turn of each target."""
        return {target.pk: target_periods.turn(target, self.day) for target in self.targets}

    @property
    def first(self) -> Target:
        """The target by which the grid decides: result and sources of last year are those of its measure."""
        return self.targets[0]

    @property
    def period(self) -> Period:
        """The days of the first target's turn."""
        return target_periods.of_turn(self.first, self.turns[self.first.pk])

    @property
    def moment(self) -> date:
        """The day of the turn from which one looks: the day itself, as far as the turn holds it."""
        return min(max(self.on, self.period.start), self.period.last_day)


def units(asked: Asked) -> list[UnitVersion]:
    """Return the units of the rows, by code: direct children, or every grassroots organisation below."""
    if asked.rows == Rows.GRASSROOTS:
        return list(tree.grassroots(asked.sharer, asked.on).exclude(unit=asked.sharer))
    return list(tree.children(asked.sharer, asked.on).filter(kind__in=PARTY_KINDS))


@dataclass(frozen=True)
class Basis:
    """What shares are decided by, per unit id: absent is unknown for a size, nobody for the others.

    ``results``: target id → unit id → what was reached a year earlier, by units as they stand now, so that a merged unit has
    what those before it reached; ``cells`` count those of people.
    """

    base_on: date
    sizes: Mapping[int, int]
    results: Mapping[int, Mapping[int, int]]
    cells: Mapping[int, Cell]
    sources: Mapping[int, int]
    before: Mapping[int, Given]
    now: Mapping[tuple[int, int], Given]


def basis_of(asked: Asked, keys: list[int]) -> Basis:
    """Count what stands beside the rows."""
    base_on, first = goals.base_day(asked.first, asked.period) or date(asked.period.start.year, 1, 1), asked.first
    earlier = asked.period.a_year_earlier()
    cells = _cells(asked)
    before_admission = MAIN_LINE[: MAIN_LINE.index(statistics.admitted_stage(asked.on))]
    given = allocations.by_unit(asked.targets, keys, asked.moment, asked.turns)
    last = allocations.by_unit([first], keys, earlier.last_day)
    return Basis(
        base_on=base_on,
        sizes=declared.members_under(keys, base_on),
        results=_results(asked, cells, keys),
        cells=cells,
        sources=statistics.by_unit(Cell((asked.sharer,), before_admission, asked.on), keys),
        before={unit: each for (_, unit), each in last.items()},
        now=given,
    )


def _cells(asked: Asked) -> dict[int, Cell]:
    """The cell of each target of people that counts its period a year earlier, by units as they stand now."""
    return {
        target.pk: replace(
            measures.cell(target.measure, (asked.sharer,), _earlier(target, asked), asked.on), reading=Reading.NOW
        )
        for target in asked.targets
        if measures.counts_people(target.measure)
    }


def _results(asked: Asked, cells: Mapping[int, Cell], keys: list[int]) -> dict[int, dict[int, int]]:
    """What each unit reached a year earlier: people in one query for all targets, organisations one by one."""
    found = dict(zip(cells, statistics.grid(list(cells.values()), keys), strict=True))
    for target in asked.targets:
        if target.pk not in cells:
            period, shown = _earlier(target, asked), list(Unit.objects.filter(pk__in=keys))
            counted = unit_measures.by_unit(target.measure, shown, period, asked.on, Reading.NOW)
            found[target.pk] = {unit: each.reached for unit, each in counted.items()}
    return found


def _earlier(target: Target, asked: Asked) -> Period:
    return target_periods.of_turn(target, asked.turns[target.pk]).a_year_earlier()


def propose(asked: Asked, way: Way, typed: Typed, column: int | None = None) -> Typed:
    """Return what was typed with every column, or that of one target, filled the way asked for.

    Unreadable says of which it cannot be, and why.
    """
    for target in asked.targets:
        if column in (None, target.pk):
            typed = _proposed(replace(asked, targets=(target,)), way, typed)
    return typed


def _proposed(asked: Asked, way: Way, typed: Typed) -> Typed:
    bodies = units(asked)
    keys, key = [body.unit_id for body in bodies], asked.first.pk
    basis = basis_of(asked, keys)
    if way == Way.COPY:
        return typed | {
            key: {unit: share_text.as_typed(each.people, each.people_max) for unit, each in basis.before.items()}
        }
    sizes = {Way.SIZE: basis.sizes, Way.LAST_YEAR: basis.results[key], Way.SOURCES: basis.sources}[way]
    whole = whole_of(asked.first, asked)
    if whole is None:
        raise Unreadable(f"“{asked.first.get_measure_display()}”: chưa biết tổng phải giao nên chưa đề xuất được.")
    if sizes and way == Way.SIZE:
        _check_sized(bodies, sizes)
    if not sum(sizes.get(unit, 0) for unit in keys):
        raise Unreadable(
            f"“{asked.first.get_measure_display()}”: chưa có số liệu để đề xuất {WAY_WORDS[way]}; hãy chọn cách khác."
        )
    shares = in_proportion(whole, {unit: sizes.get(unit, 0) for unit in keys})
    return typed | {key: {unit: str(number) for unit, number in shares.items()}}


def _check_sized(bodies: list[UnitVersion], sizes: Mapping[int, int]) -> None:
    """A unit whose members are not known has no share by size: it is not a unit without members."""
    unknown = [body.name for body in bodies if body.unit_id not in sizes]
    if unknown:
        more = f" và {len(unknown) - NAMED} đơn vị khác" if len(unknown) > NAMED else ""
        raise Unreadable(
            f"Chưa có đủ số đảng viên của {', '.join(unknown[:NAMED])}{more}; hãy ghi số đảng viên trước, hoặc chọn cách khác."
        )


def whole_of(target: Target, asked: Asked, goal: Goal | None = None) -> int | None:
    """Return what the sharer has to share out: its own target, or what it was given itself."""
    key = (target.pk, asked.sharer.pk)
    if asked.sharer.pk != target.unit_id:
        given = allocations.by_unit([target], [asked.sharer.pk], asked.moment, asked.turns).get(key)
        return given.people if given else None
    goal = goal or goal_of(target, asked)
    return goal.low if target.each_year is None else goals.in_a_year(goal)


def goal_of(target: Target, asked: Asked) -> Goal | None:
    """Return what the target comes to, for its own unit; None for one that shares a share out."""
    return goals.of(target, target.unit, asked.moment) if asked.sharer.pk == target.unit_id else None


def mark(asked: Asked) -> int:
    """Return the number of the last change of any version or draft of the grid, which a form carries; 0 for none."""
    events = Distribution.pgh_event_model.objects.filter(target__in=asked.targets, unit=asked.sharer)
    return events.aggregate(last=Max("pgh_id"))["last"] or 0
