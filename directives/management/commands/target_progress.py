"""``manage.py target_progress --on 2021-05-31 [--unit CODE] [--json]``: how far each target is met as at a day."""

import json
from datetime import date
from decimal import Decimal

from django.core.management.base import BaseCommand, CommandError, CommandParser

from directives import forecasts, organisation_progress, progress, unit_progress
from directives.forecast.counting import Outlook
from directives.organisation_progress import OrganisationProgress
from directives.progress import Progress
from directives.unit_progress import UnitProgress
from organizations.formats import number_vn, percent_vn, rounded
from organizations.management import as_at
from organizations.models import Unit


class Command(BaseCommand):
    """Print the progress of all targets, those of party units first, or of those of one unit or organisation."""

    help = "Tiến độ các chỉ tiêu tại một ngày."

    def add_arguments(self, parser: CommandParser) -> None:
        """The day, the unit's code, and the machine-readable form."""
        parser.add_argument("--on", help=as_at.HELP)
        parser.add_argument("--unit", help="mã tổ chức đảng hoặc hội, đoàn thể")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: object, **options: object) -> None:
        """Count and print."""
        on = as_at.day(options["on"])
        code = options["unit"]
        found = [*_all(code, on), *_of_units(code, on), *_of_organisations(code, on)]
        if options["json"]:
            self.stdout.write(json.dumps([as_json(item) for item in found], ensure_ascii=False, indent=2))
            return
        for item in found:
            self.stdout.write(_line(item))


def as_json(item: Progress | UnitProgress | OrganisationProgress) -> dict:
    """One progress in plain values; percentages are rounded half up to one decimal, unknown values are null."""
    if isinstance(item, UnitProgress):
        return _units_json(item)
    return _organisation_json(item) if isinstance(item, OrganisationProgress) else _unit_json(item)


def _units_json(item: UnitProgress) -> dict:
    """A target that counts party organisations or receipts: ``base`` are those that could."""
    return {
        "directive": item.target.directive.document.short,
        "unit": item.unit.code,
        "measure": item.target.measure,
        "period": f"{item.period.start}/{item.period.last_day}",
        "base": item.units.could,
        "target": item.goal,
        "actual": item.units.reached,
        "percent": _number(item.percent),
        "percent_of_base": _number(item.share),
        "missing": item.missing,
        **_forecast_json(item),
    }


def _organisation_json(item: OrganisationProgress) -> dict:
    return {
        "directive": item.target.directive.document.short,
        "unit": item.organisation.code,
        "measure": item.target.measure,
        "period": f"{item.whole.start}/{item.whole.last_day}",
        "base": item.base.value if item.base else None,
        "target": item.goal,
        "actual": item.actual,
        "percent": _number(item.percent),
        "percent_of_members": _number(item.percent_of_members),
        "missing": item.left,
        **_interval(forecasts.of_organisations([item])[0].outlook),
    }


def _unit_json(item: Progress) -> dict:
    return {
        "directive": item.target.directive.document.number,
        "unit": item.unit.code,
        "measure": item.target.measure,
        "period": f"{item.period.start}/{item.period.last_day}",
        "base": item.base.total if item.base else None,
        "target": item.goal,
        "actual": item.actual.people,
        "percent": _number(item.percent),
        "same_period": item.same_period.people if item.same_period else None,
        "percent_of_same_period": _number(item.percent_of_same_period),
        "decided": item.decided.people,
        "submitted": item.submitted.people,
        "verified": item.verified.people,
        "earlier": item.earlier.people,
        "declared": item.declared.people if item.declared else None,
        "missing": item.missing,
        **_forecast_json(item),
    }


def _forecast_json(item: Progress | UnitProgress) -> dict:
    return _interval(forecasts.of_progress(item).outlook)


def _interval(found: Outlook | None) -> dict:
    """What is expected at the end of the period; null where no forecast is made, or no goal is known."""
    return {
        "forecast_low": found.low if found else None,
        "forecast_mid": found.mid if found else None,
        "forecast_high": found.high if found else None,
        "probability": round(found.probability, 3) if found and found.probability is not None else None,
    }


def _all(code: str | None, on: date):
    if code is None:
        return (progress.of_target(target, target.unit, on) for target in progress.targets_on(Unit.objects.all(), on))
    unit = Unit.objects.filter(code=code).first()
    if unit is None:
        raise CommandError(f"Không có tổ chức đảng nào mang mã {code}.")
    return (progress.of_target(target, unit, on) for target in progress.binding(unit, on))


def _of_units(code: str | None, on: date) -> list[UnitProgress]:
    units = Unit.objects.all() if code is None else Unit.objects.filter(code=code)
    return [unit_progress.of_target(target, on) for target in unit_progress.targets_on(units, on)]


def _of_organisations(code: str | None, on: date) -> list[OrganisationProgress]:
    units = Unit.objects.all() if code is None else Unit.objects.filter(code=code)
    return organisation_progress.of_organisations(list(organisation_progress.targets_on(units, on)), on)


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(rounded(value))


def _line(item: Progress | UnitProgress | OrganisationProgress) -> str:
    if isinstance(item, UnitProgress):
        reached = f"{number_vn(item.units.reached)}/{number_vn(item.goal)} {item.thing}"
        return f"{item.target.directive} · {item.target.unit.code}: {reached}, {percent_vn(item.share)} số có thể"
    if isinstance(item, OrganisationProgress):
        reached = f"{number_vn(item.actual)}/{number_vn(item.goal)} ({percent_vn(item.percent)})"
        return f"{item.target.directive} · {item.organisation.code}: {reached}, {percent_vn(item.percent_of_members)} số hội viên"
    return (
        f"{item.target.directive} · {item.unit.code}: {number_vn(item.actual.people)}/{number_vn(item.goal)} "
        f"({percent_vn(item.percent)}), cùng kỳ {percent_vn(item.percent_of_same_period)}"
    )
