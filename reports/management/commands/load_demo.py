"""``manage.py load_demo khoi-2021``: load a demo story into an empty database and print its root unit's code."""

from django.core.management.base import BaseCommand, CommandError, CommandParser

from organizations.errors import Refused
from reports.demo import stories


class Command(BaseCommand):
    """Load a story; refuse a database that holds other rows."""

    help = "Nạp một bộ dữ liệu minh họa vào cơ sở dữ liệu trống."

    def add_arguments(self, parser: CommandParser) -> None:
        """The story, and the quiet way for set-up."""
        parser.add_argument("story", help=", ".join(stories.STORIES))
        parser.add_argument("--if-empty", action="store_true", help="không làm gì nếu cơ sở dữ liệu đã có dữ liệu")

    def handle(self, *args: object, **options: object) -> None:
        """Load and print the code of the root unit."""
        if options["if_empty"] and not stories.is_empty():
            return
        try:
            root = stories.load(options["story"])
        except Refused as error:
            raise CommandError(str(error)) from error
        self.stdout.write(root.code)
