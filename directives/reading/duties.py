"""What the letter tells somebody to do: by when, how often, from when on."""

import re
from dataclasses import dataclass, replace

from . import actors, deadlines, moods
from .actors import Order
from .blocks import parts
from .deadlines import Due, When
from .letter import Duty, Span
from .outline import Line
from .patterns import loose
from .source import Source

_TIME_ONLY = loose(r"(?:thời (?:gian|hạn)|hạn) [^:]{0,40}:|(?:xong|hoàn thành) (?:trước|trong)|(?:trước|chậm nhất)")
# A sentence that begins so tells how things are.
_TELLS = loose(
    r"(?:thời gian qua|trong thời gian qua|những năm qua|năm qua|tuy nhiên|nhìn chung|qua\s|nguyên nhân|"
    r"hiện nay|công tác\s|kết quả|việc\s|"
    r"đây là|do\s|một số (?!nhiệm|giải|nội)|nhiều\s|số\s|căn cứ\s|thực hiện (?:sự chỉ đạo|chỉ thị|"
    r"nghị quyết|kế hoạch|công văn|hướng dẫn|kết luận|quy định|chương trình|thông báo)|"
    r"theo\s|xét\s|sau khi|nghị quyết\s|trong quá trình|ngày \d|sáng\s|chiều\s|từ đầu năm|(?:quyết định|"
    r"kế hoạch|chỉ thị|hướng dẫn|quy định|nghị quyết|kết luận|thông báo|chương trình) này)"
)
_MAKE_KNOWN = loose(
    r"(?P<what>(?:công văn|chỉ thị|nghị quyết|kế hoạch|thông báo|kết luận|hướng dẫn|chương trình|quy định|"
    r"quyết định|thông tri|văn bản|đề án)(?: kết luận)? này) (?:được )?(?P<do>phổ biến|quán triệt)"
)
_DECIDED = loose(r"(?P<actor>[^.;:]{5,200}?) chịu trách nhiệm (?P<do>thi hành)")
_RESULT = loose(r"(?:kết nạp|giới thiệu|phát triển|thành lập|mở|cử|tổ chức|chuyển|đạt|hoàn thành) (?:mới )?được\s")
_BOILERPLATE = loose(
    r"(?:nếu )?có (?:gì |khó khăn,?\s*|những )?(?:vướng mắc|khó khăn)[^.]{0,40}(?:phản ánh|báo cáo|"
    r"trao đổi|thông tin)"
)
# What a target asks for is told once, as the target.
_ASKS_NUMBER = loose(
    r"(?:đồng thời |tiếp tục |(?:hằng|mỗi) năm,? |trong [^,]{0,30},\s*)*(?:phấn đấu|kết nạp|giới thiệu|"
    r"phát triển|thành lập|(?:hằng|mỗi) năm,? có\s|bảo đảm|đảm bảo|đạt|có\s|từ nay|đến\s|xóa|cử\s|tạo\s|chỉ tiêu|công nhận)"
)
_SENDS = loose(r"(?:gửi|nộp|báo cáo) (?:về(?! việc)|cho|đến|ban|đảng|huyện|tỉnh|thành|văn)")
_INFORMS = loose(r"thông (?:tin|báo) (?:để|đến|cho)\b|thông tin")
_CONSEQUENCE = loose(r"coi (?:như|là) (?:không|chưa) hoàn thành")
_AFTER_DAY = loose(r"\s*:\s*\w")
_WORK = loose(
    r"báo cáo|kế hoạch|rà soát|danh sách|gửi|nộp|tổng hợp|đăng ký|mở lớp|hoàn thành|triển khai|sơ kết|"
    r"tổng kết|thực hiện|lập"
)
_LEAD = loose(r":\s*[\"'*]*\s*$")
# What a lead-in is for is no duty, whatever day it names.
_FOR = loose(r"(?:để|nhằm)\b")
# A sentence follows at once on another; a stretch ends soon after its day.
_NEXT, _SHORT = 12, 25


def read(source: Source, lines: list[Line], when: When) -> list[Duty]:
    """Find the duties of the body in their order."""
    found: list[Duty] = []
    for line in lines:
        if _may_tell(source, line, when):
            for sentence in line.sentences:
                found = _add(found, _Place(source, line, sentence, when))
    return found


def asks_number(duty: Duty) -> bool:
    """Whether a duty only says what a target says: "kết nạp ít nhất 80 đảng viên"."""
    low = Source(duty.action).low
    return bool(_ASKS_NUMBER.search(low, 0, 60)) and (duty.due_on is None or not _WORK.search(low))


@dataclass(frozen=True)
class _Place:
    """A sentence with the line it stands in and the letter's day."""

    source: Source
    line: Line
    sentence: Span
    when: When

    def dues(self, span: Span) -> list[Due]:
        """The days by which a stretch asks for something."""
        return deadlines.find(self.source.low, span.start, span.stop, self.when)

    def begins(self, span: Span) -> int:
        """Where a stretch begins after marks and "đồng thời"."""
        return actors.after_mark(self.source, span.start, span.stop)

    def says(self, pattern: re.Pattern, span: Span) -> bool:
        """Whether a stretch holds a pattern."""
        return bool(pattern.search(self.source.low, span.start, span.stop))


def _may_tell(source: Source, line: Line, when: When) -> bool:
    """Whether duties may stand in a line: not in a table, under results, under goals without a day, in a heading without one."""
    if line.is_row or any(moods.is_past_heading(words) for words in line.over_words(source)[:1]):
        return False
    told_why = any(moods.tells_why(words) for words in line.over_words(source)[:1])
    if not told_why and not line.is_heading and not moods.under_goal(line.over_words(source)[:1]):
        return True
    return bool(deadlines.find(source.low, line.begin, line.span.stop, when))


def _add(found: list[Duty], place: _Place) -> list[Duty]:
    """Add the duties of a sentence; one that only says by when belongs to the duty before it."""
    sentence = place.sentence
    if found and sentence.start - found[-1].span.stop < _NEXT and _is_time(place, sentence, found[-1]):
        whole = Span(found[-1].span.start, sentence.stop)
        timed = _timed(place, found[-1], sentence)
        return [*found[:-1], replace(timed, sentence=place.source.text[whole.start : whole.stop], span=whole)]
    return [*found, *_of(place)]


def _of(place: _Place) -> list[Duty]:
    if known := _special(place):
        return [known]
    found: list[Duty] = []
    actor = _carried(place)
    for part in parts(place.source, place.sentence):
        order = None if found and _is_time(place, part, found[-1]) else _order(place, part, bool(found))
        if order and not (found and order.actor is None and _goes_on(place, part, found[-1])):
            actor = order.actor or actor or _inherited(place)
            found += _duties(place, part, order, actor)
        elif found:
            found[-1] = _longer(place, part, found[-1])
    return found


def _special(place: _Place) -> Duty | None:
    """ "Công văn này phổ biến đến chi bộ", "… chịu trách nhiệm thi hành"."""
    low, sentence = place.source.low, place.sentence
    if known := _MAKE_KNOWN.search(low, sentence.start, sentence.stop):
        return _duty(place, None, Span(known.start("do"), sentence.stop))
    if decided := _DECIDED.match(low, sentence.start, sentence.stop):
        return _duty(place, Span(*decided.span("actor")), Span(decided.start("do"), sentence.stop))
    return None


def _carried(place: _Place) -> Span | None:
    """The actor whom an earlier sentence of the same paragraph told something."""
    actor = None
    for earlier in place.line.sentences:
        if earlier.start >= place.sentence.start:
            break
        stretch = (place.source, earlier.start, earlier.stop)
        order = actors.read(*stretch) or actors.introduced(*stretch)
        actor = order.actor if order and order.actor and order.action < earlier.stop else actor
    return actor


def _inherited(place: _Place) -> Span | None:
    """The actor of the nearest heading that names one."""
    named = (actors.of_heading(place.source, span) for span in reversed(place.line.over))
    return next((actor for actor in named if actor), None)


def _order(place: _Place, part: Span, begun: bool) -> Order | None:
    """Who is told what by a part of the sentence; None where it tells nobody anything."""
    if place.says(_BOILERPLATE, part):
        return None
    told = place.begins(part)
    if not begun and _TELLS.match(place.source.low, told):
        return _order_after_telling(place, part, told)
    order = _any_order(place, part)
    timed = place.dues(part) or (begun and deadlines.repeats(place.source.low, part.start, part.stop))
    if order is None and timed and place.says(_WORK, part):
        order = Order(None, told)
    return order if order and order.action < part.stop and _is_order(place, part, order, begun) else None


def _any_order(place: _Place, part: Span) -> Order | None:
    stretch = (place.source, part.start, part.stop)
    return actors.introduced(*stretch) or actors.read(*stretch) or actors.ordered(*stretch)


def _order_after_telling(place: _Place, part: Span, told: int) -> Order | None:
    """An order later in a part that begins with how things are; "Kết quả gửi về … trước ngày …" is one as a whole."""
    later = actors.ordered(place.source, told, part.stop) or actors.introduced(place.source, told, part.stop)
    if later is None:
        return Order(None, told) if place.says(_SENDS, part) and place.dues(part) else None
    return later if later.action < part.stop and not place.says(_LEAD, part) else None


def _is_order(place: _Place, part: Span, order: Order, begun: bool) -> bool:
    low = place.source.low
    if place.says(_CONSEQUENCE, part) or _INFORMS.match(low, order.action) or _RESULT.match(low, order.action):
        return False
    if place.says(_LEAD, part) and (not place.dues(part) or _FOR.match(low, place.begins(part))):
        return False
    return bool(order.actor or place.line.over or begun or place.says(_WORK, part))


def _is_time(place: _Place, part: Span, last: Duty) -> bool:
    """Whether a stretch only says by when the duty before it is due: "hoàn thành trong quý II"."""
    if last.due_on is not None or not _TIME_ONLY.match(place.source.low, place.begins(part)):
        return False
    dues = place.dues(part)
    if not dues or _AFTER_DAY.match(place.source.low, dues[-1].stop, part.stop):
        return False
    return part.stop - dues[-1].stop < _SHORT


def _goes_on(place: _Place, part: Span, last: Duty) -> bool:
    """Whether a part only goes on with what the same body is told, without a time of its own."""
    low, start, stop = place.source.low, part.start, part.stop
    timed = place.dues(part) or deadlines.repeats(low, start, stop) or deadlines.from_on(low, start, stop)
    return not timed and last.due_on is None and last.repeats is None


def _longer(place: _Place, part: Span, last: Duty) -> Duty:
    """A part without a verb of its own goes on with the duty before it."""
    words = f"{last.action}; {place.source.words(part.start, part.stop).rstrip(' .;')}"
    return replace(_timed(place, last, part), action=words)


def _timed(place: _Place, duty: Duty, span: Span) -> Duty:
    """A duty with the day and the rhythm that a stretch adds."""
    dues = place.dues(span)
    rhythm = (dues[0].repeats if dues else None) or deadlines.repeats(place.source.low, span.start, span.stop)
    return replace(duty, due_on=duty.due_on or (dues[0].on if dues else None), repeats=duty.repeats or rhythm)


def _duties(place: _Place, part: Span, order: Order, actor: Span | None) -> list[Duty]:
    """One duty for each day by which the part asks for it, at least one."""
    low, action = place.source.low, Span(order.action, part.stop)
    rhythm = deadlines.repeats(low, part.start, part.stop)
    made = replace(_duty(place, actor, action), from_on=deadlines.from_on(low, part.start, part.stop))
    dues = place.dues(part) or [Due(None, None, 0, 0)]
    return [replace(made, due_on=due.on, repeats=due.repeats or rhythm) for due in dues]


def _duty(place: _Place, actor: Span | None, action: Span) -> Duty:
    source, sentence = place.source, place.sentence
    return Duty(
        actor=source.words(actor.start, actor.stop) if actor else None,
        action=source.words(action.start, action.stop).rstrip(" .;/-,"),
        due_on=None,
        repeats=None,
        from_on=None,
        sentence=source.text[sentence.start : sentence.stop],
        span=sentence,
    )
