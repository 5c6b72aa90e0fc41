"""Writes a conclusion or remark on a report: it becomes a document with one clause and its first duty."""

from dataclasses import dataclass, replace
from datetime import date

from directives import identities, obliging
from directives.identities import Identity, Likeness
from directives.models import Conclusion, Directive, Obligation
from directives.obliging import Wanted
from organizations import turns
from organizations.access import Reach, check_may
from organizations.acting import current
from organizations.enums import Deed, DocumentKind
from organizations.errors import Refused
from organizations.formats import date_vn, tidy
from organizations.models import Clause, Document, Unit

LABEL = "Ý kiến"


@dataclass(frozen=True)
class Said:
    """Who concluded what on which day, about which report (its code, unit and day); ``number`` is empty where none is given."""

    unit: Unit
    issuer: str
    kind: DocumentKind
    on: date
    words: str
    subject: str
    report: str
    report_unit: Unit
    report_on: date
    number: str = ""


def conclude(said: Said, wanted: Wanted, *, own: Reach, today: date) -> Obligation:
    """Record what was said as a document, and its first duty (``wanted`` without a clause of its own), inside ``acting``."""
    current()
    check_may(own, Deed.KEEP_DOCUMENTS, said.unit)
    _check_days(said, today)
    document = _document(said)
    clause = Clause.objects.create(document=document, position=1, label=LABEL, summary=tidy(said.words))
    directive = Directive.objects.create(document=document, issuing_unit=said.unit)
    report = {"report": said.report, "unit": said.report_unit, "report_on": said.report_on}
    Conclusion.objects.create(directive=directive, **report)
    return obliging.record_obligation(directive, replace(wanted, clause=clause), own=own)


def _check_days(said: Said, today: date) -> None:
    if said.on > today:
        raise Refused(f"Ngày cho ý kiến {date_vn(said.on)} chưa đến (đang xem tại ngày {date_vn(today)}).")
    if said.on < said.report_on:
        raise Refused(
            f"Ngày cho ý kiến {date_vn(said.on)} trước ngày số liệu của báo cáo ({date_vn(said.report_on)}); hãy kiểm tra lại."
        )


def _document(said: Said) -> Document:
    """The document of the conclusion; the same one, however its number and issuer are written, is there only once."""
    turns.take("register", "document")
    asked = Identity(said.kind, said.number, said.issuer, said.on)
    same = [each.document for each in identities.alike(asked) if each.likeness == Likeness.SAME]
    if same:
        earlier = same[0]
        raise Refused(
            f"Đã ghi {earlier.citation}: “{earlier.subject}”. Hãy thêm nhiệm vụ vào văn bản đó, hoặc ghi số của văn bản này."
        )
    return Document.objects.create(**asked.columns, subject=tidy(said.subject))
