"""Probation: 12 months from the ceremony (Charter, art. 5), recognition after its last day (24-QĐ/TW, point 4.2)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candidates.rules.facts import Facts, Fixed
from candidates.rules.probation import probation_complete
from candidates.rules.sources import Source
from candidates.rules.verdict import Answer, Verdict
from tests.rules.told import only

MET, NOT_MET = Answer.MET, Answer.NOT_MET
TOO_EARLY = "Chưa hết 12 tháng dự bị (đến hết ngày 30/8/2024)."
COMPLETE = "Đã hết 12 tháng dự bị từ ngày 31/8/2024."
CEREMONY = date(2023, 8, 31)


def judge(ceremony: date, recognition: date | None) -> Verdict:
    facts = Facts(1990, ceremony_on=ceremony, recognition_on=recognition)
    return probation_complete(facts, only(probation_months="12"))


@pytest.mark.parametrize(
    ("ceremony", "recognition", "answer", "sentence"),
    [
        pytest.param(CEREMONY, date(2024, 8, 30), NOT_MET, TOO_EARLY, id="Charter 5: a day too early, situation 7"),
        pytest.param(CEREMONY, date(2024, 8, 31), MET, COMPLETE, id="Charter 5: the first day"),
        pytest.param(CEREMONY, date(2024, 11, 20), MET, COMPLETE, id="24-QĐ/TW 4.2: late, but valid, situation 7"),
        pytest.param(CEREMONY, None, NOT_MET, TOO_EARLY, id="Charter 5: no decision yet"),
        pytest.param(
            date(2024, 2, 29),
            date(2025, 2, 27),
            NOT_MET,
            "Chưa hết 12 tháng dự bị (đến hết ngày 27/02/2025).",
            id="Charter 5: from 29 February, the eve",
        ),
        pytest.param(
            date(2024, 2, 29),
            date(2025, 2, 28),
            MET,
            "Đã hết 12 tháng dự bị từ ngày 28/02/2025.",
            id="Charter 5: from 29 February",
        ),
    ],
)
def test_probation_counts_from_the_ceremony(ceremony, recognition, answer, sentence):
    verdict = judge(ceremony, recognition)
    assert (verdict.answer, verdict.sentence) == (answer, sentence)


STORED = Fixed(date(2024, 8, 31), "12", Source("24-QĐ/TW", "điểm 4.1", confirmed=True))


@pytest.mark.parametrize("months", ["24", "6", ""])
def test_the_end_that_was_stored_with_the_ceremony_stands_whatever_a_later_value_says(months):
    facts = Facts(1990, ceremony_on=CEREMONY, recognition_on=date(2024, 8, 31), probation_ends=STORED)
    verdict = probation_complete(facts, only(probation_months=months))
    assert (verdict.answer, verdict.sentence, verdict.source) == (MET, COMPLETE, STORED.source)
    early = probation_complete(replace(facts, recognition_on=date(2024, 8, 30)), only(probation_months=months))
    assert (early.answer, early.sentence) == (NOT_MET, TOO_EARLY)


@settings(max_examples=30)
@given(st.dates(date(2016, 7, 25), date(2030, 12, 31)), st.integers(0, 800), st.integers(0, 400))
def test_once_complete_it_stays_so(ceremony, later, more):
    first = ceremony + timedelta(days=later)
    answers = [judge(ceremony, first).answer, judge(ceremony, first + timedelta(days=more)).answer]
    assert answers != [MET, NOT_MET]
