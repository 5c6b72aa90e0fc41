"""Admission of a former member: 36 or 60 months, once, with consent, never in five cases (294-QĐ/TW, 3.5.1 and 3.5.2)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candidates.rules.facts import Consented, Facts, Former
from candidates.rules.readmission import readmission_allowed
from candidates.rules.verdict import Answer, Verdict
from tests.rules import told
from tests.rules.told import CONFIRMED, SOURCE, only

MET, NOT_MET, UNKNOWN = Answer.MET, Answer.NOT_MET, Answer.UNKNOWN
VALUES = only(readmission_months="36", cleared_months="60", readmissions="1", readmission_bars="required")
MEETING, LONG_AGO = date(2025, 9, 2), date(2015, 3, 1)
CONSENT = Consented("readmission", "other", "Lý do khác", "Ban Thường vụ Tỉnh ủy", date(2025, 8, 1))
FORMER = Former(LONG_AGO, readmitted_before=False)
CRIME = replace(FORMER, is_crime=True, cleared_on=date(2020, 9, 2))


def judge(former: Former | None = FORMER, *consents: Consented, values: dict = VALUES) -> Verdict | None:
    facts = Facts(1980, meeting_on=MEETING, is_readmission=True, former=former, consents=consents or (CONSENT,))
    return readmission_allowed(facts, values)


def test_whoever_was_never_in_the_party_is_not_asked():
    assert readmission_allowed(Facts(1990, meeting_on=MEETING, former=FORMER), VALUES) is None


@pytest.mark.parametrize(
    "former",
    [
        pytest.param(FORMER, id="294-QĐ/TW 3.5.1: long ago"),
        pytest.param(replace(FORMER, left_on=date(2022, 9, 2)), id="294-QĐ/TW 3.5.1: exactly 36 months"),
        pytest.param(CRIME, id="294-QĐ/TW 3.5.1: exactly 60 months"),
    ],
)
def test_it_may_be_considered(former):
    verdict = judge(former)
    assert (verdict.answer, verdict.sentence, verdict.source) == (
        MET,
        "Đủ điều kiện để xét kết nạp lại, đã có văn bản đồng ý.",
        SOURCE,
    )


PLACE = "điểm 1.1.1, 24-QĐ/TW"
CONSENTED = "văn bản đồng ý của ban thường vụ cấp ủy trực thuộc Trung ương"
MAY_NOT = (
    f"Tại ngày chi bộ xét (02/9/2025) chưa đủ điều kiện kết nạp lại theo {PLACE}; xem mục “Lần ra khỏi Đảng trước đây” và "
    f"{CONSENTED}."
)
OPEN = f"Chưa đủ căn cứ để xét kết nạp lại: hãy kiểm tra, ghi bổ sung mục “Lần ra khỏi Đảng trước đây” và {CONSENTED}."
SENTENCES = {NOT_MET: MAY_NOT, UNKNOWN: OPEN}


@pytest.mark.parametrize(
    ("former", "answer"),
    [
        pytest.param(
            replace(FORMER, left_on=date(2022, 9, 3)), NOT_MET, id="294-QĐ/TW 3.5.1: a day short of 36 months"
        ),
        pytest.param(
            replace(CRIME, cleared_on=date(2020, 9, 3)), NOT_MET, id="294-QĐ/TW 3.5.1: a day short of 60 months"
        ),
        pytest.param(
            replace(CRIME, cleared_on=None),
            UNKNOWN,
            id="294-QĐ/TW 3.5.1: nobody said when the sentence was cleared",
        ),
        pytest.param(
            replace(FORMER, is_population=True),
            UNKNOWN,
            id="294-QĐ/TW 3.5.1: the population policy has a rule of its own",
        ),
        pytest.param(replace(FORMER, readmitted_before=True), NOT_MET, id="294-QĐ/TW 3.5.1: once only"),
        pytest.param(
            replace(FORMER, readmitted_before=None), UNKNOWN, id="294-QĐ/TW 3.5.1: nobody said whether ever before"
        ),
        pytest.param(replace(FORMER, is_barred=True), NOT_MET, id="294-QĐ/TW 3.5.2: barred"),
        pytest.param(
            replace(FORMER, is_barred=True, readmitted_before=None), NOT_MET, id="294-QĐ/TW 3.5.2: barred for certain"
        ),
        pytest.param(None, UNKNOWN, id="294-QĐ/TW 3.5.1: nothing recorded"),
    ],
)
def test_whatever_the_case_one_answer_has_one_sentence_and_one_source(former, answer):
    assert judge(former) == Verdict("readmission", answer, SENTENCES[answer], SOURCE)


@pytest.mark.parametrize(
    ("consent", "answer"),
    [
        pytest.param(replace(CONSENT, on=date(2025, 9, 3)), NOT_MET, id="294-QĐ/TW 3.5.1: a day too late"),
        pytest.param(replace(CONSENT, matter="over_age"), UNKNOWN, id="294-QĐ/TW 3.5.1: to something else"),
    ],
)
def test_the_standing_committee_consents_beforehand(consent, answer):
    assert judge(FORMER, consent) == Verdict("readmission", answer, SENTENCES[answer], SOURCE)


def test_a_consent_on_the_day_of_the_meeting_is_in_time():
    assert judge(FORMER, replace(CONSENT, on=MEETING)).answer == MET


def test_the_source_names_every_clause_so_that_it_does_not_tell_the_case():
    places = {judge(each, values=told.of("QD294")).source.place for each in (RECENT, replace(FORMER, is_barred=True))}
    assert places == {"điểm 3.5.1, điểm 3.5.2, 294-QĐ/TW"}


@pytest.mark.parametrize("code", ["readmission_months", "cleared_months", "readmissions", "readmission_bars"])
def test_one_confirmed_value_makes_every_answer_firm_alike(code):
    values = VALUES | {code: replace(VALUES[code], source=CONFIRMED)}
    assert {judge(each, values=values).is_firm for each in (RECENT, replace(FORMER, is_barred=True), CRIME)} == {True}


NO_RULE = "Kết nạp lại: chưa đủ căn cứ, hệ thống chưa có giá trị của quy định tại ngày này."
RECENT = replace(FORMER, left_on=date(2024, 1, 1))


@pytest.mark.parametrize(
    ("regime", "former", "answer"),
    [
        pytest.param("QD294", FORMER, MET, id="294-QĐ/TW 3.5: everything told"),
        pytest.param("QD294", RECENT, NOT_MET, id="294-QĐ/TW 3.5.1: 36 months"),
        pytest.param("QD208", RECENT, NOT_MET, id="208-QĐ/TW: 36 months are told"),
        pytest.param("QD208", FORMER, UNKNOWN, id="208-QĐ/TW: the bars are not told"),
        pytest.param("QD208", replace(FORMER, is_barred=True), UNKNOWN, id="208-QĐ/TW: nor do they bar anybody"),
        pytest.param("QD24", RECENT, UNKNOWN, id="24-QĐ/TW: nothing told"),
        pytest.param("QD24", replace(FORMER, is_barred=True), UNKNOWN, id="24-QĐ/TW: no bars told"),
    ],
)
def test_what_a_regime_leaves_open_counts_neither_for_nor_against(regime, former, answer):
    verdict = judge(former, values=told.of(regime))
    assert (verdict.answer, verdict.sentence == NO_RULE) == (answer, answer == UNKNOWN)


@settings(max_examples=30)
@given(
    st.builds(
        Former,
        left_on=st.dates(LONG_AGO, MEETING),
        is_barred=st.booleans(),
        is_crime=st.booleans(),
        is_population=st.booleans(),
        cleared_on=st.none() | st.dates(LONG_AGO, MEETING),
        readmitted_before=st.sampled_from([None, True, False]),
    )
)
def test_no_verdict_tells_how_it_ended(former):
    verdict = judge(former)
    assert verdict.answer == MET or verdict == Verdict("readmission", verdict.answer, SENTENCES[verdict.answer], SOURCE)


@settings(max_examples=30)
@given(st.dates(LONG_AGO, MEETING), st.integers(0, 1500))
def test_a_longer_wait_never_harms(left, earlier):
    short, long = (judge(replace(FORMER, left_on=day)).answer for day in (left, left - timedelta(days=earlier)))
    assert (short, long) != (MET, NOT_MET)
