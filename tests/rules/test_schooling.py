"""General education: the least level, its proof by regime (point 1.2.1) and the exceptions (point 1.2.2)."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candidates.enums import GROUNDS, ConsentMatter, Schooling
from candidates.rules.facts import Consented, Facts
from candidates.rules.schooling import FLOORED, LEVELS, schooling_enough
from candidates.rules.verdict import Answer, Verdict
from tests.rules import told
from tests.rules.told import only

MET, NOT_MET, UNKNOWN = Answer.MET, Answer.NOT_MET, Answer.UNKNOWN
READS, PRIMARY, LOWER, UPPER = 1, 2, 3, 4
MEETING = date(2023, 5, 19)
EXCEPTION = "trường hợp ngoại lệ “Vùng khó khăn” (văn bản của Đảng ủy xã ngày {})"


def ground(on: date = MEETING, name: str = "hardship_area", matter: str = "schooling") -> Consented:
    return Consented(matter, name, "Vùng khó khăn", "Đảng ủy xã", on)


def judge(
    level: int | None, diploma: bool | None = None, *grounds: Consented, proof: str = "diploma", floor: str = "2"
):
    facts = Facts(1990, meeting_on=MEETING, schooling=level, diploma=diploma, consents=grounds)
    return schooling_enough(facts, only(schooling_least="3", schooling_proof=proof, schooling_exception=floor))


def said(verdict: Verdict) -> tuple[Answer, str]:
    return verdict.answer, verdict.sentence


NOT_SAID = "Chưa ghi đã có bằng tốt nghiệp trung học cơ sở hay chưa; hãy bổ sung."
HAS_LOWER = "Đủ trình độ: học vấn trung học cơ sở."


@pytest.mark.parametrize(
    ("proof", "level", "diploma", "answer", "sentence"),
    [
        pytest.param("diploma", LOWER, True, MET, HAS_LOWER, id="24-QĐ/TW 1.2.1: the diploma"),
        pytest.param(
            "diploma",
            LOWER,
            False,
            NOT_MET,
            "Hoàn thành chương trình trung học cơ sở nhưng chưa có bằng tốt nghiệp; nếu thuộc trường hợp ngoại lệ ở điểm "
            "1.1.1, 24-QĐ/TW thì hãy ghi lý do và văn bản.",
            id="24-QĐ/TW 1.2.1: the programme without the diploma",
        ),
        pytest.param("diploma", LOWER, None, UNKNOWN, NOT_SAID, id="24-QĐ/TW 1.2.1: nothing said of the diploma"),
        pytest.param(
            "diploma",
            UPPER,
            None,
            MET,
            "Đủ trình độ: học vấn trung học phổ thông.",
            id="24-QĐ/TW 1.2.1: a higher level implies the diploma",
        ),
        pytest.param("programme", LOWER, False, MET, HAS_LOWER, id="208-QĐ/TW 1.2.1: the programme is enough"),
        pytest.param("programme", LOWER, None, MET, HAS_LOWER, id="208-QĐ/TW 1.2.1: the diploma is not asked for"),
        pytest.param("diploma_or_equal", LOWER, True, MET, HAS_LOWER, id="29-QĐ/TW 1.2.1: the diploma"),
        pytest.param(
            "diploma_or_equal",
            LOWER,
            False,
            UNKNOWN,
            "Chưa có bằng tốt nghiệp trung học cơ sở; văn bản chấp nhận giấy tờ tương đương, hãy kiểm tra và ghi lại.",
            id="29-QĐ/TW 1.2.1: something equal may do",
        ),
        pytest.param("diploma_or_equal", LOWER, None, UNKNOWN, NOT_SAID, id="29-QĐ/TW 1.2.1: nothing said"),
        pytest.param(
            "programme",
            PRIMARY,
            True,
            NOT_MET,
            "Học vấn tiểu học, dưới mức trung học cơ sở; nếu thuộc trường hợp ngoại lệ ở điểm 1.1.1, 24-QĐ/TW thì hãy ghi "
            "lý do và văn bản.",
            id="208-QĐ/TW 1.2.1: below the least",
        ),
        pytest.param(
            "programme",
            None,
            True,
            UNKNOWN,
            "Chưa ghi trình độ học vấn; hãy bổ sung.",
            id="208-QĐ/TW 1.2.1: the level is not known",
        ),
    ],
)
def test_the_least_level_is_proved_as_the_regime_asks(proof, level, diploma, answer, sentence):
    assert said(judge(level, diploma, proof=proof)) == (answer, sentence)


BELOW = "Học vấn tiểu học, dưới mức trung học cơ sở"


@pytest.mark.parametrize(
    ("level", "given_ground", "floor", "answer", "sentence"),
    [
        pytest.param(
            PRIMARY,
            ground(),
            "2",
            MET,
            f"{BELOW}, được xét theo {EXCEPTION.format('19/5/2023')}.",
            id="01-HD/TW 2021, 1: primary school in an area of great hardship",
        ),
        pytest.param(
            READS,
            ground(),
            "2",
            NOT_MET,
            f"Học vấn biết đọc, biết viết, dưới mức trung học cơ sở; {EXCEPTION.format('19/5/2023')} cũng phải từ tiểu học "
            "trở lên.",
            id="01-HD/TW 2021, 1: below the floor",
        ),
        pytest.param(
            PRIMARY,
            ground(),
            "",
            UNKNOWN,
            f"{BELOW}; {EXCEPTION.format('19/5/2023')}: chưa đủ căn cứ, hệ thống không có mức thấp nhất cho trường hợp này.",
            id="294-QĐ/TW 1.2.2: the floor is not known",
        ),
        pytest.param(
            PRIMARY,
            ground(name="party_need"),
            "2",
            UNKNOWN,
            f"{BELOW}; {EXCEPTION.format('19/5/2023')}: chưa đủ căn cứ, hệ thống không có mức thấp nhất cho trường hợp này.",
            id="24-QĐ/TW 1.2.2: a need of building the Party has no floor in the texts at hand",
        ),
        pytest.param(
            PRIMARY,
            ground(name="fisherman"),
            "2",
            MET,
            f"{BELOW}, được xét theo {EXCEPTION.format('19/5/2023')}.",
            id="01-HD/TW 2021, 1: primary school of a fisherman",
        ),
        *(
            pytest.param(
                PRIMARY,
                ground(name=name),
                "2",
                UNKNOWN,
                f"{BELOW}; {EXCEPTION.format('19/5/2023')}: chưa đủ căn cứ, hệ thống không có mức thấp nhất cho trường hợp này.",
                id=f"01-HD/TW 2021, 1: no floor is told for a {name}",
            )
            for name in ("mountain", "minority_area")
        ),
        pytest.param(
            PRIMARY,
            ground(matter="over_age"),
            "",
            NOT_MET,
            f"{BELOW}; nếu thuộc trường hợp ngoại lệ thì hãy ghi lý do và văn bản.",
            id="294-QĐ/TW 1.2.2: no clause is named where none is told",
        ),
        pytest.param(
            PRIMARY,
            ground(date(2023, 5, 20)),
            "2",
            NOT_MET,
            f"{BELOW}; văn bản về trường hợp ngoại lệ ghi ngày 20/5/2023, sau ngày chi bộ xét (19/5/2023): hãy kiểm tra lại "
            "hai ngày này, hoặc chi bộ xét lại.",
            id="24-QĐ/TW 1.2.2: dated after the meeting",
        ),
        pytest.param(
            PRIMARY,
            ground(matter="over_age"),
            "2",
            NOT_MET,
            f"{BELOW}; nếu thuộc trường hợp ngoại lệ ở điểm 1.1.1, 24-QĐ/TW thì hãy ghi lý do và văn bản.",
            id="24-QĐ/TW 1.2.2: a consent to something else",
        ),
    ],
)
def test_below_the_least_an_exception_has_a_floor_of_its_own(level, given_ground, floor, answer, sentence):
    assert said(judge(level, None, given_ground, floor=floor)) == (answer, sentence)


@pytest.mark.parametrize(("diploma", "lacking"), [(False, "chưa có"), (None, "chưa rõ đã có")])
@pytest.mark.parametrize("proof", ["diploma", "diploma_or_equal"])
def test_an_exception_stands_in_for_the_diploma_too(diploma, lacking, proof):
    assert said(judge(LOWER, diploma, ground(), proof=proof)) == (
        MET,
        f"Hoàn thành chương trình trung học cơ sở nhưng {lacking} bằng tốt nghiệp, được xét theo "
        f"{EXCEPTION.format('19/5/2023')}.",
    )


@pytest.mark.parametrize(
    ("regime", "answer"),
    [
        pytest.param("QD29", UNKNOWN, id="29-QĐ/TW 1.2.1: a diploma or something equal"),
        pytest.param("QD24", NOT_MET, id="24-QĐ/TW 1.2.1: a diploma"),
        pytest.param("QD294", NOT_MET, id="294-QĐ/TW 1.2.1: a diploma"),
        pytest.param("QD20", UNKNOWN, id="20-QĐ/TW: no text at hand"),
        pytest.param("QD208", MET, id="208-QĐ/TW 1.2.1: the programme"),
    ],
)
def test_the_same_dossier_under_each_regime(regime, answer):
    facts = Facts(1990, meeting_on=MEETING, schooling=LOWER, diploma=False)
    assert schooling_enough(facts, told.of(regime)).answer == answer


def test_the_levels_and_grounds_are_those_of_the_closed_lists():
    assert {level: words[0].upper() + words[1:] for level, words in LEVELS.items()} == dict(Schooling.choices)
    assert set(FLOORED) < set(GROUNDS[ConsentMatter.SCHOOLING])


ORDER = (NOT_MET, UNKNOWN, MET)


@settings(max_examples=30)
@given(
    st.integers(READS, LOWER),
    st.sampled_from([None, True, False]),
    st.sampled_from(["diploma", "diploma_or_equal", "programme"]),
    st.booleans(),
)
def test_more_schooling_never_harms(level, diploma, proof, excepted):
    grounds = (ground(),) if excepted else ()
    less, more = (judge(each, diploma, *grounds, proof=proof).answer for each in (level, level + 1))
    assert ORDER.index(less) <= ORDER.index(more)
