"""Builds a report of the catalogue as a test asks for it."""

from datetime import date

from candidates.statistics import Reading
from organizations.access import Reach
from organizations.models import Unit
from organizations.periods import Period
from reports import builder
from reports.definitions import CATALOGUE
from reports.document import Report


def report(
    code: str,
    unit: Unit,
    on: date,
    *,
    with_names: bool = False,
    own: Reach | None = None,
    period: Period | None = None,
    reading: Reading = Reading.THEN,
) -> Report:
    """Build the report with this code."""
    definition = CATALOGUE[code]
    return builder.build(definition, builder.asked(definition, unit, on, period, reading, own), with_names=with_names)
