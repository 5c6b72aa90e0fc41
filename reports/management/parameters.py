"""What the commands about reports share: the parameters of a report, days, files."""

from datetime import date
from pathlib import Path

from django.core.management.base import CommandError, CommandParser

from candidates.statistics import Reading
from organizations import clock
from organizations.formats import date_vn
from organizations.models import Unit
from organizations.periods import Period, inclusive
from reports import builder, definitions
from reports.asked import Asked


def add(parser: CommandParser) -> None:
    """The report's code, the unit's code, the days, the reading of units, whether names are attached."""
    parser.add_argument("report", choices=definitions.CATALOGUE)
    parser.add_argument("--unit", required=True, help="mã tổ chức")
    parser.add_argument("--on", type=day, help="nhìn từ ngày (YYYY-MM-DD); mặc định ngày cuối kỳ, hoặc hôm nay")
    parser.add_argument("--from", type=day, dest="first", help="ngày đầu kỳ; mặc định đầu năm")
    parser.add_argument("--to", type=day, dest="last", help="ngày cuối kỳ; mặc định ngày nhìn")
    parser.add_argument("--reading", choices=[each.value for each in Reading], default=Reading.THEN.value)
    parser.add_argument("--names", action="store_true", help="kèm danh sách tên")


def asked(options: dict) -> Asked:
    """Return what the options ask for; raises Refused where there can be no such report."""
    unit = Unit.objects.filter(code=options["unit"]).first()
    if unit is None:
        raise CommandError(f"Không có tổ chức nào mang mã {options['unit']}.")
    on = options["on"] or options["last"] or clock.story_date() or clock.real_today()
    if on > clock.real_today():
        raise CommandError(f"Ngày {date_vn(on)} chưa đến nên chưa có số liệu; hãy chọn ngày sớm hơn.")
    definition = definitions.CATALOGUE[options["report"]]
    return builder.asked(definition, unit, on, _period(options, on), Reading(options["reading"]))


def day(text: str) -> date:
    """Read a day of the command line."""
    return date.fromisoformat(text)


def write(file: Path, content: bytes) -> None:
    """Write a file; a place that cannot be written to is one sentence."""
    try:
        file.write_bytes(content)
    except OSError as error:
        raise CommandError(f"Không ghi được tệp {file}: {error.strerror}.") from error


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
