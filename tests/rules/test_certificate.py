"""The class certificate counts 60 months, looked at on the day of the cell meeting (06-HD/TW 2025, point 5.4)."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candidates.rules.certificate import certificate_at_meeting
from candidates.rules.deadlines import add_months
from candidates.rules.facts import Facts
from candidates.rules.verdict import Answer, Verdict
from tests.rules.told import only

MET, NOT_MET = Answer.MET, Answer.NOT_MET
VALUES = only(certificate_months="60")


def judge(certificate: date | None, meeting: date) -> Verdict:
    return certificate_at_meeting(Facts(1990, meeting_on=meeting, certificate_on=certificate), VALUES)


@pytest.mark.parametrize(
    ("certificate", "meeting", "answer", "sentence"),
    [
        pytest.param(
            date(2020, 1, 15),
            date(2025, 2, 3),
            NOT_MET,
            "Giấy chứng nhận hết giá trị từ 15/01/2025; phải học lại trước khi chi bộ xét.",
            id="06-HD/TW 5.4: 15-01-2020 looked at on 03-02-2025",
        ),
        pytest.param(
            date(2020, 1, 15),
            date(2025, 1, 15),
            NOT_MET,
            "Giấy chứng nhận hết giá trị từ 15/01/2025; phải học lại trước khi chi bộ xét.",
            id="06-HD/TW 5.4: the day of expiry",
        ),
        pytest.param(
            date(2020, 1, 15),
            date(2025, 1, 14),
            MET,
            "Giấy chứng nhận còn giá trị đến hết ngày 14/01/2025.",
            id="06-HD/TW 5.4: the day before expiry",
        ),
        pytest.param(
            date(2020, 2, 29),
            date(2025, 2, 27),
            MET,
            "Giấy chứng nhận còn giá trị đến hết ngày 27/02/2025.",
            id="06-HD/TW 5.4: from 29 February to the last of February",
        ),
        pytest.param(
            date(2025, 1, 14),
            date(2025, 1, 14),
            MET,
            "Giấy chứng nhận còn giá trị đến hết ngày 13/01/2030.",
            id="06-HD/TW 5.4: of the day of the meeting",
        ),
        pytest.param(
            date(2025, 1, 15),
            date(2025, 1, 14),
            NOT_MET,
            "Giấy chứng nhận ghi ngày 15/01/2025, sau ngày chi bộ xét (14/01/2025); phải có giấy chứng nhận trước khi chi bộ "
            "xét, hãy kiểm tra lại hai ngày này.",
            id="06-HD/TW 5.4: dated after its use",
        ),
        pytest.param(
            None,
            date(2025, 1, 14),
            NOT_MET,
            "Chưa có giấy chứng nhận học lớp nhận thức về Đảng.",
            id="06-HD/TW 5.4: none",
        ),
    ],
)
def test_a_certificate_counts_for_sixty_months_up_to_the_meeting(certificate, meeting, answer, sentence):
    verdict = judge(certificate, meeting)
    assert (verdict.answer, verdict.sentence) == (answer, sentence)


CERTIFICATES = st.dates(date(2010, 1, 1), date(2030, 12, 31))


@settings(max_examples=30)
@given(CERTIFICATES, st.integers(0, 4000))
def test_a_certificate_counts_from_its_day_to_the_eve_of_its_expiry(day, later):
    meeting = day + timedelta(days=later)
    assert (judge(day, meeting).answer == MET) == (meeting < add_months(day, 60))


@settings(max_examples=30)
@given(CERTIFICATES, st.integers(0, 2500), st.integers(0, 400))
def test_once_run_out_it_stays_so(day, later, more):
    meeting = day + timedelta(days=later)
    answers = [judge(day, meeting).answer, judge(day, meeting + timedelta(days=more)).answer]
    assert answers != [NOT_MET, MET]
