"""The text of a .docx in its reading order: the header of the first page, paragraphs, tables; numbered lists with their marks."""

import io
from collections import defaultdict
from collections.abc import Iterator
from zipfile import BadZipFile

from docx import Document as open_docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml.etree import XMLSyntaxError

from organizations.errors import Refused

# What zipfile, lxml and python-docx raise on a damaged file.
_BROKEN = (
    BadZipFile,
    PackageNotFoundError,
    XMLSyntaxError,
    KeyError,
    ValueError,
    AttributeError,
    TypeError,
    IndexError,
    OSError,
)
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")


def text(name: str, content: bytes, most_pages: int) -> str:
    """Return the text, one paragraph to a line, the cells of a table's row divided by tabs."""
    try:
        document = open_docx(io.BytesIO(content))
        pages, lines = _pages(document), list(_lines(document))
    except _BROKEN as error:
        raise Refused(
            f"“{name}” là tệp Word nhưng bị hỏng, không mở được. Hãy lưu lại thành .docx rồi gửi lại."
        ) from error
    if pages > most_pages:
        raise Refused(
            f"“{name}” có khoảng {pages} trang, hơn mức {most_pages} trang của một văn bản chỉ đạo. "
            "Hãy tách riêng phần văn bản rồi gửi lại."
        )
    if not any(char.isalpha() for line in lines for char in line):
        raise Refused(
            f"“{name}” không có chữ nào (có thể chỉ chứa ảnh quét). Hãy gửi tệp gốc, hoặc gõ, dán nội dung văn bản vào ô."
        )
    return "\n".join(lines)


def _pages(document: Document) -> int:
    """How many pages the breaks in the text make: those that Word drew last, else those that somebody set."""
    body = document.element.body
    drawn = len(body.findall(f".//{qn('w:lastRenderedPageBreak')}"))
    set_by_hand = sum(each.get(qn("w:type")) == "page" for each in body.iter(qn("w:br")))
    return 1 + max(drawn, set_by_hand)


def _lines(document: Document) -> Iterator[str]:
    marks = _Marks(document)
    section = document.sections[0] if document.sections else None
    if section is not None:
        header = section.first_page_header if section.different_first_page_header_footer else section.header
        for paragraph in header.paragraphs:
            if paragraph.text.strip() and not paragraph.text.strip().isdigit():
                yield paragraph.text
    yield from _inner(document, marks)


def _inner(holder: object, marks: "_Marks") -> Iterator[str]:
    for item in holder.iter_inner_content():
        if isinstance(item, Paragraph):
            yield marks.before(item) + item.text.replace("\t", " " * 6)
        else:
            yield from _of_table(item, marks)


def _of_table(table: Table, marks: "_Marks") -> Iterator[str]:
    """A row of short cells is one line; a table that only sets columns is read cell by cell."""
    rows = [_cells(row, marks) for row in table.rows]
    if any(len(lines) > 2 for row in rows for lines in row) and len(rows) <= 2:
        for row in rows:
            for lines in row:
                yield from [*lines, ""]
        return
    yield ""
    for row in rows:
        yield "\t".join(" ".join(line.strip() for line in lines if line.strip()) for lines in row)
    yield ""


def _cells(row: object, marks: "_Marks") -> list[list[str]]:
    """The lines of each cell; cells that are merged are one, but keep their places."""
    found, last = [], None
    for cell in row.cells:
        lines = [] if cell._tc is last else _inner(cell, marks)
        found.append([part for line in lines for part in line.split("\n")])
        last = cell._tc
    return found


class _Marks:
    """The marks of numbered and dashed lists, which Word keeps apart from the text."""

    def __init__(self, document: Document) -> None:
        self.counts: defaultdict[tuple, int] = defaultdict(int)
        self.levels = _levels(document)

    def before(self, paragraph: Paragraph) -> str:
        """The mark of a paragraph with a space after it; empty where it has none."""
        number = _numbering(paragraph)
        if number is None or number not in self.levels:
            return ""
        form, words, _start = self.levels[number]
        if form == "bullet":
            return "- "
        self.counts[number] += 1
        for other in [key for key in self.counts if key[0] == number[0] and key[1] > number[1]]:
            del self.counts[other]
        return self._written(number, words) + " "

    def _written(self, number: tuple[str, int], words: str) -> str:
        for level in range(number[1] + 1):
            form, _, start = self.levels.get((number[0], level), ("decimal", "", 1))
            at = start + max(self.counts.get((number[0], level), 1), 1) - 1
            words = words.replace(f"%{level + 1}", _figure(form, at))
        return words


def _figure(form: str, at: int) -> str:
    if form == "upperRoman" and at < len(_ROMAN):
        return _ROMAN[at]
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (at - 1) % 26)
        return letter if form == "lowerLetter" else letter.upper()
    return str(at)


def _numbering(paragraph: Paragraph) -> tuple[str, int] | None:
    properties = paragraph._p.pPr
    found = properties.numPr if properties is not None else None
    if found is None and paragraph.style is not None and paragraph.style.element.pPr is not None:
        found = paragraph.style.element.pPr.numPr
    if found is None or found.numId is None:
        return None
    return str(found.numId.val), int(found.ilvl.val) if found.ilvl is not None else 0


def _levels(document: Document) -> dict[tuple[str, int], tuple[str, str, int]]:
    """For each list and level: the form of its figures, the words around them, the first figure."""
    try:
        root = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return {}
    drawn = {each.get(qn("w:abstractNumId")): each for each in root.findall(qn("w:abstractNum"))}
    found = {}
    for number in root.findall(qn("w:num")):
        pointed = number.find(qn("w:abstractNumId"))
        abstract = drawn.get(pointed.get(qn("w:val"))) if pointed is not None else None
        for level in abstract.findall(qn("w:lvl")) if abstract is not None else ():
            found[number.get(qn("w:numId")), int(level.get(qn("w:ilvl")))] = _level(level)
    return found


def _level(level: object) -> tuple[str, str, int]:
    def value(tag: str, otherwise: str) -> str:
        found = level.find(qn(tag))
        return found.get(qn("w:val")) if found is not None and found.get(qn("w:val")) is not None else otherwise

    return value("w:numFmt", "decimal"), value("w:lvlText", "%1."), int(value("w:start", "1"))
