"""Finds or records the document and the clause that a person cites: what was typed of one that is there is never dropped."""

from dataclasses import dataclass
from datetime import date

from organizations.enums import DocumentKind
from organizations.errors import Refused
from organizations.formats import tidy
from organizations.models import Clause, Document

SUBJECT = "Thi hành Điều lệ Đảng"


@dataclass(frozen=True)
class Cited:
    """A document as a person types it: kind, number, issuer, day of issue (None: the copy has none).

    An empty ``subject`` says that none was asked for: a document that is recorded now gets the usual one.
    """

    kind: DocumentKind
    number: str
    issuer: str
    issued_on: date | None
    subject: str = ""

    @property
    def citation(self) -> str:
        """The document as a text cites it."""
        return Document(**self.identity).citation

    @property
    def identity(self) -> dict:
        """The columns by which a document is known."""
        known = {"kind": self.kind, "number": tidy(self.number), "issuer": tidy(self.issuer)}
        return known | {"issued_on": self.issued_on}


def document_of(cited: Cited) -> Document:
    """Return the document of this identity, recorded now where it is not there yet; Refused where its subject is another."""
    subject = tidy(cited.subject)
    found, _ = Document.objects.get_or_create(**cited.identity, defaults={"subject": subject or SUBJECT})
    if subject and subject != found.subject:
        raise Refused(
            f"{found.citation} đã được ghi với trích yếu “{found.subject}”. Nếu là văn bản đó, hãy ghi đúng trích yếu này; "
            "nếu là văn bản khác, hãy ghi số và ngày ban hành để phân biệt."
        )
    return found


def clause_of(document: Document, label: str, summary: str) -> Clause:
    """Return the clause with this label, recorded after the others where it is not there yet; Refused where it says another."""
    label, summary = tidy(label), tidy(summary)
    found = document.clauses.filter(label=label).first()
    if found is None:
        last = document.clauses.order_by("position").last()
        place = last.position + 1 if last else 1
        return Clause.objects.create(document=document, position=place, label=label, summary=summary)
    if tidy(found.summary) != summary:
        raise Refused(
            f"{found} đã được ghi với nội dung “{found.summary}”. Nếu là điểm, khoản đó, hãy ghi đúng nội dung này; "
            "nếu không, hãy kiểm tra lại điểm, khoản hoặc số và ngày của văn bản."
        )
    return found
