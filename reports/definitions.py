"""The catalogue of reports, each described in the format of reports/layout.py, and of which units a person may print them."""

from datetime import date

from django.db.models import QuerySet

from organizations import tree
from organizations.access import Reach
from organizations.enums import PARTY_KINDS, Deed
from organizations.models import Unit, UnitVersion
from reports.associations import report as associations
from reports.catalogue import (
    admitted,
    appraisal,
    cohorts,
    comparison,
    graduates,
    held_up,
    idle,
    new_members,
    picture,
    probation,
    term,
    unions,
)
from reports.evidence import report as evidence
from reports.layout import Definition
from reports.organisation import report as organisation
from reports.progress import report as progress

CATALOGUE: dict[str, Definition] = {
    definition.code: definition
    for definition in (
        progress.DEFINITION,
        term.DEFINITION,
        associations.DEFINITION,
        organisation.DEFINITION,
        evidence.DEFINITION,
        unions.DEFINITION,
        graduates.DEFINITION,
        appraisal.DEFINITION,
        new_members.FORM_2,
        new_members.FORM_2B,
        probation.DEFINITION,
        held_up.DEFINITION,
        picture.DEFINITION,
        admitted.DEFINITION,
        idle.DEFINITION,
        cohorts.DEFINITION,
        comparison.DEFINITION,
    )
}


def find(code: str) -> Definition | None:
    """Return a report of the catalogue by its code; None where there is none."""
    return CATALOGUE.get(code)


def units(definition: Definition, own: Reach, on: date) -> QuerySet[Unit]:
    """Return the units of whom a person may print a report, named as on a day, by code."""
    reached = own.units if definition.kinds <= PARTY_KINDS else own.organisations
    kept = UnitVersion.objects.on(on).filter(kind__in=definition.kinds).values("unit")
    found = reached(Deed.PRINT_REPORT).filter(pk__in=kept)
    return found.annotate(name=tree.name_on(on, "pk")).order_by("code")


def printable(own: Reach, on: date) -> list[Definition]:
    """Return the reports of which a person may print at least one."""
    return [definition for definition in CATALOGUE.values() if units(definition, own, on).exists()]
