"""Units of the tests: made with one version, moved, closed; and the small tree of the fixed cast.

Khối (upper) → Đảng bộ Sở Một (grassroots; cells Một, Hai) and Chi bộ Sở Hai (grassroots cell). Beside it a foreign bloc.
The bloc follows Hội Một (with a branch) and Đoàn Khối, the foreign bloc follows Hội khác.
"""

from datetime import date

from organizations import tree
from organizations.enums import UnitKind
from organizations.models import Unit, UnitVersion

FOUNDED = date(2015, 1, 1)


def unit(code: str, name: str, kind: UnitKind, parent: Unit | None = None, since: date = FOUNDED) -> Unit:
    """Create a unit with one version; the closure table is rebuilt by the caller."""
    made = Unit.objects.create(code=code)
    words = {"committee": name.replace("Đảng bộ", "Đảng ủy"), "sign": "ĐU", "place": "Hạ Long"}
    UnitVersion.objects.create(unit=made, name=name, kind=kind, parent=parent, valid_from=since, **words)
    return made


def place_under(moved: Unit, parent: Unit, since: date) -> None:
    """Give a unit another parent from a day on; everything else about it stays, the closure table follows."""
    before = moved.versions.get(valid_until__isnull=True)
    UnitVersion.objects.filter(pk=before.pk).update(valid_until=since)
    before.pk, before.parent, before.valid_from = None, parent, since
    before.save(force_insert=True)
    tree.rebuild()


def close(ended: Unit, on: date) -> None:
    """Let a unit exist until the day before ``on``; the closure table follows."""
    ended.versions.filter(valid_until__isnull=True).update(valid_until=on)
    tree.rebuild()


def party() -> dict[str, Unit]:
    """Create the Party's units of the cast, by their name there; the closure table is rebuilt by the caller."""
    bloc = unit("B", "Đảng bộ Khối", UnitKind.UPPER)
    office = unit("B.1", "Đảng bộ Sở Một", UnitKind.GRASSROOTS, bloc)
    foreign = unit("F", "Đảng bộ Khối khác", UnitKind.UPPER)
    return {
        "bloc": bloc,
        "office": office,
        "cell": unit("B.1.Một", "Chi bộ Một", UnitKind.CELL, office),
        "other_cell": unit("B.1.Hai", "Chi bộ Hai", UnitKind.CELL, office),
        "single_cell": unit("B.2", "Chi bộ Sở Hai", UnitKind.GRASSROOTS_CELL, bloc),
        "foreign_bloc": foreign,
        "foreign_cell": unit("F.1", "Chi bộ khác", UnitKind.GRASSROOTS_CELL, foreign),
    }


def organisations() -> dict[str, Unit]:
    """Create the organisations of the cast, by their name there."""
    association = unit("H.1", "Hội Một", UnitKind.ASSOCIATION)
    return {
        "association": association,
        "branch": unit("H.1.1", "Chi hội Một", UnitKind.ASSOCIATION, association),
        "youth_union": unit("D.1", "Đoàn Thanh niên Khối", UnitKind.SOCIO_POLITICAL),
        "foreign_association": unit("H.2", "Hội khác", UnitKind.ASSOCIATION),
    }
