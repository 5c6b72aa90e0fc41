"""Reconciling with the list of the national member database: a dry run, storing it, and settling what differed."""

from datetime import date

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from candidates import reconciliations, reconciling
from candidates.handing_forms import ReconcileForm, SettleForm
from candidates.models import Reconciliation
from candidates.reconciliations import Tried
from candidates.views.paging import shown_page
from organizations import clock, submission, tree
from organizations.acting import record_reading
from organizations.enums import Deed
from organizations.errors import Refused
from organizations.formats import date_vn
from organizations.gate import gate
from organizations.handling import carry_out

PAGE_SIZE = 100
# So many differences of a dry run are shown; the stored one shows all of them, page by page.
SHOWN_AT_FIRST = 200
STORED_SHOWN = 24


@gate(Deed.HAND_ON, "GET", "POST")
def reconcile(request: HttpRequest) -> HttpResponse:
    """Compare a list and show what differs; it is stored only when asked to."""
    form = _form(request)
    tried = _tried(request, form) if request.method == "POST" else None

    def work() -> str:
        submission.check_unspent(form.cleaned_data["form_token"])
        made = reconciling.store(tried, own=request.reach)
        outcome = reverse("candidates:reconciliation", args=[made.pk])
        submission.spend(form.cleaned_data["form_token"], outcome)
        return outcome

    if (
        tried
        and "luu" in request.POST
        and (done := carry_out(request, Deed.HAND_ON, form, work, "Đã lưu lần đối chiếu."))
    ):
        return done
    context = {"form": form, "tried": tried, "stored": reconciliations.visible(request.reach)[:STORED_SHOWN]}
    if tried:
        context["lines"] = [reconciliations.found_line(each) for each in tried.compared.found[:SHOWN_AT_FIRST]]
        context["hidden"] = max(0, len(tried.compared.found) - SHOWN_AT_FIRST)
    return render(request, "candidates/handing/reconcile.html", context)


@gate(Deed.HAND_ON)
def reconciliation(request: HttpRequest, pk: int) -> HttpResponse:
    """A stored reconciliation: what differed, first what is still to be settled."""
    stored = _stored(request, pk)
    page = Paginator(reconciliations.of(stored, request.reach), PAGE_SIZE).get_page(request.GET.get("trang"))
    named = sum(1 for each in page if each.is_reached)
    record_reading(request.user, Deed.HAND_ON, f"Lần đối chiếu số {stored.pk}", named)
    context = {
        "stored": stored,
        "lines": [reconciliations.stored_line(each) for each in page],
        "page": shown_page(page, request.GET, "chỗ khác"),
    }
    return render(request, "candidates/handing/reconciliation.html", context)


@gate(Deed.HAND_ON, "GET", "POST")
def settle(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Mark a difference as settled, with how."""
    stored = _stored(request, pk)
    found = get_object_or_404(reconciliations.of(stored, request.reach), pk=number)
    form, outcome = SettleForm(request.POST or None), reverse("candidates:reconciliation", args=[pk])
    today = clock.today(request)

    def work() -> str:
        submission.spend(form.cleaned_data["form_token"], outcome)
        reconciling.settle(found, form.cleaned_data["note"], own=request.reach, on=today)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.HAND_ON, form, work, "Đã ghi xử lý.")
    context = {"form": form, "stored": stored, "line": reconciliations.stored_line(found)}
    return done or render(request, "candidates/handing/settle.html", context)


def _form(request: HttpRequest) -> ReconcileForm:
    own, today = request.reach, clock.today(request)
    units = own.units(Deed.HAND_ON).annotate(name=tree.name_on(today, "pk")).order_by("code")
    initial = {"tu": today.replace(day=1), "den": today, "unit": own.roots(Deed.HAND_ON)[0].code}
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    return ReconcileForm(*sent, units=units, initial=initial)


def _tried(request: HttpRequest, form: ReconcileForm) -> Tried | None:
    """The comparison, recorded as a reading of those whom it names; None with the reason in the form."""
    if not form.is_valid():
        return None
    try:
        tried = reconciliations.tried(form.cleaned_data["asked"], request.reach)
    except Refused as refusal:
        form.add_refusal(refusal)
        return None
    named = sum(1 for found in tried.compared.found if found.ours)
    record_reading(request.user, Deed.HAND_ON, f"Đối chiếu cơ sở dữ liệu đảng viên {_days(tried)}", named)
    return tried


def _days(tried: Tried) -> str:
    period: tuple[date, date] = (tried.asked.period.start, tried.asked.period.last_day)
    return f"từ {date_vn(period[0])} đến {date_vn(period[1])}"


def _stored(request: HttpRequest, pk: int) -> Reconciliation:
    return get_object_or_404(reconciliations.visible(request.reach), pk=pk)
