"""Who issued a letter."""

from .heads import NATION, NUMBER, ORGANS, PARTY
from .letter import Field, Span
from .patterns import loose
from .source import Source
from .zones import Zones, is_caps, is_rule, title_at

_ABOUT_US = loose(r"(?:của|do) ")
_CAPITALS = loose(r"[A-ZĐÀ-Ỹ][A-ZĐÀ-Ỹ\s\-]{5,}(?![a-zà-ỹ])")
_BODIES = loose(
    r"(?:dang (?:bo|uy)|tinh (?:uy|doan)|huyen (?:uy|doan)|thanh (?:uy|doan)|thi (?:uy|doan)|quan uy|ban |"
    r"bch |chi (?:bo|uy)|"
    r"van phong|uy ban|hoi |doan |mat tran|cong doan|so |truong |cong ty|trung tam|lien hiep|lien minh|"
    r"hoc vien|vien |dai hoc|bo |cong an|nha may|xi nghiep|hop tac xa|tong cong ty|lien doan|dang doan|"
    r"btv |benh vien)"
)
_CONGRESS = loose(r"dai hoi (?:dai bieu |dang |lan thu )")
# Such a body is a body of the one above it.
_OF_ABOVE = loose(
    r"(?:ban (?:to chuc|tuyen giao|dan van|xay dung dang|thuong vu|chap hanh|noi chinh)|van phong|uy ban kiem tra|"
    r"ban tuyen giao va dan van|dang doan|ban can su dang|dang uy|chi bo|chi uy|trung tam chinh tri|"
    r"ban xay dung dang)"
)
_SPEAKS = loose(
    r"(?:ban thường vụ|ban chấp hành|thường trực|ban tổ chức|ban tuyên giáo|ban dân vận|ban xây dựng đảng|"
    r"văn phòng|đảng ủy|"
    r"tỉnh ủy|thành ủy|huyện ủy|thị ủy|chi ủy|ủy ban kiểm tra)(?:[^,.;:()\"\n]{0,80}?)"
    r"\s(?=(?:yêu cầu|đề nghị|quyết định|kết luận|ban hành|thông báo|hướng dẫn|thông tin|"
    r"xây dựng kế hoạch|chỉ đạo|giao|triển khai)\b)"
)


def read(source: Source, zones: Zones, subject: Field | None, signed_as: str) -> Field | None:
    """Who issued it: the body of the heading, else the one named after the kind, else the one that speaks in the text."""
    return _of_heading(source, zones) or _of_title(source, subject) or _of_text(source, zones, signed_as)


def _of_heading(source: Source, zones: Zones) -> Field | None:
    bodies: list[list[Span]] = []
    for cell in zones.head:
        bare = source.bare[cell.start : cell.stop].strip()
        if title_at(source, cell) or NUMBER.search(source.low, cell.start, cell.stop):
            break
        if _CONGRESS.match(source.bare, _begin(source, cell)):
            break
        if is_rule(source, cell) or PARTY in bare or bare.startswith(NATION) or not is_caps(source, cell):
            continue
        if _BODIES.match(source.bare, _begin(source, cell)) or not bodies:
            bodies.append([cell])
        else:
            bodies[-1].append(cell)
    named = [each for each in bodies if _BODIES.match(source.bare, _begin(source, each[0]))]
    return _with_above(source, named) if named else None


def _with_above(source: Source, named: list[list[Span]]) -> Field:
    """The last body; one that is a body of another with the one above it. A body may take several cells."""
    last, words = named[-1], _words(source, named[-1])
    if len(named) > 1 and _OF_ABOVE.fullmatch(Source(words).bare):
        return Field(f"{words} {_words(source, named[-2])}", Span(named[-2][0].start, last[-1].stop))
    return Field(words, Span(last[0].start, last[-1].stop))


def _words(source: Source, cells: list[Span]) -> str:
    return " ".join(source.words(cell.start, cell.stop) for cell in cells)


def _begin(source: Source, cell: Span) -> int:
    words = source.low[cell.start : cell.stop]
    return cell.start + len(words) - len(words.lstrip())


def _of_title(source: Source, subject: Field | None) -> Field | None:
    """ "KẾT LUẬN CỦA THƯỜNG TRỰC TỈNH ỦY về …": the words in capitals after "của"."""
    if subject is None:
        return None
    span = subject.span
    for found in _ABOUT_US.finditer(source.low, span.start, span.stop):
        caps = _CAPITALS.match(source.text, found.end(), span.stop)
        if caps and ORGANS.match(source.bare, found.end()):
            line = caps[0].split("\n")[0].rstrip()
            return Field(_sentence_case(line), Span(found.end(), found.end() + len(line)))
    return None


def _of_text(source: Source, zones: Zones, signed_as: str) -> Field | None:
    """Who asks, decides or tells in the body; where the signature names a body, that body."""
    wanted = _wanted(signed_as)
    found = [
        Span(match.start(), match.start() + len(match[0].rstrip()))
        for row in zones.body
        for match in _SPEAKS.finditer(source.low, row.start, row.stop)
        if source.low.startswith(wanted, match.start()) and source.text[match.start()].isupper()
    ]
    longest = max(found, key=lambda span: span.stop - span.start, default=None)
    return Field(source.words(longest.start, longest.stop), longest) if longest else None


def _wanted(signed_as: str) -> tuple[str, ...]:
    low = signed_as.lower()
    if "thường vụ" in low or "btv" in low:
        return ("ban thường vụ",)
    if "trưởng ban" in low:
        return ("ban ",)
    return (
        "ban ",
        "thường trực",
        "đảng ủy",
        "tỉnh ủy",
        "thành ủy",
        "huyện ủy",
        "thị ủy",
        "chi ủy",
        "ủy ban",
        "văn phòng",
    )


def _sentence_case(caps: str) -> str:
    """Write a body's name in capitals as offices write it: Thường trực Tỉnh ủy, Ban Thường vụ Đảng ủy."""
    table = {"tỉnh ủy": "Tỉnh ủy", "đảng ủy": "Đảng ủy", "huyện ủy": "Huyện ủy", "thành ủy": "Thành ủy", "thị ủy": "Thị ủy",
             "thường vụ": "Thường vụ", "tổ chức": "Tổ chức", "tuyên giáo": "Tuyên giáo", "dân vận": "Dân vận",
             "chấp hành": "Chấp hành"}  # fmt: skip
    low = Source(caps).low
    for words, written in table.items():
        low = low.replace(words, written)
    return low[:1].upper() + low[1:]
