"""Writes of letters that were read: one is kept to be looked at, registered from, or put aside.

All run inside ``acting`` and need Deed.KEEP_DOCUMENTS in the unit for which the letter was read.
"""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from django.db.models import F

from directives import keeping_files, obliging, registering, share_basis, sharing, target_periods, targeting
from directives.letters import Letter
from directives.models import Directive, ReadLetter, Target
from directives.obliging import Wanted
from directives.share_basis import Asked, Rows
from directives.targeting import Said
from organizations import turns
from organizations.access import Reach, check_may
from organizations.acting import current
from organizations.enums import Deed, Secrecy
from organizations.errors import Conflict, Refused
from organizations.formats import date_vn, tidy
from organizations.models import Clause, Unit

_HEAD, _NAME = 1500, 200
# The stamp of a degree of secrecy, on a line of its own.
_STAMP = re.compile(r"^[\s*]*(?:TUYỆT MẬT|TỐI MẬT|MẬT)[\s*]*$", re.M)
_BY_HAND = "Văn bản có độ mật không đọc bằng máy ở đây. Hãy vào sổ bằng tay ở trang “Vào sổ văn bản”."


def keep(text: str, name: str, unit: Unit, *, own: Reach, on: date, content: bytes = b"") -> ReadLetter:
    """Keep a text that was read for ``unit``, and the file it came in where files are kept; the same text is kept once."""
    check_may(own, Deed.KEEP_DOCUMENTS, unit)
    if _STAMP.search(text[:_HEAD]):
        raise Refused(_BY_HAND)
    turns.take("read", unit.pk)
    digest = hashlib.sha256(text.encode()).hexdigest()
    if there := ReadLetter.objects.filter(unit=unit, sha256=digest, dropped=False).first():
        return there
    with keeping_files.waiting(name, content) as file:
        return ReadLetter.objects.create(
            unit=unit, name=tidy(name)[-_NAME:], sha256=digest, text=text, by=current().by, read_on=on, **file
        )


@dataclass(frozen=True)
class Told:
    """What the officer says of a read letter: the document, and what its clauses create, by the names of the clauses.

    ``shares``: of each target unit id → its share as typed, empty where no table shares it out.
    """

    letter: Letter
    targets: tuple[tuple[str, Callable[[Clause], Said]], ...] = ()
    duties: tuple[tuple[str, Callable[[Clause], Wanted]], ...] = ()
    shares: tuple[Mapping[int, str], ...] = ()


def record(found: ReadLetter, told: Told, *, own: Reach, today: date, version: int, is_other: bool) -> Directive:
    """Register the document of a read letter as the officer says it, with what its clauses create, all in one act."""
    check_may(own, Deed.KEEP_DOCUMENTS, found.unit)
    if told.letter.head.secrecy != Secrecy.NORMAL:
        raise Refused(f"{_BY_HAND} Rồi bỏ bản đọc này; nội dung đã đọc sẽ được xóa.")
    made = registering.register_letter(told.letter, own=own, today=today, is_other=is_other)
    clauses = {clause.label: clause for clause in made.document.clauses.all()}
    for (label, said), shares in zip_longest(told.targets, told.shares, fillvalue={}):
        target = targeting.record_target(made, said(clauses[tidy(label)]), own=own, today=today)
        if shares:
            _share_out(target, shares, own, today)
    for label, wanted in told.duties:
        obliging.record_obligation(made, wanted(clauses[tidy(label)]), own=own)
    keeping_files.hand_over(found, made, today)
    _change(found, version, directive=made)
    return made


def _share_out(target: Target, shares: Mapping[int, str], own: Reach, today: date) -> None:
    """Keep the rows of the letter's table as the draft of the shares; issuing them is a step of its own."""
    first, last = target_periods.first_and_last(target)
    day = max(first, min(today, last or today))
    asked = Asked(target.unit, (target,), Rows.CHILDREN, day, today)
    typed = {target.pk: dict(shares)}
    sharing.save_draft(asked, typed, own=own, version=share_basis.mark(asked))


def drop(found: ReadLetter, *, own: Reach, version: int) -> None:
    """Put a read letter aside; neither its text nor its file is kept."""
    check_may(own, Deed.KEEP_DOCUMENTS, found.unit)
    if found.directive_id:
        raise Refused(f"Văn bản này đã vào sổ ({found.directive.document.citation}); không bỏ được bản đọc.")
    _change(found, version, dropped=True, text="", stored_as="")
    if found.stored_as:
        keeping_files.throw_away(found.stored_as)


def _change(found: ReadLetter, version: int, **values: object) -> None:
    unchanged = ReadLetter.objects.filter(pk=found.pk, version=version, dropped=False, directive__isnull=True)
    if not unchanged.update(version=F("version") + 1, **values):
        now = ReadLetter.objects.get(pk=found.pk)
        state = "được vào sổ" if now.directive_id else "bị bỏ" if now.dropped else "được thay đổi"
        raise Conflict(
            f"Bản đọc ngày {date_vn(found.read_on)} vừa {state} bởi người khác. Hãy mở lại danh sách.", now.version
        )
