"""How each record around a dossier reads on a page: what it says, and its details."""

from dataclasses import dataclass
from datetime import date
from functools import singledispatch

from django.db.models import Model

from candidates.models import Commendation, GivenTask, Helper, Introducer, Paper, Rating
from candidates.rules.deadlines import months_between
from organizations.formats import date_vn


@dataclass(frozen=True)
class Line:
    """One record: what it says, its details, and whether it still runs and can be ended."""

    pk: int
    words: str
    detail: str = ""
    runs: bool = False


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
    kept = f"bản gốc: {found.kept_at}" if found.kept_at else ""
    return Line(found.pk, found.get_kind_display(), _joined(*_paper(found), kept))


@line.register
def _introducer(found: Introducer, on: date) -> Line:
    number = f"nghị quyết số {found.number}" if found.number else ""
    parts = (found.get_kind_display(), f"giới thiệu ngày {date_vn(found.on)}", number, _together(found))
    return Line(found.pk, found.name, _joined(*parts))


@line.register
def _helper(found: Helper, on: date) -> Line:
    ended = found.valid_until is not None and found.valid_until <= on
    until = f"thôi từ ngày {date_vn(found.valid_until)}" if ended else ""
    resolution = f"theo {found.resolution}" if found.resolution else ""
    detail = _joined(f"giúp đỡ từ ngày {date_vn(found.valid_from)}", until, resolution)
    return Line(found.pk, found.name, detail, runs=found.valid_until is None)


@line.register
def _task(found: GivenTask, on: date) -> Line:
    return Line(found.pk, found.words, f"giao ngày {date_vn(found.given_on)}")


def _together(found: Introducer) -> str:
    if found.together_since is None:
        return ""
    months = months_between(found.together_since, found.on)
    return f"cùng công tác, cư trú từ {date_vn(found.together_since)} ({months} tháng đến khi giới thiệu)"


def _paper(found: Rating | Commendation | Paper) -> tuple[str, str, str]:
    number = f"số {found.number}" if found.number else ""
    return number, f"ngày {date_vn(found.issued_on)}" if found.issued_on else "", found.issuer


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
