"""``manage.py assess HS0000001 --on 2021-05-31 [--regime QD24] [--json]``: what every criterion says of a dossier on a day."""

import json
from datetime import date

from django.core.management.base import BaseCommand, CommandError, CommandParser

from candidates import comparing, policy
from candidates.comparing import Asked
from candidates.models import Dossier, Regime
from organizations.formats import date_vn
from organizations.management import as_at

ANSWERS = {"met": "Đạt", "not_met": "Chưa đạt", "unknown": "Chưa đủ căn cứ"}


class Command(BaseCommand):
    """Judge one dossier as if its meeting or decision were on a day; nothing is stored."""

    help = "Xét một hồ sơ theo các tiêu chuẩn tại một ngày."

    def add_arguments(self, parser: CommandParser) -> None:
        """The dossier's code, the day, another regime than that of the day, and the machine-readable form."""
        parser.add_argument("dossier", help="mã hồ sơ, ví dụ HS0000001")
        parser.add_argument("--on", help=as_at.HELP)
        parser.add_argument("--regime", help="ký hiệu chế độ quy định, ví dụ QD24; mặc định chế độ của ngày đó")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: object, **options: object) -> None:
        """Judge and print."""
        on = as_at.day(options["on"])
        found = comparing.all_asked(_dossier(options["dossier"], on), on, _values(options["regime"], on))
        if options["json"]:
            self.stdout.write(json.dumps([as_json(each) for each in found], ensure_ascii=False, indent=2))
            return
        for each in found:
            verdict = each.verdict
            source = f" ({verdict.source.words})" if verdict.source else ""
            self.stdout.write(f"{ANSWERS[verdict.answer]}: {verdict.sentence}{source}")


def as_json(each: Asked) -> dict:
    """One verdict in plain values; document, clause and confirmed are null where nothing is cited."""
    source = each.verdict.source
    return {
        "criterion": each.verdict.rule,
        "moment": each.moment.value,
        "answer": each.verdict.answer.value,
        "sentence": each.verdict.sentence,
        "document": source.document if source else None,
        "clause": source.clause if source else None,
        "confirmed": source.confirmed if source else None,
    }


def _dossier(code: str, on: date) -> Dossier:
    found = Dossier.objects.select_related("person", "unit").filter(code=code).first()
    if found is None:
        raise CommandError(f"Không có hồ sơ nào mang mã {code}.")
    first = found.entries.order_by("position").first()
    if first.on > on:
        raise CommandError(
            f"Hồ sơ {code} lập ngày {date_vn(first.on)}, sau ngày {date_vn(on)}; hãy chọn ngày muộn hơn."
        )
    return found


def _values(regime: str | None, on: date) -> dict | None:
    """The values of another regime than that of the day; None where none is asked for."""
    if regime is None:
        return None
    try:
        return policy.of_regime(regime, on)
    except Regime.DoesNotExist as error:
        known = ", ".join(Regime.objects.order_by("valid_from").values_list("code", flat=True))
        raise CommandError(f"Không có chế độ quy định {regime}; hiện có: {known}.") from error
