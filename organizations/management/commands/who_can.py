"""``manage.py who_can DEED --unit CODE [--json]``: who may do a deed in a unit today, and by which post."""

import json

from django.core.management.base import BaseCommand, CommandError, CommandParser

from organizations import access, clock
from organizations.enums import Deed
from organizations.models import Unit


class Command(BaseCommand):
    """List the people whose posts grant a deed at a unit or above it."""

    help = "Ai có quyền làm một việc tại một tổ chức đảng."

    def add_arguments(self, parser: CommandParser) -> None:
        """The deed, the unit's code, the machine-readable form."""
        parser.add_argument("deed", choices=[deed.value for deed in Deed])
        parser.add_argument("--unit", required=True, help="mã tổ chức đảng")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: object, **options: object) -> None:
        """Look them up by the real date."""
        unit = Unit.objects.filter(code=options["unit"]).first()
        if unit is None:
            raise CommandError(f"Không có tổ chức đảng nào mang mã {options['unit']}.")
        posts = access.posts_granting(Deed(options["deed"]), unit, clock.real_today())
        rows = [
            {"user": post.user.username, "name": post.user.full_name, "role": post.role, "unit": post.unit.code}
            for post in posts
        ]
        if options["json"]:
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2))
            return
        for row in rows:
            self.stdout.write(f"{row['name']} ({row['user']}): {row['role']} tại {row['unit']}")
