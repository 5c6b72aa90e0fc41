"""What units told, as known on a day: the newest figure, what a correction does to the day before it, reviews as a whole."""

from datetime import date

import pytest

from organizations import declared
from organizations.enums import FigureKind
from organizations.models import Figure
from organizations.periods import quarter_last_day

JUNE, LATE = date(2021, 6, 20), date(2021, 7, 5)
MID, YEAR_END = date(2021, 6, 15), date(2021, 12, 31)
PEOPLE = FigureKind.NON_PARTY


def tell(unit, value, *, kind=PEOPLE, on=MID, said_on=JUNE, replaces=None):
    if replaces:
        Figure.objects.filter(pk=replaces.pk).update(in_force=False)
    words = {"declared_by": "Bí thư", "source": "báo cáo"}
    return Figure.objects.create(unit=unit, kind=kind, on=on, said_on=said_on, value=value, replaces=replaces, **words)


def people(unit, known_on, **window):
    return declared.figures_by_unit([unit.pk], PEOPLE, YEAR_END, known_on, **window).get(unit.pk)


@pytest.mark.parametrize(("known_on", "value"), [(date(2021, 6, 19), None), (JUNE, 40), (LATE, 40)])
def test_a_figure_is_known_from_the_day_on_which_it_was_reported(known_on, value, cast):
    tell(cast.office, 40)
    assert people(cast.office, known_on) == value


@pytest.mark.parametrize(("known_on", "value"), [(JUNE, 40), (date(2021, 7, 4), 40), (LATE, 42)])
def test_before_a_correction_was_reported_the_old_figure_stands(known_on, value, cast):
    tell(cast.office, 42, said_on=LATE, replaces=tell(cast.office, 40))
    assert people(cast.office, known_on) == value


def test_a_slip_that_was_corrected_on_the_same_day_was_never_known(cast):
    tell(cast.office, 42, replaces=tell(cast.office, 4000))
    assert people(cast.office, JUNE) == 42


def test_a_figure_without_a_day_of_report_is_known_on_its_own_day(cast):
    tell(cast.office, 40, said_on=None)
    assert (people(cast.office, date(2021, 6, 14)), people(cast.office, MID)) == (None, 40)


def test_the_newest_day_counts_not_the_last_row(cast):
    tell(cast.office, 42, on=JUNE)
    tell(cast.office, 40, on=MID)
    assert people(cast.office, LATE) == 42


def test_a_figure_of_another_year_is_outside_the_window(cast):
    tell(cast.office, 40, on=date(2020, 6, 30), said_on=None)
    assert (people(cast.office, LATE), people(cast.office, LATE, since=date(2021, 1, 1))) == (40, None)


def test_many_units_are_read_at_once_in_one_query(cast, django_assert_num_queries):
    for value, unit in enumerate((cast.office, cast.single_cell), start=7):
        tell(unit, value)
    with django_assert_num_queries(1):
        found = declared.figures_by_unit([cast.office.pk, cast.single_cell.pk, cast.cell.pk], PEOPLE, YEAR_END, LATE)
    assert found == {cast.office.pk: 7, cast.single_cell.pk: 8}


def test_an_expectation_belongs_to_its_quarter(cast):
    third, fourth = (quarter_last_day(2021, number) for number in (3, 4))
    tell(cast.office, 3, kind=FigureKind.EXPECTED, on=third)
    expected = [declared.expected_by_unit([cast.office.pk], day, LATE) for day in (third, fourth)]
    assert expected == [{cast.office.pk: 3}, {}]


def test_a_review_is_read_whole_and_never_mixed_with_an_older_one(cast):
    tell(cast.office, 40, on=date(2021, 5, 1), said_on=date(2021, 5, 2))
    tell(cast.office, 11, kind=FigureKind.QUALIFIED, on=date(2021, 5, 1), said_on=date(2021, 5, 2))
    tell(cast.office, 42)
    found = declared.reviews_by_unit([cast.office.pk], date(2021, 1, 1), LATE)[cast.office.pk]
    assert (found.on, found.said_on, found.values) == (MID, JUNE, {PEOPLE: 42})


@pytest.mark.parametrize(
    ("number", "last"),
    [(1, date(2021, 3, 31)), (2, date(2021, 6, 30)), (3, date(2021, 9, 30)), (4, date(2021, 12, 31))],
)
def test_a_quarter_ends_on_its_last_day(number, last):
    assert quarter_last_day(2021, number) == last
