"""Periods in closed forms: yearly, half_yearly, quarterly, monthly; 2021, 2021-H1, 2021-Q1, 2021-06; 2020/2025; term."""

import re
from dataclasses import dataclass

from .patterns import loose

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
QUARTER = r"quý (?P<q>i{1,3}|iv|[1-4])\b"
_SIX, _THREE = r"(?:0?6|sáu) tháng", r"(?:0?3|ba) tháng"
_YEAR = r"(?P<y>(?:19|20)\d\d)\b"
# Each cue with what it means; where two begin at one place the earlier row counts.
_CUES = (
    (loose(
        rf"(?:định kỳ|hằng|mỗi) {_SIX}|{_SIX} (?:một|1) lần|{_SIX},\s*(?:hằng |một |1 )?năm\b"),
     "half_yearly"),
    (loose(
        rf"(?:hằng|mỗi|(?<!theo )từng) quý|(?:định kỳ|mỗi|hằng) {_THREE}|{_THREE} (?:một|1) lần|"
        r"(?<!\w)quý (?:một|1) lần|định kỳ quý"), "quarterly"),
    (loose(r"(?:hằng|mỗi|(?<!theo )từng) tháng|/\s*tháng\b|tháng (?:một|1) lần|định kỳ tháng"), "monthly"),
    (loose(r"(?:hằng|mỗi|từng) năm|/\s*năm\b|bình quân (?:một |1 )?năm|một năm\b|năm (?:một|1) lần|định kỳ năm"),
     "yearly"),
    (loose(rf"(?:6|sáu) tháng (?P<h>đầu|cuối) năm(?: {_YEAR})?"), "half"),
    (loose(rf"{QUARTER}(?:\s*(?:/|-|năm)\s*{_YEAR})?"), "quarter"),
    (loose(rf"(?<!\d )tháng (?P<m>\d{{1,2}})\s*(?:/|-|năm)\s*{_YEAR}"), "month"),
    (loose(r"(?:giai đoạn|nhiệm kỳ(?: đại hội)?|khóa) (?:\w+,\s*)?(?P<a>20\d\d)\s*-\s*(?P<b>20\d\d)"), "years"),
    (loose(r"năm (?:học )?(?P<a>20\d\d)\s*(?:-|và|đến)\s*(?:năm )?(?P<b>20\d\d)"), "years"),
    (loose(r"(?:trong|cả|toàn|hết|cuối|đến hết|mỗi) nhiệm kỳ"), "term"),
    (loose(rf"(?<!tính )(?<!có )(?:đến|trong) (?:cuối |hết )?năm {_YEAR}"), "due"),
    (loose(rf"(?<!tính )(?<!có )đến (?:hết )?(?:ngày )?31\s?[/-]\s?12\s?[/-]\s?{_YEAR}"), "due"),
    (loose(rf"năm (?:học )?{_YEAR}"), "year"),
)  # fmt: skip
# Words before or after a year that make it the year of a base or of a comparison.
_OTHER_YEAR = loose(
    r"(?:(?:đầu|cuối|cùng kỳ|so với|đến|tính đến|ngày|tháng \d{1,2}|31/12|01/01|1/1)\s*(?:của |/)?|\d/)$"
)


# What lies beyond the period: "định hướng đến năm 2030".
_FAR = loose(r"(?:định hướng|tầm nhìn)(?: đến)? $")
# A yearly mean only says again, for a year, what was asked for the whole period.
_MEAN = loose(r"bình quân $")

# As near as "đảng viên/năm" after a number.
_CLOSE = 30


@dataclass(frozen=True)
class Cue:
    """A period that a text names, and where."""

    period: str
    start: int
    stop: int


def cues(low: str, start: int, stop: int, year: int | None) -> list[Cue]:
    """The periods that a stretch of a text in small letters names; ``year`` stands where it leaves the year out."""
    found = []
    for pattern, name in _CUES:
        for match in pattern.finditer(low, start, stop):
            if _FAR.search(low, max(start, match.start() - 20), match.start()):
                continue
            if name == "year" and _OTHER_YEAR.search(low[start : match.start()].rstrip() + " "):
                continue
            if any(cue.start <= match.start() < cue.stop for cue in found):
                continue
            if period := _period(name, match, year):
                found.append(Cue(period, match.start(), match.end()))
    return sorted(found, key=lambda cue: cue.start)


def nearest(low: str, start: int, stop: int, at: int, year: int | None) -> str | None:
    """The period named nearest to a place in a sentence; a rhythm before a year or term that only dates the document."""
    found = [cue for cue in cues(low, start, stop, year) if not _is_of_other(low, start, cue, at)]
    before = [cue for cue in found if cue.start <= at]
    best = before[-1] if before else min(found, key=lambda cue: cue.start, default=None)
    close = next((cue for cue in found if at < cue.start < at + _CLOSE and cue.period in REPEATS), None)
    if best and "/" in best.period:
        best = next((cue for cue in found if cue.period in REPEATS and _reaches(low, cue, at)), best)
    return (close or best).period if close or best else None


def _reaches(low: str, cue: Cue, at: int) -> bool:
    """Whether a rhythm is of the number at ``at``: it stands before it, or after it in the same clause."""
    return cue.start <= at or not any(char in low[at : cue.start] for char in ",;")


def _is_of_other(low: str, start: int, cue: Cue, at: int) -> bool:
    """Whether a cue is of another number: in other brackets, or a mean of another clause."""
    if _in_other_brackets(low, start, cue.start, at):
        return True
    mean = low.startswith("bình quân", cue.start) or _MEAN.search(low, max(start, cue.start - 11), cue.start)
    return bool(mean) and any(char in ",;" for char in low[min(cue.stop, at) : max(cue.start, at)])


def _in_other_brackets(low: str, start: int, cue: int, at: int) -> bool:
    """Whether a cue stands in brackets in which the number does not stand."""
    opened = low.rfind("(", start, cue)
    return opened > low.rfind(")", start, cue) and not opened < at <= max(low.find(")", opened), cue)


def of_heading(words: str, year: int | None = None) -> str | None:
    """The last period that a heading names."""
    found = cues(words, 0, len(words), year)
    return found[-1].period if found else None


REPEATS = ("yearly", "half_yearly", "quarterly", "monthly")


def quarter(match: re.Match) -> int:
    """The number of the quarter that QUARTER matched."""
    return _ROMAN[match["q"]]


def _period(name: str, match: re.Match, year: int | None) -> str | None:
    if name in REPEATS or name == "term":
        return name
    if name == "years":
        return f"{match['a']}/{match['b']}"
    of = int(match["y"]) if match["y"] else year
    if of is None:
        return None
    return {
        "year": lambda: f"{of}",
        "due": lambda: f"{of}",
        "half": lambda: f"{of}-H{1 if match['h'] == 'đầu' else 2}",
        "quarter": lambda: f"{of}-Q{quarter(match)}",
        "month": lambda: f"{of}-{int(match['m']):02d}",
    }[name]()
