"""``manage.py due --unit CODE --on DATE [--json]``: every clock that runs in a unit and below as at a day."""

import json
from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from candidates import due_list
from candidates.due_list import Running
from organizations.formats import date_vn
from organizations.management import as_at
from organizations.models import Unit


class Command(BaseCommand):
    """Print the running clocks, the earliest first."""

    help = "In các thời hạn đang tính của một tổ chức đảng và các tổ chức bên dưới, tại một ngày."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Name the arguments."""
        parser.add_argument("--unit", required=True, help="mã của tổ chức đảng, ví dụ DUK")
        parser.add_argument("--on", help=as_at.HELP)
        parser.add_argument("--json", action="store_true", help="in danh sách dạng JSON")

    def handle(self, *args: object, **options: object) -> None:
        """Print a table, or JSON."""
        found = due_list.running(_unit(options["unit"]), as_at.day(options["on"]))
        if options["json"]:
            self.stdout.write(json.dumps([each.plain() for each in found], ensure_ascii=False, indent=2))
            return
        for each in found:
            self.stdout.write(_line(each))
        self.stdout.write(f"{len(found)} thời hạn đang tính.")


def _unit(code: str) -> Unit:
    found = Unit.objects.filter(code=code).first()
    if found is None:
        raise CommandError(f"Không có tổ chức nào mang mã “{code}”; hãy xem mã ở trang của tổ chức.")
    return found


def _line(each: Running) -> str:
    source = each.clock.source.words if each.clock.source else "chưa rõ quy định"
    said = each.plain()
    return (
        f"{date_vn(each.clock.term)}  {said['dossier']}  {said['unit']}  {each.clock.name}: {said['words']} ({source})"
    )
