"""What votes mean for a step: the cell's, the committee's and whether it may decide, recognition's, and a deadlock."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from candidates.rules.ballots import BODIES, FAILED, PASSED, REPORT_UP, SUBJECTS, measure
from candidates.rules.facts import Facts, Superior, Tally
from candidates.rules.parameters import Parameter, Values, known, source_of
from candidates.rules.probation import probation_over
from candidates.rules.verdict import Answer, Verdict, day_vn, met, not_met, unknown

ADMISSION, RECOGNITION, STRIKING_OFF = "admission", "recognition", "striking_off"
# Which value says by which body a committee of that level decides.
DECIDERS = {
    "grassroots_committee": "decider_grassroots",
    "grassroots_standing": "decider_grassroots",
    "upper_standing": "decider_upper",
    "province_bureau": "decider_province",
}
LEVELS = {
    "decider_grassroots": "cấp ủy cơ sở được ủy quyền",
    "decider_upper": "cấp trên trực tiếp của tổ chức cơ sở đảng",
    "decider_province": "cấp ủy tỉnh",
}
# The values that a vote of the cell, a vote of a committee, and the competence of a committee need.
CELL_VOTE = ("cell_share", "vote_base")
COMMITTEE_VOTE = ("committee_share", "standing_share", "bureau_share")
COMPETENCE = tuple(LEVELS)
NO_RULE = "chưa đủ căn cứ, hệ thống chưa có giá trị của quy định tại ngày này."


def cell_ballot(facts: Facts, values: Values) -> Verdict:
    """The cell meeting that proposes admission voted for it (Charter, art. 4; HD 06-HD/TW, point 3.6.b)."""
    rule, votes = "cell_ballot", facts.tallies_of(ADMISSION, of_cell=True)
    found = [each for each in votes if each.on == facts.meeting_on]
    if found:
        return measure(found[-1], values).verdict
    if failed := _failed_before(votes, facts, values):
        return failed
    meeting = f" ngày {day_vn(facts.meeting_on)}" if facts.meeting_on else ""
    words = (
        f"Chưa ghi kết quả biểu quyết của chi bộ{meeting} về kết nạp{_other_days(votes)}; hãy ghi kết quả biểu quyết."
    )
    return unknown(rule, words, source_of(values, "cell_share"))


def _failed_before(votes: tuple[Tally, ...], facts: Facts, values: Values) -> Verdict | None:
    """After a vote that failed, a meeting proposes only by a vote of its own."""
    earlier = [each for each in votes if facts.meeting_on and each.on < facts.meeting_on]
    verdict = measure(earlier[-1], values).verdict if earlier else None
    if verdict is None or verdict.answer != Answer.NOT_MET:
        return None
    words = (
        f"Lần biểu quyết gần nhất ngày {day_vn(earlier[-1].on)} không đủ tỷ lệ; hãy ghi kết quả biểu quyết của cuộc họp ngày "
        f"{day_vn(facts.meeting_on)} trước khi đề nghị kết nạp."
    )
    return not_met("cell_ballot", words, verdict.source)


def committee_ballot(facts: Facts, values: Values) -> Verdict:
    """The committee that decides admission voted for it (HD 06-HD/TW, point 3.7.a): its newest vote up to the decision."""
    found = committee_vote(facts)
    if found:
        return _by_superior(found, facts, values) or measure(found, values).verdict
    words = "Chưa ghi kết quả biểu quyết của cấp ủy có thẩm quyền về kết nạp; hãy ghi kết quả biểu quyết."
    return unknown("committee_ballot", words, source_of(values, *COMMITTEE_VOTE))


def decider(facts: Facts, values: Values) -> Verdict:
    """The body that voted is the one by which a committee of its level decides (29-QĐ/TW, point 4.3.2; 208-QĐ/TW)."""
    found = committee_vote(facts)
    if found is None:
        words = f"Chưa ghi tập thể nào biểu quyết quyết định kết nạp. {_competent(values)}"
        return unknown("decider", words, source_of(values, *COMPETENCE))
    code, voted = DECIDERS[found.body], f"{BODIES[found.body]} biểu quyết ngày {day_vn(found.on)}"
    if not known(values, code):
        words = f"{voted}; thẩm quyền quyết định của {LEVELS[code]}: {NO_RULE}"
        return unknown("decider", words, source_of(values, code))
    return _by_competence(found, voted, values[code])


def recognition_ballot(facts: Facts, values: Values) -> Verdict | None:
    """The newest vote of the cell on recognition: reached, and not held before probation was over (Charter, art. 5).

    Not once the cell has voted to strike off. None where votes are deadlocked: then ``deadlock`` speaks, because the
    committee decides.
    """
    votes = _of_cell(facts, RECOGNITION)
    if other := _decided_otherwise(facts, RECOGNITION, values):
        return not_met("recognition_ballot", other, source_of(values, "cell_share"))
    if not votes:
        words = "Chưa ghi kết quả biểu quyết của chi bộ về công nhận đảng viên chính thức; hãy ghi kết quả biểu quyết."
        return unknown("recognition_ballot", words, source_of(values, "cell_share"))
    if _is_deadlocked(facts, values):
        return None
    return _too_early(votes[-1], facts, values) or measure(votes[-1], values).verdict


def striking_off_ballot(facts: Facts, values: Values) -> Verdict:
    """The newest vote of the cell on striking off reached its share, and no later one recognised the member (24, art. 5).

    Open where votes are deadlocked, because the committee decides.
    """
    rule, votes = "striking_off_ballot", _of_cell(facts, STRIKING_OFF)
    if other := _decided_otherwise(facts, STRIKING_OFF, values):
        return not_met(rule, other, source_of(values, "cell_share"))
    if not votes:
        words = "Chưa ghi kết quả biểu quyết của chi bộ về xóa tên đảng viên dự bị; hãy ghi kết quả biểu quyết."
        return unknown(rule, words, source_of(values, "cell_share"))
    if _is_deadlocked(facts, values):
        return replace(deadlock(facts, values), rule=rule)
    return measure(votes[-1], values).verdict


def deadlock(facts: Facts, values: Values) -> Verdict | None:
    """After so many meetings at which neither recognition nor striking off reached the share the superior is asked (24, art. 5).

    None before that; open where no text tells how many.
    """
    failed = _failed_meetings(facts, values)
    if not failed:
        return None
    source = source_of(values, "failed_votes")
    votes = f"Chi bộ đã họp biểu quyết {len(failed)} lần ({_days(failed)}), công nhận chính thức và xóa tên đều không đủ tỷ lệ"
    if not known(values, "failed_votes"):
        return unknown("deadlock", f"{votes}; sau mấy lần thì báo cáo cấp trên: {NO_RULE}", source)
    if not _is_deadlocked(facts, values):
        return None
    if _leaves_it_to_the_committee(facts):
        return met("deadlock", f"{votes}; {_said(facts.superior)}.", source)
    words = f"{votes}: báo cáo cấp ủy cấp trên và cấp ủy có thẩm quyền xem xét, quyết định."
    return unknown("deadlock", words, source)


def must_report(facts: Facts, values: Values) -> str:
    """Return the sentence by which votes are reported to the superior: a committee below its share, or a deadlock of the cell's.

    Empty where nothing calls for it.
    """
    found = committee_vote(facts)
    measured = measure(found, values) if found else None
    if measured and measured.outcome == REPORT_UP and not _answered_since(found.on, facts):
        return measured.verdict.sentence
    stuck = deadlock(facts, values)
    return stuck.sentence if stuck and stuck.answer == Answer.UNKNOWN else ""


def committee_vote(facts: Facts) -> Tally | None:
    """Return the newest vote of a committee on admission up to the decision; of one day that of the highest body."""
    votes = _known_by(facts.tallies_of(ADMISSION, of_cell=False), facts.decided_on)
    return max(votes, key=lambda each: (each.on, list(DECIDERS).index(each.body)), default=None)


def _by_superior(found: Tally, facts: Facts, values: Values) -> Verdict | None:
    """What the superior said of a vote below its share; None where nothing was said, or the vote is to be held again."""
    measured = measure(found, values)
    if measured.outcome != REPORT_UP or not _answered_since(found.on, facts) or facts.superior.votes_again:
        return None
    words = f"{measured.verdict.sentence.rstrip('.')}; {_said(facts.superior)}."
    return met("committee_ballot", words, measured.verdict.source)


def _answered_since(on: date, facts: Facts) -> bool:
    return facts.superior is not None and facts.superior.on >= on


def _leaves_it_to_the_committee(facts: Facts) -> bool:
    return facts.superior is not None and not facts.superior.votes_again


def _said(superior: Superior) -> str:
    number = f" số {superior.number}" if superior.number else ""
    return f"cấp trên đã có ý kiến tại văn bản{number} ngày {day_vn(superior.on)}, cấp ủy có thẩm quyền xem xét, quyết định"


def _by_competence(found: Tally, voted: str, competent: Parameter) -> Verdict:
    if found.body == competent.value:
        # Nothing records whether the committee above delegated the decision to this grassroots committee.
        delegated = " (nếu được ủy quyền)" if competent.code == "decider_grassroots" else ""
        return met("decider", f"{voted}, đúng thẩm quyền{delegated}.", competent.source)
    words = f"{voted}, nhưng theo quy định của ngày này {LEVELS[competent.code]} quyết định bằng: {BODIES[competent.value]}."
    return not_met("decider", words, competent.source)


def _competent(values: Values) -> str:
    """Who may decide on the day, as far as texts tell."""
    told = [f"{LEVELS[code]}: {BODIES[values[code].value]}" for code in LEVELS if known(values, code)]
    return f"Quyết định thuộc {'; '.join(told)}." if told else f"Thẩm quyền quyết định: {NO_RULE}"


def _too_early(vote: Tally, facts: Facts, values: Values) -> Verdict | None:
    ends = probation_over(facts, values)
    if ends is None or vote.on >= ends.on:
        return None
    words = (
        f"Chi bộ biểu quyết công nhận ngày {day_vn(vote.on)} khi chưa hết {ends.value} tháng dự bị; "
        f"nghị quyết phải từ ngày {day_vn(ends.on)}."
    )
    return not_met("recognition_ballot", words, ends.source)


def _is_deadlocked(facts: Facts, values: Values) -> bool:
    return known(values, "failed_votes") and len(_failed_meetings(facts, values)) >= values["failed_votes"].number


def _failed_meetings(facts: Facts, values: Values) -> list[date]:
    """The days on which the cell voted on a probationary member in vain; none once a vote reached the share.

    Where the superior let the cell vote again, only the meetings after that count.
    """
    since = facts.superior.on if facts.superior and facts.superior.votes_again else date.min
    every = [each for subject in (RECOGNITION, STRIKING_OFF) for each in _of_cell(facts, subject)]
    votes = [each for each in every if each.on > since]
    outcomes = [(each.on, measure(each, values).outcome) for each in votes]
    if any(outcome == PASSED for _, outcome in outcomes):
        return []
    return sorted({on for on, outcome in outcomes if outcome == FAILED})


def _decided_otherwise(facts: Facts, subject: str, values: Values) -> str:
    """The sentence about a vote that passed the opposite of ``subject`` after the newest vote on it; empty without one."""
    opposite = STRIKING_OFF if subject == RECOGNITION else RECOGNITION
    passed = [each for each in _of_cell(facts, opposite) if measure(each, values).outcome == PASSED]
    newest = _of_cell(facts, subject)[-1:]
    if not passed or (newest and newest[0].on > passed[-1].on):
        return ""
    return (
        f"Chi bộ đã biểu quyết {SUBJECTS[opposite]} ngày {day_vn(passed[-1].on)}, đủ tỷ lệ; muốn {SUBJECTS[subject]} thì chi "
        "bộ phải biểu quyết lại sau ngày đó, hoặc hãy đính chính nếu kết quả đó ghi nhầm."
    )


def _of_cell(facts: Facts, subject: str) -> list[Tally]:
    """The votes of the cell about a probationary member up to the decision, the oldest first."""
    return _known_by(facts.tallies_of(subject, of_cell=True), facts.struck_off_on or facts.recognition_on)


def _known_by(votes: Iterable[Tally], on: date | None) -> list[Tally]:
    return [each for each in votes if on is None or each.on <= on]


def _other_days(votes: tuple[Tally, ...]) -> str:
    days = _days(sorted({each.on for each in votes}))
    return f" (đã ghi biểu quyết ngày {days})" if days else ""


def _days(days: Iterable[date]) -> str:
    return ", ".join(day_vn(day) for day in days)
