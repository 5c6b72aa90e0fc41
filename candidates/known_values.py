"""What the texts at hand say, as a table: each value per regime with its clause and how sure it is (domain.md §1, §2.3, §9).

A cell reads "value confidence"; an empty cell says that no text at hand tells the value. Nobody has confirmed any of them.
"""

from dataclasses import dataclass
from datetime import date

from candidates.enums import Confidence, ParameterCode

CENTRE, SECRETARIAT, BOARD = "Ban Chấp hành Trung ương", "Ban Bí thư", "Ban Tổ chức Trung ương"
_CODES = ParameterCode


@dataclass(frozen=True)
class KnownRegime:
    """A set of rules for applying the Charter: number of the regulation, first day, last day (exclusive), day of signing."""

    code: str
    number: int
    start: date
    stop: date | None
    signed_on: date


REGIMES = (
    KnownRegime("QD29", 29, date(2016, 7, 25), date(2021, 7, 30), date(2016, 7, 25)),
    KnownRegime("QD24", 24, date(2021, 7, 30), date(2025, 1, 20), date(2021, 7, 30)),
    KnownRegime("QD232", 232, date(2025, 1, 20), date(2025, 7, 1), date(2025, 1, 20)),
    KnownRegime("QD294", 294, date(2025, 7, 1), date(2026, 4, 8), date(2025, 5, 26)),
    KnownRegime("QD20", 20, date(2026, 4, 8), date(2026, 7, 26), date(2026, 4, 8)),
    KnownRegime("QD208", 208, date(2026, 7, 26), None, date(2026, 7, 26)),
)

# code → (clause, one cell per regime in the order of REGIMES)
VALUES: dict[ParameterCode, tuple[str, ...]] = {
    _CODES.AGE_FROM: ("điểm 1.1.1", "18 P", "18 P", "18 P", "18 P", "", "18 S-"),
    _CODES.AGE_TO: ("điểm 1.1.1", "60 P", "60 P", "60 P", "60 P", "", "60 S-"),
    _CODES.OVER_AGE_CONSENT: ("điểm 1.1.2", "required INF", "required S", "required P", "required INF", "", ""),
    _CODES.SCHOOLING_LEAST: ("điểm 1.2.1", "3 P", "3 P", "3 P", "3 INF", "", "3 S-"),
    _CODES.SCHOOLING_PROOF: (
        "điểm 1.2.1",
        "diploma_or_equal P",
        "diploma P",
        "diploma P",
        "diploma INF",
        "",
        "programme S-",
    ),
    _CODES.SCHOOLING_EXCEPTION: ("điểm 1.2.2", "", "2 S", "2 INF", "", "", ""),
    _CODES.CERTIFICATE_MONTHS: ("", "60 S", "60 INF", "60 INF", "60 S-", "", "60 INF"),
    _CODES.TOGETHER_MONTHS: ("điểm 3.2.1", "12 INF", "12 INF", "12 INF", "12 S-", "", ""),
    _CODES.HELPER_STANDING: ("", "official S", "official INF", "official INF", "official INF", "", ""),
    _CODES.OPINIONS: ("", "required INF", "required P", "required INF", "required INF", "", ""),
    _CODES.BACKGROUND: ("", "required INF", "required P", "required INF", "required S-", "", ""),
    _CODES.PAPER_MONTHS: ("", "", "", "", "", "", ""),
    _CODES.READMISSION_MONTHS: ("điểm 3.5.1", "", "", "", "36 S", "", "36 S-"),
    _CODES.CLEARED_MONTHS: ("điểm 3.5.1", "", "", "", "60 S", "", ""),
    _CODES.READMISSIONS: ("điểm 3.5.1", "", "", "", "1 S", "", ""),
    _CODES.READMISSION_BARS: ("điểm 3.5.2", "", "", "required S", "required S", "", ""),
    _CODES.VOTE_BASE: ("điểm 9.3.2", "less_absent INF", "less_absent INF", "less_absent INF", "less_absent S-", "", ""),
    _CODES.COMMITTEE_SHARE: ("", "2/3 INF", "2/3 INF", "2/3 INF", "2/3 S-", "", ""),
    _CODES.STANDING_SHARE: ("", "", "", "", "", "", ""),
    _CODES.BUREAU_SHARE: ("", "", "", "", "", "", ""),
    _CODES.DECIDER_GRASSROOTS: (
        "điểm 4.3.2",
        "grassroots_committee P",
        "grassroots_committee INF",
        "grassroots_committee INF",
        "grassroots_committee S-",
        "",
        "grassroots_standing S-",
    ),
    _CODES.DECIDER_UPPER: (
        "điểm 4.3.2",
        "upper_standing P",
        "upper_standing INF",
        "upper_standing INF",
        "upper_standing INF",
        "",
        "",
    ),
    _CODES.DECIDER_PROVINCE: (
        "điểm 4.3.2",
        "province_bureau P",
        "province_bureau INF",
        "province_bureau INF",
        "province_bureau INF",
        "",
        "",
    ),
    _CODES.DECISION_DAYS: ("điểm 4.3.1", "60 P", "60 INF", "60 P", "", "", ""),
    _CODES.EXTENSION_DAYS: ("điểm 4.3.1", "30 P", "30 INF", "30 P", "", "", ""),
    _CODES.CEREMONY_DAYS: ("điểm 4.1", "30 P", "30 P", "30 INF", "30 P", "", "30 S-"),
    _CODES.CEREMONY_FROM: ("điểm 4.1", "receipt P", "receipt P", "receipt INF", "receipt INF", "", "issue S-"),
    _CODES.RECOGNITION_DAYS: ("điểm 4.2", "30 P", "30 P", "30 INF", "30 S-", "", ""),
    _CODES.OFFICIAL_DECISION_DAYS: ("điểm 4.3.1", "30 P", "30 INF", "30 INF", "", "", ""),
    _CODES.FAILED_VOTES: ("điểm 4.2", "3 INF", "3 P", "3 INF", "3 INF", "", ""),
    # No text says by which day "admitted" is counted (domain.md §3.2); the ceremony is our own reading.
    _CODES.ADMITTED_BY: ("", *["ceremony N"] * len(REGIMES)),
}

# What the Charter of 19-01-2011 itself sets: (clause, cell).
CHARTER: dict[ParameterCode, tuple[str, str]] = {
    _CODES.CELL_LEAST: ("Điều 24, khoản 1", "3 S-"),
    _CODES.INTRODUCERS: ("Điều 4, khoản 1", "2 P"),
    _CODES.CELL_SHARE: ("Điều 4, Điều 5", "2/3 S-"),
    _CODES.PROBATION_MONTHS: ("Điều 5", "12 S-"),
}

# Guidance beside a regulation: number, day of signing, issuer.
HD01_2016 = ("01-HD/TW", date(2016, 9, 20), SECRETARIAT)
HD09_2017 = ("09-HD/BTCTW", date(2017, 6, 5), BOARD)
HD01_2021 = ("01-HD/TW", date(2021, 9, 28), SECRETARIAT)
HD12_2022 = ("12-HD/BTCTW", date(2022, 1, 18), BOARD)
HD06_2025 = ("06-HD/TW", date(2025, 6, 9), SECRETARIAT)
HD01_2026 = ("01-HD/TW", date(2026, 5, 19), SECRETARIAT)

# Values that stand in a guidance: regime → the guidance and its clause where known.
GUIDED: dict[ParameterCode, dict[str, tuple[tuple[str, date, str], str]]] = {
    _CODES.CERTIFICATE_MONTHS: {
        "QD29": (HD01_2016, ""),
        "QD24": (HD01_2021, ""),
        "QD232": (HD01_2021, ""),
        "QD294": (HD06_2025, "điểm 5.4"),
        "QD208": (HD01_2026, ""),
    },
    _CODES.OVER_AGE_CONSENT: {"QD24": (HD01_2021, "mục 1")},
    _CODES.SCHOOLING_EXCEPTION: {"QD24": (HD01_2021, "mục 1"), "QD232": (HD01_2021, "mục 1")},
    _CODES.OPINIONS: {
        "QD29": (HD09_2017, ""),
        "QD24": (HD12_2022, ""),
        "QD232": (HD12_2022, ""),
        "QD294": (HD12_2022, ""),
    },
    _CODES.BACKGROUND: {
        "QD29": (HD01_2016, ""),
        "QD24": (HD01_2021, "mục 3"),
        "QD232": (HD01_2021, "mục 3"),
        "QD294": (HD06_2025, "điểm 3.4"),
    },
    _CODES.COMMITTEE_SHARE: {"QD294": (HD06_2025, "điểm 3.7.a")},
}


def read(cell: str) -> tuple[str, Confidence]:
    """Return the value and the confidence of a cell; an empty one was looked for and not found."""
    value, _, confidence = cell.rpartition(" ")
    return value, Confidence(confidence or Confidence.UNKNOWN)
