"""Who is to act: the words at the beginning of a sentence, after "giao" or "yêu cầu", or of the heading over it."""

import re
from dataclasses import dataclass

from .letter import Span
from .patterns import loose
from .source import Source

_HEADS = (
    r"chi đoàn|chi hội|tổ đảng|ban(?! hành)|văn phòng|đảng ủy|đảng đoàn|cấp ủy|chi bộ|chi ủy|"
    r"chi,\s*đảng bộ|đảng bộ|đồng chí|đ/c|bí thư|đoàn(?! viên)|công đoàn|hội(?! viên| nghị| nhập)|"
    r"mặt trận|mttq|ủy ban|ubkt|ubnd|trung tâm|tổ chức(?= (?:đảng|cơ sở|đoàn|hội|chính|công))|cơ quan|"
    r"phòng(?!,| chống| ngừa)|sở|huyện ủy|thành ủy|thị ủy|tỉnh ủy|quận ủy|trường(?! hợp)|cán bộ|"
    r"đảng viên|đơn vị|ủy viên|giáo viên|hiệu trưởng|giám đốc|liên đoàn|lãnh đạo|thường trực|đoàn thể|huyện|thị|huyện,|tỉnh đoàn|"
    r"huyện đoàn|hội đồng|bộ phận|"
    r"tổ công tác|công an|quân sự|bch|btv|xã(?! hội)|phường|thôn|người đứng đầu|thủ trưởng|tccsđ|"
    r"bộ chỉ huy|doanh nghiệp|nhà trường|"
    r"báo(?! cáo)|đài|thành viên|khối|địa phương|ngành|đảng ủy,"
)
_DETERMINERS = r"(?:(?:tất cả )?các|những|mỗi|từng|toàn thể|toàn|riêng|quý|đối với|về phía|100%|\d{1,3}) "
_ACTOR = loose(rf"(?:{_DETERMINERS})*(?:{_HEADS})\b")
_ORDER = loose(
    r"(?<!\w)(?:giao|yêu cầu|đề nghị|phân công(?! cán bộ| đảng viên)|giao trách nhiệm cho|ủy quyền cho|"
    r"giao nhiệm vụ cho) (?:cho )?"
)
_ISSUER = loose(
    r"(?:ban (?:thường vụ|chấp hành|tổ chức|tuyên giáo|xây dựng đảng)|bch|btv|thường trực|đảng ủy|tỉnh ủy|"
    r"huyện ủy|thành ủy|thị ủy|chi ủy|văn phòng|ủy ban kiểm tra)"
    r"[^,.;:]{0,90}?\s(?=yêu cầu|đề nghị|giao\s)"
)
# What begins an action; in the text it begins with a small letter, unlike the name of a body (Ban Tổ chức).
_VERBS = (
    r"cần|phải|có trách nhiệm|chịu trách nhiệm|chủ động|tiếp tục|thường xuyên|kịp thời|khẩn trương|"
    r"nghiêm túc|tích cực|căn cứ|trên cơ sở|"
    r"lãnh đạo|chỉ đạo|xây dựng|phối hợp|chủ trì|tham mưu|báo cáo|gửi|rà soát|theo dõi|đôn đốc|hướng dẫn|"
    r"kiểm tra|giám sát|mở|"
    r"lập|ban hành|quán triệt|triển khai|thực hiện|giới thiệu|bồi dưỡng|kết nạp|phân công|giao|đăng ký|"
    r"tổng hợp|cụ thể hóa|bám sát|"
    r"nâng cao|đẩy mạnh|tăng cường|chú trọng|quan tâm|rèn luyện|phấn đấu|đánh giá|hoàn thành|nghiên cứu|"
    r"đề xuất|cấp(?! ủy| trên| dưới| cơ)|chuẩn bị|thông tin|tổ chức|"
    r"phổ biến|tuyên truyền|vận động|phát hiện|(?<!đào )tạo|kính|khảo sát|nắm|xác định|bố trí|cử|đưa|thẩm định|xem xét|"
    r"duy trì|bảo đảm|đảm bảo|"
    r"thành lập|củng cố|làm|(?:hằng|mỗi) (?:năm|quý|tháng)|định kỳ|dự kiến|nêu|hoàn thiện|hoàn chỉnh|"
    r"phát động|trình|họp|phản ánh|giải trình|tăng|coi|xem|sớm|quyết liệt|có (?:văn bản|kế hoạch|"
    r"giải pháp|biện pháp)|từ nay|đến hết|chấn chỉnh|khắc phục|sơ kết|tổng kết|thông báo|cung cấp|hỗ trợ|"
    r"giúp|tập trung|đề ra|"
    r"gắn|lựa chọn|thống kê|cập nhật|quản lý|gương mẫu|(?<!cấp trên )trực tiếp|đi|chỉ|không(?! dưới| quá| ít| thấp| vượt)|nộp|"
    r"kiện toàn|phát huy|"
    r"đổi mới|ưu tiên|công nhận|"
    r"rút kinh nghiệm|(?<!địa )bàn|họp|sắp xếp|biểu dương|khen thưởng|xử lý|thông qua|lồng ghép|đặt|"
    r"quyết định|tạo điều kiện|kiểm điểm|phụ trách và|"
    r"trước ngày|chậm nhất|trong tháng|trong quý|từ năm|nhập|số hóa|lưu|tự|căn cứ vào|dành|khơi dậy|"
    r"động viên|giáo dục|tiến hành|"
    r"nêu gương|cam kết|ký|rà|soát|nhận xét|dự(?! kiến| bị| thảo| toán| án| phòng)|"
    r"điều chỉnh|bổ sung|sử dụng|viết|đăng|đưa tin|kiến nghị|chọn|tập hợp|"
    r"thẩm tra|xác minh|giải quyết|tháo gỡ"
)
_VERB = loose(rf"(?<!\w)(?:{_VERBS})(?!\w)")
# A verb after these words belongs to a name or describes a body.
_TEAM = loose(r"\bđoàn $")
_TEAM_OF = ("kiểm tra", "giám sát", "khảo sát", "thẩm tra", "xác minh")
_NOT_AFTER = loose(
    r"(?:\bban|ủy ban|\bđược|cơ quan|công tác|(?<!các\s)đồng chí|bộ phận|\btổ|các|những|việc|về|của|\bvà|"
    r"cán bộ|ban chấp hành|để|là|trong|"
    r"phụ trách|hội đồng|đã|đang|chưa|không|chức năng|nhiệm vụ|lớp|tham gia|(?<!cấp trên )trực tiếp|cơ quan tham mưu,?|"
    r"làm|thẩm quyền)\s*,?\s*$"
)
# A body or a time before a colon; what is to be done, or who is to do it, follows.
_LABEL = loose(
    rf"(?:(?:{_DETERMINERS})*(?:{_HEADS})\b[^:;.\n]{{0,120}}|"
    r"(?:quý [iv1-4]+|tháng \d+|trước|chậm nhất|6 tháng|đợt|bước|thời (?:gian|hạn))[^:;.\n]{0,40}): "
    r"(?=[a-zà-ỹđ])(?!một|hai|ba|đã|có\s)"
)
_LONGEST, _INTRODUCTION = 260, 120
# What whoever issues a letter does by it.
_ISSUES = loose(
    r"(?:ban hành|xây dựng kế hoạch|hướng dẫn|thông báo|kết luận|quyết định|yêu cầu|đề nghị|chỉ đạo|"
    r"triển khai)[^\n]{0,160}:\s*[\"'*]*\s*$"
)

# "Chi bộ nào … thì bí thư chi bộ phải …": who is told to act stands after the condition.
_WHOEVER = loose(r"(?:(?:những|các) )?(?:[^\s,.;]+ ){1,4}nào\b[^.;]{3,200}? thì (?!phải|cần)")


@dataclass(frozen=True)
class Order:
    """Who is to act (None where the sentence names nobody), and where the action begins."""

    actor: Span | None
    action: int


def read(source: Source, start: int, stop: int) -> Order | None:
    """Read who is told to do what at the beginning of a stretch; None where nobody is told anything."""
    start = after_mark(source, start, stop)
    condition = _WHOEVER.match(source.low, start, stop)
    if condition and (told := read(source, condition.end(), stop)) and told.actor:
        return told
    if label := _LABEL.match(source.low, start, stop):
        return _after_label(source, label, stop)
    issuer = _ISSUER.match(source.low, start, stop)
    opening = issuer.end() if issuer else start
    if order := _ORDER.match(source.low, opening, stop):
        return _after_order(source, order.end(), stop)
    if actor := _ACTOR.match(source.low, start, stop):
        return _led_by(source, start, actor.end(), stop)
    if verb := _VERB.match(source.low, start, stop):
        return Order(None, verb.start())
    return None


def _after_label(source: Source, label: re.Match, stop: int) -> Order | None:
    """ "Các chi bộ: mỗi tháng rà soát", "Quý I: rà soát nguồn", "Thời hạn: các chi bộ gửi danh sách"."""
    if _ACTOR.match(source.low, label.end(), stop) and (led := _led_by(source, label.end(), label.end(), stop)):
        return led
    if _ACTOR.match(label[0]):
        return Order(_trimmed(source, label.start(), label.end()), label.end())
    return read(source, label.end(), stop)


def ordered(source: Source, start: int, stop: int) -> Order | None:
    """Read an order that stands later in a sentence: "…, Ban Thường vụ yêu cầu các chi bộ …"."""
    found = None
    for order in _ORDER.finditer(source.low, start, stop):
        if _ACTOR.match(source.low, order.end(), stop) and (seen := _after_order(source, order.end(), stop)):
            found = found or seen
    return found


_INTRODUCED = loose(
    r"(?:căn cứ|kể từ|để|nhằm|trên cơ sở|thực hiện|trong|theo|hằng|định kỳ|trước|từ|sau khi|khi|chậm nhất|"
    r"đối với|cùng với|qua|tiếp tục|bằng|thông qua|với|nếu|mỗi khi)\b"
)
_MEANS = loose(
    r"bằng|kể từ|thông qua|trên cơ sở|căn cứ|định kỳ|hằng|chậm nhất|trước ngày|trong|từ (?:năm|tháng|quý|"
    r"ngày|nay)|đối với|khi|nếu"
)
_RHYTHM = loose(r"hằng|mỗi|định kỳ")
_HAPPENED = loose(r"\s(?:đã|đang|chưa|vừa) (?:[^\s,]+ ){0,3}$")
_COMMA = loose(r"[,;] ")


def introduced(source: Source, start: int, stop: int) -> Order | None:
    """Read who is told what after an introduction: "Căn cứ Thông báo này, các ban … xây dựng kế hoạch"."""
    start = after_mark(source, start, stop)
    if not _INTRODUCED.match(source.low, start, stop):
        return None
    found = None
    for comma in _COMMA.finditer(source.low, start, stop):
        begun = comma.end()
        if loose(r"\s(?:đã|đang|vừa)\s").search(source.low, start, begun):
            return None
        if _ACTOR.match(source.low, begun, stop) and _heads_list(source, begun):
            if order := _led_by(source, begun, begun, stop):
                return (
                    ordered(source, begun, stop) or order if _ORDER.search(source.low, begun, order.action) else order
                )
        elif (
            begun - start < _INTRODUCTION
            and _VERB.match(source.low, begun, stop)
            and _MEANS.match(source.low, start, stop)
        ):
            found = found or Order(None, start)
            if not _RHYTHM.match(source.low, begun):
                return found
    return found


def _heads_list(source: Source, start: int) -> bool:
    """Whether an actor that stands in the middle of a sentence is a subject: "các …", "mỗi …", or a name in capitals."""
    return source.text[start].isupper() or bool(
        loose(_DETERMINERS + r"|(?:cấp ủy|chi bộ|đảng ủy)").match(source.low, start)
    )


def of_heading(source: Source, span: Span) -> Span | None:
    """The actor that a heading or lead-in names; None where it names none."""
    start = after_mark(source, span.start, span.stop)
    if found := ordered(source, start, span.stop) or introduced(source, start, span.stop):
        return None if _ISSUES.match(source.low, found.action, span.stop) else found.actor
    words = loose(r"(?:trách nhiệm|nhiệm vụ) của |đối với |về phía |giao (?:cho )?|đề nghị |yêu cầu ").match(
        source.low, start, span.stop
    )
    start = words.end() if words else start
    if not _ACTOR.match(source.low, start, span.stop):
        return None
    led = _led_by(source, start, start, span.stop)
    if led and _ISSUES.match(source.low, led.action, span.stop):
        return None
    return led.actor if led else _trimmed(source, start, span.stop)


def after_mark(source: Source, start: int, stop: int) -> int:
    """Where the words begin after marks, quotes and "đồng thời"."""
    found = loose(r"(?:[\s\"'(:-]|đồng thời,?\s|bên cạnh đó,?\s|ngoài ra,?\s|riêng\s(?=\w+\s\w+))*").match(
        source.low, start, stop
    )
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
        if source.low[verb.start() : verb.start() + 12].startswith(
            (
                "tổ chức đảng",
                "tổ chức cơ s",
                "tổ chức đoàn",
                "tổ chức chín",
                "tổ chức hội",
                "tổ chức công",
                "tổ chức mình",
            )
        ):
            continue
        actor = _trimmed(source, start, _before_is(source, start, verb.start()))
        return None if _HAPPENED.search(source.low, start, verb.start()) else Order(actor, verb.start())
    return None


def _before_is(source: Source, start: int, stop: int) -> int:
    """Where the actor ends before "là cơ quan thường trực"."""
    found = loose(r" là (?:cơ quan|đầu mối|đơn vị)").search(source.low, start, stop)
    return found.start() if found else stop


def _trimmed(source: Source, start: int, stop: int) -> Span:
    words = source.low[start:stop]
    kept = words.rstrip(' ,:;.-*"\n')
    return Span(start + len(words) - len(words.lstrip()), start + len(kept))
