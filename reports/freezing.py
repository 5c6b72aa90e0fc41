"""Puts a report before its signer: everything it says, the lists behind its numbers and its paper are stored together, once."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from organizations.access import Reach
from organizations.acting import current
from organizations.enums import Deed, Secrecy
from organizations.errors import Refused
from organizations.formats import number_vn, tidy
from organizations.models import UnitVersion
from reports import definitions, frozen, held, issued, pdf, revisions, secrecy
from reports.asked import Asked
from reports.document import Letterhead, Report
from reports.held import HeldList
from reports.models import FrozenList, FrozenReport, IssuedReport
from reports.models.frozen import ListKind
from reports.paper_words import BOARD

MOVED = (
    "Số liệu vừa thay đổi trong lúc lập: một số ghi {number} mà danh sách có {people} người ({words}). Hãy gửi lại để lập theo "
    "số liệu mới."
)
UNCHANGED = (
    "Bản đếm lại không khác {citation}: lời văn, số liệu, danh sách sau các số, phần ký đều như cũ nên không có gì để đính "
    "chính. Hãy sửa hồ sơ hoặc sửa lời ở trang soạn rồi làm lại."
)


@dataclass(frozen=True)
class Signing:
    """Who signs and how, who receives the report, its degree of secrecy."""

    name: str
    authority: str
    title: str
    recipients: tuple[str, ...]
    cosigner: str = ""
    secrecy: Secrecy = Secrecy.NORMAL


@dataclass(frozen=True)
class Correcting:
    """Which issued report a new version corrects, and why."""

    earlier: IssuedReport
    reason: str


@dataclass(frozen=True)
class Prepared:
    """A report that can be frozen: checked and signed, with the lists behind its numbers; nothing of it is stored yet."""

    report: Report
    asked: Asked
    signing: Signing
    lists: tuple[HeldList, ...]
    correcting: Correcting | None = None

    def paper(self, told: Callable[[int], None] | None = None) -> bytes:
        """Print it with number and day left blank; ``told`` hears of each page."""
        return pdf.render_pdf(self.report, told)


def freeze(
    report: Report, asked: Asked, signing: Signing, *, own: Reach, on: date, correcting: Correcting | None = None
) -> FrozenReport:
    """Freeze a report that was built just now, inside ``acting``; Refused where its head is not complete."""
    prepared = prepare(report, asked, signing, own=own, correcting=correcting)
    return store(prepared, prepared.paper(), on=on)


def prepare(
    report: Report, asked: Asked, signing: Signing, *, own: Reach, correcting: Correcting | None = None
) -> Prepared:
    """Check all that a frozen report must have, and read its lists; Refused with the reason."""
    issued.check_may(own, Deed.ISSUE_REPORT, asked.unit)
    secrecy.check(signing.secrecy)
    report = _signed(report, signing)
    if correcting:
        check_corrects(correcting, report, asked)
    _check_whole(report)
    lists = held.of_report(report, asked, definitions.CATALOGUE[report.code].lists(asked))
    _check_lists(report, lists)
    if correcting:
        check_changes(correcting.earlier, report, lists)
    return Prepared(report, asked, signing, lists, correcting)


def store(prepared: Prepared, paper: bytes, *, on: date) -> FrozenReport:
    """Store a prepared report with its paper, inside ``acting``: text, lists and file in one transaction."""
    by, report, correcting = current().by, prepared.report, prepared.correcting
    text = frozen.to_text(report)
    made = FrozenReport.objects.create(
        **_head(report, prepared.asked),
        secrecy=prepared.signing.secrecy,
        frozen_on=on,
        content=text,
        seal=frozen.sealed(text, ((each.address, each.members) for each in prepared.lists)),
        draft=paper,
        draft_sha256=hashlib.sha256(paper).hexdigest(),
        corrects=correcting.earlier if correcting else None,
        reason=tidy(correcting.reason) if correcting else "",
        by=by,
    )
    FrozenList.objects.bulk_create(_row(made, place, each) for place, each in enumerate(prepared.lists, start=1))
    return made


def check_corrects(correcting: Correcting, report: Report, asked: Asked) -> None:
    """Raise Refused where another version corrects the report already, or where this is a report about something else."""
    earlier = correcting.earlier
    if later := IssuedReport.objects.filter(corrects=earlier).select_related("frozen").first():
        raise Refused(f"{earlier.citation} đã được đính chính bằng {later.citation}; hãy đính chính bản mới đó.")
    if (earlier.frozen.code, earlier.frozen.unit_id) != (report.code, asked.unit.pk):
        raise Refused(
            f"{earlier.citation} là báo cáo khác, hoặc của đơn vị khác; hãy mở bản cần đính chính rồi làm lại."
        )
    if not tidy(correcting.reason):
        raise Refused("Hãy ghi lý do đính chính: số nào sai, vì sao.")


def check_changes(earlier: IssuedReport, report: Report, lists: tuple[HeldList, ...]) -> None:
    """Raise Refused where a correction says what the corrected report says, and its numbers count the same people."""
    said = revisions.changes(issued.said(earlier.frozen), report)
    if not said and not revisions.lists(earlier.frozen.lists.all(), lists):
        raise Refused(UNCHANGED.format(citation=earlier.citation))


def issuer_of(letterhead: Letterhead, version: UnitVersion) -> str:
    """Return the body whose register gives the number, as a sentence names it; a board with the committee it belongs to."""
    committee = version.committee or version.name
    if letterhead.issuer == BOARD and letterhead.superior == committee.upper():
        return f"Ban Tổ chức {committee}"
    return committee if letterhead.issuer == committee.upper() else letterhead.issuer


def _signed(report: Report, signing: Signing) -> Report:
    secrecy = "" if signing.secrecy == Secrecy.NORMAL else Secrecy(signing.secrecy).label
    signature = replace(
        report.signature,
        name=tidy(signing.name),
        authority=tidy(signing.authority),
        title=tidy(signing.title),
        recipients=signing.recipients,
        cosigner=tidy(signing.cosigner),
    )
    return replace(report, letterhead=replace(report.letterhead, secrecy=secrecy), signature=signature)


def _check_whole(report: Report) -> None:
    """What a paper cannot leave empty is asked for before it is signed."""
    head, signature = report.letterhead, report.signature
    missing = {
        "nơi đặt trụ sở (ghi ở trang của tổ chức)": head.place,
        "ký hiệu văn bản của cấp ủy (ghi ở trang của tổ chức)": not head.sign.endswith("/"),
        "cơ quan ban hành": head.issuer,
        "chức danh người ký": signature.authority or signature.title,
        "họ tên người ký": signature.name,
        "nơi nhận": signature.recipients,
    }
    if empty := [words for words, found in missing.items() if not found]:
        raise Refused(f"Báo cáo chưa trình ký được vì còn trống: {'; '.join(empty)}.")


def _check_lists(report: Report, lists: tuple[HeldList, ...]) -> None:
    """Raise Refused where a number and its list part: somebody recorded something between the two readings."""
    numbers = dict(held.numbered(report))
    for each in lists:
        number, people = numbers[each.address], len(each.members)
        # Somebody nominated twice stands twice in the list and counts once.
        if number > people if each.kind == ListKind.NOMINATIONS else number != people:
            raise Refused(MOVED.format(number=number_vn(number), people=number_vn(people), words=each.words))


def _head(report: Report, asked: Asked) -> dict:
    head = report.letterhead
    return {
        "code": report.code,
        "unit": asked.unit,
        "as_at": report.as_at,
        "first_day": asked.period.start,
        "last_day": asked.period.last_day,
        "reading": asked.reading.value,
        "named": report.annexe is not None,
        "kind": head.kind,
        "subject": head.subject[:400],
        "issuer": issuer_of(head, asked.version),
        "sign": head.sign,
    }


def _row(report: FrozenReport, place: int, found: HeldList) -> FrozenList:
    return FrozenList(
        report=report,
        place=place,
        address=found.address,
        kind=found.kind,
        words=found.words,
        sensitive=found.sensitive,
        members=list(found.members),
    )
