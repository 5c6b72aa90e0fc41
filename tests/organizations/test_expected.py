"""What units themselves expect: their own word first, else the sum of those under them that spoke; silence is no zero."""

from datetime import date

import pytest

from organizations import declared, periods
from organizations.declared import Expected
from organizations.enums import FigureKind
from organizations.models import Figure, Unit
from tests.people import TODAY

JUNE, SEPTEMBER, DECEMBER = date(2021, 6, 30), date(2021, 9, 30), date(2021, 12, 31)
LEFT = (JUNE, SEPTEMBER, DECEMBER)


def said(unit: Unit, quarter: date, value: int, said_on: date = date(2021, 5, 20), **more: object) -> Figure:
    return Figure.objects.create(
        unit=unit, kind=FigureKind.EXPECTED, on=quarter, said_on=said_on, value=value, declared_by="thử", **more
    )


def expected(*units: Unit, on: date = TODAY) -> list[Expected | None]:
    found = declared.expected_under([unit.pk for unit in units], LEFT, on)
    return [found.get(unit.pk) for unit in units]


def test_the_whole_adds_up_the_grassroots_organisations_that_spoke(cast):
    said(cast.office, JUNE, 2)
    said(cast.office, DECEMBER, 3)
    said(cast.single_cell, JUNE, 1)
    assert expected(cast.bloc, cast.office, cast.single_cell, cast.cell) == [
        Expected(6, 2),
        Expected(5, 1),
        Expected(1, 1),
        None,
    ]


def test_the_units_own_word_stands_for_the_sum(cast):
    said(cast.office, JUNE, 2)
    said(cast.bloc, JUNE, 9)
    assert expected(cast.bloc) == [Expected(9, 1)]


def test_a_cell_under_an_organisation_that_spoke_adds_nothing(cast):
    said(cast.office, JUNE, 2)
    said(cast.cell, JUNE, 1)
    assert expected(cast.office, cast.cell) == [Expected(2, 1), Expected(1, 1)]


def test_a_correction_counts_from_the_day_on_which_it_was_said(cast):
    first = said(cast.office, JUNE, 2, in_force=False)
    said(cast.office, JUNE, 4, date(2021, 5, 30), replaces=first)
    assert expected(cast.office) == [Expected(4, 1)]
    assert expected(cast.office, on=date(2021, 5, 29)) == [Expected(2, 1)]
    assert expected(cast.office, on=date(2021, 5, 19)) == [None]


@pytest.mark.parametrize(
    ("on", "months"),
    [
        (date(2021, 5, 31), [6, 9, 12]),
        (date(2021, 6, 30), [9, 12]),
        (date(2021, 12, 31), []),
        (date(2021, 1, 1), [3, 6, 9, 12]),
    ],
)
def test_a_quarter_is_left_until_its_last_day_is_over(on, months):
    assert [end.month for end in periods.quarters_left(periods.year(2021), on)] == months


def test_members_of_many_units_are_those_of_each(cast):
    for unit, value in ((cast.office, 120), (cast.foreign_cell, 30)):
        for kind in (FigureKind.OFFICIAL_MEMBERS, FigureKind.PROBATIONARY_MEMBERS):
            Figure.objects.create(unit=unit, kind=kind, on=date(2021, 1, 1), value=value, declared_by="thử")
    units = [cast.bloc, cast.office, cast.foreign_bloc]
    found = declared.bases_under([unit.pk for unit in units], date(2021, 1, 1))
    assert found == {unit.pk: declared.members(unit, date(2021, 1, 1)) for unit in units}
