"""Files of registered documents: those of one document, and the bytes of one that is what its row says."""

import hashlib

from django.conf import settings
from django.db.models import QuerySet

from candidates import scan_files
from directives.models import Directive, LetterFile
from organizations.errors import Refused

SECRET = "Văn bản có độ mật không lưu tệp trên hệ thống này; bản gốc giữ theo chế độ tài liệu mật. Chỉ ghi số, ngày và nơi nhận."
LOST = "Tệp này không còn trên máy chủ, hoặc đã bị thay đổi; hãy báo người quản trị hệ thống và xem bản gốc."


def of(directive: Directive) -> QuerySet[LetterFile]:
    """Return the files of a document, the first sent first."""
    return directive.files.select_related("by")


def refused(directive: Directive) -> str:
    """Return the sentence why no file may be sent; empty where one may."""
    return SECRET if directive.document.is_secret else ""


def content(file: LetterFile) -> bytes:
    """Return the bytes of a file; Refused where it is gone or altered."""
    found = scan_files.read(file.stored_as, settings.LETTERS_ROOT)
    if found is None or hashlib.sha256(found).hexdigest() != file.sha256:
        raise Refused(LOST)
    return found
