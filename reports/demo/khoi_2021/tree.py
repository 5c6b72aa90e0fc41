"""The units of the story as rows, and their declared members on 1 January."""

from dataclasses import dataclass
from datetime import date
from random import Random

from directives.shares import in_proportion
from organizations import tree
from organizations.enums import FigureKind, UnitKind
from organizations.models import Figure, Unit
from reports.demo import units
from reports.demo.khoi_2021 import bodies

FOUNDED = date(2015, 1, 1)
SOURCE = "Báo cáo đảng viên đầu năm (số liệu minh họa)"
MEMBERS = {date(2020, 1, 1): 4871, date(2021, 1, 1): 5000}


@dataclass(frozen=True)
class Body:
    """A grassroots organisation of the story: its unit, its short name, its weight, and the cells that hold people."""

    unit: Unit
    name: str
    weight: int
    cells: tuple[Unit, ...]


def plant(random: Random) -> tuple[Unit, Unit, list[Body]]:
    """Create province, bloc, bodies and cells; return the province, the bloc and the bodies."""
    province = _unit(bodies.PROVINCE, UnitKind.PROVINCE, None)
    bloc = _unit(bodies.BLOC, UnitKind.UPPER, province)
    larger = [_committee(random, bloc, place, *body) for place, body in enumerate(bodies.COMMITTEES, start=1)]
    start = len(larger) + 1
    smaller = [_single(random, bloc, place, name) for place, name in enumerate(bodies.SINGLE_CELLS, start)]
    tree.rebuild()
    return province, bloc, [*larger, *smaller]


def declare(found: list[Body], probationary: dict[date, dict[int, int]]) -> dict[int, int]:
    """Record members on each 1 January, official and probationary, adding up to MEMBERS; return the newest totals."""
    totals: dict[int, int] = {}
    rows: list[Figure] = []
    for day, whole in MEMBERS.items():
        totals = in_proportion(whole, {body.unit.pk: body.weight for body in found})
        for body in found:
            new = probationary[day].get(body.unit.pk, 0)
            values = {
                FigureKind.PROBATIONARY_MEMBERS: new,
                FigureKind.OFFICIAL_MEMBERS: totals[body.unit.pk] - new,
            }
            rows += units.figures(body.unit, day, values, body.name, SOURCE)
    Figure.objects.bulk_create(rows)
    return totals


def _unit(named: tuple[str, str, str, str, str], kind: UnitKind, parent: Unit | None) -> Unit:
    code, name, committee, sign, place = named
    return units.party(code, name, kind, parent, FOUNDED, committee=committee, sign=sign, place=place)


def _committee(random: Random, bloc: Unit, place: int, name: str, cells: int) -> Body:
    code = f"{bloc.code}.{place:03d}"
    unit = _unit((code, f"Đảng bộ {name}", f"Đảng ủy {name}", "ĐU", "Hạ Long"), UnitKind.GRASSROOTS, bloc)
    under = tuple(
        _unit((f"{code}.{number:03d}", f"Chi bộ {cell} – {name}", "", "CB", ""), UnitKind.CELL, unit)
        for number, cell in enumerate(bodies.CELL_NAMES[:cells], start=1)
    )
    return Body(unit, name, cells * random.randint(20, 32), under)


def _single(random: Random, bloc: Unit, place: int, name: str) -> Body:
    words = (f"{bloc.code}.{place:03d}", f"Chi bộ {name}", f"Chi bộ {name}", "CB", "Hạ Long")
    unit = _unit(words, UnitKind.GRASSROOTS_CELL, bloc)
    return Body(unit, name, random.randint(9, 26), (unit,))
