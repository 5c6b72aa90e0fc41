"""The units of the story: a province without a name, the committee of agencies with four grassroots organisations, a district."""

from dataclasses import dataclass
from datetime import date

from organizations.enums import Level, Sector, UnitKind
from organizations.models import Unit
from reports.demo import units

FOUNDED = date(2010, 1, 1)
# Name, sector, names of cells; one without cells is a cell itself.
BODIES = (
    ("Sở Xây dựng", Sector.AGENCY, ("Văn phòng", "Nghiệp vụ")),
    ("Bệnh viện Đa khoa tỉnh", Sector.PUBLIC_UNIT, ("Hành chính", "Khối Nội", "Khối Ngoại")),
    ("Hội Nông dân tỉnh", Sector.AGENCY, ()),
    ("Trung tâm Khuyến nông", Sector.PUBLIC_UNIT, ()),
)


@dataclass(frozen=True)
class Place:
    """A cell with its short name and its sector."""

    cell: Unit
    name: str
    sector: Sector


@dataclass(frozen=True)
class Land:
    """The units: province, committee of agencies, its grassroots organisations, its cells, a cell outside, the trade union."""

    province: Unit
    upper: Unit
    grassroots: tuple[Unit, ...]
    places: tuple[Place, ...]
    outside: Place
    union: Unit


def plant() -> Land:
    """Create all units; the caller rebuilds the closure table."""
    province = units.party("90", "Đảng bộ tỉnh", UnitKind.PROVINCE, None, FOUNDED, committee="Tỉnh ủy", sign="TU")
    words = ("90.01", "Đảng bộ Các cơ quan tỉnh", UnitKind.UPPER, province, FOUNDED)
    upper = units.party(*words, committee="Đảng ủy Các cơ quan tỉnh", sign="ĐU")
    grown = [_body(upper, place, *body) for place, body in enumerate(BODIES, start=1)]
    union = units.organisation(
        "D.90.01", "Công đoàn Viên chức tỉnh", UnitKind.SOCIO_POLITICAL, Level.PROVINCE, None, upper, FOUNDED
    )
    places = tuple(place for _, places in grown for place in places)
    return Land(province, upper, tuple(top for top, _ in grown), places, _outside(province), union)


def _body(upper: Unit, place: int, name: str, sector: Sector, cells: tuple[str, ...]) -> tuple[Unit, list[Place]]:
    code = f"{upper.code}.{place:03d}"
    if not cells:
        unit = units.party(code, f"Chi bộ {name}", UnitKind.GRASSROOTS_CELL, upper, FOUNDED, sign="CB", sector=sector)
        return unit, [Place(unit, name, sector)]
    words = {"committee": f"Đảng ủy {name}", "sign": "ĐU", "sector": sector}
    top = units.party(code, f"Đảng bộ {name}", UnitKind.GRASSROOTS, upper, FOUNDED, **words)
    return top, [_cell(top, number, f"{cell} – {name}", sector) for number, cell in enumerate(cells, start=1)]


def _cell(top: Unit, number: int, name: str, sector: Sector) -> Place:
    words = (f"{top.code}.{number:02d}", f"Chi bộ {name}", UnitKind.CELL, top, FOUNDED)
    return Place(units.party(*words, sign="CB", sector=sector), name, sector)


def _outside(province: Unit) -> Place:
    """A district of an invented name: letter 52-CV does not reach it."""
    words = ("90.02", "Đảng bộ huyện Minh Sơn", UnitKind.UPPER, province, FOUNDED)
    district = units.party(*words, committee="Huyện ủy Minh Sơn", sign="HU")
    name = "Phòng Nông nghiệp huyện Minh Sơn"
    words = ("90.02.001", f"Chi bộ {name}", UnitKind.GRASSROOTS_CELL, district, FOUNDED)
    return Place(units.party(*words, sign="CB", sector=Sector.AGENCY), name, Sector.AGENCY)
