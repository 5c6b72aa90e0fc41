"""Periods in closed forms: yearly, half_yearly, quarterly, monthly; 2021, 2021-H1, 2021-Q1, 2021-06; 2020/2025; term."""

import re
from dataclasses import dataclass

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
QUARTER = r"quý\s+(?P<q>i{1,3}|iv|[1-4])\b"
_YEAR = r"(?P<y>(?:19|20)\d\d)\b"
# Each cue with what it means; where two begin at one place the earlier row counts.
_CUES = (
    (re.compile(r"định\s+kỳ\s+6\s+tháng|6\s+tháng\s+(?:một|1)\s+lần|(?:hằng|mỗi)\s+6\s+tháng|6\s+tháng,\s*(?:hằng\s+|một\s+|1\s+)?năm\b"),
     "half_yearly"),
    (re.compile(r"(?:hằng|mỗi|từng)\s+quý|(?<!\w)quý\s+(?:một|1)\s+lần|định\s+kỳ\s+quý"), "quarterly"),
    (re.compile(r"(?:hằng|mỗi|từng)\s+tháng|/\s*tháng\b|tháng\s+(?:một|1)\s+lần|định\s+kỳ\s+tháng"), "monthly"),
    (re.compile(r"(?:hằng|mỗi|từng)\s+năm|/\s*năm\b|bình\s+quân\s+(?:một\s+|1\s+)?năm|một\s+năm\b|năm\s+(?:một|1)\s+lần|định\s+kỳ\s+năm"),
     "yearly"),
    (re.compile(rf"6\s+tháng\s+(?P<h>đầu|cuối)\s+năm(?:\s+{_YEAR})?"), "half"),
    (re.compile(rf"{QUARTER}(?:\s*(?:/|-|năm)\s*{_YEAR})?"), "quarter"),
    (re.compile(rf"tháng\s+(?P<m>\d{{1,2}})\s*(?:/|-|năm)\s*{_YEAR}"), "month"),
    (re.compile(r"(?:giai\s+đoạn|nhiệm\s+kỳ(?:\s+đại\s+hội)?|khóa)\s+(?:\w+,\s*)?(?P<a>20\d\d)\s*-\s*(?P<b>20\d\d)"), "years"),
    (re.compile(r"(?:trong|cả|toàn|hết|cuối|đến\s+hết|mỗi)\s+nhiệm\s+kỳ"), "term"),
    (re.compile(rf"(?<!tính )(?<!có )(?:đến|trong)\s+(?:cuối\s+|hết\s+)?năm\s+{_YEAR}"), "due"),
    (re.compile(rf"(?<!tính )(?<!có )đến\s+(?:hết\s+)?(?:ngày\s+)?31\s?[/-]\s?12\s?[/-]\s?{_YEAR}"), "due"),
    (re.compile(rf"năm\s+(?:học\s+)?{_YEAR}"), "year"),
)  # fmt: skip
# Words before or after a year that make it the year of a base or of a comparison.
_OTHER_YEAR = re.compile(
    r"(?:(?:đầu|cuối|cùng\s+kỳ|so\s+với|đến|tính\s+đến|ngày|tháng\s+\d{1,2}|31/12|01/01|1/1)\s*(?:của\s+|/)?|\d/)$"
)


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
            if name == "year" and _OTHER_YEAR.search(low[start : match.start()].rstrip() + " "):
                continue
            if any(cue.start <= match.start() < cue.stop for cue in found):
                continue
            if period := _period(name, match, year):
                found.append(Cue(period, match.start(), match.end()))
    return sorted(found, key=lambda cue: cue.start)


def nearest(low: str, start: int, stop: int, at: int, year: int | None) -> str | None:
    """The period named nearest to a place in a sentence; a rhythm before a year or term that only dates the document."""
    found = cues(low, start, stop, year)
    before = [cue for cue in found if cue.start <= at]
    best = before[-1] if before else min(found, key=lambda cue: cue.start, default=None)
    close = next((cue for cue in found if at < cue.start < at + _CLOSE and cue.period in REPEATS), None)
    if best and "/" in best.period:
        best = next((cue for cue in found if cue.period in REPEATS), best)
    return (close or best).period if close or best else None


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
