"""How units stand to rounds of duties as at a day: what they replied, what the superior said of it, by when it is due now."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from directives import obligations
from directives.enums import RulingKind
from directives.models import Fulfilment, Ruling
from directives.obligations import State
from directives.rounds import Round, has_ended

Key = tuple[int, int | None, int | None, int]


@dataclass(frozen=True)
class Standing:
    """What a unit replied to a round and what became of it.

    ``reviewed_on`` is the day of a review that the unit reported in figures; ``returned`` the last returning of a reply
    before the present one, ``exempt`` what let the unit off.
    """

    asked: Round
    said: Fulfilment | None = None
    reviewed_on: date | None = None
    accepted: Ruling | None = None
    returned: Ruling | None = None
    exempt: Ruling | None = None

    @property
    def on(self) -> date | None:
        """The day on which the unit did it; None where it has not."""
        return self.said.on if self.said else self.reviewed_on

    @property
    def due_on(self) -> date | None:
        """The unit's own term: the new one of a returned reply, else that of the round."""
        return (self.returned.due_on if self.returned else None) or self.asked.due_on

    @property
    def after_due(self) -> bool:
        """Say whether the reply came after the term."""
        return bool(self.on and self.due_on and self.on > self.due_on)

    def state(self, on: date) -> State:
        """Return the state on a day (the one as at which this was read)."""
        if self.on:
            done = State.DONE_LATE if self.after_due else State.DONE
            return State.ACCEPTED if self.accepted else done
        if self.exempt:
            return State.EXEMPT
        if self.returned and not has_ended(self.asked.obligation, on) and not (self.due_on and self.due_on < on):
            return State.RETURNED
        return obligations.state_of(self.asked, on, done=False, due_on=self.due_on)


def standings(asked: Sequence[Round], on: date, units: Iterable[int]) -> dict[tuple[Round, int], Standing]:
    """Return how each of ``units`` (keys) stands to each round, bound or not: three queries for any number of both."""
    keys = list(units)
    said, ruled, reviewed = _said(asked, on, keys), _ruled(asked, on, keys), _reviewed(asked, on, keys)
    found = {}
    for each in asked:
        for unit in keys:
            key = (each.obligation.pk, each.year, each.part, unit)
            found[each, unit] = _standing(each, said.get(key), _review(each, reviewed[unit]), ruled[key])
    return found


def _standing(asked: Round, said: Fulfilment | None, reviewed_on: date | None, ruled: list[Ruling]) -> Standing:
    of_kind = {kind: [each for each in ruled if each.kind == kind] for kind in RulingKind}
    accepted = [each for each in of_kind[RulingKind.ACCEPTED] if said and each.fulfilment_id == said.pk]
    last = {kind: rows[-1] if rows else None for kind, rows in of_kind.items()}
    return Standing(
        asked,
        said,
        None if said else reviewed_on,
        accepted[-1] if accepted else None,
        last[RulingKind.RETURNED],
        last[RulingKind.EXEMPT],
    )


def _said(asked: Sequence[Round], on: date, units: list[int]) -> dict[Key, Fulfilment]:
    duties = {each.obligation.pk for each in asked}
    rows = Fulfilment.ever.filter(obligations.standing(on), obligation__in=duties, unit__in=units)
    found = rows.select_related("by").order_by("pk")
    return {(row.obligation_id, row.year, row.part, row.unit_id): row for row in found}


def _ruled(asked: Sequence[Round], on: date, units: list[int]) -> defaultdict[Key, list[Ruling]]:
    duties = {each.obligation.pk for each in asked}
    found: defaultdict[Key, list[Ruling]] = defaultdict(list)
    rows = Ruling.objects.filter(obligation__in=duties, unit__in=units, on__lte=on)
    for row in rows.select_related("by").order_by("on", "pk"):
        found[row.obligation_id, row.year, row.part, row.unit_id].append(row)
    return found


def _reviewed(asked: Sequence[Round], on: date, units: list[int]) -> defaultdict[int, list[date]]:
    """The days on which units reported a review; asked only where a round is done by one."""
    found: defaultdict[int, list[date]] = defaultdict(list)
    if any(obligations.by_review(each) for each in asked):
        told = obligations.reported_reviews().filter(unit__in=units, day__lte=on)
        for unit, day in told.values_list("unit", "day"):
            found[unit].append(day)
    return found


def _review(asked: Round, days: list[date]) -> date | None:
    if not obligations.by_review(asked):
        return None
    return min((day for day in days if day >= asked.first_day), default=None)
