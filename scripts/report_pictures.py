"""``python -m scripts.report_pictures``: pictures of each report of the loaded story, listed in docs/pictures/reports.md.

Of each report the first two pages and the first lying one. A report that the story cannot make keeps the pictures it has.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "pictures" / "reports"
LIST = ROOT / "docs" / "pictures" / "reports.md"
DPI, QUALITY = 72, 55
HEAD = """# The reports

Made by `python -m scripts.report_pictures` from the catalogue (`reports/definitions.py`) and the demo stories. Every report takes
a unit, a period, an as-at day and a reading of units, and comes as page, PDF, workbook and JSON (`manage.py build_report`).
Its source is the dossiers, unless its tables say that a unit declared a figure.
"""


def main() -> None:
    """Print what the story can, then write the list of all."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    os.environ.setdefault("HTTPS", "false")
    import django

    django.setup()
    from reports.definitions import CATALOGUE

    FOLDER.mkdir(parents=True, exist_ok=True)
    for definition in CATALOGUE.values():
        with _with_what_it_needs(definition):
            pdf = _printed(definition)
        if pdf:
            _keep(definition.code, pdf)
    LIST.write_text(HEAD + "".join(_described(each) for each in CATALOGUE.values()))


@contextmanager
def _with_what_it_needs(definition) -> Iterator[None]:
    """No story has a target of a term: for that report the year's target is made one of the term, and that is taken back."""
    from django.db import transaction

    from directives.enums import Measure, NumberKind, PeriodKind
    from directives.models import Target

    year = Target.objects.filter(measure=Measure.ADMITTED, period=PeriodKind.YEAR).order_by("first_year").first()
    if definition.code != "nhiem-ky" or year is None:
        yield
        return
    span = {"term_start": date(2020, 8, 1), "term_stop": date(2025, 8, 1), "first_year": 2020, "last_year": 2025}
    asked = {"number_kind": NumberKind.ABSOLUTE, "number": 800, "base": "", "letter_words": "", "reading": ""}
    with transaction.atomic():
        Target.objects.filter(pk=year.pk).update(period=PeriodKind.TERM, **span, **asked)
        yield
        transaction.set_rollback(True)


def _printed(definition) -> bytes | None:
    """The report of the story's first unit that has one; None where there is none."""
    from organizations import clock
    from organizations.access import Reach
    from organizations.enums import Deed, Role
    from organizations.errors import Refused
    from organizations.models import Post, UnitVersion
    from reports import builder, definitions, pdf

    on = clock.story_date()
    roots = UnitVersion.objects.on(on).filter(parent=None)
    own = Reach(tuple(Post(role=Role.BOARD_OFFICER, unit=each.unit, valid_from=on) for each in roots), on)
    assert own.grants(Deed.PRINT_REPORT)
    for unit in definitions.units(definition, own, on)[:3]:
        try:
            return pdf.render_pdf(builder.build(definition, builder.asked(definition, unit, on), with_names=False))
        except Refused as refusal:
            print(f"{definition.code}: {refusal}")
    return None


def _keep(code: str, content: bytes) -> None:
    """Pictures of the first two pages, and of the first one that lies."""
    from io import BytesIO

    from PIL import Image
    from pypdf import PdfReader

    boxes = [page.mediabox for page in PdfReader(BytesIO(content)).pages]
    lying = [number for number, box in enumerate(boxes, start=1) if box.width > box.height]
    for old in FOLDER.glob(f"{code}-[0-9]*.webp"):
        old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "report.pdf")
        file.write_bytes(content)
        for number in sorted({1, *([2] if len(boxes) > 1 else []), *lying[:1]}):
            page = Path(folder, "page")
            cut = ["-f", str(number), "-l", str(number), "-singlefile"]
            subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", "-png", *cut, file, page], check=True)
            Image.open(page.with_suffix(".png")).save(FOLDER / f"{code}-{number}.webp", quality=QUALITY)


def _described(definition) -> str:
    pictures = sorted(FOLDER.glob(f"{definition.code}-[0-9]*.webp"), key=lambda each: int(each.stem.rsplit("-")[-1]))
    shown = " ".join(f"[trang {each.stem.rsplit('-')[-1]}](reports/{each.name})" for each in pictures)
    readers = getattr(definition.signed, "recipients", ())
    whom = f" Gửi: {readers[0].replace('{committee}', 'cấp ủy')}." if readers else ""
    return f"\n**{definition.name}** (`{definition.code}`): {definition.answers}{whom}\n{shown}\n"


if __name__ == "__main__":
    main()
