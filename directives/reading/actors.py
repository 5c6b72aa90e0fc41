"""Who is to act: the words at the beginning of a sentence, after "giao" or "yêu cầu", or of the heading over it."""

import re
from dataclasses import dataclass

from .letter import Span
from .source import Source

_HEADS = (
    r"ban(?!\s+hành)|văn\s+phòng|đảng\s+ủy|đảng\s+đoàn|cấp\s+ủy|chi\s+bộ|chi\s+ủy|chi,\s*đảng\s+bộ|đảng\s+bộ|đồng\s+chí|đ/c|bí\s+thư|đoàn(?!\s+viên)|công\s+đoàn|hội(?!\s+viên|\s+nghị|\s+nhập)|"
    r"mặt\s+trận|mttq|ủy\s+ban|ubkt|ubnd|trung\s+tâm|tổ\s+chức(?=\s+(?:đảng|cơ\s+sở|đoàn|hội|chính|công))|cơ\s+quan|phòng(?!,|\s+chống|\s+ngừa)|sở|huyện\s+ủy|thành\s+ủy|thị\s+ủy|tỉnh\s+ủy|quận\s+ủy|trường(?!\s+hợp)|cán\s+bộ|"
    r"đảng\s+viên|đơn\s+vị|ủy\s+viên|liên\s+đoàn|lãnh\s+đạo|thường\s+trực|đoàn\s+thể|huyện|thị|huyện,|tỉnh\s+đoàn|huyện\s+đoàn|hội\s+đồng|bộ\s+phận|"
    r"tổ\s+công\s+tác|công\s+an|quân\s+sự|bch|btv|xã(?!\s+hội)|phường|thôn|người\s+đứng\s+đầu|thủ\s+trưởng|tccsđ|bộ\s+chỉ\s+huy|doanh\s+nghiệp|nhà\s+trường|"
    r"báo(?!\s+cáo)|đài|thành\s+viên|khối|địa\s+phương|ngành|đảng\s+ủy,"
)
_DETERMINERS = r"(?:(?:tất\s+cả\s+)?các|những|mỗi|từng|toàn\s+thể|toàn|riêng|đối\s+với|về\s+phía|100%|\d{1,3})\s+"
_ACTOR = re.compile(rf"(?:{_DETERMINERS})*(?:{_HEADS})\b")
_ORDER = re.compile(
    r"(?<!\w)(?:giao|yêu\s+cầu|đề\s+nghị|phân\s+công|giao\s+trách\s+nhiệm\s+cho|ủy\s+quyền\s+cho|giao\s+nhiệm\s+vụ\s+cho)\s+(?:cho\s+)?"
)
_ISSUER = re.compile(
    r"(?:ban\s+(?:thường\s+vụ|chấp\s+hành|tổ\s+chức|tuyên\s+giáo|xây\s+dựng\s+đảng)|thường\s+trực|đảng\s+ủy|tỉnh\s+ủy|huyện\s+ủy|thành\s+ủy|thị\s+ủy|chi\s+ủy|văn\s+phòng|ủy\s+ban\s+kiểm\s+tra)"
    r"[^,.;:]{0,90}?\s(?=yêu\s+cầu|đề\s+nghị|giao\s)"
)
# What begins an action; in the text it begins with a small letter, unlike the name of a body (Ban Tổ chức).
_VERBS = (
    r"cần|phải|có\s+trách\s+nhiệm|chịu\s+trách\s+nhiệm|chủ\s+động|tiếp\s+tục|thường\s+xuyên|kịp\s+thời|khẩn\s+trương|nghiêm\s+túc|tích\s+cực|căn\s+cứ|trên\s+cơ\s+sở|"
    r"lãnh\s+đạo|chỉ\s+đạo|xây\s+dựng|phối\s+hợp|chủ\s+trì|tham\s+mưu|báo\s+cáo|gửi|rà\s+soát|theo\s+dõi|đôn\s+đốc|hướng\s+dẫn|kiểm\s+tra|giám\s+sát|mở|"
    r"lập|ban\s+hành|quán\s+triệt|triển\s+khai|thực\s+hiện|giới\s+thiệu|bồi\s+dưỡng|kết\s+nạp|phân\s+công|giao|đăng\s+ký|tổng\s+hợp|cụ\s+thể\s+hóa|bám\s+sát|"
    r"nâng\s+cao|đẩy\s+mạnh|tăng\s+cường|chú\s+trọng|quan\s+tâm|rèn\s+luyện|phấn\s+đấu|đánh\s+giá|hoàn\s+thành|nghiên\s+cứu|đề\s+xuất|cấp(?!\s+ủy|\s+trên|\s+dưới|\s+cơ)|chuẩn\s+bị|thông\s+tin|tổ\s+chức|"
    r"phổ\s+biến|tuyên\s+truyền|vận\s+động|phát\s+hiện|tạo|khảo\s+sát|nắm|xác\s+định|bố\s+trí|cử|đưa|thẩm\s+định|xem\s+xét|duy\s+trì|bảo\s+đảm|đảm\s+bảo|"
    r"thành\s+lập|củng\s+cố|làm|(?:hằng|mỗi)\s+(?:năm|quý|tháng)|định\s+kỳ|dự\s+kiến|nêu|hoàn\s+thiện|hoàn\s+chỉnh|phát\s+động|trình|họp|phản\s+ánh|giải\s+trình|tăng|từ\s+nay|đến\s+hết|chấn\s+chỉnh|khắc\s+phục|sơ\s+kết|tổng\s+kết|thông\s+báo|cung\s+cấp|hỗ\s+trợ|giúp|tập\s+trung|đề\s+ra|"
    r"gắn|lựa\s+chọn|thống\s+kê|cập\s+nhật|quản\s+lý|gương\s+mẫu|trực\s+tiếp|đi|chỉ|không|nộp|kiện\s+toàn|phát\s+huy|đổi\s+mới|ưu\s+tiên|công\s+nhận|"
    r"rút\s+kinh\s+nghiệm|(?<!địa )bàn|họp|sắp\s+xếp|biểu\s+dương|khen\s+thưởng|xử\s+lý|thông\s+qua|lồng\s+ghép|đặt|quyết\s+định|tạo\s+điều\s+kiện|kiểm\s+điểm|phụ\s+trách\s+và|"
    r"trước\s+ngày|chậm\s+nhất|trong\s+tháng|trong\s+quý|từ\s+năm|nhập|số\s+hóa|lưu|tự|căn\s+cứ\s+vào|dành|khơi\s+dậy|động\s+viên|giáo\s+dục|tiến\s+hành|"
    r"nêu\s+gương|cam\s+kết|ký|rà|soát|điều\s+chỉnh|bổ\s+sung|sử\s+dụng|viết|đăng|đưa\s+tin|kiến\s+nghị|chọn|tập\s+hợp|thẩm\s+tra|xác\s+minh|giải\s+quyết|tháo\s+gỡ"
)
_VERB = re.compile(rf"(?<!\w)(?:{_VERBS})(?!\w)")
# A verb after these words belongs to a name or describes a body.
_TEAM = re.compile(r"\bđoàn\s+$")
_TEAM_OF = ("kiểm tra", "giám sát", "khảo sát", "thẩm tra", "xác minh")
_NOT_AFTER = re.compile(
    r"(?:\bban|ủy\s+ban|\bđược|cơ\s+quan|công\s+tác|(?<!các\s)đồng\s+chí|bộ\s+phận|\btổ|các|những|việc|về|của|\bvà|cán\s+bộ|ban\s+chấp\s+hành|để|là|trong|"
    r"phụ\s+trách|hội\s+đồng|đã|đang|chưa|không|chức\s+năng|nhiệm\s+vụ|lớp|tham\s+gia|trực\s+tiếp|cơ\s+quan\s+tham\s+mưu,?|làm|thẩm\s+quyền)\s*,?\s*$"
)
_LONGEST, _INTRODUCTION = 260, 120
# What whoever issues a letter does by it.
_ISSUES = re.compile(
    r"(?:ban\s+hành|xây\s+dựng\s+kế\s+hoạch|hướng\s+dẫn|thông\s+báo|kết\s+luận|quyết\s+định|yêu\s+cầu|đề\s+nghị|chỉ\s+đạo|triển\s+khai)[^\n]{0,160}:\s*[\"'*]*\s*$"
)


@dataclass(frozen=True)
class Order:
    """Who is to act (None where the sentence names nobody), and where the action begins."""

    actor: Span | None
    action: int


def read(source: Source, start: int, stop: int) -> Order | None:
    """Read who is told to do what at the beginning of a stretch; None where nobody is told anything."""
    start = _after_mark(source, start, stop)
    issuer = _ISSUER.match(source.low, start, stop)
    opening = issuer.end() if issuer else start
    if order := _ORDER.match(source.low, opening, stop):
        return _after_order(source, order.end(), stop)
    if actor := _ACTOR.match(source.low, start, stop):
        return _led_by(source, start, actor.end(), stop)
    if verb := _VERB.match(source.low, start, stop):
        return Order(None, verb.start())
    return None


def ordered(source: Source, start: int, stop: int) -> Order | None:
    """Read an order that stands later in a sentence: "…, Ban Thường vụ yêu cầu các chi bộ …"."""
    found = None
    for order in _ORDER.finditer(source.low, start, stop):
        if _ACTOR.match(source.low, order.end(), stop) and (seen := _after_order(source, order.end(), stop)):
            found = found or seen
    return found


_INTRODUCED = re.compile(
    r"(?:căn\s+cứ|kể\s+từ|để|nhằm|trên\s+cơ\s+sở|thực\s+hiện|trong|theo|hằng|định\s+kỳ|trước|từ|sau\s+khi|khi|chậm\s+nhất|đối\s+với|cùng\s+với|qua|tiếp\s+tục|bằng|thông\s+qua|với|nếu|mỗi\s+khi)\b"
)
_MEANS = re.compile(r"bằng|kể\s+từ|thông\s+qua|trên\s+cơ\s+sở|căn\s+cứ|định\s+kỳ|hằng|chậm\s+nhất|trước\s+ngày|trong|từ\s+(?:năm|tháng|quý|ngày|nay)|đối\s+với|khi|nếu")
_HAPPENED = re.compile(r"\s(?:đã|đang|chưa|vừa)\s+(?:[^\s,]+\s+){0,3}$")
_COMMA = re.compile(r"[,;]\s+")


def introduced(source: Source, start: int, stop: int) -> Order | None:
    """Read who is told what after an introduction: "Căn cứ Thông báo này, các ban … xây dựng kế hoạch"."""
    start = _after_mark(source, start, stop)
    if not _INTRODUCED.match(source.low, start, stop):
        return None
    for comma in _COMMA.finditer(source.low, start, stop):
        begun = comma.end()
        if re.compile(r"\s(?:đã|đang|vừa)\s").search(source.low, start, begun):
            return None
        if _ACTOR.match(source.low, begun, stop) and _heads_list(source, begun):
            if order := _led_by(source, begun, begun, stop):
                return ordered(source, begun, stop) or order if _ORDER.search(source.low, begun, order.action) else order
        elif begun - start < _INTRODUCTION and _VERB.match(source.low, begun, stop) and _MEANS.match(source.low, start, stop):
            return Order(None, begun)
    return None


def _heads_list(source: Source, start: int) -> bool:
    """Whether an actor that stands in the middle of a sentence is a subject: "các …", "mỗi …", or a name in capitals."""
    return source.text[start].isupper() or bool(re.compile(_DETERMINERS + r"|(?:cấp\s+ủy|chi\s+bộ|đảng\s+ủy)").match(source.low, start))


def of_heading(source: Source, span: Span) -> Span | None:
    """The actor that a heading or lead-in names; None where it names none."""
    start = _after_mark(source, span.start, span.stop)
    if found := ordered(source, start, span.stop) or introduced(source, start, span.stop):
        return None if _ISSUES.match(source.low, found.action, span.stop) else found.actor
    words = re.compile(r"(?:trách\s+nhiệm|nhiệm\s+vụ)\s+của\s+|đối\s+với\s+|về\s+phía\s+|giao\s+(?:cho\s+)?|đề\s+nghị\s+|yêu\s+cầu\s+").match(source.low, start, span.stop)
    start = words.end() if words else start
    if not _ACTOR.match(source.low, start, span.stop):
        return None
    led = _led_by(source, start, start, span.stop)
    if led and _ISSUES.match(source.low, led.action, span.stop):
        return None
    return led.actor if led else _trimmed(source, start, span.stop)


def _after_mark(source: Source, start: int, stop: int) -> int:
    found = re.compile(r"(?:[\s\"'(:-]|đồng thời,?\s|bên cạnh đó,?\s|ngoài ra,?\s|riêng\s(?=\w+\s\w+))*").match(source.low, start, stop)
    return found.end() if found else start


def _after_order(source: Source, start: int, stop: int) -> Order | None:
    if _ACTOR.match(source.low, start, stop):
        led = _led_by(source, start, start, stop)
        return led or Order(_trimmed(source, start, stop), stop)
    return None


def _led_by(source: Source, start: int, seen: int, stop: int) -> Order | None:
    """The first verb after the actor's first words ends the actor."""
    for verb in _VERB.finditer(source.low, max(seen, start + 2), min(stop, start + _LONGEST)):
        if _TEAM.search(source.low, start, verb.start()) and verb[0].startswith(_TEAM_OF):
            continue
        if source.text[verb.start()].isupper() or _NOT_AFTER.search(source.low, start, verb.start()):
            continue
        if source.low[verb.start() : verb.start() + 12].startswith(("tổ chức đảng", "tổ chức cơ s", "tổ chức đoàn", "tổ chức chín", "tổ chức hội", "tổ chức công", "tổ chức mình")):
            continue
        actor = _trimmed(source, start, _before_is(source, start, verb.start()))
        return None if _HAPPENED.search(source.low, start, verb.start()) else Order(actor, verb.start())
    return None


def _before_is(source: Source, start: int, stop: int) -> int:
    """Where the actor ends before "là cơ quan thường trực"."""
    found = re.compile(r"\s+là\s+(?:cơ quan|đầu mối|đơn vị)").search(source.low, start, stop)
    return found.start() if found else stop


def _trimmed(source: Source, start: int, stop: int) -> Span:
    words = source.low[start:stop]
    kept = words.rstrip(" ,:;.-*\"\n")
    return Span(start + len(words) - len(words.lstrip()), start + len(kept))
