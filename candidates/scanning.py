"""Writes of scans: switching them on and off, adding one to a paper, taking one back."""

import hashlib
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import transaction

from candidates import recording, scan_content, scan_files, scans
from candidates.models import Paper, Scan, ScanSwitch
from organizations import turns
from organizations.access import Reach
from organizations.acting import acting, current
from organizations.enums import Deed, Role
from organizations.errors import NotAllowed, Refused
from organizations.formats import date_vn, number_vn, tidy
from organizations.models import Post

MEGABYTE = 1024 * 1024
ONLY_AT_THE_TOP = (
    "Việc lưu bản quét là của cả hệ thống: chỉ người quản trị ở cấp trên của mọi người quản trị khác được bật, tắt."
)


@dataclass(frozen=True)
class SentFile:
    """A file as it was sent: the name that the browser gave it, and its bytes."""

    name: str
    content: bytes


def may_switch(own: Reach) -> bool:
    """Say whether somebody administers the units of all who administer: the switch is one for the whole installation."""
    if not own.grants(Deed.SWITCH_SCANS):
        return False
    others = Post.objects.on(own.on).filter(role=Role.ADMINISTRATOR, user__is_active=True)
    return not others.exclude(unit__in=own.units(Deed.SWITCH_SCANS)).exists()


def switch(is_on: bool, reason: str, *, own: Reach, on: date) -> ScanSwitch:
    """Let the installation keep scans from ``on``, or no more."""
    if not may_switch(own):
        raise NotAllowed(ONLY_AT_THE_TOP)
    turns.take("scans")
    if not reason.strip():
        raise Refused("Cần ghi lý do.")
    if is_on == scans.are_on():
        raise Refused(f"Việc lưu bản quét đã {'bật' if is_on else 'tắt'} từ trước; hãy tải lại trang.")
    return ScanSwitch.objects.create(is_on=is_on, on=on, reason=tidy(reason), by=current().by)


def check_size(size: int, name: str) -> None:
    """Raise Refused for a file that is too big; to be asked before it is read."""
    if size > settings.SCANS_MAX_BYTES:
        raise Refused(
            f"“{name}” nặng {number_vn(-(-size // MEGABYTE))} MB, quá mức {number_vn(settings.SCANS_MAX_BYTES // MEGABYTE)} MB "
            "cho một bản quét. Hãy quét đen trắng, 150–200 dpi, hoặc tách thành nhiều tệp."
        )


def add(paper: Paper, sent: SentFile, *, own: Reach, on: date) -> Scan:
    """Keep a scan of a paper. The file is written first: a row without its file would be worse than a file without a row."""
    recording.hold(paper.dossier, own)
    scans.check_on()
    scans.check_kind(paper)
    name = scan_content.tidy_name(sent.name)
    check_size(len(sent.content), name)
    kind, content = scan_content.checked(name, sent.content)
    digest = hashlib.sha256(content).hexdigest()
    _check_new(paper, digest, name)
    known = {"kind": kind, "sha256": digest, "size": len(content), "original_name": name, "on": on}
    stored_as = scan_files.store(content)
    try:
        return Scan.objects.create(paper=paper, stored_as=stored_as, by=current().by, **known)
    except BaseException:
        scan_files.destroy(stored_as)
        raise


def take_back(scan: Scan, reason: str, *, own: Reach) -> None:
    """Mark a scan as void and destroy its file once that is certain; the row stays."""
    recording.hold(scan.paper.dossier, own)
    if not reason.strip():
        raise Refused("Cần ghi lý do gỡ bản quét.")
    act = current()
    with acting(act.by, act.deed, tidy(reason)):
        if not Scan.objects.filter(pk=scan.pk).update(void=True, void_reason=tidy(reason)):
            raise Refused("Bản quét này đã được gỡ trước đó; hãy tải lại trang.")
    transaction.on_commit(lambda: scan_files.destroy(scan.stored_as))


def _check_new(paper: Paper, digest: str, name: str) -> None:
    same = scans.of(paper).filter(sha256=digest).first()
    if same:
        raise Refused(
            f"“{name}” giống hệt bản quét “{same.original_name}” đã gửi ngày {date_vn(same.on)}; không lưu thêm."
        )
