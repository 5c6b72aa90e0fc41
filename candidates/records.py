"""Reads what stands around a dossier as at a day: ratings, commendations, opinions, introducers, the helper, tasks."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Model, TextChoices

from candidates.assessment import known_on
from candidates.enums import LOOSE_PAPERS, IntroducerKind
from candidates.models import Dossier, GivenTask, Helper, Introducer, Paper
from candidates.record_words import Line, line

PREFETCH = (
    "person__ratings",
    "person__commendations",
    "introducers",
    "helpers",
    "given_tasks",
)
MEMBERS_NEEDED = 2


class RecordKind(TextChoices):
    """Kinds of record around a dossier; the values are the words of their addresses."""

    RATING = "xep-loai", "Đánh giá, xếp loại hằng năm"
    COMMENDATION = "khen-thuong", "Khen thưởng, thi đua"
    OPINION = "y-kien", "Ý kiến nhận xét"
    INTRODUCER = "nguoi-gioi-thieu", "Giới thiệu theo Điều lệ"
    HELPER = "nguoi-giup-do", "Đảng viên giúp đỡ"
    TASK = "nhiem-vu", "Nhiệm vụ được giao"


@dataclass(frozen=True)
class Section:
    """All records of a kind as at a day; ``note`` says in words what they amount to or what is lacking."""

    kind: RecordKind
    lines: tuple[Line, ...]
    note: str = ""


@dataclass(frozen=True)
class Introduced:
    """Whether the introducers are complete by the Charter, and in words why or why not."""

    is_complete: bool
    words: str


def sections(dossier: Dossier, on: date) -> list[Section]:
    """Return every kind of record of a dossier as it was known on a day."""
    return [section(dossier, kind, on) for kind in RecordKind]


def section(dossier: Dossier, kind: RecordKind, on: date) -> Section:
    """Return the records of one kind as known on a day."""
    found = _KNOWN[kind](dossier, on)
    return Section(kind, tuple(line(each, on) for each in found), _note(kind, found, on))


def introduced(introducers: Iterable[Introducer]) -> Introduced:
    """Say whether two official members, or an organisation and one member, introduce a candidate (Charter, art. 4)."""
    found = list(introducers)
    members = [each for each in found if each.kind == IntroducerKind.MEMBER]
    bodies = [each for each in found if each.kind != IntroducerKind.MEMBER]
    if len(members) < MEMBERS_NEEDED and not (members and bodies):
        return Introduced(False, _still_needed(members, bodies))
    undated = [each.name for each in members if each.together_since is None]
    rest = f"; chưa ghi cùng công tác, cư trú từ ngày nào: {', '.join(undated)}" if undated else ""
    return Introduced(True, f"Đủ người giới thiệu{rest}.")


def ended_by(helper: Helper) -> Helper | None:
    """Return whoever helped until the day on which ``helper`` began; None where nobody did."""
    return Helper.objects.filter(dossier=helper.dossier_id, valid_until=helper.valid_from).first()


def _still_needed(members: list[Introducer], bodies: list[Introducer]) -> str:
    if bodies:
        names = ", ".join(each.get_kind_display() for each in bodies)
        return f"Chưa đủ: mới có {names} giới thiệu, cần thêm một đảng viên chính thức."
    if members:
        return (
            "Chưa đủ: mới có một đảng viên chính thức, cần thêm một đảng viên chính thức nữa hoặc nghị quyết giới thiệu của "
            "Ban Chấp hành Đoàn cơ sở, Công đoàn cơ sở."
        )
    return "Chưa có: cần hai đảng viên chính thức, hoặc Ban Chấp hành Đoàn cơ sở (Công đoàn cơ sở) và một đảng viên chính thức."


def _note(kind: RecordKind, found: list[Model], on: date) -> str:
    if kind == RecordKind.INTRODUCER:
        return introduced(found).words
    if kind == RecordKind.OPINION:
        return _opinions_lacking(found)
    if kind == RecordKind.HELPER and found and not any(_helps(each, on) for each in found):
        return "Hiện không có đảng viên nào được phân công."
    return "" if found else _NOTHING[kind]


def _opinions_lacking(found: list[Paper]) -> str:
    given = {paper.kind for paper in found}
    lacking = [kind.label.lower() for kind in LOOSE_PAPERS if kind not in given]
    return f"Chưa có {'; '.join(lacking)}." if lacking else ""


def _merits(name: str) -> Callable[[Dossier, date], list[Model]]:
    """How to find ratings or commendations: the newest year first."""

    def find(dossier: Dossier, on: date) -> list[Model]:
        known = (each for each in getattr(dossier.person, name).all() if known_on(each.issued_on, on))
        return sorted((each for each in known if each.year <= on.year), key=lambda each: -each.year)

    return find


def _opinions(dossier: Dossier, on: date) -> list[Paper]:
    return [each for each in dossier.papers.all() if each.kind in LOOSE_PAPERS and each.issued_on <= on]


def _introducers(dossier: Dossier, on: date) -> list[Introducer]:
    return [each for each in dossier.introducers.all() if each.on <= on]


def _helpers(dossier: Dossier, on: date) -> list[Helper]:
    return [each for each in dossier.helpers.all() if each.valid_from <= on]


def _tasks(dossier: Dossier, on: date) -> list[GivenTask]:
    return [each for each in dossier.given_tasks.all() if each.given_on <= on]


def _helps(found: Helper, on: date) -> bool:
    return found.valid_until is None or found.valid_until > on


_KNOWN: dict[RecordKind, Callable[[Dossier, date], list[Model]]] = {
    RecordKind.RATING: _merits("ratings"),
    RecordKind.COMMENDATION: _merits("commendations"),
    RecordKind.OPINION: _opinions,
    RecordKind.INTRODUCER: _introducers,
    RecordKind.HELPER: _helpers,
    RecordKind.TASK: _tasks,
}
_NOTHING = {
    RecordKind.RATING: "Chưa ghi năm nào.",
    RecordKind.COMMENDATION: "Chưa ghi khen thưởng nào.",
    RecordKind.HELPER: "Chưa phân công đảng viên giúp đỡ.",
    RecordKind.TASK: "Chưa ghi nhiệm vụ nào.",
}
