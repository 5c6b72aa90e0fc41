"""Text that an officer types: figures in it stand in braces by readable names; other digits are figures typed by hand.

Pure: from typed text to words with tokens and back, and which digits of a text are neither date, number of a document, clause,
nor words of the system.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from string import Formatter

from organizations.formats import tidy
from reports.document import Figure, Paragraph

# What a token counts, as the braces on the page name it.
NAMES = {
    "absent": "chưa có",
    "active": "có giới thiệu",
    "admitted": "kết nạp",
    "all": "kết nạp",
    "annulled": "hủy quyết định",
    "before": "cùng kỳ",
    "bound": "phải phổ biến",
    "branches": "số cơ sở",
    "change": "tăng giảm",
    "check": "cần kiểm tra hạn",
    "chua_nhap": "đơn vị chưa nhập hồ sơ",
    "con_nguon": "đơn vị còn nguồn",
    "het_nguon": "đơn vị không còn nguồn",
    "learnt": "có giấy chứng nhận",
    "certified": "có giấy chứng nhận",
    "considered": "đang xem xét",
    "decided": "có quyết định",
    "done": "đã phổ biến",
    "due": "sắp đến hạn",
    "earlier": "đang lập hồ sơ",
    "elapsed": "phần thời gian đã qua",
    "end": "nguồn cuối kỳ",
    "followed": "đang theo dõi",
    "goal": "chỉ tiêu",
    "held": "kết nạp",
    "helped": "có đảng viên giúp đỡ",
    "idle": "chưa có kết quả",
    "introduced": "giới thiệu",
    "late": "quá hạn",
    "left": "còn thiếu",
    "lost": "ra khỏi danh sách",
    "members": "số hội",
    "minority": "dân tộc thiểu số",
    "missing": "còn phải tạo nguồn",
    "new": "nguồn mới",
    "nominated": "do hội giới thiệu",
    "non_state": "ngoài khu vực Nhà nước",
    "now": "kỳ này",
    "official": "công nhận chính thức",
    "over": "vượt",
    "people": "đang xem xét",
    "percent": "so với cùng kỳ",
    "percent_of_goal": "so với chỉ tiêu",
    "proposed": "chi bộ đề nghị",
    "religious": "theo tôn giáo",
    "returned": "bị trả lại",
    "share": "tỷ lệ",
    "silent": "cơ sở chưa giới thiệu",
    "soon": "sắp đến hạn",
    "source": "trong nguồn",
    "sources": "trong nguồn",
    "staff": "cán bộ hội",
    "struck": "xóa tên",
    "submitted": "đã trình",
    "sum": "cộng",
    "tasked": "được giao nhiệm vụ",
    "there": "hiện có",
    "told": "đơn vị đã báo",
    "union": "đoàn viên",
    "units": "số đơn vị",
    "verified": "đang thẩm tra",
    "could": "đủ đảng viên lập chi bộ",
    "founded": "tổ chức đảng thành lập",
    "none": "không còn nguồn",
    "own": "có chi bộ riêng",
    "seminars": "hội nghị tập huấn",
    "unknown": "chưa báo nguồn",
    "urged": "hội chưa giới thiệu",
    "with_sources": "hội còn nguồn",
    "whole": "tổng số",
    "women": "nữ",
    "workers": "công nhân",
    "young": "18–30 tuổi",
}
_NUMBERED = re.compile(r"^(?P<stem>[a-z_]+?)_?(?P<place>\d+)$")
_STEMS = {
    "cause": "nguyên nhân",
    "opened": "lớp đã mở",
    "planned": "lớp kế hoạch",
    "r": "lý do",
    "state": "tình trạng",
    "unit": "nhóm",
}
_MARKED = re.compile(r"^(?P<mark>[a-z]+[0-9]*)_(?P<name>before|change|percent|share|whole)$")

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_FULL_DAY = r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}"
_SPOKEN_DAY = r"(?:ngày|tháng|quý|mùng|mồng)\s+\d{1,2}(?:\s*[/.-]\s*\d{1,4}){0,2}"
_DOCUMENT = r"\d+[a-zđ]?(?:\s*/\s*\d{4})?\s*[-/]\s*[A-ZĐ]{1,}[\w&]*(?:[-/][A-ZĐ][\w&]*)*"
_CLAUSE = r"(?:điều|khoản|điểm|mục|chương|phần|tiết|bảng|biểu|phụ lục|mẫu|đoạn)\s+(?:số\s+)?\d+(?:\.\d+)*[a-zđ]?"
_NO_FIGURE = re.compile(rf"\b(?:{_FULL_DAY}|(?i:{_SPOKEN_DAY})|{_DOCUMENT}|(?i:{_CLAUSE}))(?!\w)", re.UNICODE)
_YEAR = re.compile(r"^(?:19|20)\d\d$")


@dataclass(frozen=True)
class Named:
    """A token as the page names it: its name in braces, the token in stored words, its figure."""

    name: str
    token: str
    figure: Figure


class Untold(ValueError):
    """Typed text that cannot be read; its words are the sentence for the field."""


def names(paragraphs: Mapping[str, Paragraph], key: str) -> list[Named]:
    """Return what the text of a paragraph may name: its own figures, then those of others with their paragraph."""
    own = [Named(name, token, figure) for name, token, figure in _named(paragraphs.get(key))]
    others = [
        Named(f"{name}/{other}", f"{other}/{token}", figure)
        for other, paragraph in paragraphs.items()
        if other != key
        for name, token, figure in _named(paragraph)
    ]
    return own + others


def named_in(text: str) -> set[str]:
    """Return what stands in the braces of a typed text, as names are compared."""
    return {_key(each) for each in re.findall(r"{([^{}]*)}", text)}


def same(name: str) -> str:
    """Return a name as names are compared: letters small, spaces single."""
    return _key(name)


def readable(words: str, known: Iterable[Named]) -> str:
    """Return stored words with their tokens by readable names; a token that is gone keeps its own."""
    by_token = {each.token: each.name for each in known}
    parts = Formatter().parse(words)
    return "".join(text + (f"{{{by_token.get(token, token)}}}" if token else "") for text, token, _, _ in parts)


def read(text: str, known: Iterable[Named]) -> str:
    """Return typed text with the tokens that its braces name; Untold with a sentence for a brace or a name that is wrong."""
    by_name = {_key(each.name): each.token for each in known}
    found, opened = [], None
    for piece in re.split(r"([{}])", tidy(text)):
        if piece == "{":
            if opened is not None:
                raise Untold(f"Dấu “{{” trước “{_near(opened)}” chưa đóng; hãy thêm dấu “}}” sau tên số.")
            opened = ""
        elif piece == "}":
            if opened is None:
                raise Untold("Có dấu “}” mà trước đó không có dấu “{”; hãy thêm “{” trước tên số, hoặc bỏ dấu này.")
            found.append(f"{{{_token(opened, by_name)}}}")
            opened = None
        elif opened is None:
            found.append(piece)
        else:
            opened = piece
    if opened is not None:
        raise Untold(f"Dấu “{{” trước “{_near(opened)}” chưa đóng; hãy thêm dấu “}}” sau tên số.")
    return "".join(found)


def by_hand(words: str, own: str = "", everything: str = "") -> tuple[str, ...]:
    """Return the figures of a text that somebody typed: no token, date, number of a document or clause.

    Digits that the system wrote itself in the same paragraph (``own``, with tokens) are none, nor years that it wrote anywhere
    in the report (``everything``).
    """
    ours = set(_numbers(own))
    years = {each for each in _numbers(everything, also_dates=True) if _YEAR.match(each)}
    return tuple(dict.fromkeys(each for each in _numbers(words) if each not in ours and each not in years))


def name_of(token: str) -> str:
    """Return the readable name of a token."""
    if token in NAMES:
        return NAMES[token]
    if marked := _MARKED.match(token):
        return f"{NAMES[marked['name']]} của {name_of(marked['mark'])}"
    numbered = _NUMBERED.match(token)
    if numbered and (stem := _STEMS.get(numbered["stem"]) or NAMES.get(numbered["stem"])):
        return f"{stem} {numbered['place']}"
    return token


def _named(paragraph: Paragraph | None) -> list[tuple[str, str, Figure]]:
    """The figures of a paragraph by names of which no two are alike."""
    found, taken = [], {}
    for token, figure in paragraph.figures.items() if paragraph else ():
        name = name_of(token)
        taken[name] = taken.get(name, 0) + 1
        found.append((name if taken[name] == 1 else f"{name} ({taken[name]})", token, figure))
    return found


def _token(name: str, by_name: Mapping[str, str]) -> str:
    found = by_name.get(_key(name))
    if found is None:
        some = ", ".join(f"{{{each}}}" for each in list(by_name)[:3])
        there = f"; các số dùng được ghi dưới ô, ví dụ {some}" if some else "; báo cáo này không có số nào để gọi tên"
        raise Untold(f"Không có số nào tên là “{{{tidy(name)}}}”{there}.")
    return found


def _key(name: str) -> str:
    return tidy(name).lower()


def _near(text: str) -> str:
    return tidy(text)[:30] or "chỗ trống"


def _numbers(words: str, *, also_dates: bool = False) -> list[str]:
    """The digits of words outside tokens, dates, numbers of documents and clauses."""
    text = "".join(f"{piece} " if token else piece for piece, token, _, _ in Formatter().parse(words))
    if not also_dates:
        text = _NO_FIGURE.sub(" ", text)
    elif text:
        text = re.sub(r"[/-]", " ", text)
    return _NUMBER.findall(text)
