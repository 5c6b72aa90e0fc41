"""The sentences of the progress report, in administrative Vietnamese, with their counted figures as tokens."""

from directives.enums import BaseKind, NumberKind
from directives.progress import Counted, Progress
from organizations.formats import date_vn, number_vn, percent_vn, rate_vn
from reports.document import Figure, Paragraph
from reports.links import behind

_MEMBERS = {
    BaseKind.MEMBERS_LAST_YEAR_END: "đảng viên cuối năm trước",
    BaseKind.MEMBERS_TERM_START: "đảng viên đầu nhiệm kỳ",
}


def opening(item: Progress, body: str) -> tuple[Paragraph, ...]:
    """The key sentences: result against the quota and last year, what is left and where it stands."""
    return (_result(item, body), _left(item))


def quota_words(item: Progress) -> str:
    """How the quota came about: the share of a document, or the percentage of the base with its rounding."""
    people = f"{number_vn(item.goal)} đảng viên"
    if item.given and item.given.inherited:
        return item.given.words
    if item.exact is None:
        return f"{people}, theo văn bản giao chỉ tiêu cho đơn vị"
    if item.target.number_kind == NumberKind.ABSOLUTE:
        return people
    rate, base = rate_vn(item.target.number), number_vn(item.base.total)
    rounding = "" if item.exact == item.goal else f" = {_exact(item)}, {item.target.get_rounding_display()}"
    return f"{people}; {rate} của {base} {_MEMBERS.get(item.target.base, 'đảng viên đầu năm')}{rounding}"


def _result(item: Progress, body: str) -> Paragraph:
    clauses = [f"Tính đến ngày {date_vn(item.on)}, {body} đã kết nạp {{held}} đảng viên mới"]
    if item.goal is not None:
        clauses.append(f"đạt {percent_vn(item.percent)} chỉ tiêu năm ({quota_words(item)})")
    clauses.append(_against_last_year(item))
    words = f"{', '.join(clauses)}; đã qua {percent_vn(item.elapsed)} thời gian của năm."
    figures = {"held": _figure(item.actual)}
    return Paragraph(words, figures | ({"before": _figure(item.same_period)} if item.same_period else {}))


def _exact(item: Progress) -> str:
    return f"{item.exact:.2f}".replace(".", ",")


def _against_last_year(item: Progress) -> str:
    if item.same_period is None:
        return "chưa có số liệu cùng kỳ năm trước"
    change = _change(item.actual.people - item.same_period.people)
    if not item.same_period.people:
        return f"cùng kỳ năm {item.on.year - 1} kết nạp {{before}} đảng viên{change}"
    words = f"bằng {percent_vn(item.percent_of_same_period)} so với cùng kỳ năm {item.on.year - 1}"
    return f"{words} ({{before}} đảng viên){change}"


def _change(difference: int) -> str:
    if difference == 0:
        return ", bằng cùng kỳ"
    return f", {'tăng' if difference > 0 else 'giảm'} {number_vn(abs(difference))} đảng viên"


def _left(item: Progress) -> Paragraph:
    if item.base and item.base.missing:
        return Paragraph(f"Chưa xác định được chỉ tiêu: chưa có số đảng viên đầu năm của {item.base.missing_words}.")
    if item.goal is None:
        return Paragraph("Chưa có văn bản giao chỉ tiêu cho đơn vị này.")
    if item.left == 0:
        return Paragraph(f"Chỉ tiêu năm đã hoàn thành{_over(item)}.")
    on_the_way = {"decided": item.decided, "submitted": item.submitted, "earlier": item.earlier}
    return Paragraph(
        f"Còn phải kết nạp {number_vn(item.left)} đảng viên. Hiện có {{decided}} trường hợp đã có quyết định, chưa tổ chức lễ; "
        f"{{submitted}} trường hợp chi bộ đã đề nghị; {{earlier}} trường hợp đang lập hồ sơ; {_missing(item)}.",
        {token: _figure(counted) for token, counted in on_the_way.items()},
    )


def _over(item: Progress) -> str:
    over = item.actual.people - item.goal
    return f", vượt {number_vn(over)} đảng viên" if over else ""


def _missing(item: Progress) -> str:
    if item.missing:
        return f"còn thiếu {number_vn(item.missing)} trường hợp phải tạo nguồn"
    return "nếu các hồ sơ trên được kết nạp trong năm thì đủ chỉ tiêu"


def _figure(counted: Counted) -> Figure:
    return Figure(counted.people, href=behind(counted.cell))
