"""``manage.py issue_report KIND --unit CODE --number N --date D --signer NAME …``: freeze a report and issue it in one go."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from organizations.acting import acting
from organizations.enums import Deed, Secrecy
from organizations.errors import DomainError
from organizations.management import as_at
from reports import definitions, freezing, issuing, making
from reports.document import Signature
from reports.freezing import Signing
from reports.issue_forms import by_deputy
from reports.management import parameters
from reports.models import IssuedReport


class Command(BaseCommand):
    """Issue a report of the catalogue."""

    help = "Chốt một báo cáo và vào sổ, ban hành với số và ngày đã cấp."

    def add_arguments(self, parser: CommandParser) -> None:
        """What the report is about; number, day, signer; the file."""
        parameters.add(parser)
        parser.add_argument("--number", required=True, help="số do văn thư cấp")
        parser.add_argument("--date", required=True, help=f"ngày ban hành, {as_at.FORMS}")
        parser.add_argument("--signer", required=True, help="họ tên người ký")
        parser.add_argument("--authority", help="thẩm quyền ký; mặc định theo mẫu báo cáo")
        parser.add_argument("--title", help="chức danh người ký; mặc định theo mẫu báo cáo")
        parser.add_argument("--deputy", action="store_true", help="cấp phó ký thay")
        parser.add_argument("--recipient", action="append", help="nơi nhận, nhắc lại nhiều lần được")
        parser.add_argument("--secrecy", choices=Secrecy.values, default=Secrecy.NORMAL.value)
        parser.add_argument("--pdf", type=Path, help="tệp PDF sẽ ghi")

    def handle(self, *args: object, **options: object) -> None:
        """Freeze, issue and write; a wish that cannot be met is one sentence, and nothing is stored."""
        try:
            with acting(None, Deed.ISSUE_REPORT):
                made = _issued(options)
        except DomainError as error:
            raise CommandError(str(error)) from error
        if options["pdf"]:
            parameters.write(options["pdf"], bytes(made.pdf))
        self.stdout.write(f"{made.citation}: {made.sha256}")


def _issued(options: dict) -> IssuedReport:
    asked, today = parameters.asked(options), as_at.today()
    definition = definitions.CATALOGUE[options["report"]]
    made = making.make(definition, asked, with_names=options["names"])
    made.check_text()
    signing = _signing(made.report.signature, options)
    on = as_at.read(options["date"])
    frozen = freezing.freeze(made.report, asked, signing, own=asked.reach, on=min(on, today))
    return issuing.issue(frozen, options["number"], on, own=asked.reach, today=today)


def _signing(signature: Signature, options: dict) -> Signing:
    """Who signs: as the report has it, but for what was named."""
    authority = signature.authority if options["authority"] is None else options["authority"]
    title = signature.title if options["title"] is None else options["title"]
    if options["deputy"]:
        authority, title = by_deputy(authority, title)
    recipients = tuple(options["recipient"] or signature.recipients)
    return Signing(options["signer"], authority, title, recipients, signature.cosigner, Secrecy(options["secrecy"]))
