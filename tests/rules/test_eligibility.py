"""What the criteria answer, each at its boundary: the age by months, the class certificate, the probation."""

from datetime import date

import pytest

from candidates.rules.eligibility import NAMES, age_at_meeting, certificate_at_meeting, probation_complete
from candidates.rules.facts import Facts
from candidates.rules.parameters import Parameter
from candidates.rules.sources import Source
from candidates.rules.verdict import Answer

MET, NOT_MET, UNKNOWN = Answer.MET, Answer.NOT_MET, Answer.UNKNOWN
NO_RULE = ": chưa đủ căn cứ, không có quy định tại ngày này trong hệ thống."
NO_DAY = ": chưa đủ căn cứ, chưa có ngày để xét."
SOURCE = Source("24-QĐ/TW", "điểm 1.1.1", confirmed=False)


def parameter(value: str) -> Parameter:
    return Parameter("thông số", value, SOURCE)


LOW, HIGH, UNTOLD = parameter("18"), parameter("60"), parameter("")
FIVE_YEARS, ONE_YEAR = parameter("60"), parameter("12")


@pytest.mark.parametrize(
    ("born", "meeting", "answer", "sentence"),
    [
        pytest.param(
            date(2003, 10, 20),
            date(2021, 10, 5),
            MET,
            "Đủ tuổi: 18 tuổi tính theo tháng tại ngày chi bộ xét.",
            id="18 in the month, situation 2",
        ),
        pytest.param(
            date(2003, 10, 1),
            date(2021, 9, 30),
            NOT_MET,
            "Mới 17 tuổi 11 tháng tính theo tháng tại ngày chi bộ xét, chưa đủ 18 tuổi.",
            id="the month before",
        ),
        pytest.param(
            date(1961, 2, 1),
            date(2021, 2, 28),
            MET,
            "Đủ tuổi: 60 tuổi tính theo tháng tại ngày chi bộ xét.",
            id="60 in the month, situation 2",
        ),
        pytest.param(
            date(1961, 2, 28),
            date(2021, 3, 1),
            UNKNOWN,
            "Đã 60 tuổi 1 tháng tính theo tháng tại ngày chi bộ xét, trên 60 tuổi: "
            "cần văn bản đồng ý trước và lý do theo điểm 1.1.2.",
            id="over 60 is open, situation 2",
        ),
    ],
)
def test_age_is_counted_by_months_on_the_day_of_the_meeting(born, meeting, answer, sentence):
    verdict = age_at_meeting(Facts(born.year, born, meeting_on=meeting), LOW, HIGH)
    assert (verdict.answer, verdict.sentence) == (answer, sentence)


@pytest.mark.parametrize(
    ("born", "meeting", "answer"),
    [
        pytest.param(2003, date(2020, 12, 31), NOT_MET, id="too young even if born in January"),
        pytest.param(2003, date(2021, 1, 1), UNKNOWN, id="18 only if born in January"),
        pytest.param(2003, date(2021, 11, 30), UNKNOWN, id="18 unless born in December"),
        pytest.param(2003, date(2021, 12, 1), MET, id="18 whenever born"),
        pytest.param(1961, date(2021, 1, 31), MET, id="60 at most whenever born"),
        pytest.param(1961, date(2021, 2, 1), UNKNOWN, id="over 60 if born in January"),
        pytest.param(1961, date(2021, 12, 31), UNKNOWN, id="60 at most only if born in December"),
        pytest.param(1961, date(2022, 1, 1), UNKNOWN, id="over 60 whenever born"),
    ],
)
def test_with_the_year_alone_the_answer_holds_for_every_month_or_stays_open(born, meeting, answer):
    assert age_at_meeting(Facts(born, meeting_on=meeting), LOW, HIGH).answer == answer


def test_whoever_lacks_a_day_of_birth_is_asked_for_it():
    verdict = age_at_meeting(Facts(2003, meeting_on=date(2021, 6, 1)), LOW, HIGH)
    assert verdict.sentence == "Chỉ biết năm sinh nên chưa kết luận được tuổi; hãy bổ sung ngày sinh."


@pytest.mark.parametrize(
    ("certificate", "meeting", "answer", "sentence"),
    [
        pytest.param(
            date(2020, 1, 15),
            date(2025, 2, 3),
            NOT_MET,
            "Giấy chứng nhận hết giá trị từ 15/01/2025; phải học lại trước khi chi bộ xét.",
            id="15-01-2020 looked at on 03-02-2025, guidance 5.4",
        ),
        pytest.param(
            date(2020, 1, 15),
            date(2025, 1, 15),
            NOT_MET,
            "Giấy chứng nhận hết giá trị từ 15/01/2025; phải học lại trước khi chi bộ xét.",
            id="the day of expiry",
        ),
        pytest.param(
            date(2020, 1, 15),
            date(2025, 1, 14),
            MET,
            "Giấy chứng nhận còn giá trị đến hết ngày 14/01/2025.",
            id="the day before expiry",
        ),
        pytest.param(
            None,
            date(2025, 1, 14),
            NOT_MET,
            "Chưa có giấy chứng nhận học lớp nhận thức về Đảng.",
            id="none",
        ),
    ],
)
def test_a_certificate_counts_for_sixty_months_up_to_the_meeting(certificate, meeting, answer, sentence):
    verdict = certificate_at_meeting(Facts(1990, meeting_on=meeting, certificate_on=certificate), FIVE_YEARS)
    assert (verdict.answer, verdict.sentence) == (answer, sentence)


@pytest.mark.parametrize(
    ("recognition", "answer", "sentence"),
    [
        pytest.param(
            date(2024, 8, 30),
            NOT_MET,
            "Chưa hết 12 tháng dự bị (đến hết ngày 30/8/2024).",
            id="a day too early",
        ),
        pytest.param(date(2024, 8, 31), MET, "Đã hết 12 tháng dự bị từ ngày 31/8/2024.", id="the first day"),
        pytest.param(date(2024, 11, 20), MET, "Đã hết 12 tháng dự bị từ ngày 31/8/2024.", id="late, but valid"),
        pytest.param(
            None,
            NOT_MET,
            "Chưa hết 12 tháng dự bị (đến hết ngày 30/8/2024).",
            id="no decision yet",
        ),
    ],
)
def test_probation_counts_from_the_ceremony_situation_7(recognition, answer, sentence):
    facts = Facts(1990, ceremony_on=date(2023, 8, 31), recognition_on=recognition)
    verdict = probation_complete(facts, ONE_YEAR)
    assert (verdict.answer, verdict.sentence) == (answer, sentence)


FULL = Facts(1990, date(1990, 4, 2), date(2021, 5, 31), date(2019, 3, 29), date(2019, 12, 16), date(2021, 1, 11))


@pytest.mark.parametrize(
    "verdict",
    [
        pytest.param(age_at_meeting(FULL, None, HIGH), id="no lower age"),
        pytest.param(age_at_meeting(FULL, LOW, None), id="no upper age"),
        pytest.param(age_at_meeting(FULL, UNTOLD, HIGH), id="lower age untold"),
        pytest.param(age_at_meeting(FULL, LOW, UNTOLD), id="upper age untold"),
        pytest.param(certificate_at_meeting(FULL, None), id="no term of the certificate"),
        pytest.param(certificate_at_meeting(FULL, UNTOLD), id="term of the certificate untold"),
        pytest.param(probation_complete(FULL, None), id="no probation"),
        pytest.param(probation_complete(FULL, UNTOLD), id="probation untold"),
    ],
)
def test_without_a_value_in_force_nothing_can_be_told(verdict):
    assert (verdict.answer, verdict.sentence) == (UNKNOWN, NAMES[verdict.rule] + NO_RULE)


@pytest.mark.parametrize(
    "verdict",
    [
        pytest.param(age_at_meeting(Facts(1990), LOW, HIGH), id="age without a meeting"),
        pytest.param(certificate_at_meeting(Facts(1990), FIVE_YEARS), id="certificate without a meeting"),
        pytest.param(probation_complete(Facts(1990), ONE_YEAR), id="probation without a ceremony"),
    ],
)
def test_without_the_day_nothing_can_be_told(verdict):
    assert (verdict.answer, verdict.sentence) == (UNKNOWN, NAMES[verdict.rule] + NO_DAY)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (Source("24-QĐ/TW", "điểm 1.1.1", confirmed=False), "điểm 1.1.1, 24-QĐ/TW (chưa xác nhận)"),
        (Source("24-QĐ/TW", "điểm 1.1.1", confirmed=True), "điểm 1.1.1, 24-QĐ/TW"),
        (Source("24-QĐ/TW", "", confirmed=False), "24-QĐ/TW (chưa xác nhận)"),
    ],
)
def test_a_source_says_whether_anybody_confirmed_it(source, words):
    assert source.words == words


def test_an_untold_value_still_names_its_source():
    assert age_at_meeting(FULL, UNTOLD, HIGH).source == SOURCE
