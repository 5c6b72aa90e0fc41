"""An organisation names somebody to a cell."""

from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices

from candidates import actions, nominees
from candidates.actions import MaybeTheSame
from candidates.enums import EXITS, Answer
from candidates.models import Nomination, Person
from organizations import tree
from organizations.access import Reach, check_may_for
from organizations.acting import current
from organizations.enums import Deed
from organizations.errors import Refused
from organizations.formats import date_vn, tidy
from organizations.models import Unit


class Whom(TextChoices):
    """What the organisation says of somebody with the name and year of birth of a person whom it nominated before."""

    AGAIN = "again", "Chính là người đã giới thiệu, nay giới thiệu lại"
    OTHER = "other", "Là người khác, chỉ trùng tên và năm sinh"


class NamedBefore(MaybeTheSame):
    """The same organisation nominated somebody alike before; ``is_over`` says whether it may name the same person again."""

    def __init__(self, sentence: str, *, is_over: bool) -> None:
        super().__init__(sentence)
        self.is_over = is_over


@dataclass(frozen=True)
class Letter:
    """What an organisation says when it nominates; ``answer_by`` may be unknown.

    It names one of its members: where it does not say since when, membership is known from the day of the nomination.
    """

    organisation: Unit
    cell: Unit
    on: date
    found_at: str = ""
    number: str = ""
    answer_by: date | None = None
    member_since: date | None = None


def nominate(letter: Letter, facts: dict, whom: str, *, own: Reach, today: date) -> Nomination:
    """Record a nomination inside ``acting``, of a new person or of one nominated before; ``facts`` are values of PERSON_FIELDS.

    Raises NamedBefore when the same organisation nominated somebody alike and ``whom`` does not say who this is.
    """
    by = current().by
    check_may_for(own, Deed.NOMINATE, letter.organisation)
    _check_letter(letter, today)
    before = _asked_back(letter, facts, whom)
    person = before.person if before else Person.objects.create(**actions.person_values(facts))
    nominees.join(person, letter.organisation, letter.member_since or letter.on, today)
    said = {"found_at": letter.found_at, "number": letter.number, "answer_by": letter.answer_by}
    places = {"organisation": letter.organisation, "cell": letter.cell}
    return Nomination.objects.create(person=person, nominated_on=letter.on, by=by, **places, **said)


def is_over(nomination: Nomination) -> bool:
    """Say whether an organisation may name the person again: the cell returned the nomination, or took the person off."""
    return nomination.answer == Answer.RETURNED or (nomination.dossier and nomination.dossier.stage in EXITS)


def _check_letter(letter: Letter, today: date) -> None:
    if letter.on > today:
        raise Refused(f"Ngày giới thiệu {date_vn(letter.on)} chưa đến (đang xem tại ngày {date_vn(today)}).")
    if tree.version(letter.organisation, letter.on) is None:
        raise Refused(f"Hội, đoàn thể này không tồn tại vào ngày {date_vn(letter.on)}.")
    actions.check_cell(letter.cell, letter.on)
    if not nominees.cells([letter.organisation], today).filter(unit=letter.cell).exists():
        raise Refused("Chi bộ này không thuộc đảng bộ mà hội, đoàn thể hoạt động; hãy chọn chi bộ khác.")
    if letter.answer_by and letter.answer_by < letter.on:
        raise Refused(f"Ngày đề nghị trả lời {date_vn(letter.answer_by)} trước ngày giới thiệu {date_vn(letter.on)}.")


def _asked_back(letter: Letter, facts: dict, whom: str) -> Nomination | None:
    """The earlier nomination of the person named again; None for somebody new."""
    before = nominees.alike(letter.organisation, facts["full_name"], facts["birth_year"])
    if before is None or whom == Whom.OTHER:
        return None
    over = is_over(before)
    if over and whom == Whom.AGAIN:
        nominees.hold(before.person_id)
        _check_once(letter, before.person_id)
        return before
    who = f"{tidy(facts['full_name'])}, sinh năm {facts['birth_year']}, đã được giới thiệu ngày {date_vn(before.nominated_on)}"
    if over:
        raise NamedBefore(f"{who} và không còn được xem xét. Hãy chọn đây là ai rồi gửi lại.", is_over=True)
    raise NamedBefore(
        f"{who} và không bị trả lại. Nếu đúng là một người thì không cần giới thiệu lại; nếu là người khác thì chọn "
        "“Là người khác” rồi gửi lại.",
        is_over=False,
    )


def _check_once(letter: Letter, person: int) -> None:
    same = {"person": person, "organisation": letter.organisation, "cell": letter.cell, "nominated_on": letter.on}
    if Nomination.objects.filter(**same).exists():
        raise Refused("Người này đã được tổ chức giới thiệu cho chi bộ này trong cùng ngày.")
