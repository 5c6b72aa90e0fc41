"""Verification of the background: who is verified, by whom, and until when (06-HD/TW 2025, point 3.4)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candidates.enums import Verification, Verified
from candidates.rules.background import ANSWERED, ASKED, NOBODY, RELATIONS, WAIVED, background_verified
from candidates.rules.facts import Checked, Facts
from candidates.rules.verdict import Answer, Verdict
from tests.rules.told import SOURCE, only

MET, NOT_MET, UNKNOWN = Answer.MET, Answer.NOT_MET, Answer.UNKNOWN
MEETING, SENT, BACK, AFTER = date(2025, 9, 2), date(2025, 4, 1), date(2025, 5, 6), date(2025, 9, 3)


def answered(relation: str, on: date = BACK, place: str = "xã Hòa", *, related: bool | None = False) -> Checked:
    return Checked(relation, ANSWERED, relation, place, SENT, on, related)


def stands(relation: str, state: str) -> Checked:
    return Checked(relation, state, relation, "xã Hòa", SENT if state == ASKED else None)


ALL = {relation: answered(relation) for relation in RELATIONS}


def judge(*more: Checked, without: str = "", **instead: Checked) -> Verdict:
    checks = [each for relation, each in (ALL | instead).items() if relation != without]
    return background_verified(Facts(1990, meeting_on=MEETING, checks=(*checks, *more)), only(background="required"))


@pytest.mark.parametrize(
    "instead",
    [
        pytest.param({}, id="06-HD/TW 3.4: all answered"),
        pytest.param({"parents": stands("parents", WAIVED)}, id="06-HD/TW 3.4.c: a parent who is a member"),
        pytest.param({"children": stands("children", WAIVED)}, id="06-HD/TW 3.4.c: a child who is a member"),
        pytest.param(
            {each: stands(each, NOBODY) for each in ("spouse", "spouse_parents", "children")},
            id="06-HD/TW 3.4: nobody of the kind",
        ),
        pytest.param({"spouse": answered("spouse", related=None)}, id="06-HD/TW 3.4: by letter, nobody was sent"),
    ],
)
def test_it_is_complete(instead):
    verdict = judge(**instead)
    assert (verdict.answer, verdict.sentence, verdict.source) == (
        MET,
        "Đã thẩm tra xong, kết quả cuối cùng có ngày 06/5/2025.",
        SOURCE,
    )


def test_an_answer_of_the_day_of_the_meeting_is_in_time():
    assert judge(self=answered("self", MEETING)).sentence == "Đã thẩm tra xong, kết quả cuối cùng có ngày 02/9/2025."


@pytest.mark.parametrize(
    ("instead", "answer", "sentence"),
    [
        pytest.param(
            {"spouse": stands("spouse", ASKED)},
            UNKNOWN,
            "Thẩm tra về vợ hoặc chồng tại xã Hòa gửi ngày 01/4/2025 chưa có kết quả.",
            id="06-HD/TW 3.4: not answered yet",
        ),
        pytest.param(
            {"spouse": Checked("spouse", ASKED, "")},
            UNKNOWN,
            "Thẩm tra về vợ hoặc chồng chưa có kết quả.",
            id="06-HD/TW 3.4: not answered yet, place and day not known",
        ),
        pytest.param(
            {"spouse": stands("spouse", WAIVED)},
            UNKNOWN,
            "Vợ hoặc chồng ghi là không phải thẩm tra, nhưng văn bản hiện có không nói rõ trường hợp này, hãy kiểm tra và "
            "thẩm tra nếu cần.",
            id="06-HD/TW 3.4.c: a spouse who is a member, the sentence was not seen whole",
        ),
        pytest.param(
            {"self": stands("self", WAIVED)},
            NOT_MET,
            "Chính người vào Đảng thì phải được thẩm tra, hãy ghi lại.",
            id="06-HD/TW 3.4: the person is never skipped",
        ),
        pytest.param(
            {"parents": answered("parents", AFTER)},
            NOT_MET,
            "Kết quả thẩm tra về cha, mẹ đẻ tại xã Hòa có ngày 03/9/2025, sau ngày chi bộ xét (02/9/2025), chi bộ phải xét "
            "lại.",
            id="06-HD/TW 3.4: answered after the meeting",
        ),
        pytest.param(
            {"parents": answered("parents", related=True)},
            NOT_MET,
            "Người được cử đi thẩm tra về cha, mẹ đẻ tại xã Hòa là người thân, hãy cử đảng viên khác thẩm tra lại.",
            id="06-HD/TW 3.4: by somebody related",
        ),
        pytest.param(
            {"parents": answered("parents", related=True), "spouse": stands("spouse", ASKED)},
            NOT_MET,
            "Người được cử đi thẩm tra về cha, mẹ đẻ tại xã Hòa là người thân, hãy cử đảng viên khác thẩm tra lại.",
            id="06-HD/TW 3.4: what is wrong weighs more than what is open",
        ),
    ],
)
def test_one_relation_holds_it_up(instead, answer, sentence):
    verdict = judge(**instead)
    assert (verdict.answer, verdict.sentence, verdict.source) == (answer, sentence, SOURCE)


@pytest.mark.parametrize(
    ("again", "answer"),
    [
        pytest.param(answered("parents", date(2025, 7, 1)), MET, id="by another one"),
        pytest.param(answered("parents", date(2025, 7, 1), related=True), NOT_MET, id="by a relative again"),
        pytest.param(answered("parents", date(2025, 7, 1), "xã Bình"), NOT_MET, id="at another place"),
        pytest.param(answered("spouse", date(2025, 7, 1)), NOT_MET, id="about somebody else"),
        pytest.param(answered("parents", AFTER), NOT_MET, id="too late"),
        pytest.param(stands("parents", ASKED), NOT_MET, id="not answered yet"),
    ],
)
def test_what_a_relative_verified_is_verified_again(again, answer):
    assert judge(again, parents=answered("parents", related=True)).answer == answer


def test_two_places_are_both_answered():
    assert judge(stands("self", ASKED)).answer == UNKNOWN


@pytest.mark.parametrize(("relation", "words"), RELATIONS.items())
def test_a_relation_of_which_nothing_is_recorded_is_asked_for(relation, words):
    verdict = judge(without=relation)
    assert (verdict.answer, verdict.sentence) == (UNKNOWN, f"Chưa ghi thẩm tra về {words}, hãy bổ sung.")


def test_without_anything_all_five_are_asked_for():
    verdict = background_verified(Facts(1990, meeting_on=MEETING), only(background="required"))
    assert verdict.sentence == (
        "Chưa ghi thẩm tra về người vào Đảng / cha, mẹ đẻ / vợ hoặc chồng / cha, mẹ vợ hoặc chồng / con đẻ, hãy bổ sung."
    )


def test_relations_and_states_are_those_of_the_closed_lists():
    assert {name: words[0].upper() + words[1:] for name, words in RELATIONS.items()} == dict(Verified.choices)
    assert {ASKED, ANSWERED, WAIVED, NOBODY} == set(Verification)


ORDER = (NOT_MET, UNKNOWN, MET)


@settings(max_examples=30)
@given(st.sampled_from(sorted(RELATIONS)), st.integers(0, 300), st.integers(0, 300))
def test_an_earlier_answer_never_harms(relation, after, earlier):
    late = answered(relation, date(2025, 6, 1) + timedelta(days=after))
    soon = replace(late, answered_on=late.answered_on - timedelta(days=earlier))
    assert ORDER.index(judge(**{relation: late}).answer) <= ORDER.index(judge(**{relation: soon}).answer)
