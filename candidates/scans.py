"""Reads of scans: whether they are kept at all, those of a paper, and the bytes of one that is what its row says."""

import hashlib
from dataclasses import dataclass

from django.db.models import QuerySet

from candidates import scan_files
from candidates.enums import PERSONAL_PAPERS
from candidates.models import Paper, Scan, ScanSwitch
from organizations.errors import Refused

SWITCHED_OFF = "Việc lưu bản quét đang tắt: không gửi thêm, không mở bản quét đã có. Người quản trị hệ thống bật, tắt."
NEVER = "{kind} do chính người vào Đảng viết, có lịch sử gia đình: không lưu bản quét, chỉ ghi ngày và nơi giữ bản gốc."
LOST = "Bản quét này không còn trên máy chủ, hoặc đã bị thay đổi; hãy báo người quản trị hệ thống và xem bản gốc."


@dataclass(frozen=True)
class Shown:
    """The scans of a paper as a page shows them; ``refused`` is the sentence why none may be sent."""

    paper: Paper
    scans: tuple[Scan, ...]
    are_on: bool
    may_add: bool
    refused: str = ""


def switch() -> ScanSwitch | None:
    """Return the last row of the switch; None where it was never touched."""
    return ScanSwitch.objects.select_related("by").first()


def are_on() -> bool:
    """Say whether scans are kept: off until an administrator switches them on."""
    last = switch()
    return bool(last and last.is_on)


def check_on() -> None:
    """Raise Refused while scans are off."""
    if not are_on():
        raise Refused(SWITCHED_OFF)


def check_kind(paper: Paper) -> None:
    """Raise Refused for a paper that is never scanned."""
    if paper.kind in PERSONAL_PAPERS:
        raise Refused(_never(paper))


def of(paper: Paper) -> QuerySet[Scan]:
    """Return the scans of a paper, the first sent first."""
    return paper.scans.select_related("by")


def history() -> QuerySet[ScanSwitch]:
    """Return every row of the switch, the last first."""
    return ScanSwitch.objects.select_related("by")


def shown(paper: Paper, *, are_on: bool, may_add: bool) -> Shown:
    """Return the scans of a paper for a page; ``are_on`` is asked once for all papers of it."""
    refused = "" if are_on else SWITCHED_OFF
    if paper.kind in PERSONAL_PAPERS:
        refused = _never(paper)
    return Shown(paper, tuple(paper.scans.all()), are_on, may_add and not refused, refused)


def content(scan: Scan) -> bytes:
    """Return the bytes of a scan; Refused where scans are off, or where the file is gone or altered."""
    check_on()
    found = scan_files.read(scan.stored_as)
    if found is None or hashlib.sha256(found).hexdigest() != scan.sha256:
        raise Refused(LOST)
    return found


def _never(paper: Paper) -> str:
    return NEVER.format(kind=paper.get_kind_display())
