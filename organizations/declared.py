"""Reads what units declared: the bases of quotas and rates."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, OuterRef, QuerySet, Subquery, Sum

from organizations import tree
from organizations.enums import MEMBER_FIGURES
from organizations.models import Figure, Unit, UnitVersion

NAMED = 5


@dataclass(frozen=True)
class Base:
    """Party members of a unit as at a day; ``missing`` are grassroots organisations that declared nothing for it."""

    total: int | None
    missing: tuple[UnitVersion, ...]

    @property
    def missing_words(self) -> str:
        """The first few that declared nothing, by name, and how many more there are."""
        names = ", ".join(body.name for body in self.missing[:NAMED])
        more = len(self.missing) - NAMED
        return f"{names} và {more} tổ chức cơ sở đảng khác" if more > 0 else names


def members(unit: Unit, on: date) -> Base:
    """Return the members of all grassroots organisations at or below ``unit`` as declared for the day ``on``."""
    bodies = tree.grassroots(unit, on).annotate(members=_members_on(on))
    known = [body.members for body in bodies if body.members is not None]
    return Base(sum(known) if known else None, tuple(body for body in bodies if body.members is None))


def members_by_unit(unit_ids: list[int], on: date) -> dict[int, int]:
    """Return declared members (official and probationary) per unit id; a unit lacking either figure is left out."""
    rows = _totals(on).filter(unit__in=unit_ids)
    return {row["unit"]: row["total"] for row in rows}


def _totals(on: date) -> QuerySet[Figure]:
    """Rows of unit and total, for the units that declared every kind of member for a day."""
    in_force = Figure.objects.filter(on=on, kind__in=MEMBER_FIGURES, in_force=True).order_by()
    totals = in_force.values("unit").annotate(total=Sum("value"), kinds=Count("kind"))
    return totals.filter(kinds=len(MEMBER_FIGURES))


def _members_on(on: date) -> Subquery:
    return Subquery(_totals(on).filter(unit=OuterRef("unit")).values("total"))
