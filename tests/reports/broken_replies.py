"""How stored replies can break, each with the check that finds it."""

import hashlib

from candidates import scan_files
from directives import attaching, checks
from directives.models import Fulfilment, Obligation, Ruling
from tests import duties, people


def keep(who: people.Cast) -> None:
    """A reply of a cell with a file that lies on disk, accepted."""
    made = duties.replied(who.cell)
    file = Fulfilment.objects.get(obligation=made).files.get()
    file.__class__.objects.filter(pk=file.pk).update(
        stored_as=scan_files.store(b"%PDF-", attaching.root()), sha256=hashlib.sha256(b"%PDF-").hexdigest()
    )


def name_a_quarter_of_a_duty_asked_once(who):
    Fulfilment.objects.update(part=2)


def forget_the_month_of_a_monthly_duty(who):
    Obligation.objects.update(repeats="monthly")


def judge_the_reply_of_others(who):
    Ruling.objects.update(unit=who.foreign_cell)


def return_a_reply_without_a_word(who):
    Fulfilment.objects.update(returned_on=people.TODAY)


def return_without_giving_back(who):
    Ruling.objects.update(kind="returned", words="thiếu")


def lose_the_file_of_a_reply(who):
    for name in list(scan_files.names(attaching.root())):
        scan_files.destroy(name, attaching.root())


def leave_the_file_of_a_reply_behind(who):
    scan_files.store(b"x", attaching.root())


BROKEN = [
    (name_a_quarter_of_a_duty_asked_once, checks.repeated, "ghi kỳ không đúng với nhiệm vụ"),
    (forget_the_month_of_a_monthly_duty, checks.repeated, "ghi kỳ không đúng với nhiệm vụ"),
    (judge_the_reply_of_others, checks.rulings, "nói về trả lời của nơi khác"),
    (return_a_reply_without_a_word, checks.rulings, "ghi trả lại không khớp"),
    (return_without_giving_back, checks.rulings, "ghi trả lại không khớp"),
    (lose_the_file_of_a_reply, checks.reply_files, "không còn, hoặc đã bị thay đổi"),
    (leave_the_file_of_a_reply_behind, checks.reply_files_known, "không thuộc trả lời nào"),
]
