"""Writes of the files of registered documents: adding one, taking one back."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import transaction

from candidates import scan_content, scan_files
from directives import letter_content, letter_files, register
from directives.models import Directive, LetterFile, ReadLetter
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


@contextmanager
def waiting(name: str, content: bytes) -> Iterator[dict]:
    """Store a file that was sent to be read until its document is registered; nothing where files are switched off.

    Yields the columns of the read letter; what lies there is destroyed again where they are not written. A file that may not
    be kept with documents (macros, more than the size allows) is read all the same and not kept.
    """
    found = _kept_as(name, content) if content and not letter_files.off() else {}
    try:
        yield found
    except BaseException:
        if found:
            scan_files.destroy(found["stored_as"], settings.LETTERS_ROOT)
        raise


def _kept_as(name: str, content: bytes) -> dict:
    try:
        check_size(len(content), name)
        kind, kept = letter_content.checked(scan_content.tidy_name(name), content)
    except Refused:
        return {}
    digest = hashlib.sha256(kept).hexdigest()
    stored_as = scan_files.store(kept, settings.LETTERS_ROOT)
    return {"stored_as": stored_as, "file_sha256": digest, "size": len(kept), "kind": kind}


def hand_over(found: ReadLetter, directive: Directive, on: date) -> LetterFile | None:
    """Let the file that a letter was read from be a file of its document."""
    if not found.stored_as:
        return None
    known = {"kind": found.kind, "sha256": found.file_sha256, "size": found.size, "stored_as": found.stored_as}
    name = scan_content.tidy_name(found.name)
    return LetterFile.objects.create(directive=directive, original_name=name, by=current().by, on=on, **known)


def throw_away(stored_as: str) -> None:
    """Destroy a file that waited for a document, once that is certain."""
    transaction.on_commit(lambda: scan_files.destroy(stored_as, settings.LETTERS_ROOT))


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
