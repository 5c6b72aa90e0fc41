"""The regimes that every installation knows from the start (domain.md §1, §2.3, §9), and the act that records them.

A value is what a text at hand says, with clause and confidence; nobody has confirmed any of them yet. What was not found
stays empty.
"""

from datetime import date

from candidates.enums import Confidence, ParameterCode, RegimeKind
from candidates.models import Parameter, Regime
from organizations.enums import DocumentKind
from organizations.models import Document

P, WEAK, INFERRED, UNKNOWN = Confidence.PRIMARY, Confidence.WEAK, Confidence.INFERRED, Confidence.UNKNOWN
CENTRE, SECRETARIAT = "Ban Chấp hành Trung ương", "Ban Bí thư"
QD = "{}-QĐ/TW"

# regime, number, signed on, in force until (exclusive)
_REGIMES = (
    ("QD29", 29, date(2016, 7, 25), date(2021, 7, 30)),
    ("QD24", 24, date(2021, 7, 30), date(2025, 1, 20)),
    ("QD232", 232, date(2025, 1, 20), date(2025, 7, 1)),
    ("QD294", 294, date(2025, 7, 1), date(2026, 4, 8)),
    ("QD20", 20, date(2026, 4, 8), date(2026, 7, 26)),
    ("QD208", 208, date(2026, 7, 26), None),
)
_SIGNED = {"QD294": date(2025, 5, 26)}

_CODES = ParameterCode
# code → (clause, value and confidence per regime in the order of _REGIMES); "" says that no text at hand tells it
_VALUES = {
    _CODES.AGE_FROM: ("điểm 1.1.1", [("18", P), ("18", P), ("18", P), ("18", P), ("", UNKNOWN), ("18", WEAK)]),
    _CODES.AGE_TO: ("điểm 1.1.1", [("60", P), ("60", P), ("60", P), ("60", P), ("", UNKNOWN), ("60", WEAK)]),
    _CODES.CERTIFICATE_MONTHS: (
        "",
        [
            ("60", Confidence.SECONDARY),
            ("60", INFERRED),
            ("60", INFERRED),
            ("60", WEAK),
            ("", UNKNOWN),
            ("60", INFERRED),
        ],
    ),
    _CODES.DECISION_DAYS: (
        "điểm 4.3.1",
        [("60", P), ("60", INFERRED), ("60", P), ("", UNKNOWN), ("", UNKNOWN), ("", UNKNOWN)],
    ),
    _CODES.CEREMONY_DAYS: (
        "điểm 4.1",
        [("30", P), ("30", P), ("30", INFERRED), ("30", P), ("", UNKNOWN), ("30", WEAK)],
    ),
    _CODES.CEREMONY_FROM: (
        "điểm 4.1",
        [
            ("receipt", P),
            ("receipt", P),
            ("receipt", INFERRED),
            ("receipt", INFERRED),
            ("", UNKNOWN),
            ("issue", WEAK),
        ],
    ),
    _CODES.PROBATION_MONTHS: (
        "Điều lệ, Điều 5",
        [("12", WEAK), ("12", WEAK), ("12", WEAK), ("12", WEAK), ("12", WEAK), ("12", WEAK)],
    ),
    _CODES.RECOGNITION_DAYS: (
        "điểm 4.2",
        [("30", P), ("30", P), ("30", INFERRED), ("30", WEAK), ("", UNKNOWN), ("", UNKNOWN)],
    ),
    # No text says by which day "admitted" is counted (domain.md §3.2); the ceremony is our own reading.
    _CODES.ADMITTED_BY: ("", [("ceremony", UNKNOWN)] * len(_REGIMES)),
}


# Values that stand in the guidance beside a regulation: guidance per regime (number, signed on) and its clause where known.
_GUIDED = {
    _CODES.CERTIFICATE_MONTHS: {
        "QD29": ("01-HD/TW", date(2016, 9, 20), ""),
        "QD24": ("01-HD/TW", date(2021, 9, 28), ""),
        "QD232": ("01-HD/TW", date(2021, 9, 28), ""),
        "QD294": ("06-HD/TW", date(2025, 6, 9), "điểm 5.4"),
        "QD208": ("01-HD/TW", date(2026, 5, 19), ""),
    }
}


def load() -> None:
    """Record regimes and values that are not there yet; what somebody changed or confirmed stays as it is."""
    _load_charter()
    for place, (code, number, start, stop) in enumerate(_REGIMES):
        regime = _regime(code, number, start, stop)
        for parameter, (clause, values) in _VALUES.items():
            value, confidence = values[place]
            fresh = {"value": value, "confidence": confidence} | _stands_in(regime, parameter, clause)
            Parameter.objects.get_or_create(regime=regime, code=parameter, defaults=fresh)


def _load_charter() -> None:
    """The Charter of 19-01-2011 holds beside the rules for applying it; what is known of it here is one number."""
    document, _ = Document.objects.get_or_create(
        kind=DocumentKind.CHARTER,
        number="",
        issuer="Đại hội đại biểu toàn quốc lần thứ XI của Đảng",
        issued_on=date(2011, 1, 19),
        defaults={"subject": "Điều lệ Đảng Cộng sản Việt Nam"},
    )
    known = {"kind": RegimeKind.CHARTER, "document": document, "valid_from": date(2011, 1, 19)}
    charter, _ = Regime.objects.get_or_create(code="DL11", defaults=known)
    least = {"value": "3", "document": document, "clause": "Điều 24, khoản 1", "confidence": WEAK}
    Parameter.objects.get_or_create(regime=charter, code=_CODES.CELL_LEAST, defaults=least)


def _stands_in(regime: Regime, parameter: ParameterCode, clause: str) -> dict:
    """The document and the clause in which a value stands."""
    if regime.code not in _GUIDED.get(parameter, {}):
        return {"document": regime.document, "clause": clause}
    number, signed, place = _GUIDED[parameter][regime.code]
    document, _ = Document.objects.get_or_create(
        kind=DocumentKind.GUIDANCE,
        number=number,
        issuer=SECRETARIAT,
        issued_on=signed,
        defaults={"subject": "Một số vấn đề cụ thể thi hành Điều lệ Đảng"},
    )
    return {"document": document, "clause": place}


def _regime(code: str, number: int, start: date, stop: date | None) -> Regime:
    document, _ = Document.objects.get_or_create(
        kind=DocumentKind.REGULATION,
        number=QD.format(number),
        issuer=CENTRE,
        issued_on=_SIGNED.get(code, start),
        defaults={"subject": "Thi hành Điều lệ Đảng"},
    )
    dates = {"document": document, "valid_from": start, "valid_until": stop}
    return Regime.objects.get_or_create(code=code, defaults=dates)[0]
