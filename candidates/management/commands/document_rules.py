"""``manage.py document_rules``: write docs/rules.md anew from the criteria and the values that every installation knows."""

from django.conf import settings
from django.core.management.base import BaseCommand

from candidates import rules_page


class Command(BaseCommand):
    """Write the page."""

    help = "Ghi lại docs/rules.md từ các tiêu chuẩn và thông số."

    def handle(self, *args: object, **options: object) -> None:
        """Overwrite the file."""
        (settings.BASE_DIR / "docs" / "rules.md").write_text(rules_page.text(), encoding="utf-8")
