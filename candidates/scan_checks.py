"""Checks of scans, in both directions: each row has its file unaltered, each file has its row, no paper that must not has one."""

import hashlib
from collections.abc import Iterator

from candidates import scan_files
from candidates.enums import PERSONAL_PAPERS
from candidates.models import Scan


def scan_rows() -> Iterator[str]:
    """The file of each scan lies there as it was stored."""
    for scan in Scan.objects.select_related("paper__dossier").iterator():
        content = scan_files.read(scan.stored_as)
        where = f"Hồ sơ {scan.paper.dossier.code}: bản quét số {scan.pk} của “{scan.paper.get_kind_display()}”"
        if content is None:
            yield f"{where} không có tệp trên máy chủ."
        elif hashlib.sha256(content).hexdigest() != scan.sha256:
            yield f"{where} có tệp đã bị thay đổi."


def scan_files_known() -> Iterator[str]:
    """Each file there belongs to a scan that counts."""
    known = set(Scan.objects.values_list("stored_as", flat=True))
    for name in scan_files.names():
        if name not in known:
            yield f"Tệp {name} trong thư mục bản quét không thuộc bản quét nào đang dùng."


def scanned_papers() -> Iterator[str]:
    """No paper of the person's own hand was scanned."""
    for scan in Scan.objects.filter(paper__kind__in=PERSONAL_PAPERS).select_related("paper__dossier"):
        yield f"Hồ sơ {scan.paper.dossier.code}: “{scan.paper.get_kind_display()}” có bản quét, là giấy không được lưu bản quét."


CHECKS = (scan_rows, scan_files_known, scanned_papers)
