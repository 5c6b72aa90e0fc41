"""What the letter tells somebody to do: by when, how often, from when on."""

import re
from dataclasses import replace
from datetime import date

from . import actors, deadlines, moods
from .blocks import parts
from .letter import Duty, Span
from .outline import Line
from .source import Source

_TIME_ONLY = re.compile(r"(?:thời\s+(?:gian|hạn)|hạn)\s+[^:]{0,40}:|(?:xong|hoàn\s+thành)\s+(?:trước|trong)|(?:trước|chậm\s+nhất)")
# A sentence that begins so tells how things are.
_TELLS = re.compile(
    r"(?:thời\s+gian\s+qua|trong\s+thời\s+gian\s+qua|những\s+năm\s+qua|năm\s+qua|tuy\s+nhiên|nhìn\s+chung|qua\s|nguyên\s+nhân|hiện\s+nay|công\s+tác\s|kết\s+quả|việc\s|"
    r"đây\s+là|do\s|một\s+số\s+(?!nhiệm|giải|nội)|nhiều\s|số\s|căn\s+cứ\s|thực\s+hiện\s+(?:sự\s+chỉ\s+đạo|chỉ\s+thị|nghị\s+quyết|kế\s+hoạch|công\s+văn|hướng\s+dẫn|kết\s+luận|quy\s+định|chương\s+trình|thông\s+báo)|"
    r"theo\s|xét\s|sau\s+khi|nghị\s+quyết\s|trong\s+quá\s+trình|ngày\s+\d|sáng\s|chiều\s|từ\s+đầu\s+năm|quyết\s+định\s+này|kế\s+hoạch\s+này|chỉ\s+thị\s+này)"
)
_MAKE_KNOWN = re.compile(
    r"(?P<what>(?:công\s+văn|chỉ\s+thị|nghị\s+quyết|kế\s+hoạch|thông\s+báo|kết\s+luận|hướng\s+dẫn|chương\s+trình|quy\s+định|quyết\s+định)(?:\s+kết\s+luận)?\s+này)\s+(?:được\s+)?(?P<do>phổ\s+biến|quán\s+triệt)"
)
_DECIDED = re.compile(r"(?P<actor>[^.;:]{5,200}?)\s+chịu\s+trách\s+nhiệm\s+thi\s+hành")
_RESULT = re.compile(r"(?:kết\s+nạp|giới\s+thiệu|phát\s+triển|thành\s+lập|mở|cử|tổ\s+chức|chuyển|đạt|hoàn\s+thành)\s+(?:mới\s+)?được\s")
_BOILERPLATE = re.compile(r"(?:nếu\s+)?có\s+(?:gì\s+|khó\s+khăn,?\s*|những\s+)?(?:vướng\s+mắc|khó\s+khăn)[^.]{0,40}(?:phản\s+ánh|báo\s+cáo|trao\s+đổi|thông\s+tin)")
# What a target asks for is told once, as the target.
_ASKS_NUMBER = re.compile(
    r"(?:đồng\s+thời\s+|tiếp\s+tục\s+|(?:hằng|mỗi)\s+năm,?\s+|trong\s+[^,]{0,30},\s*)*(?:phấn\s+đấu|kết\s+nạp|giới\s+thiệu|phát\s+triển|thành\s+lập|bảo\s+đảm|đảm\s+bảo|đạt|có\s|từ\s+nay|đến\s|xóa|cử\s|tạo\s|chỉ\s+tiêu|công\s+nhận)"
)
_INFORMS = re.compile(r"thông\s+(?:tin|báo)\s+(?:để|đến|cho)\b|thông\s+tin")
_GENERAL_LEAD = re.compile(r":\s*[\"'*]*\s*$")


def read(source: Source, lines: list[Line], issued_on: date | None, year: int | None) -> list[Duty]:
    """Find the duties of the body in their order."""
    found: list[Duty] = []
    for line in lines:
        if line.is_row or any(moods.is_past_heading(words) for words in _over(source, line)[:1]):
            continue
        if line.over and moods.under_goal(_over(source, line)[:1]) and not _has_due(source, line, issued_on, year):
            continue
        if line.is_heading and not _has_due(source, line, issued_on, year):
            continue
        for sentence in line.sentences:
            found = _add(source, line, sentence, found, issued_on, year)
    return found


def _over(source: Source, line: Line) -> list[str]:
    return [source.low[span.start : span.stop] for span in reversed(line.over)]


def _has_due(source: Source, line: Line, issued_on: date | None, year: int | None) -> bool:
    return bool(deadlines.find(source.low, line.begin, line.span.stop, issued_on, year))


def _add(
    source: Source, line: Line, sentence: Span, found: list[Duty], issued_on: date | None, year: int | None
) -> list[Duty]:
    """Add the duties of a sentence; one that only says by when belongs to the duty before it."""
    dues = deadlines.find(source.low, sentence.start, sentence.stop, issued_on, year)
    start = actors._after_mark(source, sentence.start, sentence.stop)
    if dues and _TIME_ONLY.match(source.low, start) and found and found[-1].due_on is None and _is_short(source, dues, sentence):
        rhythm = dues[0].repeats or found[-1].repeats or deadlines.repeats(source.low, sentence.start, sentence.stop)
        whole = Span(found[-1].span.start, sentence.stop)
        if sentence.start - found[-1].span.stop < 12:
            words = source.text[whole.start : whole.stop]
            return [*found[:-1], replace(found[-1], due_on=dues[0].on, repeats=rhythm, sentence=words, span=whole)]
    return [*found, *_of(source, line, sentence, _carried(source, line, sentence), issued_on, year)]


def _carried(source: Source, line: Line, sentence: Span) -> Span | None:
    """The actor whom an earlier sentence of the same paragraph told something."""
    actor = None
    for earlier in line.sentences:
        if earlier.start >= sentence.start:
            break
        order = actors.read(source, earlier.start, earlier.stop) or actors.introduced(source, earlier.start, earlier.stop)
        actor = order.actor if order and order.actor and order.action < earlier.stop else actor
    return actor


def _is_short(source: Source, dues: list[deadlines.Due], sentence: Span) -> bool:
    return sentence.stop - dues[-1].stop < 25


def _of(
    source: Source, line: Line, sentence: Span, carried: Span | None, issued_on: date | None, year: int | None
) -> list[Duty]:
    if known := _special(source, sentence):
        return [known]
    found: list[Duty] = []
    actor = carried
    for part in parts(source, sentence):
        if found and _is_time(source, part, found[-1], issued_on, year):
            found = _longer(source, found, part, issued_on, year)
            continue
        order = _order(source, line, sentence, part, bool(found), issued_on, year)
        if order is None or (found and order.actor is None and _says_no_time(source, part, found[-1], issued_on, year)):
            if found:
                found = _longer(source, found, part, issued_on, year)
            continue
        actor = order.actor or actor or _inherited(source, line)
        found += _duties(source, sentence, part, order, actor, issued_on, year)
    return found


def _is_time(source: Source, part: Span, last: Duty, issued_on: date | None, year: int | None) -> bool:
    """Whether a part only says by when: "hoàn thành trong quý II"."""
    dues = deadlines.find(source.low, part.start, part.stop, issued_on, year)
    return bool(dues and last.due_on is None and _TIME_ONLY.match(source.low, part.start) and _is_short(source, dues, part))


def asks_number(duty: Duty) -> bool:
    """Whether a duty only says what a target says: "kết nạp ít nhất 80 đảng viên"."""
    low = Source(duty.action).low
    return bool(_ASKS_NUMBER.match(low)) and (duty.due_on is None or not _names_work(low, Span(0, len(low))))


def _says_no_time(source: Source, part: Span, last: Duty, issued_on: date | None, year: int | None) -> bool:
    """Whether a part only goes on with what the same body is told, without a time of its own."""
    timed = deadlines.find(source.low, part.start, part.stop, issued_on, year)
    rhythm = deadlines.repeats(source.low, part.start, part.stop) or deadlines.from_on(source.low, part.start, part.stop)
    return not (timed or rhythm) and last.due_on is None and last.repeats is None


def _special(source: Source, sentence: Span) -> Duty | None:
    if known := _MAKE_KNOWN.search(source.low, sentence.start, sentence.stop):
        return _duty(source, sentence, None, Span(known.start("do"), sentence.stop), None, None, None)
    if decided := _DECIDED.match(source.low, sentence.start, sentence.stop):
        return _duty(source, sentence, Span(*decided.span("actor")), Span(decided.end() - 9, sentence.stop), None, None, None)
    return None


def _order(
    source: Source, line: Line, sentence: Span, part: Span, begun: bool, issued_on: date | None, year: int | None
) -> actors.Order | None:
    low = source.low
    start = actors._after_mark(source, part.start, part.stop)
    if _BOILERPLATE.search(low, part.start, part.stop):
        return None
    if not begun and _TELLS.match(low, start):
        later = actors.ordered(source, start, part.stop) or actors.introduced(source, start, part.stop)
        return later if later and later.action < part.stop and not _GENERAL_LEAD.search(low[part.start : part.stop]) else None
    order = (
        actors.introduced(source, start, part.stop)
        or actors.read(source, part.start, part.stop)
        or actors.ordered(source, start, part.stop)
    )
    if order and _INFORMS.match(low, order.action):
        return None
    if order is None and deadlines.find(low, part.start, part.stop, issued_on, year) and _names_work(low, part):
        order = actors.Order(None, start)
    if order is None or order.action >= part.stop:
        return None
    if _RESULT.match(low, order.action):
        return None
    if low[part.start : part.stop].rstrip().endswith(":") and not deadlines.find(low, part.start, part.stop, issued_on, year):
        return None
    if order.actor is None and not line.over and not begun and not _names_work(low, part):
        return None
    return order


_WORK = re.compile(r"báo\s+cáo|kế\s+hoạch|rà\s+soát|danh\s+sách|gửi|nộp|tổng\s+hợp|đăng\s+ký|mở\s+lớp|hoàn\s+thành|triển\s+khai|sơ\s+kết|tổng\s+kết|thực\s+hiện|lập")


def _names_work(low: str, part: Span) -> bool:
    return bool(_WORK.search(low, part.start, part.stop))


def _inherited(source: Source, line: Line) -> Span | None:
    """The actor of the nearest heading that names one."""
    for span in reversed(line.over):
        if actor := actors.of_heading(source, span):
            return actor
    return None


def _duties(
    source: Source, sentence: Span, part: Span, order: actors.Order, actor: Span | None, issued_on: date | None, year: int | None
) -> list[Duty]:
    """One duty for each day by which the part asks for it, at least one."""
    dues = deadlines.find(source.low, part.start, part.stop, issued_on, year)
    action = Span(order.action, part.stop)
    rhythm = deadlines.repeats(source.low, part.start, part.stop)
    since = deadlines.from_on(source.low, part.start, part.stop)
    if not dues:
        return [_duty(source, sentence, actor, action, None, rhythm, since)]
    return [_duty(source, sentence, actor, action, due.on, due.repeats or rhythm, since) for due in dues]


def _longer(source: Source, found: list[Duty], part: Span, issued_on: date | None, year: int | None) -> list[Duty]:
    """A part without a verb of its own goes on with the duty before it."""
    dues = deadlines.find(source.low, part.start, part.stop, issued_on, year)
    last = found[-1]
    words = f"{last.action}; {source.words(part.start, part.stop).rstrip(' .;')}"
    rhythm = last.repeats or deadlines.repeats(source.low, part.start, part.stop)
    due_on = last.due_on or (dues[0].on if dues else None)
    return [*found[:-1], replace(last, action=words, repeats=rhythm, due_on=due_on)]


def _duty(
    source: Source, sentence: Span, actor: Span | None, action: Span, due_on: date | None, rhythm: str | None, since: date | None
) -> Duty:
    return Duty(
        actor=source.words(actor.start, actor.stop) if actor else None,
        action=source.words(action.start, action.stop).rstrip(" .;/-,"),
        due_on=due_on,
        repeats=rhythm,
        from_on=since,
        sentence=source.text[sentence.start : sentence.stop],
        span=sentence,
    )
