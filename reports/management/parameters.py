"""What the commands about reports share: the parameters of a report, days, files."""

from datetime import date
from pathlib import Path

from django.core.management.base import CommandError, CommandParser

from candidates.statistics import Reading
from organizations import clock
from organizations.formats import date_vn
from organizations.management import as_at
from organizations.models import Unit
from organizations.periods import Period, inclusive
from reports import builder, definitions
from reports.asked import Asked


def add(parser: CommandParser) -> None:
    """The report's code, the unit's code, the days, the reading of units, whether names are attached."""
    parser.add_argument("report", choices=definitions.CATALOGUE)
    parser.add_argument("--unit", required=True, help="mã tổ chức")
    parser.add_argument("--on", help=f"nhìn từ ngày, {as_at.FORMS}; mặc định ngày cuối kỳ, hoặc hôm nay")
    parser.add_argument("--from", dest="first", help="ngày đầu kỳ; mặc định đầu năm")
    parser.add_argument("--to", dest="last", help="ngày cuối kỳ; mặc định ngày nhìn")
    parser.add_argument("--reading", choices=[each.value for each in Reading], default=Reading.THEN.value)
    parser.add_argument("--names", action="store_true", help="kèm danh sách tên")


def asked(options: dict) -> Asked:
    """Return what the options ask for; raises Refused where there can be no such report."""
    unit = Unit.objects.filter(code=options["unit"]).first()
    if unit is None:
        raise CommandError(f"Không có tổ chức nào mang mã {options['unit']}.")
    first, last = as_at.typed(options["first"]), as_at.typed(options["last"])
    on = as_at.typed(options["on"]) or last or as_at.today()
    if on > clock.real_today():
        raise CommandError(f"Ngày {date_vn(on)} chưa đến nên chưa có số liệu; hãy chọn ngày sớm hơn.")
    definition = definitions.CATALOGUE[options["report"]]
    return builder.asked(definition, unit, on, _period(first, last or on, on), Reading(options["reading"]))


def write(file: Path, content: bytes) -> None:
    """Write a file; a place that cannot be written to is one sentence."""
    try:
        file.write_bytes(content)
    except OSError as error:
        raise CommandError(f"Không ghi được tệp {file}: {error.strerror}.") from error


def _period(first: date | None, last: date, on: date) -> Period | None:
    """The period that is wished for; None leaves it to the report."""
    if last > on:
        raise CommandError(f"Kỳ báo cáo đến {date_vn(last)} chưa hết vào ngày {date_vn(on)}: chưa có số liệu.")
    if first is None:
        return None if last == on else inclusive(date(last.year, 1, 1), last)
    if first > last:
        raise CommandError(f"Ngày đầu kỳ {date_vn(first)} sau ngày cuối kỳ {date_vn(last)}; hãy xem lại hai ngày.")
    return inclusive(first, last)
