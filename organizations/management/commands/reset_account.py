"""``manage.py reset_account USERNAME``: a way back in for an administrator whom no other one can help."""

from django.core.management.base import BaseCommand, CommandError, CommandParser

from organizations import posting, second_factor
from organizations.acting import acting
from organizations.enums import Deed
from organizations.models import User


class Command(BaseCommand):
    """Give a temporary password, take the second factor off, unlock; every session of the person ends."""

    help = "Đặt lại mật khẩu và bước xác thực thứ hai của một người, mở khóa; in ra mật khẩu tạm."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whose account."""
        parser.add_argument("username")

    def handle(self, *args: object, **options: object) -> None:
        """Reset it."""
        user = User.objects.filter(username=options["username"]).first()
        if user is None:
            raise CommandError(f"Không có tài khoản {options['username']}.")
        with acting(None, Deed.MANAGE_ACCOUNTS, "từ dòng lệnh"):
            if not user.is_active:
                posting.unlock(user, own=None)
            if second_factor.is_on(user):
                posting.reset_second_factor(user, own=None)
            password = posting.reset_password(user, own=None)
        self.stdout.write(f"Đã đặt lại tài khoản {user.username}. Mật khẩu tạm: {password}")
