"""Age counted by month on the day of the cell meeting (24-QĐ/TW, point 1.1.1) and what somebody over 60 needs (1.1.2)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candidates.rules.age import age_at_meeting
from candidates.rules.facts import Consented, Facts
from candidates.rules.sources import Source
from candidates.rules.verdict import Answer
from tests.rules import told
from tests.rules.told import only

MET, NOT_MET, UNKNOWN = Answer.MET, Answer.NOT_MET, Answer.UNKNOWN
OF_CONSENT = Source("24-QĐ/TW", "điểm 1.1.2", confirmed=False)
VALUES = only(age_from="18", age_to="60") | only(OF_CONSENT, over_age_consent="required")
OVER = "Đã 60 tuổi 1 tháng tính theo tháng tại ngày chi bộ xét, trên 60 tuổi"


@pytest.mark.parametrize(
    ("born", "meeting", "answer", "sentence"),
    [
        pytest.param(
            date(2003, 10, 20),
            date(2021, 10, 5),
            MET,
            "Đủ tuổi: 18 tuổi tính theo tháng tại ngày chi bộ xét.",
            id="24-QĐ/TW 1.1.1: 18 in the month, situation 2",
        ),
        pytest.param(
            date(2003, 10, 1),
            date(2021, 9, 30),
            NOT_MET,
            "Mới 17 tuổi 11 tháng tính theo tháng tại ngày chi bộ xét, chưa đủ 18 tuổi.",
            id="24-QĐ/TW 1.1.1: the month before",
        ),
        pytest.param(
            date(1961, 2, 1),
            date(2021, 2, 28),
            MET,
            "Đủ tuổi: 60 tuổi tính theo tháng tại ngày chi bộ xét.",
            id="24-QĐ/TW 1.1.1: 60 in the month, situation 2",
        ),
        pytest.param(
            date(1961, 2, 28),
            date(2021, 3, 1),
            UNKNOWN,
            f"{OVER}: cần văn bản đồng ý trước và lý do theo điểm 1.1.2, 24-QĐ/TW.",
            id="24-QĐ/TW 1.1.2: over 60 is open, situation 2",
        ),
    ],
)
def test_age_is_counted_by_months_on_the_day_of_the_meeting(born, meeting, answer, sentence):
    verdict = age_at_meeting(Facts(born.year, born, meeting_on=meeting), VALUES)
    assert (verdict.answer, verdict.sentence) == (answer, sentence)


@pytest.mark.parametrize(
    ("born", "meeting", "answer"),
    [
        pytest.param(2003, date(2020, 12, 31), NOT_MET, id="1.1.1: too young even if born in January"),
        pytest.param(2003, date(2021, 1, 1), UNKNOWN, id="1.1.1: 18 only if born in January"),
        pytest.param(2003, date(2021, 11, 30), UNKNOWN, id="1.1.1: 18 unless born in December"),
        pytest.param(2003, date(2021, 12, 1), MET, id="1.1.1: 18 whenever born"),
        pytest.param(1961, date(2021, 1, 31), MET, id="1.1.1: 60 at most whenever born"),
        pytest.param(1961, date(2021, 2, 1), UNKNOWN, id="1.1.1: over 60 if born in January"),
        pytest.param(1961, date(2021, 12, 31), UNKNOWN, id="1.1.1: 60 at most only if born in December"),
        pytest.param(1961, date(2022, 1, 1), UNKNOWN, id="1.1.2: over 60 whenever born"),
    ],
)
def test_with_the_year_alone_the_answer_holds_for_every_month_or_stays_open(born, meeting, answer):
    assert age_at_meeting(Facts(born, meeting_on=meeting), VALUES).answer == answer


def test_whoever_lacks_a_day_of_birth_is_asked_for_it():
    verdict = age_at_meeting(Facts(2003, meeting_on=date(2021, 6, 1)), VALUES)
    assert verdict.sentence == "Chỉ biết năm sinh nên chưa kết luận được tuổi; hãy bổ sung ngày sinh."


@pytest.mark.parametrize(
    ("born", "sentence"),
    [
        pytest.param(
            2010,
            "Mới nhiều nhất 11 tuổi 5 tháng tính theo tháng tại ngày chi bộ xét, chưa đủ 18 tuổi.",
            id="1.1.1: too young, at most so old",
        ),
        pytest.param(
            1950,
            "Đã ít nhất 70 tuổi 6 tháng tính theo tháng tại ngày chi bộ xét, trên 60 tuổi: cần văn bản đồng ý trước và lý do "
            "theo điểm 1.1.2, 24-QĐ/TW.",
            id="1.1.2: too old, at least so old",
        ),
        pytest.param(
            1990, "Đủ tuổi: ít nhất 30 tuổi 6 tháng tính theo tháng tại ngày chi bộ xét.", id="1.1.1: at least so old"
        ),
    ],
)
def test_with_the_year_alone_the_bound_that_decides_is_told(born, sentence):
    assert age_at_meeting(Facts(born, meeting_on=date(2021, 6, 1)), VALUES).sentence == sentence


def test_where_no_text_tells_of_a_consent_no_clause_is_named():
    verdict = age_at_meeting(SIXTY_AND_A_MONTH, VALUES | only(over_age_consent=""))
    assert verdict.sentence == f"{OVER}: cần văn bản đồng ý trước và lý do theo quy định."


SIXTY_AND_A_MONTH = Facts(1961, date(1961, 2, 28), meeting_on=date(2021, 3, 1))
COMMITTEE = "Ban Thường vụ Tỉnh ủy"


def consent(on: date, ground: str = "no_members", matter: str = "over_age") -> Consented:
    return Consented(matter, ground, "nơi chưa có đảng viên", COMMITTEE, on)


@pytest.mark.parametrize(
    ("consents", "answer", "sentence"),
    [
        pytest.param(
            (consent(date(2021, 3, 1)), consent(date(2021, 1, 4), "other")),
            MET,
            f"{OVER}; đã được đồng ý trước bằng văn bản của {COMMITTEE} ngày 01/3/2021 (nơi chưa có đảng viên).",
            id="1.1.2: on the day of the meeting",
        ),
        pytest.param(
            (consent(date(2021, 4, 5)), consent(date(2021, 3, 2))),
            NOT_MET,
            f"{OVER}: văn bản đồng ý của {COMMITTEE} ngày 02/3/2021 có sau ngày chi bộ xét (01/3/2021), trong khi phải "
            "được đồng ý trước; chi bộ phải xét lại sau ngày có văn bản.",
            id="1.1.2: a day too late",
        ),
        pytest.param(
            (consent(date(2021, 4, 2)), consent(date(2021, 2, 10), "special_request")),
            MET,
            f"{OVER}; đã được đồng ý trước bằng văn bản của {COMMITTEE} ngày 10/02/2021 (nơi chưa có đảng viên).",
            id="1.1.2: a later one beside it takes nothing away",
        ),
        pytest.param(
            (consent(date(2021, 2, 10), "other"),),
            UNKNOWN,
            f"{OVER}: văn bản của {COMMITTEE} ngày 10/02/2021 ghi lý do “nơi chưa có đảng viên”, chưa rõ có thuộc "
            "trường hợp ở điểm 1.1.2, 24-QĐ/TW hay không.",
            id="1.1.2: on another ground",
        ),
        pytest.param(
            (consent(date(2021, 2, 10), matter="readmission"),),
            UNKNOWN,
            f"{OVER}: cần văn bản đồng ý trước và lý do theo điểm 1.1.2, 24-QĐ/TW.",
            id="1.1.2: a consent to something else",
        ),
    ],
)
def test_over_sixty_the_consent_comes_before_the_meeting(consents, answer, sentence):
    verdict = age_at_meeting(replace(SIXTY_AND_A_MONTH, consents=consents), VALUES)
    assert (verdict.answer, verdict.sentence) == (answer, sentence)


@pytest.mark.parametrize("values", [only(age_from="18", age_to="60"), VALUES | only(over_age_consent="")])
def test_where_no_text_tells_of_a_consent_a_recorded_one_settles_nothing(values):
    verdict = age_at_meeting(replace(SIXTY_AND_A_MONTH, consents=(consent(date(2021, 2, 10)),)), values)
    assert (verdict.answer, verdict.sentence) == (
        UNKNOWN,
        f"{OVER}: chưa đủ căn cứ để xét văn bản của {COMMITTEE} ngày 10/02/2021, không có quy định trong hệ thống.",
    )


@pytest.mark.parametrize(
    ("regime", "answer", "place"),
    [
        ("QD29", MET, "điểm 1.1.2, 29-QĐ/TW"),
        ("QD24", MET, "mục 1, 01-HD/TW"),
        ("QD294", MET, "điểm 1.1.2, 294-QĐ/TW"),
        ("QD20", UNKNOWN, "điểm 1.1.1, 20-QĐ/TW"),
        ("QD208", UNKNOWN, "điểm 1.1.2, 208-QĐ/TW"),
    ],
)
def test_the_same_consent_under_each_regime(regime, answer, place):
    verdict = age_at_meeting(replace(SIXTY_AND_A_MONTH, consents=(consent(date(2021, 2, 10)),)), told.of(regime))
    assert (verdict.answer, verdict.source.place) == (answer, place)


BIRTHS = st.dates(date(1940, 1, 1), date(2010, 12, 31))
MEETINGS = st.dates(date(2016, 7, 25), date(2030, 12, 31))


@settings(max_examples=30)
@given(BIRTHS, MEETINGS, st.integers(0, 4000))
def test_whoever_is_old_enough_stays_so(born, meeting, later):
    first = age_at_meeting(Facts(born.year, born, meeting_on=meeting), VALUES)
    second = age_at_meeting(Facts(born.year, born, meeting_on=meeting + timedelta(days=later)), VALUES)
    order = (NOT_MET, MET, UNKNOWN)
    assert order.index(first.answer) <= order.index(second.answer)


@settings(max_examples=30)
@given(BIRTHS, MEETINGS)
def test_the_year_alone_never_contradicts_the_day_of_birth(born, meeting):
    exact = age_at_meeting(Facts(born.year, born, meeting_on=meeting), VALUES)
    by_year = age_at_meeting(Facts(born.year, meeting_on=meeting), VALUES)
    assert by_year.answer in (exact.answer, UNKNOWN)


@settings(max_examples=30)
@given(BIRTHS, MEETINGS)
def test_the_day_within_the_month_makes_no_difference(born, meeting):
    same = age_at_meeting(Facts(born.year, born.replace(day=1), meeting_on=meeting.replace(day=28)), VALUES)
    assert age_at_meeting(Facts(born.year, born, meeting_on=meeting), VALUES) == same
