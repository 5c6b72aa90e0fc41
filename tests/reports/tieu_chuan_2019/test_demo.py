"""The demo story ``tieu-chuan-2019``: each case of the criterion stands in it, with the answer that letter 52-CV gives."""

import pytest

from candidates import assessment, lacking
from candidates.enums import Occupation, Stage
from candidates.lacking import Lack
from candidates.models import Dossier, LocalCriterion, StageEntry
from candidates.rules.ratings import RULE
from candidates.rules.verdict import Verdict
from candidates.statistics import Cell
from organizations import access, clock
from organizations.models import Installation, User
from reports import checks
from reports.demo.tieu_chuan_2019 import accounts, people, story
from reports.demo.tieu_chuan_2019.cases import CASES, Case
from tests.reports import loading

AS_AT = story.AS_AT


def test_the_checks_of_the_data_find_nothing(upper):
    assert list(checks.findings()) == []


def test_the_root_is_the_committee_of_agencies(upper):
    told = Installation.objects.values_list("story", "as_at").get()
    assert (upper.code, told) == ("90.01", ("tieu-chuan-2019", AS_AT))


def test_the_story_is_the_same_at_every_loading(first_picture, upper):
    assert loading.picture() == first_picture


@pytest.mark.parametrize("account", accounts.ACCOUNTS, ids=lambda account: account.username)
def test_every_published_account_opens_the_pages_that_its_first_page_links(account, upper):
    assert loading.broken_links(account.username) == []


def test_about_45_dossiers_stand_at_every_stage_up_to_the_ceremony(upper):
    assert Dossier.objects.count() == 2 * len(CASES) + sum(people.BEFORE_THE_CLASS.values()) + 4 == 45
    assert set(Dossier.objects.values_list("stage", flat=True)) == set(people.STAGES) | {
        *people.BEFORE_THE_CLASS,
        *people.AFTER_THE_DECISION,
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.key)
def test_the_criterion_answers_each_case(case, upper):
    answers = {verdict.answer if (verdict := _verdict(dossier)) else None for dossier in _standing_for(case)}
    assert answers == {case.answer}


def test_where_both_readings_differ_the_sentence_tells_both(upper):
    (case,) = [case for case in CASES if case.key == "readings-differ"]
    sentence = _verdict(_standing_for(case)[0]).sentence
    assert "các năm 2016–2018" in sentence
    assert "chưa kết luận" in sentence
    assert sentence.index("cách 1") < sentence.index("cách 2")


def test_the_missing_year_is_named(upper):
    (case,) = [case for case in CASES if case.key == "year-missing"]
    assert "năm 2016" in _verdict(_standing_for(case)[0]).sentence


def test_the_criterion_binds_neither_farmers_nor_workers(upper):
    bound = set(LocalCriterion.objects.get().occupations)
    assert not bound & {Occupation.FARMER, Occupation.WORKER}


def test_some_were_proposed_before_the_criterion_held_and_some_after(upper):
    since = LocalCriterion.objects.get().valid_from
    days = StageEntry.objects.filter(stage=Stage.PROPOSED, until=None).values_list("on", flat=True)
    assert min(days) < since <= max(days) <= AS_AT


def test_something_of_each_kind_is_lacking_somewhere_and_never_everywhere(upper):
    own = access.reach(User.objects.get(username="thamdinh"), clock.real_today())
    found = lacking.listed(Cell((upper,), lacking.STAGES, AS_AT), own)
    lacked = lacking.counts(found)
    given = {Lack.CERTIFICATE}  # whoever came so far has it
    assert all(0 < lacked[lack] < found.count() for lack in set(Lack) - given)


def _standing_for(case: Case) -> list[Dossier]:
    """The cases stand twice each, in their order, before everybody else."""
    every = list(Dossier.objects.order_by("pk")[: 2 * len(CASES)])
    place = CASES.index(case)
    return [every[place], every[place + len(CASES)]]


def _verdict(dossier: Dossier) -> Verdict | None:
    return next((each for each in assessment.before_proposal(dossier, AS_AT) if each.rule == RULE), None)
