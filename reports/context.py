"""What the frame of every page shows: who looks, as at which day, and the five entries of the rail."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.urls import reverse

from organizations import clock
from organizations.access import Reach
from organizations.enums import Deed


@dataclass(frozen=True)
class Entry:
    """An entry of the rail."""

    url: str
    label: str
    icon: str
    current: bool


@dataclass(frozen=True)
class Frame:
    """The frame of a signed-in person's page; without entries for anybody else."""

    nav: tuple[Entry, ...] = ()
    as_at: date | None = None
    is_past: bool = False
    role_label: str = ""
    unit_name: str = ""
    demo: bool = False


# The five entries of every rail, then what a role has beside them; the bar of a phone holds five, the menu the others.
_RAIL = (
    (Deed.SEE_DESK, "reports:desk", "Việc của tôi", "inbox-stack"),
    (Deed.SEE_DOSSIERS, "candidates:list", "Hồ sơ", "folder-open"),
    (Deed.SEE_UNITS, "organizations:units", "Tổ chức", "building-library"),
    (Deed.SEE_DOCUMENTS, "directives:index", "Văn bản – chỉ tiêu", "document-text"),
    (Deed.PRINT_REPORT, "reports:catalogue", "Báo cáo", "printer"),
    (Deed.SEE_NOMINATIONS, "candidates:nominations", "Giới thiệu", "hand-raised"),
    (Deed.SEE_ORGANISATIONS, "organizations:organisations", "Hội, đoàn thể", "user-group"),
    (Deed.SEE_CLASSES, "classes:list", "Lớp bồi dưỡng", "academic-cap"),
    (Deed.HAND_ON, "candidates:handing", "Cơ sở dữ liệu đảng viên", "arrow-up-on-square"),
    (Deed.MANAGE_ACCOUNTS, "organizations:accounts", "Tài khoản", "key"),
    (Deed.SWITCH_SCANS, "scans:switch", "Bản quét", "document-magnifying-glass"),
    (Deed.SEE_AUDIT, "organizations:audit", "Nhật ký", "clipboard-document-list"),
)

# Pages that have no entry of their own, by their namespace, and the address of the entry under which they stand.
_SHELTERED = {"regimes": "/van-ban/"}
# Pages about dossiers that stand under another address.
_OF_DOSSIERS = ("/bieu-mau/", "/tham-tra/")


def frame(request: HttpRequest) -> dict:
    """Give templates ``frame``; a request that passed no gate gets an empty one and costs no query."""
    own: Reach | None = getattr(request, "reach", None)
    if own is None or own.first is None:
        return {"frame": Frame()}
    on = clock.today(request)
    return {
        "frame": Frame(
            nav=_nav(request, own),
            as_at=on,
            is_past=on != clock.default_day(request),
            role_label=own.first.get_role_display(),
            unit_name=own.first.unit_name or own.first.unit.code,
            demo=clock.is_story(request),
        )
    }


def _nav(request: HttpRequest, own: Reach) -> tuple[Entry, ...]:
    """The entries of a role; of those whose address begins the page's own, the longest is the current one."""
    found = [(reverse(name), label, icon) for deed, name, label, icon in _RAIL if own.grants(deed)]
    path = _SHELTERED.get(request.resolver_match.namespace, request.path) if request.resolver_match else request.path
    path = reverse("candidates:list") if path.startswith(_OF_DOSSIERS) else path
    begun = [url for url, *_ in found if path.startswith(url) and (url != "/" or path == "/")]
    here = max(begun, key=len, default="")
    return tuple(Entry(url, label, icon, url == here) for url, label, icon in found)
