"""``manage.py load_policy``: record the regimes and values that every installation knows; safe to run again."""

from django.core.management.base import BaseCommand

from candidates import reference
from organizations.acting import acting
from organizations.enums import Deed


class Command(BaseCommand):
    """Record reference values that are not there yet."""

    help = "Nạp các chế độ quy định và thông số có sẵn."

    def handle(self, *args: object, **options: object) -> None:
        """Load them in one act of the installation."""
        with acting(None, Deed.LOAD_POLICY):
            reference.load()
