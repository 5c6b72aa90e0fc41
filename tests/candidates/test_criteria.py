"""Whom a local criterion binds, what it says on the dossier's page, and what it does to the proposal (52-CV/BTCĐU)."""

from datetime import date, timedelta

import pytest

from candidates import assessment, criteria
from candidates.enums import CriterionCode, Grade, Rater, Stage
from candidates.models import Dossier, StageEntry
from candidates.rules.verdict import Answer, Verdict
from organizations.models import User
from tests import pages, people
from tests.candidates import merits

DAY = people.DAYS[Stage.PROPOSED]
RULE = "rated_years"
GOOD, EXCELLENT = Grade.GOOD, Grade.EXCELLENT
UNSETTLED = "Cần cấp ban hành xác nhận cách hiểu."


def verdict_of(made: Dossier, on: date = DAY) -> Verdict | None:
    fresh = Dossier.objects.select_related("person", "unit").get(pk=made.pk)
    return next((each for each in assessment.before_proposal(fresh, on) if each.rule == RULE), None)


@pytest.fixture
def official(cast) -> Dossier:
    """Situation 14: rated 2016 good, 2017 excellent, 2018 good and commended for 2018."""
    made = people.dossier(cast, Stage.CONSULTING, occupation="state")
    merits.rate(made, y2016=GOOD, y2017=EXCELLENT, y2018=GOOD)
    merits.commend(made, 2018)
    return made


def test_an_official_whose_letter_can_be_read_in_two_ways_stays_open_situation_14(cast, official):
    merits.criterion(cast.bloc)
    verdict = verdict_of(official)
    assert verdict.answer == Answer.UNKNOWN
    assert verdict.sentence.startswith(
        "Xét các năm 2016–2018, tính đến ngày cấp ủy, tổ chức cơ sở đảng xem xét, đề nghị"
    )
    assert verdict.sentence.endswith(UNSETTLED)
    assert verdict.source.words == "điểm 2, 52-CV/BTCĐU (chưa xác nhận)"


@pytest.mark.parametrize(
    ("where", "occupation", "on", "binds"),
    [
        pytest.param("cell", "state", DAY, True, id="an official in a cell under the bloc"),
        pytest.param("single_cell", "worker", DAY, True, id="a worker in another cell under the bloc"),
        pytest.param("cell", "farmer", DAY, False, id="a farmer, situation 14"),
        pytest.param("foreign_cell", "state", DAY, False, id="outside the subtree"),
        pytest.param("cell", "state", merits.SINCE, True, id="the first day"),
        pytest.param("cell", "state", merits.SINCE - timedelta(days=1), False, id="the day before"),
    ],
)
def test_it_binds_its_subtree_and_its_occupations_from_its_day_on(where, occupation, on, binds, cast):
    found = merits.criterion(cast.bloc)
    made = people.dossier(cast, where=getattr(cast, where), occupation=occupation)
    assert criteria.binding(made, on) == ([found] if binds else [])
    assert (verdict_of(made, on) is not None) == binds


def test_it_binds_by_the_tree_of_the_day(cast, official):
    merits.criterion(cast.bloc, valid_from=date(2016, 1, 1))
    people.place_under(cast.office, cast.foreign_bloc, date(2020, 1, 1))
    assert verdict_of(official, date(2019, 12, 31)) is not None
    assert verdict_of(official, date(2020, 1, 1)) is None


def test_an_unknown_occupation_in_the_subtree_is_asked_for(cast):
    merits.criterion(cast.bloc)
    verdict = verdict_of(people.dossier(cast))
    assert verdict.answer == Answer.UNKNOWN
    assert "hãy bổ sung nghề nghiệp" in verdict.sentence
    assert verdict_of(people.dossier(cast, where=cast.foreign_cell)) is None


def test_a_paper_of_a_later_day_is_not_seen(cast, official):
    merits.criterion(cast.bloc)
    merits.commend(official, 2017, issued_on=DAY + timedelta(days=1))
    assert verdict_of(official).answer == Answer.UNKNOWN
    assert verdict_of(official, DAY + timedelta(days=1)).answer == Answer.MET


def test_what_was_taken_back_does_not_count(cast, official):
    merits.criterion(cast.bloc)
    official.person.ratings.filter(year=2016).update(void=True)
    verdict = verdict_of(official)
    assert (verdict.answer, verdict.sentence[-len("năm 2016.") :]) == (Answer.NOT_MET, "năm 2016.")


def test_membership_in_the_youth_union_asks_for_its_grades_an_association_does_not(cast, official):
    merits.criterion(cast.bloc)
    merits.join(official, cast.association, date(2010, 1, 1))
    assert verdict_of(official).answer == Answer.UNKNOWN
    merits.join(official, cast.youth_union, date(2018, 3, 1))
    assert "chưa có xếp loại của tổ chức chính trị – xã hội năm 2018" in verdict_of(official).sentence
    merits.rate(official, Rater.ORGANISATION, y2018=GOOD)
    assert verdict_of(official).answer == Answer.UNKNOWN


def test_a_confirmed_reading_says_so(cast, official):
    merits.criterion(cast.bloc, confirmed_by=cast.officer, confirmed_on=DAY)
    assert verdict_of(official).source.words == "điểm 2, 52-CV/BTCĐU"


def test_the_page_shows_both_readings_with_their_source(cast, official):
    merits.criterion(cast.bloc)
    page = _page(cast.secretary, official, on="7/10/2019")
    for words in (UNSETTLED, "Hiểu theo cách 1", "theo cách 2", "điểm 2, 52-CV/BTCĐU (chưa xác nhận)"):
        assert words in page.words


def test_an_open_question_does_not_stop_the_proposal_and_is_frozen_with_it(cast, official):
    merits.criterion(cast.bloc)
    people.advance(official, Stage.PROPOSED, on=DAY, by=cast.secretary)
    kept = StageEntry.objects.get(dossier=official, stage=Stage.PROPOSED).verdicts[-1]
    assert (kept["rule"], kept["answer"], kept["confirmed"]) == (RULE, "unknown", False)
    assert kept["sentence"].endswith(UNSETTLED)


def test_a_missing_year_stops_the_proposal_and_is_named_situation_14(cast, official):
    merits.criterion(cast.bloc)
    official.person.ratings.filter(year=2017).update(void=True)
    browser = people.signed_in(cast.secretary)
    answer = pages.send(browser, f"/ho-so/{official.code}/buoc/proposed/", on="7/10/2019", number="8", note="Họp lần 2")
    page = pages.read(answer)
    assert "chưa có xếp loại của cơ quan, đơn vị năm 2017. (Theo điểm 2, 52-CV/BTCĐU (chưa xác nhận).)" in page.words
    assert page.form.fields["note"] == "Họp lần 2"
    official.refresh_from_db()
    assert official.stage == Stage.CONSULTING


def test_a_farmer_in_the_same_cell_is_proposed_without_any_rating(cast):
    merits.criterion(cast.bloc)
    made = people.dossier(cast, Stage.PROPOSED, occupation="farmer")
    rules = {each["rule"] for each in StageEntry.objects.get(dossier=made, stage=Stage.PROPOSED).verdicts}
    assert {"age", "certificate"} < rules
    assert not rules & set(CriterionCode)


def _page(who: User, made: Dossier, on: str) -> pages.Page:
    browser = people.signed_in(who)
    browser.post("/xem-tai-ngay/", {"on": on})
    return pages.read(browser.get(f"/ho-so/{made.code}/"))
