"""How the register of documents can break, each with the check that finds it."""

import hashlib
from datetime import date

from django.conf import settings

from candidates import scan_files
from directives import register_checks
from directives.models import Citation, Delivery, Directive, LetterFile
from organizations.models import Document
from tests import duties, people

CONTENT = b"Cong van"


def keep(who: people.Cast) -> None:
    """Let the file of the letter lie where its row says."""
    told = {
        "stored_as": scan_files.store(CONTENT, settings.LETTERS_ROOT),
        "sha256": hashlib.sha256(CONTENT).hexdigest(),
    }
    LetterFile.objects.update(**told)


def cite_itself(who):
    row = Citation.objects.first()
    Citation.objects.filter(pk=row.pk).update(document=row.directive.document)


def replace_a_younger_one(who):
    row = Citation.objects.first()
    Document.objects.filter(pk=row.document_id).update(issued_on=date(2022, 1, 1))
    Citation.objects.filter(pk=row.pk).update(kind="replaces")


def register_twice(who):
    duties.letter(who.bloc, "71-KH/ĐU")
    duties.letter(who.bloc, "071 - kh/đu")


def receive_before_it_was_issued(who):
    Delivery.objects.update(on=date(2021, 2, 1))


def receive_what_was_not_sent(who):
    Delivery.objects.update(unit=who.foreign_cell)


def lose_the_file(who):
    scan_files.destroy(LetterFile.objects.get().stored_as, settings.LETTERS_ROOT)


def alter_the_file(who):
    name = LetterFile.objects.get().stored_as
    (settings.LETTERS_ROOT / name[:2] / name).write_bytes(b"x")


def leave_a_file_behind(who):
    LetterFile.objects.update(void=True, void_reason="gửi nhầm")


def make_it_secret(who):
    Document.objects.filter(directive__in=Directive.objects.filter(files__isnull=False)).update(secrecy="secret")


BROKEN = [
    (cite_itself, register_checks.relations, "với chính nó"),
    (replace_a_younger_one, register_checks.relations, "ban hành sau nó"),
    (register_twice, register_checks.twice, "vào sổ 2 lần"),
    (receive_before_it_was_issued, register_checks.deliveries, "trước ngày ban hành"),
    (receive_what_was_not_sent, register_checks.deliveries, "không gửi đến đơn vị"),
    (lose_the_file, register_checks.files, "không có trên máy chủ"),
    (alter_the_file, register_checks.files, "đã bị thay đổi"),
    (leave_a_file_behind, register_checks.files, "không thuộc văn bản nào"),
    (make_it_secret, register_checks.files, "có độ mật nhưng có tệp"),
]
