"""What a file that was sent with a document really is: by its bytes, never by its name alone.

PDF and pictures are read as scans of papers are; besides them a Word document without macros, and plain text.
"""

import io
import zipfile
from pathlib import PurePosixPath

from candidates import scan_content
from directives.enums import FileKind
from organizations.errors import Refused

ACCEPTED = ".pdf,.docx,.txt,.jpg,.jpeg,.png"
MOST_PARTS, MOST_UNPACKED = 2_000, 200 * 1024 * 1024
_WORD_PART = "word/document.xml"
_ACTIVE = ("vbaproject.bin", "/activex/", "/embeddings/")


def checked(name: str, content: bytes) -> tuple[FileKind, bytes]:
    """Return what a file is and the bytes to keep; Refused with a sentence that names its name and its content."""
    ending = PurePosixPath(name).suffix.lower()
    if ending == ".docx":
        return FileKind.WORD, _word(name, content)
    if ending == ".txt":
        return FileKind.TEXT, _text(name, content)
    if ending not in scan_content.ENDINGS:
        raise Refused(
            f"“{name}” có đuôi {ending or 'trống'}; chỉ nhận tệp .pdf, .docx, .txt hoặc ảnh .jpg, .png. "
            "Tệp .doc đời cũ: mở bằng Word rồi lưu thành .docx hoặc PDF."
        )
    kind, kept = scan_content.checked(name, content)
    return FileKind(kind.value), kept


def _word(name: str, content: bytes) -> bytes:
    if not zipfile.is_zipfile(io.BytesIO(content)):
        raise Refused(
            f"“{name}” có đuôi .docx nhưng nội dung là {scan_content.described(content)}, hoặc tệp được đặt mật khẩu. "
            "Hãy mở bằng Word, bỏ mật khẩu, lưu lại thành .docx rồi gửi lại."
        )
    parts = _parts(name, content)
    if _WORD_PART not in parts:
        raise Refused(f"“{name}” có đuôi .docx nhưng không phải văn bản Word. Hãy lưu lại thành .docx hoặc PDF.")
    if any(mark in f"/{part.lower()}" for part in parts for mark in _ACTIVE):
        raise Refused(f"“{name}” có macro hoặc tệp nhúng bên trong. Hãy lưu lại thành .docx không có macro, hoặc PDF.")
    return content


def _parts(name: str, content: bytes) -> list[str]:
    """The names of what is packed inside; a packet that would burst is refused before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
    except zipfile.BadZipFile as error:
        raise Refused(f"“{name}” bị hỏng, không mở được. Hãy lưu lại rồi gửi lại.") from error
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Refused(f"“{name}” giải nén ra quá lớn. Hãy lưu lại thành PDF rồi gửi lại.")
    return [part.filename for part in parts]


def _text(name: str, content: bytes) -> bytes:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(
            f"“{name}” có đuôi .txt nhưng không đọc được thành chữ (UTF-8). Hãy lưu lại với bảng mã UTF-8."
        ) from error
    if not text.strip() or "\0" in text:
        raise Refused(f"“{name}” không có chữ nào đọc được. Hãy kiểm tra lại tệp.")
    return content
