"""Reads the dated values: what is in force on a day, with its source."""

from datetime import date

from candidates import models
from candidates.enums import ParameterCode
from candidates.rules.deadlines import add_months
from candidates.rules.parameters import Parameter
from candidates.rules.sources import Source


def row(code: ParameterCode, on: date) -> models.Parameter | None:
    """Return the stored value of ``code`` in force on a day; None before the first regime."""
    in_force = models.Regime.objects.on(on)
    return models.Parameter.objects.filter(code=code, regime__in=in_force).select_related("document").first()


def in_force(on: date) -> dict[str, Parameter]:
    """Return all values in force on a day by their code; empty before the first regime."""
    rows = models.Parameter.objects.filter(regime__in=models.Regime.objects.on(on)).select_related("document")
    return {found.code: as_rule(found) for found in rows}


def as_rule(found: models.Parameter) -> Parameter:
    """Turn a stored value into what the rules see."""
    source = Source(found.document.short, found.clause, found.confirmed_by_id is not None)
    return Parameter(found.code, found.value, source)


def admitted_by(on: date) -> Parameter | None:
    """Return the rule by which "admitted" is counted on a day: ``ceremony`` or ``decision``."""
    found = row(ParameterCode.ADMITTED_BY, on)
    return as_rule(found) if found else None


def certificate_expires(on: date) -> date | None:
    """Return the first day on which an awareness certificate issued on a day counts no more; None where no text tells."""
    months = row(ParameterCode.CERTIFICATE_MONTHS, on)
    return add_months(on, int(months.value)) if months and months.value else None
