"""Reads why organisations introduced nobody, and what they will do: what they said themselves, known from its day on."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from organizations.models import Explanation, Unit


def of(unit: Unit, on: date) -> QuerySet[Explanation]:
    """Return what an organisation said up to a day, the newest first."""
    return Explanation.objects.filter(unit=unit, in_force=True, on__lte=on).order_by("-on")


def newest(unit_ids: Iterable[int], since: date, on: date) -> dict[int, Explanation]:
    """Return per unit id the newest that an organisation said from ``since`` to ``on``; silent ones are left out."""
    said = Explanation.objects.filter(unit__in=list(unit_ids), in_force=True, on__gte=since, on__lte=on)
    return {each.unit_id: each for each in said.order_by("on")}


def standing(unit: Unit, on: date) -> Explanation | None:
    """Return what stands for one day; None where nothing was said for it."""
    return Explanation.objects.filter(unit=unit, in_force=True, on=on).first()
