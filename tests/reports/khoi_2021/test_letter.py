"""What letter 259-CV/ĐUK asks to follow is in the story: unions, members in charge, classes, reviews, receipts."""

from collections import Counter
from datetime import date

import pytest
from django.db.models import Count, F, Q

from candidates.enums import Answer, ClassKind, ClassState, Result, Stage
from candidates.models import Dossier, Enrolment, Helper, Nomination, StageEntry, TrainingClass
from directives import obligations
from directives.enums import ObligationKind
from directives.models import Obligation
from directives.obligations import Round
from organizations import declared, tree
from organizations.enums import FigureKind, Role, UnitKind
from organizations.models import Post, Unit, UnitVersion
from reports import checks
from reports.demo.khoi_2021 import accounts, charge, classes, lives, reviews, story, unions
from tests.reports import loading

AS_AT, JULY = story.AS_AT, date(2021, 7, 31)


@pytest.fixture
def bodies(bloc) -> list[int]:
    """The keys of the grassroots organisations."""
    return list(tree.grassroots(bloc, AS_AT).values_list("unit", flat=True))


def test_the_checks_of_the_data_find_nothing(bloc):
    assert list(checks.findings()) == []


@pytest.mark.parametrize("account", accounts.ACCOUNTS, ids=lambda account: account.username)
def test_every_published_account_opens_the_pages_that_its_first_page_links(account, bloc):
    assert loading.broken_links(account.username) == []


def test_every_role_can_be_tried(bloc):
    assert {account.role for account in accounts.ACCOUNTS} == set(Role)


# Organisations


def test_the_bloc_follows_both_organisations_of_the_letter(bloc):
    followed = UnitVersion.objects.filter(unit__oversights__unit=bloc).order_by("unit__code")
    names = ["Đoàn Thanh niên Khối các cơ quan tỉnh", "Công đoàn Viên chức tỉnh"]
    assert [version.name for version in followed] == names
    assert {version.kind for version in followed} == {UnitKind.SOCIO_POLITICAL}


def test_both_declared_their_members(bloc):
    ids = Unit.objects.filter(oversights__unit=bloc).values_list("pk", flat=True)
    assert len(declared.figures_by_unit(ids, FigureKind.ORGANISATION_MEMBERS, AS_AT, AS_AT)) == 2


def test_the_youth_union_has_those_of_whom_the_dossier_says_so(bloc):
    members = Dossier.objects.filter(person__memberships__organisation__code="D.22.001.1")
    assert set(members) == set(Dossier.objects.filter(youth_union=True))


def test_nominations_were_taken_up_returned_or_wait_one_of_them_too_long(bloc):
    answers = Counter(Nomination.objects.values_list("answer", flat=True))
    assert (answers[Answer.RETURNED], answers[Answer.WAITING]) == (len(unions.RETURNED), len(unions.WAITING))
    assert answers[Answer.ACCEPTED] > 100
    waiting = Nomination.objects.filter(answer=Answer.WAITING, nominated_on__lte=AS_AT)
    assert waiting.filter(answer_by__lt=AS_AT).count() == 1
    assert waiting.filter(cell__posts__user__username="bithu").count() == 2


def test_whoever_was_nominated_belonged_to_the_organisation_on_that_day(bloc):
    belongs = Q(person__memberships__organisation=F("organisation"))
    belongs &= Q(person__memberships__valid_from__lte=F("nominated_on"))
    assert Nomination.objects.filter(belongs).count() == Nomination.objects.count()


# Members in charge, reviews, receipts


def test_exactly_one_member_is_in_charge_of_each_organisation(bloc, bodies):
    posts = Post.objects.on(AS_AT).filter(role=Role.MEMBER_IN_CHARGE)
    assert sorted(posts.values_list("unit", flat=True)) == sorted(bodies)
    assert posts.values("user").distinct().count() == len(charge.OTHERS) + 1


@pytest.mark.parametrize(("review", "known_on"), [(reviews.REVIEWS[0][0], AS_AT), (reviews.REVIEWS[1][0], JULY)])
def test_most_units_reviewed_their_sources_some_late_some_not(bloc, bodies, review, known_on):
    said = declared.reviews_by_unit(bodies, review, known_on)
    last_in_time = {day: last for day, _, last, _ in reviews.REVIEWS}[review]
    late = [unit for unit, told in said.items() if told.said_on > last_in_time]
    assert 3 <= len(late) <= 15
    assert 3 <= len(bodies) - len(said) <= 12


def test_the_review_of_june_is_not_known_on_the_day_of_the_story(bloc, bodies):
    assert declared.reviews_by_unit(bodies, date(2021, 6, 30), AS_AT) == {}


def test_some_expectations_are_known_on_the_day_of_the_story_and_more_later(bloc, bodies):
    quarter = date(2021, 9, 30)
    now, later = (declared.expected_by_unit(bodies, quarter, day) for day in (AS_AT, JULY))
    assert 0 < len(now) < len(later) < len(bodies)


def test_the_letter_was_made_known_in_most_cells_after_the_day_of_the_story(bloc):
    duty = Obligation.objects.get(kind=ObligationKind.MAKE_KNOWN)
    assert not duty.fulfilments.filter(on__lte=duty.directive.document.issued_on).exists()
    (told,) = obligations.tally([Round(duty)], JULY, Unit.objects.all())
    assert told.done > told.left > 0


# Classes, helpers


def test_the_classes_are_those_of_the_certificates(bloc):
    held = TrainingClass.objects.filter(kind=ClassKind.AWARENESS, state=ClassState.CLOSED)
    days = sorted(set(lives.CLASSES) & set(StageEntry.objects.filter(stage=Stage.TRAINED).values_list("on", flat=True)))
    assert list(held.order_by("ends_on").values_list("ends_on", flat=True)) == days
    assert held.values("name").distinct().count() == len(days) == len(lives.CLASSES) - 1
    certificates = Enrolment.objects.filter(training_class__in=held, result=Result.PASSED)
    on_last_day = StageEntry.objects.filter(stage=Stage.TRAINED, on__in=lives.CLASSES)
    assert certificates.count() >= on_last_day.count() > 400
    assert not certificates.filter(certificate__entry__stage__isnull=True).exists()


def test_some_did_not_pass_and_one_class_was_for_new_members(bloc):
    assert Enrolment.objects.filter(result__in=(Result.FAILED, Result.ABSENT)).count() >= 20
    new = TrainingClass.objects.get(kind=ClassKind.NEW_MEMBERS, state=ClassState.CLOSED)
    results = dict(new.enrolments.values_list("result").annotate(n=Count("pk")))
    assert results[Result.PASSED] > 50


def test_the_classes_of_spring_2021_were_not_held(bloc):
    planned = TrainingClass.objects.filter(state=ClassState.PLANNED)
    assert list(planned.values_list("kind", "name", "planned_for")) == list(classes.PLANNED)
    assert not Enrolment.objects.filter(training_class__in=planned).exists()


def test_most_sympathisers_have_a_helper(bloc):
    followed = Dossier.objects.filter(entries__stage=Stage.SYMPATHISER).distinct().count()
    assert 0.85 < Helper.objects.count() / followed < 1
