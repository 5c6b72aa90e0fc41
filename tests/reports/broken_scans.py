"""How stored scans can break, each with the check that finds it."""

from django.conf import settings

from candidates import scan_checks, scan_files
from candidates.enums import PaperKind
from candidates.models import Paper, Scan
from tests import people
from tests.candidates import scan_samples


def keep(who: people.Cast) -> None:
    """A scan of a certificate, as the secretary sends it."""
    scan_samples.switched_on(who)
    scan_samples.kept(who, Paper.objects.filter(kind=PaperKind.CERTIFICATE, dossier__unit=who.cell).first())


def lose_the_file(who):
    scan_files.destroy(Scan.objects.get().stored_as)


def alter_the_file(who):
    name = Scan.objects.get().stored_as
    (settings.SCANS_ROOT / name[:2] / name).write_bytes(b"%PDF-")


def leave_a_file_behind(who):
    Scan.objects.update(void=True, void_reason="quét nhầm")


def leave_half_a_file(who):
    name = scan_files.store(b"x")
    place = settings.SCANS_ROOT / name[:2] / name
    place.rename(place.with_name(f"{name}.part"))


def scan_what_was_written_by_hand(who):
    Paper.objects.filter(scans__isnull=False).update(kind=PaperKind.BIOGRAPHY)


BROKEN = [
    (lose_the_file, scan_checks.scan_rows, "không có tệp trên máy chủ"),
    (alter_the_file, scan_checks.scan_rows, "có tệp đã bị thay đổi"),
    (leave_a_file_behind, scan_checks.scan_files_known, "không thuộc bản quét nào đang dùng"),
    (leave_half_a_file, scan_checks.scan_files_known, ".part trong thư mục bản quét"),
    (scan_what_was_written_by_hand, scan_checks.scanned_papers, "là giấy không được lưu bản quét"),
]
