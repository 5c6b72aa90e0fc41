"""Papers of a dossier: the opinions that must be there, and how long a paper counts."""

from collections.abc import Iterator

from candidates.rules.deadlines import add_months
from candidates.rules.facts import Facts, Held
from candidates.rules.parameters import Values
from candidates.rules.points import Point, sentence, summed
from candidates.rules.sources import Source
from candidates.rules.untold import untold
from candidates.rules.verdict import Answer, Verdict, day_vn, met, not_met, unknown

OPINIONS_RULE, OPINIONS_NAME = "opinions", "Ý kiến nhận xét"
(OPINIONS,) = OPINIONS_PARAMETERS = ("opinions",)
PAPERS_RULE, PAPERS_NAME = "papers", "Thời hạn giấy tờ"
(MONTHS,) = PAPERS_PARAMETERS = ("paper_months",)

OPINION_WORDS = {
    "opinion_workplace": "ý kiến của đoàn thể nơi sinh hoạt, công tác",
    "opinion_residence": "ý kiến của chi ủy nơi cư trú",
}
# What runs out with time: the application and the opinions; the class certificate has a term of its own.
TIMED = ("application", *OPINION_WORDS)


def opinions_given(facts: Facts, values: Values) -> Verdict:
    """The organisation where the person is active and the cell of the residence gave their opinion (12-HD/BTCTW 2022)."""
    if nothing := untold(OPINIONS_RULE, OPINIONS_NAME, facts.meeting_on, values, OPINIONS):
        return nothing
    source = values[OPINIONS].source
    points = [point for kind in OPINION_WORDS for point in _opinion(facts, kind, source)]
    return summed(OPINIONS_RULE, points, "Đã có ý kiến của đoàn thể và của chi ủy nơi cư trú.", source)


def papers_valid(facts: Facts, values: Values) -> Verdict:
    """No paper is older than its months at the meeting; no national text at hand tells them (domain.md §2.3)."""
    if nothing := untold(PAPERS_RULE, PAPERS_NAME, facts.meeting_on, values, MONTHS):
        return nothing
    return within_months(PAPERS_RULE, facts, values[MONTHS].number, values[MONTHS].source)


def within_months(rule: str, facts: Facts, months: int, source: Source) -> Verdict:
    """Judge the newest paper of each kind that the meeting had: it counts ``months`` from its own day."""
    held = [paper for kind in TIMED if (paper := _newest(facts, kind))]
    if not held:
        return unknown(
            rule, "Chưa ghi đơn xin vào Đảng, ý kiến nhận xét nên chưa xét được thời hạn; hãy bổ sung.", source
        )
    if old := [paper for paper in held if add_months(paper.on, months) <= facts.meeting_on]:
        words = f"chi bộ xét ngày {day_vn(facts.meeting_on)} nên phải làm lại hoặc bổ sung"
        return not_met(rule, sentence([*(_run_out(paper, months) for paper in old), words]), source)
    names = ", ".join(paper.words for paper in held)
    return met(rule, f"Còn trong {months} tháng tại ngày chi bộ xét: {names}.", source)


def _opinion(facts: Facts, kind: str, source: Source) -> Iterator[Point]:
    """What is wrong or missing about one opinion."""
    if _newest(facts, kind):
        return
    late = min((paper.on for paper in facts.papers if paper.kind == kind), default=None)
    if late is None:
        yield Point(Answer.UNKNOWN, f"chưa ghi {OPINION_WORDS[kind]}, hãy bổ sung", source)
        return
    words = f"{OPINION_WORDS[kind]} ghi ngày {day_vn(late)}, sau ngày chi bộ xét ({day_vn(facts.meeting_on)})"
    yield Point(Answer.NOT_MET, f"{words}, hãy kiểm tra lại hai ngày này", source)


def _newest(facts: Facts, kind: str) -> Held | None:
    """The newest paper of a kind that was there at the meeting."""
    held = (paper for paper in facts.papers if paper.kind == kind and paper.on <= facts.meeting_on)
    return max(held, key=lambda paper: paper.on, default=None)


def _run_out(paper: Held, months: int) -> str:
    ended = day_vn(add_months(paper.on, months))
    return f"“{paper.words}” ngày {day_vn(paper.on)} đủ {months} tháng, hết thời hạn từ ngày {ended}"
