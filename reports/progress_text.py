"""The sentences of the progress report, written from counted figures in administrative Vietnamese."""

from directives.enums import NumberKind
from directives.progress import Progress
from organizations.formats import date_vn, number_vn, percent_vn


def opening(item: Progress, body: str) -> tuple[str, ...]:
    """The key sentences: result against the quota and last year, what is left and where it stands."""
    return (_result(item, body), *_left(item))


def _result(item: Progress, body: str) -> str:
    parts = [f"Tính đến ngày {date_vn(item.on)}, {body} đã kết nạp {number_vn(item.actual.people)} đảng viên mới"]
    if item.goal is not None:
        parts.append(f"đạt {percent_vn(item.percent)} chỉ tiêu năm ({quota_words(item)})")
    parts.append(_against_last_year(item))
    return f"{', '.join(parts)}; đã qua {percent_vn(item.elapsed)} thời gian của năm."


def quota_words(item: Progress) -> str:
    """How the quota came about: the share of a document, or the percentage of the base with its rounding."""
    people = f"{number_vn(item.goal)} đảng viên"
    if item.exact is None:
        return f"{people}, theo kế hoạch giao"
    if item.target.number_kind == NumberKind.ABSOLUTE:
        return people
    rate, base = percent_vn(item.target.number, 0), number_vn(item.base.total)
    rounding = "" if item.exact == item.goal else f" = {_exact(item)}, {item.target.get_rounding_display()}"
    return f"{people}; {rate} của {base} đảng viên đầu năm{rounding}"


def _exact(item: Progress) -> str:
    return f"{item.exact:.2f}".replace(".", ",")


def _against_last_year(item: Progress) -> str:
    if item.same_period is None:
        return "chưa có số liệu cùng kỳ năm trước"
    before = item.same_period.people
    words = f"bằng {percent_vn(item.percent_of_same_period)} so với cùng kỳ năm {item.on.year - 1}"
    return f"{words} ({number_vn(before)} đảng viên){_change(item.actual.people - before)}"


def _change(difference: int) -> str:
    if difference == 0:
        return ", bằng cùng kỳ"
    return f", {'tăng' if difference > 0 else 'giảm'} {number_vn(abs(difference))} đảng viên"


def _left(item: Progress) -> list[str]:
    if item.goal is None:
        return ["Chưa có văn bản giao chỉ tiêu cho đơn vị này."]
    if item.left == 0:
        return [f"Chỉ tiêu năm đã hoàn thành{_over(item)}."]
    on_the_way = (
        f"{number_vn(item.decided.people)} trường hợp đã có quyết định, chưa tổ chức lễ; "
        f"{number_vn(item.submitted.people)} trường hợp chi bộ đã đề nghị; "
        f"{number_vn(item.earlier.people)} trường hợp đang lập hồ sơ"
    )
    return [f"Còn phải kết nạp {number_vn(item.left)} đảng viên, trong đó: {on_the_way}; {_missing(item)}."]


def _over(item: Progress) -> str:
    over = item.actual.people - item.goal
    return f", vượt {number_vn(over)} đảng viên" if over else ""


def _missing(item: Progress) -> str:
    if item.missing:
        return f"còn thiếu {number_vn(item.missing)} trường hợp phải tạo nguồn"
    return "nếu các hồ sơ trên được kết nạp trong năm thì đủ chỉ tiêu"
