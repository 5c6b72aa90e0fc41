"""Records the regimes that every installation knows from the start (``known_values``).

What somebody changed or confirmed stays as it is; what was not found stays empty.
"""

from datetime import date

from candidates.enums import ParameterCode, RegimeKind
from candidates.known_papers import EDITIONS, PAPERS, KnownEdition
from candidates.known_values import CENTRE, CHARTER, GUIDED, REGIMES, VALUES, KnownRegime, read
from candidates.models import PaperForm, Parameter, Regime
from organizations.enums import DocumentKind
from organizations.models import Document

CONGRESS = "Đại hội đại biểu toàn quốc lần thứ XI của Đảng"


def load() -> None:
    """Record regimes and values that are not there yet."""
    _load_charter()
    for place, known in enumerate(REGIMES):
        regime = _regime(known)
        for code, (clause, *cells) in VALUES.items():
            _record(regime, code, cells[place], *_stands_in(regime, code, clause))
    for place, edition in enumerate(EDITIONS):
        _load_papers(place, edition)


def _load_charter() -> None:
    """The Charter holds beside the rules for applying it; what is known of it here are few numbers."""
    document = _document(DocumentKind.CHARTER, "", CONGRESS, date(2011, 1, 19), "Điều lệ Đảng Cộng sản Việt Nam")
    known = {"kind": RegimeKind.CHARTER, "document": document, "valid_from": date(2011, 1, 19)}
    charter, _ = Regime.objects.get_or_create(code="DL11", defaults=known)
    for code, (clause, cell) in CHARTER.items():
        _record(charter, code, cell, document, clause)


def _load_papers(place: int, edition: KnownEdition) -> None:
    """The papers of an edition of which no row was ever stored: what somebody corrected stays corrected."""
    known = set(PaperForm.ever.filter(edition=edition.code).values_list("kind", flat=True))
    new = [each for each in PAPERS if each.kind not in known and each.confidences()[place]]
    if not new:
        return
    document = _document(edition.kind, edition.number, edition.issuer, edition.start, edition.subject)
    PaperForm.objects.bulk_create(
        PaperForm(
            edition=edition.code,
            document=document,
            kind=each.kind,
            code=each.code,
            catalogue_number=each.number if edition.has_numbers else "",
            name=each.name,
            needed_for=each.needed_for,
            condition=each.condition,
            copies=each.copies,
            stands_for=each.stands_for,
            issued_by=each.issued_by,
            confidence=each.confidences()[place],
            valid_from=edition.start,
            valid_until=edition.stop,
        )
        for each in new
    )


def _record(regime: Regime, code: ParameterCode, cell: str, document: Document, clause: str) -> None:
    value, confidence = read(cell)
    fresh = {"value": value, "confidence": confidence, "document": document, "clause": clause}
    Parameter.objects.get_or_create(regime=regime, code=code, defaults=fresh)


def _stands_in(regime: Regime, code: ParameterCode, clause: str) -> tuple[Document, str]:
    """The document and the clause in which a value stands."""
    if regime.code not in GUIDED.get(code, {}):
        return regime.document, clause
    (number, signed_on, issuer), place = GUIDED[code][regime.code]
    subject = "Một số vấn đề cụ thể thi hành Điều lệ Đảng"
    return _document(DocumentKind.GUIDANCE, number, issuer, signed_on, subject), place


def _regime(known: KnownRegime) -> Regime:
    number, subject = f"{known.number}-QĐ/TW", "Thi hành Điều lệ Đảng"
    document = _document(DocumentKind.REGULATION, number, CENTRE, known.signed_on, subject)
    dates = {"document": document, "valid_from": known.start, "valid_until": known.stop}
    return Regime.objects.get_or_create(code=known.code, defaults=dates)[0]


def _document(kind: DocumentKind, number: str, issuer: str, issued_on: date, subject: str) -> Document:
    identity = {"kind": kind, "number": number, "issuer": issuer, "issued_on": issued_on}
    return Document.objects.get_or_create(**identity, defaults={"subject": subject})[0]
