"""Which decided dossiers the national member database has not got yet, and their sheets as one workbook."""

from collections.abc import Iterator
from datetime import date

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from candidates import handing_excel, handing_on
from candidates.handing_forms import DONE, STATES, WAITING, HandingListForm
from candidates.models import Dossier
from candidates.views.paging import shown_page
from organizations import clock, tree
from organizations.acting import record_reading
from organizations.enums import Deed
from organizations.formats import date_vn, number_vn
from organizations.gate import gate

PAGE_SIZE = 50
MOST_SHEETS = 2000
_NARROW = {WAITING: handing_on.waiting, DONE: handing_on.done}


@gate(Deed.HAND_ON)
def index(request: HttpRequest) -> HttpResponse:
    """Decided dossiers by unit and period, those still to be entered first in line; an unknown filter is a 400."""
    form, today = _form(request), clock.today(request)
    if not form.is_valid():
        return render(request, "candidates/handing/list.html", {"form": form}, status=400)
    every = _every(request, form, today)
    rows = _of_state(every, form.cleaned_data["tinh_trang"])
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "chips": list(_chips(every, form.cleaned_data["tinh_trang"], request.GET)),
        "rows": page.object_list,
        "page": shown_page(page, request.GET),
        "state": request.GET.urlencode(),
    }
    return render(request, "candidates/handing/list.html", context)


@gate(Deed.HAND_ON)
def excel(request: HttpRequest) -> HttpResponse:
    """The sheets of the same list as a workbook; the export is recorded with how many people it names."""
    form, today = _form(request), clock.today(request)
    if not form.is_valid():
        return render(request, "candidates/handing/list.html", {"form": form}, status=400)
    rows = _of_state(_every(request, form, today), form.cleaned_data["tinh_trang"])
    count = rows.count()
    if count > MOST_SHEETS:
        form.add_error(
            None,
            f"Kỳ này có {number_vn(count)} người, một tệp chứa nhiều nhất {number_vn(MOST_SHEETS)}; hãy chọn kỳ ngắn hơn.",
        )
        return render(request, "candidates/handing/list.html", {"form": form}, status=400)
    made = handing_excel.workbook(handing_on.sheets(rows, request.reach, today))
    record_reading(request.user, Deed.HAND_ON, _subject(form), count)
    name = f"phieu-du-lieu-{today:%Y%m%d}.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(made, content_type=handing_excel.MIME, headers=headers)


def _form(request: HttpRequest) -> HandingListForm:
    units = request.reach.units(Deed.HAND_ON).annotate(name=tree.name_on(clock.today(request), "pk"))
    return HandingListForm(request.GET, units=units.order_by("code"))


def _every(request: HttpRequest, form: HandingListForm, today: date) -> QuerySet[Dossier]:
    found, given = handing_on.decided(request.reach, today), form.cleaned_data
    return handing_on.narrowed(found, unit=given["don_vi"], period=given["period"], own=request.reach)


def _of_state(every: QuerySet[Dossier], state: str) -> QuerySet[Dossier]:
    return _NARROW[state](every) if state in _NARROW else every


def _chips(every: QuerySet[Dossier], current: str, state: QueryDict) -> Iterator[dict]:
    """One chip for each state with its count under the same unit and period."""
    for value, label in STATES:
        changed = state.copy()
        changed.pop("trang", None)
        changed["tinh_trang"] = value
        count = _of_state(every, value).count()
        yield {"label": label, "count": count, "query": changed.urlencode(), "current": value == current}


def _subject(form: HandingListForm) -> str:
    given, state = form.cleaned_data, dict(STATES)[form.cleaned_data["tinh_trang"]]
    period = given["period"]
    days = f"quyết định từ {date_vn(period.start)} đến {date_vn(period.last_day)}" if period else "mọi quyết định"
    where = f", {given['don_vi'].code}" if given["don_vi"] else ""
    return f"Phiếu dữ liệu (Excel): {state.lower()}, {days}{where}"
