"""``manage.py list_reports [--json]``: the reports of the catalogue."""

import json

from django.core.management.base import BaseCommand, CommandParser

from reports.definitions import CATALOGUE
from reports.layout import Definition


class Command(BaseCommand):
    """List the catalogue of reports."""

    help = "Liệt kê các báo cáo của hệ thống."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the wish for JSON."""
        parser.add_argument("--json", action="store_true", help="in ra JSON")

    def handle(self, *args: object, **options: object) -> None:
        """Print one line for each report, or all of them as JSON."""
        if options["json"]:
            self.stdout.write(json.dumps([_plain(each) for each in CATALOGUE.values()], ensure_ascii=False))
            return
        for each in CATALOGUE.values():
            self.stdout.write(f"{each.code}\t{each.name}\t{each.answers}")


def _plain(definition: Definition) -> dict:
    return {
        "code": definition.code,
        "name": definition.name,
        "answers": definition.answers,
        "family": definition.family.value,
        "kinds": sorted(definition.kinds),
        "period": definition.span.value,
        "names": definition.names is not None,
    }
