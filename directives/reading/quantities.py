"""Numbers of people, of organisations and percentages in a sentence, with the words that say at least, at most, about."""

import re
from dataclasses import dataclass
from decimal import Decimal

from . import numbers

_PEOPLE = (
    r"[a-zà-ỹ]+\s+viên|đvưt|qcưt|hvưt|đv|lượt\s+(?:người|quần\s+chúng|đảng\s+viên|cán\s+bộ|học\s+viên)|đảng\s+viên|"
    r"quần\s+chúng|đoàn\s+viên|hội\s+viên|học\s+viên|học\s+sinh|"
    r"sinh\s+viên|đồng\s+chí|đ/c|người|công\s+nhân|thanh\s+niên|cảm\s+tình|đối\s+tượng|nữ|chiến\s+sĩ|"
    r"giáo\s+viên|lao\s+động|nhân\s+tố|nguồn|"
    r"trường\s+hợp|dân\s+quân|trí\s+thức|nông\s+dân|phụ\s+nữ|cán\s+bộ|chủ\s+doanh\s+nghiệp|lượt"
)
_ORGANISATIONS = (
    r"tổ\s+chức\s+(?:cơ\s+sở\s+)?đảng|tổ\s+chức\s+đoàn\s+thể|tổ\s+chức|tccsđ|chi\s+bộ|chi,\s*đảng\s+bộ|"
    r"đảng\s+bộ|doanh\s+nghiệp|đơn\s+vị|hội\b(?!\s+(?:nghị|thảo|viên|thi|đồng|nhập))|"
    r"thôn|hợp\s+tác\s+xã|cơ\s+quan|trường\s+học|xã|phường|chi\s+đoàn|đoàn\s+thể"
)
_PERCENT = r"%|phần\s+trăm"
_BEFORE = (
    r"từ|ít\s+nhất|tối\s+thiểu|không\s+dưới|không\s+ít\s+hơn|không\s+thấp\s+hơn|trên|hơn|>=|≥|>|tối\s+đa|"
    r"không\s+quá|không\s+vượt\s+quá|"
    r"nhiều\s+nhất|dưới|<=|≤|khoảng|chừng|xấp\s+xỉ|gần|ước|tương\s+đương|tương\s+ứng|tức|mức|với|là|được|có|đạt"
)
_AFTER = r"trở\s+lên|trở\s+xuống|là\s+ít\s+nhất"
_NUMBER = rf"(?:{numbers.FIGURE}|\b{numbers.WORDS}\b)"
_QUANTITY = re.compile(
    rf"""(?P<before>(?:(?<!\w)(?:{_BEFORE})\s+)*)
    (?<![\w/.,-])(?P<low>{_NUMBER})(?![/\d])
    (?P<first>\s*(?:{_PERCENT}))?
    (?:\s*(?:-|\bđến\b|\btới\b|\bhoặc\b)\s*(?P<high>{_NUMBER})(?![/\d]))?
    (?:\s*\((?:[^()\d]{{2,40}}|\d{{1,4}})\))?
    (?:\s*(?P<early>{_AFTER}))?
    (?:\s*(?P<percent>{_PERCENT})|\s*(?:\b(?:số|tân|lượt|chỉ\s+tiêu)\s+)?(?P<people>\b(?:{_PEOPLE}))\b|\s*(?P<organisations>\b(?:{_ORGANISATIONS})))?
    (?:\s*(?P<late>{_AFTER}))?""",
    re.X,
)
_LATER = re.compile(rf"[^;.\d()]{{0,70}}?\b({_AFTER})")
_AT_LEAST = re.compile(
    r"\btừ\b|ít\s+nhất|tối\s+thiểu|không\s+dưới|không\s+ít\s+hơn|không\s+thấp\s+hơn|\btrên\b|\bhơn\b|>|≥|trở\s+lên"
)
_AT_MOST = re.compile(r"tối\s+đa|không\s+quá|không\s+vượt\s+quá|nhiều\s+nhất|(?<!không\s)\bdưới\b|<|≤|trở\s+xuống")
_ABOUT = re.compile(r"khoảng|chừng|xấp\s+xỉ|\bgần\b|\bước\b")
# A figure after these words is no quantity.
_NOT_AFTER = re.compile(
    r"(?:(?<!tổng\s)(?<!tổng\ssố\s)\bsố|ngày|(?<!mỗi\s)(?<!hằng\s)(?<!từng\s)(?<!một\s)(?<!/)(?:tháng|năm|quý)|điều|khoản|điểm|mục|phần|lần\s+thứ|thứ|khóa|"
    r"lúc|mẫu|biểu|phụ\s+lục|trang|tuổi|đợt|bước|điện\s+thoại)\s*:?\s*$"
)

_FIVE_AFTER = re.compile(
    r"(?:kết\s+nạp|giới\s+thiệu|phát\s+triển|thành\s+lập|bồi\s+dưỡng|tạo\s+nguồn|mỗi\s+(?:năm|quý|tháng)|\bcử|\bthêm|\bđược|"
    r"chỉ\s+tiêu|hằng\s+(?:năm|quý))\s*:?\s*$"
)


@dataclass(frozen=True)
class Quantity:
    """A number with its unit and comparison; ``start`` is where the words that compare begin."""

    value: Decimal
    value_max: Decimal | None
    unit: str | None
    comparison: str | None
    noun: str
    before: str
    start: int
    figure: int
    stop: int


def find(low: str, start: int, stop: int) -> list[Quantity]:
    """The quantities of a stretch of a text in small letters; those without a unit too."""
    found = (_quantity(low, start, stop, match) for match in _QUANTITY.finditer(low, start, stop))
    return [each for each in found if each]


def _quantity(low: str, start: int, stop: int, match: re.Match) -> Quantity | None:
    if _NOT_AFTER.search(low, max(start, match.start("low") - 14), match.start("low")):
        return None
    value, high = numbers.value(match["low"]), numbers.value(match["high"] or "")
    spoken = not match["low"][0].isdigit()
    unit = _unit(match)
    if value is None or (spoken and (unit is None or _is_year(low, start, match))):
        return None
    if high is not None and high <= value:
        high = None
    comparison = _comparison(low, stop, match, high)
    noun = match["people"] or match["organisations"] or ""
    return Quantity(
        value, high, unit, comparison, noun, match["before"], match.start(), match.start("low"), match.end()
    )


def _is_year(low: str, start: int, match: re.Match) -> bool:
    """Whether "năm" alone is rather the year than a five: it is a five after words that compare or act."""
    if match["low"] != "năm":
        return match["low"] in {"tư", "không"}
    compared = _AT_LEAST.search(match["before"]) or _AT_MOST.search(match["before"]) or _ABOUT.search(match["before"])
    return not (compared or match["high"] or _FIVE_AFTER.search(low[max(start, match.start() - 24) : match.start()]))


def _unit(match: re.Match) -> str | None:
    if match["percent"] or match["first"]:
        return "percent"
    if match["people"]:
        return "people"
    return "organisations" if match["organisations"] else None


def _comparison(low: str, stop: int, match: re.Match, high: Decimal | None) -> str | None:
    later = _LATER.match(low, match.end(), stop)
    after = match["early"] or match["late"] or (later[1] if later else "") or ""
    before = match["before"]
    if high is not None:
        before = re.sub(r"\btừ\b", "", before)
    if _ABOUT.search(before):
        return "about"
    if _AT_MOST.search(before) or "xuống" in after:
        return "at_most"
    return "at_least" if _AT_LEAST.search(before) or after else None
