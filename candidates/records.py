"""Reads what stands around a dossier as at a day, kind by kind: ratings, opinions, introducers, verification, consents …"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Model, Prefetch, TextChoices, prefetch_related_objects

from candidates import vetted
from candidates.enums import LOOSE_PAPERS, IntroducerKind
from candidates.facts import known_on
from candidates.models import (
    BackgroundCheck,
    Consent,
    Dossier,
    FormerMembership,
    GivenTask,
    Helper,
    HelperRemark,
    Introducer,
    LocalFinding,
    Paper,
)
from candidates.record_words import Line, in_full, line

PREFETCH = (
    "person__ratings",
    "person__commendations",
    "introducers",
    "helpers",
    "given_tasks",
    "helper_remarks",
    "ballots",
    "holds__comments",
    "transfers",
    "checks__chasings",
    "consents",
    "former_memberships",
    Prefetch("findings", LocalFinding.objects.select_related("criterion")),
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
    REMARK = "nhan-xet", "Nhận xét của đảng viên giúp đỡ"
    CHECK = "tham-tra", "Thẩm tra, xác minh lý lịch"
    CONSENT = "dong-y", "Văn bản đồng ý, trường hợp ngoại lệ"
    FORMER = "ra-khoi-dang", "Lần ra khỏi Đảng trước đây"
    FINDING = "tieu-chuan-rieng", "Xét tiêu chuẩn riêng"


class Group(TextChoices):
    """Into which of three heaps the page of a dossier puts a kind, in their order."""

    LACKING = "lacking", "Còn thiếu"
    THERE = "there", "Đã ghi"
    WHERE_NEEDED = "where_needed", "Chưa ghi, chỉ ghi khi có"

    @property
    def folds(self) -> bool:
        """Whether the page keeps it folded."""
        return self == Group.WHERE_NEEDED


@dataclass(frozen=True)
class Section:
    """All records of a kind as at a day; ``note`` says in words what they amount to or what is lacking.

    ``lacks``: every dossier needs it, and something of it is not there; ``is_asked``: it means something for this dossier.
    """

    kind: RecordKind
    lines: tuple[Line, ...]
    note: str = ""
    lacks: bool = False
    is_asked: bool = True

    @property
    def group(self) -> Group:
        """The heap in which it stands."""
        if self.lacks:
            return Group.LACKING
        return Group.THERE if self.lines else Group.WHERE_NEEDED


@dataclass(frozen=True)
class Introduced:
    """Whether the introducers are complete by the Charter, and in words why or why not."""

    is_complete: bool
    words: str


def sections(dossier: Dossier, on: date, *, sees_sensitive: bool = False) -> list[Section]:
    """Return every kind of record that a dossier has or may need, as known on a day; first those of which something lacks."""
    every = [section(dossier, kind, on, sees_sensitive=sees_sensitive) for kind in RecordKind]
    return sorted((each for each in every if each.is_asked), key=lambda each: list(Group).index(each.group))


def section(dossier: Dossier, kind: RecordKind, on: date, *, sees_sensitive: bool = False) -> Section:
    """Return the records of one kind as known on a day; how somebody left the Party only for those who may see it."""
    found, told = _KNOWN[kind](dossier, on), in_full if sees_sensitive else line
    lacking, is_asked = _lacking(kind, dossier, found, on)
    note = lacking or _amounts_to(kind, found) or ("" if found else _NOTHING.get(kind, ""))
    return Section(kind, tuple(told(each, on) for each in found), note, bool(lacking), is_asked)


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


def _amounts_to(kind: RecordKind, found: list[Model]) -> str:
    return introduced(found).words if kind == RecordKind.INTRODUCER else ""


def _lacking(kind: RecordKind, dossier: Dossier, found: list[Model], on: date) -> tuple[str, bool]:
    """What lacks of a kind, in words, and whether the kind is asked of this dossier."""
    if kind == RecordKind.FORMER:
        return vetted.former_lacking(dossier, found), dossier.readmission or bool(found)
    if kind == RecordKind.FINDING:
        wanted = vetted.stated(dossier, on)
        return vetted.findings_lacking(wanted, found), bool(wanted or found)
    return (_NEEDED[kind](found, on) if kind in _NEEDED else ""), True


def _introducers_lacking(found: list[Introducer], on: date) -> str:
    told = introduced(found)
    return "" if told.is_complete else told.words


def _helpers_lacking(found: list[Helper], on: date) -> str:
    if any(_helps(each, on) for each in found):
        return ""
    return "Hiện không có đảng viên nào được phân công." if found else "Chưa phân công đảng viên giúp đỡ."


def _opinions_lacking(found: list[Paper], on: date) -> str:
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


def _remarks(dossier: Dossier, on: date) -> list[HelperRemark]:
    return [each for each in dossier.helper_remarks.all() if each.on <= on][::-1]


def _checks(dossier: Dossier, on: date) -> list[BackgroundCheck]:
    """With how often each was asked for again, in one query where a read did not fetch that along."""
    found = [each for each in dossier.checks.all() if known_on(each.asked_on, on)]
    prefetch_related_objects(found, "chasings")
    return found


def _consents(dossier: Dossier, on: date) -> list[Consent]:
    return [each for each in dossier.consents.all() if each.issued_on <= on]


def _formers(dossier: Dossier, on: date) -> list[FormerMembership]:
    return [each for each in dossier.former_memberships.all() if each.left_on <= on]


def _findings(dossier: Dossier, on: date) -> list[LocalFinding]:
    return [each for each in dossier.findings.all() if each.on <= on]


def _helps(found: Helper, on: date) -> bool:
    return found.valid_until is None or found.valid_until > on


_KNOWN: dict[RecordKind, Callable[[Dossier, date], list[Model]]] = {
    RecordKind.RATING: _merits("ratings"),
    RecordKind.COMMENDATION: _merits("commendations"),
    RecordKind.OPINION: _opinions,
    RecordKind.INTRODUCER: _introducers,
    RecordKind.HELPER: _helpers,
    RecordKind.TASK: _tasks,
    RecordKind.REMARK: _remarks,
    RecordKind.CHECK: _checks,
    RecordKind.CONSENT: _consents,
    RecordKind.FORMER: _formers,
    RecordKind.FINDING: _findings,
}
# What every dossier needs: how to say what lacks of it.
_NEEDED: dict[RecordKind, Callable[[list, date], str]] = {
    RecordKind.OPINION: _opinions_lacking,
    RecordKind.INTRODUCER: _introducers_lacking,
    RecordKind.HELPER: _helpers_lacking,
    RecordKind.CHECK: vetted.checks_lacking,
}
_NOTHING = {
    RecordKind.RATING: "Chưa ghi năm nào.",
    RecordKind.COMMENDATION: "Chưa ghi khen thưởng nào.",
    RecordKind.TASK: "Chưa ghi nhiệm vụ nào.",
    RecordKind.REMARK: "Chưa ghi nhận xét nào.",
    RecordKind.CONSENT: "Chưa ghi; chỉ cần trong trường hợp ngoại lệ hoặc khi phải có cấp trên đồng ý.",
}
