"""The sentences of the progress report, in administrative Vietnamese, with their counted figures as tokens."""

from directives.enums import BaseKind, NumberKind
from directives.progress import Counted, Progress
from organizations.formats import date_vn, number_vn, rate_vn
from reports import phrases
from reports.document import Figure, Paragraph
from reports.links import behind
from reports.phrases import Phrase

_MEMBERS = {
    BaseKind.MEMBERS_LAST_YEAR_END: "đảng viên cuối năm trước",
    BaseKind.MEMBERS_TERM_START: "đảng viên đầu nhiệm kỳ",
}


def opening(item: Progress, body: str) -> tuple[Paragraph, ...]:
    """The key sentences: result against the quota and last year, what is left and where it stands."""
    return (_result(item, body), _left(item))


def against_quota(item: Progress) -> Paragraph:
    """One sentence that sets the result of the year beside its quota: above it, met, or how many are left."""
    held = _figure(item.actual)
    phrase = phrases.quota(held, None if item.goal is None else Figure(item.goal))
    words = f"So với chỉ tiêu năm {item.on.year}: đã kết nạp {{held}} đảng viên, {phrase.words}."
    return Paragraph(words, {"held": held} | phrase.figures)


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
    figures = {"held": _figure(item.actual), "elapsed": Figure(item.elapsed)}
    if item.goal is not None:
        clauses.append(f"đạt {{percent_of_goal}} chỉ tiêu năm ({quota_words(item)})")
        figures["percent_of_goal"] = Figure(item.percent)
    phrase = _against_last_year(item)
    words = f"{', '.join([*clauses, phrase.words])}; đã qua {{elapsed}} thời gian của năm."
    return Paragraph(words, figures | phrase.figures)


def _exact(item: Progress) -> str:
    return f"{item.exact:.2f}".replace(".", ",")


def _against_last_year(item: Progress) -> Phrase:
    before = _figure(item.same_period) if item.same_period else None
    last = f"năm {item.on.year - 1}"
    return phrases.against(_figure(item.actual), before, last=last, noun="đảng viên")


def _left(item: Progress) -> Paragraph:
    if item.base and item.base.missing:
        return Paragraph(f"Chưa xác định được chỉ tiêu: chưa có số đảng viên đầu năm của {item.base.missing_words}.")
    if item.goal is None:
        return Paragraph("Chưa có văn bản giao chỉ tiêu cho đơn vị này.")
    if item.left == 0:
        return _met(item)
    on_the_way = {"decided": item.decided, "submitted": item.submitted, "earlier": item.earlier}
    missing = {"missing": Figure(item.missing)} if item.missing else {}
    return Paragraph(
        "Còn phải kết nạp {left} đảng viên. Hiện có {decided} trường hợp đã có quyết định, chưa tổ chức lễ; {submitted} trường "
        f"hợp chi bộ đã đề nghị; {{earlier}} trường hợp đang lập hồ sơ; {_missing(item)}.",
        {"left": Figure(item.left)} | {token: _figure(counted) for token, counted in on_the_way.items()} | missing,
    )


def _met(item: Progress) -> Paragraph:
    over = item.actual.people - item.goal
    if not over:
        return Paragraph("Chỉ tiêu năm đã hoàn thành.")
    return Paragraph("Chỉ tiêu năm đã hoàn thành, vượt {over} đảng viên.", {"over": Figure(over)})


def _missing(item: Progress) -> str:
    if item.missing:
        return "còn thiếu {missing} trường hợp phải tạo nguồn"
    return "nếu các hồ sơ trên được kết nạp trong năm thì đủ chỉ tiêu"


def _figure(counted: Counted) -> Figure:
    return Figure(counted.people, href=behind(counted.cell))
