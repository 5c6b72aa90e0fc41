"""Who may introduce or help a candidate: an official member of that day, never the candidate.

Introducers and helpers are official members (Charter, art. 4.1); a probationary member is known by the day since which
somebody is official, else by a dossier of that name which stood in probation in the same unit on that day.
"""

from dataclasses import dataclass
from datetime import date

from candidates.enums import PROBATION
from candidates.models import Dossier, StageEntry
from organizations.errors import Refused
from organizations.formats import date_vn, name_key

OF_MEMBERS_ALONE = {
    "together_since": "“Cùng công tác, cư trú từ ngày”",
    "official_since": "“Đảng viên chính thức từ ngày”",
    "waiver": "“Không tính thời gian cùng công tác vì”",
}


@dataclass(frozen=True)
class Part:
    """What somebody does for a candidate: how that person is called, the day that counts, and what is to be done instead."""

    who: str
    day: str
    instead: str


INTRODUCER = Part("Người giới thiệu", "ngày giới thiệu", "hãy chọn một đảng viên chính thức giới thiệu")
HELPER = Part("Người giúp đỡ", "ngày phân công", "hãy phân công một đảng viên chính thức")


def check(part: Part, dossier: Dossier, name: str, on: date, official_since: date | None) -> None:
    """Raise Refused where ``name`` is the candidate, or was a probationary member on the day ``on``."""
    check_other(part.who, dossier, name)
    if official_since and official_since > on:
        raise Refused(
            f"{part.who} {name} là đảng viên chính thức từ ngày {date_vn(official_since)}, sau {part.day} {date_vn(on)}; "
            f"đến ngày đó còn là đảng viên dự bị. Hãy kiểm tra lại ngày, hoặc {part.instead}."
        )
    if official_since is None:
        _check_namesake(part, dossier, name, on)


def check_other(who: str, dossier: Dossier, name: str) -> None:
    """Raise Refused where ``name`` is that of the candidate, however it is written; ``who`` says of whom it is."""
    if name_key(name) == dossier.person.name_key:
        raise Refused(
            f"{who} “{name}” trùng họ tên với chính người vào Đảng: hồ sơ {dossier.code}, {dossier.person.full_name}, sinh năm "
            f"{dossier.person.birth_year}. Hãy ghi người khác; nếu chỉ trùng họ tên thì ghi thêm năm sinh sau họ tên."
        )


def check_body(given: dict) -> None:
    """Raise Refused where of an organisation something is told that is asked of members alone."""
    for name, words in OF_MEMBERS_ALONE.items():
        if given.get(name):
            raise Refused(f"{words} chỉ ghi cho đảng viên giới thiệu; với tổ chức hãy để trống.")


def _check_namesake(part: Part, dossier: Dossier, name: str, on: date) -> None:
    standing = StageEntry.objects.standing(on).filter(stage__in=PROBATION, dossier__unit=dossier.unit_id)
    found = standing.filter(dossier__person__name_key=name_key(name)).select_related("dossier").first()
    if found:
        raise Refused(
            f"{part.who} {name} trùng họ tên với đảng viên dự bị của hồ sơ {found.dossier.code}, kết nạp ngày "
            f"{date_vn(found.on)}: {part.day} {date_vn(on)} còn là dự bị, {part.instead}. Nếu là người khác cùng họ tên thì ghi "
            "“Đảng viên chính thức từ ngày” của người đó."
        )
