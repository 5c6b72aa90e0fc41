"""``manage.py build_report KIND --unit CODE …``: build a report from the command line, as PDF, workbook or JSON."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from organizations.acting import record_reading
from organizations.enums import Deed
from organizations.errors import Refused
from reports import builder, definitions, excel, pdf, plain
from reports.document import Report
from reports.management import parameters


class Command(BaseCommand):
    """Build a report of the catalogue and write it."""

    help = "Lập một báo cáo và ghi ra tệp PDF, Excel hoặc JSON."

    def add_arguments(self, parser: CommandParser) -> None:
        """What the report is about, the files."""
        parameters.add(parser)
        parser.add_argument("--pdf", type=Path, help="tệp PDF sẽ ghi")
        parser.add_argument("--xlsx", type=Path, help="tệp Excel sẽ ghi")
        parser.add_argument("--slip", type=Path, help="tệp PDF của phiếu kiểm soát")
        parser.add_argument("--json", action="store_true", help="in các bảng ra JSON")

    def handle(self, *args: object, **options: object) -> None:
        """Build and write; a wish that cannot be met is one sentence."""
        try:
            built = _built(options)
        except Refused as error:
            raise CommandError(str(error)) from error
        if built.annexe:
            subject = f"{options['report']}, {options['unit']}"
            record_reading(None, Deed.PRINT_NAMES, subject, len(built.annexe.names))
        for wish, render in (("pdf", pdf.render_pdf), ("xlsx", excel.workbook), ("slip", pdf.render_slip)):
            if options[wish]:
                parameters.write(options[wish], render(built))
                self.stdout.write(str(options[wish]))
        if options["json"]:
            self.stdout.write(json.dumps(plain.of_report(built), ensure_ascii=False))


def _built(options: dict) -> Report:
    definition = definitions.CATALOGUE[options["report"]]
    return builder.build(definition, parameters.asked(options), with_names=options["names"])
