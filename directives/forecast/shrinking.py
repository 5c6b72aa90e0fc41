"""Drawing what a unit shows towards its parent: much where it has few cases, little where it has many."""

from collections.abc import Iterable, Sequence

# A unit's pace is drawn to its parent's as if so many cases of the parent's pace had been seen in it, where too few siblings
# exist to tell how much units differ.
PRIOR_CASES = 12.0
LEAST_SIBLINGS = 5
# How much units may differ (variance of their pace); the bounds keep the estimate from running away.
LEAST_VARIANCE, MOST_VARIANCE = 0.01, 0.5


def ratio(observed: float, expected: float, parent: float, prior_cases: float) -> float:
    """Return a unit's ratio of observed to expected, drawn to ``parent`` with the weight of ``prior_cases`` cases."""
    return (observed + prior_cases * parent) / (expected + prior_cases)


def prior_cases(pairs: Iterable[tuple[float, float]]) -> float:
    """Return how many cases the parent's pace weighs, by how much siblings differ: (observed, expected by the parent's pace).

    The variance between siblings is what their ratios vary more than counts do by chance (method of moments).
    """
    known = [(observed, expected) for observed, expected in pairs if expected > 0]
    if len(known) < LEAST_SIBLINGS:
        return PRIOR_CASES
    whole = sum(expected for _, expected in known)
    spread = sum((observed - expected) ** 2 / expected for observed, expected in known) - (len(known) - 1)
    weight = whole - sum(expected**2 for _, expected in known) / whole
    variance = spread / weight if weight > 0 else 0.0
    return 1 / min(MOST_VARIANCE, max(LEAST_VARIANCE, variance))


def shares(seen: Sequence[float], parent: Sequence[float], weight: float) -> list[float]:
    """Return shares that add up to 1: what was seen, with the parent's shares as so many cases more."""
    whole = sum(seen) + weight
    return [(own + weight * above) / whole for own, above in zip(seen, parent, strict=True)]
