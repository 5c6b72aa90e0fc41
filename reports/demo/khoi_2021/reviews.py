"""What grassroots organisations reported of their sources at each half-year, and how many they expected to admit."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

from organizations.enums import STUCK_FIGURES, FigureKind
from organizations.models import Figure
from reports.demo import units
from reports.demo.khoi_2021 import bodies
from reports.demo.khoi_2021.tree import Body
from reports.demo.lives import working_day

SOURCE = "Báo cáo rà soát nguồn (số liệu minh họa)"
# Day of the review, first and last day on which it was reported in time, last day of those who were late.
REVIEWS = (
    (date(2020, 12, 31), date(2021, 1, 4), date(2021, 1, 15), date(2021, 3, 12)),
    (date(2021, 6, 30), date(2021, 6, 30), date(2021, 6, 30), date(2021, 7, 23)),
)
# Every so many-th organisation was silent, every so many-th late; the places differ from review to review.
SILENT_EVERY, LATE_EVERY = 12, 7
# Quarter, and the days between which it was said; some of them lie after the day from which the story is seen.
EXPECTED = (
    (date(2021, 6, 30), date(2021, 4, 5), date(2021, 4, 29)),
    (date(2021, 9, 30), date(2021, 5, 10), date(2021, 6, 18)),
    (date(2021, 12, 31), date(2021, 5, 10), date(2021, 6, 18)),
)
_STUCK_SHARES = (0.06, 0.4, 0.14, 0.4)


def declare(random: Random, found: Sequence[Body]) -> None:
    """Record the reviews of both half-years and the expectations."""
    rows = [row for each in REVIEWS for row in _review(random, found, *each)]
    rows += [row for place, body in enumerate(found) for row in _expected(random, place, body)]
    Figure.objects.bulk_create(rows)


def _review(random: Random, found: Sequence[Body], on: date, first: date, last: date, latest: date) -> Iterator[Figure]:
    for place, body in enumerate(found, start=on.month):
        values = _values(random, body)
        late = place % LATE_EVERY == 0
        said_on = _between(random, last + timedelta(days=1), latest) if late else _between(random, first, last)
        if place % SILENT_EVERY:
            yield from units.figures(body.unit, on, values, f"Cấp ủy {body.name}", SOURCE, said_on)


def _values(random: Random, body: Body) -> dict[FigureKind, int]:
    """People outside the Party, what stands in their way; never more parts than the whole."""
    people = max(1, round(body.weight * random.uniform(0.3, 0.6)))
    has_sources = body.name not in bodies.WITHOUT_SOURCES
    qualified = round(people * random.uniform(0.12, 0.28)) if has_sources else 0
    stuck = people - qualified if has_sources else 0
    shares = [int(stuck * share * random.uniform(0.7, 1)) for share in _STUCK_SHARES]
    values = {FigureKind.NON_PARTY: people, FigureKind.UNION_MEMBERS: int(people * random.uniform(0.2, 0.6))}
    return values | {FigureKind.QUALIFIED: qualified} | dict(zip(STUCK_FIGURES, shares, strict=True))


def _expected(random: Random, place: int, body: Body) -> Iterator[Figure]:
    said_on = [_between(random, first, last) for _, first, last in EXPECTED]
    said_on[2] = said_on[1]  # the last two quarters are one report
    for (quarter, *_), day in zip(EXPECTED, said_on, strict=True):
        value = 0 if body.name in bodies.WITHOUT_SOURCES else round(body.weight / 90 + random.random() * 0.9)
        if place % SILENT_EVERY != 5:
            values = {FigureKind.EXPECTED: value}
            yield from units.figures(body.unit, quarter, values, f"Cấp ủy {body.name}", SOURCE, day)


def _between(random: Random, first: date, last: date) -> date:
    return max(first, working_day(first + timedelta(days=random.randint(0, (last - first).days))))
