"""How a vote is measured: the share, the number it is measured against, the outcome, and tallies that cannot be."""

from dataclasses import replace

import pytest

from candidates.rules.ballots import (
    FAILED,
    PASSED,
    REPORT_UP,
    UNTOLD,
    Share,
    impossible,
    measure,
    percent,
)
from candidates.rules.parameters import Parameter
from candidates.rules.sources import Source
from tests.rules.tallies import CHARTER, HD06, cell, committee, values

LEFT_OUT = "(21 người, đã trừ 1 sinh hoạt tạm thời nơi khác, 1 được miễn và vắng mặt theo điểm 9.3.2, 294-QĐ/TW)"
OPEN = {"vote_base": ""}


@pytest.mark.parametrize(
    ("value", "words", "votes", "of", "reached"),
    [
        pytest.param("2/3", "ít nhất 2/3", 2, 3, True, id="2/3 exactly, Charter art. 4"),
        pytest.param("2/3", "ít nhất 2/3", 199, 300, False, id="under 2/3"),
        pytest.param(">1/2", "quá 1/2", 5, 10, False, id="half is not more than half"),
        pytest.param(">1/2", "quá 1/2", 6, 10, True, id="more than half"),
    ],
)
def test_a_share_is_at_least_or_more_than(value, words, votes, of, reached):
    share = Share.read(value)
    assert (share.words, share.is_reached(votes, of)) == (words, reached)


@pytest.mark.parametrize("value", ["", "hai phần ba", "2/0", ">"])
def test_what_is_no_share_is_refused(value):
    with pytest.raises((ValueError, ZeroDivisionError)):
        Share.read(value)


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [(12, 19, "63,2 %"), (9, 15, "60,0 %"), (2, 3, "66,7 %"), (1, 1, "100,0 %"), (0, 7, "0,0 %"), (1, 16, "6,3 %")],
)
def test_a_part_is_said_in_percent(part, whole, words):
    assert percent(part, whole) == words


@pytest.mark.parametrize(
    ("tally", "changed", "denominator", "outcome", "sentence"),
    [
        pytest.param(
            cell(12),
            {},
            19,
            FAILED,
            f"tán thành 12/19 (63,2 %) đảng viên chính thức {LEFT_OUT}, chưa đạt mức ít nhất 2/3 (cần 13 người tán thành).",
            id="12 of 19 fails, 294 point 9.3.2, situation 3",
        ),
        pytest.param(
            cell(13),
            {},
            19,
            PASSED,
            f"tán thành 13/19 (68,4 %) đảng viên chính thức {LEFT_OUT}, đạt mức ít nhất 2/3.",
            id="13 of 19 passes, 294 point 9.3.2, situation 3",
        ),
        pytest.param(
            cell(14, away=0, exempt_absent=0),
            {},
            21,
            PASSED,
            "tán thành 14/21 (66,7 %) đảng viên chính thức, đạt mức ít nhất 2/3.",
            id="exactly 2/3 of all, Charter art. 4",
        ),
        pytest.param(
            cell(14, away=0, exempt_absent=0),
            OPEN,
            21,
            PASSED,
            "tán thành 14/21 (66,7 %) đảng viên chính thức, đạt mức ít nhất 2/3.",
            id="nobody left out: the base does not matter",
        ),
        pytest.param(
            cell(14),
            OPEN,
            21,
            PASSED,
            "tán thành 14/21 (66,7 %) hoặc 14/19 (73,7 %) đảng viên chính thức (21 người; chưa rõ có trừ 1 sinh hoạt tạm thời "
            "nơi khác, 1 được miễn và vắng mặt hay không), đạt mức ít nhất 2/3.",
            id="208 tells no base, either way passes",
        ),
        pytest.param(
            cell(12),
            OPEN,
            21,
            FAILED,
            "tán thành 12/21 (57,1 %) hoặc 12/19 (63,2 %) đảng viên chính thức (21 người; chưa rõ có trừ 1 sinh hoạt tạm thời "
            "nơi khác, 1 được miễn và vắng mặt hay không), chưa đạt mức ít nhất 2/3 (cần 14 hoặc 13 người tán thành).",
            id="208 tells no base, either way fails",
        ),
        pytest.param(
            cell(13),
            OPEN,
            21,
            UNTOLD,
            "tán thành 13/21 (61,9 %) hoặc 13/19 (68,4 %) đảng viên chính thức (21 người; chưa rõ có trừ 1 sinh hoạt tạm thời "
            "nơi khác, 1 được miễn và vắng mặt hay không); chưa đủ căn cứ: tính trên 21 người thì chưa đạt mức ít nhất 2/3, "
            "tính trên 19 người thì đạt; hệ thống chưa có giá trị của quy định về số làm căn cứ tính tại ngày này.",
            id="208 tells no base, and it matters",
        ),
        pytest.param(
            cell(13),
            {"cell_share": ""},
            19,
            UNTOLD,
            f"tán thành 13/19 (68,4 %) đảng viên chính thức {LEFT_OUT}; tỷ lệ phải đạt: chưa đủ căn cứ, hệ thống chưa "
            "có giá trị của quy định tại ngày này.",
            id="no share told",
        ),
    ],
)
def test_a_vote_of_the_cell_is_measured_against_its_official_members(tally, changed, denominator, outcome, sentence):
    measured = measure(tally, values(**changed))
    assert (measured.denominator, measured.outcome) == (denominator, outcome)
    assert measured.verdict.sentence == f"Chi bộ biểu quyết kết nạp đảng viên ngày 06/10/2025: {sentence}"


@pytest.mark.parametrize(
    ("tally", "changed", "outcome", "sentence"),
    [
        pytest.param(
            committee(9),
            {},
            REPORT_UP,
            "Tập thể đảng ủy cơ sở biểu quyết kết nạp đảng viên ngày 06/10/2025: tán thành 9/15 (60,0 %) thành viên, chưa đạt "
            "mức ít nhất 2/3 (cần 10 người tán thành); không ra quyết định kết nạp đảng viên, báo cáo kết quả lên cấp trên.",
            id="9 of 15 is reported upward, HD 06 point 3.7.a, situation 4",
        ),
        pytest.param(
            committee(10),
            {},
            PASSED,
            "Tập thể đảng ủy cơ sở biểu quyết kết nạp đảng viên ngày 06/10/2025: tán thành 10/15 (66,7 %) thành viên, đạt mức ít "
            "nhất 2/3.",
            id="10 of 15 passes exactly, HD 06 point 3.7.a, situation 4",
        ),
        pytest.param(
            committee(10, body="grassroots_standing"),
            {},
            UNTOLD,
            "Ban thường vụ đảng ủy cơ sở biểu quyết kết nạp đảng viên ngày 06/10/2025: tán thành 10/15 (66,7 %) thành viên; "
            "tỷ lệ phải đạt: chưa đủ căn cứ, hệ thống chưa có giá trị của quy định tại ngày này.",
            id="no text tells the share of a standing committee",
        ),
        pytest.param(
            committee(8, body="upper_standing"),
            {"standing_share": ">1/2"},
            PASSED,
            "Ban thường vụ cấp ủy cấp trên trực tiếp biểu quyết kết nạp đảng viên ngày 06/10/2025: tán thành 8/15 (53,3 %) thành "
            "viên, đạt mức quá 1/2.",
            id="more than half, once somebody finds the text",
        ),
    ],
)
def test_a_vote_of_a_committee_is_measured_against_all_its_members(tally, changed, outcome, sentence):
    measured = measure(tally, values(**changed))
    assert (measured.denominator, measured.outcome, measured.verdict.sentence) == (15, outcome, sentence)


def test_without_any_regime_nothing_can_be_told():
    assert measure(cell(13), {}).verdict.source is None
    assert measure(committee(10), {}).outcome == UNTOLD


@pytest.mark.parametrize(
    ("tally", "source"),
    [(cell(13), CHARTER), (committee(10), HD06)],
    ids=["the share of the cell stands in the Charter", "that of the committee in the guidance"],
)
def test_the_answer_cites_the_clause_of_the_share(tally, source):
    assert measure(tally, values()).verdict.source == source


@pytest.mark.parametrize(
    ("left_out", "firm"),
    [({}, False), ({"away": 0, "exempt_absent": 0}, True)],
    ids=["by an unconfirmed clause", "by none"],
)
def test_the_answer_is_firm_only_where_whatever_it_leaves_out_is_confirmed(left_out, firm):
    confirmed = values(cell_share=Parameter("cell_share", "2/3", Source("Điều lệ Đảng", "Điều 4", confirmed=True)))
    assert measure(cell(14, **left_out), confirmed).verdict.is_firm is firm


ADDS_UP = "Tán thành 12 + không tán thành 4 + phiếu trắng, không hợp lệ 1 = 17, khác số có mặt 18; hãy kiểm tra lại."


@pytest.mark.parametrize(
    ("tally", "sentences"),
    [
        pytest.param(cell(12), (), id="one that can be"),
        pytest.param(cell(12, present=19), (), id="everybody came"),
        pytest.param(cell(0, members=0), ("Số đảng viên chính thức là 0; phải có ít nhất 1 người.",), id="no members"),
        pytest.param(
            committee(0, members=0), ("Tổng số thành viên là 0; phải có ít nhất 1 người.",), id="no committee"
        ),
        pytest.param(
            cell(12, present=20),
            (
                "Có mặt 20 người, nhiều hơn 19 (21 đảng viên chính thức, trừ 1 sinh hoạt tạm thời nơi khác, 1 được miễn và vắng "
                "mặt). Người được miễn mà dự họp, biểu quyết thì không ghi vào số được miễn và vắng mặt.",
            ),
            id="an exempted member who came is counted, 294 point 9.3.2",
        ),
        pytest.param(
            committee(12, present=16),
            ("Có mặt 16 người, nhiều hơn tổng số thành viên (15).",),
            id="more than there are",
        ),
        pytest.param(replace(cell(12), against=4, blank=1), (ADDS_UP,), id="does not add up"),
        pytest.param(
            committee(10, away=1, exempt_absent=1),
            (
                "Sinh hoạt tạm thời nơi khác 1, được miễn và vắng mặt 1: chỉ chi bộ mới trừ; biểu quyết của cấp ủy tính trên "
                "tổng số thành viên, hãy bỏ trống hai ô này.",
            ),
            id="a committee leaves nobody out, HD 06 point 3.7.a",
        ),
        pytest.param(
            cell(1, present=1, members=3, away=3, exempt_absent=0),
            ("Số đảng viên chính thức là 3 mà trừ ra 3 người: không còn ai để tính; hãy kiểm tra lại.",),
            id="nobody is left",
        ),
        pytest.param(
            cell(0, present=0),
            ("Không có ai dự họp (có mặt 0) thì không có biểu quyết; hãy kiểm tra lại số có mặt.",),
            id="nobody came",
        ),
    ],
)
def test_a_tally_that_cannot_be_is_told_with_its_numbers(tally, sentences):
    assert impossible(tally) == sentences
