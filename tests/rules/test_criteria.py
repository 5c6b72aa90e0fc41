"""The table of criteria: its codes, the values it needs, and what it says when those or the day are missing."""

from datetime import date

import pytest

from candidates.enums import ParameterCode
from candidates.rules.criteria import CRITERIA, Criterion, Moment, asked
from candidates.rules.facts import Facts
from candidates.rules.parameters import Parameter
from candidates.rules.verdict import Answer
from tests.rules import told
from tests.rules.told import SOURCE

UNKNOWN = Answer.UNKNOWN
ELIGIBILITY = (
    "age",
    "schooling",
    "certificate",
    "helper",
    "introducers",
    "opinions",
    "papers",
    "background",
    "readmission",
    "cell_size",
)
MINE = [each for each in CRITERIA if each.code in (*ELIGIBILITY, "probation")]
SEEN = Facts(
    1990,
    date(1990, 4, 2),
    meeting_on=date(2021, 5, 31),
    ceremony_on=date(2019, 12, 16),
    recognition_on=date(2021, 1, 11),
    is_readmission=True,
)
DAYLESS = Facts(1990, is_readmission=True)


def values(criterion: Criterion, value: str = "1") -> dict[str, Parameter]:
    """Any value that can be read as a number, or none."""
    return {code: Parameter(code, value, SOURCE) for code in criterion.parameters}


def test_every_criterion_of_eligibility_is_asked_before_the_proposal_in_this_order():
    codes = [each.code for each in CRITERIA if each.moment == Moment.PROPOSAL]
    assert tuple(code for code in codes if code in ELIGIBILITY) == ELIGIBILITY


def test_no_code_is_used_twice():
    assert len({each.code for each in CRITERIA}) == len(CRITERIA)


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda each: each.code)
def test_every_value_that_a_criterion_needs_is_one_that_a_regime_can_set(criterion):
    assert set(criterion.parameters) <= set(ParameterCode)


@pytest.mark.parametrize("criterion", MINE, ids=lambda each: each.code)
def test_before_the_first_regime_nothing_can_be_told(criterion):
    verdict = criterion.judge(SEEN, {})
    assert (verdict.rule, verdict.answer, verdict.sentence, verdict.source) == (
        criterion.code,
        UNKNOWN,
        f"{criterion.name}: chưa đủ căn cứ, hệ thống chưa có giá trị của quy định tại ngày này.",
        None,
    )


@pytest.mark.parametrize("criterion", MINE, ids=lambda each: each.code)
def test_where_no_text_tells_the_value_the_source_is_named_all_the_same(criterion):
    verdict = criterion.judge(SEEN, values(criterion, ""))
    assert (verdict.answer, verdict.sentence, verdict.source) == (
        UNKNOWN,
        f"{criterion.name}: chưa đủ căn cứ, hệ thống chưa có giá trị của quy định tại ngày này.",
        SOURCE,
    )


@pytest.mark.parametrize("criterion", MINE, ids=lambda each: each.code)
def test_without_the_day_nothing_can_be_told(criterion):
    verdict = criterion.judge(DAYLESS, values(criterion))
    assert (verdict.answer, verdict.sentence) == (UNKNOWN, f"{criterion.name}: chưa đủ căn cứ, chưa có ngày để xét.")


@pytest.mark.parametrize("missing", ["age_from", "age_to"])
@pytest.mark.parametrize("how", ["untold", "absent"])
def test_age_needs_both_its_bounds(missing, how):
    told_values = told.only(age_from="18", age_to="60") | told.only(**{missing: ""})
    if how == "absent":
        del told_values[missing]
    verdict = next(each for each in CRITERIA if each.code == "age").judge(SEEN, told_values)
    assert (verdict.answer, verdict.source) == (UNKNOWN, SOURCE)


def test_asked_leaves_out_what_does_not_concern_the_person():
    codes = [verdict.rule for verdict in asked(Moment.PROPOSAL, Facts(1990, meeting_on=date(2021, 5, 31)), {})]
    assert "readmission" not in codes
    assert codes[:3] == ["age", "schooling", "certificate"]


def test_nothing_missing_is_ever_held_against_a_person_but_the_certificate_and_the_year():
    """What nobody recorded is asked for; only the certificate must be there, and the year of birth is always known."""
    verdicts = asked(Moment.PROPOSAL, Facts(1990, meeting_on=date(2025, 9, 2), is_readmission=True), told.of("QD294"))
    answers = {verdict.rule: verdict.answer for verdict in verdicts if verdict.rule in ELIGIBILITY}
    assert answers == dict.fromkeys(ELIGIBILITY, UNKNOWN) | {"age": Answer.MET, "certificate": Answer.NOT_MET}
