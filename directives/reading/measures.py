"""What a number seems to count, and what a percentage is taken of."""

import re

# The first that fits the words around the number counts.
_MEASURES = (
    (r"thành\s+lập[^;.]{0,60}(?:tổ\s+chức\s+(?:cơ\s+sở\s+)?đảng|chi\s+bộ|đảng\s+bộ)", "organisations_founded"),
    (r"(?:quán\s+triệt|phổ\s+biến|học\s+tập|tiếp\s+thu)[^;.]{0,60}(?:nghị\s+quyết|chỉ\s+thị|văn\s+bản|kế\s+hoạch|công\s+văn)", "made_known"),
    (r"(?:công\s+nhận|chuyển)[^;.]{0,30}chính\s+thức", "official"),
    (r"lớp\s+(?:bồi\s+dưỡng|nhận\s+thức)|học\s+lớp|nhận\s+thức\s+về\s+đảng|tốt\s+nghiệp|giấy\s+chứng\s+nhận|học\s+viên", "graduates"),
    (r"(?:giới\s+thiệu)[^;.]{0,80}(?:quần\s+chúng|đoàn\s+viên|hội\s+viên|công\s+nhân|người|ưu\s+tú)", "nominated"),
    (r"(?:tạo|có|bổ\s+sung|xây\s+dựng|phát\s+hiện)[^;.]{0,20}nguồn|\bnguồn\b(?!\s+lực)|cảm\s+tình|đối\s+tượng\s+(?:đảng|kết\s+nạp)|quần\s+chúng\s+ưu\s+tú", "sources"),
    (r"kết\s+nạp|phát\s+triển\s+đảng|đảng\s+viên\s+mới|phát\s+triển\s+(?:mới|được|ít|\d)|vào\s+đảng", "admitted"),
)  # fmt: skip
_GROUPS = (
    (r"\bnữ\b|phụ\s+nữ", "women"),
    (r"dân\s+tộc\s+thiểu\s+số", "minority"),
    (r"có\s+đạo|tôn\s+giáo|giáo\s+dân", "religious"),
    (r"đoàn\s+viên", "youth_union"),
    (r"học\s+sinh|sinh\s+viên", "students"),
    (r"công\s+nhân|người\s+lao\s+động", "workers"),
    (r"dân\s+quân|quân\s+nhân|chiến\s+sĩ|công\s+an", "soldiers"),
    (r"doanh\s+nghiệp", "enterprises"),
    (r"thôn|khu\s+phố|khu\s+dân\s+cư|nông\s+thôn|ấp|\bbản\b", "rural"),
    (r"hội\s+viên", "association_members"),
)
_COMPILED = tuple((re.compile(pattern), code) for pattern, code in _MEASURES)
_COMPILED_GROUPS = tuple((re.compile(pattern), code) for pattern, code in _GROUPS)
_BASES = (
    (re.compile(r"đầu\s+nhiệm\s+kỳ"), "start_of_term"),
    (re.compile(r"(?:so\s+với|tổng\s+số|số\s+đảng\s+viên|tính\s+trên|trên)[^;.]{0,90}(?:đầu\s+(?:mỗi\s+)?năm|(?<!\d)0?1\s?[/.-]\s?0?1(?!\d)|0?1\s+tháng\s+0?1\b)"),
     "start_of_year"),
    (re.compile(r"(?:so\s+với|tổng\s+số|số\s+đảng\s+viên|tính\s+trên|trên)[^;.]{0,90}(?:cuối\s+năm|31\s?[/.-]\s?12|31\s+tháng\s+12|năm\s+trước|năm\s+liền\s+kề)"),
     "end_of_last_year"),
    (re.compile(r"đảng\s+viên\s+(?:từ\s+)?đầu\s+năm"), "start_of_year"),
    (re.compile(r"(?:tổng\s+số|số)\s+(?:đảng\s+viên|đoàn\s+viên|hội\s+viên|thành\s+viên)(?!\s+(?:mới|kết\s+nạp|được\s+kết\s+nạp|dự\s+bị))"), "members"),
    (re.compile(r"so\s+với\s+đảng\s+số|trên\s+đảng\s+số|\bđảng\s+số\b"), "members"),
)  # fmt: skip
TOPIC = re.compile(
    r"kết\s+nạp|phát\s+triển\s+đảng|đảng\s+viên\s+mới|giới\s+thiệu|nguồn\b|quần\s+chúng|nhận\s+thức\s+về\s+đảng|chính\s+thức|cảm\s+tình|"
    r"thành\s+lập[^;.]{0,60}(?:tổ\s+chức|chi\s+bộ|đảng)|quán\s+triệt|phổ\s+biến|vào\s+đảng|phát\s+triển\s+(?:mới\s+)?\d[^;.]{0,20}đảng|dự\s+bị|có\s+đảng\s+viên|có\s+chi\s+bộ|đảng\s+viên\s+nữ|"
    r"bồi\s+dưỡng[^;.]{0,40}đảng|đối\s+tượng\s+(?:đảng|kết)"
)


def measure(near: str, wide: str) -> str | None:
    """What is counted by the words near a number, else by those of the sentence and its headings."""
    base = next((code for words in (near, wide) for pattern, code in _COMPILED if pattern.search(words)), None)
    group = next((code for pattern, code in _COMPILED_GROUPS if pattern.search(near)), None)
    return f"{base}:{group}" if base == "admitted" and group else base


def base(words: str) -> str | None:
    """What a percentage is taken of, by the words of its clause; None where they do not say."""
    return next((name for pattern, name in _BASES if pattern.search(words)), None)
