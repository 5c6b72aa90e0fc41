"""What the votes of a cell on a probationary member mean for striking off, and for recognition after it (24-QĐ/TW, art. 5)."""

from datetime import date

import pytest

from candidates.rules.deciding import recognition_ballot, striking_off_ballot
from candidates.rules.verdict import Answer
from tests.rules.tallies import CHARTER, cell, facts, values

MET, NOT_MET, UNKNOWN = Answer.MET, Answer.NOT_MET, Answer.UNKNOWN
AUGUST, SEPTEMBER, OCTOBER = date(2026, 8, 5), date(2026, 9, 9), date(2026, 10, 7)
ENOUGH, TOO_FEW = 13, 12
STRIKE, RECOGNISE = "striking_off", "recognition"
STRUCK = (
    "Chi bộ đã biểu quyết xóa tên đảng viên dự bị ngày {}, đủ tỷ lệ; muốn công nhận đảng viên chính thức thì chi bộ phải biểu "
    "quyết lại sau ngày đó, hoặc hãy đính chính nếu kết quả đó ghi nhầm."
)
RECOGNISED = (
    "Chi bộ đã biểu quyết công nhận đảng viên chính thức ngày {}, đủ tỷ lệ; muốn xóa tên đảng viên dự bị thì chi bộ phải biểu "
    "quyết lại sau ngày đó, hoặc hãy đính chính nếu kết quả đó ghi nhầm."
)


def vote(subject: str, on: date, in_favour: int = ENOUGH):
    return cell(in_favour, subject=subject, on=on)


@pytest.mark.parametrize(
    ("votes", "answer", "begins"),
    [
        pytest.param(
            [],
            UNKNOWN,
            "Chưa ghi kết quả biểu quyết của chi bộ về xóa tên đảng viên dự bị; hãy ghi kết quả biểu quyết.",
            id="nobody recorded a vote",
        ),
        pytest.param(
            [vote(STRIKE, AUGUST)],
            MET,
            "Chi bộ biểu quyết xóa tên đảng viên dự bị ngày 05/8/2026: tán thành 13/19",
            id="passed",
        ),
        pytest.param(
            [vote(STRIKE, AUGUST, TOO_FEW)],
            NOT_MET,
            "Chi bộ biểu quyết xóa tên đảng viên dự bị ngày 05/8/2026: tán thành 12/19",
            id="failed",
        ),
        pytest.param(
            [vote(STRIKE, AUGUST), vote(STRIKE, SEPTEMBER, TOO_FEW)],
            NOT_MET,
            "Chi bộ biểu quyết xóa tên đảng viên dự bị ngày 09/9/2026",
            id="the newest vote counts",
        ),
        pytest.param(
            [vote(RECOGNISE, AUGUST, TOO_FEW), vote(STRIKE, AUGUST)], MET, "Chi bộ", id="recognition failed before it"
        ),
        pytest.param(
            [vote(STRIKE, AUGUST), vote(RECOGNISE, SEPTEMBER)],
            NOT_MET,
            RECOGNISED.format("09/9/2026"),
            id="recognised after it",
        ),
        pytest.param(
            [vote(STRIKE, AUGUST), vote(STRIKE, OCTOBER, TOO_FEW)],
            MET,
            "Chi bộ biểu quyết xóa tên đảng viên dự bị ngày 05/8/2026",
            id="a vote after the decision does not count",
        ),
        pytest.param(
            [
                vote(RECOGNISE, AUGUST, TOO_FEW),
                vote(STRIKE, date(2026, 8, 20), TOO_FEW),
                vote(STRIKE, SEPTEMBER, TOO_FEW),
            ],
            UNKNOWN,
            "Chi bộ đã họp biểu quyết 3 lần (05/8/2026, 20/8/2026, 09/9/2026)",
            id="deadlocked: the committee decides",
        ),
    ],
)
def test_striking_off_follows_the_vote_of_the_cell(votes, answer, begins):
    verdict = striking_off_ballot(facts(*votes, struck_off_on=date(2026, 9, 30)), values())
    assert (verdict.rule, verdict.answer, verdict.sentence.startswith(begins)) == ("striking_off_ballot", answer, True)


@pytest.mark.parametrize(
    ("votes", "answer"),
    [
        pytest.param([vote(STRIKE, AUGUST)], NOT_MET, id="struck off, never recognised"),
        pytest.param([vote(RECOGNISE, SEPTEMBER, TOO_FEW), vote(STRIKE, SEPTEMBER)], NOT_MET, id="at one meeting"),
        pytest.param([vote(RECOGNISE, AUGUST), vote(STRIKE, SEPTEMBER)], NOT_MET, id="recognised before it"),
        pytest.param([vote(STRIKE, AUGUST), vote(RECOGNISE, SEPTEMBER)], MET, id="recognised after it"),
        pytest.param([vote(STRIKE, AUGUST, TOO_FEW), vote(RECOGNISE, AUGUST)], MET, id="striking off failed"),
        pytest.param([vote(RECOGNISE, AUGUST), vote(STRIKE, OCTOBER)], MET, id="struck off after the decision"),
    ],
)
def test_nobody_is_recognised_whom_the_cell_voted_to_strike_off(votes, answer):
    verdict = recognition_ballot(facts(*votes, recognition_on=date(2026, 9, 30)), values())
    assert (verdict.rule, verdict.answer) == ("recognition_ballot", answer)


def test_the_sentence_names_the_vote_that_stands_against_recognition():
    verdict = recognition_ballot(facts(vote(STRIKE, AUGUST), recognition_on=SEPTEMBER), values())
    assert (verdict.sentence, verdict.source) == (STRUCK.format("05/8/2026"), CHARTER)
