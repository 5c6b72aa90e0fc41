"""What waits for the superior's word in a round, each with what must be looked at before it is accepted."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from organizations.models import User
from reports.models import Adjustment, ConfirmedFigure
from reports.rounds import late, standing
from reports.rounds.figures import BY_KEY
from reports.rounds.late import LateChange
from reports.rounds.standing import Standing, State


@dataclass(frozen=True)
class Waiting:
    """A confirmation that waits: its numbers, what the organisation said, what changed since, which adjustments it took up."""

    stands: Standing
    figures: tuple[ConfirmedFigure, ...]
    said: tuple[str, ...]
    changes: tuple[LateChange, ...]
    adjustments: tuple[Adjustment, ...]
    is_own: bool

    @property
    def key(self) -> str:
        """The organisation with the confirmation that was seen: a further confirmation is another choice."""
        return f"{self.stands.place.unit.code}:{self.stands.key}"

    @property
    def may_be_accepted(self) -> bool:
        """Say whether it can be accepted at all: not what moved since, nor what the person confirmed themselves."""
        return not (self.changes or self.is_own)

    @property
    def is_again(self) -> bool:
        """Say whether something was returned or confirmed before."""
        return self.stands.confirmed.number > 1

    @property
    def is_plain(self) -> bool:
        """Say whether nothing of it must be looked at first."""
        return self.may_be_accepted and not (self.said or self.adjustments or self.is_again)


def waiting(stands: Sequence[Standing], viewer: User) -> list[Waiting]:
    """Return the confirmations that wait among ``stands``, in their order, in the same queries for any number of them."""
    found = [each for each in stands if each.state == State.CONFIRMED]
    changes = _by_confirmation(late.since(standing.confirmations(found)))
    figures = _figures(found)
    adjustments = defaultdict(list)
    for row in Adjustment.objects.filter(confirmation__in=[each.key for each in found]):
        adjustments[row.confirmation_id].append(row)
    return [
        Waiting(
            each,
            tuple(row for row in figures[each.key] if row.value),
            tuple(_said(each, figures[each.key])),
            tuple(changes[each.key]),
            tuple(adjustments[each.key]),
            each.confirmed.by == viewer,
        )
        for each in found
    ]


def _by_confirmation(changes: Sequence[LateChange]) -> dict[int, list[LateChange]]:
    found = defaultdict(list)
    for each in changes:
        found[each.of.pk].append(each)
    return found


def _figures(found: Sequence[Standing]) -> dict[int, list[ConfirmedFigure]]:
    """The numbers that are not nought, and those of which something was said."""
    rows = ConfirmedFigure.objects.filter(
        Q(value__gt=0) | ~Q(comment=""), confirmation__in=[each.key for each in found]
    )
    by_confirmation = defaultdict(list)
    for row in rows.defer("members").order_by("confirmation", "order"):
        by_confirmation[row.confirmation_id].append(row)
    return by_confirmation


def _said(each: Standing, figures: Sequence[ConfirmedFigure]):
    if each.confirmed.comment:
        yield each.confirmed.comment
    yield from (
        f"{BY_KEY[row.key].label if row.key in BY_KEY else row.label}: {row.comment}" for row in figures if row.comment
    )
