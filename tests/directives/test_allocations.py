"""What units have of a target on a day: versions, and what those that were merged had been given."""

from dataclasses import replace
from datetime import date

import pytest

from candidates import statistics
from candidates.enums import Stage
from candidates.statistics import Reading
from directives import allocations, progress
from directives.models import Allocation
from organizations import lineage, tree
from organizations.enums import UnitKind
from organizations.periods import year
from tests import people, quotas

MERGED = date(2021, 4, 1)
START = date(2021, 1, 1)
DECIDED = date(2021, 3, 20)
CEREMONY = date(2021, 4, 18)


@pytest.fixture
def two(cast):
    """A (1.240 members, quota 38) and B (860, quota 26) with a cell each, shared out for the year."""
    made = {}
    for code, share in (("A", 38), ("C", 26)):
        unit = people.unit(f"X.{code}", f"Đảng bộ xã {code}", UnitKind.GRASSROOTS, cast.bloc)
        people.unit(f"X.{code}.1", f"Chi bộ {code}", UnitKind.CELL, unit)
        made[unit] = share
    tree.rebuild()
    target = quotas.people_asked(cast.bloc, 64)
    quotas.issued(target, made, START)
    return target, tuple(made)


def test_situation_11_the_quota_of_a_merged_unit_stays_as_issued(two):
    target, gone = two
    made = quotas.merge(gone, "X.D", "Đảng bộ xã D", MERGED)
    found = allocations.given(target, made, CEREMONY)
    assert (found.people, found.own) == (64, None)
    assert found.words == "64 = 38 (Đảng bộ xã A) + 26 (Đảng bộ xã C), giữ nguyên như đã giao trước khi sáp nhập"
    assert progress.of_target(target, made, CEREMONY).goal == 64
    assert allocations.given(target, gone[0], date(2021, 3, 31)).people == 38


def test_situation_11_a_person_counts_once_in_both_readings(cast, two):
    """Decided by the superior committee before the merger, the ceremony after it; the cell went on under the new unit."""
    target, gone = two
    cell = tree.children(gone[0], START).get().unit
    made = people.dossier(cast, Stage.DECIDED, where=cell, days={Stage.DECIDED: DECIDED})
    unit = quotas.merge(gone, "X.D", "Đảng bộ xã D", MERGED)
    people.advance(made, Stage.ADMITTED, on=CEREMONY)
    counted = {
        reading: [
            statistics.count(replace(statistics.admitted((each,), year(2021), CEREMONY), reading=reading))
            for each in (unit, cast.bloc, gone[0])
        ]
        for reading in Reading
    }
    assert counted == {Reading.THEN: [1, 1, 0], Reading.NOW: [1, 1, 0]}
    assert progress.of_target(target, unit, CEREMONY).actual.people == 1


def test_a_unit_that_takes_another_one_in_has_both_shares(two):
    target, (kept, gone) = two
    for child in tree.children(gone, date(2021, 3, 1)):
        people.place_under(child.unit, kept, MERGED)
    people.close(gone, MERGED)
    found = allocations.given(target, kept, CEREMONY)
    assert (found.people, found.own.people, [row.people for row in found.inherited]) == (64, 38, [26])


def test_a_grassroots_organisation_that_became_a_part_of_another_brings_its_share(two):
    target, (kept, sunk) = two
    version = sunk.versions.get()
    people.place_under(sunk, kept, MERGED)
    sunk.versions.filter(valid_from=MERGED).update(kind=UnitKind.SECTION)
    assert version.kind == UnitKind.GRASSROOTS
    assert allocations.given(target, kept, CEREMONY).people == 64


def test_a_unit_that_was_split_leaves_its_share_to_nobody(cast, two):
    target, (whole, other) = two
    second = people.unit("X.A.2", "Chi bộ A2", UnitKind.CELL, whole)
    tree.rebuild()
    people.place_under(second, cast.office, MERGED)
    people.place_under(tree.children(whole, date(2021, 3, 1)).first().unit, other, MERGED)
    people.close(whole, MERGED)
    found = allocations.by_unit([target], [other.pk, cast.office.pk], CEREMONY)
    assert {unit: each.people for (_, unit), each in found.items()} == {other.pk: 26}


def test_what_lay_above_inherits_nothing(cast, two):
    gone = two[1]
    quotas.merge(gone, "X.D", "Đảng bộ xã D", MERGED)
    assert lineage.heirs([each.pk for each in gone], [cast.bloc.pk], START, CEREMONY) == {}


def test_a_later_version_counts_from_its_day_and_history_stays(cast):
    target = quotas.people_asked(cast.bloc, 10)
    quotas.issued(target, {cast.office: 6})
    Allocation.objects.update(valid_until=date(2021, 9, 1))
    quotas.issued(target, {cast.office: 8}, date(2021, 9, 1), number=2)
    days = (date(2021, 1, 1), date(2021, 8, 31), date(2021, 9, 1), date(2021, 12, 31))
    assert [progress.of_target(target, cast.office, on).goal for on in days] == [6, 6, 8, 8]


def test_shares_that_were_recorded_without_a_version_still_count(cast):
    target = quotas.people_asked(cast.bloc, 10)
    document = target.directive.document
    Allocation.objects.create(target=target, unit=cast.office, year=2021, people=4, document=document)
    assert progress.of_target(target, cast.office, people.TODAY).goal == 4


@pytest.mark.parametrize("many", [1, 2])
def test_shares_cost_as_many_queries_for_two_units_as_for_one(two, many, django_assert_num_queries):
    target, gone = two
    made = quotas.merge(gone[:many], "X.D", "Đảng bộ xã D", MERGED)
    with django_assert_num_queries(6):
        assert allocations.given(target, made, CEREMONY)
