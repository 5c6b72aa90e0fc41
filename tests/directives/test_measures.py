"""What each measure counts, and that the list behind a number holds exactly those people."""

from datetime import date

import pytest

from candidates import lists, statistics
from candidates.enums import Stage
from candidates.models import Membership
from directives import measures, unit_measures
from directives.enums import ORGANISATION_MEASURES, UNIT_MEASURES, Measure
from directives.models import Fulfilment
from organizations import tree
from organizations.enums import Sector, UnitKind
from organizations.models import UnitVersion
from organizations.periods import year, year_to_date
from tests import duties, people
from tests.people import TODAY

DAYS = {Stage.DECIDED: date(2021, 2, 1), Stage.ADMITTED: date(2021, 3, 1)}
# Official from the end of probation: 02-3-2021.
PROBATION = {
    Stage.DECIDED: date(2020, 2, 3),
    Stage.ADMITTED: date(2020, 3, 2),
    Stage.REVIEWED: date(2021, 3, 8),
    Stage.OFFICIAL: date(2021, 3, 22),
}
# A fact that makes somebody count, by measure; the person without any of them counts as admitted alone.
FACTS = {
    Measure.ADMITTED_WOMEN: {"sex": "female"},
    Measure.ADMITTED_YOUTH: {"youth_union": True},
    Measure.ADMITTED_MINORITY: {"ethnic_group": "Tày"},
    Measure.ADMITTED_RELIGIOUS: {"religion": "Công giáo"},
    Measure.ADMITTED_STUDENTS: {"occupation": "student"},
    Measure.ADMITTED_WORKERS: {"occupation": "worker"},
    Measure.ADMITTED_RURAL: {"area": "rural"},
    Measure.ADMITTED_RESIDENTIAL: {"sector": "residential"},
    Measure.ADMITTED_FORCES: {"militia": True},
    Measure.ADMITTED_NON_STATE: {"sector": "non_state_enterprise"},
}


def counted(cast, measure: Measure, on: date = TODAY) -> int:
    cell = measures.cell(measure, (cast.bloc,), year_to_date(on), on)
    rows = len(people.signed_in(cast.officer).get(f"/ho-so/?{lists.query(cell)}").context["rows"])
    assert statistics.count(cell) == rows
    return rows


def admit(cast, **facts: object):
    return people.dossier(cast, Stage.ADMITTED, days=DAYS, **facts)


@pytest.mark.parametrize("measure", FACTS)
def test_a_group_among_those_admitted(cast, measure):
    admit(cast)
    admit(cast, full_name="Lê Thị Bình", **FACTS[measure])
    assert (counted(cast, Measure.ADMITTED), counted(cast, measure)) == (2, 1)


def test_students_are_pupils_too_and_soldiers_count_by_their_occupation(cast):
    admit(cast, occupation="pupil")
    admit(cast, full_name="Lê Văn Binh", occupation="forces")
    assert [counted(cast, each) for each in (Measure.ADMITTED_STUDENTS, Measure.ADMITTED_FORCES)] == [1, 1]


def test_a_cell_of_a_street_quarter_makes_its_people_residents(cast):
    UnitVersion.objects.filter(unit=cast.cell).update(sector=Sector.RESIDENTIAL)
    admit(cast)
    assert counted(cast, Measure.ADMITTED_RESIDENTIAL) == 1


@pytest.mark.parametrize(
    ("which", "since", "number"), [("association", 2020, 1), ("youth_union", 2020, 0), ("association", 2022, 0)]
)
def test_a_member_of_an_association_is_one_on_the_day_of_admission(cast, which, since, number):
    made = admit(cast)
    Membership.objects.create(person=made.person, organisation=getattr(cast, which), valid_from=date(since, 1, 1))
    assert counted(cast, Measure.ADMITTED_ASSOCIATION) == number


def test_somebody_nominated_before_the_admission_counts_as_nominated(cast):
    taken = people.accept(people.nomination(cast, on=date(2018, 3, 1)), date(2018, 3, 5))
    admit(cast)
    assert counted(cast, Measure.ADMITTED_NOMINATED) == 0
    people.advance(taken, Stage.ADMITTED, on=date(2021, 3, 1))
    assert counted(cast, Measure.ADMITTED_NOMINATED) == 1


def test_graduates_count_by_the_day_of_their_certificate(cast):
    people.dossier(cast, Stage.TRAINED, days={Stage.TRAINED: date(2021, 3, 29)})
    people.dossier(cast, Stage.TRAINED, full_name="Lê Văn Cũ")
    assert counted(cast, Measure.GRADUATED) == 1


@pytest.mark.parametrize(
    ("measure", "upto", "days"),
    [
        (Measure.NEW_SOURCES, Stage.SOURCE, {Stage.SOURCE: date(2021, 4, 1)}),
        (Measure.MADE_OFFICIAL, Stage.OFFICIAL, PROBATION),
    ],
)
def test_those_who_entered_a_stage_within_the_period(cast, measure, upto, days):
    people.dossier(cast, upto, days=days)
    assert counted(cast, measure) == 1
    assert statistics.count(measures.cell(measure, (cast.bloc,), year(2019), TODAY)) == 0


def test_every_measure_of_people_has_one_cell(cast):
    for measure in set(Measure) - ORGANISATION_MEASURES - UNIT_MEASURES:
        assert measures.counts_people(measure)
        assert statistics.count(measures.cell(measure, (cast.bloc,), year(2021), TODAY)) == 0


def test_units_with_sources_that_admitted_nobody_are_left_and_those_without_are_not_held_to_account(cast):
    admit(cast)
    people.unit("B.3", "Chi bộ Sở Ba", UnitKind.GRASSROOTS_CELL, cast.bloc)
    tree.rebuild()
    people.dossier(cast, where=cast.single_cell, full_name="Lê Văn Nguồn")
    found = unit_measures.count(Measure.UNITS_ADMITTING, cast.bloc, year(2021), TODAY)
    named = [[each.unit.code for each in group] for group in (found.met, found.left, found.without)]
    assert (found.reached, found.could, named) == (1, 2, [["B.1"], ["B.2"], ["B.3"]])


@pytest.mark.parametrize(
    ("sector", "since", "number"),
    [
        (Sector.NON_STATE_ENTERPRISE, date(2021, 2, 1), 1),
        (Sector.STATE_ENTERPRISE, date(2021, 2, 1), 1),
        (Sector.AGENCY, date(2021, 2, 1), 0),
        (Sector.NON_STATE_ENTERPRISE, date(2020, 2, 1), 0),
        (Sector.NON_STATE_ENTERPRISE, date(2021, 6, 1), 0),
    ],
)
def test_organisations_founded_in_enterprises_count_by_their_first_day(cast, sector, since, number):
    made = people.unit("B.9", "Chi bộ Công ty", UnitKind.GRASSROOTS_CELL, cast.bloc, since)
    UnitVersion.objects.filter(unit=made).update(sector=sector)
    tree.rebuild()
    found = unit_measures.count(Measure.UNITS_FOUNDED, cast.bloc, year(2021), TODAY)
    assert (found.reached, [each.unit for each in found.met]) == (number, [made] * number)


def test_documents_made_known_count_a_unit_once_for_each_document(cast):
    for bound, done in ((cast.cell, True), (cast.other_cell, False)):
        duty = duties.duty(cast.bloc, kind="make_known")
        if done:
            Fulfilment.objects.create(obligation=duty, unit=bound, on=date(2021, 4, 1))
    found = unit_measures.count(Measure.MADE_KNOWN, cast.bloc, year(2021), TODAY)
    assert (found.reached, found.could) == (1, 6)
