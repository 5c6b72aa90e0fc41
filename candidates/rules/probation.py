"""Probation: recognition comes after its last day, counted from the ceremony."""

from datetime import timedelta

from candidates.rules.deadlines import probation_end
from candidates.rules.facts import Facts, Fixed
from candidates.rules.parameters import Values, known
from candidates.rules.untold import untold
from candidates.rules.verdict import Verdict, day_vn, met, not_met

RULE, NAME = "probation", "Thời gian dự bị"
(MONTHS,) = PARAMETERS = ("probation_months",)
ONE_DAY = timedelta(days=1)


def probation_complete(facts: Facts, values: Values) -> Verdict:
    """Recognition comes after the full probation, counted from the ceremony (Charter, art. 5; 24-QĐ/TW, point 4.2).

    The end that was stored with the ceremony counts; a later regime or correction moves it no more.
    """
    ends = probation_over(facts, values)
    if ends is None:
        return untold(RULE, NAME, facts.ceremony_on, values, MONTHS)
    if facts.recognition_on is None or facts.recognition_on < ends.on:
        sentence = f"Chưa hết {ends.value} tháng dự bị (đến hết ngày {day_vn(ends.on - ONE_DAY)})."
        return not_met(RULE, sentence, ends.source)
    return met(RULE, f"Đã hết {ends.value} tháng dự bị từ ngày {day_vn(ends.on)}.", ends.source)


def probation_over(facts: Facts, values: Values) -> Fixed | None:
    """Return the first day after probation: as stored, else by the months of ``values``; None where neither tells it."""
    if facts.probation_ends:
        return facts.probation_ends
    if facts.ceremony_on is None or not known(values, MONTHS):
        return None
    months = values[MONTHS]
    return Fixed(probation_end(facts.ceremony_on, months.number), months.value, months.source)
