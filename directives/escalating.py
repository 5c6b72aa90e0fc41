"""Writes: a person releases a late duty to the superior, or drops it with a reason; nothing goes up by itself."""

from datetime import date

from django.db import IntegrityError, transaction

from directives import escalations, keepers
from directives.escalations import Proposal
from directives.models import Escalation
from organizations.access import Reach
from organizations.acting import current
from organizations.enums import Deed
from organizations.errors import NotAllowed, Refused
from organizations.formats import tidy


def decide(item: Proposal, released: bool, words: str, *, own: Reach, today: date) -> Escalation:
    """Record that what was proposed goes to the superior, or does not, inside ``acting``; ``words`` say why."""
    if not keepers.covers(own, Deed.ESCALATE, item.unit):
        raise NotAllowed(f"Vai trò của đồng chí không có quyền “{Deed.ESCALATE.label}” tại tổ chức này.")
    if not tidy(words):
        raise Refused("Hãy ghi lý do, để cấp trên hoặc người xem lại biết vì sao.")
    to = escalations.superior(item.asked.obligation, today) if released else None
    said = {"on": today, "words": tidy(words), "reminders": item.reminders, "by": current().by}
    try:
        with transaction.atomic():
            return Escalation.objects.create(**item.asked.key, unit=item.unit, released=released, to=to, **said)
    except IntegrityError as error:
        raise Refused("Việc này vừa được người khác duyệt; hãy tải lại trang.") from error
