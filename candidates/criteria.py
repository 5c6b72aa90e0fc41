"""Reads the local criteria: which of them stand over a unit on a day, whom they bind, and how the rules see them."""

from datetime import date

from django.db.models import QuerySet

from candidates.enums import CriterionCode, Grade
from candidates.models import Dossier, LocalCriterion
from candidates.rules import local
from candidates.rules.facts import Facts
from candidates.rules.ratings import YearsCriterion
from candidates.rules.sources import Source
from candidates.rules.verdict import Verdict
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
    return [
        found for found in over(dossier.unit, on) if not found.occupations or dossier.occupation in found.occupations
    ]


def begun_by(on: date) -> QuerySet[LocalCriterion]:
    """Return the criteria that came into force on a day or before it, ended ones among them."""
    return LocalCriterion.objects.filter(valid_from__lte=on).order_by("valid_from", "pk")


def judge(found: LocalCriterion, seen: Facts) -> Verdict | None:
    """Judge by a local criterion; None for somebody whom it does not bind."""
    return local.by_local(seen, as_rule(found))


def as_rule(found: LocalCriterion) -> local.LocalCriterion:
    """Turn a stored criterion into what the rules see."""
    source = Source(found.clause.document.short, found.clause.label, found.confirmed_by_id is not None)
    bound = frozenset(found.occupations)
    if found.code == CriterionCode.RATED_YEARS:
        return _years(found, bound, source)
    if found.code == CriterionCode.STATED:
        return local.StatedCriterion(found.pk, bound, found.words, source)
    return local.MonthsCriterion(found.code, bound, found.months, source)


def _years(found: LocalCriterion, bound: frozenset[str], source: Source) -> YearsCriterion:
    return YearsCriterion(
        occupations=bound,
        years=found.years,
        least=found.least,
        top=found.top,
        grades=dict(Grade.choices),
        anchor=found.get_anchor_display(),
        source=source,
    )
