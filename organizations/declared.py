"""Reads what units declared: the bases of quotas and rates."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Sum

from organizations import tree
from organizations.enums import MEMBER_FIGURES
from organizations.models import Figure, Unit, UnitVersion


@dataclass(frozen=True)
class Base:
    """Party members of a unit as at a day; ``missing`` are grassroots organisations that declared nothing for it."""

    total: int | None
    missing: tuple[UnitVersion, ...]


def members(unit: Unit, on: date) -> Base:
    """Return the members of all grassroots organisations at or below ``unit`` as declared for the day ``on``."""
    bodies = list(tree.grassroots(unit, on))
    values = members_by_unit([body.unit_id for body in bodies], on)
    missing = tuple(body for body in bodies if body.unit_id not in values)
    return Base(sum(values.values()) if values else None, missing)


def members_by_unit(unit_ids: list[int], on: date) -> dict[int, int]:
    """Return declared members (official and probationary) per unit id; a unit lacking either figure is left out."""
    rows = (
        Figure.objects.filter(unit__in=unit_ids, on=on, kind__in=MEMBER_FIGURES, replaced_by__isnull=True)
        .values("unit")
        .annotate(total=Sum("value"), kinds=Count("kind"))
        .filter(kinds=len(MEMBER_FIGURES))
    )
    return {row["unit"]: row["total"] for row in rows}
