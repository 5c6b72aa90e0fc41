"""Tables of units with numbers: each row's number is a target of that row's unit."""

from dataclasses import dataclass

from . import measures, moods, numbers, periods
from .letter import Quota, Span
from .outline import Line
from .patterns import loose
from .source import Source

_TAB, _PIPE, _GAP = loose(r" *\t *"), loose(r"\s*\|\s*"), loose(r"\s{3,}")
_CELL = loose(
    rf"(?:từ )?({numbers.FIGURE})\s*(?:(?:-|đến)\s*({numbers.FIGURE}))?\s*(%|đảng viên|đv|người|đ/c|"
    rf"đồng chí|quần chúng)?\.?"
)
_NAME = loose(r"đơn vị|\btên\b|tổ chức|chi bộ|đảng bộ|cơ sở|địa phương|\bxã\b|phường|trường|cơ quan")
_ASKED = loose(
    r"chỉ tiêu|giao|kết nạp|phát triển|đảng viên mới|số lượng|phấn đấu|giới thiệu|nguồn|trong đó|\bnữ\b|"
    r"kế hoạch|cộng|tổng số|\bhọc\b|\blớp\b|nhận thức|\bcử\b|bồi dưỡng|chính thức|quần chúng|đoàn viên|"
    r"tạo\s"
)
_OTHER = loose(
    r"kết quả|thực hiện|\bđã\b|hiện có|năm trước|đầu năm|cuối năm|01/01|1/1|31/12|31-12|01-01|ghi chú|"
    r"tổng số đảng viên(?! (?:mới|kết))|"
    r"đảng viên hiện|số đảng viên (?:có|của|đến|tính)|đảng số|^\s*(?:stt|tt|số tt)"
)
_TOTAL = loose(r"(?:tổng|cộng|toàn (?:đảng bộ|huyện|tỉnh|xã))")
_YEARS = loose(r"(?<!\d)20\d\d(?!\d)")
_ORGANISATIONS = loose(r"tổ chức đảng|số chi bộ|doanh nghiệp thành")
_TABLE_TOPIC = loose(r"chỉ tiêu|kết nạp|phát triển đảng|giao|phân bổ")


@dataclass(frozen=True)
class _Row:
    span: Span
    cells: tuple[Span, ...]


@dataclass(frozen=True)
class _Column:
    place: int
    heading: str


def read(source: Source, lines: list[Line], subject: str, year: int | None = None) -> list[Quota]:
    """Find the numbers that the tables of the body give to units; a column of a year before the letter's tells results."""
    found, held, over, heads = [], [], "", []
    for line in [*lines, None]:
        if line is not None and line.is_row:
            held.append(_Row(line.span, _cells(source, line.span)))
            continue
        if held:
            heads, filled = _heads(source, held, heads)
            found += _of_table(source, heads, filled, (over, subject), year)
            held = []
        over = source.low[line.span.start : line.span.stop] if line else ""
        over = "\n".join([over, *(source.low[each.start : each.stop] for each in reversed(line.over))]) if line else ""
    return found


def _cells(source: Source, row: Span) -> tuple[Span, ...]:
    """The cells of a row, empty ones too; bars stand around a row as well."""
    text = source.text[row.start : row.stop]
    dividing = _TAB if "\t" in text else _PIPE if "|" in text else _GAP
    found, begun = [], row.start
    for cut in dividing.finditer(source.low, row.start, row.stop):
        found.append(Span(begun, cut.start()))
        begun = cut.end()
    every = [*found, Span(begun, row.stop)]
    if dividing is _PIPE:
        every = every[text.lstrip().startswith("|") :][: -1 if text.rstrip().endswith("|") else None]
    return tuple(every)


def _of_table(
    source: Source, heads: list[_Row], filled: list[_Row], around: tuple[str, str], year: int | None
) -> list[Quota]:
    over, subject = around
    about = "\n".join([" ".join(_words(source, cell) for row in heads for cell in row.cells), over, subject])
    if not filled or not _TABLE_TOPIC.search(about) or moods.is_past_heading(over):
        return []
    filled = [_aligned(source, row, max(len(each.cells) for each in filled)) for row in filled]
    name = _name_column(source, heads, filled)
    wanted = [each for each in _columns(source, heads, filled, name) if not _is_past(each.heading, year)]
    return [quota for row in filled for column in wanted if (quota := _quota(source, row, name, column, around, year))]


def _aligned(source: Source, row: _Row, width: int) -> _Row:
    """The row of a total has fewer cells where its name takes the place of several."""
    missing = width - len(row.cells)
    if missing <= 0 or not _TOTAL.match(_words(source, row.cells[0])):
        return row
    return _Row(row.span, (*[Span(row.span.start, row.span.start)] * missing, *row.cells))


def _heads(source: Source, rows: list[_Row], before: list[_Row]) -> tuple[list[_Row], list[_Row]]:
    """The rows of headings, and those that hold numbers; a table that goes on after a line has the headings before it."""
    first = next((place for place, row in enumerate(rows) if _has_number(source, row)), len(rows))
    while first < len(rows) and _is_numbering(source, rows[first]):
        first += 1
    heads = rows[:first]
    if not heads and before and len(before[-1].cells) == len(rows[0].cells):
        heads = before
    return heads, [row for row in rows[first:] if _has_number(source, row)]


def _has_number(source: Source, row: _Row) -> bool:
    words = any(any(char.isalpha() for char in _words(source, cell)) for cell in row.cells)
    figures = [cell for cell in row.cells if _CELL.fullmatch(_words(source, cell))]
    return bool(figures) and (words or len(figures) == len(row.cells)) and bool(figures[-1:] != list(row.cells[:1]))


def _is_numbering(source: Source, row: _Row) -> bool:
    """A row 1, 2, 3 … under the headings only numbers the columns."""
    return [_words(source, cell).strip("()") for cell in row.cells] == [
        str(place + 1) for place in range(len(row.cells))
    ]


def _name_column(source: Source, heads: list[_Row], filled: list[_Row]) -> int:
    def letters(place: int) -> int:
        return sum(
            any(c.isalpha() for c in _words(source, row.cells[place])) for row in filled if place < len(row.cells)
        )

    width = max(len(row.cells) for row in filled)
    named = [place for place in range(width) if _NAME.search(_heading(source, heads, place)) and letters(place)]
    return named[0] if named else max(range(width), key=letters)


def _columns(source: Source, heads: list[_Row], filled: list[_Row], name: int) -> list[_Column]:
    width = max(len(row.cells) for row in filled)
    every = [_Column(place, _heading(source, heads, place)) for place in range(width) if place > name]
    numeric = [each for each in every if _is_numeric(source, filled, each.place)]
    asked = [each for each in numeric if _ASKED.search(each.heading) and not _OTHER.search(each.heading)]
    if asked or any(each.heading for each in numeric):
        return asked
    return numeric[-1:]


def _is_past(heading: str, year: int | None) -> bool:
    """Whether a column names years, all of them before the letter's."""
    named = [int(found) for found in _YEARS.findall(heading)]
    return bool(named) and year is not None and max(named) < year


def _is_numeric(source: Source, filled: list[_Row], place: int) -> bool:
    return any(place < len(row.cells) and _CELL.fullmatch(_words(source, row.cells[place])) for row in filled)


def _heading(source: Source, heads: list[_Row], place: int) -> str:
    words = [_words(source, row.cells[place]) for row in heads if place < len(row.cells)]
    return " ".join(dict.fromkeys(words))


def _words(source: Source, cell: Span) -> str:
    return source.low[cell.start : cell.stop].strip(' *"')


def _quota(
    source: Source, row: _Row, name: int, column: _Column, around: tuple[str, str], year: int | None
) -> Quota | None:
    if column.place >= len(row.cells) or name >= len(row.cells):
        return None
    figure = _CELL.fullmatch(_words(source, row.cells[column.place]))
    unit_words = source.words(row.cells[name].start, row.cells[name].stop)
    if not figure or not unit_words:
        return None
    about = "\n".join([column.heading, *around])
    percent = figure[3] == "%" or "%" in column.heading or "tỷ lệ" in column.heading
    return Quota(
        value=numbers.value(figure[1]),
        value_max=numbers.value(figure[2] or ""),
        unit="percent" if percent else _unit(column.heading),
        comparison="at_least" if any(word in column.heading for word in ("ít nhất", "tối thiểu", "trở lên")) else None,
        base=measures.base(about) if percent else "none",
        period=next((found for words in (column.heading, *around) if (found := periods.of_heading(words, year))), None),
        measure=measures.measure(column.heading, about),
        unit_words=unit_words,
        letter_words="",
        is_total=bool(_TOTAL.match(unit_words.lower())),
        sentence=source.text[row.span.start : row.span.stop],
        span=row.span,
        column=column.heading or "số",
    )


def _unit(heading: str) -> str:
    return "organisations" if _ORGANISATIONS.search(heading) else "people"
