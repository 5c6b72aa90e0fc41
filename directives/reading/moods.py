"""Whether a number is asked for or is a result of the past: the last cue before it decides, some after it too."""

import re

from .patterns import loose

_GOAL = loose(
    r"phấn đấu|(?<!%\s)(?<!với\s)chỉ tiêu|mục tiêu|(?<!được\s)\bgiao\b|\bphải\b|ít nhất|tối thiểu|không dưới|bảo đảm|"
    r"đảm bảo|yêu cầu|\bcần\b|\bsẽ\b|đề ra|"
    r"đặt ra|đăng ký|dự kiến|quyết tâm|tối đa|phân bổ|hằng năm|mỗi năm|bình quân (?:mỗi|hằng)|mỗi (?:chi|"
    r"đảng) bộ|trở lên"
)
_PAST = loose(
    r"\bđã\b|(?<!viên\s)\bmới (?:chỉ )?(?:kết nạp|đạt|giới thiệu|phát triển|có|được|thực hiện)|cùng kỳ|kết quả|"
    r"tính đến|thời gian qua|"
    r"vừa qua|năm qua|hiện có|hiện nay|trong \d+ năm qua|chỉ (?:kết nạp|đạt)|thực hiện được|nhiệm kỳ qua|"
    r"(?:đạt|vượt) (?:tỷ lệ )?\d[\d,.]*\s*%\s*(?:so với )?(?:chỉ tiêu|kế hoạch|nghị quyết)|chưa đạt|"
    r"(?:tăng|giảm) \d|còn \d|chưa kết nạp|không kết nạp|toàn (?:đảng bộ|tỉnh|huyện|xã) có"
)
_WEAK_PAST = loose(r"(?:kết nạp|giới thiệu|phát triển|thành lập|mở|cử|tổ chức|chuyển) được")
_AFTER = loose(
    r"[^;.]{0,90}?(?:so với (?:cùng kỳ|năm (?:trước|\d)|nhiệm kỳ trước|kế hoạch)|bằng \d[^;]{0,20}%|"
    r"(?:đạt|vượt) (?:tỷ lệ )?\d[\d,.]*\s*%\s*(?:so với )?(?:chỉ tiêu|kế hoạch|nghị quyết))"
)
_GOAL_HEADING = loose(r"mục tiêu|chỉ tiêu|phấn đấu|\bgiao\b|phân bổ|phải đạt")
_PAST_HEADING = loose(r"kết quả|tình hình|đánh giá|thực trạng|ưu điểm|hạn chế|tồn tại|nguyên nhân|những việc đã")
_PURPOSE = loose(r"(?:nhằm|để|thực hiện|căn cứ|hướng tới)\b[^,;:]*[,;]")
_WORK_HEADING = loose(r"nhiệm vụ|giải pháp|phương hướng|tổ chức thực hiện|thời gian tới|yêu cầu|kế hoạch")

_AIM_HEADING = loose(r"(?:mục đích|ý nghĩa|quan điểm|phạm vi)(?!,? (?:và )?yêu cầu)")


def is_goal(low: str, start: int, at: int, stop: int, over: list[str]) -> bool | None:
    """Whether the number at ``at`` of the sentence is asked for; False for a result, None where nothing says.

    ``over`` are the headings over the sentence in small letters, the nearest first.
    """
    if over and is_past_heading(over[0]):
        return False
    goal, past = _last(_GOAL, low, start, at), _last(_PAST, low, start, at)
    if past > goal or (_AFTER.match(low, at, stop) and goal < 0):
        return False
    if goal >= 0:
        return True
    if _last(_WEAK_PAST, low, start, at) >= 0:
        return False
    return under_goal(over)


def under_goal(over: list[str]) -> bool | None:
    """What the headings say: True under a goal, False under results, None under neither."""
    for heading in map(_without_purpose, over):
        if _GOAL_HEADING.search(heading):
            return True
        if is_past_heading(heading):
            return False
        if _WORK_HEADING.search(heading):
            return None
    return None


def _without_purpose(heading: str) -> str:
    """A lead-in without what it is for: "Nhằm hoàn thành chỉ tiêu, Ban Thường vụ yêu cầu"."""
    return _PURPOSE.sub("", heading)


def is_past_heading(heading: str) -> bool:
    """Whether what stands under a heading tells what was, not what is to be done."""
    return bool(_PAST_HEADING.search(heading)) and not (_GOAL_HEADING.search(heading) or _WORK_HEADING.search(heading))


def tells_why(heading: str) -> bool:
    """Whether what stands under a heading tells why or by which principles, not what is to be done."""
    return bool(_AIM_HEADING.match(heading))


def says_past(low: str) -> bool:
    """Whether a stretch tells a result."""
    return bool(_PAST.search(low))


def _last(pattern: re.Pattern, low: str, start: int, stop: int) -> int:
    return max((match.start() for match in pattern.finditer(low, start, stop)), default=-1)
