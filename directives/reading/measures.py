"""What a number seems to count (values of directives.enums.Measure), and what a percentage is taken of."""

from .patterns import loose

# The first that fits the words around the number counts.
_MEASURES = (
    (r"thành lập[^;.]{0,60}(?:tổ chức (?:cơ sở )?đảng|chi bộ|đảng bộ)", "units_founded"),
    (r"(?:quán triệt|phổ biến|học tập|tiếp thu)[^;.]{0,60}(?:nghị quyết|chỉ thị|văn bản|kế hoạch|công văn)", "made_known"),
    (r"(?:công nhận|chuyển)[^;.]{0,30}chính thức", "made_official"),
    (r"lớp (?:bồi dưỡng|nhận thức)|học lớp|nhận thức về đảng|tốt nghiệp|giấy chứng nhận|học viên", "graduated"),
    (r"(?:giới thiệu)[^;.]{0,80}(?:quần chúng|đoàn viên|hội viên|công nhân|người|ưu tú)", "nominated"),
    (
        r"(?:tạo|có|bổ sung|xây dựng|phát hiện)[^;.]{0,20}nguồn|\bnguồn\b(?! lực)|cảm tình|đối tượng (?:đảng|"
        r"kết nạp)|quần chúng ưu tú", "new_sources"),
    (r"kết nạp|phát triển đảng|đảng viên mới|phát triển (?:mới|được|ít|\d)|vào đảng", "admitted"),
)  # fmt: skip
_GROUPS = (
    (r"\bnữ\b|phụ nữ", "women"),
    (r"dân tộc thiểu số", "minority"),
    (r"có đạo|tôn giáo|giáo dân", "religious"),
    (r"đoàn viên", "youth"),
    (r"học sinh|sinh viên", "students"),
    (r"công nhân|người lao động", "workers"),
    (r"dân quân|quân nhân|chiến sĩ|công an", "forces"),
    (r"doanh nghiệp (?:ngoài|tư)", "non_state"),
    (r"nông thôn", "rural"),
    (r"\bthôn\b|khu phố|khu dân cư", "residential"),
    (r"hội viên", "association"),
)
_UNITS = loose(r"%[^;.,]{0,40}(?:chi bộ|tổ chức (?:cơ sở )?đảng|đảng bộ|tccsđ)[^;.,]{0,60}kết nạp")
_COMPILED = tuple((loose(pattern), code) for pattern, code in _MEASURES)
_COMPILED_GROUPS = tuple((loose(pattern), code) for pattern, code in _GROUPS)
_BASES = (
    (loose(r"đầu nhiệm kỳ"), "start_of_term"),
    (loose(
        r"(?:so với|tổng số|số đảng viên|tính trên|trên)[^;.]{0,90}(?:đầu (?:mỗi )?năm|"
        r"(?<!\d)0?1\s?[/.-]\s?0?1(?!\d)|0?1 tháng 0?1\b)"),
     "start_of_year"),
    (loose(
        r"(?:so với|tổng số|số đảng viên|tính trên|trên)[^;.]{0,90}(?:cuối năm|31\s?[/.-]\s?12|31 tháng 12|"
        r"năm trước|năm liền kề)"),
     "end_of_last_year"),
    (loose(r"đảng viên (?:từ )?đầu năm"), "start_of_year"),
    (loose(r"(?:tổng số|số) (?:đảng viên|đoàn viên|hội viên|thành viên)(?! (?:mới|kết nạp|được|ưu tú|dự bị))"), "members"),
    (loose(r"so với đảng số|trên đảng số|\bđảng số\b"), "members"),
)  # fmt: skip
TOPIC = loose(
    r"kết nạp|phát triển đảng|đảng viên mới|giới thiệu|nguồn\b|quần chúng|nhận thức về đảng|chính thức|cảm tình|"
    r"thành lập[^;.]{0,60}(?:tổ chức|chi bộ|đảng)|quán triệt|phổ biến|vào đảng|"
    r"phát triển (?:mới )?\d[^;.]{0,20}đảng|dự bị|có đảng viên|có chi bộ|có tổ chức đảng|đảng viên nữ|"
    r"bồi dưỡng[^;.]{0,40}đảng|đối tượng (?:đảng|kết)"
)


def measure(near: str, wide: str) -> str | None:
    """What is counted by the words near a number, else by those of the sentence and its headings."""
    base = next((code for words in (near, wide) for pattern, code in _COMPILED if pattern.search(words)), None)
    group = next((code for pattern, code in _COMPILED_GROUPS if pattern.search(near)), None)
    if base == "admitted" and _UNITS.search(near):
        return "units_admitting"
    return f"{base}_{group}" if base == "admitted" and group else base


def base(words: str) -> str | None:
    """What a percentage is taken of, by the words of its clause; None where they do not say."""
    return next((name for pattern, name in _BASES if pattern.search(words)), None)
