"""The register of issued reports, and one of them: its page, its files, the lists behind its numbers, what it changed."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from organizations import clock
from organizations.acting import record_reading
from organizations.enums import Deed
from organizations.errors import NotAllowed
from organizations.gate import gate
from organizations.paging import shown_page
from reports import definitions, issued, issuing
from reports import excel as workbooks
from reports import pdf as paper
from reports.issue_forms import RegisterForm
from reports.issued import STATE_WORDS, State
from reports.models import FrozenReport

PAGE_SIZE = 50
BADGES = {State.DRAFT: "waiting", State.ISSUED: "done", State.CORRECTED: "soon", State.DROPPED: ""}


@gate(Deed.PRINT_REPORT)
def register(request: HttpRequest) -> HttpResponse:
    """Reports put before a signer, issued, corrected; an unknown filter is refused (400)."""
    form = RegisterForm(request.GET)
    if not form.is_valid():
        return render(request, "reports/issued/register.html", {"form": form}, status=400)
    found, asked = issued.register(request.reach), form.cleaned_data
    if asked["bao_cao"]:
        found = found.filter(code=asked["bao_cao"])
    if asked["tinh_trang"]:
        found = issued.standing(found, State(asked["tinh_trang"]))
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("trang"))
    rows = [{"report": each, **_state(each)} for each in page]
    context = {"form": form, "rows": rows, "page": shown_page(page, request.GET, "bản")}
    return render(request, "reports/issued/register.html", context)


@gate(Deed.PRINT_REPORT)
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """What a report says, as it was frozen; its numbers open the lists that were frozen with it."""
    found = _named(request, pk)
    earlier, later = issued.chain(found, request.reach)
    definition = definitions.find(found.code)
    context = {
        "found": found,
        "report": issued.shown(found, request.reach),
        "name": definition.name if definition else found.code,
        "earlier": earlier,
        "later": later,
        "may_issue": issued.covers(request.reach, Deed.ISSUE_REPORT, found.unit),
        "under_way": issuing.under_way(found),
        **_state(found),
    }
    return render(request, "reports/issued/report.html", context)


@gate(Deed.PRINT_REPORT)
def pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The stored file: that of the issue, before it that of the signing; nothing is printed anew."""
    found = _named(request, pk)
    content = bytes(found.issued.pdf if hasattr(found, "issued") else found.draft)
    return _file(found, content, "pdf", "application/pdf", "inline")


@gate(Deed.PRINT_REPORT)
def slip(request: HttpRequest, pk: int) -> HttpResponse:
    """The control slip with the hash of what was frozen."""
    found = loaded(request, pk)
    return _file(found, paper.render_slip(issued.slip(found)), "pdf", "application/pdf", "inline", "-phieu-kiem-soat")


@gate(Deed.PRINT_REPORT)
def excel(request: HttpRequest, pk: int) -> HttpResponse:
    """The tables as they were frozen, as a workbook."""
    found = _named(request, pk)
    return _file(found, workbooks.workbook(issued.said(found)), "xlsx", workbooks.MIME, "attachment")


@gate(Deed.PRINT_REPORT)
def members(request: HttpRequest, pk: int, place: int) -> HttpResponse:
    """Whom a number of the report counted: those in reach by code and name, the others by their number."""
    found = loaded(request, pk)
    kept = get_object_or_404(found.lists, place=place)
    if not issued.opens(kept, request.reach):
        raise PermissionDenied(
            "Vai trò của đồng chí không có quyền mở danh sách này; số liệu vẫn xem được trong báo cáo."
        )
    if kept.sensitive:
        record_reading(request.user, Deed.SEE_SENSITIVE, f"{found}: {kept.words}", len(kept.members))
    context = {"found": found, "kept": kept, "members": issued.members(kept, request.reach, clock.today(request))}
    return render(request, "reports/issued/members.html", context)


@gate(Deed.PRINT_REPORT)
def changes(request: HttpRequest, pk: int) -> HttpResponse:
    """What a correction changed in the report that it corrects, and why."""
    found = _named(request, pk)
    earlier = get_object_or_404(issued.visible(request.reach), issued=found.corrects_id) if found.corrects_id else None
    changed = issued.changes(earlier, found) if earlier else ()
    context = {"found": found, "earlier": earlier, "changes": changed}
    return render(request, "reports/issued/changes.html", context)


def loaded(request: HttpRequest, pk: int) -> FrozenReport:
    """A report that the person may know of, else 404."""
    return get_object_or_404(issued.register(request.reach), pk=pk)


def _named(request: HttpRequest, pk: int) -> FrozenReport:
    """A report that the person may read: names need a deed (403), and the reading is recorded."""
    found = loaded(request, pk)
    if found.named:
        try:
            issued.check_may(request.reach, Deed.PRINT_NAMES, found.unit)
        except NotAllowed as error:
            raise PermissionDenied(str(error)) from error
        record_reading(request.user, Deed.PRINT_NAMES, str(found), 0)
    return found


def _state(found: FrozenReport) -> dict:
    state = issued.state_of(found)
    return {"state": state, "state_words": STATE_WORDS[state], "badge": BADGES[state]}


def _file(found: FrozenReport, content: bytes, ending: str, mime: str, shown: str, suffix: str = "") -> HttpResponse:
    name = f"{found.code}-{found.unit.code}-{found.as_at.isoformat()}-{found.pk}{suffix}.{ending}"
    headers = {
        "Content-Disposition": f'{shown}; filename="{name}"',
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(content, content_type=mime, headers=headers)
