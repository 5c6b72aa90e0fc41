"""Invented ways through the stages: dates drawn backwards from the ceremony, or forwards to where somebody stopped."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from candidates.enums import ExitReason, Stage
from candidates.rules.deadlines import add_months
from reports.demo.lives import Life, working_day, working_days

END = date(2021, 12, 31)
# Last days of the awareness classes; none in spring 2021 because of the epidemic.
CLASSES = (
    date(2018, 6, 22), date(2018, 10, 19), date(2019, 3, 29), date(2019, 6, 21), date(2019, 10, 18), date(2020, 6, 26),
    date(2020, 10, 16), date(2021, 1, 22), date(2021, 7, 16), date(2021, 11, 12),
)  # fmt: skip

# Ceremonies per month, with the waves around 3-2, 19-5, 2-9; the epidemic empties the spring of 2021.
CEREMONIES = {
    (2020, 1): 31, (2020, 2): 27, (2020, 3): 16, (2020, 4): 8, (2020, 5): 42,
    (2020, 6): 14, (2020, 7): 11, (2020, 8): 19, (2020, 9): 17, (2020, 10): 9, (2020, 11): 12, (2020, 12): 13,
    (2021, 1): 12, (2021, 2): 11, (2021, 3): 6, (2021, 4): 4, (2021, 5): 12,
    (2021, 6): 9, (2021, 7): 8, (2021, 8): 14, (2021, 9): 19, (2021, 10): 15, (2021, 11): 18, (2021, 12): 15,
}  # fmt: skip
# How many people stand in each stage at the end of the story without going on, and how many left the list from it.
WAITING = {
    Stage.SOURCE: 160, Stage.SYMPATHISER: 90, Stage.TRAINED: 62, Stage.PREPARING: 30, Stage.PROPOSED: 17, Stage.DECIDED: 7,
}  # fmt: skip
LEAVING = {Stage.SOURCE: 9, Stage.SYMPATHISER: 12, Stage.TRAINED: 7, Stage.PREPARING: 5, Stage.PROPOSED: 2}
_REASONS = (ExitReason.WISH, ExitReason.STANDARD, ExitReason.LEFT, ExitReason.LEFT, ExitReason.POLITICAL)
# Ceremonies that the epidemic put off: every so many-th of these months waited long after the decision had come.
PUT_OFF_MONTHS, PUT_OFF_EVERY = ((2021, 6), (2021, 7)), 3
# A recognition that the cell has not considered in time: every so many-th of those admitted in early 2020.
NOT_RECOGNISED_EVERY = 29


# Who waits on the demo secretary's desk on the day from which the story is seen: stage, days since it was reached.
ON_THE_DESK = (
    (Stage.SOURCE, 40),
    (Stage.SYMPATHISER, 75),
    (Stage.TRAINED, 130),
    (Stage.PREPARING, 33),
    (Stage.PROPOSED, 21),
    (Stage.DECIDED, 12),
)


def all_lives(random: Random) -> list[Life]:
    """Return every life of the story: the admitted, those waiting in a stage at its end, those who left."""
    admitted = [life for month, count in CEREMONIES.items() for life in _month(random, month, count)]
    waiting = [_waiting(random, stage) for stage, count in WAITING.items() for _ in range(count)]
    left = [_left(random, stage) for stage, count in LEAVING.items() for _ in range(count)]
    return [*admitted, *waiting, *left]


def on_the_desk(random: Random, on: date) -> list[Life]:
    """Return the lives that wait for the demo secretary on a day."""
    return [_standing(random, stage, working_day(on - timedelta(days=days))) for stage, days in ON_THE_DESK]


def _month(random: Random, month: tuple[int, int], count: int) -> list[Life]:
    lives = []
    days = working_days(*month)
    for place in range(count):
        ceremony = random.choice(days)
        late = month < (2020, 6) and place % NOT_RECOGNISED_EVERY == NOT_RECOGNISED_EVERY - 1
        put_off = month in PUT_OFF_MONTHS and place % PUT_OFF_EVERY == 0
        lives.append(_admitted(random, ceremony, recognised=not late, waited=(55, 75) if put_off else (6, 32)))
    return lives


def _admitted(random: Random, ceremony: date, *, recognised: bool, waited: tuple[int, int]) -> Life:
    received = working_day(ceremony - timedelta(days=random.randint(*waited)))
    decided = working_day(received - timedelta(days=random.randint(1, 6)))
    proposed = working_day(decided - timedelta(days=random.randint(22, 70)))
    steps = [
        *_before(random, proposed),
        (Stage.PROPOSED, proposed),
        (Stage.DECIDED, decided),
        (Stage.ADMITTED, ceremony),
    ]
    official = add_months(ceremony, 12)
    if recognised and official <= END:
        steps.append((Stage.OFFICIAL, official))
    return Life(tuple(steps), received)


def _waiting(random: Random, last: Stage) -> Life:
    """Somebody who reached ``last`` some time before the end of the story and stands there."""
    stands = _standing(random, last, working_day(END - timedelta(days=_age_of_wait(random, last))))
    return replace(stands, goes_on_until=END)


def _standing(random: Random, last: Stage, reached: date) -> Life:
    """Somebody who reached ``last`` on a day and stands there."""
    steps = (*_way_to(random, last, reached), (last, reached))
    received = working_day(reached + timedelta(days=4)) if last == Stage.DECIDED else None
    return Life(steps, received)


def _left(random: Random, last: Stage) -> Life:
    """Somebody who was taken off the list from ``last`` between autumn 2020 and the end of 2021."""
    gone = working_day(date(2020, 9, 10) + timedelta(days=random.randint(0, 450)))
    reached = working_day(gone - timedelta(days=random.randint(40, 150)))
    steps = (*_way_to(random, last, reached), (last, reached), (Stage.REMOVED, gone))
    return Life(steps, None, random.choice(_REASONS))


def _way_to(random: Random, last: Stage, reached: date) -> tuple[tuple[Stage, date], ...]:
    """The steps before ``last``, which was reached on a day."""
    if last == Stage.DECIDED:
        proposed = working_day(reached - timedelta(days=random.randint(22, 70)))
        return (*_before(random, proposed), (Stage.PROPOSED, proposed))
    before = {Stage.PROPOSED: _before, Stage.PREPARING: _before_preparing, Stage.TRAINED: _before_trained}
    if last in before:
        return tuple(before[last](random, reached))
    return (_source(random, reached),) if last == Stage.SYMPATHISER else ()


def _before(random: Random, proposed: date) -> list[tuple[Stage, date]]:
    preparing = working_day(proposed - timedelta(days=random.randint(30, 110)))
    return [*_before_preparing(random, preparing), (Stage.PREPARING, preparing)]


def _before_preparing(random: Random, preparing: date) -> list[tuple[Stage, date]]:
    possible = [day for day in CLASSES if day <= preparing - timedelta(days=14)]
    trained = random.choice(possible[-3:])
    return [*_before_trained(random, trained), (Stage.TRAINED, trained)]


def _before_trained(random: Random, trained: date) -> list[tuple[Stage, date]]:
    sympathiser = working_day(trained - timedelta(days=random.randint(60, 300)))
    return [_source(random, sympathiser), (Stage.SYMPATHISER, sympathiser)]


def _source(random: Random, sympathiser: date) -> tuple[Stage, date]:
    return Stage.SOURCE, working_day(sympathiser - timedelta(days=random.randint(25, 210)))


def _age_of_wait(random: Random, stage: Stage) -> int:
    """How many days somebody has stood in a stage: decisions and proposals move faster than sources."""
    longest = {Stage.DECIDED: 330, Stage.PROPOSED: 420, Stage.PREPARING: 240}.get(stage, 520)
    return random.randint(5, longest)
