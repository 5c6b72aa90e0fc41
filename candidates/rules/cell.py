"""The cell that meets: enough official members to be a cell at all."""

from candidates.rules.facts import Facts
from candidates.rules.parameters import Values
from candidates.rules.untold import untold
from candidates.rules.verdict import Verdict, day_vn, met, not_met, unknown

RULE, NAME = "cell_size", "Số đảng viên chính thức của chi bộ"
(LEAST,) = PARAMETERS = ("cell_least",)


def cell_large_enough(facts: Facts, values: Values) -> Verdict:
    """A cell has at least three official members (Charter, art. 24, point 1): by the vote of the day, else as declared."""
    if nothing := untold(RULE, NAME, facts.meeting_on, values, LEAST):
        return nothing
    least, source = values[LEAST].number, values[LEAST].source
    members, seen = _members(facts)
    if members is None:
        return unknown(
            RULE, "Chưa ghi số đảng viên chính thức của chi bộ; hãy khai số liệu hoặc ghi biểu quyết.", source
        )
    if members < least:
        sentence = f"Chi bộ có {members} đảng viên chính thức ({seen}), chưa đủ {least}; hãy báo cáo cấp ủy cấp trên."
        return not_met(RULE, sentence, source)
    return met(RULE, f"Chi bộ có {members} đảng viên chính thức ({seen}), ít nhất phải có {least}.", source)


def _members(facts: Facts) -> tuple[int | None, str]:
    """How many there are, and where the number comes from."""
    voted = (each for each in facts.tallies if each.body == "cell" and each.on == facts.meeting_on)
    if tally := next(voted, None):
        return tally.members, f"theo biểu quyết ngày {day_vn(tally.on)}"
    declared = f"khai tại ngày {day_vn(facts.declared_on)}" if facts.declared_on else "theo số liệu đã khai"
    return facts.official_members, declared
