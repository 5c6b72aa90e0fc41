"""The certificate of the awareness class: there in time, and not run out on the day of the cell meeting."""

from datetime import date, timedelta

from candidates.rules.deadlines import add_months
from candidates.rules.facts import Facts
from candidates.rules.parameters import Values
from candidates.rules.untold import untold
from candidates.rules.verdict import Verdict, day_vn, met, not_met

RULE, NAME = "certificate", "Giấy chứng nhận lớp nhận thức"
(MONTHS,) = PARAMETERS = ("certificate_months",)
ONE_DAY = timedelta(days=1)


def certificate_at_meeting(facts: Facts, values: Values) -> Verdict:
    """The class certificate counts for its months, looked at on the day of the cell meeting (06-HD/TW 2025, point 5.4)."""
    if nothing := untold(RULE, NAME, facts.meeting_on, values, MONTHS):
        return nothing
    source = values[MONTHS].source
    if facts.certificate_on is None:
        return not_met(RULE, "Chưa có giấy chứng nhận học lớp nhận thức về Đảng.", source)
    if facts.certificate_on > facts.meeting_on:
        return not_met(RULE, _after_use(facts.certificate_on, facts.meeting_on), source)
    expires = add_months(facts.certificate_on, values[MONTHS].number)
    if facts.meeting_on >= expires:
        sentence = f"Giấy chứng nhận hết giá trị từ {day_vn(expires)}; phải học lại trước khi chi bộ xét."
        return not_met(RULE, sentence, source)
    return met(RULE, f"Giấy chứng nhận còn giá trị đến hết ngày {day_vn(expires - ONE_DAY)}.", source)


def _after_use(certificate_on: date, meeting_on: date) -> str:
    return (
        f"Giấy chứng nhận ghi ngày {day_vn(certificate_on)}, sau ngày chi bộ xét ({day_vn(meeting_on)}); "
        "phải có giấy chứng nhận trước khi chi bộ xét, hãy kiểm tra lại hai ngày này."
    )
