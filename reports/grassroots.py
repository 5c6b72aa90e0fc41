"""Lists of grassroots organisations that forms count: all of a kind, those that admitted somebody, those without people left."""

from candidates import statistics
from organizations import declared, tree
from organizations.enums import FigureKind, UnitKind
from organizations.models import UnitVersion
from reports.asked import Asked
from reports.measured import People
from reports.unit_lists import UnitList


def of_kind(asked: Asked, kind: UnitKind) -> list[UnitVersion]:
    """Return the grassroots organisations of a kind in and under the unit on the day, by code."""
    return list(tree.grassroots(asked.unit, asked.on).filter(kind=kind))


def admitting(kind: UnitKind, name: str, people: People | None) -> UnitList:
    """Return the list of those of a kind in which ``people`` counts somebody; without ``people`` of all of them."""

    def find(asked: Asked) -> list[UnitVersion]:
        found = of_kind(asked, kind)
        if people is None:
            return found
        counted = statistics.by_unit(people.cell(asked), [body.unit_id for body in found])
        return [body for body in found if counted.get(body.unit_id)]

    title = f"{name} đến ngày {{on}}" if people is None else f"{name} có kết nạp đảng viên {{period}}"
    return UnitList(kind.value if people is None else f"{kind}-co", title, find)


def without_people(kind: UnitKind, name: str) -> UnitList:
    """Return the list of those of a kind that declared that nobody outside the Party is left; silence is not 0."""

    def find(asked: Asked) -> list[UnitVersion]:
        found = of_kind(asked, kind)
        said = declared.reviews_by_unit([body.unit_id for body in found], declared.half_year_before(asked.on), asked.on)
        return [
            body for body in found if body.unit_id in said and said[body.unit_id].values.get(FigureKind.NON_PARTY) == 0
        ]

    return UnitList(f"{kind}-het", f"{name} báo không còn quần chúng đến ngày {{on}}", find)
