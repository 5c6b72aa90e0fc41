"""The sentences of the progress report, in administrative Vietnamese, with their counted figures as tokens."""

from urllib.parse import urlencode

from django.urls import reverse

from directives.enums import BaseKind, NumberKind, PeriodKind
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
    phrase = phrases.quota(held, None if item.goal is None else Figure(item.goal, href=page(item)))
    words = f"So với chỉ tiêu {item.period_words}: đã kết nạp {{held}} đảng viên, {phrase.words}."
    return Paragraph(words, {"held": held} | phrase.figures)


def page(item: Progress) -> str:
    """The page of the target in the unit: what it asks and what was done stand there side by side."""
    return f"{reverse('reports:target', args=[item.target.pk])}?{urlencode({'don_vi': item.unit.code})}"


def quota_name(item: Progress) -> str:
    """What the target is called: by its year alone "chỉ tiêu năm", else by the half or quarter that it is of."""
    return "chỉ tiêu năm" if item.target.period == PeriodKind.YEAR else f"chỉ tiêu {item.period_words}"


def _span(item: Progress) -> str:
    return "năm" if item.target.period == PeriodKind.YEAR else item.period_words


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
    within = "" if item.target.period == PeriodKind.YEAR else f" trong {item.period_words}"
    clauses = [f"Tính đến ngày {date_vn(item.on)}, {body} đã kết nạp {{held}} đảng viên mới{within}"]
    figures = {"held": _figure(item.actual), "elapsed": Figure(item.elapsed)}
    if item.goal is not None:
        clauses.append(f"đạt {{percent_of_goal}} {quota_name(item)} ({quota_words(item)})")
        figures["percent_of_goal"] = Figure(item.percent)
    phrase = _against_last_year(item)
    words = f"{', '.join([*clauses, phrase.words])}; đã qua {{elapsed}} thời gian của {_span(item)}."
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
    missing = {"missing": Figure(item.missing, href=page(item))} if item.missing else {}
    verified = ", trong đó {verified} trường hợp đang thẩm tra" if item.earlier.people else ""
    if verified:
        on_the_way["verified"] = item.verified
    return Paragraph(
        "Còn phải kết nạp {left} đảng viên. Hiện có {decided} trường hợp đã có quyết định, chưa tổ chức lễ; {submitted} trường "
        f"hợp chi bộ đã đề nghị; {{earlier}} trường hợp đang lập hồ sơ{verified}; {_missing(item)}.",
        {"left": Figure(item.left, href=page(item))}
        | {token: _figure(counted) for token, counted in on_the_way.items()}
        | missing,
    )


def _met(item: Progress) -> Paragraph:
    over = item.actual.people - item.goal
    if not over:
        return Paragraph(f"{_head(item)} đã hoàn thành.")
    words = f"{_head(item)} đã hoàn thành, vượt {{over}} đảng viên."
    return Paragraph(words, {"over": Figure(over, href=page(item))})


def _head(item: Progress) -> str:
    """The name of the target as a sentence begins with it."""
    return phrases.opening(quota_name(item))


def _missing(item: Progress) -> str:
    if item.missing:
        return "còn thiếu {missing} trường hợp phải tạo nguồn"
    return f"nếu các hồ sơ trên được kết nạp trong {_span(item)} thì đủ chỉ tiêu"


def _figure(counted: Counted) -> Figure:
    return Figure(counted.people, href=behind(counted.cell))
