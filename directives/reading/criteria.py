"""Sentences that say what a person must be or have to be considered for admission."""

from . import moods, numbers
from .letter import Said, Span
from .outline import Line
from .patterns import loose
from .source import Source

_PERSON = loose(
    r"quần chúng|quân chúng|người (?:xin )?vào đảng|người được (?:kết nạp|xem xét|giới thiệu)|đối tượng|"
    r"đoàn viên|hội viên|cảm tình|"
    r"cán bộ,\s*công chức|học sinh|sinh viên|công nhân|những người|người (?:đang|đã|có|chưa|bị|là)|"
    r"trường hợp|đảng viên dự bị|người ưu tú"
)
_ADMISSION = loose(r"kết nạp|vào đảng|xem xét|giới thiệu|công nhận|cảm tình|học lớp|phát triển đảng")
_MUST = loose(
    r"chỉ (?:xem xét|đề nghị|kết nạp|giới thiệu|cử|đưa|lựa chọn|công nhận)|(?:không|chưa) (?:xem xét|"
    r"đề nghị|kết nạp|giới thiệu|đưa)|"
    r"phải (?:đáp ứng|được|có|đạt|bảo đảm|đảm bảo|là|đủ|qua|hoàn thành|từ)|(?:bảo đảm|"
    r"đáp ứng) (?:đầy )?đủ (?:các )?(?:tiêu chuẩn|điều kiện)"
)
_WHAT = loose(
    r"xếp loại|hoàn thành (?:tốt|xuất sắc)|tuổi\b|trình độ|tốt nghiệp|giấy chứng nhận|năm liên tiếp|"
    r"năm liền|khen thưởng|chiến sĩ thi đua|"
    r"tiêu chuẩn|điều kiện|phẩm chất|học lực|hạnh kiểm|lao động tiên tiến|thành tích|lịch sử chính trị|"
    r"danh hiệu|uy tín|(?:\d+|" + numbers.WORDS + r") (?:năm|tháng)\b|"
    r"tiêu biểu|ý thức|nguyện vọng|động cơ|loại (?:khá|giỏi|tốt)|vi phạm|kỷ luật"
)
_HEADING = loose(r"(?:tiêu chuẩn|điều kiện)[^\n]{0,80}|tiêu chí (?:lựa chọn|xét|kết nạp|giới thiệu)[^\n]{0,60}")
_DUTY_LIKE = loose(r"(?:các )?(?:cấp ủy|chi bộ|đảng ủy|ban tổ chức|đoàn thể)[^.;]{0,60}\s(?:phải|cần|có trách nhiệm)\s")


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
    over = line.over_words(source)
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
