"""How each record around a dossier reads on a page: what it says, and its details."""

from dataclasses import dataclass
from datetime import date
from functools import singledispatch

from django.db.models import Model

from candidates.enums import Verification
from candidates.models import (
    BackgroundCheck,
    Chasing,
    Commendation,
    Consent,
    FormerMembership,
    GivenTask,
    Helper,
    HelperRemark,
    Introducer,
    LocalFinding,
    Paper,
    Rating,
)
from candidates.rules.deadlines import months_between
from candidates.vetted import is_open
from organizations.formats import date_vn


@dataclass(frozen=True)
class Under:
    """One thing recorded under a record: a time at which its answer was asked for again."""

    pk: int
    words: str


@dataclass(frozen=True)
class Line:
    """One record: what it says, its details, and whether it still runs and can be ended, or waits for its answer.

    ``under``: what was recorded under it.
    """

    pk: int
    words: str
    detail: str = ""
    runs: bool = False
    waits: bool = False
    under: tuple[Under, ...] = ()


@singledispatch
def line(found: Model, on: date) -> Line:
    """Return how a record reads on a day."""
    raise TypeError(f"No words for {type(found).__name__}")


@line.register
def _rating(found: Rating, on: date) -> Line:
    words = f"Năm {found.year}: {found.get_grade_display()}"
    return Line(found.pk, words, _joined(found.get_rater_display(), *_paper(found)))


@line.register
def _commendation(found: Commendation, on: date) -> Line:
    return Line(found.pk, f"Năm {found.year}: {found.get_kind_display()}", _joined(*_paper(found)))


@line.register
def _opinion(found: Paper, on: date) -> Line:
    return Line(found.pk, found.get_kind_display(), _joined(*_paper(found), _kept(found)))


@line.register
def _introducer(found: Introducer, on: date) -> Line:
    number = f"nghị quyết số {found.number}" if found.number else ""
    since = _official(found)
    parts = (found.get_kind_display(), f"giới thiệu ngày {date_vn(found.on)}", number, since, _together(found))
    return Line(found.pk, found.name, _joined(*parts))


@line.register
def _helper(found: Helper, on: date) -> Line:
    ended = found.valid_until is not None and found.valid_until <= on
    until = f"thôi từ ngày {date_vn(found.valid_until)}" if ended else ""
    resolution = f"theo {found.resolution}" if found.resolution else ""
    detail = _joined(f"giúp đỡ từ ngày {date_vn(found.valid_from)}", until, resolution, _official(found))
    return Line(found.pk, found.name, detail, runs=found.valid_until is None)


@line.register
def _task(found: GivenTask, on: date) -> Line:
    return Line(found.pk, found.words, f"giao ngày {date_vn(found.given_on)}")


@line.register
def _remark(found: HelperRemark, on: date) -> Line:
    return Line(found.pk, found.words, f"{found.helper} nhận xét ngày {date_vn(found.on)}")


@line.register
def _check(found: BackgroundCheck, on: date) -> Line:
    waits = is_open(found, on)
    state = Verification.ASKED.label if waits else found.get_state_display()
    asked = f"gửi ngày {date_vn(found.asked_on)}" if found.asked_on else ""
    answered = f"có kết quả ngày {date_vn(found.answered_on)}" if found.answered_on and not waits else ""
    sent = f"cử {found.sent_member} đi thẩm tra" if found.sent_member else ""
    number = f"số {found.letter}" if found.letter else ""
    detail = _joined(found.place, asked, number, sent, answered, _kept(found))
    chased = tuple(Under(each.pk, chasing(each)) for each in found.chasings.all() if each.on <= on)
    words = f"{found.get_relation_display()}: {state}"
    return Line(found.pk, words, detail, waits=found.state == Verification.ASKED, under=chased)


def chasing(found: Chasing) -> str:
    """Return how one time of asking again reads."""
    number = f"công văn số {found.number}" if found.number else ""
    return _joined(f"Đôn đốc ngày {date_vn(found.on)}", number, found.note)


@line.register
def _consent(found: Consent, on: date) -> Line:
    return Line(
        found.pk, str(found.get_matter_display()), _joined(found.get_ground_display(), *_paper(found), _kept(found))
    )


@line.register
def _former(found: FormerMembership, on: date) -> Line:
    """Nothing but the day: how somebody left is sensitive (``in_full``)."""
    return Line(found.pk, "Đã ghi", f"ra khỏi Đảng ngày {date_vn(found.left_on)}")


@line.register
def _finding(found: LocalFinding, on: date) -> Line:
    words = f"{found.get_answer_display()}: {found.criterion.words}"
    return Line(found.pk, words, _joined(f"xét ngày {date_vn(found.on)}", found.basis))


def in_full(found: Model, on: date) -> Line:
    """Return how a record reads for those who may see what is sensitive; whoever shows it records the reading."""
    if not isinstance(found, FormerMembership):
        return line(found, on)
    cleared = f"được xóa án tích ngày {date_vn(found.cleared_on)}" if found.cleared_on else ""
    before = {True: "đã từng được kết nạp lại", False: "chưa từng được kết nạp lại", None: ""}
    detail = _joined(f"ra khỏi Đảng ngày {date_vn(found.left_on)}", cleared, before[found.readmitted_before])
    return Line(found.pk, found.get_leaving_display(), detail)


def _kept(found: Paper | BackgroundCheck | Consent) -> str:
    return f"bản gốc: {found.kept_at}" if found.kept_at else ""


def _official(found: Introducer | Helper) -> str:
    return f"đảng viên chính thức từ {date_vn(found.official_since)}" if found.official_since else ""


def _together(found: Introducer) -> str:
    """Since when both were together, or why that is not asked."""
    if found.waiver:
        return f"không tính thời gian cùng công tác: {found.waiver}"
    if found.together_since is None:
        return ""
    months = months_between(found.together_since, found.on)
    return f"cùng công tác, cư trú từ {date_vn(found.together_since)} ({months} tháng đến khi giới thiệu)"


def _paper(found: Rating | Commendation | Paper | Consent) -> tuple[str, str, str]:
    number = f"số {found.number}" if found.number else ""
    return number, f"ngày {date_vn(found.issued_on)}" if found.issued_on else "", found.issuer


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
