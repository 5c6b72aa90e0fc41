"""Files of replies: what they really are, keeping one, taking one back, and the bytes of one that is what its row says."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.db import transaction

from candidates import scan_content, scan_files, scanning, scans
from candidates.scanning import SentFile
from directives.models import Fulfilment, ReplyFile
from organizations.acting import acting, current
from organizations.errors import Refused
from organizations.formats import tidy

__all__ = ["SentFile", "attach", "content", "off", "opened", "root", "take_back"]

SWITCHED_OFF = (
    "Việc lưu tệp và bản quét đang tắt: trả lời bằng lời, không kèm tệp; tệp đã gửi không mở được. "
    "Người quản trị hệ thống bật, tắt."
)
LOST = "Tệp này không còn trên máy chủ, hoặc đã bị thay đổi; hãy báo người quản trị hệ thống và xem bản gốc."


def root() -> Path:
    """Return the folder of replies, beside the scans of papers."""
    return settings.SCANS_ROOT / "tra-loi"


def attach(said: Fulfilment, sent: SentFile) -> ReplyFile:
    """Keep a file of a reply, inside ``acting``; the file is written first, a row without its file would be worse."""
    _check_on()
    name = scan_content.tidy_name(sent.name)
    scanning.check_size(len(sent.content), name)
    kind, content = scan_content.checked(name, sent.content)
    digest = hashlib.sha256(content).hexdigest()
    if ReplyFile.objects.filter(fulfilment=said, sha256=digest).exists():
        raise Refused(f"“{name}” giống hệt tệp đã gửi trong trả lời này; không lưu thêm.")
    stored_as = scan_files.store(content, root())
    known = {"kind": kind, "sha256": digest, "size": len(content), "original_name": name, "by": current().by}
    try:
        return ReplyFile.objects.create(fulfilment=said, stored_as=stored_as, **known)
    except BaseException:
        scan_files.destroy(stored_as, root())
        raise


def take_back(file: ReplyFile, reason: str) -> None:
    """Mark a file as void, inside ``acting``, and destroy what lies on disk once that is certain; the row stays."""
    act = current()
    with acting(act.by, act.deed, tidy(reason)):
        if not ReplyFile.objects.filter(pk=file.pk).update(void=True, void_reason=tidy(reason)):
            raise Refused("Tệp này đã được gỡ trước đó; hãy tải lại trang.")
    transaction.on_commit(lambda: scan_files.destroy(file.stored_as, root()))


def opened(file: ReplyFile) -> bytes:
    """Return the bytes of a file for a reader; Refused while files are switched off."""
    _check_on()
    return content(file)


def content(file: ReplyFile) -> bytes:
    """Return the bytes of a file; Refused where it is gone or altered."""
    found = scan_files.read(file.stored_as, root())
    if found is None or hashlib.sha256(found).hexdigest() != file.sha256:
        raise Refused(LOST)
    return found


def off() -> str:
    """Return the sentence that no files are kept; empty while they are."""
    return "" if scans.are_on() else SWITCHED_OFF


def _check_on() -> None:
    if sentence := off():
        raise Refused(sentence)
