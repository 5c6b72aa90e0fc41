"""The text of a letter out of what somebody sends: a .docx, a PDF with a text layer, a text file, or pasted words.

What a file is, its bytes say, never its name. Whatever cannot be read is refused with a sentence that says what to do.
"""

import io
import zipfile
from collections.abc import Callable
from pathlib import PurePosixPath

from directives import text_of_docx, text_of_pdf
from directives.reading.source import normalised
from organizations.errors import Refused

MOST_MB, MOST_PAGES, MOST_LETTERS = 10, 100, 300_000
_PDF, _ZIP, _OLE = b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DO = "Hãy gửi tệp Word (.docx), PDF có chữ, tệp .txt, hoặc dán nội dung văn bản vào ô."
_OTHERS = (
    (b"\xff\xd8\xff", "ảnh JPEG"),
    (b"\x89PNG", "ảnh PNG"),
    (b"GIF8", "ảnh GIF"),
    (b"II*\x00", "ảnh TIFF"),
    (b"MM\x00*", "ảnh TIFF"),
    (b"{\\rtf", "văn bản RTF"),
    (b"Rar!", "tệp nén RAR"),
    (b"7z\xbc\xaf", "tệp nén 7z"),
    (b"\x1f\x8b", "tệp nén GZIP"),
    (b"MZ", "chương trình Windows"),
    (b"\x7fELF", "chương trình Linux"),
    (b"<html", "trang web"),
    (b"<!doctype", "trang web"),
    (b"<?xml", "tệp XML"),
)
# Byte order marks, the longer before the shorter that begins like it.
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
# Letters that the old fonts of one byte put in the place of Vietnamese ones, and that Vietnamese never writes.
_OLD_LETTERS = frozenset("¸¶·¹¾»¼½Æ®µ©ªÊÎÜÞßåûñÖ×Ð§¨¡¢£¤¥¦¯¬²³°±´¿ÿüþøöïîëä")
_OLD_SHARE = 0.04
_WIDE_SHARE = 0.3


def of_file(name: str, content: bytes) -> str:
    """Return the normalised text of a file; Refused with a sentence where it has none that can be read."""
    name = PurePosixPath(name.replace("\\", "/")).name or "Tệp"
    if not content.strip():
        raise Refused(f"“{name}” là tệp rỗng, không có nội dung. {_DO}")
    if len(content) > MOST_MB * 1024 * 1024:
        raise Refused(too_big(name))
    return _checked(name, _reader(name, content)(name, content))


def too_big(name: str) -> str:
    """Say that a file is larger than a letter is."""
    return f"“{name}” lớn hơn {MOST_MB} MB. Hãy bớt ảnh trong tệp, hoặc dán nội dung văn bản vào ô."


def pasted(words: str) -> str:
    """Return pasted words as normalised text; Refused where there is nothing, or more than a letter holds."""
    return _checked("Nội dung dán vào", words)


def _reader(name: str, content: bytes) -> Callable[[str, bytes], str]:
    if content[:1024].lstrip().startswith(_PDF):
        return _of_pdf
    if content.startswith(_ZIP):
        return _of_zip
    if content.startswith(_OLE):
        raise Refused(_of_ole(name, content))
    start = content[:64].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if kind := next((words for begin, words in _OTHERS if content.startswith(begin) or start.startswith(begin)), ""):
        raise Refused(f"“{name}” là {kind}, không đọc được chữ. {_DO}")
    return _of_text


def _of_pdf(name: str, content: bytes) -> str:
    return text_of_pdf.text(name, content, MOST_PAGES)


def _of_zip(name: str, content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            size = sum(each.file_size for each in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise Refused(
            f"“{name}” bị hỏng hoặc thiếu phần sau, không mở được. Hãy lấy lại tệp gốc rồi gửi lại."
        ) from None
    if "word/document.xml" not in names:
        kind = "bảng tính Excel" if "xl/workbook.xml" in names else "tệp nén hoặc loại tệp khác, không phải Word"
        raise Refused(f"“{name}” là {kind}. {_DO}")
    if size > 5 * MOST_MB * 1024 * 1024:
        raise Refused(f"“{name}” mở ra lớn hơn {5 * MOST_MB} MB nên không đọc. {_DO}")
    return text_of_docx.text(name, content, MOST_PAGES)


def _of_ole(name: str, content: bytes) -> str:
    """What stands against a file of the old format: a locked .docx, or a .doc."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        return f"“{name}” có đặt mật khẩu nên không đọc được. Hãy bỏ mật khẩu trong Word rồi gửi lại."
    return f"“{name}” là tệp Word, Excel đời cũ (.doc, .xls). Hãy mở trong Word, chọn Lưu thành .docx rồi gửi lại."


def _of_text(name: str, content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decoded(name, content, encoding)
    if encoding := _wide(content):
        return _decoded(name, content, encoding)
    if b"\x00" in content:
        raise Refused(f"“{name}” không phải tệp văn bản. {_DO}")
    return _decoded(name, content, "utf-8")


def _wide(content: bytes) -> str:
    """Two bytes a letter without a mark: most letters of the keyboard have a zero in one and the same half."""
    if len(content) % 2:
        return ""
    first, second = content[0::2].count(0), content[1::2].count(0)
    share = len(content) // 2 * _WIDE_SHARE
    if max(first, second) < share:
        return ""
    return "utf-16-be" if first > second else "utf-16-le"


def _decoded(name: str, content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise Refused(
            f"“{name}” không ghi bằng bảng mã Unicode (có thể là TCVN3, VNI). Hãy chuyển sang Unicode "
            "(ví dụ bằng UniKey Toolkit) hoặc mở bằng Word, lưu thành .docx, rồi gửi lại."
        ) from None


def _checked(name: str, raw: str) -> str:
    if len(raw) > 2 * MOST_LETTERS:
        raise Refused(_too_long(name, len(raw)))
    text = normalised(raw)
    if not any(char.isalpha() for char in text):
        raise Refused(f"{_quoted(name)} không có chữ nào để đọc. {_DO}")
    if len(text) > MOST_LETTERS:
        raise Refused(_too_long(name, len(text)))
    if _is_old(text):
        raise Refused(
            f"{_quoted(name)} dùng phông chữ cũ (TCVN3, VNI), chữ đọc ra bị sai. Hãy chuyển mã sang Unicode "
            "(ví dụ bằng UniKey Toolkit) rồi gửi lại."
        )
    return text


def _quoted(name: str) -> str:
    return name if name.startswith("Nội dung") else f"“{name}”"


def _too_long(name: str, letters: int) -> str:
    return (
        f"{_quoted(name)} dài {letters:,} chữ cái, hơn mức {MOST_LETTERS:,} của một văn bản chỉ đạo. "
        "Hãy chỉ gửi phần văn bản, bỏ tài liệu kèm theo."
    ).replace(",", ".", 2)


def _is_old(text: str) -> bool:
    """Whether many letters are those of the old fonts, and none is one that only Unicode has."""
    letters = [char for char in text if char.isalpha() or char in _OLD_LETTERS]
    modern = sum("\u1ea0" <= char <= "\u1ef9" or char in "ăĂơƠưƯđĐ" for char in letters)
    old = sum(char in _OLD_LETTERS for char in letters)
    return bool(letters) and modern * 8 < old and old > _OLD_SHARE * len(letters)
