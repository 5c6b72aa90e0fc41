"""Days by which something is to be done, rhythms, and from when on."""

import re
from dataclasses import dataclass
from datetime import date

from . import dates, periods
from .patterns import loose

_BY = (
    r"(?:xong )?trước(?: ngày)?|chậm nhất(?: (?:là|vào|đến|trước|trong))*(?: ngày)?|muộn nhất(?: (?:là|"
    r"vào|đến))*(?: ngày)?|"
    r"(?:đến )?hết(?: ngày)?|hạn (?:cuối|chót)(?: (?:là|đến|vào))*(?: ngày)?|thời hạn\s*:?\s*(?:trước )?(?:ngày)?|"
    r"(?:hoàn thành|xong|gửi|nộp|báo cáo)[^.;\n]{0,60}?\s(?:vào|trong|đến|về trước) ngày|vào ngày|"
    r"không (?:quá|muộn hơn) ngày|"
    r"thời gian (?:hoàn thành|thực hiện|báo cáo|gửi)\s*:?\s*(?:trước )?(?:ngày)?"
)
_HOUR = r"\s*(?:\d{1,2}\s*(?:giờ|h)\s*\d{0,2}\s*(?:phút)?,?\s*(?:ngày )?)?"
_TAIL = r"\s*(?:\(?(?:hằng|mỗi) (?P<each>năm|quý|tháng)\)?|của (?:tháng|quý)|tháng cuối (?:của )?quý)?"
_FULL = loose(rf"(?:{_BY}){_HOUR}\s*(?P<day>{dates.DAY})")
_PART = loose(
    rf"(?:{_BY}){_HOUR}\s*(?P<d>\d{{1,2}})\s?(?:/|-|\.| tháng )\s?(?P<m>\d{{1,2}})(?![\d/%])(?!\s*(?:đảng|"
    rf"%|người)){_TAIL}"
)
_ONLY = loose(
    rf"(?:{_BY})\s*(?P<d>\d{{1,2}}) (?P<each>hằng tháng|mỗi tháng|tháng cuối (?:của )?(?:mỗi )?quý|"
    rf"của tháng cuối quý)"
)
_SECOND = loose(
    r"\s*(?:và|,|hoặc)\s*(?:trước )?(?:ngày )?(?P<d>\d{1,2})\s?[/-]\s?(?P<m>\d{1,2})(?!\d)(?:\s?[/-]\s?(?P<y>\d{4}))?"
)
_MONTH = loose(
    r"(?:trong|(?:đến )?hết|cuối|chậm nhất (?:là )?(?:trong )?|xong trong|"
    r"trước (?:cuối )?)\s*tháng (?P<m>\d{1,2})(?:\s*(?:/|-|năm)\s*(?P<y>\d{4}))?(?![\d])"
)
# The label of a timetable: "Tháng 10/2026: cử quần chúng học lớp".
_LABELLED = loose(r"(?<![^\W\d] )(?<!\w)tháng (?P<m>\d{1,2})\s*(?:/|-|năm)\s*(?P<y>\d{4})\s*:")
_QUARTER = loose(
    rf"(?:trong|(?:đến )?hết|cuối|vào|chậm nhất (?:trong |là )?)\s*{periods.QUARTER}(?:\s*(?:/|-|,|"
    rf"năm)\s*(?:năm )?(?P<y>\d{{4}}))?"
)
_YEAR = loose(
    r"(?<!6 tháng )(?:(?:đến|trước) (?:hết|cuối)|hết|cuối|(?:hoàn thành|xong|"
    r"ban hành)[^.;\n]{0,50}?\strong) năm (?P<y>\d{4})\b"
)
_HALF = loose(
    r"(?:hoàn thành|xong|ban hành|báo cáo)[^.;\n]{0,60}?\strong 6 tháng (?P<h>đầu|cuối) năm(?: (?P<y>\d{4}))?"
)
_FROM = loose(
    r"(?:kể )?từ (?:ngày (?P<day>"
    + dates.DAY
    + r")|(?:quý (?P<q>i{1,3}|iv|[1-4])\s*(?:/|năm)\s*|tháng (?P<m>\d{1,2})\s*(?:/|năm)\s*|năm )(?P<y>\d{4}))"
)
_REPEATS = {"năm": "yearly", "quý": "quarterly", "tháng": "monthly"}


@dataclass(frozen=True)
class When:
    """The letter's day of issue and its year, as far as it says them."""

    issued_on: date | None = None
    year: int | None = None


@dataclass(frozen=True)
class Due:
    """A day by which; ``repeats`` where its own words say that it comes again."""

    on: date | None
    repeats: str | None
    start: int
    stop: int


def find(low: str, start: int, stop: int, when: When) -> list[Due]:
    """The days by which a stretch asks for something; the letter's year stands where a day has none."""
    found: list[Due] = []
    for pattern, reader in _READERS:
        for match in pattern.finditer(low, start, stop):
            if not low.endswith(("tính ", "tính đến "), start, match.start()) and not any(
                each.start < match.end() and match.start() < each.stop for each in found
            ):
                found += reader(low, stop, match, when)
    return sorted(found, key=lambda due: due.start)


def repeats(low: str, start: int, stop: int) -> str | None:
    """The rhythm that a stretch names, where it names one."""
    found = [cue.period for cue in periods.cues(low, start, stop, None) if cue.period in periods.REPEATS]
    return found[0] if found else None


def from_on(low: str, start: int, stop: int) -> date | None:
    """The day from which on something is to be done."""
    match = _FROM.search(low, start, stop)
    if not match:
        return None
    if match["day"]:
        return dates.read(match["day"])
    month = (periods.quarter(match) * 3 - 2) if match["q"] else int(match["m"] or 1)
    return dates.day(1, month, int(match["y"]))


_FOR_ANOTHER = loose(
    rf" ?(?:đối với|với|cho) [^,;.]{{2,70}}[,;] (?:và )?(?:trước )?ngày ({dates.DAY})(?= (?:đối với|với|cho) )"
)


def _full(low: str, stop: int, match: re.Match, when: When) -> list[Due]:
    """A whole day, and the further days that others of the same sentence have: "… đối với lớp thứ hai"."""
    found = [Due(dates.read(match["day"]), None, match.start(), match.end())]
    while further := _FOR_ANOTHER.match(low, found[-1].stop, stop):
        found.append(Due(dates.read(further[1]), None, further.start(1), further.end()))
    return found


def _part(low: str, stop: int, match: re.Match, when: When) -> list[Due]:
    """A day and a month: in the letter's year, or of each year, then the first such day from the letter on."""
    second = _SECOND.match(low, match.end("m"), stop)
    tail = loose(r"\s*(?:hằng|mỗi) năm").match(low, second.end() if second else match.end("m"), stop)
    rhythm = "yearly" if tail or match["each"] == "năm" else _REPEATS.get(match["each"] or "")
    days = [(int(match["d"]), int(match["m"]))] + ([(int(second["d"]), int(second["m"]))] if second else [])
    of = int(second["y"]) if second and second["y"] else when.year
    end = second.end() if second else match.end()
    return [Due(_in_year(day, month, of, when, rhythm), rhythm, match.start(), end) for day, month in days]


def _in_year(day: int, month: int, year: int | None, when: When, rhythm: str | None) -> date | None:
    if year is None:
        return None
    found = dates.day(day, month, year)
    if rhythm and found and when.issued_on and found < when.issued_on:
        return dates.day(day, month, year + 1)
    return found


def _only(low: str, stop: int, match: re.Match, when: When) -> list[Due]:
    return [Due(None, "quarterly" if "quý" in match["each"] else "monthly", match.start(), match.end())]


_STOCK = loose(r"(?:dự kiến|\bsố\b|kết quả (?:kết nạp|thực))(?:(?!báo cáo|gửi|hoàn thành|nộp|xong|\svề\s)[^,;.])*$")


def _counts(low: str, match: re.Match) -> bool:
    """Whether a month or quarter only says of when the figures are: "số quần chúng dự kiến kết nạp trong quý III"."""
    return bool(_STOCK.search(low[max(0, match.start() - 120) : match.start()]))


_NEXT_MONTH = loose(r"(?: và|,) tháng (?P<m>\d{1,2})(?:\s*(?:/|-|năm)\s*(?P<y>\d{4}))?(?!\d)")


def _month(low: str, stop: int, match: re.Match, when: When) -> list[Due]:
    """A month, and the further one of "trong tháng 4 và tháng 9 năm 2026", whose year is that of both."""
    if _counts(low, match):
        return []
    second = _NEXT_MONTH.match(low, match.end(), stop)
    said = match["y"] or (second["y"] if second else None)
    of = int(said) if said else when.year
    named = [each for each in (match, second) if each]
    return [Due(dates.month_end(int(each["m"]), of) if of else None, None, each.start(), each.end()) for each in named]


def _quarter(low: str, stop: int, match: re.Match, when: When) -> list[Due]:
    of = int(match["y"]) if match["y"] else when.year
    if _counts(low, match):
        return []
    return [Due(dates.month_end(periods.quarter(match) * 3, of) if of else None, None, match.start(), match.end())]


def _year(low: str, stop: int, match: re.Match, when: When) -> list[Due]:
    return [Due(dates.month_end(12, int(match["y"])), None, match.start(), match.end())]


def _half(low: str, stop: int, match: re.Match, when: When) -> list[Due]:
    of = int(match["y"]) if match["y"] else when.year
    return [
        Due(dates.month_end(6 if match["h"] == "đầu" else 12, of) if of else None, None, match.start(), match.end())
    ]


_READERS = (
    (_FULL, _full),
    (_PART, _part),
    (_ONLY, _only),
    (_MONTH, _month),
    (_LABELLED, _month),
    (_QUARTER, _quarter),
    (_YEAR, _year),
    (_HALF, _half),
)
