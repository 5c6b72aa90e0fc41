"""Whether a number is asked for or is a result of the past: the last cue before it decides, some after it too."""

import re

_GOAL = re.compile(
    r"phấn\s+đấu|(?<!%\s)(?<!với\s)chỉ\s+tiêu|mục\s+tiêu|\bgiao\b|\bphải\b|ít\s+nhất|tối\s+thiểu|không\s+dưới|bảo\s+đảm|đảm\s+bảo|yêu\s+cầu|\bcần\b|\bsẽ\b|đề\s+ra|"
    r"đặt\s+ra|đăng\s+ký|dự\s+kiến|quyết\s+tâm|tối\s+đa|phân\s+bổ|hằng\s+năm|mỗi\s+năm|bình\s+quân\s+(?:mỗi|hằng)|mỗi\s+(?:chi|đảng)\s+bộ|trở\s+lên"
)
_PAST = re.compile(
    r"\bđã\b|\bmới\s+(?:chỉ\s+)?(?:kết\s+nạp|đạt|giới\s+thiệu|phát\s+triển|có|được|thực\s+hiện)|cùng\s+kỳ|kết\s+quả|tính\s+đến|thời\s+gian\s+qua|"
    r"vừa\s+qua|năm\s+qua|hiện\s+có|hiện\s+nay|trong\s+\d+\s+năm\s+qua|chỉ\s+(?:kết\s+nạp|đạt)|thực\s+hiện\s+được|nhiệm\s+kỳ\s+qua|"
    r"(?:đạt|vượt)\s+(?:tỷ\s+lệ\s+)?\d[\d,.]*\s*%\s*(?:so\s+với\s+)?(?:chỉ\s+tiêu|kế\s+hoạch|nghị\s+quyết)|chưa\s+đạt|(?:tăng|giảm)\s+\d|còn\s+\d|chưa\s+kết\s+nạp|không\s+kết\s+nạp|toàn\s+(?:đảng\s+bộ|tỉnh|huyện|xã)\s+có"
)
_WEAK_PAST = re.compile(r"(?:kết\s+nạp|giới\s+thiệu|phát\s+triển|thành\s+lập|mở|cử|tổ\s+chức|chuyển)\s+được")
_AFTER = re.compile(
    r"[^;.]{0,90}?(?:so\s+với\s+(?:cùng\s+kỳ|năm\s+(?:trước|\d)|nhiệm\s+kỳ\s+trước|kế\s+hoạch)|bằng\s+\d[^;]{0,20}%|"
    r"(?:đạt|vượt)\s+(?:tỷ\s+lệ\s+)?\d[\d,.]*\s*%\s*(?:so\s+với\s+)?(?:chỉ\s+tiêu|kế\s+hoạch|nghị\s+quyết))"
)
_GOAL_HEADING = re.compile(r"mục\s+tiêu|chỉ\s+tiêu|phấn\s+đấu|\bgiao\b|phân\s+bổ|phải\s+đạt")
_PAST_HEADING = re.compile(
    r"kết\s+quả|tình\s+hình|đánh\s+giá|thực\s+trạng|ưu\s+điểm|hạn\s+chế|tồn\s+tại|nguyên\s+nhân|những\s+việc\s+đã"
)
_WORK_HEADING = re.compile(r"nhiệm\s+vụ|giải\s+pháp|phương\s+hướng|tổ\s+chức\s+thực\s+hiện|thời\s+gian\s+tới|yêu\s+cầu|kế\s+hoạch")


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
    for heading in over:
        if _GOAL_HEADING.search(heading):
            return True
        if is_past_heading(heading):
            return False
        if _WORK_HEADING.search(heading):
            return None
    return None


def is_past_heading(heading: str) -> bool:
    """Whether what stands under a heading tells what was, not what is to be done."""
    return bool(_PAST_HEADING.search(heading)) and not (_GOAL_HEADING.search(heading) or _WORK_HEADING.search(heading))


def says_goal(low: str) -> bool:
    """Whether a stretch asks for something."""
    return bool(_GOAL.search(low))


def says_past(low: str) -> bool:
    """Whether a stretch tells a result."""
    return bool(_PAST.search(low))


def _last(pattern: re.Pattern, low: str, start: int, stop: int) -> int:
    return max((match.start() for match in pattern.finditer(low, start, stop)), default=-1)
