"""Verification of the background: everybody whom the guidance names, answered before the meeting, by nobody related."""

from collections.abc import Iterator
from datetime import date

from candidates.rules.facts import Checked, Facts
from candidates.rules.parameters import Values
from candidates.rules.points import Point, summed
from candidates.rules.sources import Source
from candidates.rules.untold import untold
from candidates.rules.verdict import Answer, Verdict, day_vn

RULE, NAME = "background", "Thẩm tra lý lịch"
(DEMAND,) = PARAMETERS = ("background",)
SELF = "self"
RELATIONS = {
    SELF: "người vào Đảng",
    "parents": "cha, mẹ đẻ",
    "spouse": "vợ hoặc chồng",
    "spouse_parents": "cha, mẹ vợ hoặc chồng",
    "children": "con đẻ",
}
# Relatives who need no verification where they are members and fully declared (06-HD/TW 2025, point 3.4).
SKIPPED = ("parents", "children")
ASKED, ANSWERED, WAIVED, NOBODY = "asked", "answered", "waived", "none"


def background_verified(facts: Facts, values: Values) -> Verdict:
    """All five relations are recorded, none of them open; neither the person nor a relative went (06-HD/TW 2025, point 3.4).

    The sentence of the guidance about a spouse who is a member was not seen whole: there the answer stays open.
    """
    if nothing := untold(RULE, NAME, facts.meeting_on, values, DEMAND):
        return nothing
    source = values[DEMAND].source
    points = [point for each in facts.checks for point in _wrong(each, facts, source)]
    points += [point for each in facts.checks for point in _open(each, source)]
    points += _missing(facts, source)
    answered = max((each.answered_on for each in facts.checks if each.answered_on), default=None)
    last = f", kết quả cuối cùng có ngày {day_vn(answered)}" if answered else ""
    return summed(RULE, points, f"Đã thẩm tra xong{last}.", source)


def _wrong(check: Checked, facts: Facts, source: Source) -> Iterator[Point]:
    """What was recorded and may not be so."""
    about, meeting = _about(check), f"ngày chi bộ xét ({day_vn(facts.meeting_on)})"
    if check.is_related and not _done_again(check, facts):
        words = f"người được cử đi {about} là người thân, hãy cử đảng viên khác thẩm tra lại"
        yield Point(Answer.NOT_MET, words, source)
    if _is_late(check, facts.meeting_on):
        words = f"kết quả {about} có ngày {day_vn(check.answered_on)}, sau {meeting}, chi bộ phải xét lại"
        yield Point(Answer.NOT_MET, words, source)
    if check.relation == SELF and check.state in (WAIVED, NOBODY):
        yield Point(Answer.NOT_MET, "chính người vào Đảng thì phải được thẩm tra, hãy ghi lại", source)


def _open(check: Checked, source: Source) -> Iterator[Point]:
    """What waits for an answer, or what the texts at hand do not settle."""
    if check.state == ASKED:
        sent = f" gửi ngày {day_vn(check.asked_on)}" if check.asked_on else ""
        yield Point(Answer.UNKNOWN, f"{_about(check)}{sent} chưa có kết quả", source)
    if check.state == WAIVED and check.relation not in (SELF, *SKIPPED):
        words = (
            f"{RELATIONS[check.relation]} ghi là không phải thẩm tra, nhưng văn bản hiện có không nói rõ trường hợp này, "
            "hãy kiểm tra và thẩm tra nếu cần"
        )
        yield Point(Answer.UNKNOWN, words, source)


def _missing(facts: Facts, source: Source) -> list[Point]:
    told = {each.relation for each in facts.checks}
    names = [words for relation, words in RELATIONS.items() if relation not in told]
    if not names:
        return []
    return [Point(Answer.UNKNOWN, f"chưa ghi thẩm tra về {' / '.join(names)}, hãy bổ sung", source)]


def _done_again(check: Checked, facts: Facts) -> bool:
    """Say whether somebody not related verified the same relation at the same place in time."""
    same = (each for each in facts.checks if (each.relation, each.place) == (check.relation, check.place))
    return any(each.state == ANSWERED and not each.is_related and not _is_late(each, facts.meeting_on) for each in same)


def _is_late(check: Checked, meeting_on: date) -> bool:
    return check.answered_on is not None and check.answered_on > meeting_on


def _about(check: Checked) -> str:
    return f"thẩm tra về {RELATIONS[check.relation]}" + (f" tại {check.place}" if check.place else "")
