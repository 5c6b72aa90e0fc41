"""How many people of one unit reach the goal in a period: those under way, those who still come, and how sure that is."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from directives.forecast import counting, model
from directives.forecast.counting import Expected, Outlook
from directives.forecast.model import Fitted
from directives.forecast.passing import Passing
from directives.forecast.spells import WEEK, Spell


@dataclass(frozen=True)
class Ahead:
    """What lies ahead of one unit: the chances of those under way with how many have each, and who is expected to come."""

    passing: Passing
    chances: tuple[tuple[float, int], ...]
    coming: float
    under_way: int

    @property
    def expected(self) -> Expected:
        """How many are expected to reach the goal from now on."""
        return counting.expected(self.chances, self.coming)


def ahead(fitted: Fitted, line: Sequence[int], standing: Iterable[Spell], until: int) -> Ahead:
    """Look from the evening of ``fitted.on`` to the evening of ``until``."""
    passing = Passing(model.rates(fitted, line), fitted.on, until)
    chances: Counter[float] = Counter()
    for spell in standing:
        rests = max(0, spell.rests_until - fitted.on) // WEEK
        chances[passing.standing(spell.stage, spell.weeks(fitted.on), rests)] += 1
    coming = sum(
        many * passing.entering(0, day) for day, many in model.beginning(fitted, line[-1], fitted.on + 1, until)
    )
    return Ahead(passing, tuple(sorted(chances.items())), coming, sum(chances.values()))


def outlook(found: Ahead, already: int, goal: int | None, spread: float, freedom: float) -> Outlook:
    """Return how many there will be at the end, with those who reached the goal already."""
    return counting.outlook(found.chances, found.coming, already, goal, spread, freedom)
