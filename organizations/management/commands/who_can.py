"""``manage.py who_can DEED --unit CODE [--on DATE] [--json]``: who may do a deed in a unit on a day, and by which post."""

import json
from argparse import ArgumentTypeError
from datetime import date

from django.core.management.base import BaseCommand, CommandError, CommandParser

from organizations import access, clock
from organizations.enums import Deed
from organizations.inputs import parse_date
from organizations.models import Unit


class Command(BaseCommand):
    """List the people whose posts grant a deed at a unit or above it."""

    help = "Ai có quyền làm một việc tại một tổ chức đảng."

    def add_arguments(self, parser: CommandParser) -> None:
        """The deed, the unit's code, the day, the machine-readable form."""
        parser.add_argument("deed", choices=[deed.value for deed in Deed])
        parser.add_argument("--unit", required=True, help="mã tổ chức đảng")
        parser.add_argument("--on", type=_day, help="vào ngày, ví dụ 31/5/2021 hoặc 2021-05-31; mặc định hôm nay")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: object, **options: object) -> None:
        """Look them up by the posts and the tree of the day; by default the real one, by which reach goes."""
        unit = Unit.objects.filter(code=options["unit"]).first()
        if unit is None:
            raise CommandError(f"Không có tổ chức đảng nào mang mã {options['unit']}.")
        posts = access.posts_granting(Deed(options["deed"]), unit, options["on"] or clock.real_today())
        rows = [
            {"user": post.user.username, "name": post.user.full_name, "role": post.role, "unit": post.unit.code}
            for post in posts
        ]
        if options["json"]:
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2))
            return
        for row in rows:
            self.stdout.write(f"{row['name']} ({row['user']}): {row['role']} tại {row['unit']}")


def _day(text: str) -> date:
    try:
        return parse_date(text)
    except ValueError as error:
        raise ArgumentTypeError(f"“{text}” không phải là một ngày có trong lịch.") from error
