"""The one place that counts people.

A cell says what is counted: a flow (who entered a stage within a period) or a stock (who is in a stage at the end of a
day), in a unit and everything under it, as units were then or as they are now. ``people`` returns the dossiers, a number
is their ``.count()``, and the list behind the number is the same QuerySet.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from django.db.models import Avg, BigIntegerField, Case, Count, F, Q, QuerySet, Value, When
from django.db.models.functions import ExtractMonth, ExtractYear

from candidates import among, lateness, policy, traits
from candidates.among import EVERYBODY, Among
from candidates.enums import Stage
from candidates.lateness import Lateness
from candidates.models import Dossier, StageEntry
from organizations import tree
from organizations.models import Unit
from organizations.models.dated import valid_on
from organizations.periods import EARLIEST, Period

BY_DECISION = "decision"
# From so many narrowings of one cell on, its entries are read once for all of them.
SHARED = 8


class Reading(StrEnum):
    """How a person is given to a unit: as the unit was on the day counted, or as the tree stands on the day of looking."""

    THEN = "then"
    NOW = "now"


class DueState(StrEnum):
    """How a stage in force stands to its due day; without a confirmed rule nothing is late, it is to be checked."""

    OVERDUE = "overdue"
    SOON = "soon"
    CHECK = "check"


_LATENESS = {
    DueState.OVERDUE: Lateness.LATE,
    DueState.SOON: Lateness.SOON,
    DueState.CHECK: Lateness.CHECK,
}


@dataclass(frozen=True)
class Cell:
    """What is counted.

    ``units`` are the tops of the subtrees; ``on`` is the day one looks from, and the day of a stock; ``period`` makes it a
    flow. ``from_stages`` narrows to those who came from these stages, ``due`` to a state of the due day (stocks only),
    ``among`` to people tied to organisations, of certain groups, of a class.
    """

    units: tuple[Unit, ...]
    stages: tuple[Stage, ...]
    on: date
    period: Period | None = None
    reading: Reading = Reading.THEN
    from_stages: tuple[Stage, ...] = ()
    due: DueState | None = None
    among: Among = EVERYBODY


def people(cell: Cell) -> QuerySet[Dossier]:
    """Return the dossiers that a cell counts, each once; their number is ``.count()``."""
    return Dossier.objects.filter(pk__in=entries(cell).values("dossier"))


def count(cell: Cell) -> int:
    """Return how many people a cell counts."""
    return people(cell).count()


def counts(cells: Sequence[Cell]) -> list[int]:
    """Return how many people each of ``cells`` counts: in one query, and one more for each base that many cells narrow.

    Many cells that differ by whom they are narrowed to alone (the lines of a form) read the same entries once.
    """
    by_base: dict[Cell, list[int]] = {}
    for place, cell in enumerate(cells):
        by_base.setdefault(replace(cell, among=EVERYBODY), []).append(place)
    shared = {base: places for base, places in by_base.items() if len(places) >= SHARED}
    alone = [place for base, places in by_base.items() if base not in shared for place in places]
    found = _one_by_one({place: cells[place] for place in alone})
    for base, places in shared.items():
        found |= _narrowed_ways(base, {place: cells[place].among for place in places})
    return [found.get(place, 0) for place in range(len(cells))]


def _one_by_one(cells: Mapping[int, Cell]) -> dict[int, int]:
    singly = [
        people(cell).order_by().values(place=Value(place)).annotate(n=Count("pk")) for place, cell in cells.items()
    ]
    return {row["place"]: row["n"] for row in singly[0].union(*singly[1:], all=True)} if singly else {}


def _narrowed_ways(base: Cell, ways: Mapping[int, Among]) -> dict[int, int]:
    """Count the people of one cell narrowed in several ways, in one reading of its entries."""
    is_flow = base.period is not None
    conditions = {place: among.condition(each, base.on, is_flow=is_flow) for place, each in ways.items()}
    asked = {
        f"n{place}": Count("dossier", distinct=True, filter=condition) if condition else Count("dossier", distinct=True)
        for place, condition in conditions.items()
    }
    told = entries(base).order_by().aggregate(**asked)
    return {place: told[f"n{place}"] for place in ways}


def entries(cell: Cell) -> QuerySet[StageEntry]:
    """Return the stage entries behind a cell."""
    return _narrowed(cell).filter(_under(cell, [unit.pk for unit in cell.units]))


def by_unit(cell: Cell, unit_ids: Iterable[int]) -> dict[int, int]:
    """Count a cell for each of ``unit_ids`` (each with everything under it) in one query; absent means 0."""
    return {row["top"]: row["people"] for row in _by_unit(cell, list(unit_ids))}


def codes_by_unit(cell: Cell, unit_ids: Iterable[int]) -> dict[int, list[str]]:
    """Return the codes of the dossiers that ``by_unit`` counts for each of ``unit_ids``, in one query; absent means none."""
    found: dict[int, list[str]] = {}
    rows = _narrowed(cell).order_by().filter(_under(cell, list(unit_ids)))
    for top, code in rows.values_list(f"{_ancestry(cell)}ancestor", "dossier__code").distinct():
        found.setdefault(top, []).append(code)
    return found


def grid(cells: Sequence[Cell], unit_ids: Iterable[int]) -> list[dict[int, int]]:
    """Count each of ``cells`` for each of ``unit_ids`` as ``by_unit`` does, in one query for any number of cells."""
    ids = list(unit_ids)
    found: list[dict[int, int]] = [{} for _ in cells]
    singly = [_by_unit(cell, ids, place=Value(place)) for place, cell in enumerate(cells)]
    for row in singly[0].union(*singly[1:], all=True) if singly else ():
        found[row["place"]][row["top"]] = row["people"]
    return found


def codes_grid(cells: Sequence[Cell], unit_ids: Iterable[int]) -> list[dict[int, set[str]]]:
    """Return the codes of the dossiers that ``grid`` counts, in one query for any number of cells; absent means none."""
    ids = list(unit_ids)
    found: list[dict[int, set[str]]] = [{} for _ in cells]
    singly = [_codes(cell, ids, place) for place, cell in enumerate(cells)]
    for row in singly[0].union(*singly[1:]) if singly else ():
        found[row["place"]].setdefault(row["top"], set()).add(row["code"])
    return found


def by_group(cell: Cell, groups: Mapping[int, Iterable[int]]) -> dict[int, int]:
    """Count a cell for each group of unit ids taken together (each with everything under it) in one query; absent means 0."""
    top = f"{_ancestry(cell)}ancestor__in"
    if not groups:
        return {}
    cases = [When(**{top: list(ids)}, then=Value(key)) for key, ids in groups.items()]
    every = [pk for ids in groups.values() for pk in ids]
    found = _narrowed(cell).filter(_under(cell, every)).values(group=Case(*cases, output_field=BigIntegerField()))
    return {row["group"]: row["people"] for row in found.annotate(people=Count("dossier", distinct=True))}


@dataclass(frozen=True)
class Ranked:
    """A unit with its name on the day one looks from, and how many people a cell counts in and under it."""

    unit: Unit
    name: str
    people: int


def most(cell: Cell, among: QuerySet, limit: int) -> list[Ranked]:
    """Return the units ``among`` (a query of unit ids) in which a cell counts most people, in one query."""
    top = f"{_ancestry(cell)}ancestor"
    counted = _narrowed(cell).filter(_under(cell, among))
    units = counted.values(top=F(top), code=F(f"{top}__code"), name=tree.name_on(cell.on, top))
    rows = units.annotate(people=Count("dossier", distinct=True)).order_by("-people", "code")[:limit]
    return [Ranked(Unit(pk=row["top"], code=row["code"]), row["name"], row["people"]) for row in rows]


def by_stage(found: QuerySet[StageEntry]) -> dict[Stage, int]:
    """Count people by stage among entries, those of a cell or of a list narrowed further, in one query; absent means 0."""
    rows = found.order_by().values("stage").annotate(people=Count("dossier", distinct=True))
    return {Stage(row["stage"]): row["people"] for row in rows}


def by_month(*cells: Cell) -> dict[tuple[int, int], int]:
    """Count flows whose periods do not overlap by year and month, in one query; absent means 0."""
    first, *others = (_months(cell) for cell in cells)
    rows = first.union(*others, all=True) if others else first
    return {(row["year"], row["month"]): row["people"] for row in rows}


def average_age(cell: Cell) -> Decimal | None:
    """Return the average age in full years of the people of a cell, on the day they entered or on the day counted."""
    day = F("on") if cell.period else Value(cell.on)
    one_each = entries(cell).order_by("dossier", "-on").distinct("dossier")
    found = StageEntry.objects.filter(pk__in=one_each.values("pk")).aggregate(age=Avg(traits.age(day)))["age"]
    return None if found is None else Decimal(found)


def admitted(units: tuple[Unit, ...], period: Period, on: date) -> Cell:
    """Return the flow "admitted": by ceremony or by decision, as the parameter in force on ``on`` has it."""
    return Cell(units, (admitted_stage(on),), on, period)


def admitted_stage(on: date) -> Stage:
    """Return the stage whose beginning counts as "admitted" on a day."""
    rule = policy.admitted_by(on)
    return Stage.DECIDED if rule and rule.value == BY_DECISION else Stage.ADMITTED


def ever(cell: Cell) -> Cell:
    """Return the flow of ``cell`` from the beginning of time: where it counts nobody, a count of 0 means nothing."""
    return replace(cell, period=Period(EARLIEST, cell.period.stop))


def _by_unit(cell: Cell, unit_ids: list[int], **more: Value) -> QuerySet:
    rows = _narrowed(cell).order_by().filter(_under(cell, unit_ids)).values(top=F(f"{_ancestry(cell)}ancestor"), **more)
    return rows.annotate(people=Count("dossier", distinct=True))


def _codes(cell: Cell, unit_ids: list[int], place: int) -> QuerySet:
    rows = _narrowed(cell).order_by().filter(_under(cell, unit_ids))
    return rows.values(place=Value(place), top=F(f"{_ancestry(cell)}ancestor"), code=F("dossier__code"))


def _months(cell: Cell) -> QuerySet:
    months = entries(cell).order_by().values(year=ExtractYear("on"), month=ExtractMonth("on"))
    return months.annotate(people=Count("dossier", distinct=True))


def _narrowed(cell: Cell) -> QuerySet[StageEntry]:
    found = StageEntry.objects.filter(stage__in=cell.stages)
    found = found.entered(cell.period) if cell.period else found.standing(cell.on)
    if cell.from_stages:
        found = found.filter(from_stage__in=cell.from_stages)
    if cell.among.narrows:
        found = found.filter(among.condition(cell.among, cell.on, is_flow=cell.period is not None))
    return found.filter(due_condition(cell.due, cell.on)) if cell.due else found


def due_condition(state: DueState, on: date) -> Q:
    """Return the condition of a due state as at a day, on stage entries."""
    return lateness.condition(_LATENESS[state], on)


def _ancestry(cell: Cell) -> str:
    return "unit__ancestry__" if cell.reading == Reading.THEN else "dossier__unit__ancestry__"


def _under(cell: Cell, unit_ids: list[int] | QuerySet) -> Q:
    """The condition "in or under these units", by the tree of the day that the reading asks for."""
    above = _ancestry(cell)
    tops = Q(**{f"{above}ancestor__in": unit_ids})
    if cell.period is None or cell.reading == Reading.NOW:
        return tops & valid_on(cell.on, above)
    return tops & valid_on(F("on"), above)
