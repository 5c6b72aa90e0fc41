"""The opinions that a dossier needs (12-HD/BTCTW 2022) and how long its papers count (domain.md §2.3)."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candidates.enums import PaperKind
from candidates.rules.facts import Facts, Held
from candidates.rules.papers import OPINION_WORDS, TIMED, opinions_given, papers_valid
from candidates.rules.verdict import Answer
from tests.rules.told import SOURCE, only

MET, NOT_MET, UNKNOWN = Answer.MET, Answer.NOT_MET, Answer.UNKNOWN
MEETING, AFTER = date(2025, 9, 2), date(2025, 9, 3)
WORDS = {"application": "Đơn", "opinion_workplace": "Ý kiến đoàn thể", "opinion_residence": "Ý kiến nơi cư trú"}


def paper(kind: str, on: date = MEETING) -> Held:
    return Held(kind, WORDS[kind], on)


def having(*papers: Held) -> Facts:
    return Facts(1990, meeting_on=MEETING, papers=papers)


AT_WORK, AT_HOME = paper("opinion_workplace"), paper("opinion_residence")


@pytest.mark.parametrize(
    ("papers", "answer", "sentence"),
    [
        pytest.param(
            (AT_WORK, AT_HOME), MET, "Đã có ý kiến của đoàn thể và của chi ủy nơi cư trú.", id="12-HD/BTCTW: both"
        ),
        pytest.param(
            (AT_WORK,), UNKNOWN, "Chưa ghi ý kiến của chi ủy nơi cư trú, hãy bổ sung.", id="12-HD/BTCTW: no residence"
        ),
        pytest.param(
            (AT_HOME, paper("application")),
            UNKNOWN,
            "Chưa ghi ý kiến của đoàn thể nơi sinh hoạt, công tác, hãy bổ sung.",
            id="12-HD/BTCTW: no organisation",
        ),
        pytest.param(
            (),
            UNKNOWN,
            "Chưa ghi ý kiến của đoàn thể nơi sinh hoạt, công tác, hãy bổ sung; chưa ghi ý kiến của chi ủy nơi cư trú, hãy bổ "
            "sung.",
            id="12-HD/BTCTW: none",
        ),
        pytest.param(
            (paper("opinion_residence", date(2025, 9, 4)), paper("opinion_residence", AFTER)),
            NOT_MET,
            "Ý kiến của chi ủy nơi cư trú ghi ngày 03/9/2025, sau ngày chi bộ xét (02/9/2025), hãy kiểm tra lại hai ngày này.",
            id="12-HD/BTCTW: dated after its use",
        ),
        pytest.param(
            (AT_WORK, AT_HOME, paper("opinion_residence", AFTER)),
            MET,
            "Đã có ý kiến của đoàn thể và của chi ủy nơi cư trú.",
            id="12-HD/BTCTW: one more after the meeting",
        ),
    ],
)
def test_both_opinions_are_there_at_the_meeting(papers, answer, sentence):
    verdict = opinions_given(having(*papers), only(opinions="required"))
    assert (verdict.answer, verdict.sentence, verdict.source) == (answer, sentence, SOURCE)


@pytest.mark.parametrize(
    ("papers", "answer", "sentence"),
    [
        pytest.param(
            (paper("application", date(2024, 9, 3)), AT_HOME),
            MET,
            "Còn trong 12 tháng tại ngày chi bộ xét: Đơn, Ý kiến nơi cư trú.",
            id="§2.3: the last day",
        ),
        pytest.param(
            (paper("application", date(2024, 9, 2)), AT_HOME),
            NOT_MET,
            "“Đơn” ngày 02/9/2024 đủ 12 tháng, hết thời hạn từ ngày 02/9/2025; chi bộ xét ngày 02/9/2025 nên phải làm lại "
            "hoặc bổ sung.",
            id="§2.3: the day after",
        ),
        pytest.param(
            (paper("application", date(2024, 9, 2)), paper("application", date(2025, 8, 1))),
            MET,
            "Còn trong 12 tháng tại ngày chi bộ xét: Đơn.",
            id="§2.3: made again",
        ),
        pytest.param(
            (paper("application", date(2024, 9, 2)), paper("application", AFTER)),
            NOT_MET,
            "“Đơn” ngày 02/9/2024 đủ 12 tháng, hết thời hạn từ ngày 02/9/2025; chi bộ xét ngày 02/9/2025 nên phải làm lại "
            "hoặc bổ sung.",
            id="§2.3: made again after the meeting",
        ),
        pytest.param(
            (Held("certificate", "Giấy chứng nhận", date(2020, 1, 1)),),
            UNKNOWN,
            "Chưa ghi đơn xin vào Đảng, ý kiến nhận xét nên chưa xét được thời hạn; hãy bổ sung.",
            id="§2.3: nothing that runs out by these months",
        ),
    ],
)
def test_a_paper_counts_its_months_up_to_the_meeting(papers, answer, sentence):
    verdict = papers_valid(having(*papers), only(paper_months="12"))
    assert (verdict.answer, verdict.sentence, verdict.source) == (answer, sentence, SOURCE)


def test_every_old_paper_is_told():
    old = (paper("application", date(2024, 1, 15)), paper("opinion_residence", date(2024, 3, 20)))
    verdict = papers_valid(having(*old, AT_WORK), only(paper_months="12"))
    assert verdict.sentence == (
        "“Đơn” ngày 15/01/2024 đủ 12 tháng, hết thời hạn từ ngày 15/01/2025; “Ý kiến nơi cư trú” ngày 20/3/2024 đủ 12 "
        "tháng, hết thời hạn từ ngày 20/3/2025; chi bộ xét ngày 02/9/2025 nên phải làm lại hoặc bổ sung."
    )


def test_the_kinds_are_those_of_the_closed_list():
    assert set(TIMED) < set(PaperKind)
    assert set(OPINION_WORDS) == {PaperKind.OPINION_WORKPLACE, PaperKind.OPINION_RESIDENCE}


@settings(max_examples=30)
@given(st.integers(0, 800), st.integers(0, 400), st.integers(1, 36))
def test_a_fresher_paper_never_harms(age, older, months):
    days = [MEETING - timedelta(days=age), MEETING - timedelta(days=age + older)]
    fresh, stale = (
        papers_valid(having(paper("application", day)), only(paper_months=str(months))).answer for day in days
    )
    assert (fresh, stale) != (NOT_MET, MET)
