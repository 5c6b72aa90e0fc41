"""Invented ways through the stages in 2015: nobody was followed before, so each begins with the year's first sources."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from candidates.enums import ExitReason, Stage
from reports.demo.lives import Life, working_day

Span = tuple[date, date]
Steps = list[tuple[Stage, date]]
FIRST_DAY, LAST_DAY = date(2015, 1, 12), date(2015, 12, 31)
# Last days of the two awareness classes.
SPRING_CLASS, AUTUMN_CLASS = date(2015, 4, 24), date(2015, 9, 25)


@dataclass(frozen=True)
class Pace:
    """The way of those who went to one of the classes: between which days a step was made, or how many days after the last."""

    source: Span
    sympathiser: Span
    trained: date
    preparing: Span
    to_proposed: tuple[int, int]
    to_decided: tuple[int, int]
    to_held: tuple[int, int]


SPRING = Pace(
    (FIRST_DAY, date(2015, 2, 20)), (date(2015, 3, 2), date(2015, 4, 10)), SPRING_CLASS,
    (date(2015, 5, 11), date(2015, 6, 30)), (25, 60), (20, 45), (8, 30),
)  # fmt: skip
AUTUMN = Pace(
    (date(2015, 4, 1), date(2015, 6, 30)), (date(2015, 7, 6), date(2015, 8, 31)), AUTUMN_CLASS,
    (date(2015, 10, 5), date(2015, 10, 16)), (12, 20), (14, 22), (7, 15),
)  # fmt: skip
ADMITTED = ((SPRING, 26), (AUTUMN, 15))
# How many people wait in a stage at the end of the year, and between which days they reached it.
WAITING = {
    Stage.SOURCE: (44, (FIRST_DAY, date(2015, 12, 21))),
    Stage.SYMPATHISER: (30, (date(2015, 3, 2), date(2015, 12, 18))),
    Stage.PREPARING: (14, (date(2015, 10, 12), date(2015, 12, 18))),
    Stage.PROPOSED: (10, (date(2015, 11, 9), date(2015, 12, 23))),
    Stage.DECIDED: (4, (date(2015, 11, 30), date(2015, 12, 22))),
}
WAITING_TRAINED = ((SPRING, 9), (AUTUMN, 15))
LEAVING = ((Stage.SOURCE, 4), (Stage.SYMPATHISER, 5), (Stage.TRAINED, 2))
_REASONS = (ExitReason.WISH, ExitReason.STANDARD, ExitReason.LEFT, ExitReason.LEFT, ExitReason.POLITICAL)
# Decided in the last days of the year: the ceremony falls into the next one (reports-outline.md, situation 8).
DECIDED_LAST = date(2015, 12, 28)
STRUCK_OFF_ON = date(2015, 12, 10)


def all_lives(random: Random) -> list[Life]:
    """Return every life of the story."""
    admitted = [_admitted(random, pace) for pace, count in ADMITTED for _ in range(count)]
    trained = [Life(tuple(_trained(random, pace))) for pace, count in WAITING_TRAINED for _ in range(count)]
    waiting = [_waiting(random, stage, span) for stage, (count, span) in WAITING.items() for _ in range(count)]
    left = [_left(random, stage) for stage, count in LEAVING for _ in range(count)]
    return [*admitted, struck_off(random), *waiting, *trained, *left]


def decided_last(random: Random) -> Life:
    """Somebody whose decision was signed on 28-12 and has not come to the cell; no ceremony was held."""
    return Life((*_way_to(random, Stage.DECIDED), (Stage.DECIDED, DECIDED_LAST)))


def struck_off(random: Random) -> Life:
    """A probationary member who was struck off; as admitted they stay counted (reports-outline.md, situation 12)."""
    held = _admitted(random, SPRING)
    return Life((*held.steps, (Stage.STRUCK_OFF, STRUCK_OFF_ON)), held.received_on)


def _admitted(random: Random, pace: Pace) -> Life:
    steps = _trained(random, pace)
    steps.append((Stage.PREPARING, _between(random, *pace.preparing)))
    steps.append((Stage.PROPOSED, _after(random, steps, pace.to_proposed)))
    steps.append((Stage.DECIDED, _after(random, steps, pace.to_decided)))
    received = working_day(steps[-1][1] + timedelta(days=pace.to_held[0] - 3))
    steps.append((Stage.ADMITTED, _after(random, steps, pace.to_held)))
    return Life(tuple(steps), received)


def _trained(random: Random, pace: Pace) -> Steps:
    begun = (Stage.SOURCE, _between(random, *pace.source))
    return [begun, (Stage.SYMPATHISER, _between(random, *pace.sympathiser)), (Stage.TRAINED, pace.trained)]


def _waiting(random: Random, stage: Stage, span: Span) -> Life:
    reached = _between(random, *span)
    received = working_day(min(reached + timedelta(days=5), LAST_DAY)) if stage == Stage.DECIDED else None
    return Life((*_way_to(random, stage, reached), (stage, reached)), received)


def _way_to(random: Random, stage: Stage, reached: date = LAST_DAY) -> Steps:
    """The steps before ``stage``; those who reached it late in the year went to the autumn class."""
    if stage == Stage.SOURCE:
        return []
    if stage == Stage.SYMPATHISER:
        return [(Stage.SOURCE, max(FIRST_DAY, working_day(reached - timedelta(days=random.randint(20, 90)))))]
    steps = _trained(random, AUTUMN)
    if stage in (Stage.PROPOSED, Stage.DECIDED):
        steps.append((Stage.PREPARING, _between(random, *AUTUMN.preparing)))
    if stage == Stage.DECIDED:
        steps.append((Stage.PROPOSED, _after(random, steps, AUTUMN.to_proposed)))
    return steps


def _left(random: Random, stage: Stage) -> Life:
    """Somebody taken off the list from ``stage``, after having stood in it for some time."""
    steps = _trained(random, SPRING)[: [Stage.SOURCE, Stage.SYMPATHISER, Stage.TRAINED].index(stage) + 1]
    steps.append((Stage.REMOVED, _after(random, steps, (60, 200))))
    return Life(tuple(steps), None, random.choice(_REASONS))


def _after(random: Random, steps: Steps, days: tuple[int, int]) -> date:
    return working_day(steps[-1][1] + timedelta(days=random.randint(*days)))


def _between(random: Random, first: date, last: date) -> date:
    return max(first, working_day(first + timedelta(days=random.randint(0, (last - first).days))))
