"""Measures that count party organisations or receipts, not people: which ones reached it, out of which.

Each keeps the organisations behind its numbers, so that a page can list them; nobody without sources is held to account.
Counted for many units in as many queries as for one.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Subquery

from candidates import statistics
from candidates.enums import MAIN_LINE
from candidates.statistics import Cell, Reading
from directives import obligations
from directives.enums import Measure, ObligationKind
from directives.models import Obligation
from organizations import lineage, tree
from organizations.enums import GRASSROOTS_KINDS, PARTY_KINDS, Sector
from organizations.models import Unit, UnitAncestry, UnitVersion
from organizations.periods import Period

ENTERPRISES = (Sector.STATE_ENTERPRISE, Sector.NON_STATE_ENTERPRISE)
MET, LEFT, WITHOUT = "met", "left", "without"
# A body with the group in which it stands, and the units under which it counts.
Placed = tuple["Body", str, set[int]]


@dataclass(frozen=True)
class Body:
    """A party organisation behind a number; ``duty`` is the one to make a document known, where that is what counts."""

    unit: Unit
    name: str
    duty: Obligation | None = None


@dataclass(frozen=True)
class Units:
    """Organisations that reached what a measure asks, and those ``left`` that still could.

    ``without`` are not counted: they had no sources, were let off, or go on from another organisation. Of documents made
    known, a unit stands once for each document. ``is_open``: nobody can be named beforehand, as with those to be founded.
    """

    met: tuple[Body, ...] = ()
    left: tuple[Body, ...] = ()
    without: tuple[Body, ...] = ()
    is_open: bool = False

    @property
    def reached(self) -> int:
        """How many reached it."""
        return len(self.met)

    @property
    def could(self) -> int | None:
        """Out of how many; None where nobody can be named beforehand."""
        return None if self.is_open else len(self.met) + len(self.left)


def count(measure: Measure, unit: Unit, period: Period, on: date) -> Units:
    """Count a measure of units in and under ``unit`` within a period, as at a day."""
    return by_unit(measure, [unit], period, on).get(unit.pk, Units())


def by_unit(
    measure: Measure, units: Sequence[Unit], period: Period, on: date, reading: Reading = Reading.THEN
) -> dict[int, Units]:
    """Count a measure for each of ``units``; absent: nothing in and under it can be asked for this measure."""
    is_open, groups = Measure(measure) == Measure.UNITS_FOUNDED, defaultdict(lambda: defaultdict(list))
    for body, group, tops in _COUNTS[Measure(measure)](units, period, on, reading):
        for top in tops:
            groups[top][group].append(body)
    found = {
        top: Units(**{name: tuple(each) for name, each in held.items()}, is_open=is_open)
        for top, held in groups.items()
    }
    nothing = {unit.pk: Units(is_open=True) for unit in units} if is_open else {}
    return nothing | found


def _admitting(units: Sequence[Unit], period: Period, on: date, reading: Reading) -> Iterator[Placed]:
    """Grassroots organisations with sources: those that have somebody on the way on the day, or admitted somebody."""
    there = UnitVersion.objects.on(on).filter(kind__in=GRASSROOTS_KINDS, unit__in=tree.descendants(units, on))
    bodies = list(there.select_related("unit").order_by("unit__code"))
    keys = [each.unit_id for each in bodies]
    stage = statistics.admitted_stage(on)
    left = Cell((), MAIN_LINE[: MAIN_LINE.index(stage)], on, reading=reading)
    sources, admitted = statistics.grid([left, Cell((), (stage,), on, period, reading)], keys)
    tops = _tops(units, keys, on)
    for each in bodies:
        has = LEFT if sources.get(each.unit_id) else WITHOUT
        yield _body(each), MET if admitted.get(each.unit_id) else has, tops[each.unit_id]


def _founded(units: Sequence[Unit], period: Period, on: date, reading: Reading) -> Iterator[Placed]:
    """Party organisations in enterprises whose first version began in the period, by where they lay on that day."""
    found = founded(period, on)
    goes_on = lineage.continuing(found)
    tops: dict[int, set[int]] = defaultdict(set)
    days = {each.unit_id: each.valid_from for each in found}
    lines = UnitAncestry.objects.filter(unit__in=days, ancestor__in=units)
    for each in lines:
        if each.valid_from <= days[each.unit_id] and (
            each.valid_until is None or days[each.unit_id] < each.valid_until
        ):
            tops[each.unit_id].add(each.ancestor_id)
    for each in found:
        yield _body(each), WITHOUT if each.unit_id in goes_on else MET, tops[each.unit_id]


def founded(period: Period, on: date) -> list[UnitVersion]:
    """Return the first versions of party organisations in enterprises that began in a period, up to a day.

    What stands since the first day of all records was there before them: nobody founded it on that day.
    """
    opening = UnitVersion.objects.order_by("valid_from").values("valid_from")[:1]
    first = UnitVersion.objects.filter(unit=OuterRef("unit")).order_by("valid_from").values("valid_from")[:1]
    begun = UnitVersion.objects.filter(kind__in=PARTY_KINDS, sector__in=ENTERPRISES, valid_from=Subquery(first))
    within = begun.filter(valid_from__gte=period.start, valid_from__lt=period.stop, valid_from__lte=on)
    return list(within.exclude(valid_from=Subquery(opening)).select_related("unit").order_by("unit__code"))


def _made_known(units: Sequence[Unit], period: Period, on: date, reading: Reading) -> Iterator[Placed]:
    """Receipts of the duties to make a document known that began in the period, by the bound units in and under ``units``."""
    begun = Obligation.objects.filter(
        kind=ObligationKind.MAKE_KNOWN, from_on__gte=period.start, from_on__lt=period.stop
    )
    duties = begun.select_related("directive__document", "subject").prefetch_related("bindings").order_by("pk")
    asked = [each for duty in duties for each in obligations.rounds(duty, on)[:1]]
    said = obligations.sorted_out(asked, on, tree.descendants(units, on))
    keys = {unit for _, unit, _ in said}
    there = UnitVersion.objects.on(on).filter(unit__in=keys).select_related("unit")
    versions, tops = {each.unit_id: each for each in there}, _tops(units, keys, on)
    for place, unit, state in sorted(said, key=lambda each: (versions[each[1]].unit.code, each[0])):
        yield _body(versions[unit], asked[place].obligation), _KNOWN[state], tops[unit]


def _body(version: UnitVersion, duty: Obligation | None = None) -> Body:
    return Body(version.unit, version.name, duty)


def _tops(units: Sequence[Unit], keys: Iterable[int], on: date) -> dict[int, set[int]]:
    """Which of ``units`` each unit lies at or under on a day."""
    found: dict[int, set[int]] = defaultdict(set)
    lines = UnitAncestry.objects.on(on).filter(ancestor__in=units, unit__in=list(keys))
    for unit, top in lines.values_list("unit", "ancestor"):
        found[unit].add(top)
    return found


_KNOWN = {obligations.DONE: MET, obligations.LEFT: LEFT, obligations.EXEMPT: WITHOUT}
_COUNTS: dict[Measure, Callable[[Sequence[Unit], Period, date, Reading], Iterator[Placed]]] = {
    Measure.UNITS_ADMITTING: _admitting,
    Measure.UNITS_FOUNDED: _founded,
    Measure.MADE_KNOWN: _made_known,
}
