"""``manage.py build_report KIND --unit CODE …``: build a report from the command line, as PDF, workbook or JSON."""

import json
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from candidates.statistics import Reading
from organizations import clock
from organizations.acting import record_reading
from organizations.enums import Deed
from organizations.errors import Refused
from organizations.models import Unit
from organizations.periods import Period, inclusive
from reports import builder, definitions, excel, pdf, plain
from reports.document import Report


class Command(BaseCommand):
    """Build a report of the catalogue and write it."""

    help = "Lập một báo cáo và ghi ra tệp PDF, Excel hoặc JSON."

    def add_arguments(self, parser: CommandParser) -> None:
        """The report's code, the unit's code, the days, the files."""
        parser.add_argument("report", choices=definitions.CATALOGUE)
        parser.add_argument("--unit", required=True, help="mã tổ chức")
        parser.add_argument("--on", type=_day, help="nhìn từ ngày (YYYY-MM-DD); mặc định ngày cuối kỳ, hoặc hôm nay")
        parser.add_argument("--from", type=_day, dest="first", help="ngày đầu kỳ; mặc định đầu năm")
        parser.add_argument("--to", type=_day, dest="last", help="ngày cuối kỳ; mặc định ngày nhìn")
        parser.add_argument("--reading", choices=[each.value for each in Reading], default=Reading.THEN.value)
        parser.add_argument("--pdf", type=Path, help="tệp PDF sẽ ghi")
        parser.add_argument("--xlsx", type=Path, help="tệp Excel sẽ ghi")
        parser.add_argument("--slip", type=Path, help="tệp PDF của phiếu kiểm soát")
        parser.add_argument("--names", action="store_true", help="kèm danh sách tên")
        parser.add_argument("--json", action="store_true", help="in các bảng ra JSON")

    def handle(self, *args: object, **options: object) -> None:
        """Build and write; a wish that cannot be met is one sentence."""
        unit = Unit.objects.filter(code=options["unit"]).first()
        if unit is None:
            raise CommandError(f"Không có tổ chức nào mang mã {options['unit']}.")
        try:
            built = _built(unit, options)
        except Refused as error:
            raise CommandError(str(error)) from error
        if built.annexe:
            record_reading(None, Deed.PRINT_NAMES, f"{options['report']}, {unit}", len(built.annexe.names))
        for wish, render in (("pdf", pdf.render_pdf), ("xlsx", excel.workbook), ("slip", pdf.render_slip)):
            if options[wish]:
                _write(options[wish], render(built))
                self.stdout.write(str(options[wish]))
        if options["json"]:
            self.stdout.write(json.dumps(plain.of_report(built), ensure_ascii=False))


def _built(unit: Unit, options: dict) -> Report:
    on = options["on"] or options["last"] or clock.story_date() or clock.real_today()
    definition = definitions.CATALOGUE[options["report"]]
    asked = builder.asked(definition, unit, on, _period(options, on), Reading(options["reading"]))
    return builder.build(definition, asked, with_names=options["names"])


def _period(options: dict, on: date) -> Period | None:
    """The period that is wished for; None leaves it to the report."""
    first, last = options["first"], options["last"] or on
    if last > on:
        raise CommandError(f"Kỳ báo cáo đến {last.isoformat()} chưa hết vào ngày {on.isoformat()}: chưa có số liệu.")
    if first is None:
        return None if last == on else inclusive(date(last.year, 1, 1), last)
    if first > last:
        raise CommandError(f"Ngày đầu kỳ {first.isoformat()} sau ngày cuối kỳ {last.isoformat()}.")
    return inclusive(first, last)


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _write(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except OSError as error:
        raise CommandError(f"Không ghi được tệp {file}: {error.strerror}.") from error
