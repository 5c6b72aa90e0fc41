"""How the organisations of a round stand as at a day: confirmed, accepted, returned, late, silent."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import QuerySet

from organizations.formats import date_vn, number_vn
from reports.models import AskedUnit, Confirmation, FiguresRuling
from reports.models.round import Word

SOON_DAYS = 3


class State(StrEnum):
    """How an organisation stands to a round; silence confirms nothing."""

    ACCEPTED = "accepted"
    CONFIRMED = "confirmed"
    RETURNED = "returned"
    WAITING = "waiting"
    LATE = "late"
    SILENT = "silent"


WORDS = {
    State.ACCEPTED: "Đã chấp nhận",
    State.CONFIRMED: "Đã xác nhận, chờ chấp nhận",
    State.RETURNED: "Bị trả lại",
    State.WAITING: "Chưa chốt",
    State.LATE: "Chưa chốt, quá hạn",
    State.SILENT: "Không chốt, đợt đã kết thúc",
}
COLOURS = {
    State.ACCEPTED: "done",
    State.CONFIRMED: "waiting",
    State.RETURNED: "soon",
    State.WAITING: "waiting",
    State.LATE: "late",
    State.SILENT: "late",
}
# Of these an organisation's figures are confirmed by itself.
DONE = frozenset({State.ACCEPTED, State.CONFIRMED})
# All others together, where a table is narrowed to them.
UNCONFIRMED = "unconfirmed"
# These may still be confirmed.
OPEN = frozenset({State.CONFIRMED, State.RETURNED, State.WAITING, State.LATE})


@dataclass(frozen=True)
class Standing:
    """An organisation in a round: its last confirmation, the last word about it, the term that holds for it now."""

    place: AskedUnit
    state: State
    due_on: date
    on: date
    confirmed: Confirmation | None = None
    ruled: FiguresRuling | None = None

    @property
    def key(self) -> int:
        """What stands last, for whoever must not overwrite it: 0 where nothing was confirmed."""
        return self.confirmed.pk if self.confirmed else 0

    @property
    def is_late(self) -> bool:
        """Say whether the term that holds now has passed without a confirmation; also the new one after a return."""
        return self.state == State.LATE or (self.state == State.RETURNED and self.due_on < self.on)

    @property
    def colour(self) -> str:
        """The colour of the state, always beside its words."""
        if self.state == State.WAITING and (self.due_on - self.on).days <= SOON_DAYS:
            return "soon"
        return "late" if self.is_late else COLOURS[self.state]

    @property
    def words(self) -> str:
        """The state with its days."""
        words, days = WORDS[self.state], (self.due_on - self.on).days
        if self.state in (State.WAITING, State.RETURNED, State.LATE):
            return f"{words}{_until(self.state, days)}"
        late = (self.confirmed.on - self.due_on).days if self.confirmed else 0
        return f"{words} (xác nhận muộn {number_vn(late)} ngày)" if late > 0 else words

    @property
    def since(self) -> str:
        """Since when it stands so."""
        found = self.ruled or self.confirmed
        return date_vn(found.on) if found else ""


def standings(places: Iterable[AskedUnit], on: date) -> dict[int, Standing]:
    """Return how each place (by key) stands on a day, in two queries; each place must know its round."""
    listed = list(places)
    confirmed = _last(Confirmation.objects.filter(place__in=listed, on__lte=on).select_related("by"), "place_id")
    return _stand(listed, confirmed, _rulings(listed, on), on)


def of_place(place: AskedUnit, on: date) -> Standing:
    """Return how one place stands."""
    return standings([place], on)[place.pk]


def is_wanted(state: State, wanted: str) -> bool:
    """Say whether a state is among those that were asked for: one, those without a confirmation, or any (empty)."""
    return wanted in ("", state) or (wanted == UNCONFIRMED and state not in DONE)


def tally(found: Sequence[Standing]) -> dict[State, int]:
    """Count the organisations by state."""
    return {state: sum(each.state == state for each in found) for state in State}


def confirmations(found: Iterable[Standing]) -> list[Confirmation]:
    """Return what was confirmed last in each of them, each with its place."""
    told = [each for each in found if each.confirmed]
    for each in told:
        each.confirmed.place = each.place
    return [each.confirmed for each in told]


def _until(state: State, days: int) -> str:
    """How far the term is, in days."""
    if days < 0:
        return f" {number_vn(-days)} ngày" if state == State.LATE else f", quá hạn {number_vn(-days)} ngày"
    return f", còn {number_vn(days)} ngày" if days else ", hạn hôm nay"


def _rulings(places: list[AskedUnit], on: date) -> list[FiguresRuling]:
    found = FiguresRuling.objects.filter(confirmation__place__in=places, on__lte=on)
    return list(found.select_related("confirmation", "by", "lock").order_by("pk"))


def _last(rows: QuerySet, name: str) -> dict[int, Confirmation]:
    return {getattr(row, name): row for row in rows.order_by("pk")}


def _stand(
    places: list[AskedUnit], confirmed: dict[int, Confirmation], rulings: list[FiguresRuling], on: date
) -> dict[int, Standing]:
    last = {row.confirmation_id: row for row in rulings}
    terms = {row.confirmation.place_id: row.due_on for row in rulings if row.kind == Word.RETURNED}
    found = {}
    for place in places:
        said = confirmed.get(place.pk)
        ruled = last.get(said.pk) if said else None
        due = terms.get(place.pk) or place.round.due_on
        found[place.pk] = Standing(place, _state(place, said, ruled, due, on), due, on, said, ruled)
    return found


def _state(place: AskedUnit, said: Confirmation | None, ruled: FiguresRuling | None, due: date, on: date) -> State:
    if ruled and ruled.kind == Word.ACCEPTED:
        return State.ACCEPTED
    ended = place.round.ended_on
    if ended and ended <= on and not (said and ruled is None):
        return State.SILENT
    if said:
        return State.RETURNED if ruled else State.CONFIRMED
    return State.LATE if due < on else State.WAITING
