"""``manage.py demo_accounts``: print the accounts of the loaded demo story; prints nothing in a real installation."""

from django.core.management.base import BaseCommand

from reports.demo import stories


class Command(BaseCommand):
    """One line per account: role, user name, password."""

    help = "In các tài khoản dùng thử của bộ dữ liệu minh họa."

    def handle(self, *args: object, **options: object) -> None:
        """Print the table."""
        module = stories.accounts()
        for account in module.ACCOUNTS if module else ():
            self.stdout.write(
                f"{account.role.label:<22} {account.username:<12} {module.PASSWORD}   {account.full_name}"
            )
