"""What was observed: for how long a candidate stood in a stage, and what ended it. Nothing after the day one looks from."""

from collections.abc import Iterable
from typing import NamedTuple

WEEK = 7
# What ended a spell, beside the number of a stage further on: the way was left, or something that tells nothing of either.
LOST, CUT = -1, -2


class Spell(NamedTuple):
    """A candidate of ``cell`` stood in ``stage`` from the day ``entered`` up to ``left``; ``left`` is None while it lasts.

    ``rests_until`` is the day before which a spell that lasts cannot end, because the dossier waits beside its stage.
    """

    cell: int
    stage: int
    entered: int
    left: int | None
    to: int | None
    rests_until: int = 0

    def weeks(self, on: int) -> int:
        """Whole weeks, rounded, that the spell lasted, or had lasted at the end of the day ``on``."""
        return ((on if self.left is None else self.left) - self.entered + WEEK // 2) // WEEK


def as_at(spells: Iterable[Spell], on: int) -> list[Spell]:
    """Return the spells as they were known at the end of a day: later ones are not there, those that ended later still last."""
    return [_known(each, on) for each in spells if each.entered <= on]


def _known(spell: Spell, on: int) -> Spell:
    if spell.left is None or spell.left <= on:
        return spell
    return spell._replace(left=None, to=None)
