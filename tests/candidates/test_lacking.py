"""The list of dossiers that lack something: exactly what, of whom, as at which day, and the same as the verdicts say."""

from datetime import date

import pytest
from django.test import Client

from candidates import assessment, lacking, records
from candidates.enums import EARLIER, Grade, IntroducerKind, PaperKind, Rater, Stage, Verification, Verified
from candidates.lacking import STAGES, Lack
from candidates.models import BackgroundCheck, Dossier, Introducer, Paper, Rating
from candidates.records import RecordKind
from candidates.rules.verdict import Answer
from candidates.statistics import Cell
from organizations import access
from tests import pages, people
from tests.candidates import merits, vettings

LIST = "/ho-so/con-thieu/"
GOOD, EXCELLENT = Grade.GOOD, Grade.EXCELLENT
ALL_LOOSE = {Lack.WORKPLACE, Lack.RESIDENCE, Lack.CHECKS, Lack.INTRODUCERS, Lack.HELPER}


def lacks(who: people.Cast, made: Dossier, on: date = people.TODAY) -> dict[Lack, str]:
    """What the list says of a dossier, seen by the officer of the bloc."""
    own = access.reach(who.officer, people.TODAY)
    rows = lacking.listed(Cell((who.bloc,), STAGES, on), own).filter(dossier=made)
    return {each.lack: each.words for row in rows for each in lacking.lacked(row)}


def opinion(made: Dossier, kind: PaperKind, on: date = date(2021, 4, 2)) -> None:
    Paper.objects.create(dossier=made, kind=kind, issued_on=on, issuer="Chi ủy khu 3")


def complete(made: Dossier) -> Dossier:
    """Give a dossier everything that the list may ask for."""
    for kind in (PaperKind.OPINION_WORKPLACE, PaperKind.OPINION_RESIDENCE):
        opinion(made, kind)
    for name in ("Lê Văn Một", "Lê Văn Hai"):
        merits.introduce(made, name=name)
    merits.help_with(made)
    vettings.verify(made, spouse="none", spouse_parents="none", children="waived")
    return made


@pytest.fixture
def preparing(cast) -> Dossier:
    return people.dossier(cast, Stage.PREPARING, occupation="state")


@pytest.fixture
def officer(cast) -> Client:
    return people.signed_in(cast.officer)


def test_a_dossier_just_begun_lacks_what_no_step_brought(cast, preparing):
    assert set(lacks(cast, preparing)) == ALL_LOOSE


def test_a_complete_dossier_is_not_listed(cast, preparing, officer):
    complete(preparing)
    assert lacks(cast, preparing) == {}
    assert "Không hồ sơ nào còn thiếu" in pages.read(officer.get(LIST)).words


def test_before_the_application_it_is_lacking_too(cast):
    trained = people.dossier(cast, Stage.TRAINED, birth_date=None)
    assert set(lacks(cast, trained)) == ALL_LOOSE | {Lack.APPLICATION, Lack.BIRTH_DATE, Lack.OCCUPATION}


@pytest.mark.parametrize(
    ("stage", "listed"),
    [
        *((stage, True) for stage in (Stage.TRAINED, *EARLIER, Stage.PROPOSED, Stage.ENDORSED, Stage.SUBMITTED)),
        *((stage, False) for stage in (Stage.SYMPATHISER, Stage.DECIDED, Stage.ADMITTED)),
    ],
)
def test_only_dossiers_between_the_class_and_the_decision_are_listed(stage, listed, cast, officer):
    made = people.dossier(cast, stage)
    assert (made.person.full_name in pages.read(officer.get(LIST)).words) == listed


def test_an_expired_certificate_says_so(cast, preparing):
    Paper.objects.filter(dossier=preparing, kind=PaperKind.CERTIFICATE).update(expires_on=people.TODAY)
    assert lacks(cast, preparing)[Lack.CERTIFICATE] == "Giấy chứng nhận lớp nhận thức đã hết giá trị"
    Paper.objects.filter(dossier=preparing, kind=PaperKind.CERTIFICATE).update(void=True)
    assert lacks(cast, preparing)[Lack.CERTIFICATE] == "Giấy chứng nhận lớp nhận thức"


def test_a_certificate_that_was_good_on_the_day_of_the_proposal_is_enough(cast):
    made = people.dossier(cast, Stage.PROPOSED)
    Paper.objects.filter(dossier=made, kind=PaperKind.CERTIFICATE).update(expires_on=date(2020, 1, 1))
    assert Lack.CERTIFICATE not in lacks(cast, made)


MEMBER, YOUTH, TRADE = IntroducerKind


@pytest.mark.parametrize(
    ("kinds", "complete"),
    [
        ((), False),
        ((MEMBER,), False),
        ((YOUTH,), False),
        ((YOUTH, TRADE), False),
        ((MEMBER, MEMBER), True),
        ((MEMBER, YOUTH), True),
        ((TRADE, MEMBER), True),
    ],
)
def test_introducers_count_as_the_charter_has_them(kinds, complete, cast, preparing):
    for place, kind in enumerate(kinds):
        merits.introduce(preparing, kind, f"Người {place}")
    Introducer.objects.create(dossier=preparing, kind=MEMBER, name="Nhầm", on=date(2021, 4, 5), void=True)
    Introducer.objects.create(dossier=preparing, kind=MEMBER, name="Sau này", on=date(2021, 6, 5))
    assert (Lack.INTRODUCERS not in lacks(cast, preparing)) == complete


def test_what_comes_later_is_lacking_until_then(cast, preparing):
    opinion(preparing, PaperKind.OPINION_RESIDENCE, date(2021, 4, 2))
    merits.help_with(preparing, since=date(2021, 4, 2), until=date(2021, 5, 2))
    assert {Lack.RESIDENCE, Lack.HELPER} <= set(lacks(cast, preparing, date(2021, 4, 1)))
    assert not {Lack.RESIDENCE, Lack.HELPER}.intersection(lacks(cast, preparing, date(2021, 4, 2)))
    assert Lack.HELPER in lacks(cast, preparing, date(2021, 5, 2))


def test_a_helper_who_was_taken_back_is_lacking(cast, preparing):
    helper = merits.help_with(preparing)
    assert Lack.HELPER not in lacks(cast, preparing)
    type(helper).objects.update(void=True)
    assert Lack.HELPER in lacks(cast, preparing)


@pytest.mark.parametrize(
    ("states", "lacking"),
    [({}, False), ({"spouse": "none", "children": "waived"}, False), ({"parents": "asked"}, True)],
)
def test_a_verification_lacks_until_every_answer_has_come(states, lacking, cast, preparing):
    vettings.verify(preparing, **states)
    assert (Lack.CHECKS in lacks(cast, preparing)) == lacking
    assert bool(records.section(preparing, RecordKind.CHECK, people.TODAY).lacks) == lacking


def test_a_relation_of_which_nothing_is_recorded_lacks(cast, preparing):
    vettings.verify(preparing)
    vettings.check(preparing, Verified.PARENTS, Verification.ANSWERED, place="Đảng ủy xã Tân Lập")
    BackgroundCheck.objects.filter(relation=Verified.CHILDREN).update(void=True)
    assert lacks(cast, preparing)[Lack.CHECKS] == "Thẩm tra lý lịch chưa xong"


@pytest.mark.parametrize(("on", "lacking"), [(date(2021, 4, 4), True), (vettings.ANSWERED, False)])
def test_an_answer_that_comes_later_is_lacking_until_then(on, lacking, cast, preparing):
    vettings.verify(preparing)
    assert (Lack.CHECKS in lacks(cast, preparing, on)) == lacking


def test_criteria_that_a_person_judges_ask_for_no_ratings(cast, preparing):
    vettings.stated(cast.bloc)
    assert not {Lack.RATINGS, Lack.COMMENDATION} & set(lacks(cast, preparing))


def test_rated_years_are_named_where_the_criterion_binds(cast, preparing):
    merits.criterion(cast.bloc)
    merits.rate(preparing, y2019=GOOD)
    found = lacks(cast, preparing)
    assert found[Lack.RATINGS] == "Xếp loại của cơ quan, đơn vị các năm 2018, 2020"
    assert Lack.COMMENDATION in found


@pytest.mark.parametrize("occupation", ["farmer", ""])
def test_nobody_else_lacks_ratings(occupation, cast):
    merits.criterion(cast.bloc)
    made = people.dossier(cast, Stage.PREPARING, occupation=occupation)
    assert not {Lack.RATINGS, Lack.COMMENDATION}.intersection(lacks(cast, made))


JOINED = date(2018, 3, 1)
# Ratings, commended years, a membership: what the list must say as the verdict does (years 2016–2018, anchor 7-10-2019).
WORLDS = {
    "nothing": ({}, {}, (), None),
    "a year missing": ({"y2016": GOOD, "y2018": EXCELLENT}, {}, (2018,), None),
    "all there": ({"y2016": GOOD, "y2017": EXCELLENT, "y2018": GOOD}, {}, (2017,), None),
    "no commendation": ({"y2016": GOOD, "y2017": EXCELLENT, "y2018": GOOD}, {}, (), None),
    "commended outside the years": ({"y2016": GOOD, "y2017": EXCELLENT, "y2018": GOOD}, {}, (2015, 2019), None),
    "a member": ({"y2016": GOOD, "y2017": EXCELLENT, "y2018": GOOD}, {}, (2017,), "youth_union"),
    "a member, rated": ({"y2016": GOOD, "y2017": EXCELLENT, "y2018": GOOD}, {"y2018": GOOD}, (2017,), "youth_union"),
    "a member of an association": ({"y2016": GOOD, "y2017": EXCELLENT, "y2018": GOOD}, {}, (2017,), "association"),
    "rated without a known membership": (
        {"y2016": GOOD, "y2017": EXCELLENT, "y2018": GOOD}, {"y2018": GOOD}, (2017,), None,
    ),
}  # fmt: skip


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("proposed", [False, True])
def test_the_list_and_the_verdict_agree(world, proposed, cast):
    agency, body, commended, joined = WORLDS[world]
    made = people.dossier(cast, Stage.PROPOSED if proposed else Stage.PREPARING, occupation="state")
    merits.criterion(cast.bloc)
    merits.rate(made, **agency)
    merits.rate(made, Rater.ORGANISATION, **body)
    merits.commend(made, *commended)
    if joined:
        merits.join(made, getattr(cast, joined), JOINED)
    looked, judged = (people.TODAY if proposed else people.DAYS[Stage.PROPOSED]), people.DAYS[Stage.PROPOSED]
    fresh = Dossier.objects.select_related("person", "unit").get(pk=made.pk)
    verdict = assessment.before_proposal(fresh, judged)[-1]
    found = lacks(cast, made, looked)
    words = verdict.sentence.partition("): ")[2].removesuffix(".")
    missing = [part.removeprefix("chưa có xếp loại ") for part in words.split("; ") if "chưa có xếp loại" in part]
    assert found.get(Lack.RATINGS, "").removeprefix("Xếp loại ") == "; ".join(missing)
    assert verdict.answer == Answer.MET or {Lack.RATINGS, Lack.COMMENDATION}.intersection(found)


def test_a_criterion_binds_a_proposal_by_the_day_of_the_proposal(cast):
    made = people.dossier(cast, Stage.PROPOSED, occupation="state")
    later = people.dossier(cast, Stage.PREPARING, occupation="state", full_name="Lê Văn Sau")
    merits.criterion(cast.bloc, valid_from=date(2020, 1, 1))
    assert Lack.RATINGS not in lacks(cast, made)
    assert lacks(cast, later)[Lack.RATINGS].endswith("các năm 2018, 2019, 2020")


def test_a_rating_taken_back_is_lacking_again(cast, preparing):
    merits.criterion(cast.bloc)
    merits.rate(preparing, y2018=GOOD, y2019=EXCELLENT, y2020=GOOD)
    assert Lack.RATINGS not in lacks(cast, preparing)
    Rating.objects.filter(year=2019).update(void=True)
    assert lacks(cast, preparing)[Lack.RATINGS].endswith("năm 2019")


def test_the_page_counts_each_lack_and_narrows_by_it_and_by_unit(cast, preparing, officer):
    other = people.dossier(cast, Stage.PREPARING, where=cast.single_cell, full_name="Lê Văn Bình", occupation="state")
    merits.help_with(other)
    page = pages.read(officer.get(LIST))
    assert {"Đảng viên giúp đỡ 1", "Người giới thiệu 2"} <= {words for _, words in page.links}
    names = {
        query: [row["entry"].dossier.pk for row in officer.get(f"{LIST}?{query}").context["rows"]]
        for query in ("thieu=nguoi-giup-do", "thieu=nguoi-gioi-thieu", "don_vi=B.2", "don_vi=B.2&thieu=nguoi-giup-do")
    }
    assert names == {
        "thieu=nguoi-giup-do": [preparing.pk],
        "thieu=nguoi-gioi-thieu": [preparing.pk, other.pk],
        "don_vi=B.2": [other.pk],
        "don_vi=B.2&thieu=nguoi-giup-do": [],
    }


@pytest.mark.parametrize("query", ["thieu=khong-co", "don_vi=F", "don_vi=KHONG-CO", "thieu=%00"])
def test_an_unknown_filter_is_refused_with_a_sentence(query, preparing, officer):
    answer = officer.get(f"{LIST}?{query}")
    assert answer.status_code == 400
    assert "hãy chọn lại" in pages.read(answer).words
    assert preparing.person.full_name not in pages.read(answer).words


def test_an_unknown_parameter_is_refused_with_a_sentence(preparing, officer):
    words = {query: pages.read(officer.get(f"{LIST}?{query}")).words for query in ("la=1", "trang=1")}
    assert ["Không có bộ lọc “la”" in each for each in words.values()] == [True, False]
    assert [preparing.person.full_name in each for each in words.values()] == [False, True]


def test_nobody_beyond_the_reach_is_named(cast, preparing):
    foreign = people.dossier(cast, Stage.PREPARING, where=cast.foreign_cell, full_name="Ngô Văn Xa")
    shown = {who: pages.read(people.signed_in(getattr(cast, who)).get(LIST)).words for who in ("officer", "stranger")}
    assert foreign.person.full_name not in shown["officer"]
    assert preparing.person.full_name in shown["officer"]
    assert preparing.person.full_name not in shown["stranger"]
    assert foreign.person.full_name in shown["stranger"]


@pytest.mark.parametrize(
    ("who", "recorded", "edited"), [("secretary", True, True), ("appraiser", True, False), ("leader", False, False)]
)
def test_a_row_leads_to_where_each_person_may_fill_it_in(who, recorded, edited, cast):
    made = people.dossier(cast, Stage.TRAINED)
    page = pages.read(people.signed_in(getattr(cast, who)).get(LIST))
    addresses = {words: href for href, words in page.links}
    home = f"/ho-so/{made.code}/"
    assert addresses["Đảng viên giúp đỡ"] == (f"{home}ghi-chep/nguoi-giup-do/" if recorded else home)
    assert addresses["Thẩm tra lý lịch chưa xong"] == (f"{home}ghi-chep/tham-tra/" if recorded else home)
    assert addresses["Ý kiến nơi cư trú"] == (f"{home}ghi-chep/y-kien/" if recorded else home)
    assert addresses["Nghề nghiệp"] == (f"{home}sua/" if edited else home)
    assert addresses["Đơn xin vào Đảng"] == home


def test_the_list_of_dossiers_leads_here(officer):
    assert (LIST, "Hồ sơ còn thiếu") in pages.read(officer.get("/ho-so/")).links


def test_the_list_is_paged(cast, preparing, officer, monkeypatch):
    people.dossier(cast, Stage.PREPARING, full_name="Lê Văn Bình")
    monkeypatch.setattr("candidates.views.lacking.PAGE_SIZE", 1)
    page = pages.read(officer.get(f"{LIST}?thieu=nguoi-giup-do"))
    assert "2 hồ sơ · trang 1" in page.words
    assert "?thieu=nguoi-giup-do&trang=2" in [href for href, _ in page.links]
