"""Conclusions and remarks on reports of ours: which became documents, and those of one report."""

from datetime import date

from django.db.models import QuerySet

from directives.enums import ReportCode
from directives.models import Conclusion
from organizations.enums import ORGANISATION_KINDS, PARTY_KINDS, UnitKind
from organizations.models import Unit

# Of which kinds of unit each report is made, as the catalogue of reports has it.
REPORT_KINDS: dict[ReportCode, frozenset[UnitKind]] = {
    ReportCode.PROGRESS: PARTY_KINDS,
    ReportCode.ASSOCIATIONS: PARTY_KINDS,
    ReportCode.ORGANISATION: frozenset({UnitKind.SOCIO_POLITICAL}),
}


def of_kind(kind: UnitKind) -> list[tuple[str, str]]:
    """Return the reports that a unit of a kind may give, as choices."""
    return [(code.value, code.label) for code, kinds in REPORT_KINDS.items() if kind in kinds]


def on_report(code: str, unit: Unit, until: date) -> QuerySet[Conclusion]:
    """Return what was concluded on reports of a unit, the report of the newest day first; ``until`` is the day one looks from."""
    found = Conclusion.objects.filter(report=code, unit=unit, report_on__lte=until)
    return found.select_related("directive__document").order_by("-report_on", "-pk")


def is_of_organisation(code: str) -> bool:
    """Say whether a report is one of organisations outside the Party."""
    return REPORT_KINDS[ReportCode(code)] <= ORGANISATION_KINDS
