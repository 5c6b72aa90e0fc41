"""How a document of the Party is laid out, by the guide in force on its day: dated values with their source, data alone.

The text of neither guide was at hand: values come from secondary sources, and the control slip names those that nobody confirmed.
docs/paper.md carries the table that ``as_markdown`` makes of them.
"""

from dataclasses import dataclass
from datetime import date

from organizations.formats import date_vn

FIRST = date(2018, 4, 3)
SECOND = date(2026, 5, 27)
_TOOLS = "nguồn thứ cấp, nhiều nơi ghi giống nhau"
_DIFFER = "nguồn thứ cấp, các nơi ghi khác nhau"


@dataclass(frozen=True)
class Value:
    """One rule of layout: its key, what it is about, how it is printed, the words of it, where it comes from.

    ``style`` is the value as the stylesheet uses it (the custom property named by the key), empty where none does;
    ``sure`` says that several sources agree, no text of the guide being known.
    """

    key: str
    about: str
    words: str
    style: str = ""
    source: str = _TOOLS
    sure: bool = False


@dataclass(frozen=True)
class Edition:
    """A guide: its number, the day from which documents follow it, what is not settled about that day, its values."""

    name: str
    since: date
    doubt: str
    values: tuple[Value, ...]

    def value(self, key: str) -> Value:
        """The value with this key."""
        return next(each for each in self.values if each.key == key)

    @property
    def unconfirmed(self) -> tuple[str, ...]:
        """What the control slip says of values that nobody confirmed."""
        return tuple(f"{each.about}: {each.words} ({each.source})." for each in self.values if not each.sure)


_SAME = (
    Value("margin-top", "Lề trên", "20 mm", "20mm", sure=True),
    Value("margin-right", "Lề phải", "15 mm", "15mm", sure=True),
    Value("margin-bottom", "Lề dưới", "20 mm", "20mm", sure=True),
    Value("margin-left", "Lề trái", "30 mm", "30mm", sure=True),
    Value("indent", "Lùi đầu dòng", "10 mm", "10mm", sure=True),
    Value("page-number", "Số trang", "giữa lề trên, không ghi ở trang 1, cách mép 10 mm", "top-center", sure=True),
    Value("star", "Dấu dưới tên cơ quan ban hành", "dấu *", "*", sure=True),
    Value("under-subject", "Dưới trích yếu", "năm gạch nối", "-----", sure=True),
    Value(
        "number", "Số, ký hiệu", "“Số 05-BC/ĐU”: không hai chấm, gạch nối rồi gạch chéo; đánh số liên tục", sure=True
    ),
    Value("authority-mark", "Quyền hạn ký", "T/M, K/T, T/L với gạch chéo", sure=True),
    Value("leading", "Giãn dòng", "đúng 19 pt (nơi ghi 18, 19, 20)", "19pt", _DIFFER),
    Value("party-size", "Tiêu đề Đảng Cộng sản Việt Nam", "15 pt đậm, gạch dưới (nơi ghi 14 đến 16)", "15pt", _DIFFER),
    Value("kind-size", "Tên loại văn bản", "16 pt đậm (nơi ghi 14 đến 16)", "16pt", _DIFFER),
    Value("recipients-size", "Danh sách nơi nhận", "12 pt, “Nơi nhận:” 14 pt gạch dưới", "12pt", _DIFFER),
    Value("wide-tables", "Bảng rộng", "phụ lục nằm ngang sau chữ ký", "", "cách làm của phần mềm, chưa có quy định"),
)

EDITIONS = (
    Edition(
        "36-HD/VPTW",
        FIRST,
        "",
        (
            *_SAME,
            Value("body-size", "Cỡ chữ nội dung", "14 pt (hướng dẫn cho 13 đến 14)", "14pt", _DIFFER),
            Value("title-weight", "Chức vụ người ký", "chữ đậm", "bold", _DIFFER),
            Value("end-mark", "Kết thúc nội dung", "“./.” hoặc dấu chấm; bản in dùng dấu chấm", "", _DIFFER),
            Value("address", "Nơi gửi của tờ trình", "Kính gửi", "", _DIFFER),
            Value("about", "Trích yếu công văn", "V/v …, 12 pt nghiêng dưới số", "", "câu hỏi kiểm tra nghiệp vụ"),
        ),
    ),
    Edition(
        "05-HD/VPTW",
        SECOND,
        "Ngày của Hướng dẫn 05-HD/VPTW chưa xác nhận: nơi ghi 27/5/2026, nơi ghi 12/01/2026.",
        (
            *_SAME,
            Value("body-size", "Cỡ chữ nội dung", "14 pt", "14pt", sure=True),
            Value("title-weight", "Chức vụ người ký", "chữ thường, không đậm (một nơi ghi đậm)", "normal", _DIFFER),
            Value("end-mark", "Kết thúc nội dung", "dấu chấm, không “./.”"),
            Value("address", "Nơi gửi của tờ trình", "Kính trình"),
            Value("about", "Trích yếu công văn", "“về việc …” hoặc “V/v …”, 12 pt nghiêng dưới số", "", _DIFFER),
        ),
    ),
)
BEFORE = "Văn bản trước ngày {day}, khi Hướng dẫn 36-HD/VPTW chưa ban hành: trình bày theo hướng dẫn đó, chưa xác nhận."


def of(day: date) -> Edition:
    """Return the edition of a document of a day; before the first one it is the first, and ``notes`` say so."""
    return next((each for each in reversed(EDITIONS) if each.since <= day), EDITIONS[0])


def notes(day: date) -> tuple[str, ...]:
    """Return what the control slip says of the layout: the guide, what is not settled about its days, its unconfirmed values."""
    found = of(day)
    first = f"Thể thức theo Hướng dẫn {found.name}, áp dụng cho văn bản từ ngày {date_vn(found.since)}."
    early = (BEFORE.format(day=date_vn(FIRST)),) if day < FIRST else ()
    doubt = (found.doubt,) if found.doubt else ()
    return (first, *early, *doubt, *(f"Thể thức, chưa xác nhận – {each}" for each in found.unconfirmed))


def stylesheet(edition: Edition) -> str:
    """Return the values of an edition as the stylesheets use them: custom properties, and the margins of the page."""
    sides = (edition.value(f"margin-{side}").style for side in ("top", "right", "bottom", "left"))
    own = " ".join(f"--{each.key}: {each.style};" for each in edition.values if _is_property(each))
    return f"@page {{ margin: {' '.join(sides)}; }} html {{ {own} }}"


def as_markdown() -> str:
    """Return the table of docs/paper.md: each rule with its words in every edition, "?" where nobody confirmed it."""
    heads = [f"{each.name} (từ {date_vn(each.since)})" for each in EDITIONS]
    lines = [f"| quy định | {' | '.join(heads)} | nguồn |", "|---" * (len(EDITIONS) + 2) + "|"]
    for value in EDITIONS[0].values:
        found = [each.value(value.key) for each in EDITIONS]
        said = " | ".join(f"{each.words}{'' if each.sure else ' **?**'}" for each in found)
        lines.append(f"| {value.about} | {said} | {'; '.join(dict.fromkeys(each.source for each in found))} |")
    return "\n".join(lines)


def _is_property(value: Value) -> bool:
    return bool(value.style) and value.key not in ("star", "under-subject", "page-number")
