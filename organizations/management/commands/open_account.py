"""``manage.py open_account USERNAME --name NAME --unit CODE [--role ROLE]``: the first administrator of an installation."""

from django.core.management.base import BaseCommand, CommandError, CommandParser

from organizations import clock, posting
from organizations.acting import acting
from organizations.enums import Deed, Role
from organizations.errors import DomainError
from organizations.models import Unit


class Command(BaseCommand):
    """Open an account from the command line: nobody is there yet who could do it on a page."""

    help = "Mở một tài khoản, thường là người quản trị đầu tiên; in ra mật khẩu tạm."

    def add_arguments(self, parser: CommandParser) -> None:
        """Who, which role, where."""
        parser.add_argument("username")
        parser.add_argument("--name", required=True, help="họ và tên")
        parser.add_argument("--unit", required=True, help="mã đơn vị")
        parser.add_argument("--role", choices=Role.values, default=Role.ADMINISTRATOR.value)

    def handle(self, *args: object, **options: object) -> None:
        """Open it from the real day on."""
        unit = Unit.objects.filter(code=options["unit"]).first()
        if unit is None:
            raise CommandError(f"Không có đơn vị nào mang mã {options['unit']}.")
        given = posting.Given(Role(options["role"]), unit, clock.real_today())
        try:
            with acting(None, Deed.MANAGE_ACCOUNTS, "từ dòng lệnh"):
                user, password = posting.open_account(options["username"], options["name"], given, own=None)
        except DomainError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Đã mở tài khoản {user.username}. Mật khẩu tạm: {password}")
