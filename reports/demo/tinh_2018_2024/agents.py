"""Who acts in the story: candidates with their pace, cells with their secretaries, communes, districts with their classes."""

import math
from dataclasses import dataclass, field
from datetime import date
from random import Random

from candidates.enums import Stage
from reports.demo.tinh_2018_2024.calendar import Month

Step = tuple[Stage, date]


@dataclass
class Candidate:
    """Somebody who is followed: ``pace`` stretches what hangs on the person, ``ready_on`` is when the next step can come."""

    steps: list[Step]
    pace: float
    willing: bool
    ready_on: date
    exit_reason: str = ""
    received_on: date | None = None
    ceremony_on: date | None = None

    @property
    def stage(self) -> Stage:
        """The stage reached last."""
        return self.steps[-1][0]

    @property
    def since(self) -> date:
        """The day on which it was reached."""
        return self.steps[-1][1]

    def go(self, to: Stage, on: date, ready_on: date | None = None) -> None:
        """Reach a stage, never before the one before."""
        day = max(on, self.since)
        self.steps.append((to, day))
        self.ready_on = max(day, ready_on or day)


@dataclass
class Cell:
    """A cell: how many sources it finds in a year, how often its secretary brings candidates to a meeting, on which day."""

    find: float
    diligence: float
    meets_on: int
    single: bool
    people: list[Candidate] = field(default_factory=list)


@dataclass
class Commune:
    """A grassroots organisation: its cells, how fast its clerk verifies, its share of the yearly quota by year."""

    cells: list[Cell]
    members: int
    clerk: float
    meets_on: int
    quota: dict[int, int] = field(default_factory=dict)

    @property
    def people(self) -> list[Candidate]:
        """Everybody followed there."""
        return [each for cell in self.cells for each in cell.people]

    def admitted_in(self, year: int) -> int:
        """How many had their ceremony in a year."""
        return sum(each.stage == Stage.ADMITTED and each.since.year == year for each in self.people)


@dataclass
class District:
    """A district: communes, classes with their seats, the share of its people that leaves in a year, closed months."""

    communes: list[Commune]
    classes: tuple[int, ...]
    seats: int
    leaving: float
    closed: dict[Month, float]
    luck: float = 1.0


def lognormal(random: Random, spread: float) -> float:
    """A factor around one."""
    return math.exp(random.gauss(0, spread))


def poisson(random: Random, mean: float) -> int:
    """So many events where ``mean`` are expected."""
    limit, count, product = math.exp(-mean), 0, random.random()
    while product > limit:
        count, product = count + 1, product * random.random()
    return count
