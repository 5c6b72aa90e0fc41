"""A list that was sent as a file, turned into the text that somebody would have pasted: .xlsx, .csv, .tsv or .txt."""

import io
import zipfile
from datetime import date, datetime
from pathlib import PurePosixPath

import python_calamine

from candidates.scan_content import described
from organizations.errors import Refused
from organizations.formats import date_vn, tidy

MOST_BYTES = 5 * 1024 * 1024
# What an .xlsx may grow to when it is unpacked.
MOST_UNPACKED = 100 * 1024 * 1024
_TEXT = (".csv", ".tsv", ".txt")
_BOOK = "xl/workbook.xml"
_WAY_OUT = "Hãy lưu lại từ bảng tính ở dạng .xlsx hoặc .csv (UTF-8), hoặc chép bảng rồi dán vào ô bên dưới."


def as_text(name: str, content: bytes) -> str:
    """Return the rows of a file as lines with tabs; Refused where it is not what its name says."""
    name = tidy(name)
    if len(content) > MOST_BYTES:
        raise Refused(f"“{name}” nặng quá 5 MB; hãy chỉ gửi bảng của kỳ cần đối chiếu.")
    ending = PurePosixPath(name).suffix.lower()
    if ending == ".xlsx":
        return _of_book(name, content)
    if ending in _TEXT:
        return _of_text(name, content)
    raise Refused(f"“{name}” có đuôi {ending or 'trống'}; chỉ đọc được .xlsx và .csv. {_WAY_OUT}")


def _of_text(name: str, content: bytes) -> str:
    """Text with a mark of its encoding is read by it, any other as UTF-8."""
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = "\x00"
    if "\x00" not in text:
        return text
    found = described(content)
    what = "chữ không phải mã UTF-8" if found.startswith("loại tệp không") else found
    raise Refused(f"“{name}” có đuôi {PurePosixPath(name).suffix.lower()} nhưng nội dung là {what}. {_WAY_OUT}")


def _of_book(name: str, content: bytes) -> str:
    """The first sheet of a workbook, every row of it, so that line numbers are those of the sheet."""
    _check_book(name, content)
    try:
        with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (python_calamine.CalamineError, OSError, ValueError, IndexError) as error:
        raise Refused(f"“{name}” là tệp Excel nhưng bị hỏng, không mở được. {_WAY_OUT}") from error
    return "\n".join("\t".join(_cell(value) for value in row) for row in rows)


def _check_book(name: str, content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            unpacked, is_book = sum(each.file_size for each in packed.infolist()), _BOOK in packed.namelist()
    except zipfile.BadZipFile:
        unpacked, is_book = 0, False
    if not is_book:
        raise Refused(
            f"“{name}” có đuôi .xlsx nhưng nội dung là {described(content)}, không phải bảng Excel. {_WAY_OUT}"
        )
    if unpacked > MOST_UNPACKED:
        raise Refused(f"“{name}” mở ra lớn quá mức; hãy chỉ gửi bảng của kỳ cần đối chiếu.")


def _cell(value: object) -> str:
    """A cell as somebody would type it; days the Vietnamese way, whole numbers without a point."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return date_vn(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return tidy(str(value)).replace('"', "")
