"""The member whom the cell assigned to help the candidate."""

from candidates.rules.facts import Facts
from candidates.rules.parameters import Values
from candidates.rules.untold import untold
from candidates.rules.verdict import Verdict, day_vn, met, not_met, unknown

RULE, NAME = "helper", "Đảng viên giúp đỡ"
(STANDING,) = PARAMETERS = ("helper_standing",)


def helper_official(facts: Facts, values: Values) -> Verdict:
    """Whoever helps is an official member since the day of the assignment (domain.md §2.1, step 3)."""
    if nothing := untold(RULE, NAME, facts.meeting_on, values, STANDING):
        return nothing
    source, helper = values[STANDING].source, facts.helping
    if helper is None or helper.since > facts.meeting_on:
        sentence = (
            f"Chưa ghi ai giúp đỡ tại ngày chi bộ xét ({day_vn(facts.meeting_on)}); hãy ghi đảng viên được phân công."
        )
        return unknown(RULE, sentence, source)
    who, since = f"đồng chí {helper.name}", day_vn(helper.since)
    if helper.official_since is None:
        sentence = f"Chưa ghi {who} là đảng viên chính thức từ ngày nào; hãy bổ sung."
        return unknown(RULE, sentence, source)
    if helper.official_since > helper.since:
        sentence = (
            f"Chi bộ phân công {who} giúp đỡ từ ngày {since}, nhưng đồng chí ấy là đảng viên chính thức từ ngày "
            f"{day_vn(helper.official_since)}; hãy phân công đảng viên chính thức."
        )
        return not_met(RULE, sentence, source)
    return met(RULE, f"Được {who}, đảng viên chính thức, giúp đỡ từ ngày {since}.", source)
