"""``manage.py build_report tien-do --unit CODE --on DATE --pdf FILE [--names]``: print a report from the command line."""

from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from organizations import clock
from organizations.acting import record_reading
from organizations.enums import Deed
from organizations.errors import Refused
from organizations.models import Unit
from reports import definitions, pdf


class Command(BaseCommand):
    """Build a report of the catalogue and write it as PDF."""

    help = "Lập một báo cáo và ghi ra tệp PDF."

    def add_arguments(self, parser: CommandParser) -> None:
        """The report's code, the unit's code, the last day counted, the file."""
        parser.add_argument("report", choices=definitions.CATALOGUE)
        parser.add_argument("--unit", required=True, help="mã tổ chức đảng")
        parser.add_argument("--on", type=date.fromisoformat, help="số liệu đến hết ngày (YYYY-MM-DD); mặc định hôm nay")
        parser.add_argument("--pdf", type=Path, required=True, help="tệp PDF sẽ ghi")
        parser.add_argument("--slip", type=Path, help="tệp PDF của phiếu kiểm soát")
        parser.add_argument("--names", action="store_true", help="kèm danh sách tên")

    def handle(self, *args: object, **options: object) -> None:
        """Build and write; a wish that cannot be met is one sentence."""
        unit = Unit.objects.filter(code=options["unit"]).first()
        if unit is None:
            raise CommandError(f"Không có tổ chức đảng nào mang mã {options['unit']}.")
        on = options["on"] or clock.story_date() or clock.real_today()
        try:
            built = definitions.CATALOGUE[options["report"]].build(unit, on, with_names=options["names"], own=None)
        except Refused as error:
            raise CommandError(str(error)) from error
        if built.annexe:
            record_reading(None, Deed.PRINT_NAMES, f"{options['report']}, {unit}", len(built.annexe.names))
        _write(options["pdf"], pdf.render_pdf(built))
        if options["slip"]:
            _write(options["slip"], pdf.render_slip(built))
        self.stdout.write(str(options["pdf"]))


def _write(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except OSError as error:
        raise CommandError(f"Không ghi được tệp {file}: {error.strerror}.") from error
