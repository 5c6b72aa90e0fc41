"""The criteria that a local letter adds, beside the rated years: months of papers, months as sympathiser, what a person finds."""

from dataclasses import dataclass

from candidates.rules.binding import binds
from candidates.rules.deadlines import add_months
from candidates.rules.facts import Facts
from candidates.rules.papers import within_months
from candidates.rules.ratings import YearsCriterion, rated_years
from candidates.rules.sources import Source
from candidates.rules.verdict import Answer, Verdict, day_vn, met, not_met, unknown

PAPER_MONTHS, SYMPATHISER_MONTHS, STATED = "local_paper_months", "sympathiser_months", "stated"


@dataclass(frozen=True)
class MonthsCriterion:
    """So many ``months``, of what ``code`` says, for the named ``occupations`` or for everybody."""

    code: str
    occupations: frozenset[str]
    months: int
    source: Source


@dataclass(frozen=True)
class StatedCriterion:
    """A criterion in ``words`` that only a person can judge; ``pk`` is the one that a finding names."""

    pk: int
    occupations: frozenset[str]
    words: str
    source: Source


LocalCriterion = YearsCriterion | MonthsCriterion | StatedCriterion


def by_local(facts: Facts, criterion: LocalCriterion) -> Verdict | None:
    """Judge by a local criterion on the day of the cell meeting; None for somebody whom it does not bind."""
    if isinstance(criterion, YearsCriterion):
        return rated_years(facts, criterion)
    rule = STATED if isinstance(criterion, StatedCriterion) else criterion.code
    bound = binds(criterion.occupations, facts.occupation)
    if bound is None:
        sentence = (
            "Chưa biết nghề nghiệp nên chưa rõ tiêu chuẩn riêng này có áp dụng hay không; hãy bổ sung nghề nghiệp."
        )
        return unknown(rule, sentence, criterion.source)
    if not bound:
        return None
    if facts.meeting_on is None:
        return unknown(rule, "Chưa đủ căn cứ: chưa có ngày để xét.", criterion.source)
    if isinstance(criterion, StatedCriterion):
        return stated(facts, criterion)
    if criterion.code == PAPER_MONTHS:
        return within_months(rule, facts, criterion.months, criterion.source)
    return sympathiser_months(facts, criterion)


def sympathiser_months(facts: Facts, criterion: MonthsCriterion) -> Verdict:
    """The person is on the list of sympathisers for so many months before the cell meeting."""
    rule, months, source = criterion.code, criterion.months, criterion.source
    if facts.sympathiser_on is None:
        return unknown(rule, "Chưa ghi ngày chi bộ công nhận cảm tình Đảng; hãy bổ sung.", source)
    enough, meeting = add_months(facts.sympathiser_on, months), f"đến ngày chi bộ xét ({day_vn(facts.meeting_on)})"
    since = f"Là cảm tình Đảng từ ngày {day_vn(facts.sympathiser_on)}, {meeting}"
    if facts.meeting_on < enough:
        return not_met(rule, f"{since} chưa đủ {months} tháng (đủ từ ngày {day_vn(enough)}).", source)
    return met(rule, f"{since} đã đủ {months} tháng.", source)


def stated(facts: Facts, criterion: StatedCriterion) -> Verdict:
    """A person judged it and recorded the finding with its basis; the newest one by the day of the meeting counts."""
    found = (each for each in facts.stated if each.criterion == criterion.pk and each.on <= facts.meeting_on)
    newest = max(found, key=lambda each: each.on, default=None)
    if newest is None:
        sentence = f"Tiêu chuẩn “{criterion.words}” do người có trách nhiệm xét; chưa ghi kết quả, hãy bổ sung."
        return unknown(STATED, sentence, criterion.source)
    answer, words = (Answer.MET, "đạt") if newest.answer == Answer.MET else (Answer.NOT_MET, "chưa đạt")
    sentence = f"Tiêu chuẩn “{criterion.words}”: {words}, xét ngày {day_vn(newest.on)}, căn cứ: {newest.basis}."
    return Verdict(STATED, answer, sentence, criterion.source)
