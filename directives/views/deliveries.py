"""Who has received a document, and saying for a unit that it has."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from directives import deliveries, delivering, obligations, register
from directives.file_forms import DeliveryCorrectionForm, DeliveryForm, ReceivedForm
from directives.models import Delivery, Directive
from directives.views.loading import seen
from organizations import clock, submission, tree
from organizations.enums import Deed
from organizations.gate import gate
from organizations.handling import carry_out
from organizations.models import Unit
from organizations.paging import shown_page

PAGE_SIZE = 50


@gate(Deed.SEE_DOCUMENTS)
def index(request: HttpRequest, pk: int) -> HttpResponse:
    """The units of the reach to which a document is sent: those that have received it, when, and those that have not."""
    found, on = seen(request, pk), clock.today(request)
    named = deliveries.addressees(found)
    asked = ReceivedForm(request.GET, named=named)
    if not asked.is_valid():
        return render(request, "directives/register/deliveries.html", {"directive": found, "form": asked}, status=400)
    within = obligations.within(request.reach, Deed.SEE_DOCUMENTS)
    units = deliveries.units(asked.chosen, on).filter(pk__in=within.values("pk"))
    narrowed = deliveries.narrowed(found, units, asked.cleaned_data["loc"], on)
    rows = narrowed.annotate(name=tree.name_on(on, "pk")).order_by("code")
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("trang"))
    context = {
        "directive": found,
        "form": asked,
        "lines": deliveries.lines(found, list(page.object_list), on),
        "page": shown_page(page, request.GET, "đơn vị"),
        "tally": deliveries.whole(found, asked.chosen, on, within),
        "may_tell": _may_tell(request, found, [unit.pk for unit in page.object_list]),
    }
    return render(request, "directives/register/deliveries.html", context)


@gate(Deed.SEE_DOCUMENTS, "GET", "POST")
def delivery(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Say for a unit when it received a document; corrected with a reason."""
    found = seen(request, pk)
    unit = _unit(request, found, code)
    if not delivering.may_tell(request.reach, found, unit):
        raise PermissionDenied(f"Vai trò của đồng chí không có quyền “{Deed.MAKE_KNOWN.label}” cho đơn vị này.")
    said = deliveries.standing(found, unit)
    form, outcome = _form(request, said), reverse("directives:deliveries", args=[pk])

    def work() -> str:
        given = form.cleaned_data
        submission.spend(given["form_token"], outcome)
        known = {"own": request.reach, "today": clock.today(request), "version": given["version"] or 0}
        delivering.record(found, unit, form.told(), form.why, **known)
        return outcome

    words = "Đã sửa việc nhận văn bản." if said else "Đã ghi đơn vị nhận văn bản."
    done = request.method == "POST" and carry_out(request, Deed.MAKE_KNOWN, form, work, words)
    context = {"directive": found, "unit": unit, "form": form, "said": said}
    return done or render(request, "directives/register/delivery.html", context)


def _unit(request: HttpRequest, found: Directive, code: str) -> Unit:
    """A unit of the reach to which the document is sent; any other is not found."""
    on = clock.today(request)
    addressed = deliveries.units(deliveries.addressees(found), on)
    within = obligations.within(request.reach, Deed.SEE_DOCUMENTS)
    named = addressed.filter(pk__in=within.values("pk")).annotate(name=tree.name_on(on, "pk"))
    return get_object_or_404(named, code=code)


def _may_tell(request: HttpRequest, found: Directive, keys: list[int]) -> set[int]:
    if register.may_keep(request.reach, found):
        return set(keys)
    if not request.reach.grants(Deed.MAKE_KNOWN):
        return set()
    return set(obligations.within(request.reach, Deed.MAKE_KNOWN).filter(pk__in=keys).values_list("pk", flat=True))


def _form(request: HttpRequest, said: Delivery | None) -> DeliveryForm:
    """A first receipt, or a correction of what the person had before them: a second click of the first is no correction."""
    first = request.POST.get("version", "0") == "0" if request.method == "POST" else said is None
    if first:
        return DeliveryForm(request.POST or None, version=0, initial={"on": clock.today(request)})
    known = {"on": said.on, "book_number": said.book_number} if said else {}
    return DeliveryCorrectionForm(request.POST or None, version=said.pk if said else 0, initial=known)
