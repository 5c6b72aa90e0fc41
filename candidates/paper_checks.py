"""Checks of stored papers, of the catalogue and of the hand-over book; each yields what is wrong, one sentence a finding."""

from collections.abc import Iterator

from django.db.models import Count, F, Q

from candidates.enums import PERSONAL_PAPERS, Direction, PaperKind
from candidates.models import Handover, Paper, PaperForm


def personal_papers() -> Iterator[str]:
    """Of a paper in the person's own hand no number and no issuer is recorded."""
    told = Paper.objects.filter(~Q(number="") | ~Q(issuer=""), kind__in=PERSONAL_PAPERS)
    for paper in told.select_related("dossier"):
        yield f"Hồ sơ {paper.dossier.code}: {paper.get_kind_display()} có ghi số hoặc nơi ban hành."


def checked_papers() -> Iterator[str]:
    """No paper was looked at before its own day."""
    for paper in Paper.objects.filter(checked_on__lt=F("issued_on")).select_related("dossier"):
        yield f"Hồ sơ {paper.dossier.code}: {paper} ghi đã kiểm tra ngày {paper.checked_on}, trước ngày của giấy tờ."


def catalogue() -> Iterator[str]:
    """A paper stands for one of its own edition."""
    for row in PaperForm.objects.exclude(stands_for=""):
        if not PaperForm.objects.filter(edition=row.edition, kind=row.stands_for).exists():
            yield f"Danh mục {row.edition}: {row} thay cho “{PaperKind(row.stands_for).label}”, không có trong danh mục đó."


def handover_numbers() -> Iterator[str]:
    """The numbers of a book run on from 1 in each year, those of lines that were taken back among them."""
    books = Handover.ever.values("unit", "year").annotate(lines=Count("pk")).order_by("unit", "year")
    for book in books:
        rows = Handover.ever.filter(unit=book["unit"], year=book["year"])
        if set(rows.values_list("number", flat=True)) != set(range(1, book["lines"] + 1)):
            yield f"Sổ giao nhận năm {book['year']} của {rows.first().unit}: số không liên tục."


def handover_order() -> Iterator[str]:
    """A unit gives away only a dossier that its book received before."""
    here: dict[int, Handover] = {}
    for line in Handover.objects.select_related("dossier").order_by("on", "pk").iterator():
        last = here.get(line.dossier_id)
        if line.direction == Direction.GIVEN and (
            last is None or last.unit_id != line.unit_id or last.direction != Direction.RECEIVED
        ):
            yield f"Hồ sơ {line.dossier.code}: dòng {line} ghi giao khi sổ không ghi đang giữ."
        here[line.dossier_id] = line


CHECKS = (personal_papers, checked_papers, catalogue, handover_numbers, handover_order)
