"""Files of registered documents: those of one document, and the bytes of one that is what its row says."""

import hashlib

from django.conf import settings
from django.db.models import QuerySet

from candidates import scan_files, scans
from directives.models import Directive, LetterFile
from organizations.errors import Refused

SECRET = "Văn bản có độ mật không lưu tệp trên hệ thống này; bản gốc giữ theo chế độ tài liệu mật. Chỉ ghi số, ngày và nơi nhận."
SWITCHED_OFF = (
    "Việc lưu tệp và bản quét đang tắt: không gửi thêm, không mở tệp đã có. Người quản trị hệ thống bật, tắt."
)
LOST = "Tệp này không còn trên máy chủ, hoặc đã bị thay đổi; hãy báo người quản trị hệ thống và xem bản gốc."


def of(directive: Directive) -> QuerySet[LetterFile]:
    """Return the files of a document, the first sent first."""
    return directive.files.select_related("by")


def refused(directive: Directive) -> str:
    """Return the sentence why no file may be sent; empty where one may."""
    return SECRET if directive.document.is_secret else off()


def off() -> str:
    """Return the sentence that no files are kept: one switch holds for scans, files of documents and of replies."""
    return "" if scans.are_on() else SWITCHED_OFF


def content(file: LetterFile) -> bytes:
    """Return the bytes of a file; Refused while files are switched off, and where it is gone or altered."""
    if sentence := off():
        raise Refused(sentence)
    found = scan_files.read(file.stored_as, settings.LETTERS_ROOT)
    if found is None or hashlib.sha256(found).hexdigest() != file.sha256:
        raise Refused(LOST)
    return found
