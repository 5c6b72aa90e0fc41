"""Enters a frozen report in the registry: number, day, and the file that prints from then on; or sets it aside."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from django.db.models import QuerySet

from directives.identities import number_key
from organizations.access import Reach
from organizations.acting import current
from organizations.enums import Deed, DocumentKind, Secrecy
from organizations.errors import Refused
from organizations.formats import date_vn, plain, tidy
from organizations.models import Document, User
from reports import frozen, issued, jobs, pdf, secrecy
from reports.models import DroppedReport, FrozenReport, IssuedReport

_NUMBER = re.compile(r"^\d{1,6}[a-zđ]?$", re.IGNORECASE)
_FIRST_DIGITS = re.compile(r"^\d+")
BAD_NUMBER = "“{}” không phải là số văn bản; hãy ghi phần số, ví dụ 45 hoặc 45a; ký hiệu “{}” được in tự động."
WIDE = 2
UNDER_WAY = (
    "Báo cáo này đang được ban hành với số {number} (đ/c {who} gửi, đã lập {percent} %); lập xong bản in thì mới vào sổ. Không "
    "thành thì gửi lại được."
)


def next_number(report: FrozenReport, year: int) -> str:
    """Return the number after the greatest that this issuer gave to this kind in a year, as far as the product knows."""
    used = [each.number for each in (*_numbered(report, year), *_registered(report, year))]
    used += jobs.numbers_under_way(report, year)
    places = [int(found[0]) for number in used if (found := _FIRST_DIGITS.match(tidy(number)))]
    return str(max(places, default=0) + 1).zfill(WIDE)


def issue(
    report: FrozenReport, number: str, on: date, *, own: Reach, today: date, paper: bytes | None = None
) -> IssuedReport:
    """Issue a frozen report with the number and the day of the registry, inside ``acting``; Refused with the reason.

    ``paper`` is the file where it was printed beforehand (``printed``).
    """
    by = current().by
    issued.check_may(own, Deed.ISSUE_REPORT, report.unit)
    jobs.take_turn(report)
    check(report, number, on, today)
    made = _made(report, tidy(number), on, by)
    made.pdf = paper if paper is not None else printed(report, number, on)
    made.size, made.sha256 = len(made.pdf), hashlib.sha256(made.pdf).hexdigest()
    made.save(force_insert=True)
    return made


def check(report: FrozenReport, number: str, on: date, today: date) -> None:
    """Raise Refused with the reason why a frozen report cannot be issued with a number and a day."""
    check_open(report)
    secrecy.check(Secrecy(report.secrecy))
    _check_number(report, tidy(number))
    _check_day(report, on, today)
    _check_unused(report, tidy(number), on.year)


def printed(report: FrozenReport, number: str, on: date, told: Callable[[int], None] | None = None) -> bytes:
    """Return the file of a frozen report with number and day: made of what was frozen; ``told`` hears of each page."""
    found = frozen.from_text(report.content)
    head = replace(found.letterhead, number=tidy(number), issued_on=on)
    return bytes(pdf.render_pdf(replace(found, letterhead=head), told))


def drop(report: FrozenReport, reason: str, *, own: Reach, on: date) -> DroppedReport:
    """Set a frozen report aside that will not be issued, inside ``acting``; it stays readable."""
    by = current().by
    issued.check_may(own, Deed.ISSUE_REPORT, report.unit)
    jobs.take_turn(report)
    check_open(report)
    check_not_under_way(report)
    return DroppedReport.objects.create(frozen=report, on=on, reason=tidy(reason), by=by)


def check_open(report: FrozenReport) -> None:
    """Raise Refused with a sentence for a report that was issued or set aside already, or whose like was."""
    earlier = IssuedReport.objects.filter(frozen=report).select_related("frozen").first()
    if earlier:
        raise Refused(
            f"{earlier.citation} đã ban hành nên không sửa, không bỏ được nữa. Nếu có chỗ sai, hãy lập bản đính chính."
        )
    if dropped := DroppedReport.objects.filter(frozen=report).first():
        raise Refused(f"Bản trình ký này đã bỏ ngày {date_vn(dropped.on)} ({dropped.reason}); hãy trình ký bản khác.")
    if later := IssuedReport.objects.filter(corrects__isnull=False, corrects=report.corrects).first():
        raise Refused(f"{report.corrects.citation} đã được đính chính bằng {later.citation}; hãy bỏ bản này.")


def check_not_under_way(report: FrozenReport) -> None:
    """Raise Refused while a frozen report is being issued in the background."""
    if said := under_way(report):
        raise Refused(said)


def under_way(report: FrozenReport) -> str:
    """Say with which number a frozen report is being issued in the background, and by whom; empty where it is not."""
    job = jobs.issuing_now(report)
    return UNDER_WAY.format(number=job.given["number"], who=job.by.full_name, percent=job.percent) if job else ""


def _made(report: FrozenReport, number: str, on: date, by: User | None) -> IssuedReport:
    return IssuedReport(
        frozen=report,
        kind=report.kind,
        issuer=report.issuer,
        year=on.year,
        number=number,
        number_key=number_key(number).lower(),
        issued_on=on,
        corrects=report.corrects,
        by=by,
    )


def _check_number(report: FrozenReport, number: str) -> None:
    if not _NUMBER.match(number) or not number_key(number).strip():
        raise Refused(BAD_NUMBER.format(number, report.sign))


def _check_day(report: FrozenReport, on: date, today: date) -> None:
    if on > today:
        raise Refused(f"Ngày ban hành {date_vn(on)} chưa đến (đang xem tại ngày {date_vn(today)}).")
    if on < report.as_at:
        raise Refused(
            f"Ngày ban hành {date_vn(on)} trước ngày số liệu của báo cáo ({date_vn(report.as_at)}); hãy kiểm tra lại ngày."
        )
    if on < report.frozen_on:
        raise Refused(
            f"Ngày ban hành {date_vn(on)} trước ngày trình ký của bản này ({date_vn(report.frozen_on)}); hãy kiểm tra lại "
            "ngày trên bản đã ký."
        )
    earlier = report.corrects
    if earlier and on < earlier.issued_on:
        raise Refused(f"Ngày ban hành {date_vn(on)} trước ngày của bản được đính chính ({date_vn(earlier.issued_on)}).")


def _check_unused(report: FrozenReport, number: str, year: int) -> None:
    key = number_key(number).lower()
    if used := _numbered(report, year).filter(number_key=key).first():
        raise Refused(
            f"Số {number} đã dùng cho {used.citation} (“{used.frozen.subject}”). Số tiếp theo là {next_number(report, year)}."
        )
    whole = number_key(f"{number}-{report.sign}" if report.sign else number).lower()
    for document in _registered(report, year):
        if number_key(document.number).lower() == whole:
            raise Refused(
                f"Số {number} đã dùng cho {document.citation} (“{document.subject}”) trong sổ văn bản. "
                f"Số tiếp theo là {next_number(report, year)}."
            )


def _numbered(report: FrozenReport, year: int) -> QuerySet[IssuedReport]:
    """The issued reports of the same issuer, kind and year."""
    found = IssuedReport.objects.filter(kind=report.kind, issuer=report.issuer, year=year)
    return found.select_related("frozen").defer("pdf", "frozen__content", "frozen__draft")


def _registered(report: FrozenReport, year: int) -> list[Document]:
    """The reports in the register of documents that bear the same issuer and year."""
    found = Document.objects.filter(kind=DocumentKind.REPORT, issued_on__year=year).exclude(number="")
    return [each for each in found if plain(each.issuer) == plain(report.issuer)]
