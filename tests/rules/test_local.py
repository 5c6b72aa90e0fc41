"""Criteria of local letters: whom they bind, months of papers, months as sympathiser, what a person finds."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candidates.enums import CriterionCode, Finding
from candidates.rules.binding import binds
from candidates.rules.facts import Facts, Held, Stated
from candidates.rules.local import (
    PAPER_MONTHS,
    STATED,
    SYMPATHISER_MONTHS,
    LocalCriterion,
    MonthsCriterion,
    StatedCriterion,
    by_local,
)
from candidates.rules.ratings import RULE, YearsCriterion
from candidates.rules.sources import Source
from candidates.rules.verdict import Answer

MET, NOT_MET, UNKNOWN = Answer.MET, Answer.NOT_MET, Answer.UNKNOWN
SOURCE = Source("20-CV/CB", "điểm 2", confirmed=False)
EVERYBODY, WORKERS = frozenset(), frozenset({"worker"})
MEETING = date(2025, 9, 2)


def papers(whom: frozenset[str] = EVERYBODY) -> MonthsCriterion:
    return MonthsCriterion(PAPER_MONTHS, whom, 12, SOURCE)


def sympathiser(whom: frozenset[str] = EVERYBODY) -> MonthsCriterion:
    return MonthsCriterion(SYMPATHISER_MONTHS, whom, 12, SOURCE)


def stated(whom: frozenset[str] = EVERYBODY) -> StatedCriterion:
    return StatedCriterion(7, whom, "Lao động tiên tiến trở lên", SOURCE)


def years(whom: frozenset[str] = EVERYBODY) -> YearsCriterion:
    return YearsCriterion(whom, 3, 3, 4, {3: "Tốt", 4: "Xuất sắc"}, "ngày chi bộ họp xét", SOURCE)


KINDS = [papers, sympathiser, stated, years]


@pytest.mark.parametrize(
    ("occupations", "occupation", "bound"),
    [
        (EVERYBODY, "", True),
        (EVERYBODY, "farmer", True),
        (WORKERS, "worker", True),
        (WORKERS, "farmer", False),
        (WORKERS, "", None),
    ],
)
def test_a_criterion_binds_the_named_occupations_or_everybody(occupations, occupation, bound):
    assert binds(occupations, occupation) is bound


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_said_to_whom_it_does_not_bind(kind):
    assert by_local(Facts(1990, meeting_on=MEETING, occupation="farmer"), kind(WORKERS)) is None


@pytest.mark.parametrize("kind", KINDS)
def test_an_unknown_occupation_is_asked_for(kind):
    verdict = by_local(Facts(1990, meeting_on=MEETING, considered_on=MEETING), kind(WORKERS))
    assert (verdict.answer, verdict.source) == (UNKNOWN, SOURCE)
    assert verdict.sentence.endswith("hãy bổ sung nghề nghiệp.")


@pytest.mark.parametrize("kind", KINDS)
def test_whom_it_binds_without_an_occupation_it_binds_all_the_same(kind):
    verdict = by_local(Facts(1990, meeting_on=MEETING, considered_on=MEETING), kind())
    assert "nghề nghiệp" not in verdict.sentence


@pytest.mark.parametrize("kind", KINDS)
def test_without_the_day_nothing_can_be_told(kind):
    assert by_local(Facts(1990, occupation="worker"), kind(WORKERS)).sentence == "Chưa đủ căn cứ: chưa có ngày để xét."


@pytest.mark.parametrize(
    ("kind", "rule"), [(papers, PAPER_MONTHS), (sympathiser, SYMPATHISER_MONTHS), (stated, STATED), (years, RULE)]
)
def test_each_verdict_carries_the_code_of_its_criterion(kind, rule):
    assert by_local(Facts(1990, meeting_on=MEETING, considered_on=MEETING), kind()).rule == rule


def test_the_codes_are_those_of_the_closed_list():
    assert {RULE, PAPER_MONTHS, SYMPATHISER_MONTHS, STATED} == set(CriterionCode)
    assert {MET, NOT_MET} == set(Finding)


def said(facts: Facts, criterion: LocalCriterion) -> tuple[Answer, str]:
    verdict = by_local(facts, criterion)
    return verdict.answer, verdict.sentence


@pytest.mark.parametrize(
    ("on", "answer", "sentence"),
    [
        pytest.param(
            date(2024, 9, 3), MET, "Còn trong 12 tháng tại ngày chi bộ xét: Đơn.", id="20-CV/CB: the last day"
        ),
        pytest.param(
            date(2024, 9, 2),
            NOT_MET,
            "“Đơn” ngày 02/9/2024 đủ 12 tháng, hết thời hạn từ ngày 02/9/2025; chi bộ xét ngày 02/9/2025 nên phải làm lại "
            "hoặc bổ sung.",
            id="20-CV/CB: the day after",
        ),
    ],
)
def test_a_local_letter_may_tell_how_long_papers_count(on, answer, sentence):
    facts = Facts(1990, meeting_on=MEETING, papers=(Held("application", "Đơn", on),))
    assert said(facts, papers()) == (answer, sentence)


@pytest.mark.parametrize(
    ("since", "answer", "sentence"),
    [
        pytest.param(
            date(2024, 9, 2),
            MET,
            "Là cảm tình Đảng từ ngày 02/9/2024, đến ngày chi bộ xét (02/9/2025) đã đủ 12 tháng.",
            id="domain §2.3: exactly a year",
        ),
        pytest.param(
            date(2024, 9, 3),
            NOT_MET,
            "Là cảm tình Đảng từ ngày 03/9/2024, đến ngày chi bộ xét (02/9/2025) chưa đủ 12 tháng (đủ từ ngày 03/9/2025).",
            id="domain §2.3: a day short",
        ),
        pytest.param(
            None, UNKNOWN, "Chưa ghi ngày chi bộ công nhận cảm tình Đảng; hãy bổ sung.", id="domain §2.3: not known"
        ),
    ],
)
def test_a_local_letter_may_want_months_as_sympathiser(since, answer, sentence):
    assert said(Facts(1990, meeting_on=MEETING, sympathiser_on=since), sympathiser()) == (answer, sentence)


def finding(answer: str, on: date = MEETING, criterion: int = 7) -> Stated:
    return Stated(criterion, answer, on, "biên bản họp")


HEAD = "Tiêu chuẩn “Lao động tiên tiến trở lên”"
OPEN = f"{HEAD} do người có trách nhiệm xét; chưa ghi kết quả, hãy bổ sung."
AUGUST = date(2025, 8, 4)


@pytest.mark.parametrize(
    ("findings", "answer", "sentence"),
    [
        pytest.param((), UNKNOWN, OPEN, id="nobody judged"),
        pytest.param(
            (finding("met"),), MET, f"{HEAD}: đạt, xét ngày 02/9/2025, căn cứ: biên bản họp.", id="met, that very day"
        ),
        pytest.param(
            (finding("met", AUGUST), finding("not_met")),
            NOT_MET,
            f"{HEAD}: chưa đạt, xét ngày 02/9/2025, căn cứ: biên bản họp.",
            id="the newest counts",
        ),
        pytest.param(
            (finding("met", AUGUST), finding("not_met", date(2025, 9, 3))),
            MET,
            f"{HEAD}: đạt, xét ngày 04/8/2025, căn cứ: biên bản họp.",
            id="not one of a later day",
        ),
        pytest.param((finding("met", criterion=8),), UNKNOWN, OPEN, id="of another criterion"),
    ],
)
def test_what_only_a_person_can_judge_a_person_has_judged(findings, answer, sentence):
    assert said(Facts(1990, meeting_on=MEETING, stated=findings), stated()) == (answer, sentence)


@settings(max_examples=30)
@given(st.integers(0, 800), st.integers(0, 400), st.integers(1, 24))
def test_longer_on_the_list_never_harms(days, more, months):
    criterion = MonthsCriterion(SYMPATHISER_MONTHS, EVERYBODY, months, SOURCE)
    short, long = (
        said(Facts(1990, meeting_on=MEETING, sympathiser_on=MEETING - timedelta(days=ago)), criterion)[0]
        for ago in (days, days + more)
    )
    assert (short, long) != (MET, NOT_MET)
