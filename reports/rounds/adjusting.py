"""Late changes of figures accepted earlier that no later confirmation has taken up: the adjustments of the next round."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from reports.models import Adjustment, AskedUnit, Confirmation
from reports.rounds import late, standing
from reports.rounds.late import Differences, LateChange
from reports.rounds.standing import Standing, State


def due(place: AskedUnit, on: date) -> list[LateChange]:
    """Return the adjustments that a place takes up when it confirms now."""
    earlier = accepted_before(place, on)
    return late.grouped(earlier, _left(late.differences(earlier), earlier)) if earlier else []


def untold(confirmed: Confirmation, found: Sequence[LateChange]) -> bool:
    """Say whether adjustments that are due (``found``) are others than those that a confirmation took up."""
    told = set(confirmed.adjustments.values_list("of_id", "key", "code", "is_in"))
    return told != {(each.of.pk, move.key, each.code, move.is_in) for each in found for move in each.moves}


def accepted_before(place: AskedUnit, on: date) -> list[Confirmation]:
    """Return the accepted confirmations of the same organisation for periods that ended before."""
    found = AskedUnit.objects.filter(unit=place.unit_id, round__void=False, round__last_day__lt=place.round.last_day)
    return accepted(list(found.select_related("round__unit", "unit").order_by("round__last_day", "pk")), on)


def accepted(places: Sequence[AskedUnit], on: date) -> list[Confirmation]:
    """Return the confirmations of places that stand accepted, each with its place."""
    return of_standings(standing.standings(places, on).values()) if places else []


def of_standings(stands: Iterable[Standing]) -> list[Confirmation]:
    """Return the confirmations that stand accepted, each with its place."""
    return standing.confirmations(each for each in stands if each.state == State.ACCEPTED)


def _left(found: Differences, earlier: Sequence[Confirmation]) -> Differences:
    """What is left of differences after those that accepted confirmations took up; what was reversed since comes back."""
    left: dict[tuple[int, str, str], int] = defaultdict(int, found)
    for row in Adjustment.objects.filter(of__in=earlier, confirmation__in=earlier):
        left[row.of_id, row.key, row.code] -= 1 if row.is_in else -1
    return {key: sign for key, sign in left.items() if sign}
