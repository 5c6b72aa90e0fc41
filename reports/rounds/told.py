"""What a report says of rounds on its control slip: who has not confirmed, which share that is, what changed since."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from candidates import statistics
from organizations import tree
from organizations.formats import number_vn, percent_vn, percentage
from reports.asked import Asked, period_words
from reports.models import AskedUnit
from reports.rounds import adjusting, figures, late, reached, standing
from reports.rounds.figures import ADMITTED, BY_KEY
from reports.rounds.late import LateChange
from reports.rounds.standing import State


@dataclass(frozen=True)
class Unconfirmed:
    """Organisations in and under a unit whose figures of a period nobody accepted, by name, and their share of the whole.

    ``silent`` confirmed nothing or was returned, ``unjudged`` waits for the superior, ``unasked`` stands in no round;
    ``missing`` of the ``whole`` were admitted in organisations that are silent or unasked, as counted now.
    """

    asked: int
    silent: tuple[str, ...]
    unjudged: tuple[str, ...]
    unasked: tuple[str, ...]
    missing: int
    whole: int

    @property
    def share(self) -> Decimal | None:
        """The share in percent of what is counted; None where nobody was admitted."""
        return percentage(self.missing, self.whole)


def notes(asked: Asked) -> Iterator[str]:
    """Yield the lines of the slip; none where no round touches the period."""
    places = _places(asked)
    if told := _unconfirmed(asked, [each for each in places if _is_of(asked, each)]):
        yield from _missing(asked, told)
    yield from _adjusted(asked, places)


def unconfirmed(asked: Asked) -> Unconfirmed | None:
    """Return who has not confirmed the period of a report; None where no round was opened for it."""
    return _unconfirmed(asked, [each for each in _places(asked) if _is_of(asked, each)])


def _places(asked: Asked) -> list[AskedUnit]:
    """The organisations of the report that rounds ask, for its period, for parts of it, and for what ended just before."""
    within = (asked.period.start - timedelta(days=1), asked.period.last_day)
    below = tree.descendants([asked.unit], asked.on)
    found = AskedUnit.objects.filter(round__void=False, round__last_day__range=within, unit__in=below)
    return list(reached.named(found))


def _is_of(asked: Asked, place: AskedUnit) -> bool:
    return figures.period(place.round) == asked.period


def _unconfirmed(asked: Asked, places: Sequence[AskedUnit]) -> Unconfirmed | None:
    if not places:
        return None
    # What was said later of a period counts for its report, too.
    stands = standing.standings(places, date.max)
    silent = [each.place for each in stands.values() if each.state not in standing.DONE]
    unjudged = [each.place for each in stands.values() if each.state == State.CONFIRMED]
    bodies = {each.unit_id: each.name for each in tree.grassroots(asked.unit, asked.on)}
    there = {place.unit_id for place in places}
    unasked = {unit: name for unit, name in bodies.items() if unit not in there}
    cell = BY_KEY[ADMITTED].people.cell(asked)
    counted = statistics.by_unit(cell, [*bodies, *there])
    missing = {place.unit_id for place in silent} | set(unasked)
    return Unconfirmed(
        len(bodies),
        tuple(_name(place) for place in silent),
        tuple(_name(place) for place in unjudged),
        tuple(unasked.values()),
        sum(counted.get(unit, 0) for unit in missing),
        statistics.count(cell),
    )


def _missing(asked: Asked, told: Unconfirmed) -> Iterator[str]:
    period, bodies = period_words(asked.period), number_vn(told.asked)
    for words, names in (
        ("chưa chốt", told.silent),
        ("đã xác nhận, cấp trên chưa chấp nhận", told.unjudged),
        ("không có trong đợt chốt nào", told.unasked),
    ):
        if names:
            yield f"Chốt số liệu {period}: {number_vn(len(names))}/{bodies} tổ chức cơ sở đảng {words}: {'; '.join(names)}."
    if told.silent or told.unasked:
        share = f", bằng {percent_vn(told.share)}" if told.share is not None else ""
        yield (
            f"Số kết nạp {period} ở các tổ chức chưa chốt, theo hồ sơ hiện có: {number_vn(told.missing)}/"
            f"{number_vn(told.whole)} người{share}."
        )


def _adjusted(asked: Asked, places: Sequence[AskedUnit]) -> Iterator[str]:
    """A line for each organisation and round whose accepted figures changed since, by the codes of the dossiers."""
    for each in late.since(adjusting.accepted(places, date.max)):
        place = each.of.place
        yield (
            f"Điều chỉnh số đã chốt {period_words(figures.period(place.round))}, {_name(place)}: "
            f"{', '.join(move.words for move in each.moves)} ({each.code}; {_why(each)})."
        )


def _why(change: LateChange) -> str:
    return change.told.reason or "chưa có lý do"


def _name(place: AskedUnit) -> str:
    return place.name or place.unit.code
