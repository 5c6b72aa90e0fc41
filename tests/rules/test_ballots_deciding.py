"""What votes mean for a step: the cell's, the committee's and whether it may decide, recognition's, and a deadlock."""

from datetime import date

import pytest

from candidates.rules.deciding import cell_ballot, committee_ballot, deadlock, decider, recognition_ballot
from candidates.rules.parameters import Values
from candidates.rules.verdict import Answer
from tests.rules.tallies import QD208, cell, committee, facts, values

MET, NOT_MET, UNKNOWN = Answer.MET, Answer.NOT_MET, Answer.UNKNOWN
AUGUST = date(2026, 8, 5)
SEPTEMBER, OCTOBER = date(2026, 9, 9), date(2026, 10, 7)
NO_RULE = "chưa đủ căn cứ, hệ thống chưa có giá trị của quy định tại ngày này."


def under_208(**changed: str) -> Values:
    """Under 208-QĐ/TW the standing committee of the grassroots committee decides; most other values are not told."""
    told = {
        "decider_grassroots": "grassroots_standing",
        "decider_upper": "",
        "decider_province": "",
        "failed_votes": "",
    }
    return values(QD208, **told | changed)


@pytest.mark.parametrize(
    ("votes", "answer", "begins"),
    [
        pytest.param(
            [cell(13)], MET, "Chi bộ biểu quyết kết nạp đảng viên ngày 06/10/2025: tán thành 13/19", id="passed"
        ),
        pytest.param(
            [cell(12)], NOT_MET, "Chi bộ biểu quyết kết nạp đảng viên ngày 06/10/2025: tán thành 12/19", id="failed"
        ),
        pytest.param(
            [],
            UNKNOWN,
            "Chưa ghi kết quả biểu quyết của chi bộ ngày 06/10/2025 về kết nạp; hãy ghi kết quả biểu quyết.",
            id="none recorded",
        ),
        pytest.param(
            [cell(13, on=date(2025, 10, 5))],
            UNKNOWN,
            "Chưa ghi kết quả biểu quyết của chi bộ ngày 06/10/2025 về kết nạp (đã ghi biểu quyết ngày 05/10/2025); hãy ghi kết "
            "quả biểu quyết.",
            id="one of another day is named",
        ),
        pytest.param(
            [cell(13, on=date(2025, 9, 1)), cell(12, on=date(2025, 10, 5))],
            NOT_MET,
            "Lần biểu quyết gần nhất ngày 05/10/2025 không đủ tỷ lệ; hãy ghi kết quả biểu quyết của cuộc họp ngày 06/10/2025",
            id="after one that failed a meeting needs its own",
        ),
        pytest.param([cell(12, on=date(2025, 10, 5)), cell(13)], MET, "Chi bộ biểu quyết kết nạp", id="and has it"),
        pytest.param(
            [committee(10)],
            UNKNOWN,
            "Chưa ghi kết quả biểu quyết của chi bộ ngày 06/10/2025 về kết nạp; hãy ghi kết quả biểu quyết.",
            id="that of a committee is another",
        ),
        pytest.param(
            [cell(13, subject="recognition")],
            UNKNOWN,
            "Chưa ghi kết quả biểu quyết của chi bộ ngày 06/10/2025 về kết nạp; hãy ghi kết quả biểu quyết.",
            id="that on recognition is another",
        ),
    ],
)
def test_the_cell_meeting_that_proposes_voted_for_it_charter_4(votes, answer, begins):
    verdict = cell_ballot(facts(*votes, meeting_on=date(2025, 10, 6)), values())
    assert (verdict.rule, verdict.answer, verdict.sentence[: len(begins)]) == ("cell_ballot", answer, begins)


def test_without_a_day_of_the_meeting_a_vote_is_asked_for():
    words = "Chưa ghi kết quả biểu quyết của chi bộ về kết nạp; hãy ghi kết quả biểu quyết."
    assert cell_ballot(facts(), values()).sentence == words


@pytest.mark.parametrize(
    ("votes", "answer", "part"),
    [
        pytest.param(
            [committee(9)], NOT_MET, "báo cáo kết quả lên cấp trên.", id="9 of 15, HD 06 point 3.7.a, situation 4"
        ),
        pytest.param([committee(10)], MET, "10/15 (66,7 %)", id="10 of 15, HD 06 point 3.7.a, situation 4"),
        pytest.param([committee(9), committee(11, on=date(2025, 10, 20))], MET, "11/15", id="the newest counts"),
        pytest.param([committee(10), committee(9, on=date(2025, 11, 4))], MET, "10/15", id="none after the decision"),
        pytest.param(
            [committee(10), committee(10, body="upper_standing")],
            UNKNOWN,
            "Ban thường vụ cấp ủy cấp trên",
            id="the highest",
        ),
        pytest.param(
            [], UNKNOWN, "Chưa ghi kết quả biểu quyết của cấp ủy có thẩm quyền về kết nạp", id="none recorded"
        ),
        pytest.param(
            [cell(13)], UNKNOWN, "Chưa ghi kết quả biểu quyết của cấp ủy có thẩm quyền", id="the cell's is another"
        ),
    ],
)
def test_the_committee_that_decides_voted_for_it(votes, answer, part):
    verdict = committee_ballot(facts(*votes, decided_on=date(2025, 11, 3)), values())
    assert (verdict.rule, verdict.answer) == ("committee_ballot", answer)
    assert part in verdict.sentence


@pytest.mark.parametrize(
    ("body", "told", "answer", "sentence"),
    [
        pytest.param(
            "grassroots_committee",
            values(),
            MET,
            "Tập thể đảng ủy cơ sở biểu quyết ngày 05/8/2026, đúng thẩm quyền (nếu được ủy quyền).",
            id="the whole committee, 29 point 4.3.2.a",
        ),
        pytest.param(
            "upper_standing",
            values(),
            MET,
            "Ban thường vụ cấp ủy cấp trên trực tiếp biểu quyết ngày 05/8/2026, đúng thẩm quyền.",
            id="the standing committee above, 29 point 4.3.2.b",
        ),
        pytest.param(
            "province_bureau",
            values(),
            MET,
            "Tập thể thường trực cấp ủy tỉnh biểu quyết ngày 05/8/2026, đúng thẩm quyền.",
            id="the standing bureau, 29 point 4.3.2.c",
        ),
        pytest.param(
            "grassroots_committee",
            under_208(),
            NOT_MET,
            "Tập thể đảng ủy cơ sở biểu quyết ngày 05/8/2026, nhưng theo quy định của ngày này cấp ủy cơ sở được ủy quyền quyết "
            "định bằng: Ban thường vụ đảng ủy cơ sở.",
            id="the whole committee under 208, situation 5",
        ),
        pytest.param(
            "grassroots_standing",
            under_208(),
            MET,
            "Ban thường vụ đảng ủy cơ sở biểu quyết ngày 05/8/2026, đúng thẩm quyền (nếu được ủy quyền).",
            id="the standing committee under 208",
        ),
        pytest.param(
            "grassroots_standing",
            values(),
            NOT_MET,
            "Ban thường vụ đảng ủy cơ sở biểu quyết ngày 05/8/2026, nhưng theo quy định của ngày này cấp ủy cơ sở được ủy quyền "
            "quyết định bằng: Tập thể đảng ủy cơ sở.",
            id="the standing committee before 208",
        ),
        pytest.param(
            "upper_standing",
            under_208(),
            UNKNOWN,
            "Ban thường vụ cấp ủy cấp trên trực tiếp biểu quyết ngày 05/8/2026; thẩm quyền quyết định của cấp trên trực tiếp của "
            f"tổ chức cơ sở đảng: {NO_RULE}",
            id="208 does not tell of the level above",
        ),
    ],
)
def test_a_committee_decides_by_the_body_that_the_regime_names(body, told, answer, sentence):
    verdict = decider(facts(committee(10, body=body, on=AUGUST), decided_on=AUGUST), told)
    assert (verdict.rule, verdict.answer, verdict.sentence) == ("decider", answer, sentence)


def test_what_nobody_confirmed_is_not_firm_situation_5():
    verdict = decider(facts(committee(10, on=AUGUST), decided_on=AUGUST), under_208())
    assert (verdict.source, verdict.is_firm) == (QD208, False)


def test_where_no_committee_voted_one_is_told_who_may_decide():
    assert decider(facts(), under_208()).sentence == (
        "Chưa ghi tập thể nào biểu quyết quyết định kết nạp. Quyết định thuộc cấp ủy cơ sở được ủy quyền: "
        "Ban thường vụ đảng ủy cơ sở."
    )
    nobody = decider(facts(), under_208(decider_grassroots=""))
    assert nobody.sentence == f"Chưa ghi tập thể nào biểu quyết quyết định kết nạp. Thẩm quyền quyết định: {NO_RULE}"


CEREMONY = date(2023, 8, 31)


@pytest.mark.parametrize(
    ("on", "answer", "part"),
    [
        pytest.param(
            date(2024, 8, 30),
            NOT_MET,
            "Chi bộ biểu quyết công nhận ngày 30/8/2024 khi chưa hết 12 tháng dự bị; nghị quyết phải từ ngày 31/8/2024.",
            id="a day too early, Charter art. 5, situation 7",
        ),
        pytest.param(date(2024, 8, 31), MET, "13/19", id="the first day, Charter art. 5"),
        pytest.param(date(2024, 11, 20), MET, "13/19", id="late, but valid, situation 7"),
    ],
)
def test_the_cell_votes_on_recognition_after_probation(on, answer, part):
    known = facts(cell(13, subject="recognition", on=on), ceremony_on=CEREMONY, recognition_on=date(2024, 12, 2))
    verdict = recognition_ballot(known, values())
    assert (verdict.rule, verdict.answer) == ("recognition_ballot", answer)
    assert part in verdict.sentence


def test_the_newest_vote_on_recognition_counts_and_none_after_the_decision():
    first, second, after = (cell(for_it, subject="recognition", on=on) for for_it, on in _VOTES)
    known = facts(first, second, after, ceremony_on=CEREMONY, recognition_on=date(2024, 10, 1))
    assert "13/19" in recognition_ballot(known, values()).sentence


_VOTES = ((12, date(2024, 9, 3)), (13, date(2024, 9, 20)), (11, date(2024, 10, 2)))


def test_without_a_vote_on_recognition_it_is_asked_for():
    verdict = recognition_ballot(facts(cell(13), ceremony_on=CEREMONY), values())
    assert verdict.answer == UNKNOWN
    assert verdict.sentence.startswith("Chưa ghi kết quả biểu quyết của chi bộ về công nhận đảng viên chính thức")


@pytest.mark.parametrize("known", [{}, {"ceremony_on": CEREMONY}], ids=["no ceremony", "no probation told"])
def test_where_the_end_of_probation_is_not_known_the_vote_is_measured_all_the_same(known):
    vote = cell(13, subject="recognition", on=date(2023, 9, 1))
    assert recognition_ballot(facts(vote, **known), values(probation_months="")).answer == MET


def _failing(subject: str, *days: date) -> list:
    return [cell(12, subject=subject, on=day) for day in days]


IN_VAIN = (
    "Chi bộ đã họp biểu quyết 3 lần (05/8/2026, 09/9/2026, 07/10/2026), công nhận chính thức và xóa tên đều không đủ tỷ lệ: "
    "báo cáo cấp ủy cấp trên và cấp ủy có thẩm quyền xem xét, quyết định."
)


@pytest.mark.parametrize(
    ("votes", "sentence"),
    [
        pytest.param(_failing("recognition", AUGUST, SEPTEMBER, OCTOBER), IN_VAIN, id="three times, 24 art. 5"),
        pytest.param(
            [*_failing("recognition", AUGUST, SEPTEMBER), *_failing("striking_off", OCTOBER)],
            IN_VAIN,
            id="neither recognition nor striking off, 24 art. 5",
        ),
        pytest.param(_failing("recognition", AUGUST, SEPTEMBER), None, id="twice is not enough"),
        pytest.param(
            [*_failing("recognition", AUGUST, SEPTEMBER), *_failing("striking_off", AUGUST, SEPTEMBER)],
            None,
            id="two votes of one meeting are one time",
        ),
        pytest.param(
            [*_failing("recognition", AUGUST, SEPTEMBER, OCTOBER), cell(13, subject="striking_off", on=OCTOBER)],
            None,
            id="striking off was reached",
        ),
        pytest.param([], None, id="never"),
    ],
)
def test_after_three_votes_in_vain_the_superior_is_asked(votes, sentence):
    verdict = deadlock(facts(*votes), values())
    assert (verdict and verdict.sentence) == sentence


def test_in_a_deadlock_the_vote_on_recognition_bars_nobody():
    votes = _failing("recognition", AUGUST, SEPTEMBER, OCTOBER)
    assert recognition_ballot(facts(*votes), values()) is None
    assert deadlock(facts(*votes), values()).answer == UNKNOWN
    assert recognition_ballot(facts(*votes[:2]), values()).answer == NOT_MET


def test_where_no_text_tells_how_often_a_vote_in_vain_leaves_it_open():
    (vote,) = _failing("recognition", AUGUST)
    assert deadlock(facts(vote), under_208()).sentence == (
        "Chi bộ đã họp biểu quyết 1 lần (05/8/2026), công nhận chính thức và xóa tên đều không đủ tỷ lệ; sau mấy lần thì báo "
        f"cáo cấp trên: {NO_RULE}"
    )
    assert recognition_ballot(facts(vote), under_208()).answer == NOT_MET
