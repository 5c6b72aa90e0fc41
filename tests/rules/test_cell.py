"""A cell has at least three official members (Charter, art. 24, point 1)."""

from datetime import date

import pytest

from candidates.rules.cell import cell_large_enough
from candidates.rules.facts import Facts, Tally
from candidates.rules.verdict import Answer
from tests.rules.told import SOURCE, only

MET, NOT_MET, UNKNOWN = Answer.MET, Answer.NOT_MET, Answer.UNKNOWN
MEETING, JANUARY = date(2025, 9, 2), date(2025, 1, 1)


def vote(members: int, on: date = MEETING, body: str = "cell") -> Tally:
    return Tally(body, "admission", on, members, members, members, 0)


@pytest.mark.parametrize(
    ("tallies", "declared", "declared_on", "answer", "sentence"),
    [
        pytest.param(
            (vote(3),),
            2,
            JANUARY,
            MET,
            "Chi bộ có 3 đảng viên chính thức (theo biểu quyết ngày 02/9/2025), ít nhất phải có 3.",
            id="Charter 24(1): three at the vote, whatever was declared",
        ),
        pytest.param(
            (vote(2),),
            5,
            JANUARY,
            NOT_MET,
            "Chi bộ có 2 đảng viên chính thức (theo biểu quyết ngày 02/9/2025), chưa đủ 3; hãy báo cáo cấp ủy cấp trên.",
            id="Charter 24(1): two at the vote, whatever was declared",
        ),
        pytest.param(
            (vote(9, JANUARY), vote(15, body="grassroots_committee")),
            2,
            JANUARY,
            NOT_MET,
            "Chi bộ có 2 đảng viên chính thức (khai tại ngày 01/01/2025), chưa đủ 3; hãy báo cáo cấp ủy cấp trên.",
            id="Charter 24(1): votes of another day and of another body do not tell",
        ),
        pytest.param(
            (),
            3,
            JANUARY,
            MET,
            "Chi bộ có 3 đảng viên chính thức (khai tại ngày 01/01/2025), ít nhất phải có 3.",
            id="Charter 24(1): three declared",
        ),
        pytest.param(
            (),
            3,
            None,
            MET,
            "Chi bộ có 3 đảng viên chính thức (theo số liệu đã khai), ít nhất phải có 3.",
            id="Charter 24(1): declared, the day not known",
        ),
        pytest.param(
            (),
            None,
            None,
            UNKNOWN,
            "Chưa ghi số đảng viên chính thức của chi bộ; hãy khai số liệu hoặc ghi biểu quyết.",
            id="Charter 24(1): nothing known",
        ),
    ],
)
def test_three_official_members_make_a_cell(tallies, declared, declared_on, answer, sentence):
    facts = Facts(1990, meeting_on=MEETING, tallies=tallies, official_members=declared, declared_on=declared_on)
    verdict = cell_large_enough(facts, only(cell_least="3"))
    assert (verdict.answer, verdict.sentence, verdict.source) == (answer, sentence, SOURCE)
