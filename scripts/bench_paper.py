"""Part of ``make bench``: how long large reports take on paper and how much memory, each size in a process of its own."""

import os
import resource
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SIZES = (150, 1_500, 5_000)


def main() -> None:
    """Measure each size in a fresh process, because memory once taken stays with its process."""
    for size in SIZES:
        subprocess.run([sys.executable, "-m", "scripts.bench_paper", str(size)], cwd=ROOT, check=True)


def measure(size: int) -> None:
    """Print time, pages and memory of a report with as many rows, on paper and as a workbook."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from io import BytesIO

    from pypdf import PdfReader

    from reports import excel, pdf

    report = _report(size)
    start = time.perf_counter()
    made = pdf.render_pdf(report)
    paper = time.perf_counter() - start
    start = time.perf_counter()
    book = excel.workbook(report)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{size:6} rows: PDF {paper:6.1f} s, {len(PdfReader(BytesIO(made)).pages):4} pages, {len(made) // 1024:5} kB; "
        f"Excel {time.perf_counter() - start:5.2f} s, {len(book) // 1024:4} kB; peak {memory} MB"
    )


def _report(size: int):
    """A list of names as long as asked for, of invented people."""
    from reports.document import Annexe, Letterhead, Name, Paragraph, Report, Signature

    facts = ("12-QĐ/ĐU", "08/02/2021", "26/02/2021")
    names = tuple(
        Name(order, f"Nguyễn Văn Mẫu {order}", "01/02/1996", "Chi bộ Sở Kế hoạch và Đầu tư", facts)
        for order in range(1, size + 1)
    )
    head = Letterhead("TỈNH ỦY", "BAN TỔ CHỨC", "BC/BTCTU", "Sơn Khê", "BÁO CÁO", "danh sách đảng viên mới kết nạp")
    annexe = Annexe("Danh sách", ("Số quyết định", "Ngày quyết định", "Ngày lễ"), names)
    signature = Signature("", "TRƯỞNG BAN", ("Lưu Ban Tổ chức",))
    return Report("do", date(2021, 5, 31), head, (Paragraph("Kèm danh sách."),), (), signature, annexe)


if __name__ == "__main__":
    measure(int(sys.argv[1])) if len(sys.argv) > 1 else main()
