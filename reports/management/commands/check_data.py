"""``manage.py check_data``: look for orphans, overlaps, broken histories, counts that disagree, changes without a context."""

from django.core.management.base import BaseCommand, CommandError

from reports import checks


class Command(BaseCommand):
    """Print each finding; exit with 1 when there is any."""

    help = "Kiểm tra dữ liệu đã lưu."

    def handle(self, *args: object, **options: object) -> None:
        """Run all checks."""
        found = 0
        for sentence in checks.findings():
            found += 1
            self.stdout.write(sentence)
        if found:
            raise CommandError(f"Có {found} lỗi dữ liệu.")
        self.stdout.write(f"Đã chạy {len(checks.CHECKS)} phép kiểm tra, không thấy lỗi dữ liệu.")
