"""``manage.py verify_report FILE``: say whether a PDF is an issued report; exit code 0 for one, 1 for anything else."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from organizations.errors import Refused
from reports import verifying
from reports.models import FrozenReport


class Command(BaseCommand):
    """Look a file up in the register."""

    help = "Cho biết một tệp PDF có phải là báo cáo đã ban hành hay không."

    def add_arguments(self, parser: CommandParser) -> None:
        """The file."""
        parser.add_argument("file", type=Path)

    def handle(self, *args: object, **options: object) -> None:
        """Read the file and say what it is."""
        file: Path = options["file"]
        try:
            with file.open("rb") as opened:
                content = opened.read(settings.SCANS_MAX_BYTES + 1)
            verifying.check_file(file.name, content, settings.SCANS_MAX_BYTES)
        except OSError as error:
            raise CommandError(f"Không đọc được tệp {file}: {error.strerror}.") from error
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        found = verifying.verdict(content, FrozenReport.objects.all())
        if not found.is_issued:
            raise CommandError(found.words.replace(" trong phần đồng chí được xem", ""))
        self.stdout.write(found.words)
