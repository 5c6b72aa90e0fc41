"""``manage.py print_forms --folder DIR [--on DATE] [--png]``: one sample of every form, from the dossiers of a demo story."""

import subprocess
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from candidates import levels
from candidates.models import Dossier
from organizations import access, clock
from organizations.access import Reach
from organizations.acting import record_reading
from organizations.enums import Deed, Role
from organizations.management import as_at
from organizations.models import Post
from reports import pdf
from reports.forms import catalogue, filling, subject
from reports.forms import submission as submissions
from reports.forms.parts import Form
from reports.forms.subject import Subject

TRIED = 12
LISTED = 6


class Command(BaseCommand):
    """Print one of each form, of a dossier in whose stage it is used, with the fewest blanks among the first few."""

    help = "In mỗi biểu mẫu một bản từ dữ liệu minh họa, để xem bằng mắt."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to write, as at which day, pictures in place of files."""
        parser.add_argument("--folder", type=Path, required=True, help="thư mục sẽ ghi")
        parser.add_argument("--on", help=as_at.HELP)
        parser.add_argument("--png", action="store_true", help="ghi ảnh từng trang thay cho tệp PDF (cần pdftoppm)")

    def handle(self, *args: object, **options: object) -> None:
        """Write every form and the submission with its list; refused outside a demo story."""
        if clock.story_date() is None:
            raise CommandError("Chỉ in mẫu từ dữ liệu minh họa; hãy nạp một câu chuyện bằng load_demo trước.")
        on, own = as_at.day(options["on"]), _reach()
        files = {form.slug: self._sample(form, own, on) for form in catalogue.FORMS}
        files["to-trinh"] = _submission(own, on)
        options["folder"].mkdir(parents=True, exist_ok=True)
        for slug, content in files.items():
            if content:
                _write(options["folder"] / f"{slug}.pdf", content, options["png"])
        record_reading(None, Deed.PRINT_FORM, "In thử các biểu mẫu", len(files))
        self.stdout.write(f"{sum(map(bool, files.values()))} biểu mẫu: {options['folder']}")

    def _sample(self, form: Form, own: Reach, on: date) -> bytes | None:
        best = _best(form, own, on)
        if best is None:
            self.stderr.write(f"{form.slug}: không có hồ sơ nào ở bước dùng biểu mẫu này, hoặc có đơn vị cấp đó.")
            return None
        return pdf.render_forms([filling.fill(best).paper])


def _reach() -> Reach:
    """Everything that an officer of a board at the top of the demo's tree reaches."""
    tops = [post.unit for post in Post.objects.filter(role=Role.BOARD_OFFICER).select_related("unit")]
    posts = tuple(Post(role=Role.BOARD_OFFICER, unit=unit, valid_from=date(2000, 1, 1)) for unit in tops)
    return access.Reach(posts, clock.real_today())


def _best(form: Form, own: Reach, on: date) -> Subject | None:
    """Of the first dossiers in the form's stages the one that lacks least."""
    found = subject.dossiers(own).filter(stage__in=form.stages).order_by("-updated_at", "-pk")
    tried = [Subject(each, on, form, sees_sensitive=True) for each in found[:TRIED] if _fits(form, each, on)]
    return min(tried, key=lambda each: (len(filling.fill(each).missing), -each.dossier.pk), default=None)


def _fits(form: Form, found: Dossier, on: date) -> bool:
    return subject.means_something(form, found, levels.of_unit(found.unit_id, on))


def _submission(own: Reach, on: date) -> bytes | None:
    waiting = list(submissions.waiting(own, submissions.BY_BOARD, on)[:LISTED])
    if not waiting:
        return None
    return pdf.render_submission(submissions.build(waiting, submissions.BY_BOARD, on, sees_sensitive=True))


def _write(file: Path, content: bytes, as_pictures: bool) -> None:
    file.write_bytes(content)
    if as_pictures:
        subprocess.run(["pdftoppm", "-r", "60", "-gray", "-png", file, file.with_suffix("")], check=True)
        file.unlink()
