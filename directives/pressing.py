"""What presses somebody who follows duties: replies to accept, late units, what waits to go up or came up; a line each."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from directives import escalations, following, judging
from directives.following import Column
from organizations.access import Reach
from organizations.enums import Deed

# So many duties with late units are named; the others are on the pages of their documents.
NAMED = 3
SHORT = 60


@dataclass(frozen=True)
class Line:
    """A line of the desk: its words, how many, its colour, its address."""

    words: str
    count: int
    state: str
    href: str


def lines(own: Reach, on: date) -> list[Line]:
    """Return the lines that count anybody, the most pressing first; none for whoever follows no duty and releases nothing."""
    found = [*_upwards(own, on)]
    if own.grants(Deed.KEEP_DOCUMENTS):
        waiting = judging.waiting(own, on).count()
        found.append(Line("Trả lời chờ chấp nhận", waiting, "waiting", reverse("directives:to_accept")))
        found += [_late(each) for each in following.followed(own, on)[:NAMED]]
    return [each for each in found if each.count]


def _upwards(own: Reach, on: date) -> list[Line]:
    """What waits to be released, and what was put before this person."""
    page, found = reverse("directives:escalations"), []
    if own.grants(Deed.ESCALATE):
        proposed = len(escalations.proposals(own, on))
        found.append(Line("Việc vượt hạn chờ duyệt báo cáo cấp trên", proposed, "late", page))
    if own.grants(Deed.ESCALATE) or own.grants(Deed.KEEP_DOCUMENTS):
        came_up = len(escalations.released(own, on))
        found.append(Line("Việc vượt hạn cấp dưới báo cáo", came_up, "late", page))
    return found


def _late(column: Column) -> Line:
    asked = column.asked
    words = asked.obligation.words
    short = words if len(words) <= SHORT else f"{words[:SHORT].rsplit(' ', 1)[0]}…"
    page = reverse("directives:obligation", args=[asked.obligation.directive_id, asked.obligation.pk])
    query = f"{asked.query}&loc=qua-han" if asked.year else "?loc=qua-han"
    return Line(f"Quá hạn: {short}", column.tally.late, "late", page + query)
