"""The rows of every table: each association of the unit itself, then those of lower levels by area, and all of them together."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from organizations import organisations, tree
from organizations.enums import Level, UnitKind
from organizations.models import Oversight, Unit, UnitAncestry, UnitVersion


@dataclass(frozen=True)
class Association:
    """An association as at a day, the party unit that follows it (None where nobody does), its level and kind in words."""

    unit: Unit
    name: str
    follower: int | None
    level: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Line:
    """A row: one association, or all of an area, or all there are."""

    label: str
    members: tuple[Association, ...]

    @property
    def organisations(self) -> tuple[Unit, ...]:
        """The associations of the row, as statistics cells take them."""
        return tuple(each.unit for each in self.members)

    @property
    def single(self) -> Association | None:
        """The association of a row that stands for one."""
        return self.members[0] if len(self.members) == 1 else None


@dataclass(frozen=True)
class Lines:
    """All rows in their order; ``whole`` takes every association once."""

    single: tuple[Line, ...]
    areas: tuple[Line, ...]
    whole: Line

    @property
    def items(self) -> tuple[Line, ...]:
        """The rows that are added up."""
        return (*self.single, *self.areas)


def lines(version: UnitVersion, on: date) -> Lines:
    """Return the rows of a report on the associations that ``version`` and the units under it follow on a day."""
    found = _followed(version.unit, on)
    own = [row for row in found if _stands_alone(row, version)]
    others = [row for row in found if not _stands_alone(row, version)]
    whole = tuple(_association(row) for row in [*own, *others])
    single = tuple(Line(row.name, (_association(row),)) for row in own)
    return Lines(single, _areas(others, version, on), Line("Số người", whole))


def _followed(unit: Unit, on: date) -> list[UnitVersion]:
    """The associations that a unit or one below it follows, with their branches, each with its ``follower``."""
    following = Oversight.objects.on(on).filter(unit__in=tree.descendants([unit], on))
    under = tree.descendants(following.values("organisation"), on)
    kept = UnitVersion.objects.on(on).filter(kind=UnitKind.ASSOCIATION, unit__in=under)
    reached = tree.descendants([unit], on).values("pk")
    found = organisations.with_follower(kept, on).filter(follower__in=reached)  # a branch may be followed elsewhere
    return list(found.select_related("unit").order_by("unit__code"))


def _stands_alone(row: UnitVersion, version: UnitVersion) -> bool:
    return row.follower == version.unit_id or (version.kind == UnitKind.PROVINCE and row.level == Level.PROVINCE)


def _areas(found: list[UnitVersion], version: UnitVersion, on: date) -> tuple[Line, ...]:
    """One row per unit directly under ``version`` in whose area associations are followed."""
    children = {child.unit_id: child for child in tree.children(version.unit, on)}
    followers = {row.follower for row in found}
    above = UnitAncestry.objects.on(on).filter(unit__in=followers, ancestor__in=children)
    area_of = dict(above.values_list("unit", "ancestor"))
    by_area: dict[int, list[Association]] = defaultdict(list)
    for row in found:
        by_area[area_of[row.follower]].append(_association(row))
    return tuple(
        Line(f"Các hội thuộc {child.name}", tuple(by_area[pk])) for pk, child in children.items() if pk in by_area
    )


def _association(row: UnitVersion) -> Association:
    return Association(row.unit, row.name, row.follower, row.get_level_display(), row.get_association_kind_display())
