"""The demo story ``hoi-2015``: every situation that letter 2246 and the conclusion of 2014 ask to be told from is in it."""

from datetime import date

import pytest
from django.db.models import Count

from candidates.enums import Stage
from candidates.models import (
    Dossier,
    Helper,
    Nomination,
    StageEntry,
)
from organizations.enums import (
    Role,
    Sector,
)
from organizations.models import Installation, UnitVersion
from reports import checks
from reports.demo.hoi_2015 import accounts, bodies, lives, story
from tests.reports import loading

AS_AT = story.AS_AT
START = date(2015, 1, 1)


def test_the_checks_of_the_data_find_nothing(province):
    assert list(checks.findings()) == []


def test_the_root_is_the_province(province):
    assert (province.code, Installation.objects.values_list("story", "as_at").get()) == ("60", ("hoi-2015", AS_AT))


def test_the_story_is_the_same_at_every_loading(first_picture, province):
    assert loading.picture() == first_picture


@pytest.mark.parametrize("account", accounts.ACCOUNTS, ids=lambda account: account.username)
def test_every_published_account_opens_the_pages_that_its_first_page_links(account, province):
    assert loading.broken_links(account.username) == []


def test_every_role_can_be_tried(province):
    assert {account.role for account in accounts.ACCOUNTS} == set(Role)


def test_people_stand_at_every_stage_of_2015(province):
    found = dict(Dossier.objects.values_list("stage").annotate(n=Count("pk")))
    waiting = {stage: count for stage, (count, _) in lives.WAITING.items()}
    assert found == waiting | {
        Stage.DECIDED: waiting[Stage.DECIDED] + 1,
        Stage.TRAINED: sum(count for _, count in lives.WAITING_TRAINED),
        Stage.ADMITTED: sum(count for _, count in lives.ADMITTED),
        Stage.STRUCK_OFF: 1,
        Stage.REMOVED: sum(count for _, count in lives.LEAVING),
    }
    assert Dossier.objects.count() == 180


def test_nothing_of_candidates_is_known_before_2015_nor_after_the_day_of_the_story(province):
    days = [
        *StageEntry.objects.values_list("on", flat=True),
        *Nomination.objects.values_list("nominated_on", flat=True),
        *Nomination.objects.exclude(answered_on=None).values_list("answered_on", flat=True),
        *Helper.objects.values_list("valid_from", flat=True),
    ]
    assert START <= min(days) <= max(days) <= AS_AT


def test_before_the_first_regime_no_step_has_a_term(province):
    assert not StageEntry.objects.exclude(due_on=None).exists()


def test_one_decision_of_the_last_days_has_no_ceremony_and_did_not_come_yet(province):
    entry = StageEntry.objects.get(stage=Stage.DECIDED, on=lives.DECIDED_LAST)
    assert (entry.until, entry.paper.received_on) == (None, None)


def test_somebody_was_admitted_and_struck_off(province):
    entry = StageEntry.objects.get(stage=Stage.STRUCK_OFF)
    assert StageEntry.objects.filter(dossier=entry.dossier, stage=Stage.ADMITTED, on__gte=START).exists()


def test_people_of_minorities_of_religions_and_of_every_sector_were_admitted(province):
    admitted = Dossier.objects.filter(entries__stage=Stage.ADMITTED)
    assert admitted.exclude(person__ethnic_group="Kinh").exists()
    assert admitted.exclude(person__religion="Không").exists()
    sectors = {Sector.AGENCY, Sector.PUBLIC_UNIT, Sector.RESIDENTIAL, Sector.NON_STATE_ENTERPRISE}
    assert set(admitted.values_list("sector", flat=True)) == sectors


def test_two_party_organisations_were_founded_in_enterprises_outside_the_state_sector(province):
    new = UnitVersion.objects.filter(sector=Sector.NON_STATE_ENTERPRISE, valid_from__gte=START)
    days = sorted(company.founded for area in bodies.AREAS for company in area.companies if company.founded)
    assert sorted(new.values_list("valid_from", flat=True)) == days
    assert len(days) == 2
