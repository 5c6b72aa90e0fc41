"""From the chances of single people to how many there will be: a distribution with a middle, bounds and a chance of the goal."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

_NORMAL = NormalDist()
# Years of which the whole pace may differ, as evenly likely cases; and the bounds of the interval.
CASES = 41
LOW, HIGH = 0.1, 0.9


@dataclass(frozen=True)
class Expected:
    """How many are expected: mean, its variance by chance alone, and how fast the mean moves with the whole pace."""

    mean: float
    variance: float
    slope: float


@dataclass(frozen=True)
class Outlook:
    """How many there will be at the end: the middle, the bounds of the 80 % interval, the mean, the chance of the goal."""

    low: int
    mid: int
    high: int
    mean: float
    probability: float | None


def expected(chances: Sequence[tuple[float, int]], more: float) -> Expected:
    """Sum chances, each with how many people have it, and ``more`` people who are expected but not there yet."""
    mean = sum(chance * people for chance, people in chances) + more
    variance = sum(chance * (1 - chance) * people for chance, people in chances) + more
    slope = sum(-(1 - chance) * math.log1p(-chance) * people for chance, people in chances if chance < 1) + more
    return Expected(mean, variance, slope)


def outlook(
    chances: Sequence[tuple[float, int]], more: float, already: int, goal: int | None, spread: float, freedom: float
) -> Outlook:
    """Mix the counts of people over how much the whole pace may differ: ``spread`` on the log scale, with so much ``freedom``."""
    cases = [_at_pace(chances, more, factor) for factor in _factors(spread, freedom)]
    cumulative = _Mixture(cases)
    probability = None if goal is None else cumulative.at_least(goal - already)
    low, mid, high = (already + cumulative.quantile(share) for share in (LOW, 0.5, HIGH))
    return Outlook(low, mid, high, already + cumulative.mean, probability)


def _at_pace(chances: Sequence[tuple[float, int]], more: float, factor: float) -> tuple[float, float, int]:
    """Mean, variance and greatest count where everybody's hazard is multiplied."""
    mean, variance, people = more * factor, more * factor, 0
    for chance, count in chances:
        faster = 1 - (1 - chance) ** factor if chance < 1 else 1.0
        mean += faster * count
        variance += faster * (1 - faster) * count
        people += count
    return mean, variance, people


def _factors(spread: float, freedom: float) -> list[float]:
    return [math.exp(spread * _student((place + 0.5) / CASES, freedom)) for place in range(CASES)]


def _student(share: float, freedom: float) -> float:
    """The quantile of Student's t by its series in 1/freedom (Cornish and Fisher)."""
    z = _NORMAL.inv_cdf(share)
    return z + (z**3 + z) / (4 * freedom) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)


class _Mixture:
    """Evenly likely cases, each a count with a mean and a variance: binomial where the variance is smaller than the mean."""

    def __init__(self, cases: Sequence[tuple[float, float, int]]) -> None:
        self.mean = sum(mean for mean, _, _ in cases) / len(cases)
        self._tables = [_table(mean, variance) for mean, variance, _ in cases]

    def at_least(self, count: int) -> float:
        """The chance of so many or more."""
        return 1.0 if count <= 0 else 1 - self.at_most(count - 1)

    def at_most(self, count: int) -> float:
        """The chance of so many or fewer."""
        return sum(_looked_up(table, count) for table in self._tables) / len(self._tables)

    def quantile(self, share: float) -> int:
        """The smallest count that is not exceeded with at least this chance."""
        low, high = 0, max(len(table[1]) + table[0] for table in self._tables)
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if self.at_most(middle) >= share else (middle + 1, high)
        return low


def _table(mean: float, variance: float) -> tuple[int, list[float]]:
    """Cumulative chances of a binomial (or, for its limit, Poisson) count with this mean and variance: first count, chances."""
    if mean <= 0:
        return 0, [1.0]
    chance = max(1e-9, 1 - variance / mean)
    people = max(1, round(mean / chance))
    chance = min(1 - 1e-12, mean / people)
    wide = 8 * math.sqrt(mean * (1 - chance)) + 8
    first, last = max(0, int(mean - wide)), min(people, int(mean + wide))
    base = math.lgamma(people + 1)
    rows, total = [], 0.0
    for count in range(first, last + 1):
        log = base - math.lgamma(count + 1) - math.lgamma(people - count + 1)
        total += math.exp(log + count * math.log(chance) + (people - count) * math.log1p(-chance))
        rows.append(total)
    return first, [min(1.0, each / total) for each in rows]


def _looked_up(table: tuple[int, list[float]], count: int) -> float:
    first, rows = table
    if count < first:
        return 0.0
    return rows[min(count - first, len(rows) - 1)]
