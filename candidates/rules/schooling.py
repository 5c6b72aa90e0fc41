"""General education: the least level, by what it is proved, and the exceptions with their lower floor."""

from candidates.rules import consents
from candidates.rules.facts import Consented, Facts
from candidates.rules.parameters import Values, known, source_of
from candidates.rules.untold import untold
from candidates.rules.verdict import Verdict, day_vn, met, not_met, unknown

RULE, NAME = "schooling", "Trình độ học vấn"
LEAST, PROOF, EXCEPTION = PARAMETERS = ("schooling_least", "schooling_proof", "schooling_exception")
PROGRAMME, DIPLOMA = "programme", "diploma"
LEVELS = {1: "biết đọc, biết viết", 2: "tiểu học", 3: "trung học cơ sở", 4: "trung học phổ thông"}
# The grounds for which the guidance names a floor (domain.md §10: areas of great hardship, fishermen); for the mountains, the
# areas of minorities and a need of building the Party the texts at hand name none.
MATTER, FLOORED = "schooling", ("hardship_area", "fisherman")


def schooling_enough(facts: Facts, values: Values) -> Verdict:
    """At least lower secondary school, proved as the regime asks, or an exception (24-QĐ/TW, points 1.2.1 and 1.2.2).

    A level above the least implies the diploma of the least. Proof by diploma and by programme are two regimes apart: who
    completed the programme without the diploma passes under 208-QĐ/TW and not under 24-QĐ/TW.
    """
    if nothing := untold(RULE, NAME, facts.meeting_on, values, LEAST, PROOF):
        return nothing
    source, least = values[LEAST].source, values[LEAST].number
    if facts.schooling is None:
        return unknown(RULE, "Chưa ghi trình độ học vấn; hãy bổ sung.", source)
    has = f"học vấn {LEVELS[facts.schooling]}"
    if facts.schooling < least:
        return _by_exception(facts, values, f"{has}, dưới mức {LEVELS[least]}")
    if facts.schooling > least or values[PROOF].value == PROGRAMME or facts.diploma:
        return met(RULE, f"Đủ trình độ: {has}.", source)
    return _without_diploma(facts, values, LEVELS[least])


def _without_diploma(facts: Facts, values: Values, level: str) -> Verdict:
    source, demanded = values[PROOF].source, values[PROOF].value == DIPLOMA
    lacking = "chưa có" if facts.diploma is False else "chưa rõ đã có"
    if (demanded and facts.diploma is False) or consents.in_time(facts, MATTER, facts.meeting_on):
        return _by_exception(facts, values, f"hoàn thành chương trình {level} nhưng {lacking} bằng tốt nghiệp")
    if facts.diploma is None:
        return unknown(RULE, f"Chưa ghi đã có bằng tốt nghiệp {level} hay chưa; hãy bổ sung.", source)
    sentence = f"Chưa có bằng tốt nghiệp {level}; văn bản chấp nhận giấy tờ tương đương, hãy kiểm tra và ghi lại."
    return unknown(RULE, sentence, source)


def _by_exception(facts: Facts, values: Values, short: str) -> Verdict:
    source, words = source_of(values, EXCEPTION, LEAST), short[0].upper() + short[1:]
    if ground := consents.in_time(facts, MATTER, facts.meeting_on):
        return _on_ground(facts, values, words, ground)
    if late := consents.too_late(facts, MATTER, facts.meeting_on):
        sentence = (
            f"{words}; văn bản về trường hợp ngoại lệ ghi ngày {day_vn(late.on)}, sau ngày chi bộ xét "
            f"({day_vn(facts.meeting_on)}): hãy kiểm tra lại hai ngày này, hoặc chi bộ xét lại."
        )
        return not_met(RULE, sentence, source)
    where = f" ở {values[EXCEPTION].source.place}" if known(values, EXCEPTION) else ""
    sentence = f"{words}; nếu thuộc trường hợp ngoại lệ{where} thì hãy ghi lý do và văn bản."
    return not_met(RULE, sentence, values[LEAST].source)


def _on_ground(facts: Facts, values: Values, words: str, ground: Consented) -> Verdict:
    source = source_of(values, EXCEPTION, LEAST)
    case = f"trường hợp ngoại lệ “{ground.ground_words}” (văn bản của {ground.issuer} ngày {day_vn(ground.on)})"
    if not known(values, EXCEPTION) or ground.ground not in FLOORED:
        return unknown(
            RULE, f"{words}; {case}: chưa đủ căn cứ, hệ thống không có mức thấp nhất cho trường hợp này.", source
        )
    floor = values[EXCEPTION].number
    if facts.schooling < floor:
        return not_met(RULE, f"{words}; {case} cũng phải từ {LEVELS[floor]} trở lên.", source)
    return met(RULE, f"{words}, được xét theo {case}.", source)
