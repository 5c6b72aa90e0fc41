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


_RAIL = (
    (Deed.SEE_DESK, "reports:desk", "Việc của tôi", "inbox-stack"),
    (Deed.SEE_DOSSIERS, "candidates:list", "Hồ sơ", "folder-open"),
    (Deed.SEE_UNITS, "organizations:units", "Tổ chức", "building-library"),
    (Deed.SEE_DOCUMENTS, "directives:index", "Văn bản – chỉ tiêu", "document-text"),
    (Deed.PRINT_REPORT, "reports:catalogue", "Báo cáo", "printer"),
)


def frame(request: HttpRequest) -> dict:
    """Give templates ``frame``; a request that passed no gate gets an empty one and costs no query."""
    own: Reach | None = getattr(request, "reach", None)
    if own is None or own.first is None:
        return {"frame": Frame()}
    on = clock.today(request)
    return {
        "frame": Frame(
            nav=tuple(_entry(request, *words) for deed, *words in _RAIL if own.grants(deed)),
            as_at=on,
            is_past=on != clock.default_day(request),
            role_label=own.first.get_role_display(),
            unit_name=own.first.unit_name or own.first.unit.code,
            demo=clock.is_story(request),
        )
    }


def _entry(request: HttpRequest, name: str, label: str, icon: str) -> Entry:
    url = reverse(name)
    here = request.path == url if url == "/" else request.path.startswith(url)
    return Entry(url, label, icon, here)
