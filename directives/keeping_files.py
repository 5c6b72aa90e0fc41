"""Writes of the files of registered documents: adding one, taking one back."""

import hashlib
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import transaction

from candidates import scan_content, scan_files
from directives import letter_content, letter_files, register
from directives.models import Directive, LetterFile
from organizations.access import Reach
from organizations.acting import acting, current
from organizations.enums import Deed
from organizations.errors import NotAllowed, Refused
from organizations.formats import date_vn, number_vn, tidy

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class SentFile:
    """A file as it was sent: the name that the browser gave it, and its bytes."""

    name: str
    content: bytes


def check_size(size: int, name: str) -> None:
    """Raise Refused for a file that is too big; to be asked before it is read."""
    if size > settings.SCANS_MAX_BYTES:
        most = number_vn(settings.SCANS_MAX_BYTES // MEGABYTE)
        raise Refused(
            f"“{scan_content.tidy_name(name)}” nặng {number_vn(-(-size // MEGABYTE))} MB, quá mức {most} MB cho một tệp. "
            "Hãy quét đen trắng, 150–200 dpi, hoặc tách thành nhiều tệp."
        )


def add(directive: Directive, sent: SentFile, *, own: Reach, on: date) -> LetterFile:
    """Keep a file of a document. The file is written first: a row without its file would be worse than a file without a row."""
    _check_may(directive, own)
    if sentence := letter_files.refused(directive):
        raise Refused(sentence)
    name = scan_content.tidy_name(sent.name)
    check_size(len(sent.content), name)
    kind, content = letter_content.checked(name, sent.content)
    digest = hashlib.sha256(content).hexdigest()
    _check_new(directive, digest, name)
    known = {"kind": kind, "sha256": digest, "size": len(content), "original_name": name, "on": on}
    stored_as = scan_files.store(content, settings.LETTERS_ROOT)
    try:
        return LetterFile.objects.create(directive=directive, stored_as=stored_as, by=current().by, **known)
    except BaseException:
        scan_files.destroy(stored_as, settings.LETTERS_ROOT)
        raise


def take_back(file: LetterFile, reason: str, *, own: Reach) -> None:
    """Mark a file as void and destroy it once that is certain; the row stays."""
    act = current()
    _check_may(file.directive, own)
    if not reason.strip():
        raise Refused("Cần ghi lý do gỡ tệp.")
    with acting(act.by, act.deed, tidy(reason)):
        if not LetterFile.objects.filter(pk=file.pk).update(void=True, void_reason=tidy(reason)):
            raise Refused("Tệp này đã được gỡ trước đó; hãy tải lại trang.")
    transaction.on_commit(lambda: scan_files.destroy(file.stored_as, settings.LETTERS_ROOT))


def _check_may(directive: Directive, own: Reach) -> None:
    if not register.may_keep(own, directive):
        raise NotAllowed(f"Vai trò của đồng chí không có quyền “{Deed.KEEP_DOCUMENTS.label}” đối với văn bản này.")


def _check_new(directive: Directive, digest: str, name: str) -> None:
    if same := letter_files.of(directive).filter(sha256=digest).first():
        raise Refused(f"“{name}” giống hệt tệp “{same.original_name}” đã lưu ngày {date_vn(same.on)}; không lưu thêm.")
