"""Age on the day of the cell meeting, counted by month, and what somebody over the upper age needs beforehand."""

from datetime import date

from candidates.rules import consents
from candidates.rules.deadlines import months_between
from candidates.rules.facts import Consented, Facts
from candidates.rules.parameters import Values, known, source_of
from candidates.rules.untold import untold
from candidates.rules.verdict import Verdict, day_vn, met, not_met, unknown

RULE, NAME = "age", "Tuổi"
MATTER, GROUNDS = "over_age", ("no_members", "special_request")
FROM, TO, CONSENT = PARAMETERS = ("age_from", "age_to", "over_age_consent")
BY_MONTH = "tính theo tháng tại ngày chi bộ xét"


def age_at_meeting(facts: Facts, values: Values) -> Verdict:
    """Full 18 up to full 60 years, counted by month on the day of the cell meeting (24-QĐ/TW, point 1.1.1).

    Over the upper age the prior consent of the committee directly under the Centre and its ground are needed (point 1.1.2).
    """
    if nothing := untold(RULE, NAME, facts.meeting_on, values, FROM, TO):
        return nothing
    low, high = values[FROM], values[TO]
    youngest, oldest = _possible_ages(facts)
    least, most = ("", "") if youngest == oldest else ("ít nhất ", "nhiều nhất ")
    if oldest < low.number * 12:
        return not_met(RULE, f"Mới {most}{_years(oldest)} {BY_MONTH}, chưa đủ {low.number} tuổi.", low.source)
    words = f"{least}{_years(youngest)} {BY_MONTH}"
    if youngest > high.number * 12:
        return _over_age(facts, values, f"Đã {words}, trên {high.number} tuổi")
    if youngest < low.number * 12 or oldest > high.number * 12:
        return unknown(RULE, "Chỉ biết năm sinh nên chưa kết luận được tuổi; hãy bổ sung ngày sinh.", low.source)
    return met(RULE, f"Đủ tuổi: {words}.", low.source)


def _over_age(facts: Facts, values: Values, words: str) -> Verdict:
    source = source_of(values, CONSENT, TO)
    if consent := consents.in_time(facts, MATTER, facts.meeting_on):
        return _by_consent(consent, values, words)
    if late := consents.too_late(facts, MATTER, facts.meeting_on):
        sentence = (
            f"{words}: văn bản đồng ý của {late.issuer} ngày {day_vn(late.on)} có sau ngày chi bộ xét "
            f"({day_vn(facts.meeting_on)}), trong khi phải được đồng ý trước; chi bộ phải xét lại sau ngày có văn bản."
        )
        return not_met(RULE, sentence, source)
    return unknown(RULE, f"{words}: cần văn bản đồng ý trước và lý do theo {_clause(values)}.", source)


def _by_consent(consent: Consented, values: Values, words: str) -> Verdict:
    source, paper = source_of(values, CONSENT, TO), f"văn bản của {consent.issuer} ngày {day_vn(consent.on)}"
    if not known(values, CONSENT):
        return unknown(RULE, f"{words}: chưa đủ căn cứ để xét {paper}, không có quy định trong hệ thống.", source)
    if consent.ground not in GROUNDS:
        open_point = f"chưa rõ có thuộc trường hợp ở {_clause(values)} hay không"
        return unknown(RULE, f"{words}: {paper} ghi lý do “{consent.ground_words}”, {open_point}.", source)
    return met(RULE, f"{words}; đã được đồng ý trước bằng {paper} ({consent.ground_words}).", source)


def _clause(values: Values) -> str:
    """Where the consent of somebody over the upper age is asked for, as the regime of the day cites it."""
    return values[CONSENT].source.place if known(values, CONSENT) else "quy định"


def _possible_ages(facts: Facts) -> tuple[int, int]:
    """The youngest and the oldest age in months that the known birth allows."""
    if facts.birth_date:
        age = months_between(facts.birth_date, facts.meeting_on)
        return age, age
    last, first = date(facts.birth_year, 12, 1), date(facts.birth_year, 1, 1)
    return months_between(last, facts.meeting_on), months_between(first, facts.meeting_on)


def _years(months: int) -> str:
    years, rest = divmod(months, 12)
    return f"{years} tuổi {rest} tháng" if rest else f"{years} tuổi"
