"""Who introduces: two members, or a union's committee and one member (Charter, art. 4); 12 months together (point 3.2.1)."""

from datetime import date

import pytest

from candidates.enums import IntroducerKind
from candidates.rules.facts import Facts, Introduction, Moved
from candidates.rules.introducers import BODIES, MEMBER, introduced
from candidates.rules.parameters import Parameter
from candidates.rules.sources import Source
from candidates.rules.verdict import Answer, Verdict

MET, NOT_MET, UNKNOWN = Answer.MET, Answer.NOT_MET, Answer.UNKNOWN
CHARTER = Source("Điều lệ Đảng", "Điều 4, khoản 1", confirmed=True)
QD294 = Source("294-QĐ/TW", "điểm 3.2.1", confirmed=False)
VALUES = {
    "introducers": Parameter("introducers", "2", CHARTER),
    "together_months": Parameter("together_months", "12", QD294),
}
MEETING, DAY, YEAR_BEFORE = date(2025, 9, 2), date(2025, 8, 15), date(2024, 8, 15)


def member(name: str = "Bình", together: date | None = YEAR_BEFORE, **more: object) -> Introduction:
    known = {"on": DAY, "together_since": together, "official_since": date(2015, 3, 2)}
    return Introduction("member", name, **known | more)


def body(kind: str, name: str = "xã Hòa", on: date = DAY) -> Introduction:
    return Introduction(kind, name, on)


def judge(*introductions: Introduction, youth_union: bool | None = None, moved: Moved | None = None) -> Verdict:
    known = {"youth_union": youth_union, "moved": moved}
    return introduced(Facts(1990, meeting_on=MEETING, introductions=introductions, **known), VALUES)


AN, BINH = member("An"), member("Bình")
YOUTH, TRADE = body("youth_union"), body("trade_union")
BY_AN = "ồng chí An giới thiệu ngày 15/8/2025, cùng công tác, cư trú từ ngày 15/8/2024"
BY_BINH = "đồng chí Bình giới thiệu ngày 15/8/2025, cùng công tác, cư trú từ ngày 15/8/2024"
BY_YOUTH = "Ban Chấp hành Đoàn cơ sở (xã Hòa) giới thiệu ngày 15/8/2025"
NEEDS_TWO = "cần 2 đảng viên chính thức, hoặc Đoàn (Công đoàn) cơ sở và một đảng viên chính thức."
NEEDS_ONE = "ngoài tổ chức giới thiệu cần thêm một đảng viên chính thức."
NEEDS_YOUTH = (
    "Là đoàn viên nên cần Ban Chấp hành Đoàn cơ sở và một đảng viên chính thức giới thiệu, chưa ghi nghị quyết của "
    "Đoàn."
)


@pytest.mark.parametrize(
    ("introductions", "youth_union", "answer", "sentence"),
    [
        pytest.param((AN, BINH), None, MET, f"Đ{BY_AN}; {BY_BINH}.", id="Charter 4(1): two members"),
        pytest.param((AN, BINH), False, MET, f"Đ{BY_AN}; {BY_BINH}.", id="Charter 4(1): two members, no youth union"),
        pytest.param((YOUTH, BINH), True, MET, f"{BY_YOUTH}; {BY_BINH}.", id="Charter 4(1): youth union and a member"),
        pytest.param(
            (TRADE, BINH),
            False,
            MET,
            f"Ban Chấp hành Công đoàn cơ sở (xã Hòa) giới thiệu ngày 15/8/2025; {BY_BINH}.",
            id="Charter 4(1): trade union and a member",
        ),
        pytest.param((AN, BINH), True, UNKNOWN, NEEDS_YOUTH, id="Charter 4(1): youth union, two members"),
        pytest.param((TRADE, BINH), True, UNKNOWN, NEEDS_YOUTH, id="Charter 4(1): youth union, by the trade union"),
        pytest.param((), True, UNKNOWN, NEEDS_YOUTH, id="Charter 4(1): youth union, nobody yet"),
        pytest.param((), None, UNKNOWN, f"Chưa ghi đảng viên giới thiệu; {NEEDS_TWO}", id="Charter 4(1): nobody yet"),
        pytest.param(
            (AN,), None, UNKNOWN, f"Mới ghi 1 đảng viên giới thiệu; {NEEDS_TWO}", id="Charter 4(1): one alone"
        ),
        pytest.param(
            (TRADE,), None, UNKNOWN, f"Chưa ghi đảng viên giới thiệu; {NEEDS_ONE}", id="Charter 4(1): a union alone"
        ),
        pytest.param(
            (YOUTH, TRADE),
            True,
            UNKNOWN,
            f"Chưa ghi đảng viên giới thiệu; {NEEDS_ONE}",
            id="Charter 4(1): two unions and no member",
        ),
        pytest.param(
            (body("youth_union", on=date(2025, 9, 3)), AN),
            True,
            NOT_MET,
            "Ban Chấp hành Đoàn cơ sở (xã Hòa) giới thiệu ngày 03/9/2025, sau ngày chi bộ xét (02/9/2025) nên không tính.",
            id="Charter 4(1): the youth union after the meeting",
        ),
        pytest.param(
            (body("trade_union", on=date(2025, 9, 3)), AN),
            None,
            NOT_MET,
            "Ban Chấp hành Công đoàn cơ sở (xã Hòa) giới thiệu ngày 03/9/2025, sau ngày chi bộ xét (02/9/2025) nên không "
            "tính.",
            id="Charter 4(1): the trade union after the meeting",
        ),
    ],
)
def test_three_ways_of_being_introduced(introductions, youth_union, answer, sentence):
    verdict = judge(*introductions, youth_union=youth_union)
    assert (verdict.answer, verdict.sentence, verdict.source) == (answer, sentence, CHARTER)


WITH = "Đồng chí Chi"


@pytest.mark.parametrize(
    ("other", "answer", "sentence", "source"),
    [
        pytest.param(
            member("Chi", date(2024, 8, 16)),
            NOT_MET,
            f"{WITH} cùng công tác, cư trú từ ngày 16/8/2024, đến ngày giới thiệu 15/8/2025 chưa đủ 12 tháng (đủ từ ngày "
            "16/8/2025), hãy chọn đảng viên khác hoặc giới thiệu lại khi đủ.",
            QD294,
            id="294-QĐ/TW 3.2.1: together a day short of 12 months",
        ),
        pytest.param(
            member("Chi", None),
            UNKNOWN,
            "Chưa ghi đồng chí Chi cùng công tác, cư trú từ ngày nào, hãy bổ sung.",
            QD294,
            id="294-QĐ/TW 3.2.1: nobody said since when",
        ),
        pytest.param(
            member("Chi", official_since=None),
            UNKNOWN,
            "Chưa ghi đồng chí Chi là đảng viên chính thức từ ngày nào, hãy bổ sung.",
            CHARTER,
            id="Charter 4(1): nobody said since when official",
        ),
        pytest.param(
            member("Chi", None, official_since=None),
            UNKNOWN,
            "Chưa ghi đồng chí Chi là đảng viên chính thức từ ngày nào, hãy bổ sung; chưa ghi đồng chí Chi cùng công tác, cư trú "
            "từ ngày nào, hãy bổ sung.",
            CHARTER,
            id="Charter 4(1): nobody said either day",
        ),
        pytest.param(
            member("Chi", None, waiver="Công văn 93", official_since=None),
            UNKNOWN,
            "Chưa ghi đồng chí Chi là đảng viên chính thức từ ngày nào, hãy bổ sung.",
            CHARTER,
            id="Charter 4(1): a waived time does not tell since when official",
        ),
        pytest.param(
            member("Chi", date(2024, 8, 16), official_since=None),
            NOT_MET,
            f"{WITH} cùng công tác, cư trú từ ngày 16/8/2024, đến ngày giới thiệu 15/8/2025 chưa đủ 12 tháng (đủ từ ngày "
            "16/8/2025), hãy chọn đảng viên khác hoặc giới thiệu lại khi đủ.",
            QD294,
            id="294-QĐ/TW 3.2.1: too short whoever it is",
        ),
        pytest.param(
            member("Chi", official_since=date(2025, 8, 16)),
            NOT_MET,
            f"{WITH} giới thiệu ngày 15/8/2025 nhưng là đảng viên chính thức từ ngày 16/8/2025, hãy chọn đảng viên chính thức "
            "khác.",
            CHARTER,
            id="Charter 4(1): official a day after introducing",
        ),
        pytest.param(
            member("Chi", on=date(2025, 9, 3)),
            NOT_MET,
            f"{WITH} giới thiệu ngày 03/9/2025, sau ngày chi bộ xét (02/9/2025) nên không tính.",
            CHARTER,
            id="Charter 4(1): introduced after the meeting",
        ),
    ],
)
def test_a_member_who_does_not_count_leaves_one_alone(other, answer, sentence, source):
    verdict = judge(AN, other)
    assert (verdict.answer, verdict.sentence, verdict.source) == (answer, sentence, source)


@pytest.mark.parametrize(
    "counting",
    [
        pytest.param(member("Chi", YEAR_BEFORE), id="294-QĐ/TW 3.2.1: together exactly 12 months"),
        pytest.param(member("Chi", on=MEETING), id="Charter 4(1): on the day of the meeting"),
        pytest.param(member("Chi", official_since=DAY), id="Charter 4(1): official on the very day"),
        pytest.param(
            member("Chi", date(2023, 8, 1), official_since=date(2025, 2, 15)),
            id="294-QĐ/TW 3.2.1: official for 6 months, together for 2 years",
        ),
        pytest.param(
            member("Chi", date(2025, 8, 1), waiver="Công văn 93"),
            id="294-QĐ/TW 3.2.1: waived after a transfer, situation 6",
        ),
        pytest.param(member("Chi", None, waiver="Công văn 93"), id="294-QĐ/TW 3.2.1: waived, the time not known"),
    ],
)
def test_a_member_counts(counting):
    assert judge(AN, counting).answer == MET


def test_a_waiver_is_named_with_its_paper_situation_6():
    verdict = judge(AN, member("Chi", date(2025, 8, 1), waiver="Công văn 93"))
    waived = "đồng chí Chi giới thiệu ngày 15/8/2025, không tính thời gian cùng công tác, cư trú theo Công văn 93"
    assert verdict.sentence == f"Đ{BY_AN}; {waived}."


def test_a_waiver_does_not_make_anybody_official():
    assert judge(AN, member("Chi", waiver="Công văn 93", official_since=MEETING)).answer == NOT_MET


@pytest.mark.parametrize(
    ("moved_on", "answer"),
    [
        pytest.param(date(2025, 6, 1), UNKNOWN, id="06-2025, situation 6: known each other since the move"),
        pytest.param(date(2025, 6, 2), NOT_MET, id="06-2025, situation 6: known each other before, and too short"),
    ],
)
def test_after_a_move_on_the_way_the_letter_is_asked_for_and_nobody_refused_situation_6(moved_on, answer):
    verdict = judge(AN, member("Chi", date(2025, 6, 1)), moved=Moved(moved_on, date(2025, 6, 10)))
    asked_for = verdict.sentence.endswith("hãy ghi giấy chứng nhận đang được giúp đỡ của nơi chuyển đi.")
    assert (verdict.answer, asked_for) == (answer, answer == UNKNOWN)


@pytest.mark.parametrize("since", [date(2025, 6, 1), date(2025, 6, 20)])
def test_the_certificate_of_being_helped_waives_the_time_together_after_the_move_with_its_clause_situation_6(since):
    moved = Moved(date(2025, 6, 1), date(2025, 6, 10), "Giấy chứng nhận số 07-GCN")
    verdict = judge(AN, member("Chi", since), moved=moved)
    assert verdict.answer == MET
    assert "chuyển đến ngày 10/6/2025 với Giấy chứng nhận số 07-GCN nên không tính đủ 12 tháng" in verdict.sentence
    assert verdict.source.place


LATE = member("Chi", official_since=MEETING)
UNTOLD = "Thời gian đồng chí {} phải cùng công tác, cư trú: chưa đủ căn cứ, hệ thống chưa có giá trị của quy định tại ngày này"


@pytest.mark.parametrize(
    ("introductions", "answer", "sentence"),
    [
        pytest.param((YOUTH, AN), UNKNOWN, f"{UNTOLD.format('An')}.", id="208-QĐ/TW: the months are not told"),
        pytest.param(
            (YOUTH, member("An", waiver="Công văn 93")),
            UNKNOWN,
            f"{UNTOLD.format('An')}.",
            id="208-QĐ/TW: nor whether a paper waives them",
        ),
        pytest.param((), UNKNOWN, f"Chưa ghi đảng viên giới thiệu; {NEEDS_TWO}", id="Charter 4(1): nobody yet"),
        pytest.param(
            (YOUTH, LATE),
            NOT_MET,
            "Đồng chí Chi giới thiệu ngày 15/8/2025 nhưng là đảng viên chính thức từ ngày 02/9/2025, hãy chọn đảng viên chính "
            "thức khác.",
            id="Charter 4(1): what the Charter tells holds all the same",
        ),
    ],
)
def test_where_no_text_tells_the_time_together_the_charter_still_counts(introductions, answer, sentence):
    facts = Facts(1990, meeting_on=MEETING, introductions=introductions)
    verdict = introduced(facts, VALUES | {"together_months": Parameter("together_months", "", QD294)})
    assert (verdict.answer, verdict.sentence) == (answer, sentence)


@pytest.mark.parametrize(
    "spoiled", [member("Chi", date(2025, 8, 1)), member("Chi", None), member("Chi", official_since=MEETING)]
)
def test_somebody_more_who_does_not_count_takes_nothing_away(spoiled):
    assert judge(AN, BINH, spoiled) == judge(AN, BINH)


def test_everything_that_is_wrong_is_told_and_rests_on_the_confirmed_clause():
    verdict = judge(member("Chi", date(2025, 8, 1)), member("Dũng", official_since=MEETING))
    assert (verdict.sentence, verdict.source) == (
        f"{WITH} cùng công tác, cư trú từ ngày 01/8/2025, đến ngày giới thiệu 15/8/2025 chưa đủ 12 tháng (đủ từ ngày "
        "01/8/2026), hãy chọn đảng viên khác hoặc giới thiệu lại khi đủ; đồng chí Dũng giới thiệu ngày 15/8/2025 nhưng là "
        "đảng viên chính thức từ ngày 02/9/2025, hãy chọn đảng viên chính thức khác.",
        CHARTER,
    )


def test_the_kinds_are_those_of_the_closed_list():
    assert {MEMBER, *BODIES} == set(IntroducerKind)
    assert all(IntroducerKind(kind).label == words for kind, words in BODIES.items())
