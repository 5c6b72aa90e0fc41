"""Reads the local criteria: which of them stand over a unit on a day, whom they bind, and how the rules see them."""

from datetime import date

from django.db.models import QuerySet

from candidates.enums import Grade
from candidates.models import Dossier, LocalCriterion
from candidates.rules.ratings import YearsCriterion
from candidates.rules.sources import Source
from organizations import tree
from organizations.models import Unit


def in_force(on: date) -> QuerySet[LocalCriterion]:
    """Return the criteria in force on a day, with what they cite."""
    return LocalCriterion.objects.on(on).select_related("unit", "clause__document").order_by("valid_from", "pk")


def over(unit: Unit, on: date) -> list[LocalCriterion]:
    """Return the criteria in force over ``unit`` on a day: those of the unit itself and of the units above it that day."""
    return list(in_force(on).filter(unit__in=tree.ancestors(unit, on)))


def binding(dossier: Dossier, on: date) -> list[LocalCriterion]:
    """Return the criteria that bind a dossier on a day: they stand over its unit and name the person's occupation."""
    return [found for found in over(dossier.unit, on) if dossier.occupation in found.occupations]


def begun_by(on: date) -> QuerySet[LocalCriterion]:
    """Return the criteria that came into force on a day or before it, ended ones among them."""
    return LocalCriterion.objects.filter(valid_from__lte=on).order_by("valid_from", "pk")


def as_rule(found: LocalCriterion) -> YearsCriterion:
    """Turn a stored criterion into what the rules see."""
    return YearsCriterion(
        occupations=frozenset(found.occupations),
        years=found.years,
        least=found.least,
        top=found.top,
        grades=dict(Grade.choices),
        anchor=found.get_anchor_display(),
        source=Source(found.clause.document.short, found.clause.label, found.confirmed_by_id is not None),
    )
