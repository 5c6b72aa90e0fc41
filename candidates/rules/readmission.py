"""Admission of somebody who was in the Party before; how that ended is sensitive, so no verdict tells it.

Verdicts are stored with the steps and read by people who may not see how somebody left: whatever the reason, one answer has
one sentence and one source. The reason is read where it is recorded, by whoever may see it.
"""

from collections.abc import Iterator

from candidates.rules import consents
from candidates.rules.deadlines import add_months
from candidates.rules.facts import Facts, Former
from candidates.rules.parameters import Values, known
from candidates.rules.sources import Source
from candidates.rules.untold import untold
from candidates.rules.verdict import Answer, Verdict, day_vn, met, not_met, unknown

RULE, NAME = "readmission", "Kết nạp lại"
MATTER = "readmission"
MONTHS, CLEARED, TIMES, BARS = PARAMETERS = (
    "readmission_months",
    "cleared_months",
    "readmissions",
    "readmission_bars",
)
SECTION = "mục “Lần ra khỏi Đảng trước đây”"
CONSENT = "văn bản đồng ý của ban thường vụ cấp ủy trực thuộc Trung ương"


def readmission_allowed(facts: Facts, values: Values) -> Verdict | None:
    """36 months after leaving, or 60 after the sentence was cleared; once; with consent; never in five cases.

    294-QĐ/TW, points 3.5.1 and 3.5.2. None for somebody who was never in the Party. Where the regime leaves a value open,
    what it does tell still counts against the person, and nothing for them.
    """
    if not facts.is_readmission:
        return None
    nothing, source = untold(RULE, NAME, facts.meeting_on, values, *PARAMETERS), _source(values)
    if facts.meeting_on is None or source is None:
        return nothing
    answers = set(_answers(facts, values))
    if Answer.NOT_MET in answers:
        sentence = (
            f"Tại ngày chi bộ xét ({day_vn(facts.meeting_on)}) chưa đủ điều kiện kết nạp lại theo {source.place}; "
            f"xem {SECTION} và {CONSENT}."
        )
        return not_met(RULE, sentence, source)
    if nothing:
        return unknown(RULE, nothing.sentence, source)
    if answers:
        return unknown(
            RULE, f"Chưa đủ căn cứ để xét kết nạp lại: hãy kiểm tra, ghi bổ sung {SECTION} và {CONSENT}.", source
        )
    return met(RULE, "Đủ điều kiện để xét kết nạp lại, đã có văn bản đồng ý.", source)


def _source(values: Values) -> Source | None:
    """One citation whatever the case; confirmed where any of the values is, so that nobody passes it by."""
    told = [values[code].source for code in PARAMETERS if code in values]
    if not told:
        return None
    same = [source for source in told if source.document == told[0].document and source.clause]
    clauses = ", ".join(dict.fromkeys(source.clause for source in same))
    return Source(told[0].document, clauses, any(source.confirmed for source in told))


def _answers(facts: Facts, values: Values) -> Iterator[Answer]:
    """NOT_MET for each thing that stands against it, UNKNOWN for each that is not known."""
    if facts.former is None:
        yield Answer.UNKNOWN
    else:
        yield from _of_former(facts, facts.former, values)
    if not consents.in_time(facts, MATTER, facts.meeting_on):
        # The standing committee directly under the Centre consents beforehand (point 3.5.1).
        yield Answer.NOT_MET if consents.too_late(facts, MATTER, facts.meeting_on) else Answer.UNKNOWN


def _of_former(facts: Facts, former: Former, values: Values) -> Iterator[Answer]:
    if former.is_barred and known(values, BARS):
        yield Answer.NOT_MET
    if former.readmitted_before is None:
        yield Answer.UNKNOWN
    elif former.readmitted_before and known(values, TIMES):
        yield Answer.NOT_MET
    yield from _wait(facts, former, values)


def _wait(facts: Facts, former: Former, values: Values) -> Iterator[Answer]:
    code, since = (CLEARED, former.cleared_on) if former.is_crime else (MONTHS, former.left_on)
    if former.is_population or since is None:
        # A breach of the population policy has a rule of its own, of which no text is at hand.
        yield Answer.UNKNOWN
    elif known(values, code) and facts.meeting_on < add_months(since, values[code].number):
        yield Answer.NOT_MET
