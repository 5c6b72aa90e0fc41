"""What a report says of rounds on its control slip: who has not confirmed, which share that is, what changed since."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Exists, OuterRef
from django.urls import reverse

from candidates import statistics
from candidates.statistics import Cell
from organizations import tree
from organizations.formats import number_vn, percent_vn, percentage
from organizations.models import Unit, UnitAncestry
from organizations.models.dated import valid_on
from organizations.periods import Period
from reports.asked import Asked, period_words
from reports.links import behind
from reports.models import AskedUnit
from reports.rounds import adjusting, figures, late, reached, standing
from reports.rounds.figures import ADMITTED, BY_KEY
from reports.rounds.late import LateChange
from reports.rounds.standing import State

# More organisations than these do not fit into the address of a list.
MOST_IN_ADDRESS = 100


@dataclass(frozen=True)
class Door:
    """The organisations of one kind in one round: its words, the address of its table narrowed to them."""

    words: str
    href: str


@dataclass(frozen=True)
class Unconfirmed:
    """Organisations in and under a unit whose figures of a period nobody accepted, by name, and their share of the whole.

    ``silent`` confirmed nothing or was returned, ``unjudged`` waits for the superior, ``unasked`` stands in no round;
    ``missing`` of the ``whole`` were admitted in organisations that are silent or unasked, as counted now;
    ``missing_list`` and ``whole_list`` are the addresses of these people, ``doors`` lead into the rounds.
    """

    period: Period
    doors: tuple[Door, ...]
    asked: int
    silent: tuple[str, ...]
    unjudged: tuple[str, ...]
    unasked: tuple[str, ...]
    missing: int
    whole: int
    missing_list: str
    whole_list: str

    @property
    def share(self) -> Decimal | None:
        """The share in percent of what is counted; None where nobody was admitted."""
        return percentage(self.missing, self.whole)

    @property
    def is_whole(self) -> bool:
        """Say whether everybody confirmed and was accepted."""
        return not (self.silent or self.unjudged or self.unasked)

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the slip: each kind by name, then the share."""
        head, bodies = f"Chốt số liệu {period_words(self.period)}", number_vn(self.asked)
        named = (
            f"{head}: {number_vn(len(names))}/{bodies} tổ chức cơ sở đảng {words}: {'; '.join(names)}."
            for words, names in self._kinds
            if names
        )
        return (*named, *((self.share_words,) if self.silent or self.unasked else ()))

    @property
    def summary(self) -> str:
        """The same for the page, without names: how many of each kind, and the share."""
        kinds = ", ".join(f"{number_vn(len(names))} {words}" for words, names in self._kinds if names)
        share = f" {self.share_words}" if self.silent or self.unasked else ""
        return f"Chốt số liệu {period_words(self.period)}, {number_vn(self.asked)} tổ chức cơ sở đảng: {kinds}.{share}"

    @property
    def share_words(self) -> str:
        """How many of those who were admitted stand in organisations that have not confirmed."""
        share = f", bằng {percent_vn(self.share)}" if self.share is not None else ""
        return (
            f"Số kết nạp {period_words(self.period)} ở các tổ chức chưa chốt, theo hồ sơ hiện có: {number_vn(self.missing)}/"
            f"{number_vn(self.whole)} người{share}."
        )

    @property
    def _kinds(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return (
            ("chưa chốt", self.silent),
            ("đã xác nhận, cấp trên chưa chấp nhận", self.unjudged),
            ("không có trong đợt chốt nào", self.unasked),
        )


@dataclass(frozen=True)
class Closed:
    """What rounds say of the period of a report: who has not confirmed, and which accepted figures changed since.

    Both are empty where no round touches the period.
    """

    gaps: tuple[Unconfirmed, ...]
    adjusted: tuple[str, ...]

    @property
    def notes(self) -> tuple[str, ...]:
        """The lines of the control slip."""
        return (*(line for gap in self.gaps for line in gap.lines), *self.adjusted)


def of(asked: Asked) -> Closed:
    """Return what rounds say of a report: of its very period, else of each period within it that was closed."""
    places = _places(asked)
    by_period: dict[Period, list[AskedUnit]] = {}
    for each in places:
        by_period.setdefault(figures.period(each.round), []).append(each)
    within = [asked.period] if asked.period in by_period else sorted(_inside(asked.period, by_period), key=_in_order)
    found = (_unconfirmed(asked, period, by_period[period]) for period in within)
    return Closed(tuple(each for each in found if not each.is_whole), tuple(_adjusted(places)))


def _inside(whole: Period, periods: Iterable[Period]) -> Iterator[Period]:
    return (each for each in periods if whole.start <= each.start and each.last_day <= whole.last_day)


def _in_order(period: Period) -> tuple[date, date]:
    return period.start, period.last_day


def _places(asked: Asked) -> list[AskedUnit]:
    """The organisations of the report that rounds ask, for its period, for parts of it, and for what ended just before."""
    within = (asked.period.start - timedelta(days=1), asked.period.last_day)
    # As each round asked them: whoever ended since was silent, too.
    days = valid_on(OuterRef("round__as_at"))
    below = UnitAncestry.objects.filter(days, unit=OuterRef("unit"), ancestor=asked.unit)
    found = AskedUnit.objects.filter(Exists(below), round__void=False, round__last_day__range=within)
    return list(reached.named(found))


def _unconfirmed(asked: Asked, period: Period, places: Sequence[AskedUnit]) -> Unconfirmed:
    # What was said later of a period counts for its report, too.
    stands = standing.standings(places, date.max)
    silent = [each.place for each in stands.values() if each.state not in standing.DONE]
    unjudged = [each.place for each in stands.values() if each.state == State.CONFIRMED]
    bodies = list(tree.grassroots(asked.unit, period.last_day))
    there = {place.unit_id for place in places}
    unasked = [each for each in bodies if each.unit_id not in there]
    whole, missing = _cells(replace(asked, period=period), tuple(each.unit for each in (*silent, *unasked)))
    return Unconfirmed(
        period,
        (*_doors(silent, "chưa chốt", standing.UNCONFIRMED), *_doors(unjudged, "chờ chấp nhận", State.CONFIRMED)),
        len(there | {each.unit_id for each in bodies}),
        tuple(_name(place) for place in silent),
        tuple(_name(place) for place in unjudged),
        tuple(each.name for each in unasked),
        statistics.count(missing) if missing else 0,
        statistics.count(whole),
        behind(missing) if missing and len(missing.units) <= MOST_IN_ADDRESS else "",
        behind(whole),
    )


def _cells(asked: Asked, units: tuple[Unit, ...]) -> tuple[Cell, Cell | None]:
    """Who was admitted in the unit of a report, and in some organisations under it; None for none of them."""
    admitted = BY_KEY[ADMITTED].people
    return admitted.cell(asked), admitted.cell(asked, units) if units else None


def _doors(places: Sequence[AskedUnit], words: str, state: str) -> Iterator[Door]:
    """A door into each round of some organisations that are alike in it."""
    for each in {place.round_id: place for place in places}.values():
        by = each.asked_by or each.round.unit.code
        yield Door(
            f"{words} trong đợt chốt của {by}", f"{reverse('reports:round', args=[each.round_id])}?tinh_trang={state}"
        )


def _adjusted(places: Sequence[AskedUnit]) -> Iterator[str]:
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
