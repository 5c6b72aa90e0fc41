"""The organisations of the story ``hoi-2015``: who has a cell, who nominated whom, classes, seminars, targets."""

from collections import Counter
from datetime import date

from django.db.models import Count, F, Q

from candidates.enums import ClassKind, ClassState, Result, Stage, Standing
from candidates.models import (
    CertificateIssuer,
    Dossier,
    Enrolment,
    Membership,
    Nomination,
    Person,
    StageEntry,
    TrainingClass,
)
from directives import organisation_targets
from directives.models import Directive, Target
from organizations import declared, organisations
from organizations.enums import (
    ORGANISATION_FIGURES,
    FigureKind,
    Level,
    OfficeCell,
    UnitKind,
)
from organizations.models import Figure, StandingOffice, Unit, UnitVersion
from reports.demo.hoi_2015 import associations, bodies, memberships, nominations, story

AS_AT = story.AS_AT


def test_a_dozen_provincial_associations_have_theirs_in_districts_and_communes(province):
    levels = Counter(UnitVersion.objects.filter(kind=UnitKind.ASSOCIATION).values_list("level", flat=True))
    assert levels[Level.PROVINCE] == len(associations.ASSOCIATIONS) == 12
    assert levels[Level.DISTRICT] == sum(len(each.areas) for each in associations.ASSOCIATIONS)
    assert levels[Level.COMMUNE] == sum(len(each.communes) for each in associations.ASSOCIATIONS)


def test_standing_offices_have_their_own_cell_share_one_or_have_none(province):
    held = StandingOffice.objects.filter(organisation__versions__level=Level.PROVINCE)
    assert set(held.values_list("arrangement", flat=True)) == set(OfficeCell)
    shared = Unit.objects.get(versions__name=f"Chi bộ {bodies.SHARED_CELL}")
    assert organisations.hosted_by(shared, AS_AT).count() == 2


def test_the_demo_secretary_leads_the_cell_of_a_standing_office(province):
    cell = Unit.objects.get(posts__user__username="bithu")
    assert organisations.hosted_by(cell, AS_AT).exists()


def test_one_association_declared_nothing_and_one_has_nobody_left(province):
    silent, elderly = (_association(code) for code in (associations.SILENT, associations.ELDERLY))
    assert not Figure.objects.filter(unit=silent).exists()
    assert not StandingOffice.objects.filter(organisation=silent).exists()
    left = declared.figures_by_unit([elderly.pk], FigureKind.NOT_YET_OF_AGE, AS_AT, AS_AT)
    assert left == {elderly.pk: 0}


def test_of_2014_only_the_members_are_known(province):
    kinds = Figure.objects.filter(on=date(2014, 12, 31)).values_list("kind", flat=True).distinct()
    assert set(kinds) == {FigureKind.ORGANISATION_MEMBERS}


def test_no_figure_of_an_organisation_contradicts_another(province):
    for unit in Unit.objects.filter(figures__kind=FigureKind.NOT_YET_OF_AGE).distinct():
        told = declared.statements([unit.pk], ORGANISATION_FIGURES, AS_AT)[unit.pk][0].values
        parts = told[FigureKind.ALREADY_IN_PARTY] + told[FigureKind.NOT_YET_OF_AGE]
        assert parts <= told[FigureKind.ORGANISATION_MEMBERS]


# Memberships and nominations


def test_several_people_belong_to_two_associations_and_one_was_nominated_by_both(province):
    kind = Q(memberships__organisation__versions__kind=UnitKind.ASSOCIATION)
    twice = Person.objects.annotate(n=Count("memberships", filter=kind)).filter(n__gte=2)
    by_two = Person.objects.annotate(n=Count("nominations__organisation", distinct=True)).filter(n__gte=2)
    assert twice.count() == memberships.IN_SECOND
    assert by_two.count() == 1
    assert by_two.get() in twice


def test_some_associations_nominated_nobody(province):
    codes = [each.code for each in associations.ASSOCIATIONS if not _made_by(_association(each.code)).exists()]
    assert sorted(codes) == sorted(associations.NOBODY_NOMINATED)


def test_nominations_were_taken_up_returned_with_a_reason_or_wait_one_of_them_too_long(province):
    answers = dict(Nomination.objects.values_list("answer").annotate(n=Count("pk")))
    waiting = Nomination.objects.filter(answer="waiting")
    assert (answers["returned"], answers["waiting"]) == (len(nominations.RETURNED), len(nominations.WAITING))
    assert answers["accepted"] >= 80
    assert waiting.filter(answer_by__lt=AS_AT).count() == 1
    assert waiting.filter(cell__posts__user__username="bithu").count() == 2


def test_whoever_was_nominated_belonged_to_the_organisation_on_that_day(province):
    belongs = Q(person__memberships__organisation=F("organisation"))
    belongs &= Q(person__memberships__valid_from__lte=F("nominated_on"))
    assert Nomination.objects.filter(belongs).count() == Nomination.objects.count()


def test_the_youth_union_has_those_of_whom_the_dossier_says_so(province):
    unions = Unit.objects.filter(code__startswith="D.60.1.")
    members = Dossier.objects.filter(person__memberships__organisation__in=unions)
    assert set(members) == set(Dossier.objects.filter(youth_union=True))


def test_some_people_work_in_a_standing_office(province):
    assert Membership.objects.filter(standing=Standing.STAFF).exists()


# Classes, targets


def test_every_certificate_comes_from_a_class_and_somebody_failed(province):
    held = TrainingClass.objects.filter(state=ClassState.CLOSED)
    kinds = Counter(held.values_list("kind", flat=True))
    assert kinds == {ClassKind.AWARENESS: 2, ClassKind.NEW_MEMBERS: 1, ClassKind.SEMINAR: 2}
    awareness = Enrolment.objects.filter(training_class__kind=ClassKind.AWARENESS)
    certified = awareness.filter(result=Result.PASSED, certificate__issued_on=F("training_class__certified_on"))
    assert certified.count() == StageEntry.objects.filter(stage=Stage.TRAINED).count()
    assert awareness.exclude(result=Result.PASSED).exists()
    assert CertificateIssuer.objects.count() == len(bodies.AREAS) + 1


def test_all_but_one_organisation_set_targets_for_the_year_and_their_own_term(province):
    every = Unit.objects.filter(versions__kind=UnitKind.SOCIO_POLITICAL, versions__level=Level.PROVINCE)
    unset = {each.name for each in organisation_targets.unset(every, every, AS_AT)}
    assert unset == {"Hội Cựu chiến binh tỉnh"}
    assert dict(Target.objects.values_list("period").annotate(n=Count("pk"))) == {"year": 8, "term": 4}
    assert all("minh họa" in target.origin for target in Target.objects.all())


def test_both_letters_are_recorded(province):
    letters = Directive.objects.filter(issuing_unit=province).values_list("document__number", flat=True)
    assert sorted(letters) == ["", "2246-CV/TU"]


def _association(code: str) -> Unit:
    return Unit.objects.get(code=f"H.60.{code}")


def _made_by(organisation: Unit):
    return Nomination.objects.filter(organisation=organisation)
