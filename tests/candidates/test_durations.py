"""Stays of dossiers in stages: as known on a day, of the cell in which they ended, and the units above each cell."""

from datetime import date
from itertools import pairwise

import pytest

from candidates import durations
from candidates.among import Among
from candidates.enums import Group, Stage, Way
from candidates.models import StageEntry
from organizations.acting import acting
from organizations.enums import Deed
from tests import people
from tests.candidates import holds
from tests.people import DAYS, TODAY


def stays(cast, goal=Stage.ADMITTED, on=TODAY, **more):
    return durations.stays(cast.bloc, goal, on, **more)


def test_each_stage_before_the_goal_is_a_stay_that_ends_where_the_next_begins(cast):
    people.dossier(cast, Stage.OFFICIAL)
    found = stays(cast)
    assert [each.stage for each in found][:3] == [Stage.SOURCE, Stage.SYMPATHISER, Stage.TRAINED]
    assert all(each.left == after.entered and each.to == after.stage for each, after in pairwise(found))
    assert (found[-1].stage, found[-1].left, found[-1].to) == (Stage.DECIDED, DAYS[Stage.ADMITTED], Stage.ADMITTED)


@pytest.mark.parametrize(
    ("on", "stage"),
    [(date(2018, 3, 4), None), (date(2018, 9, 9), Stage.SOURCE), (date(2019, 3, 29), Stage.TRAINED)],
)
def test_what_came_after_the_day_is_not_known_on_it(on, stage, cast):
    people.dossier(cast, Stage.OFFICIAL)
    found = stays(cast, on=on)
    assert [each.stage for each in found if each.left is None] == ([stage] if stage else [])
    assert all(each.entered <= on for each in found)


def test_whoever_left_the_way_is_told_by_the_exit(cast):
    made = people.dossier(cast, Stage.TRAINED)
    people.make(made, Stage.REMOVED, on=date(2020, 1, 6), exit_reason="wish")
    last = stays(cast)[-1]
    assert (last.stage, last.left, last.to) == (Stage.TRAINED, date(2020, 1, 6), Stage.REMOVED)


def test_a_stage_gone_on_with_in_another_cell_is_one_stay_of_the_later_cell(cast):
    made = people.dossier(cast, Stage.SYMPATHISER)
    entry = made.entries.get(stage=Stage.SYMPATHISER)
    moved = date(2020, 2, 3)
    with acting(cast.secretary, Deed.MOVE_AS_CELL):
        StageEntry.objects.filter(pk=entry.pk).update(until=moved)
        StageEntry.objects.create(
            dossier=made,
            position=entry.position + 1,
            from_stage=Stage.SYMPATHISER,
            stage=Stage.SYMPATHISER,
            way=Way.MOVED,
            on=moved,
            unit=cast.other_cell,
        )
    last = stays(cast)[-1]
    assert (last.cell, last.entered, last.left) == (cast.other_cell.pk, DAYS[Stage.SYMPATHISER], None)


def test_a_dossier_that_waits_beside_its_stage_rests_until_the_day_expected(cast):
    made = people.dossier(cast, Stage.PREPARING)
    holds.held(made, begun_on=date(2021, 5, 3), expected_on=date(2021, 8, 2))
    assert stays(cast)[-1].rests_until == date(2021, 8, 2)
    assert stays(cast, on=date(2021, 5, 2))[-1].rests_until is None


def test_a_hold_without_a_day_rests_for_a_while_and_never_into_the_past(cast):
    holds.held(people.dossier(cast, Stage.PREPARING), begun_on=date(2020, 5, 4))
    assert stays(cast)[-1].rests_until == TODAY


def test_stays_are_narrowed_to_a_group(cast):
    people.dossier(cast, Stage.TRAINED, sex="female")
    people.dossier(cast, Stage.TRAINED, sex="male")
    assert len(stays(cast, narrowed=Among(groups=(Group.WOMEN,)))) == len(stays(cast)) // 2 == 3


def test_a_foreign_bloc_is_not_read(cast):
    people.dossier(cast, where=cast.foreign_cell)
    assert stays(cast) == []


def test_lines_lead_from_the_top_down_to_each_unit(cast):
    found = durations.lines(cast.bloc, TODAY)
    assert found[cast.cell.pk] == (cast.bloc.pk, cast.office.pk, cast.cell.pk)
    assert found[cast.bloc.pk] == (cast.bloc.pk,)
    assert cast.foreign_cell.pk not in found


def test_every_step_and_every_hold_changes_the_newest_change(cast):
    first = durations.newest_change()
    made = people.dossier(cast, Stage.PREPARING)
    second = durations.newest_change()
    holds.held(made)
    assert len({first, second, durations.newest_change()}) == 3
