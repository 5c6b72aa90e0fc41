"""How many finish classes: those who learn now, places of classes still to come, by what came of earlier classes."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from directives.forecast import errors
from directives.forecast.counting import Expected, Outlook, outlook
from directives.forecast.errors import Missed, Spread


@dataclass(frozen=True)
class Past:
    """A class of the past: places planned, how many learned in it, how many finished; of these so many of the unit.

    ``lag`` are the days from the day for which it was planned to the certificates, ``taught`` those from its first day; None
    for a class that was never held.
    """

    places: int
    learned: int
    finished: int
    of_unit: int
    lag: int | None
    taught: int | None


@dataclass(frozen=True)
class Ahead:
    """A class that is on or still to come: the day it was planned for, its places, who of the unit learns in it.

    ``begun``: the roster is what counts, no place is filled any more. ``shared``: people of other units learn in it too.
    """

    day: int
    places: int
    learning: int
    begun: bool
    shared: bool


def chances(past: Sequence[Past], ahead: Sequence[Ahead], until: int) -> list[tuple[float, int]]:
    """Return chances of a certificate by ``until`` with how many have each: those who learn, and places planned."""
    stays, filled, part = finishing(past), _ratio(past, "finished", "places"), _ratio(past, "of_unit", "finished")
    found = []
    for each in ahead:
        chance = in_time(past, until - each.day)
        planned = round(each.places * (part if each.shared else 1.0))
        if each.begun or each.learning * stays >= planned * filled:
            found.append((stays * chance, each.learning))
        else:
            found.append((min(1.0, filled) * chance, planned))
    return [(chance, people) for chance, people in found if people and chance > 0]


def finishing(past: Sequence[Past]) -> float:
    """Return the share of those who learned that finished."""
    return min(1.0, _ratio(past, "finished", "learned"))


def in_time(past: Sequence[Past], days: int) -> float:
    """Return the chance that a class has issued its certificates so many days after the day for which it was planned."""
    lags = [each.lag for each in past if each.lag is not None]
    return (sum(lag <= days for lag in lags) + 0.5) / (len(lags) + 1) if lags and days >= min(lags) else 0.0


def longest(past: Sequence[Past]) -> int:
    """Return the most days that a class took from its first day to the certificates."""
    return max((each.taught for each in past if each.taught is not None), default=0)


def spread(past: Sequence[Past]) -> Spread:
    """Return how far single classes were off what all of them let expect, one of them as good as a year."""
    filled = _ratio(past, "finished", "places")
    means = [(each.places * filled, each.finished) for each in past]
    chance = max(0.0, 1 - filled)
    return errors.spread(
        Missed(place, Expected(mean, mean * chance, mean), came) for place, (mean, came) in enumerate(means) if mean
    )


def foreseen(past: Sequence[Past], ahead: Sequence[Ahead], until: int, already: int, goal: int | None) -> Outlook:
    """Return how many certificates there will be at the end, with those issued already."""
    how = spread(past)
    return outlook(chances(past, ahead, until), 0.0, already, goal, how.value, how.freedom)


def needed(past: Sequence[Past], gap: float) -> int:
    """Return how many more people have to learn for ``gap`` more certificates."""
    stays = finishing(past)
    return math.ceil(gap / stays - 1e-9) if gap > 0 and stays > 0 else 0


def _ratio(past: Sequence[Past], part: str, whole: str) -> float:
    total = sum(getattr(each, whole) for each in past)
    return sum(getattr(each, part) for each in past) / total if total else 0.0
