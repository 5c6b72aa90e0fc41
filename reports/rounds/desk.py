"""What rounds put on somebody's desk: figures to confirm, confirmations to judge, organisations that are late."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.urls import reverse

from organizations.access import Reach
from organizations.enums import Deed
from organizations.formats import date_vn, number_vn
from reports.asked import period_words
from reports.models import AskedUnit
from reports.rounds import figures, reached, standing
from reports.rounds.standing import Standing, State

TO_CONFIRM = frozenset({State.WAITING, State.LATE, State.RETURNED})


@dataclass(frozen=True)
class Line:
    """A line of the desk: its words, how it stands or how many organisations, its colour, its address."""

    words: str
    told: str
    state: str
    href: str


def lines(own: Reach, on: date) -> list[Line]:
    """Return what waits for this person; nothing for whoever neither confirms nor judges."""
    confirms, judges = own.grants(Deed.CONFIRM_FIGURES), own.grants(Deed.OPEN_ROUND)
    if not (confirms or judges):
        return []
    found = list(_open(on).filter(_theirs(own, confirms, judges)))
    stands = standing.standings(found, on) if found else {}
    return [*(_own(own, stands.values()) if confirms else ()), *(_judged(own, stands.values()) if judges else ())]


def _open(on: date) -> QuerySet[AskedUnit]:
    ended = Q(round__ended_on__isnull=True) | Q(round__ended_on__gt=on)
    return reached.named(AskedUnit.objects.filter(ended, round__void=False, round__opened_on__lte=on))


def _theirs(own: Reach, confirms: bool, judges: bool) -> Q:
    nearest = Q(unit__in=own.nearest_units(Deed.CONFIRM_FIGURES)) if confirms else Q(pk__in=[])
    return nearest | Q(round__unit__in=own.units(Deed.OPEN_ROUND)) if judges else nearest


def _own(own: Reach, stands: Iterable[Standing]) -> Iterable[Line]:
    open_ones = [each for each in stands if each.state in TO_CONFIRM]
    theirs = set(own.nearest_units(Deed.CONFIRM_FIGURES).values_list("pk", flat=True)) if open_ones else set()
    for each in open_ones:
        if each.place.unit_id in theirs:
            words = f"Xác nhận số liệu {_period(each)} của {each.place.name}, hạn {date_vn(each.due_on)}"
            href = reverse("reports:round_place", args=[each.place.round_id, each.place.unit.code])
            yield Line(words, each.words, each.colour, href)


def _judged(own: Reach, stands: Iterable[Standing]) -> Iterable[Line]:
    """Two lines for each round: confirmations that wait for a word, organisations past their term."""
    by_round: dict[int, list[Standing]] = {}
    for each in stands:
        if reached.may_judge(own, each.place.round):
            by_round.setdefault(each.place.round_id, []).append(each)
    for pk, found in by_round.items():
        href, told = reverse("reports:round", args=[pk]), standing.tally(found)
        for state, words in ((State.CONFIRMED, "chờ chấp nhận"), (State.LATE, "quá hạn chưa chốt")):
            if told[state]:
                colour = standing.COLOURS[state]
                count = f"{number_vn(told[state])} tổ chức"
                yield Line(f"Chốt số liệu {_period(found[0])}: {words}", count, colour, f"{href}?tinh_trang={state}")


def _period(each: Standing) -> str:
    return period_words(figures.period(each.place.round))
