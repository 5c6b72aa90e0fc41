"""Says of a PDF whether it is an issued report: its bytes are those stored, or begin with them (a signature was appended)."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import QuerySet

from organizations.errors import Refused
from organizations.formats import date_vn
from reports.models import FrozenReport, IssuedReport

MEGABYTE = 1024 * 1024
_BEGINS = b"%PDF-"
# What a signature in an incremental update holds.
_SIGNATURE = b"/ByteRange"


class Outcome(StrEnum):
    """What a file is."""

    ISSUED = "issued"
    APPENDED = "appended"
    DRAFT = "draft"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Verdict:
    """What a file is, of which report, and in a sentence."""

    outcome: Outcome
    words: str
    report: FrozenReport | None = None

    @property
    def is_issued(self) -> bool:
        """Say whether the file holds an issued report."""
        return self.outcome in (Outcome.ISSUED, Outcome.APPENDED)


def check_file(name: str, content: bytes, most: int) -> None:
    """Raise Refused with a sentence for a file that can be no issued report: empty, too big, no PDF."""
    if not content:
        raise Refused(f"Tệp “{name}” rỗng, không có nội dung. Hãy chọn tệp PDF của báo cáo.")
    if len(content) > most:
        raise Refused(
            f"Tệp “{name}” lớn hơn {most // MEGABYTE} MB nên không kiểm tra được. Hãy chọn đúng tệp của báo cáo."
        )
    if not content.startswith(_BEGINS):
        raise Refused(
            f"Tệp “{name}” không phải là tệp PDF. Hãy chọn tệp PDF của báo cáo, không chọn ảnh chụp hay tệp Word."
        )


def verdict(content: bytes, among: QuerySet[FrozenReport]) -> Verdict:
    """Say what ``content`` is among the reports that a person may know of; of others nothing is told."""
    issued = IssuedReport.objects.filter(frozen__in=among).select_related("frozen", "corrected_by__frozen")
    issued = issued.defer("pdf", "frozen__content", "frozen__draft", "corrected_by__pdf")
    whole = hashlib.sha256(content).hexdigest()
    if found := issued.filter(sha256=whole).first():
        return Verdict(
            Outcome.ISSUED, f"Đây là bản đã ban hành: {found.citation}.{_corrected(found, among)}", found.frozen
        )
    if found := _begun(content, issued):
        return Verdict(Outcome.APPENDED, f"{_appended(found, content)}{_corrected(found, among)}", found.frozen)
    if draft := among.defer("content", "draft").filter(draft_sha256=whole).first():
        return Verdict(
            Outcome.DRAFT, f"Đây là bản trình ký ngày {date_vn(draft.frozen_on)}, chưa có số: {draft}.", draft
        )
    return Verdict(Outcome.UNKNOWN, "Đây không phải bản nào đã ban hành trong phần đồng chí được xem.")


def _begun(content: bytes, issued: QuerySet[IssuedReport]) -> IssuedReport | None:
    """The issued report whose file the content begins with: one hash for each size of a stored file."""
    sizes = issued.filter(size__lt=len(content)).order_by("-size").values_list("size", flat=True).distinct()
    for size in sizes:
        begun = hashlib.sha256(content[:size]).hexdigest()
        if found := issued.filter(size=size, sha256=begun).first():
            return found
    return None


def _appended(found: IssuedReport, content: bytes) -> str:
    added = content[found.size :]
    what = "chữ ký số" if _SIGNATURE in added else "không thấy chữ ký số"
    return (
        f"Đây là bản đã ban hành, có phần thêm sau ({what}): {found.citation}. Phần thêm sau có thể đổi cách tệp hiện ra; "
        "nội dung đã ban hành là bản lưu trong sổ."
    )


def _corrected(found: IssuedReport, among: QuerySet[FrozenReport]) -> str:
    later = getattr(found, "corrected_by", None)
    if later is None or not among.filter(pk=later.frozen_id).exists():
        return ""
    return f" Báo cáo này đã được đính chính bằng {later.citation}."
