"""Admission of somebody who was in the Party before; how that ended is sensitive, so no sentence tells it."""

from collections.abc import Iterator
from datetime import date

from candidates.rules import consents
from candidates.rules.deadlines import add_months
from candidates.rules.facts import Facts, Former
from candidates.rules.parameters import Values, known, source_of
from candidates.rules.points import Point, summed
from candidates.rules.untold import untold
from candidates.rules.verdict import Answer, Verdict, day_vn, unknown

RULE, NAME = "readmission", "Kết nạp lại"
MATTER = "readmission"
MONTHS, CLEARED, TIMES, BARS = PARAMETERS = (
    "readmission_months",
    "cleared_months",
    "readmissions",
    "readmission_bars",
)
SEE = "ở mục về lần ra khỏi Đảng trước đây"


def readmission_allowed(facts: Facts, values: Values) -> Verdict | None:
    """36 months after leaving, or 60 after the sentence was cleared; once; with consent; never in five cases.

    294-QĐ/TW, points 3.5.1 and 3.5.2. None for somebody who was never in the Party. Where the regime leaves a value open,
    what it does tell still counts against the person, and nothing for them.
    """
    if not facts.is_readmission:
        return None
    if facts.meeting_on is None or source_of(values, *PARAMETERS) is None:
        return untold(RULE, NAME, facts.meeting_on, values, *PARAMETERS)
    source = source_of(values, *PARAMETERS)
    if facts.former is None:
        return unknown(RULE, "Chưa ghi lần ra khỏi Đảng trước đây; hãy bổ sung.", source)
    points = [
        *_bars(facts.former, values),
        *_wait(facts, values),
        *_once(facts.former, values),
        *_consent(facts, values),
    ]
    if nothing := untold(RULE, NAME, facts.meeting_on, values, *PARAMETERS):
        points.append(Point(nothing.answer, nothing.sentence.rstrip("."), nothing.source))
    return summed(RULE, points, "Đủ điều kiện để xét kết nạp lại, đã có văn bản đồng ý.", source)


def _bars(former: Former, values: Values) -> Iterator[Point]:
    if former.is_barred and known(values, BARS):
        yield Point(Answer.NOT_MET, "thuộc trường hợp không xem xét kết nạp lại", values[BARS].source)


def _wait(facts: Facts, values: Values) -> Iterator[Point]:
    """The same words for every case, so that they do not tell which it was."""
    former = facts.former
    code, since = (CLEARED, former.cleared_on) if former.is_crime else (MONTHS, former.left_on)
    if former.is_population:
        words = "trường hợp này theo quy định riêng mà hệ thống chưa có văn bản, chưa đủ căn cứ"
        yield Point(Answer.UNKNOWN, words, source_of(values, MONTHS))
    elif since is None:
        yield Point(Answer.UNKNOWN, f"còn thiếu một mốc ngày {SEE}, hãy bổ sung", source_of(values, code))
    elif known(values, code):
        yield from _too_early(add_months(since, values[code].number), facts.meeting_on, values, code)


def _too_early(allowed: date, meeting_on: date, values: Values, code: str) -> Iterator[Point]:
    if meeting_on < allowed:
        words = f"đến ngày chi bộ xét ({day_vn(meeting_on)}) chưa đủ thời gian để xét kết nạp lại, đủ từ ngày {day_vn(allowed)}"
        yield Point(Answer.NOT_MET, words, values[code].source)


def _once(former: Former, values: Values) -> Iterator[Point]:
    if former.readmitted_before is None:
        words = f"chưa ghi trước đây đã từng được kết nạp lại hay chưa, hãy bổ sung {SEE}"
        yield Point(Answer.UNKNOWN, words, source_of(values, TIMES))
    elif former.readmitted_before and known(values, TIMES):
        times = values[TIMES]
        yield Point(Answer.NOT_MET, f"đã từng được kết nạp lại, chỉ được kết nạp lại {times.number} lần", times.source)


def _consent(facts: Facts, values: Values) -> Iterator[Point]:
    """The standing committee directly under the Centre consents beforehand (point 3.5.1)."""
    if consents.in_time(facts, MATTER, facts.meeting_on):
        return
    source = source_of(values, MONTHS, *PARAMETERS)
    if late := consents.too_late(facts, MATTER, facts.meeting_on):
        words = f"văn bản đồng ý của {late.issuer} ngày {day_vn(late.on)} có sau ngày chi bộ xét ({day_vn(facts.meeting_on)})"
        yield Point(Answer.NOT_MET, f"{words}, chi bộ phải xét lại", source)
        return
    words = "chưa ghi văn bản đồng ý của ban thường vụ cấp ủy trực thuộc Trung ương, hãy bổ sung"
    yield Point(Answer.UNKNOWN, words, source)
