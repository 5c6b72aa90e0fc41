"""Who introduces a candidate by the Charter, and the time that a member spent together with the candidate."""

from collections.abc import Iterable
from dataclasses import dataclass

from candidates.rules.deadlines import add_months
from candidates.rules.facts import Facts, Introduction, Moved
from candidates.rules.parameters import Parameter, Values, known, source_of
from candidates.rules.points import Point, sentence, summed
from candidates.rules.sources import Source
from candidates.rules.untold import untold
from candidates.rules.verdict import Answer, Verdict, day_vn, met, unknown

RULE, NAME = "introducers", "Người giới thiệu"
COUNT, TOGETHER = PARAMETERS = ("introducers", "together_months")
MEMBER, YOUTH_UNION = "member", "youth_union"
BODIES = {YOUTH_UNION: "Ban Chấp hành Đoàn cơ sở", "trade_union": "Ban Chấp hành Công đoàn cơ sở"}


@dataclass(frozen=True)
class _Heard:
    """An introduction and what is said of it: that it counts, that it does not, or that something is not known."""

    kind: str
    point: Point

    @property
    def counts(self) -> bool:
        """Say whether the introduction counts for certain."""
        return self.point.answer == Answer.MET


def introduced(facts: Facts, values: Values) -> Verdict:
    """Two official members, or the committee of the youth union or trade union and one member (Charter, art. 4, point 1).

    Each member is together with the candidate for 12 months on the day of the introduction, or a paper waives it (294-QĐ/TW,
    point 3.2.1); how long one has been an official member does not matter, but since when must be known. A member of the youth
    union needs its committee.
    """
    if nothing := untold(RULE, NAME, facts.meeting_on, values, COUNT):
        return nothing
    heard = [_Heard(each.kind, _judge(each, facts, values)) for each in facts.introductions]
    if facts.youth_union and not any(each.counts for each in heard if each.kind == YOUTH_UNION):
        return _without_youth_union(heard, values)
    by_body = any(each.counts for each in heard if each.kind in BODIES)
    return _by_number(heard, 1 if by_body else values[COUNT].number, values)


def _by_number(heard: list[_Heard], needed: int, values: Values) -> Verdict:
    """Enough members count; enough might; some may not; or too few are recorded."""
    source, members = values[COUNT].source, [each for each in heard if each.kind == MEMBER]
    good = [each for each in members if each.counts]
    if len(good) >= needed:
        return met(RULE, sentence(each.point.words for each in heard if each.counts), source)
    open_ones = [each for each in members if each.point.answer == Answer.UNKNOWN]
    if len(good) + len(open_ones) >= needed:
        return summed(RULE, _points(open_ones), "", source)
    if any(each.point.answer == Answer.NOT_MET for each in heard):
        return summed(RULE, _points(heard), "", source)
    return unknown(RULE, _too_few(len(members), needed), source)


def _without_youth_union(heard: list[_Heard], values: Values) -> Verdict:
    words = f"là đoàn viên nên cần {BODIES[YOUTH_UNION]} và một đảng viên chính thức giới thiệu, chưa ghi nghị quyết của Đoàn"
    if late := [each for each in heard if each.kind == YOUTH_UNION]:
        return summed(RULE, _points(late), "", values[COUNT].source)
    return unknown(RULE, sentence([words]), values[COUNT].source)


def _too_few(found: int, needed: int) -> str:
    told = f"Mới ghi {found} đảng viên giới thiệu" if found else "Chưa ghi đảng viên giới thiệu"
    if needed == 1:
        return f"{told}; ngoài tổ chức giới thiệu cần thêm một đảng viên chính thức."
    return f"{told}; cần {needed} đảng viên chính thức, hoặc Đoàn (Công đoàn) cơ sở và một đảng viên chính thức."


def _judge(said: Introduction, facts: Facts, values: Values) -> Point:
    source, who = values[COUNT].source, _who(said)
    if said.on > facts.meeting_on:
        words = (
            f"{who} giới thiệu ngày {day_vn(said.on)}, sau ngày chi bộ xét ({day_vn(facts.meeting_on)}) nên không tính"
        )
        return Point(Answer.NOT_MET, words, source)
    if said.kind != MEMBER:
        return Point(Answer.MET, f"{who} giới thiệu ngày {day_vn(said.on)}", source)
    if said.official_since and said.official_since > said.on:
        words = (
            f"{who} giới thiệu ngày {day_vn(said.on)} nhưng là đảng viên chính thức từ ngày {day_vn(said.official_since)}, "
            "hãy chọn đảng viên chính thức khác"
        )
        return Point(Answer.NOT_MET, words, source)
    return _as_official(said, _together(said, facts.moved, values), source)


def _as_official(said: Introduction, together: Point, source: Source) -> Point:
    """What is said of the time together, open as long as nobody recorded since when the member is an official one."""
    if said.official_since or together.answer == Answer.NOT_MET:
        return together
    words = f"chưa ghi {_who(said)} là đảng viên chính thức từ ngày nào, hãy bổ sung"
    return Point(Answer.UNKNOWN, f"{words}; {together.words}" if together.answer == Answer.UNKNOWN else words, source)


def _together(said: Introduction, moved: Moved | None, values: Values) -> Point:
    """What is said of a member's time together: no text tells it, a paper waives it, nobody recorded it, or it is counted."""
    source, who = source_of(values, TOGETHER, COUNT), _who(said)
    if not known(values, TOGETHER):
        words = f"thời gian {who} phải cùng công tác, cư trú: chưa đủ căn cứ, hệ thống chưa có giá trị"
        return Point(Answer.UNKNOWN, f"{words} của quy định tại ngày này", source)
    if said.waiver:
        words = f"{who} giới thiệu ngày {day_vn(said.on)}, không tính thời gian cùng công tác, cư trú"
        return Point(Answer.MET, f"{words} theo {said.waiver}", source)
    if said.together_since is None:
        return Point(Answer.UNKNOWN, f"chưa ghi {who} cùng công tác, cư trú từ ngày nào, hãy bổ sung", source)
    return _by_time(said, moved, values[TOGETHER])


def _by_time(said: Introduction, moved: Moved | None, months: Parameter) -> Point:
    """Enough months or too few; too few since a move on the way: waived by the certificate of the cell before, else asked for."""
    source, since = months.source, f"cùng công tác, cư trú từ ngày {day_vn(said.together_since)}"
    enough = add_months(said.together_since, months.number)
    if enough <= said.on:
        return Point(Answer.MET, f"{_who(said)} giới thiệu ngày {day_vn(said.on)}, {since}", source)
    words = (
        f"{_who(said)} {since}, đến ngày giới thiệu {day_vn(said.on)} chưa đủ {months.number} tháng "
        f"(đủ từ ngày {day_vn(enough)})"
    )
    if moved and said.together_since >= moved.sent_on and moved.certificate:
        words = f"{_who(said)} giới thiệu ngày {day_vn(said.on)}, {since}; người vào Đảng chuyển đến ngày"
        waived = f"{words} {day_vn(moved.received_on)} với {moved.certificate} nên không tính đủ {months.number} tháng"
        return Point(Answer.MET, waived, source)
    if moved and said.together_since >= moved.sent_on:
        return Point(Answer.UNKNOWN, f"{words}, hãy ghi giấy chứng nhận đang được giúp đỡ của nơi chuyển đi", source)
    return Point(Answer.NOT_MET, f"{words}, hãy chọn đảng viên khác hoặc giới thiệu lại khi đủ", source)


def _who(said: Introduction) -> str:
    return f"{BODIES[said.kind]} ({said.name})" if said.kind in BODIES else f"đồng chí {said.name}"


def _points(heard: Iterable[_Heard]) -> list[Point]:
    return [each.point for each in heard]
