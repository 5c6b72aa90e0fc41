"""Sentences that say what a person must be or have to be considered for admission."""

import re

from . import moods
from .letter import Said, Span
from .outline import Line
from .source import Source

_PERSON = re.compile(
    r"quần\s+chúng|quân\s+chúng|người\s+(?:xin\s+)?vào\s+đảng|người\s+được\s+(?:kết\s+nạp|xem\s+xét|giới\s+thiệu)|đối\s+tượng|đoàn\s+viên|hội\s+viên|cảm\s+tình|"
    r"cán\s+bộ,\s*công\s+chức|học\s+sinh|sinh\s+viên|công\s+nhân|những\s+người|người\s+(?:đang|đã|có|chưa|bị|là)|trường\s+hợp|đảng\s+viên\s+dự\s+bị|người\s+ưu\s+tú"
)
_ADMISSION = re.compile(r"kết\s+nạp|vào\s+đảng|xem\s+xét|giới\s+thiệu|công\s+nhận|cảm\s+tình|học\s+lớp|phát\s+triển\s+đảng")
_MUST = re.compile(
    r"chỉ\s+(?:xem\s+xét|đề\s+nghị|kết\s+nạp|giới\s+thiệu|cử|đưa|lựa\s+chọn|công\s+nhận)|(?:không|chưa)\s+(?:xem\s+xét|đề\s+nghị|kết\s+nạp|giới\s+thiệu|đưa)|"
    r"phải\s+(?:đáp\s+ứng|được|có|đạt|bảo\s+đảm|đảm\s+bảo|là|đủ|qua|hoàn\s+thành|từ)|(?:bảo\s+đảm|đáp\s+ứng)\s+(?:đầy\s+)?đủ\s+(?:các\s+)?(?:tiêu\s+chuẩn|điều\s+kiện)"
)
_WHAT = re.compile(
    r"xếp\s+loại|hoàn\s+thành\s+(?:tốt|xuất\s+sắc)|tuổi\b|trình\s+độ|tốt\s+nghiệp|giấy\s+chứng\s+nhận|năm\s+liên\s+tiếp|năm\s+liền|khen\s+thưởng|chiến\s+sĩ\s+thi\s+đua|"
    r"tiêu\s+chuẩn|điều\s+kiện|phẩm\s+chất|học\s+lực|hạnh\s+kiểm|lao\s+động\s+tiên\s+tiến|thành\s+tích|lịch\s+sử\s+chính\s+trị|danh\s+hiệu|uy\s+tín|\d+\s+(?:năm|tháng)\b|"
    r"tiêu\s+biểu|ý\s+thức|nguyện\s+vọng|động\s+cơ|loại\s+(?:khá|giỏi|tốt)|vi\s+phạm|kỷ\s+luật"
)
_HEADING = re.compile(r"(?:tiêu\s+chuẩn|điều\s+kiện)[^\n]{0,80}|tiêu\s+chí\s+(?:lựa\s+chọn|xét|kết\s+nạp|giới\s+thiệu)[^\n]{0,60}")
_DUTY_LIKE = re.compile(r"(?:các\s+)?(?:cấp\s+ủy|chi\s+bộ|đảng\s+ủy|ban\s+tổ\s+chức|đoàn\s+thể)[^.;]{0,60}\s(?:phải|cần|có\s+trách\s+nhiệm)\s")


def read(source: Source, lines: list[Line]) -> list[Said]:
    """Find the criteria for people, in their order."""
    return [
        Said(source.text[sentence.start : sentence.stop], sentence)
        for line in lines
        if not line.is_row and not line.is_heading
        for sentence in line.sentences
        if _is_one(source, line, sentence)
    ]


def _is_one(source: Source, line: Line, sentence: Span) -> bool:
    low = source.low[sentence.start : sentence.stop]
    over = [source.low[span.start : span.stop] for span in reversed(line.over)]
    if any(moods.is_past_heading(words) for words in over[:1]):
        return False
    if over and _is_heading(over[0]):
        return bool(_WHAT.search(low))
    if not (_MUST.search(low) and _WHAT.search(low)) or _DUTY_LIKE.match(low):
        return False
    return bool(_PERSON.search(low) and _ADMISSION.search(low))


def _is_heading(words: str) -> bool:
    """A heading over criteria: "Tiêu chuẩn, điều kiện xem xét kết nạp"."""
    found = _HEADING.search(words)
    about = _ADMISSION.search(words) or _PERSON.search(words) or len(words) < 40
    return bool(found) and bool(about) and found.start() < 60
