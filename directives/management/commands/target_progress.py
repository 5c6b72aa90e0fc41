"""``manage.py target_progress --on 2021-05-31 [--unit CODE] [--json]``: how far each target is met as at a day."""

import json
from datetime import date
from decimal import Decimal

from django.core.management.base import BaseCommand, CommandError, CommandParser

from directives import progress
from directives.progress import Progress
from organizations import clock
from organizations.formats import number_vn, percent_vn, rounded
from organizations.models import Unit


class Command(BaseCommand):
    """Print the progress of all targets, or of those that bind one unit."""

    help = "Tiến độ các chỉ tiêu tại một ngày."

    def add_arguments(self, parser: CommandParser) -> None:
        """The day (ISO), the unit's code, and the machine-readable form."""
        parser.add_argument("--on", type=date.fromisoformat, help="ngày (YYYY-MM-DD); mặc định hôm nay")
        parser.add_argument("--unit", help="mã tổ chức đảng")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: object, **options: object) -> None:
        """Count and print."""
        on = options["on"] or clock.story_date() or clock.real_today()
        found = list(_all(options["unit"], on))
        if options["json"]:
            self.stdout.write(json.dumps([as_json(item) for item in found], ensure_ascii=False, indent=2))
            return
        for item in found:
            self.stdout.write(_line(item))


def as_json(item: Progress) -> dict:
    """One progress in plain values; percentages are rounded half up to one decimal, unknown values are null."""
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
        "earlier": item.earlier.people,
        "missing": item.missing,
    }


def _all(code: str | None, on: date):
    if code is None:
        return (progress.of_target(target, target.unit, on) for target in progress.targets_on(Unit.objects.all(), on))
    unit = Unit.objects.filter(code=code).first()
    if unit is None:
        raise CommandError(f"Không có tổ chức đảng nào mang mã {code}.")
    return (progress.of_target(target, unit, on) for target in progress.binding(unit, on))


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(rounded(value))


def _line(item: Progress) -> str:
    return (
        f"{item.target.directive} · {item.unit.code}: {number_vn(item.actual.people)}/{number_vn(item.goal)} "
        f"({percent_vn(item.percent)}), cùng kỳ {percent_vn(item.percent_of_same_period)}"
    )
