"""What narrows a count: ties, groups, classes; a flow asks on the day of the entry, a stock on the day counted."""

from datetime import date, timedelta

import pytest

from candidates import statistics
from candidates.among import Among
from candidates.enums import (
    BEFORE_DECISION,
    Answer,
    ClassKind,
    ClassState,
    ClassTie,
    Group,
    PaperKind,
    Result,
    Stage,
    Standing,
    Tie,
)
from candidates.models import Dossier, Enrolment, GivenTask, Helper, Membership, Nomination, Paper, TrainingClass
from candidates.statistics import Cell
from organizations.acting import acting
from organizations.enums import Deed, Sector
from organizations.models import Unit
from organizations.periods import year
from tests import people, training
from tests.people import DAYS, TODAY

DAY = timedelta(days=1)
ENTERED = DAYS[Stage.SOURCE]


def entered(cast: people.Cast, among: Among) -> int:
    """Who entered the sources in 2018 among some."""
    return statistics.count(Cell((cast.bloc,), (Stage.SOURCE,), TODAY, year(ENTERED.year), among=among))


def waiting(cast: people.Cast, among: Among, on: date = TODAY) -> int:
    """Who stands before the decision at the end of a day among some."""
    return statistics.count(Cell((cast.bloc,), BEFORE_DECISION, on, among=among))


def belong(made: Dossier, organisation: Unit, since: date, until: date | None = None, **more: object) -> None:
    with acting(None, Deed.EDIT_CANDIDATE):
        days = {"valid_from": since, "valid_until": until}
        Membership.objects.create(person=made.person, organisation=organisation, **days, **more)


def nominate(made: Dossier, organisation: Unit, on: date) -> None:
    said = {"answer": Answer.ACCEPTED, "answered_on": on, "dossier": made}
    with acting(None, Deed.NOMINATE):
        Nomination.objects.create(
            person=made.person, organisation=organisation, cell=made.unit, nominated_on=on, **said
        )


def test_without_anything_nobody_is_left_out(cast):
    people.dossier(cast)
    assert (Among().narrows, entered(cast, Among()), waiting(cast, Among())) == (False, 1, 1)


@pytest.mark.parametrize(
    ("since", "until", "flow", "stock"),
    [
        pytest.param(ENTERED, None, 1, 1, id="since the day of the entry"),
        pytest.param(ENTERED + DAY, None, 0, 1, id="joined after the entry"),
        pytest.param(date(2010, 1, 1), ENTERED + DAY, 1, 0, id="left the day after the entry"),
        pytest.param(date(2010, 1, 1), ENTERED, 0, 0, id="left before the entry"),
    ],
)
def test_a_member_counts_on_the_day_that_is_asked(cast, since, until, flow, stock):
    belong(people.dossier(cast), cast.association, since, until)
    among = Among((cast.association,))
    assert (entered(cast, among), waiting(cast, among)) == (flow, stock)


def test_the_three_ties_are_three_counts(cast):
    """domain.md §10: members, staff of the standing office and people nominated are never mixed."""
    member, staff, nominee = (people.dossier(cast, full_name=name) for name in ("Lê An", "Lê Bình", "Lê Chi"))
    belong(member, cast.association, ENTERED)
    belong(staff, cast.association, ENTERED, standing=Standing.STAFF)
    nominate(nominee, cast.association, ENTERED)
    counted = {tie: waiting(cast, Among((cast.association,), tie)) for tie in Tie}
    assert counted == {Tie.MEMBER: 2, Tie.STAFF: 1, Tie.NOMINATED: 1}


@pytest.mark.parametrize("tie", [Tie.MEMBER, Tie.NOMINATED])
def test_a_person_of_two_organisations_counts_once_and_among_those_of_several(cast, tie):
    both, one = people.dossier(cast, full_name="Lê An"), people.dossier(cast, full_name="Lê Bình")
    tied = belong if tie == Tie.MEMBER else nominate
    for made, organisation in ((both, cast.association), (both, cast.youth_union), (one, cast.association)):
        tied(made, organisation, ENTERED)
    organisations = (cast.association, cast.youth_union)
    assert [waiting(cast, Among((each,), tie)) for each in organisations] == [2, 1]
    assert (waiting(cast, Among(organisations, tie)), waiting(cast, Among(organisations, tie, at_least=2))) == (2, 1)


@pytest.mark.parametrize(
    ("group", "facts", "others"),
    [
        (Group.WOMEN, {"sex": "female"}, {"sex": "male"}),
        (Group.MINORITY, {"ethnic_group": "Chăm"}, {"ethnic_group": "Kinh"}),
        (Group.MINORITY, {"ethnic_group": "Ra Glai"}, {"ethnic_group": ""}),
        (Group.RELIGIOUS, {"religion": "Phật giáo"}, {"religion": "Không"}),
        (Group.YOUTH_UNION, {"youth_union": True}, {"youth_union": None}),
        (Group.NON_STATE, {"sector": Sector.NON_STATE_ENTERPRISE}, {"sector": Sector.STATE_ENTERPRISE}),
    ],
)
def test_a_group_counts_who_is_known_to_belong_to_it(cast, group, facts, others):
    people.dossier(cast, full_name="Lê An", **facts)
    people.dossier(cast, full_name="Lê Bình", **others)
    assert waiting(cast, Among(groups=(group,))) == 1


@pytest.mark.parametrize(
    ("birth", "flow"),
    [
        pytest.param(date(2000, 3, 5), 1, id="18 on the day"),
        pytest.param(date(2000, 3, 6), 0, id="18 the day after"),
        pytest.param(date(1987, 3, 6), 1, id="30 for the last day"),
        pytest.param(date(1987, 3, 5), 0, id="31 on the day"),
    ],
)
def test_the_young_are_18_to_30_by_full_years_on_the_day(cast, birth, flow):
    people.dossier(cast, birth_year=birth.year, birth_date=birth)
    assert entered(cast, Among(groups=(Group.YOUNG,))) == flow


@pytest.mark.parametrize(("birth_year", "flow"), [(2000, 1), (2001, 0), (1988, 1), (1987, 0)])
def test_without_the_day_of_birth_the_years_are_compared(cast, birth_year, flow):
    people.dossier(cast, birth_year=birth_year, birth_date=None)
    assert entered(cast, Among(groups=(Group.YOUNG,))) == flow


def test_a_helper_and_a_task_count_from_their_day(cast):
    made, on = people.dossier(cast), date(2019, 5, 6)
    with acting(None, Deed.RECORD_PAPER):
        Helper.objects.create(dossier=made, name="Lê Văn Giúp", valid_from=on, valid_until=on + DAY)
        GivenTask.objects.create(dossier=made, given_on=on, words="Phụ trách phong trào")
    days = (on - DAY, on, on + DAY)
    assert [waiting(cast, Among(groups=(Group.HELPED,)), day) for day in days] == [0, 1, 0]
    assert [waiting(cast, Among(groups=(Group.TASKED,)), day) for day in days] == [0, 1, 1]


@pytest.mark.parametrize(("model", "group"), [(Helper, Group.HELPED), (GivenTask, Group.TASKED)])
def test_a_helper_or_a_task_that_was_taken_back_counts_no_more(cast, model, group):
    made, among = people.dossier(cast), Among(groups=(group,))
    with acting(None, Deed.RECORD_PAPER):
        Helper.objects.create(dossier=made, name="Lê Văn Giúp", valid_from=ENTERED)
        GivenTask.objects.create(dossier=made, given_on=ENTERED, words="Phụ trách phong trào")
        counted = entered(cast, among), waiting(cast, among)
        model.objects.update(void=True)
    assert (counted, (entered(cast, among), waiting(cast, among))) == ((1, 1), (0, 0))


def test_a_class_knows_its_students_its_graduates_and_whose_certificate_soon_expires(cast):
    graduate, student = (people.dossier(cast, Stage.TRAINED, full_name=name) for name in ("Lê An", "Lê Bình"))
    paper = Paper.objects.get(dossier=graduate, kind=PaperKind.CERTIFICATE)
    with acting(None, Deed.RUN_CLASSES):
        held = TrainingClass.objects.create(
            kind=ClassKind.AWARENESS, name="Lớp 1", unit=cast.bloc, state=ClassState.CLOSED,
            planned_for=date(2019, 3, 1), starts_on=date(2019, 3, 25), ends_on=date(2019, 3, 29),
        )  # fmt: skip
        Enrolment.objects.create(training_class=held, dossier=graduate, result=Result.PASSED, certificate=paper)
        Enrolment.objects.create(training_class=held, dossier=student, result=Result.FAILED)
    soon = paper.expires_on - DAY
    told = {tie: Among(training=held.pk, class_tie=tie) for tie in ClassTie}
    assert [waiting(cast, told[tie]) for tie in ClassTie] == [2, 1, 0]
    assert waiting(cast, told[ClassTie.NEAR_EXPIRY], soon) == 1
    assert [waiting(cast, Among(groups=(group,))) for group in (Group.SENT, Group.CERTIFIED)] == [2, 2]
    assert waiting(cast, Among(groups=(Group.CERTIFIED,)), paper.expires_on) == 0


@pytest.mark.parametrize(
    ("days", "on", "students", "sent"),
    [
        pytest.param({}, date(2021, 3, 7), 0, 0, id="an old row before its class"),
        pytest.param({}, date(2021, 3, 8), 1, 1, id="an old row from the start of its class"),
        pytest.param({"enrolled_on": date(2021, 3, 1)}, date(2021, 2, 28), 0, 0, id="before the day of joining"),
        pytest.param({"enrolled_on": date(2021, 3, 1)}, date(2021, 3, 1), 1, 0, id="joined while it was planned"),
        pytest.param({"enrolled_on": date(2021, 3, 10)}, date(2021, 3, 9), 0, 0, id="joined later than it began"),
        pytest.param({"enrolled_on": date(2021, 3, 10)}, date(2021, 3, 10), 1, 1, id="on the day of joining"),
        pytest.param({"withdrawn": True}, date(2021, 3, 8), 0, 0, id="an old row that left on an unknown day"),
        pytest.param(
            {"withdrawn": True, "withdrawn_on": date(2021, 3, 9)}, date(2021, 3, 8), 1, 1, id="before it left"
        ),
        pytest.param({"withdrawn": True, "withdrawn_on": date(2021, 3, 9)}, date(2021, 3, 9), 0, 0, id="left that day"),
    ],
)
def test_a_student_counts_from_the_day_of_joining_up_to_that_of_leaving(days, on, students, sent, cast):
    lesson = training.a_class(cast.bloc, ClassState.OPENED)
    training.student(lesson, people.dossier(cast, Stage.SYMPATHISER), **days)
    enrolled = Among(training=lesson.pk, class_tie=ClassTie.ENROLLED)
    assert (waiting(cast, enrolled, on), waiting(cast, Among(groups=(Group.SENT,)), on)) == (students, sent)


def test_a_class_given_up_has_no_students_from_that_day(cast):
    lesson = training.a_class(cast.bloc, ClassState.CANCELLED)
    training.student(lesson, people.dossier(cast, Stage.SYMPATHISER), enrolled_on=date(2021, 3, 1))
    among = Among(training=lesson.pk, class_tie=ClassTie.ENROLLED)
    assert [waiting(cast, among, on) for on in (date(2021, 3, 4), date(2021, 3, 5))] == [1, 0]


def test_a_membership_that_was_taken_back_counts_no_more(cast):
    made = people.dossier(cast)
    for organisation in (cast.association, cast.youth_union):
        belong(made, organisation, ENTERED)
    either = (cast.association, cast.youth_union)
    asked = Among((cast.association,)), Among(either), Among(either, at_least=2)
    before = [(entered(cast, among), waiting(cast, among)) for among in asked]
    with acting(None, Deed.EDIT_CANDIDATE):
        Membership.objects.filter(organisation=cast.association).update(void=True)
    after = [(entered(cast, among), waiting(cast, among)) for among in asked]
    assert (before, after) == ([(1, 1)] * 3, [(0, 0), (1, 1), (0, 0)])


def test_units_taken_together_count_a_person_of_two_of_them_once(cast):
    made = people.dossier(cast, Stage.SYMPATHISER)
    people.dossier(cast, full_name="Lê Bình", where=cast.single_cell)
    made.entries.filter(stage=Stage.SOURCE).update(unit=cast.single_cell)
    ever = Cell((), (Stage.SOURCE, Stage.SYMPATHISER), TODAY, year(2018))
    both = {-1: [cast.office.pk, cast.single_cell.pk], -2: [cast.foreign_bloc.pk]}
    assert statistics.by_unit(ever, [cast.office.pk, cast.single_cell.pk]) == {
        cast.office.pk: 1,
        cast.single_cell.pk: 2,
    }
    assert statistics.by_group(ever, both) == {-1: 2}
    assert statistics.by_group(ever, {}) == {}
