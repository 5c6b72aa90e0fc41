"""``manage.py document_stages``: write docs/stages.md anew from the table of moves."""

from django.conf import settings
from django.core.management.base import BaseCommand

from candidates import stages_page


class Command(BaseCommand):
    """Write the page."""

    help = "Ghi lại docs/stages.md từ bảng các bước."

    def handle(self, *args: object, **options: object) -> None:
        """Overwrite the file."""
        (settings.BASE_DIR / "docs" / "stages.md").write_text(stages_page.text(), encoding="utf-8")
