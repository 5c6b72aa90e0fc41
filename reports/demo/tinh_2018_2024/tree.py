"""The units of the story as rows, and their declared members on each 1 January."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from organizations import tree
from organizations.enums import FigureKind, Sector, UnitKind
from organizations.models import Figure, Unit
from reports.demo import units
from reports.demo.tinh_2018_2024 import bodies, land
from reports.demo.tinh_2018_2024.agents import Cell
from reports.demo.tinh_2018_2024.land import Named, NamedDistrict

FOUNDED = date(2010, 1, 1)
SOURCE = "Báo cáo đảng viên đầu năm (số liệu minh họa)"


@dataclass(frozen=True)
class Seat:
    """A cell of the story with its row, its commune's row and the kind of place."""

    unit: Unit
    cell: Cell
    commune: Unit
    sector: Sector


@dataclass(frozen=True)
class Land:
    """All units of the story: the province, the districts in order, the communes of each, the cells."""

    province: Unit
    districts: tuple[Unit, ...]
    communes: tuple[tuple[Unit, Named], ...]
    seats: tuple[Seat, ...]


def plant(drawn: Sequence[NamedDistrict]) -> Land:
    """Create all units."""
    code, name, committee, sign, place = bodies.PROVINCE
    province = units.party(code, name, UnitKind.PROVINCE, None, FOUNDED, committee=committee, sign=sign, place=place)
    districts, communes, seats = [], [], []
    for number, each in enumerate(drawn, start=1):
        district = _district(province, f"{code}.{number:02d}", each)
        districts.append(district)
        for named in each.communes:
            unit, under = _commune(district, named, each.told.name)
            communes.append((unit, named))
            seats += under
    tree.rebuild()
    return Land(province, tuple(districts), tuple(communes), tuple(seats))


def declare(land_rows: Land, probationary: Iterable[tuple[Unit, date, date | None]]) -> None:
    """Record the members of each commune on each 1 January; who was on probation then is among them."""
    found = list(probationary)
    rows: list[Figure] = []
    for number in land.YEARS:
        day = date(number, 1, 1)
        new = Counter(
            unit.pk for unit, begun, ended in found if begun and begun < day and (ended is None or ended > day)
        )
        for unit, named in land_rows.communes:
            whole = land.members(named.commune, number)
            values = {
                FigureKind.PROBATIONARY_MEMBERS: min(whole, new[unit.pk]),
                FigureKind.OFFICIAL_MEMBERS: max(0, whole - new[unit.pk]),
            }
            rows += units.figures(unit, day, values, named.name, SOURCE)
    Figure.objects.bulk_create(rows)


def _district(province: Unit, code: str, each: NamedDistrict) -> Unit:
    name = f"{each.told.kind} {each.told.name}"
    words = {"committee": f"{each.told.kind.capitalize()} ủy {each.told.name}", "place": each.told.name}
    return units.party(code, f"Đảng bộ {name}", UnitKind.UPPER, province, FOUNDED, sign=_SIGNS[each.told.kind], **words)


_SIGNS = {"huyện": "HU", "thị xã": "TXU", "thành phố": "TU"}


def _commune(district: Unit, named: Named, where: str) -> tuple[Unit, list[Seat]]:
    code, sector = f"{district.code}.{named.place:03d}", _sector(named)
    words = {"sign": "ĐU", "place": where, "sector": sector}
    if named.is_single:
        name = f"Chi bộ {named.name}"
        unit = units.party(code, name, UnitKind.GRASSROOTS_CELL, district, FOUNDED, committee=name, **words)
        return unit, [Seat(unit, named.commune.cells[0], unit, sector)]
    called = f"xã {named.name}" if sector == Sector.RESIDENTIAL else named.name
    committee = f"Đảng ủy {called}"
    unit = units.party(code, f"Đảng bộ {called}", UnitKind.GRASSROOTS, district, FOUNDED, committee=committee, **words)
    return unit, [
        _seat(unit, code, place, cell, called, sector) for place, cell in enumerate(named.commune.cells, start=1)
    ]


def _seat(commune: Unit, code: str, place: int, cell: Cell, called: str, sector: Sector) -> Seat:
    names = bodies.CELLS if sector == Sector.RESIDENTIAL else bodies.OFFICE_CELLS
    here = Sector.AGENCY if names[place - 1] == "Cơ quan" else sector
    name = f"Chi bộ {names[place - 1]} – {called}"
    unit = units.party(f"{code}.{place:03d}", name, UnitKind.CELL, commune, FOUNDED, sign="CB", sector=here)
    return Seat(unit, cell, commune, here)


def _sector(named: Named) -> Sector:
    kinds = (
        *zip(bodies.SINGLE, (Sector.PUBLIC_UNIT, Sector.STATE_ENTERPRISE), strict=True),
        *zip(bodies.UNITED, (Sector.AGENCY, Sector.PUBLIC_UNIT), strict=True),
    )
    return next((sector for words, sector in kinds if named.name.startswith(words)), Sector.RESIDENTIAL)
