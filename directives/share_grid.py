"""The grid by which a unit shares targets out: its rows, what stands beside each to decide by, what was typed, the sums."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from candidates.statistics import Cell
from directives import allocations, recognised, share_basis, share_text, target_periods
from directives.allocations import Given
from directives.enums import ShareState
from directives.goals import Goal
from directives.models import Distribution, Target
from directives.share_basis import Asked, Basis, Typed
from directives.share_text import Share, Sum, Unreadable
from directives.target_periods import Turn
from organizations.formats import percentage, plain
from organizations.models import Unit, UnitVersion


@dataclass(frozen=True)
class Before:
    """What a unit reached of a target a year earlier, and the cell of its people; None where no people stand behind it."""

    reached: int
    cell: Cell | None


@dataclass(frozen=True)
class Box:
    """One cell to type in: what stands in it, how it reads or why not, what is in force, what was reached a year earlier."""

    target: Target
    name: str
    text: str
    share: Share | None
    wrong: str
    given: Given | None
    percent: Decimal | None
    before: Before


@dataclass(frozen=True)
class Row:
    """A unit of the grid; a number that nobody declared or that does not count people is None."""

    unit: Unit
    name: str
    size: int | None
    last_year: int
    sources: int | None
    given_before: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class Column:
    """One target of the grid: what is to be shared out, how that comes about, the sum of what is typed."""

    target: Target
    turn: Turn
    words: str
    goal: Goal | None
    total: Sum
    wrong: int
    draft: Distribution | None
    issued: tuple[Distribution, ...]

    @property
    def explained(self) -> str:
        """How the whole comes about."""
        if self.goal is None:
            return "Số cấp trên giao cho đơn vị."
        said = self.target.rhythm_words
        return f"{said[0].upper()}{said[1:]}; cả nhiệm kỳ: {self.goal.sentence}" if said else self.goal.sentence


@dataclass(frozen=True)
class Grid:
    """The whole grid; ``base_on`` is the day of the sizes."""

    sharer: Unit
    on: date
    base_on: date
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]

    @property
    def wrong(self) -> int:
        """How many cells cannot be read."""
        return sum(column.wrong for column in self.columns)


def build(asked: Asked, typed: Typed | None = None, bodies: Sequence[UnitVersion] | None = None) -> Grid:
    """Return the grid with what was ``typed``, else with the draft, else with what is in force; in a fixed number of queries."""
    bodies = share_basis.units(asked) if bodies is None else bodies
    versions = _versions(asked)
    basis = share_basis.basis_of(asked, [body.unit_id for body in bodies])
    typed = _before(versions, basis) if typed is None else typed
    columns = tuple(_column(target, asked, versions, typed, bodies) for target in asked.targets)
    rows = tuple(_row(body, asked, basis, typed, columns) for body in bodies)
    return Grid(asked.sharer, asked.on, basis.base_on, rows, columns)


def shares_of(typed: Mapping[int, str]) -> dict[int, Share]:
    """Return unit id → share of the cells that hold one; cells that cannot be read are left out."""
    return {unit: share for unit, text in typed.items() if (share := _read(text)[0]) is not None}


def _before(versions: Mapping[int, Sequence[Distribution]], basis: Basis) -> Typed:
    """What the drafts hold, wrong cells included; without one, what units have today, to be changed."""
    found: Typed = {target: {} for target in versions}
    for (target, unit), given in basis.now.items():
        found[target][unit] = share_text.as_typed(given.people, given.people_max)
    for target, rows in versions.items():
        for row in rows:
            if row.state == ShareState.DRAFT:
                found[target] = {int(unit): text for unit, text in row.typed.items()}
    return found


def _versions(asked: Asked) -> dict[int, list[Distribution]]:
    """The versions and the draft of each target for its turn."""
    rows = Distribution.objects.filter(target__in=asked.targets, unit=asked.sharer).select_related("document", "by")
    found: dict[int, list[Distribution]] = {target.pk: [] for target in asked.targets}
    for row in rows.order_by("number"):
        if Turn(row.year, row.part) == asked.turns[row.target_id]:
            found[row.target_id].append(row)
    return found


def _column(target: Target, asked: Asked, versions: dict, typed: Typed, bodies: Sequence[UnitVersion]) -> Column:
    shown = {body.unit_id for body in bodies}
    read = [_read(text) for unit, text in typed.get(target.pk, {}).items() if unit in shown]
    goal, rows = share_basis.goal_of(target, asked), versions[target.pk]
    return Column(
        target=target,
        turn=asked.turns[target.pk],
        words=target_periods.words(target, asked.turns[target.pk]),
        goal=goal,
        total=share_text.add_up([share for share, _ in read if share], share_basis.whole_of(target, asked, goal)),
        wrong=sum(1 for _, wrong in read if wrong),
        draft=next((row for row in rows if row.state == ShareState.DRAFT), None),
        issued=tuple(row for row in rows if row.state == ShareState.ISSUED),
    )


def _row(body: UnitVersion, asked: Asked, basis: Basis, typed: Typed, columns: Sequence[Column]) -> Row:
    key, before = body.unit_id, basis.before.get(body.unit_id)
    return Row(
        unit=body.unit,
        name=body.name,
        size=basis.sizes.get(key),
        last_year=basis.results[asked.first.pk].get(key, 0),
        sources=basis.sources.get(key, 0),
        given_before=allocations.in_words(before.people, before.people_max) if before else "",
        boxes=tuple(_box(body.unit, column, basis, typed) for column in columns),
    )


def _box(body: Unit, column: Column, basis: Basis, typed: Typed) -> Box:
    target, unit = column.target, body.pk
    text, cell = typed.get(target.pk, {}).get(unit, ""), basis.cells.get(target.pk)
    share, wrong = _read(text)
    given = basis.now.get((target.pk, unit))
    percent = percentage(share.low, column.total.whole) if share else None
    before = Before(basis.results[target.pk].get(unit, 0), cell and replace(cell, units=(body,)))
    return Box(target, box_name(target.pk, unit), text, share, wrong, given, percent, before)


def box_name(target: int, unit: int) -> str:
    """The name of a cell's input."""
    return f"o-{target}-{unit}"


def names(bodies: Sequence[UnitVersion]) -> dict[str, int]:
    """Return plain codes and names → unit id; 0 for a name that two units bear.

    A name may stand without "Đảng bộ", "Chi bộ", and the committee's name for the unit's.
    """
    whole = _by_name((plain(body.name), body.unit_id) for body in bodies)
    committees = _by_name((plain(body.committee), body.unit_id) for body in bodies if body.committee)
    bare = _by_name((recognised.short(body.name), body.unit_id) for body in bodies if recognised.short(body.name))
    return bare | committees | whole | {plain(body.unit.code): body.unit_id for body in bodies}


def _by_name(named: Iterable[tuple[str, int]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for name, unit in named:
        found[name] = 0 if name in found and found[name] != unit else unit
    return found


def heads(asked: Asked) -> dict[str, int]:
    """Return plain heads of the columns of a sheet → target id."""
    return {plain(head(target)): target.pk for target in asked.targets}


def head(target: Target) -> str:
    """The head of a target's column in a sheet."""
    return f"Giao: {target.get_measure_display()}"


def _read(text: str) -> tuple[Share | None, str]:
    try:
        return share_text.parse(text), ""
    except Unreadable as error:
        return None, str(error)
