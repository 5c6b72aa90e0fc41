"""Days by which something is to be done, rhythms, and from when on."""

import re
from dataclasses import dataclass
from datetime import date

from . import dates, periods

_BY = (
    r"(?:xong\s+)?trước(?:\s+ngày)?|chậm\s+nhất(?:\s+(?:là|vào|đến|trước|trong))*(?:\s+ngày)?|muộn\s+nhất(?:\s+(?:là|vào|đến))*(?:\s+ngày)?|"
    r"(?:đến\s+)?hết(?:\s+ngày)?|hạn\s+(?:cuối|chót)(?:\s+(?:là|đến|vào))*(?:\s+ngày)?|thời\s+hạn\s*:?\s*(?:trước\s+)?(?:ngày)?|"
    r"(?:hoàn\s+thành|xong|gửi|nộp|báo\s+cáo)[^.;\n]{0,60}?\s(?:vào|trong|đến|về\s+trước)\s+ngày|vào\s+ngày|không\s+(?:quá|muộn\s+hơn)\s+ngày|"
    r"thời\s+gian\s+(?:hoàn\s+thành|thực\s+hiện|báo\s+cáo|gửi)\s*:?\s*(?:trước\s+)?(?:ngày)?"
)
_HOUR = r"\s*(?:\d{1,2}\s*(?:giờ|h)\s*\d{0,2}\s*(?:phút)?,?\s*(?:ngày\s+)?)?"
_TAIL = r"\s*(?:\(?(?:hằng|mỗi)\s+(?P<each>năm|quý|tháng)\)?|của\s+(?:tháng|quý)|tháng\s+cuối\s+(?:của\s+)?quý)?"
_FULL = re.compile(rf"(?:{_BY}){_HOUR}\s*(?P<day>{dates.DAY})")
_PART = re.compile(rf"(?:{_BY}){_HOUR}\s*(?P<d>\d{{1,2}})\s?(?:/|-|\.|\s+tháng\s+)\s?(?P<m>\d{{1,2}})(?![\d/%])(?!\s*(?:đảng|%|người)){_TAIL}")
_ONLY = re.compile(rf"(?:{_BY})\s*(?P<d>\d{{1,2}})\s+(?P<each>hằng\s+tháng|mỗi\s+tháng|tháng\s+cuối\s+(?:của\s+)?(?:mỗi\s+)?quý|của\s+tháng\s+cuối\s+quý)")
_SECOND = re.compile(r"\s*(?:và|,|hoặc)\s*(?:trước\s+)?(?:ngày\s+)?(?P<d>\d{1,2})\s?[/-]\s?(?P<m>\d{1,2})(?!\d)(?:\s?[/-]\s?(?P<y>\d{4}))?")
_MONTH = re.compile(
    rf"(?:trong|(?:đến\s+)?hết|cuối|chậm\s+nhất\s+(?:là\s+)?(?:trong\s+)?|xong\s+trong|trước\s+(?:cuối\s+)?)\s*tháng\s+(?P<m>\d{{1,2}})(?:\s*(?:/|-|năm)\s*(?P<y>\d{{4}}))?(?![\d])"
)
_QUARTER = re.compile(rf"(?:trong|(?:đến\s+)?hết|cuối|vào|chậm\s+nhất\s+(?:trong\s+|là\s+)?)\s*{periods.QUARTER}(?:\s*(?:/|-|,|năm)\s*(?:năm\s+)?(?P<y>\d{{4}}))?")
_YEAR = re.compile(r"(?<!6 tháng )(?:(?:đến|trước)\s+(?:hết|cuối)|hết|cuối|(?:hoàn\s+thành|xong|ban\s+hành)[^.;\n]{0,50}?\strong)\s+năm\s+(?P<y>\d{4})\b")
_HALF = re.compile(r"(?:hoàn\s+thành|xong|ban\s+hành|báo\s+cáo)[^.;\n]{0,60}?\strong\s+6\s+tháng\s+(?P<h>đầu|cuối)\s+năm(?:\s+(?P<y>\d{4}))?")
_FROM = re.compile(r"(?:kể\s+)?từ\s+(?:ngày\s+(?P<day>" + dates.DAY + r")|(?:quý\s+(?P<q>i{1,3}|iv|[1-4])\s*(?:/|năm)\s*|tháng\s+(?P<m>\d{1,2})\s*(?:/|năm)\s*|năm\s+)(?P<y>\d{4}))")
_REPEATS = {"năm": "yearly", "quý": "quarterly", "tháng": "monthly"}


@dataclass(frozen=True)
class Due:
    """A day by which; ``repeats`` where its own words say that it comes again."""

    on: date | None
    repeats: str | None
    start: int
    stop: int


def find(low: str, start: int, stop: int, issued_on: date | None, year: int | None) -> list[Due]:
    """The days by which a stretch asks for something; the letter's ``year`` stands where a day has none."""
    found: list[Due] = []
    for pattern, reader in _READERS:
        for match in pattern.finditer(low, start, stop):
            if not any(each.start < match.end() and match.start() < each.stop for each in found):
                found += reader(low, stop, match, issued_on, year)
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


def _full(low: str, stop: int, match: re.Match, issued_on: date | None, year: int | None) -> list[Due]:
    return [Due(dates.read(match["day"]), None, match.start(), match.end())]


def _part(low: str, stop: int, match: re.Match, issued_on: date | None, year: int | None) -> list[Due]:
    """A day and a month: in the letter's year, or of each year, then the first such day from the letter on."""
    second = _SECOND.match(low, match.end("m"), stop)
    tail = re.compile(r"\s*(?:hằng|mỗi)\s+năm").match(low, second.end() if second else match.end("m"), stop)
    rhythm = "yearly" if tail or match["each"] == "năm" else _REPEATS.get(match["each"] or "")
    days = [(int(match["d"]), int(match["m"]))] + ([(int(second["d"]), int(second["m"]))] if second else [])
    of = int(second["y"]) if second and second["y"] else year
    end = second.end() if second else match.end()
    return [Due(_in_year(day, month, of, issued_on, rhythm), rhythm, match.start(), end) for day, month in days]


def _in_year(day: int, month: int, year: int | None, issued_on: date | None, rhythm: str | None) -> date | None:
    if year is None:
        return None
    found = dates.day(day, month, year)
    if rhythm and found and issued_on and found < issued_on:
        return dates.day(day, month, year + 1)
    return found


def _only(low: str, stop: int, match: re.Match, issued_on: date | None, year: int | None) -> list[Due]:
    return [Due(None, "quarterly" if "quý" in match["each"] else "monthly", match.start(), match.end())]


_STOCK = re.compile(r"(?:dự\s+kiến|\bsố\b|kết\s+quả\s+(?:kết\s+nạp|thực))(?:(?!báo\s+cáo|gửi|hoàn\s+thành|nộp|xong|\svề\s)[^,;.])*$")


def _counts(low: str, match: re.Match) -> bool:
    """Whether a month or quarter only says of when the figures are: "số quần chúng dự kiến kết nạp trong quý III"."""
    return bool(_STOCK.search(low[max(0, match.start() - 120) : match.start()]))


def _month(low: str, stop: int, match: re.Match, issued_on: date | None, year: int | None) -> list[Due]:
    of = int(match["y"]) if match["y"] else year
    if _counts(low, match):
        return []
    return [Due(dates.month_end(int(match["m"]), of) if of else None, None, match.start(), match.end())]


def _quarter(low: str, stop: int, match: re.Match, issued_on: date | None, year: int | None) -> list[Due]:
    of = int(match["y"]) if match["y"] else year
    if _counts(low, match):
        return []
    return [Due(dates.month_end(periods.quarter(match) * 3, of) if of else None, None, match.start(), match.end())]


def _year(low: str, stop: int, match: re.Match, issued_on: date | None, year: int | None) -> list[Due]:
    return [Due(dates.month_end(12, int(match["y"])), None, match.start(), match.end())]


def _half(low: str, stop: int, match: re.Match, issued_on: date | None, year: int | None) -> list[Due]:
    of = int(match["y"]) if match["y"] else year
    return [Due(dates.month_end(6 if match["h"] == "đầu" else 12, of) if of else None, None, match.start(), match.end())]


_READERS = ((_FULL, _full), (_PART, _part), (_ONLY, _only), (_MONTH, _month), (_QUARTER, _quarter), (_YEAR, _year), (_HALF, _half))
