"""Progress of every kind of target: units instead of people, a ceiling, an aspiration, what a merged unit was given."""

from datetime import date

import pytest

from candidates.enums import Stage
from directives import progress, progress_many, scorecard
from directives.enums import BaseKind, Comparison, Measure, NumberKind
from directives.models import Allocation, Target
from directives.standing import Mark
from organizations.enums import UnitKind
from tests import people
from tests.pages import read
from tests.people import TODAY
from tests.reports import asking

THIS_YEAR = {Stage.DECIDED: date(2021, 1, 11), Stage.ADMITTED: date(2021, 3, 1)}
MERGED = date(2021, 4, 1)


def asked(unit, number: int | None = 8, **more: object) -> Target:
    """A target of ``unit`` as it is read back."""
    made = people.target(unit, number or 1, NumberKind.ABSOLUTE)
    if number is None:
        more |= {"number": None, "number_kind": NumberKind.NONE}
    Target.objects.filter(pk=made.pk).update(**more)
    return Target.objects.get(pk=made.pk)


def standing(target: Target, unit) -> Mark:
    (found,) = progress_many.of_units([{unit.pk: target}], [unit], TODAY)
    return found[unit.pk].standing.mark


@pytest.mark.parametrize(
    ("admitted", "number", "more", "mark"),
    [
        (1, 1, {"comparison": Comparison.AT_MOST}, Mark.WITHIN),
        (2, 1, {"comparison": Comparison.AT_MOST}, Mark.OVER),
        (1, 1, {}, Mark.REACHED),
        (1, None, {}, Mark.ASPIRATION),
    ],
)
def test_a_result_is_held_against_its_number_as_the_text_asks(cast, admitted, number, more, mark):
    for _ in range(admitted):
        people.dossier(cast, Stage.ADMITTED, days=THIS_YEAR)
    assert standing(asked(cast.bloc, number, **more), cast.bloc) == mark


@pytest.mark.parametrize(
    ("measure", "counted"),
    [(Measure.ADMITTED_WOMEN, 0), (Measure.NEW_SOURCES, 0), (Measure.MADE_OFFICIAL, 0), (Measure.ADMITTED, 1)],
)
def test_each_measure_counts_its_own_people_one_by_one_and_together(cast, measure, counted):
    people.dossier(cast, Stage.ADMITTED, days=THIS_YEAR)
    target = asked(cast.bloc, measure=measure)
    (found,) = progress_many.of_units([{cast.bloc.pk: target}], [cast.bloc], TODAY)
    assert found[cast.bloc.pk].actual == progress.of_target(target, cast.bloc, TODAY).actual
    assert found[cast.bloc.pk].actual.people == counted


def test_units_are_counted_on_a_page_of_their_own_in_the_scorecard_and_in_the_evidence(cast):
    people.dossier(cast, Stage.ADMITTED, days=THIS_YEAR)
    people.dossier(cast, where=cast.single_cell)
    share = {"number_kind": NumberKind.PERCENT, "number": 50, "base": BaseKind.UNITS_WITH_SOURCES}
    target = asked(cast.bloc, measure=Measure.UNITS_ADMITTING, **share)
    browser = people.signed_in(cast.leader)
    own = browser.get(f"/van-ban/chi-tieu/{target.pk}/?don_vi=B").url
    assert own == f"/van-ban/chi-tieu/{target.pk}/to-chuc/?don_vi=B"
    (met,) = scorecard.build(cast.bloc, TODAY).total.cells
    assert (met.units.reached, met.goal, met.standing.words, met.href) == (1, 1, "Đã đạt", own)
    sheet = asking.report("minh-chung", cast.bloc, TODAY)
    (row,) = sheet.sections[0].tables[0].rows
    assert [(figure.value, figure.href) for figure in row.figures][1:3] == [(1, ""), (1, own)]


def test_what_a_merged_unit_was_given_stands_as_it_was_issued_situation_11(cast):
    target = asked(cast.bloc, 100)
    heir = people.unit("B.9", "Đảng bộ Sở Mới", UnitKind.GRASSROOTS, cast.bloc, since=MERGED)
    for unit, number in ((cast.office, 38), (cast.single_cell, 26)):
        letter = target.directive.document
        Allocation.objects.create(target=target, unit=unit, year=2021, people=number, document=letter)
    for cell in (cast.cell, cast.other_cell):
        people.place_under(cell, heir, MERGED)
    people.close(cast.office, MERGED)
    people.place_under(cast.single_cell, heir, MERGED)
    cast.single_cell.versions.filter(valid_until__isnull=True).update(kind=UnitKind.CELL)
    (found,) = progress_many.of_units([{heir.pk: target}], [heir], TODAY)
    assert found[heir.pk].goal == progress.of_target(target, heir, TODAY).goal == 64
    words = read(people.signed_in(cast.leader).get(f"/van-ban/chi-tieu/{target.pk}/?don_vi=B.9")).words
    assert "giữ nguyên như đã giao trước khi sáp nhập" in words
