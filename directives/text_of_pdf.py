"""The text of a PDF that has a text layer: lines as they stand on the page, columns and cells divided by tabs."""

import threading
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import pypdfium2 as pdfium

from directives import pdf_grid
from organizations.errors import Refused

# PDFium is not safe to call from two threads at once.
_ONE_AT_A_TIME = threading.Lock()
_WIDE, _TIMES, _UNIFORM = 9.0, 2.2, 10.0
_BLANK_AFTER = ("số", "số:", "ngày", "tháng", "năm")
_PASSWORD = "password"


@dataclass(frozen=True)
class _Glyph:
    char: str
    left: float
    bottom: float
    right: float
    top: float
    spaced: bool

    @property
    def middle(self) -> float:
        return (self.bottom + self.top) / 2


def text(name: str, content: bytes, most_pages: int) -> str:
    """Return the text of all pages; Refused for a locked or broken file, one too long, or one of pictures only."""
    with _ONE_AT_A_TIME:
        document = _opened(name, content)
        try:
            if len(document) > most_pages:
                raise Refused(
                    f"“{name}” có {len(document)} trang, hơn mức {most_pages} trang của một văn bản chỉ đạo. "
                    "Hãy tách riêng phần văn bản rồi gửi lại."
                )
            found = "\n".join("\n".join(_page(document, number)) for number in range(len(document)))
        except pdfium.PdfiumError:
            raise Refused(_broken(name)) from None
        finally:
            document.close()
    if not any(char.isalpha() for char in found):
        raise Refused(
            f"“{name}” là bản quét hoặc ảnh, không có lớp chữ nên không đọc được. "
            "Hãy gửi tệp gốc (.docx, PDF xuất từ Word), hoặc gõ, dán nội dung văn bản vào ô."
        )
    return found


def _opened(name: str, content: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if _PASSWORD in str(error).lower():
            raise Refused(f"“{name}” có đặt mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi gửi lại.") from None
        raise Refused(_broken(name)) from None


def _broken(name: str) -> str:
    return f"“{name}” là PDF nhưng bị hỏng hoặc thiếu phần sau, không mở được. Hãy lấy lại tệp gốc rồi gửi lại."


def _page(document: pdfium.PdfDocument, number: int) -> list[str]:
    """The lines of a page from top to bottom; a line with only a page number is left out, a wide gap is an empty line."""
    page = document[number]
    textpage = page.get_textpage()
    try:
        grid, glyphs = pdf_grid.read(page), list(_glyphs(textpage))
    finally:
        textpage.close()
        page.close()
    loose = _rows([each for each in glyphs if grid.cell(each.middle, each.left, each.right) is None])
    usual = _usual_gap(loose)
    lines = [(row[0].middle, _line(row, usual)) for row in loose]
    while lines and lines[0][1].strip(" -").isdigit():
        lines = lines[1:]
    return list(_spaced(sorted([*lines, *_table_rows(grid, glyphs, usual)], reverse=True)))


def _glyphs(textpage: pdfium.PdfTextPage) -> Iterator[_Glyph]:
    spaced = False
    for place, char in enumerate(textpage.get_text_range()[: textpage.count_chars()]):
        if char.isspace() or char in "\ufffe\x00":
            spaced = True
            continue
        left, bottom, right, top = textpage.get_charbox(place, loose=True)
        if right > left:
            yield _Glyph(char, left, bottom, right, top, spaced)
            spaced = False


def _rows(glyphs: list[_Glyph]) -> list[list[_Glyph]]:
    """Glyphs whose middles lie at one height, from top to bottom, each row from left to right."""
    rows: list[list[_Glyph]] = []
    for glyph in sorted(glyphs, key=lambda each: -each.middle):
        if rows and abs(rows[-1][0].middle - glyph.middle) < 0.4 * (glyph.top - glyph.bottom):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [sorted(row, key=lambda each: each.left) for row in rows]


def _gaps(row: list[_Glyph]) -> list[float]:
    """The spaces between the words of a row."""
    pairs = pairwise(row)
    return [gap for one, other in pairs if (gap := other.left - one.right) > _space(one)]


def _space(glyph: _Glyph) -> float:
    return 0.11 * (glyph.top - glyph.bottom)


def _usual_gap(rows: list[list[_Glyph]]) -> float:
    found = [gap for row in rows for gap in _gaps(row)]
    return median(found) if found else _WIDE / _TIMES


def _line(row: list[_Glyph], usual: float) -> str:
    """The words of a row; a wide gap divides columns, unless it was left to be filled in by hand."""
    gaps = _gaps(row)
    base = min(*gaps, _UNIFORM) if len(gaps) > 2 else min(usual, _UNIFORM)
    wide = max(_WIDE, _TIMES * base)
    written = row[0].char
    for one, other in pairwise(row):
        gap = other.left - one.right
        if gap > wide:
            written += " " if written.lower().endswith(_BLANK_AFTER) else "\t"
        elif gap > _space(one) or (other.spaced and gap > -_space(one)):
            written += " "
        written += other.char
    return written


def _table_rows(grid: pdf_grid.Grid, glyphs: list[_Glyph], usual: float) -> Iterator[tuple[float, str]]:
    """Each row of a ruled table with its height on the page: the lines of a cell together, the cells divided by tabs."""
    held: defaultdict[tuple, list[_Glyph]] = defaultdict(list)
    for each in glyphs:
        if place := grid.cell(each.middle, each.left, each.right):
            held[place].append(each)
    for band in sorted({band for band, _ in held}):
        cells = (_rows(held.get((band, place), [])) for place in range(grid.width(band)))
        words = (" ".join(_line(row, usual).replace("\t", " ") for row in rows) for rows in cells)
        yield grid.middle(band), "\t".join(words)


def _spaced(placed: list[tuple[float, str]]) -> Iterator[str]:
    """The lines; where the step to the next one is wide, an empty line between."""
    steps = [above - below for (above, _), (below, _) in pairwise(placed)]
    usual = sorted(steps)[len(steps) // 4] if steps else 0
    for place, (_, line) in enumerate(placed):
        yield line
        if place < len(steps) and steps[place] > 1.7 * usual:
            yield ""
