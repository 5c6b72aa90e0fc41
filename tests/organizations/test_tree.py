"""The tree as at a date, read from the closure table and derived anew from the versions."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from organizations import tree
from organizations.enums import UnitKind
from organizations.models import Unit, UnitAncestry, UnitVersion
from tests import people

MOVED = date(2020, 7, 1)
CLOSED = date(2019, 1, 1)
LATER = date(2021, 5, 31)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Land:
    """Bloc B over G1 and G2; cell C changes from G1 to G2 on MOVED; cell X of G2 ended before CLOSED."""

    bloc: Unit
    first: Unit
    second: Unit
    cell: Unit
    gone: Unit


@pytest.fixture
def land(db) -> Land:
    bloc = people.unit("B", "Đảng bộ Khối", UnitKind.UPPER)
    first = people.unit("G1", "Đảng bộ Một", UnitKind.GRASSROOTS, bloc)
    second = people.unit("G2", "Đảng bộ Hai", UnitKind.GRASSROOTS, bloc)
    cell = people.unit("C", "Chi bộ", UnitKind.CELL, first)
    gone = people.unit("X", "Chi bộ cũ", UnitKind.CELL, second)
    people.place_under(cell, second, MOVED)
    people.close(gone, CLOSED)
    return Land(bloc, first, second, cell, gone)


def codes(units) -> set[str]:
    return {unit.code for unit in units}


def path_codes(unit: Unit, on: date) -> list[str]:
    return [version.unit.code for version in tree.path(unit, on)]


def stored() -> list[tuple]:
    return sorted(UnitAncestry.objects.values_list("ancestor__code", "unit__code", "depth", "valid_from"))


@pytest.mark.parametrize(
    ("top", "on", "below"),
    [
        ("first", MOVED - DAY, {"G1", "C"}),
        ("first", MOVED, {"G1"}),
        ("second", CLOSED - DAY, {"G2", "X"}),
        ("second", CLOSED, {"G2"}),
        ("second", MOVED - DAY, {"G2"}),
        ("second", MOVED, {"G2", "C"}),
        ("bloc", MOVED - DAY, {"B", "G1", "G2", "C"}),
        ("bloc", MOVED, {"B", "G1", "G2", "C"}),
        ("bloc", people.FOUNDED - DAY, set()),
    ],
)
def test_what_lies_below_a_unit_depends_on_the_day(land, top, on, below):
    assert codes(tree.descendants([getattr(land, top)], on)) == below


def test_a_unit_under_two_tops_is_found_once(land):
    found = tree.descendants([land.bloc, land.second], LATER)
    assert sorted(unit.code for unit in found) == ["B", "C", "G1", "G2"]


@pytest.mark.parametrize(("on", "way"), [(MOVED - DAY, ["B", "G1", "C"]), (MOVED, ["B", "G2", "C"])])
def test_the_path_is_the_one_of_the_day(land, on, way):
    assert path_codes(land.cell, on) == way


@pytest.mark.parametrize(("on", "above"), [(MOVED - DAY, {"B", "G1", "C"}), (MOVED, {"B", "G2", "C"})])
def test_ancestors_are_those_of_the_day_and_the_unit_itself(land, on, above):
    assert codes(tree.ancestors(land.cell, on)) == above


def test_a_closed_unit_has_neither_path_nor_version(land):
    assert path_codes(land.gone, CLOSED - DAY) == ["B", "G2", "X"]
    assert (tree.path(land.gone, CLOSED), tree.version(land.gone, CLOSED)) == ([], None)


@pytest.mark.parametrize(("on", "below"), [(CLOSED - DAY, ["X"]), (CLOSED, []), (MOVED, ["C"])])
def test_children_are_those_of_the_day(land, on, below):
    assert [version.unit.code for version in tree.children(land.second, on)] == below


def test_children_are_the_next_level_only(land):
    assert [version.unit.code for version in tree.children(land.bloc, LATER)] == ["G1", "G2"]


def test_grassroots_organisations_are_bodies_and_single_cells_but_not_their_cells(cast):
    found = tree.grassroots(cast.bloc, LATER)
    assert [version.unit for version in found] == [cast.office, cast.single_cell]


def test_a_grassroots_organisation_counts_itself(cast):
    assert [version.unit for version in tree.grassroots(cast.single_cell, LATER)] == [cast.single_cell]


def test_the_name_is_the_one_of_the_day(land):
    land.first.versions.update(valid_until=MOVED)
    UnitVersion.objects.create(
        unit=land.first, name="Đảng bộ Một mới", kind=UnitKind.GRASSROOTS, parent=land.bloc, valid_from=MOVED
    )
    named = Unit.objects.filter(pk=land.first.pk)
    names = [named.annotate(name=tree.name_on(day, "pk")).get().name for day in (MOVED - DAY, MOVED)]
    assert names == ["Đảng bộ Một", "Đảng bộ Một mới"]


def test_a_new_name_leaves_the_ancestry_in_one_piece(land):
    before = stored()
    land.first.versions.update(valid_until=MOVED)
    UnitVersion.objects.create(
        unit=land.first, name="Đảng bộ Một mới", kind=UnitKind.GRASSROOTS, parent=land.bloc, valid_from=MOVED
    )
    tree.rebuild()
    assert stored() == before


def test_the_table_is_what_the_versions_say(land):
    assert stored() == sorted(
        [
            *[(code, code, 0, people.FOUNDED) for code in ("B", "G1", "G2", "C", "X")],
            *[("B", code, 1, people.FOUNDED) for code in ("G1", "G2")],
            *[("B", code, 2, people.FOUNDED) for code in ("C", "X")],
            ("G1", "C", 1, people.FOUNDED),
            ("G2", "C", 1, MOVED),
            ("G2", "X", 1, people.FOUNDED),
        ]
    )


def test_building_again_changes_nothing(land):
    before = stored()
    tree.rebuild()
    assert stored() == before
    assert tree.differences() == 0


def test_a_missing_row_is_one_difference(land):
    UnitAncestry.objects.filter(unit=land.cell, depth=0).delete()
    assert tree.differences() == 1


def test_a_false_row_is_two_differences_the_stored_and_the_derived(land):
    UnitAncestry.objects.filter(unit=land.gone, depth=1).update(valid_until=None)
    assert tree.differences() == 2


def test_a_version_that_nobody_built_in_is_seen(land):
    people.unit("N", "Chi bộ mới", UnitKind.CELL, land.first)
    assert tree.differences() == 3
