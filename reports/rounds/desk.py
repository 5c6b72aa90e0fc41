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

# So many organisations of one round stand on a desk by name.
MOST_LINES = 5
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
    """A line for each organisation; many of one round, for which somebody above confirms by paper, in one line."""
    open_ones = [each for each in stands if each.state in TO_CONFIRM]
    theirs = set(own.nearest_units(Deed.CONFIRM_FIGURES).values_list("pk", flat=True)) if open_ones else set()
    for found in _by_round(each for each in open_ones if each.place.unit_id in theirs).values():
        yield from (_to_confirm(each) for each in found) if len(found) <= MOST_LINES else [_many(found)]


def _to_confirm(each: Standing) -> Line:
    words = f"Xác nhận số liệu {_period(each)} của {each.place.name}, hạn {date_vn(each.due_on)}"
    href = reverse("reports:round_place", args=[each.place.round_id, each.place.unit.code])
    return Line(words, each.words, each.colour, href)


def _many(found: list[Standing]) -> Line:
    count, late = number_vn(len(found)), sum(each.is_late for each in found)
    words = f"Chốt số liệu {_period(found[0])}: chưa chốt, xác nhận thay khi tổ chức đã gửi giấy tờ"
    told = f"{count} tổ chức" + (f", {number_vn(late)} quá hạn" if late else "")
    return Line(words, told, "late" if late else "waiting", reverse("reports:round", args=[found[0].place.round_id]))


def _by_round(stands: Iterable[Standing]) -> dict[int, list[Standing]]:
    by_round: dict[int, list[Standing]] = {}
    for each in stands:
        by_round.setdefault(each.place.round_id, []).append(each)
    return by_round


def _judged(own: Reach, stands: Iterable[Standing]) -> Iterable[Line]:
    """Lines for each round: confirmations that wait for a word, organisations past their term, also past a new one."""
    for pk, found in _by_round(each for each in stands if reached.may_judge(own, each.place.round)).items():
        href, late = reverse("reports:round", args=[pk]), [each for each in found if each.is_late]
        for state, words, those in (
            (State.CONFIRMED, "chờ chấp nhận", found),
            (State.LATE, "quá hạn chưa chốt", late),
            (State.RETURNED, "bị trả lại, quá hạn chưa xác nhận lại", late),
        ):
            if count := sum(each.state == state for each in those):
                colour = "waiting" if state == State.CONFIRMED else "late"
                told = f"{number_vn(count)} tổ chức"
                to = (
                    reverse("reports:round_accept", args=[pk])
                    if state == State.CONFIRMED
                    else f"{href}?tinh_trang={state}"
                )
                yield Line(f"Chốt số liệu {_period(found[0])}: {words}", told, colour, to)


def _period(each: Standing) -> str:
    return period_words(figures.period(each.place.round))
