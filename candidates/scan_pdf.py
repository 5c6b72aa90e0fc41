"""Whether a PDF is whole and only paper: no scripts, no programs to start, no files inside, nothing before or behind it."""

import io
import logging
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, PdfObject

MOST_OBJECTS = 200_000
# How deep arrays and dictionaries may lie in one another within one object.
DEEPEST = 60
_END = b"%%EOF"
# Names that a scanner never writes, as a key or as the kind of an action or of an annotation.
_RUNS = frozenset(
    {
        "/JS",
        "/JavaScript",
        "/Launch",
        "/ImportData",
        "/SubmitForm",
        "/GoToR",
        "/GoToE",
        "/Rendition",
        "/XFA",
        "/RichMedia",
    }
)
_HOLDS = frozenset({"/EmbeddedFile", "/EmbeddedFiles", "/EF", "/FileAttachment", "/Filespec"})
# The same where it stands in plain bytes, outside what the file's own table lists; long enough never to occur by chance.
_IN_PLAIN = (b"/JavaScript", b"/EmbeddedFile", b"/RichMedia")
BROKEN = "thiếu phần sau hoặc bị hỏng, không mở được"
# A scanner's small faults are no matter of the log.
logging.getLogger("pypdf").setLevel(logging.ERROR)


def against(content: bytes) -> str:
    """Return what stands against keeping a PDF, as the end of a sentence; empty where nothing does."""
    end = content.rfind(_END)
    if end == -1:
        return BROKEN
    if content[end + len(_END) :].strip(b"\r\n\t \x00"):
        return "có dữ liệu khác nối vào phía sau"
    if any(name in content for name in _IN_PLAIN):
        return _words(_HOLDS if b"/EmbeddedFile" in content else _RUNS)
    try:
        return _inside(PdfReader(io.BytesIO(content), strict=False))
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError, OSError):
        return BROKEN


def _inside(reader: PdfReader) -> str:
    if reader.is_encrypted:
        return "có đặt mật khẩu nên không kiểm tra được"
    if not reader.pages:
        return "không có trang nào"
    for found in _objects(reader):
        for name in _names(found):
            if name in _RUNS or name in _HOLDS:
                return _words(_HOLDS if name in _HOLDS else _RUNS)
    return ""


def _words(names: frozenset[str]) -> str:
    return "có tệp khác đính bên trong" if names is _HOLDS else "có lệnh tự chạy bên trong"


def _objects(reader: PdfReader) -> Iterator[PdfObject]:
    """The trailer and every object of the file's table, within streams or not."""
    yield reader.trailer
    plain = [(number, generation) for generation, held in reader.xref.items() for number in held]
    packed = [(number, 0) for number in reader.xref_objStm]
    if len(plain) + len(packed) > MOST_OBJECTS:
        raise ValueError(len(plain))
    for number, generation in {*plain, *packed}:
        if number and (found := reader.get_object(IndirectObject(number, generation, reader))) is not None:
            yield found


def _names(found: PdfObject, depth: int = 0) -> Iterator[str]:
    """Every name in an object, keys and values; what it points to is an object of its own."""
    if depth > DEEPEST:
        raise ValueError(depth)
    if isinstance(found, NameObject):
        yield str(found)
    elif isinstance(found, DictionaryObject):
        for key in found:
            yield str(key)
            yield from _names(found.raw_get(key), depth + 1)
    elif isinstance(found, ArrayObject):
        for place in range(len(found)):
            yield from _names(list.__getitem__(found, place), depth + 1)
