"""``manage.py read_directive FILE [--json]``: what a letter seems to say; nothing is recorded."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from directives import letter_text
from directives.reading import Letter, kinds, read
from directives.reading.plain import as_json
from organizations.errors import Refused
from organizations.formats import date_vn

_KEYS = """\
Kỳ (period): yearly, half_yearly, quarterly, monthly; 2021; 2021-H1 (6 tháng đầu năm); 2021-Q1; 2021-06; 2020/2025; term.
Lặp lại (repeats): yearly, half_yearly, quarterly, monthly. Số nằm trong lời giải thích của chỉ tiêu ("tương đương khoảng 150")
là lời của văn bản, không phải chỉ tiêu riêng. Điều văn bản không nói thì để null."""


class Command(BaseCommand):
    """Read one file and print the proposals; the same reading as on the page."""

    help = f"Đọc một văn bản (.docx, PDF có lớp chữ, .txt) và in ra những gì đề nghị ghi. {_KEYS}"

    def add_arguments(self, parser: CommandParser) -> None:
        """The file, and the machine-readable form."""
        parser.add_argument("file", type=Path, help="tệp .docx, .pdf (có lớp chữ) hoặc .txt")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: object, **options: object) -> None:
        """Read and print."""
        letter = read(_text(options["file"]))
        if options["json"]:
            self.stdout.write(json.dumps(as_json(letter), ensure_ascii=False, indent=2))
            return
        self.stdout.write("\n".join(_lines(letter)))


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > letter_text.MOST_MB * 1024 * 1024:
            raise CommandError(letter_text.too_big(path.name))
        return letter_text.of_file(path.name, path.read_bytes())
    except OSError as error:
        raise CommandError(f"Không mở được tệp “{path}”: {error.strerror}.") from error
    except Refused as error:
        raise CommandError(str(error)) from error


def _lines(letter: Letter) -> list[str]:
    """What was read, in words."""
    read_as = as_json(letter)
    kind = kinds.WORDS.get(read_as["kind"])
    head = [
        ("Loại", kind),
        ("Số, ký hiệu", read_as["number"]),
        ("Ngày ban hành", date_vn(letter.issued_on) if letter.issued_on else None),
        ("Nơi ban hành", read_as["place"]),
        ("Cơ quan ban hành", read_as["issuer"]),
        ("Trích yếu", read_as["subject"]),
        ("Người ký", read_as["signer"]),
        ("Chức vụ người ký", read_as["signer_title"]),
    ]
    return [
        *(f"{name}: {value or '(không thấy)'}" for name, value in head),
        *_group("Nơi nhận", read_as["addressees"]),
        *_group("Viện dẫn", [_cited(each) for each in read_as["cites"]]),
        *_group("Chỉ tiêu", [_target(each) for each in read_as["targets"]]),
        *_group("Tiêu chuẩn đối với người", [each["sentence"] for each in read_as["criteria"]]),
        *_group("Nhiệm vụ", [_duty(each) for each in read_as["duties"]]),
        *_group("Chưa hiểu được", read_as["not_understood"]),
    ]


def _group(name: str, rows: list[str]) -> list[str]:
    return ["", f"{name}: {len(rows) or 'không thấy'}", *(f"- {row}" for row in rows)]


def _cited(row: dict) -> str:
    kind = kinds.WORDS.get(row["kind"], "Văn bản")
    return f"{kind} {row['number'] or '(không số)'}, ngày {row['issued_on'] or '(không ghi)'}"


def _target(row: dict) -> str:
    number = f"{row['value']}–{row['value_max']}" if row["value_max"] is not None else row["value"]
    said = ", ".join(f"{name} {row[name]}" for name in ("unit", "comparison", "base", "period") if row[name])
    return f"{number} ({said}): {row['sentence']}"


def _duty(row: dict) -> str:
    said = [row["due_on"] and f"hạn {row['due_on']}", row["repeats"]]
    told = f" ({', '.join(filter(None, said))})" if any(said) else ""
    return f"{row['actor'] or '(không nêu ai)'}: {row['action']}{told}"
