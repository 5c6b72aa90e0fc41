"""The party organisations of the story as rows."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from organizations.enums import DocumentKind, Sector, UnitKind
from organizations.models import Document, Unit
from reports.demo import units
from reports.demo.hoi_2015 import bodies
from reports.demo.hoi_2015.bodies import Area, Company

FOUNDED = date(2010, 1, 1)
NOTE = "Văn bản do bộ dữ liệu minh họa đặt ra, không có thật."


@dataclass(frozen=True)
class Seat:
    """A cell in which people are followed: its short name, its area, the commune it lies in, how many people fall to it."""

    cell: Unit
    name: str
    area: str
    commune: str
    sector: Sector
    weight: int
    since: date = FOUNDED


@dataclass(frozen=True)
class Land:
    """The party organisations of the story: areas by their codes, communes by their names, cells as seats."""

    province: Unit
    areas: dict[str, Unit] = field(default_factory=dict)
    communes: dict[str, Unit] = field(default_factory=dict)
    grassroots: list[Unit] = field(default_factory=list)
    seats: list[Seat] = field(default_factory=list)

    def seat(self, name: str) -> Seat:
        """The cell of a short name."""
        return next(seat for seat in self.seats if seat.name == name)


def plant() -> Land:
    """Create the province and everything under it; the caller rebuilds the closure table."""
    land = Land(_upper(UnitKind.PROVINCE, None, *bodies.PROVINCE))
    _plant_bloc(land)
    for area in bodies.AREAS:
        _plant_area(land, area)
    return land


def _upper(kind: UnitKind, parent: Unit | None, code: str, name: str, committee: str, sign: str, place: str) -> Unit:
    return units.party(code, name, kind, parent, FOUNDED, committee=committee, sign=sign, place=place)


def _plant_bloc(land: Land) -> None:
    bloc = land.areas[bodies.BLOC[0]] = _upper(UnitKind.UPPER, land.province, *bodies.BLOC)
    for place, (name, cells) in enumerate(bodies.AGENCIES, start=1):
        top = _grassroots(land, bloc, place, name, Sector.AGENCY)
        for number, cell in enumerate(cells, start=1):
            _cell(land, top, number, f"{cell} – {name}", bloc.code, "", Sector.AGENCY, 6)
    for place, name in enumerate(bodies.SINGLE_CELLS, start=len(bodies.AGENCIES) + 1):
        _single(land, bloc, place, name, Sector.AGENCY, 3)


def _plant_area(land: Land, area: Area) -> None:
    words = (area.code, f"Đảng bộ {area.name}", area.committee, area.sign, area.place)
    top = land.areas[area.code] = _upper(UnitKind.UPPER, land.province, *words)
    agency = _grassroots(land, top, 1, f"Cơ quan Dân – Đảng {area.name}", Sector.AGENCY)
    for number, name in enumerate(bodies.DISTRICT_CELLS, start=1):
        _cell(land, agency, number, f"{name} {area.name}", area.code, "", Sector.AGENCY, 2)
    for place, name in enumerate(area.communes, start=2):
        land.communes[name] = commune = _grassroots(land, top, place, name, Sector.RESIDENTIAL)
        _plant_commune(land, commune, name, area.code)
    for place, company in enumerate(area.companies, start=len(area.communes) + 2):
        _plant_company(land, top, place, company)


def _plant_commune(land: Land, commune: Unit, name: str, area: str) -> None:
    word = "Thôn" if name.startswith("xã") else "Khu phố"
    for number in (1, 2):
        _cell(land, commune, number, f"{word} {number} – {name}", area, name, Sector.RESIDENTIAL, 4)
    _cell(land, commune, 3, f"Trường Trung học cơ sở – {name}", area, name, Sector.PUBLIC_UNIT, 3)


def _plant_company(land: Land, top: Unit, place: int, company: Company) -> None:
    founded = company.founded
    document = _founding(company, founded) if founded else None
    _single(land, top, place, company.name, Sector.NON_STATE_ENTERPRISE, 5, since=founded or FOUNDED, document=document)


def _founding(company: Company, on: date) -> Document:
    return Document.objects.create(
        kind=DocumentKind.DECISION,
        issuer="Ban Thường vụ cấp ủy cấp huyện",
        issued_on=on - timedelta(days=5),
        subject=f"Thành lập Chi bộ {company.name} (văn bản minh họa)",
        note=NOTE,
    )


def _grassroots(land: Land, parent: Unit, place: int, name: str, sector: Sector) -> Unit:
    words = (f"{parent.code}.{place:03d}", f"Đảng bộ {name}", UnitKind.GRASSROOTS, parent, FOUNDED)
    unit = units.party(*words, committee=f"Đảng ủy {name}", sign="ĐU", sector=sector)
    land.grassroots.append(unit)
    return unit


def _cell(
    land: Land, parent: Unit, number: int, name: str, area: str, commune: str, sector: Sector, weight: int
) -> None:
    words = (f"{parent.code}.{number:02d}", f"Chi bộ {name}", UnitKind.CELL, parent, FOUNDED)
    unit = units.party(*words, sign="CB", sector=sector)
    land.seats.append(Seat(unit, name, area, commune, sector, weight))


def _single(
    land: Land,
    parent: Unit,
    place: int,
    name: str,
    sector: Sector,
    weight: int,
    since: date = FOUNDED,
    document: Document | None = None,
) -> None:
    words = (f"{parent.code}.{place:03d}", f"Chi bộ {name}", UnitKind.GRASSROOTS_CELL, parent, since)
    unit = units.party(*words, committee=f"Chi bộ {name}", sign="CB", sector=sector, document=document)
    land.grassroots.append(unit)
    land.seats.append(Seat(unit, name, parent.code, "", sector, weight, since))
