"""How stored papers, the catalogue and the hand-over book can break, each with the check that finds it."""

from datetime import timedelta

from candidates import paper_checks
from candidates.enums import PERSONAL_PAPERS, Direction
from candidates.models import Handover, Paper, PaperForm
from tests import people
from tests.candidates import laid


def keep(who: people.Cast) -> None:
    """A line of the book about a dossier of the cell."""
    laid.handed(Paper.objects.filter(dossier__unit=who.cell).first().dossier, who.bloc)


def number_what_was_written_by_hand(who):
    Paper.objects.filter(kind__in=PERSONAL_PAPERS).update(number="5")


def check_a_paper_before_its_day(who):
    paper = Paper.objects.first()
    Paper.objects.filter(pk=paper.pk).update(checked_by=who.officer, checked_on=paper.issued_on - timedelta(days=1))


def stand_for_nothing(who):
    row = PaperForm.objects.exclude(stands_for="").first()
    PaperForm.objects.filter(edition=row.edition, kind=row.stands_for).update(edition="khác")


def leave_out_a_number(who):
    Handover.objects.update(number=3)


def give_what_is_not_there(who):
    Handover.objects.update(direction=Direction.GIVEN)


BROKEN = [
    (number_what_was_written_by_hand, paper_checks.personal_papers, "có ghi số hoặc nơi ban hành"),
    (check_a_paper_before_its_day, paper_checks.checked_papers, "trước ngày của giấy tờ"),
    (stand_for_nothing, paper_checks.catalogue, "không có trong danh mục đó"),
    (leave_out_a_number, paper_checks.handover_numbers, "số không liên tục"),
    (give_what_is_not_there, paper_checks.handover_order, "ghi giao khi sổ không ghi đang giữ"),
]
