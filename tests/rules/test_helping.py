"""The helper is an official member since the assignment (domain.md §2.1, step 3)."""

from datetime import date

import pytest

from candidates.rules.facts import Facts, Helping
from candidates.rules.helping import helper_official
from candidates.rules.verdict import Answer
from tests.rules.told import SOURCE, only

MET, NOT_MET, UNKNOWN = Answer.MET, Answer.NOT_MET, Answer.UNKNOWN
MEETING, ASSIGNED = date(2025, 9, 2), date(2024, 6, 1)


@pytest.mark.parametrize(
    ("helper", "answer", "sentence"),
    [
        pytest.param(
            Helping("An", ASSIGNED, ASSIGNED),
            MET,
            "Được đồng chí An, đảng viên chính thức, giúp đỡ từ ngày 01/6/2024.",
            id="step 3: official on the very day",
        ),
        pytest.param(
            Helping("An", MEETING, ASSIGNED),
            MET,
            "Được đồng chí An, đảng viên chính thức, giúp đỡ từ ngày 02/9/2025.",
            id="step 3: assigned on the day of the meeting",
        ),
        pytest.param(
            Helping("An", ASSIGNED, date(2024, 6, 2)),
            NOT_MET,
            "Chi bộ phân công đồng chí An giúp đỡ từ ngày 01/6/2024, nhưng đồng chí ấy là đảng viên chính thức từ ngày "
            "02/6/2024; hãy phân công đảng viên chính thức.",
            id="step 3: still probationary",
        ),
        pytest.param(
            Helping("An", ASSIGNED),
            UNKNOWN,
            "Chưa ghi đồng chí An là đảng viên chính thức từ ngày nào; hãy bổ sung.",
            id="step 3: nobody said since when official",
        ),
        pytest.param(
            None,
            UNKNOWN,
            "Chưa ghi ai giúp đỡ tại ngày chi bộ xét (02/9/2025); hãy ghi đảng viên được phân công.",
            id="step 3: nobody",
        ),
        pytest.param(
            Helping("An", date(2025, 9, 3), ASSIGNED),
            UNKNOWN,
            "Chưa ghi ai giúp đỡ tại ngày chi bộ xét (02/9/2025); hãy ghi đảng viên được phân công.",
            id="step 3: assigned after the meeting",
        ),
    ],
)
def test_the_helper_is_official_since_the_assignment(helper, answer, sentence):
    verdict = helper_official(Facts(1990, meeting_on=MEETING, helping=helper), only(helper_standing="official"))
    assert (verdict.answer, verdict.sentence, verdict.source) == (answer, sentence, SOURCE)
