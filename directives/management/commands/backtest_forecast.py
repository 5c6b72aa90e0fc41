"""``manage.py backtest_forecast [--from 2020] [--to 2024] [--unit CODE] [--json]``: forecasts of past days beside what came."""

import json
from dataclasses import asdict

from django.core.management.base import BaseCommand, CommandError, CommandParser

from directives import backtest
from directives.backtest import Tried
from organizations import clock
from organizations.formats import date_vn
from organizations.models import Unit


class Command(BaseCommand):
    """Forecast the admissions of each past year from three days in it, with what was known on each of them alone."""

    help = "Thử dự báo trên các năm đã qua: mỗi năm ba lần, mỗi lần chỉ dùng số liệu đến ngày đó."

    def add_arguments(self, parser: CommandParser) -> None:
        """The years, the unit whose direct subordinates are tried too, the machine-readable form."""
        parser.add_argument("--from", dest="first", type=int, default=2020, help="năm đầu (mặc định 2020)")
        parser.add_argument("--to", dest="last", type=int, default=2024, help="năm cuối (mặc định 2024)")
        parser.add_argument("--unit", help="mã tổ chức đảng; mặc định tổ chức cao nhất")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: object, **options: object) -> None:
        """Try and print."""
        last = min(options["last"], clock.real_today().year - 1)
        if options["first"] > last:
            raise CommandError("Không có năm nào đã qua trong khoảng này.")
        tried = backtest.run(_unit(options["unit"]), range(options["first"], last + 1))
        if not tried:
            raise CommandError("Không năm nào có đủ hồ sơ để thử.")
        summary = backtest.summary(tried)
        if options["json"]:
            self.stdout.write(
                json.dumps({"origins": [_plain(each) for each in tried], "summary": asdict(summary)}, indent=2)
            )
            return
        for each in tried:
            self.stdout.write(_line(each))
        for name, value in asdict(summary).items():
            self.stdout.write(f"{name}: {value}")


def _unit(code: str | None) -> Unit:
    found = Unit.objects.filter(code=code).first() if code else backtest.topmost()
    if found is None:
        raise CommandError(f"Không có tổ chức đảng nào mang mã {code}." if code else "Chưa có tổ chức đảng nào.")
    return found


def _plain(each: Tried) -> dict:
    told = asdict(each)
    return told | {"origin": each.origin.isoformat(), "covered": each.covered}


def _line(each: Tried) -> str:
    mark = "trong khoảng" if each.covered else "NGOÀI khoảng"
    return (
        f"{date_vn(each.origin)} {each.unit}: {each.low}–{each.high} (giữa {each.mid}), thực tế {each.actual}, {mark}; "
        f"theo năm trước {each.last_year}, đường thẳng {each.straight_line}"
    )
