"""What units were given of a target, as at a day: the shares in force, and those of units that went into another one.

A quota stays as it was issued: the number of a unit that came of a merger is the sum of what those before it were given.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Q, Subquery

from directives import target_periods
from directives.models import Allocation, Target
from directives.target_periods import Turn
from organizations import lineage
from organizations.formats import number_vn
from organizations.models import Unit, UnitVersion


@dataclass(frozen=True)
class Given:
    """What a unit has of a target: ``people`` meet it, ``people_max`` is the upper end of a range.

    ``inherited`` are the shares of units that went into it since, by their names then; ``own`` is its own share, if any.
    """

    own: Allocation | None = None
    inherited: tuple[Allocation, ...] = ()

    @property
    def rows(self) -> tuple[Allocation, ...]:
        """Every share that adds up to it."""
        return (*((self.own,) if self.own else ()), *self.inherited)

    @property
    def people(self) -> int:
        """The number that meets it."""
        return sum(row.people for row in self.rows)

    @property
    def people_max(self) -> int | None:
        """The upper end, where any share is a range."""
        ranged = any(row.people_max is not None for row in self.rows)
        return sum(row.people_max or row.people for row in self.rows) if ranged else None

    @property
    def words(self) -> str:
        """The number, and for a merged unit what it is the sum of."""
        whole = in_words(self.people, self.people_max)
        if not self.inherited:
            return whole
        shares = " + ".join(f"{in_words(row.people, row.people_max)} ({row.unit_name})" for row in self.rows)
        return f"{whole} = {shares}, giữ nguyên như đã giao trước khi sáp nhập"


def in_words(people: int, people_max: int | None = None) -> str:
    """Write a share: 38, or 01–02 for a range."""
    return number_vn(people) if people_max is None else f"{people:02d}–{people_max:02d}"


def given(target: Target, unit: Unit, on: date) -> Given | None:
    """Return what ``unit`` has of a target in the turn of a day; None where no document gave it, or its forerunners, any."""
    return by_unit([target], [unit.pk], on).get((target.pk, unit.pk))


def by_unit(
    targets: Iterable[Target], unit_ids: Iterable[int], on: date, turns: Mapping[int, Turn] | None = None
) -> dict[tuple[int, int], Given]:
    """Return target id and unit id → what it has on a day, in a fixed number of queries; absent: it was given nothing.

    ``turns``: target id → the turn asked for; without it that of the day.
    """
    targets, wanted = list(targets), set(unit_ids)
    asked = {target.pk: (turns or {}).get(target.pk) or target_periods.turn(target, on) for target in targets}
    rows = list(_rows(asked, on))
    found = {(row.target_id, row.unit_id): Given(row) for row in rows if row.unit_id in wanted}
    others = [row for row in rows if row.unit_id not in wanted]
    since = min((target_periods.of_turn(each, asked[each.pk]).start for each in targets), default=on)
    heirs = lineage.heirs({row.unit_id for row in others}, wanted, since, on) if others else {}
    for row in others:
        if heir := heirs.get(row.unit_id):
            before = found.get((row.target_id, heir), Given())
            found[row.target_id, heir] = Given(before.own, (*before.inherited, row))
    return found


def _rows(asked: Mapping[int, Turn], on: date) -> Iterable[Allocation]:
    if not asked:
        return []
    condition = Q()
    for target, turn in asked.items():
        condition |= Q(target=target, year=turn.year, part=turn.part)
    last = UnitVersion.objects.filter(unit=OuterRef("unit"), valid_from__lte=on).order_by("-valid_from").values("name")
    found = Allocation.objects.on(on).filter(condition).annotate(unit_name=Subquery(last[:1]))
    return found.select_related("unit", "document").order_by("unit__code")
