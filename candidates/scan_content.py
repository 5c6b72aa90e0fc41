"""What a file that was sent as a scan really is: by its bytes, never by its name alone.

Only PDF, JPEG and PNG are taken, whole and with nothing in them that runs or hides: a PDF without scripts, launched
programs or files inside; a picture is cut off where it ends, so that nothing travels behind it.
"""

import io
import warnings
import zipfile
from pathlib import PurePosixPath

from PIL import Image

from candidates import scan_pdf
from candidates.enums import ScanType
from organizations.errors import Refused
from organizations.formats import tidy

MOST_PIXELS = 120_000_000
ENDINGS = {".pdf": ScanType.PDF, ".jpg": ScanType.JPEG, ".jpeg": ScanType.JPEG, ".png": ScanType.PNG}
_PNG_BEGIN = b"\x89PNG\r\n\x1a\n"
_BEGINNINGS = (
    (b"%PDF-", ScanType.PDF),
    (b"\xff\xd8\xff", ScanType.JPEG),
    (_PNG_BEGIN, ScanType.PNG),
)
# What else people send, in words; the first that fits names it.
_OTHERS = (
    (b"PK\x03\x04", "tệp nén ZIP, Word hoặc Excel"),
    (b"PK\x05\x06", "tệp nén ZIP"),
    (b"Rar!", "tệp nén RAR"),
    (b"7z\xbc\xaf", "tệp nén 7z"),
    (b"\x1f\x8b", "tệp nén GZIP"),
    (b"\xd0\xcf\x11\xe0", "tệp Word, Excel đời cũ"),
    (b"MZ", "chương trình Windows"),
    (b"\x7fELF", "chương trình Linux"),
    (b"#!", "tập lệnh"),
    (b"GIF8", "ảnh GIF"),
    (b"II*\x00", "ảnh TIFF"),
    (b"MM\x00*", "ảnh TIFF"),
    (b"BM", "ảnh BMP"),
    (b"{\\rtf", "văn bản RTF"),
)
_HEIC = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypheif")
_MARKUP = (b"<!doctype", b"<html", b"<?xml", b"<svg", b"<script")
_WHAT_TO_DO = "Hãy quét lại, hoặc lưu thành PDF, JPEG hay PNG rồi gửi lại."


def checked(name: str, content: bytes) -> tuple[ScanType, bytes]:
    """Return what a file is and the bytes to keep; Refused with a sentence that names its name and its content."""
    said, found = _by_name(name), _by_content(content)
    if found is None:
        raise Refused(f"“{name}” có đuôi {_ending(name)} nhưng nội dung là {described(content)}. {_WHAT_TO_DO}")
    if found != said:
        raise Refused(
            f"“{name}” có đuôi {_ending(name)} nhưng nội dung là {found.label}. Hãy đặt lại đuôi tệp cho đúng rồi gửi lại."
        )
    return found, _whole(name, found, content)


def described(content: bytes) -> str:
    """Say in words what bytes seem to be."""
    start = content[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not content.strip():
        return "tệp rỗng"
    if any(mark in content[:32] for mark in _HEIC):
        return "ảnh HEIC của điện thoại"
    if start.startswith(_MARKUP):
        return "trang web (HTML, XML)"
    known = {begin: kind.label for begin, kind in _BEGINNINGS} | dict(_OTHERS)
    return next((words for begin, words in known.items() if content.startswith(begin)), "loại tệp không nhận ra được")


def tidy_name(name: str) -> str:
    """Return the name of a sent file without folders and unseen characters, at most 120 long."""
    return tidy(PurePosixPath(name.replace("\\", "/")).name)[-120:]


def _ending(name: str) -> str:
    return PurePosixPath(name).suffix.lower() or "trống"


def _by_name(name: str) -> ScanType:
    if (ending := _ending(name)) not in ENDINGS:
        raise Refused(
            f"“{name}” có đuôi {ending}; chỉ nhận bản quét có đuôi .pdf, .jpg, .jpeg hoặc .png. {_WHAT_TO_DO}"
        )
    return ENDINGS[ending]


def _by_content(content: bytes) -> ScanType | None:
    return next((kind for begin, kind in _BEGINNINGS if content.startswith(begin)), None)


def _whole(name: str, kind: ScanType, content: bytes) -> bytes:
    """The bytes to keep of a file of a kind, once all of it was read."""
    if kind == ScanType.PDF:
        if reason := scan_pdf.against(content) or _holds_archive(content):
            raise Refused(f"“{name}” là PDF nhưng {reason}. {_WHAT_TO_DO}")
        return content
    picture = content[: (_jpeg_end if kind == ScanType.JPEG else _png_end)(content)]
    if not picture or not _opens(picture, kind):
        raise Refused(f"“{name}” là {kind.label} nhưng thiếu phần sau hoặc bị hỏng, không mở được. {_WHAT_TO_DO}")
    return picture


def _holds_archive(content: bytes) -> str:
    return "có một tệp nén giấu bên trong" if zipfile.is_zipfile(io.BytesIO(content)) else ""


def _opens(picture: bytes, kind: ScanType) -> bool:
    """Decode every pixel: a header alone proves nothing."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(picture), formats=[kind.name]) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    return False
                opened.load()
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError, Image.DecompressionBombError, Warning):
        return False
    return True


def _png_end(content: bytes) -> int:
    """Where the last chunk ends; 0 where there is none."""
    at = len(_PNG_BEGIN)
    while at + 12 <= len(content):
        length, kind = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        at += 12 + length
        if kind == b"IEND":
            return at if at <= len(content) else 0
    return 0


def _jpeg_end(content: bytes) -> int:
    """Where the picture's own end marker ends; 0 where there is none.

    Segments say their length (a small picture inside one is passed over); in the coded data FF is followed by 00, or by a
    restart marker.
    """
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker == 0xD9:
            return at + 2
        if marker == 0xFF:
            at += 1
            continue
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        if marker == 0xDA:
            at = _coded_end(content, at)
    return at + 2 if content[at : at + 2] == b"\xff\xd9" else 0


def _coded_end(content: bytes, at: int) -> int:
    """Where coded data end: at the next marker that is neither a stuffed FF nor a restart."""
    while (at := content.find(b"\xff", at)) != -1 and at + 1 < len(content):
        if content[at + 1] != 0 and not 0xD0 <= content[at + 1] <= 0xD7:
            return at
        at += 2
    return len(content)
