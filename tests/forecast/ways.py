"""Invented ways for the tests of the forecast: three stages before the goal, two units with two cells each."""

from collections.abc import Sequence
from datetime import date
from random import Random

from directives.forecast.spells import LOST, Spell

STAGES = 3
FIRST, ON, UNTIL = (date(*day).toordinal() for day in ((2017, 1, 2), (2021, 5, 31), (2021, 12, 31)))
TOP, QUICK, SLOW = 1, 2, 3
LINES = {10: (TOP, QUICK, 10), 11: (TOP, QUICK, 11), 20: (TOP, SLOW, 20), 21: (TOP, SLOW, 21)}


def way(cell: int, begun: int, days: Sequence[int], lost: bool = False) -> list[Spell]:
    """One candidate: so many days in each stage; ``lost`` leaves the way at the end of the last one."""
    spells, entered = [], begun
    for stage, stayed in enumerate(days):
        to = LOST if lost and stage == len(days) - 1 else stage + 1
        spells.append(Spell(cell, stage, entered, entered + stayed, to))
        entered += stayed
    return spells


def many(people: int = 600, slow: float = 2.0, seed: int = 1) -> list[Spell]:
    """Many candidates over the years; those of the slow unit take ``slow`` times as long, one in six is lost."""
    random, spells = Random(seed), []
    for _ in range(people):
        cell = random.choice(list(LINES))
        times = slow if LINES[cell][1] == SLOW else 1.0
        days = [round(random.expovariate(1 / mean) * times) + 5 for mean in (90, 60, 30)]
        lost = random.random() < 1 / 6
        spells += way(cell, random.randint(FIRST, UNTIL), days[: random.randint(1, 3)] if lost else days, lost)
    return spells
