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
from tests.rules.told import SOURCE, only

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


TOO_EARLY = "Đến ngày chi bộ xét (02/9/2025) chưa đủ thời gian để xét kết nạp lại, đủ từ ngày 03/9/2025."


@pytest.mark.parametrize(
    ("former", "answer", "sentence"),
    [
        pytest.param(
            replace(FORMER, left_on=date(2022, 9, 3)),
            NOT_MET,
            TOO_EARLY,
            id="294-QĐ/TW 3.5.1: a day short of 36 months",
        ),
        pytest.param(
            replace(CRIME, cleared_on=date(2020, 9, 3)),
            NOT_MET,
            TOO_EARLY,
            id="294-QĐ/TW 3.5.1: a day short of 60 months",
        ),
        pytest.param(
            replace(CRIME, cleared_on=None),
            UNKNOWN,
            "Còn thiếu một mốc ngày ở mục về lần ra khỏi Đảng trước đây, hãy bổ sung.",
            id="294-QĐ/TW 3.5.1: nobody said when the sentence was cleared",
        ),
        pytest.param(
            replace(FORMER, is_population=True),
            UNKNOWN,
            "Trường hợp này theo quy định riêng mà hệ thống chưa có văn bản, chưa đủ căn cứ.",
            id="294-QĐ/TW 3.5.1: the population policy has a rule of its own",
        ),
        pytest.param(
            replace(FORMER, readmitted_before=True),
            NOT_MET,
            "Đã từng được kết nạp lại, chỉ được kết nạp lại 1 lần.",
            id="294-QĐ/TW 3.5.1: once only",
        ),
        pytest.param(
            replace(FORMER, readmitted_before=None),
            UNKNOWN,
            "Chưa ghi trước đây đã từng được kết nạp lại hay chưa, hãy bổ sung ở mục về lần ra khỏi Đảng trước đây.",
            id="294-QĐ/TW 3.5.1: nobody said whether ever before",
        ),
        pytest.param(
            replace(FORMER, is_barred=True),
            NOT_MET,
            "Thuộc trường hợp không xem xét kết nạp lại.",
            id="294-QĐ/TW 3.5.2: barred, without saying which case",
        ),
        pytest.param(
            None, UNKNOWN, "Chưa ghi lần ra khỏi Đảng trước đây; hãy bổ sung.", id="294-QĐ/TW 3.5.1: nothing recorded"
        ),
    ],
)
def test_it_may_not_or_not_yet(former, answer, sentence):
    verdict = judge(former)
    assert (verdict.answer, verdict.sentence) == (answer, sentence)


@pytest.mark.parametrize(
    ("consent", "answer", "sentence"),
    [
        pytest.param(
            replace(CONSENT, on=date(2025, 9, 3)),
            NOT_MET,
            "Văn bản đồng ý của Ban Thường vụ Tỉnh ủy ngày 03/9/2025 có sau ngày chi bộ xét (02/9/2025), chi bộ phải xét lại.",
            id="294-QĐ/TW 3.5.1: a day too late",
        ),
        pytest.param(
            replace(CONSENT, matter="over_age"),
            UNKNOWN,
            "Chưa ghi văn bản đồng ý của ban thường vụ cấp ủy trực thuộc Trung ương, hãy bổ sung.",
            id="294-QĐ/TW 3.5.1: to something else",
        ),
        pytest.param(
            replace(CONSENT, on=MEETING),
            MET,
            "Đủ điều kiện để xét kết nạp lại, đã có văn bản đồng ý.",
            id="294-QĐ/TW 3.5.1: on the day of the meeting",
        ),
    ],
)
def test_the_standing_committee_consents_beforehand(consent, answer, sentence):
    verdict = judge(FORMER, consent)
    assert (verdict.answer, verdict.sentence) == (answer, sentence)


NO_RULE = "Kết nạp lại: chưa đủ căn cứ, không có quy định tại ngày này trong hệ thống."
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


# No sentence may say how somebody left the Party.
TELLING = ("án", "tội", "hình sự", "dân số", "khai trừ", "tự bỏ", "tham nhũng", "60", "36")


@settings(max_examples=40)
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
def test_no_sentence_tells_how_it_ended(former):
    words = judge(former).sentence.lower().replace(",", " ").replace(";", " ")
    assert [telling for telling in TELLING if f" {telling} " in f" {words} "] == []


@settings(max_examples=40)
@given(st.dates(LONG_AGO, MEETING), st.integers(0, 1500))
def test_a_longer_wait_never_harms(left, earlier):
    short, long = (judge(replace(FORMER, left_on=day)).answer for day in (left, left - timedelta(days=earlier)))
    assert (short, long) != (MET, NOT_MET)
