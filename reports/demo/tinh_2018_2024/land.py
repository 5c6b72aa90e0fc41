"""Draws the province: how large its communes are, how diligent their cells, what quota each has."""

from dataclasses import dataclass
from random import Random

from directives.shares import in_proportion
from reports.demo.tinh_2018_2024 import bodies, calendar
from reports.demo.tinh_2018_2024.agents import Cell, Commune, District, lognormal

YEARS = range(2018, 2025)
# People found in a year for each member of a cell, and members of the province on 1 January 2018; both grow slowly.
FIND_RATE = 0.048
GROWTH = 1.012
# The yearly quota of the province in percent of its members.
PERCENT = 3


@dataclass(frozen=True)
class Named:
    """A grassroots organisation of the story with its name, before it becomes a row."""

    name: str
    place: int
    commune: Commune

    @property
    def is_single(self) -> bool:
        """Say whether it is a cell that is itself a grassroots organisation."""
        return self.commune.cells[0].single


@dataclass(frozen=True)
class NamedDistrict:
    """A district of the story with its communes, before it becomes rows."""

    told: bodies.District
    district: District
    communes: tuple[Named, ...]


def draw(random: Random) -> list[NamedDistrict]:
    """Draw all districts with their communes and quotas."""
    closed = calendar.closures(random, len(bodies.DISTRICTS))
    names = iter(bodies.names(sum(each.communes for each in bodies.DISTRICTS)))
    drawn = [_district(random, told, names, closed[place]) for place, told in enumerate(bodies.DISTRICTS)]
    _share_out([each.commune for one in drawn for each in one.communes])
    return drawn


def members(commune: Commune, year: int) -> int:
    """Members of a commune on 1 January of a year."""
    return round(commune.members * GROWTH ** (year - YEARS[0]))


def _district(random: Random, told: bodies.District, names, closed) -> NamedDistrict:
    zeal = lognormal(random, 0.2)
    communes = tuple(_named(random, place, told, next(names), zeal) for place in range(1, told.communes + 1))
    whole = District([each.commune for each in communes], told.classes, told.seats, told.leaving, closed)
    return NamedDistrict(told, whole, communes)


def _named(random: Random, place: int, told: bodies.District, name: str, zeal: float) -> Named:
    if place <= len(bodies.SINGLE):
        return Named(f"{bodies.SINGLE[place - 1]} {told.name}", place, _commune(random, 1, zeal))
    if place <= len(bodies.SINGLE) + len(bodies.UNITED):
        return Named(f"{bodies.UNITED[place - 1 - len(bodies.SINGLE)]} {told.name}", place, _commune(random, 2, zeal))
    return Named(name, place, _commune(random, 3, zeal))


def _commune(random: Random, cells: int, zeal: float) -> Commune:
    size = random.randint(34, 66) * cells
    return Commune(
        [_cell(random, size / cells, zeal, single=cells == 1) for _ in range(cells)],
        members=size,
        clerk=lognormal(random, 0.3),
        meets_on=random.randint(14, 24),
    )


def _cell(random: Random, size: float, zeal: float, *, single: bool) -> Cell:
    diligence = min(0.97, max(0.25, random.gauss(0.66, 0.14) * zeal**0.5))
    return Cell(size * FIND_RATE * zeal * lognormal(random, 0.35), diligence, random.randint(3, 12), single)


def _share_out(communes: list[Commune]) -> None:
    """Each year's quota of the province by size."""
    for year in YEARS:
        sizes = {place: members(each, year) for place, each in enumerate(communes)}
        shares = in_proportion(-(-sum(sizes.values()) * PERCENT // 100), sizes)
        for place, each in enumerate(communes):
            each.quota[year] = shares[place]
