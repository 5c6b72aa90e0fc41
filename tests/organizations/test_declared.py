"""What units declared: the base of a quota is a sum, and what is missing is named."""

from datetime import date

import pytest

from organizations import declared
from organizations.enums import FigureKind
from organizations.models import Figure
from tests import people

FIRST = date(2021, 1, 1)


def names(base: declared.Base) -> list[str]:
    return [body.name for body in base.missing]


def test_members_of_all_grassroots_organisations_add_up_official_and_probationary(cast):
    people.declare(cast.office, FIRST, official=120, probationary=5)
    people.declare(cast.single_cell, FIRST, official=18, probationary=2)
    assert declared.members(cast.bloc, FIRST) == declared.Base(145, ())


def test_a_body_that_declared_nothing_is_named(cast):
    people.declare(cast.office, FIRST, official=120)
    base = declared.members(cast.bloc, FIRST)
    assert names(base) == ["Chi bộ Sở Hai"]


def test_a_body_that_declared_half_is_missing_like_one_that_declared_nothing(cast):
    people.declare(cast.office, FIRST, official=120)
    Figure.objects.create(unit=cast.single_cell, kind=FigureKind.OFFICIAL_MEMBERS, on=FIRST, value=18)
    base = declared.members(cast.bloc, FIRST)
    assert (base.total, names(base)) == (120, ["Chi bộ Sở Hai"])


def test_without_any_figure_there_is_no_total(cast):
    base = declared.members(cast.bloc, FIRST)
    assert (base.total, names(base)) == (None, ["Đảng bộ Sở Một", "Chi bộ Sở Hai"])


def test_a_replaced_figure_does_not_count(cast):
    people.declare(cast.single_cell, FIRST, official=18, probationary=2)
    old = Figure.objects.get(unit=cast.single_cell, kind=FigureKind.OFFICIAL_MEMBERS)
    Figure.objects.filter(pk=old.pk).update(in_force=False)
    Figure.objects.create(unit=cast.single_cell, kind=old.kind, on=FIRST, value=20, replaces=old)
    assert declared.members(cast.single_cell, FIRST).total == 22


@pytest.mark.parametrize("on", [date(2020, 1, 1), date(2020, 12, 31), date(2021, 1, 2)])
def test_figures_of_another_day_do_not_count(cast, on):
    people.declare(cast.single_cell, FIRST, official=18)
    assert declared.members(cast.single_cell, on).total is None


def test_figures_of_cells_and_of_foreign_units_do_not_count(cast):
    people.declare(cast.office, FIRST, official=120)
    for other in (cast.cell, cast.foreign_cell, cast.bloc):
        people.declare(other, FIRST, official=1000)
    assert declared.members(cast.office, FIRST).total == 120
