"""Writes of the superior about replies: accepted, returned with a new term, a unit let off; and taking such a word back."""

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction

from directives import fulfilling, keepers, obligations
from directives.enums import RulingKind
from directives.models import Fulfilment, Ruling
from directives.rounds import Round
from organizations.access import Reach
from organizations.acting import acting, current
from organizations.errors import Conflict, NotAllowed, Refused
from organizations.formats import date_vn, tidy
from organizations.models import Unit


@dataclass(frozen=True)
class Word:
    """What the superior says on a day: which of the three, the sentence, of a returned reply the new term."""

    kind: RulingKind
    on: date
    words: str = ""
    due_on: date | None = None


def judge(asked: Round, unit: Unit, word: Word, *, own: Reach, today: date, version: int) -> Ruling:
    """Record what the superior says, inside ``acting``; ``version`` is the key of the reply before them, 0 for none."""
    keepers.check_keeps(own, asked.obligation)
    if not obligations.bound_units(asked.obligation, today).filter(pk=unit.pk).exists():
        raise Refused("Nhiệm vụ này không giao cho đơn vị tại ngày đang xem.")
    said = fulfilling.standing(asked, unit)
    if (said.pk if said else 0) != version:
        raise Conflict("Trả lời của đơn vị vừa thay đổi. Hãy xem lại; nếu vẫn cần thì gửi lại.", said.pk if said else 0)
    _check_day(asked, word, said, today)
    (_check_exempt if word.kind == RulingKind.EXEMPT else _check_reply)(asked, unit, word, said)
    return _write(asked, unit, word, said)


def withdraw(ruling: Ruling, reason: str, *, own: Reach) -> None:
    """Take the superior's word back, inside ``acting``; a returned reply stands again if the unit gave no other since."""
    keepers.check_keeps(own, ruling.obligation)
    act, asked = current(), Round(ruling.obligation, ruling.year, ruling.part)
    now = fulfilling.standing(asked, ruling.unit)
    if ruling.kind == RulingKind.RETURNED and now:
        raise Refused(
            f"Đơn vị đã trả lời lại ngày {date_vn(now.on)} nên không rút việc trả lại được; hãy cho ý kiến về trả lời mới."
        )
    with acting(act.by, act.deed, tidy(reason)):
        if not Ruling.objects.filter(pk=ruling.pk).update(void=True):
            raise Refused("Ý kiến này đã được rút trước đó; hãy tải lại trang.")
        if ruling.kind == RulingKind.RETURNED:
            Fulfilment.ever.filter(pk=ruling.fulfilment_id).update(returned_on=None)


def _write(asked: Round, unit: Unit, word: Word, said: Fulfilment | None) -> Ruling:
    values = {"kind": word.kind, "on": word.on, "words": tidy(word.words), "due_on": word.due_on, "by": current().by}
    of_reply = said if word.kind != RulingKind.EXEMPT else None
    try:
        with transaction.atomic():
            made = Ruling.objects.create(**asked.key, unit=unit, fulfilment=of_reply, **values)
    except IntegrityError as error:
        raise Refused("Trả lời này vừa được người khác cho ý kiến; hãy tải lại trang.") from error
    if word.kind == RulingKind.RETURNED:
        Fulfilment.objects.filter(pk=said.pk).update(returned_on=word.on)
    return made


def _check_day(asked: Round, word: Word, said: Fulfilment | None, today: date) -> None:
    if word.on > today:
        raise Refused(f"Ngày cho ý kiến {date_vn(word.on)} chưa đến (đang xem tại ngày {date_vn(today)}).")
    begun = said.on if said else asked.first_day
    if word.on < begun:
        what = "đơn vị trả lời" if said else "nhiệm vụ bắt đầu"
        raise Refused(f"Ngày cho ý kiến {date_vn(word.on)} trước ngày {what} ({date_vn(begun)}).")


def _check_reply(asked: Round, unit: Unit, word: Word, said: Fulfilment | None) -> None:
    if said is None:
        raise Refused("Đơn vị chưa trả lời nên chưa có gì để chấp nhận hay trả lại.")
    if said.by and said.by == current().by:
        raise NotAllowed("Đồng chí đã ghi trả lời này; người khác cho ý kiến.")
    if earlier := Ruling.objects.filter(fulfilment=said).first():
        raise Refused(f"Trả lời này đã được chấp nhận ngày {date_vn(earlier.on)}; muốn đổi, hãy rút ý kiến đó trước.")
    if word.kind == RulingKind.RETURNED:
        _check_returned(asked, word)


def _check_returned(asked: Round, word: Word) -> None:
    if not word.words.strip():
        raise Refused("Hãy ghi lý do trả lại, để đơn vị biết phải làm lại điều gì.")
    if word.due_on is None and asked.due_on:
        raise Refused(f"Nhiệm vụ có hạn {date_vn(asked.due_on)}; hãy cho hạn mới để làm lại.")
    if word.due_on and word.due_on < word.on:
        raise Refused(f"Hạn mới {date_vn(word.due_on)} trước ngày trả lại {date_vn(word.on)}; hãy cho hạn sau ngày đó.")


def _check_exempt(asked: Round, unit: Unit, word: Word, said: Fulfilment | None) -> None:
    if not word.words.strip():
        raise Refused("Hãy ghi lý do miễn.")
    if said:
        raise Refused(f"Đơn vị đã trả lời ngày {date_vn(said.on)}; không miễn nữa, hãy chấp nhận hoặc trả lại.")
    if earlier := Ruling.objects.filter(**asked.key, unit=unit, kind=RulingKind.EXEMPT).first():
        raise Refused(f"Đơn vị đã được miễn ngày {date_vn(earlier.on)}: {earlier.words}")
