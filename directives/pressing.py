"""What presses somebody who follows duties: replies to accept, late units, what waits to go up or came up; a line each."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse

from directives import deliveries, escalations, following, judging, obligations, register
from directives.following import Column
from directives.models import Directive
from organizations.access import Reach
from organizations.enums import Deed

# So many duties with late units are named; the others are on the pages of their documents.
NAMED = 3
# A document is asked about for so long, and so many of the newest are looked at.
RECENT, ASKED = timedelta(days=183), 12
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
    found += _unreceived(own, on) if own.grants(Deed.MAKE_KNOWN) else []
    return [each for each in found if each.count]


def _unreceived(own: Reach, on: date) -> list[Line]:
    """Documents of the last months that units of the person have not recorded as received; the nearest to the unit says so."""
    lately = Q(document__issued_on__range=(on - RECENT, on), document__valid_until=None)
    known = register.seen(own).filter(lately, addressees__unit__isnull=False, addressees__void=False).distinct()
    newest = known.select_related("document").prefetch_related("addressees").order_by("-document__issued_on", "-pk")
    papers = list(newest[:ASKED])
    counted = zip(papers, deliveries.unreceived(papers, on, own.nearest_units(Deed.MAKE_KNOWN)), strict=True)
    left = [(paper, count) for paper, count in counted if count]
    return [_not_received(paper, count) for paper, count in left[:NAMED]]


def _not_received(paper: Directive, count: int) -> Line:
    page = reverse("directives:deliveries", args=[paper.pk])
    return Line(
        f"Chưa ghi nhận văn bản đến: {paper.document.short}", count, "waiting", f"{page}?loc={obligations.LEFT}"
    )


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
